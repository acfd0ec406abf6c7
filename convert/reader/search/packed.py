"""Data as a script that hands it to the search: such files load from a folder, too."""

import base64
import zlib

LEVEL = 6


def pack(data: bytes) -> bytes:
    """Return data as gzip, the same bytes each time."""
    packed = zlib.compressobj(LEVEL, zlib.DEFLATED, 31)
    return packed.compress(data) + packed.flush()


def script(key: str, packed: bytes) -> bytes:
    """Return the script that hands over packed data under a name."""
    return b'banmian.part("%s","%s");\n' % (key.encode(), base64.b64encode(packed))
