"""A private copy of each file, named by its content: what the inbox does later is no matter.

The copy is read through one open file that is no link and no pipe, and is compared with
what was seen before and after; its name is of our making, so that no name from outside
ever becomes a path.
"""

import errno
import hashlib
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from convert.nightly.inbox import stamp_of

BLOCK = 1 << 20
FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class NotTaken(Exception):  # noqa: N818 - it is news, not a fault
    """The file was not taken; `reason` says why."""

    def __init__(self, reason: str, *, odd: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.odd = odd
        """Whether it is a thing that is never taken, such as a link."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A private copy of a file."""

    sha256: str
    size: int
    stamp: str
    """Of the original."""


@dataclass(frozen=True, slots=True)
class Staging:
    """The folder of the private copies."""

    folder: Path

    def path(self, sha256: str) -> Path:
        """Return where the copy of that content is."""
        return self.folder / sha256[:2] / f"{sha256}.pdf"

    def take(self, original: Path, limit: int) -> Copy:
        """Copy a file whose size is at most `limit` bytes; the copy is safe on the disk.

        Raises:
            NotTaken: it is no regular file, too large, or changed while it was read.
            OSError: it cannot be read, or the copy cannot be written.
        """
        source = _open(original)
        try:
            before = os.fstat(source)
            if not stat.S_ISREG(before.st_mode):
                raise NotTaken("is no regular file", odd=True)
            if before.st_size > limit:
                raise NotTaken(f"is larger than {limit >> 20} MiB", odd=True)
            self.folder.mkdir(parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(prefix=".taking-", dir=self.folder)
            copy = Path(name)
            try:
                sha256, size = _copied(source, number, limit)
                if stamp_of(os.fstat(source)) != stamp_of(before) or size != before.st_size:
                    raise NotTaken("changed while it was read")
                self._keep(copy, sha256)
            finally:
                copy.unlink(missing_ok=True)
        finally:
            os.close(source)
        return Copy(sha256, size, stamp_of(before))

    def _keep(self, copy: Path, sha256: str) -> None:
        home = self.path(sha256)
        home.parent.mkdir(exist_ok=True)
        copy.replace(home)
        for folder in (home.parent, self.folder):
            sync_folder(folder)


def _open(path: Path) -> int:
    try:
        return os.open(path, FLAGS)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.ENXIO}:
            raise NotTaken("is a link or a pipe, no file", odd=True) from error
        raise


def _copied(source: int, target: int, limit: int) -> tuple[str, int]:
    """Copy to the end of the file, or just beyond the limit; close the target."""
    digest, size = hashlib.sha256(), 0
    with os.fdopen(target, "wb") as file:
        while size <= limit and (block := os.read(source, BLOCK)):
            digest.update(block)
            size += file.write(block)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest(), size


def sync_folder(folder: Path) -> None:
    """See on the disk which files a folder holds."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
