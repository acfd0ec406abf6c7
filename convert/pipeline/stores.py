"""Pages from, and editions to, any store that fsspec knows, such as s3:// or sftp://.

A store has no rename of folders. So `edition.json`, by which readers find the rest, goes
last: until then they see the old edition, or none.
"""

import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from convert.errors import OutputError, SourceError
from convert.pipeline.folder import MARKS

NEEDS = {"s3": "banmian[s3]", "sftp": "banmian[sftp]", "ssh": "banmian[sftp]"}
"""What must be installed for an address that begins so; for all others banmian[targets]."""


ERRORS = {"paramiko": "SSHException", "botocore.exceptions": "BotoCoreError"}
"""What libraries raise beside OSError: an error of each, by its module."""


def store_errors() -> tuple[type[Exception], ...]:
    """Return what a store raises that cannot be reached, read or written."""
    loaded = ((sys.modules[m], name) for m, name in ERRORS.items() if m in sys.modules)
    return (OSError, *(getattr(module, name) for module, name in loaded))


def shown(address: str) -> str:
    """Return an address as it may be told: without user and password."""
    return re.sub(r"//[^/@]*@", "//", address)


def is_address(name: str) -> bool:
    """Whether a name is the address of a store, and no path."""
    return "://" in name


@contextmanager
def local_pages(names: Sequence[str]) -> Iterator[list[Path]]:
    """Yield paths for these names: pages in stores are fetched for as long as the block lasts.

    Raises:
        SourceError: an address cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="banmian-") as home:
        paths = []
        for number, name in enumerate(names):
            if is_address(name):
                folder = Path(home) / str(number)
                folder.mkdir()
                paths += _fetched(name, folder)
            else:
                paths.append(Path(name))
        yield paths


@contextmanager
def local_folder(name: str) -> Iterator[Path]:
    """Yield a folder to write an edition into; at the end it is sent to the address `name`.

    Raises:
        OutputError: the address cannot be written.
    """
    if not is_address(name):
        yield Path(name)
        return
    with tempfile.TemporaryDirectory(prefix="banmian-") as home:
        folder = Path(home) / "edition"
        yield folder
        _send(folder, name)


def open_store(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path in it.

    Raises:
        OutputError: the address is unknown or cannot be reached, or its package is missing.
    """
    try:
        import fsspec

        store, path = fsspec.core.url_to_fs(address.rstrip("/"))
    except (ImportError, ValueError) as error:
        need = NEEDS.get(address.partition("://")[0], "banmian[targets]")
        raise OutputError(f"{shown(address)}: {error}; is {need} installed?") from error
    except store_errors() as error:
        raise OutputError(f"{shown(address)}: cannot be reached: {error}") from error
    return store, path


def _fetched(address: str, folder: Path) -> list[Path]:
    """Fetch a page, or the pages of a folder; names are made of their last part only."""
    store, path = open_store(address)
    try:
        found = sorted(store.ls(path, detail=False)) if store.isdir(path) else [path]
        pages = [p for p in found if p.casefold().endswith(".pdf")] if len(found) > 1 else found
        return [_fetch(store, page, folder) for page in pages]
    except store_errors() as error:
        raise SourceError(Path(shown(address)), f"cannot be read: {error}") from error


def _fetch(store: Any, path: str, folder: Path) -> Path:
    target = folder / path.rpartition("/")[2]
    store.get_file(path, str(target))
    return target


def _send(folder: Path, address: str) -> None:
    store, root = open_store(address)
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    try:
        for file in sorted(files, key=lambda p: (p.name in MARKS, p)):
            there = f"{root}/{file.relative_to(folder).as_posix()}"
            store.makedirs(there.rpartition("/")[0], exist_ok=True)
            store.put_file(str(file), there)
    except store_errors() as error:
        raise OutputError(f"{shown(address)}: cannot be written: {error}") from error
