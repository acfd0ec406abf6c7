"""An output folder that appears whole or not at all."""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from convert.errors import OutputError

MARKS = ("edition.json", "issue.json")
"""What an edition's folder holds; a folder with other things in it is not ours."""
RENAME_EXCHANGE = 2
AT_FDCWD = -100


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """Yield a fresh folder that takes the place of `out` when the block ends well.

    The old edition stands until the new one is complete; after any error it is still
    there and nothing else is.

    Raises:
        OutputError: `out` is not ours to replace, or the disk refuses.
    """
    _refuse_foreign(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise OutputError(f"{out}: cannot write there: {error.strerror}") from error
    try:
        yield staging
        settle(staging)
        swap(staging, out)
        sync(out.parent)
    except OSError as error:
        raise OutputError(
            f"{out}: {error.strerror or error}; the folder is as it was before"
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _refuse_foreign(out: Path) -> None:
    if out.is_file():
        raise OutputError(f"{out}: is a file; name a folder")
    if out.is_dir() and any(out.iterdir()) and not any((out / m).is_file() for m in MARKS):
        raise OutputError(f"{out}: holds files that are no edition; name an empty or a new folder")


def write_file(path: Path, data: bytes) -> None:
    """Write a file, in a folder that is made if need be.

    Raises:
        OSError: the disk is full or refuses.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def settle(folder: Path) -> None:
    """See everything in `folder` safely on the disk, all at once: that is cheaper."""
    for path in (*folder.rglob("*"), folder):
        sync(path)


def sync(path: Path) -> None:
    """See one file or folder safely on the disk."""
    if os.name != "posix" and path.is_dir():
        return  # only POSIX systems open folders
    number = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def swap(staging: Path, out: Path) -> None:
    """Put a complete folder in the place of `out`; after an error `out` is as it was."""
    staging.chmod(0o755)
    if not out.exists():
        staging.rename(out)
        return
    if _exchange(staging, out):
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    try:
        out.rename(old / out.name)
        try:
            staging.rename(out)
        except OSError:
            (old / out.name).rename(out)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file that others read meanwhile: they see the old or the new one, whole.

    Raises:
        OSError: the disk is full or refuses; the old file is still there.
    """
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=".", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(number)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _exchange(new: Path, old: Path) -> bool:
    """Let two folders change places in one step, where the system can; else say so.

    With two renames instead a reader, or a process that is killed, may see neither.
    """
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    paths = (os.fsencode(new), os.fsencode(old))
    return bool(rename(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0)
