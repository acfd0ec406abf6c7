"""Take a file away from the inbox, and only that one.

Between our copy and its removal somebody may send a new version under the same name. So
the file is first set aside under a hidden name, then looked at, and put back if it is not
the one that was copied.
"""

import os
from contextlib import suppress
from pathlib import Path

ASIDE = ".taken-"


def remove(path: Path, stamp: str) -> bool:
    """Remove a file if it is still the one of that stamp; say whether it was.

    Raises:
        OSError: it cannot be removed.
    """
    aside = path.with_name(ASIDE + path.name)
    try:
        path.rename(aside)
    except FileNotFoundError:
        return False
    if _is(aside, stamp):
        aside.unlink()
        return True
    _put_back(aside, path)
    return False


def tidy(inbox: Path, known: set[str]) -> None:
    """Finish what a watcher that was killed had set aside; `known` are stamps of copies."""
    for aside in inbox.rglob(f"{ASIDE}*"):
        if aside.is_symlink() or not aside.is_file():
            continue
        if any(_is(aside, stamp) for stamp in known):
            with suppress(OSError):
                aside.unlink()
        else:
            _put_back(aside, aside.with_name(aside.name.removeprefix(ASIDE)))


def identity_of(stamp: str) -> tuple[str, ...]:
    """Return the part of a stamp that a change of name leaves alone."""
    return tuple(stamp.split(":")[:3])


def _is(path: Path, stamp: str) -> bool:
    facts = path.lstat()
    now = (str(facts.st_ino), str(facts.st_size), str(facts.st_mtime_ns))
    return now == identity_of(stamp)


def _put_back(aside: Path, path: Path) -> None:
    """Give a file its name again, unless a newer one has it: then it is out of date."""
    try:
        os.link(aside, path)
    except FileExistsError:
        pass
    except OSError:  # no links on this file system
        aside.rename(path)
        return
    aside.unlink()
