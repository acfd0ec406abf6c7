"""Keep what was made of a page, so that the same page is not made twice.

An entry is named by everything it depends on: the bytes of the file, the settings, the
program. So nothing is ever out of date, the folder is safe to delete at any time, and
several runs may share it: files appear whole, by renaming, and are never changed.

    entries/ab/ab12….json   what is known under a name, and the files that belong to it
    files/cd/cd34…          those files, named by their own content
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

LIMIT = 4 << 30
"""Bytes that a cache may hold; beyond, what was not used for longest goes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept under a name."""

    value: Any
    """As JSON reads it."""
    files: tuple[str, ...]
    """Names of its files, relative to the edition."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries; what cannot be read or written is simply not there."""

    folder: Path

    def recall(self, name: str, into: Path) -> Entry | None:
        """Return what is kept under `name` and put its files into the folder `into`.

        None if there is nothing, or if one of its files is gone.

        Raises:
            OSError: a file cannot be written into `into`.
        """
        try:
            entry = json.loads(self._entry(name).read_bytes())
            files, value = dict(entry["files"]), entry["value"]
            os.utime(self._entry(name))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        for path, content in files.items():
            target = into / PurePosixPath(path)
            if not target.resolve().is_relative_to(into.resolve()):
                return None
            target.parent.mkdir(parents=True, exist_ok=True)
            if not self._take(str(content), target):
                return None
        return Entry(value, tuple(files))

    def keep(self, name: str, value: Any, files: Iterable[str], folder: Path) -> None:
        """Keep a JSON value, and files of `folder` by their names in it."""
        with suppress(OSError):  # a full disk makes a run slower, not wrong
            kept = {file: self._add(folder / PurePosixPath(file)) for file in files}
            entry = json.dumps({"files": kept, "value": value}, ensure_ascii=False)
            self._write(self._entry(name), entry.encode("utf-8"))

    def prune(self, limit: int = LIMIT) -> None:
        """Delete what was not used for longest until no more than `limit` bytes are left."""
        with suppress(OSError):
            found = [(path, path.stat()) for path in self.folder.glob("*/*/*") if path.is_file()]
            size = sum(stat.st_size for _, stat in found)
            for path, stat in sorted(found, key=lambda item: item[1].st_mtime_ns):
                if size <= limit:
                    return
                path.unlink(missing_ok=True)
                size -= stat.st_size

    def _entry(self, name: str) -> Path:
        return self.folder / "entries" / name[:2] / f"{name}.json"

    def _file(self, content: str) -> Path:
        return self.folder / "files" / content[:2] / content

    def _add(self, file: Path) -> str:
        data = file.read_bytes()
        content = f"{hashlib.sha256(data).hexdigest()}-{len(data)}"
        if not self._file(content).is_file():
            self._write(self._file(content), data)
        return content

    def _take(self, content: str, target: Path) -> bool:
        """Copy a file out; False if it is not whole. Only the copy may fail loudly."""
        source = self._file(content)
        try:
            whole = source.stat().st_size == int(content.rpartition("-")[2])
            os.utime(source)
        except (OSError, ValueError):
            return False
        if whole:
            shutil.copyfile(source, target)
        return whole

    @staticmethod
    def _write(target: Path, data: bytes) -> None:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        number, name = tempfile.mkstemp(dir=target.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(data)
            Path(name).replace(target)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


def default_folder() -> Path | None:
    """Return where caches belong on this machine; None: BANMIAN_CACHE=off turns them off.

    As the XDG Base Directory Specification says: $XDG_CACHE_HOME, or ~/.cache.
    """
    if os.environ.get("BANMIAN_CACHE", "").lower() in {"off", "no", "0"}:
        return None
    home = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(home) if Path(home).is_absolute() else Path.home() / ".cache") / "banmian"
