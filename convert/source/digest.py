"""Name a file by its content."""

import hashlib
from functools import lru_cache
from pathlib import Path


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, computed once per version of it."""
    stat = path.stat()
    return _digest(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=8)
def _digest(path: Path, _size: int, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
