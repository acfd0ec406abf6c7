"""What lies in the inbox, and which of it has come to rest.

The inbox is polled, always: file events get lost (network shares, full queues, watchers
that re-arm); where there are any they only make the next round come sooner. Nothing is
believed of a file but that it did not change between two looks.
"""

import fnmatch
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from convert.profile.night import Inbox

DEPTH = 4
"""Folders below the inbox that are looked into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Something in the inbox, as one look saw it."""

    path: Path
    name: str
    """Relative to the inbox, with forward slashes, NFC: twins in NFD are one name."""
    stamp: str
    """Inode, size and times: another content has another stamp."""
    size: int
    regular: bool
    """Whether it is a file: no link, pipe, socket or device."""
    changed: int = 0
    """When its content was changed, in ns; it may be in the future."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Since when something has not changed."""

    stamp: str
    since: float
    """Monotonic seconds of the first look that saw this stamp."""


def look(inbox: Path) -> list[Seen]:
    """Return what lies in the inbox and its folders, oldest first; links are not followed.

    Hidden names are passed over. A folder that vanishes or refuses is passed over, too: the
    next look may find it.

    Raises:
        OSError: the inbox itself cannot be read.
    """
    with os.scandir(inbox) as entries:
        found = [*_walk(entries, inbox, DEPTH)]
    return sorted(found, key=lambda seen: (seen.changed, seen.name))


def _walk(entries: Iterable[os.DirEntry[str]], inbox: Path, depth: int) -> Iterator[Seen]:
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth:
                    with os.scandir(entry.path) as inner:
                        yield from _walk(inner, inbox, depth - 1)
                continue
            yield _seen(Path(entry.path), inbox, entry.stat(follow_symlinks=False))
        except OSError:
            continue  # it was taken away between two calls


def _seen(path: Path, inbox: Path, facts: os.stat_result) -> Seen:
    return Seen(
        path=path,
        name=plain_name(path.relative_to(inbox).as_posix()),
        stamp=stamp_of(facts),
        size=facts.st_size,
        regular=stat.S_ISREG(facts.st_mode),
        changed=facts.st_mtime_ns,
    )


def plain_name(name: str) -> str:
    """Return a name as it is compared and shown: NFC, and bytes that are no UTF-8 marked."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", text)


def stamp_of(facts: os.stat_result) -> str:
    """Return what tells two contents of one name apart."""
    return f"{facts.st_ino}:{facts.st_size}:{facts.st_mtime_ns}:{facts.st_ctime_ns}"


def watch(before: Mapping[Path, Watched], seen: Iterable[Seen], now: float) -> dict[Path, Watched]:
    """Return since when everything seen has not changed; what is gone is forgotten."""
    return {
        s.path: old
        if (old := before.get(s.path)) is not None and old.stamp == s.stamp
        else Watched(s.stamp, now)
        for s in seen
    }


def is_still(seen: Seen, watched: Watched, inbox: Inbox, now: float) -> bool:
    """Whether a file has come to rest; that it is whole is another question."""
    wait = inbox.settle if seen.size else max(inbox.settle, inbox.settle_empty)
    return now - watched.since >= wait


def is_partial(name: str, inbox: Inbox) -> bool:
    """Whether a transfer program has not yet given the file its name."""
    return name.casefold().endswith(tuple(end.casefold() for end in inbox.partial if end))


def is_ignored(name: str, inbox: Inbox) -> bool:
    """Whether the profile says to pass over the file."""
    last = name.rpartition("/")[2]
    return any(fnmatch.fnmatchcase(last.casefold(), p.casefold()) for p in inbox.ignore)


def companions(name: str, end: str) -> tuple[str, str]:
    """Return the names that a file beside `name` may have that says it is whole."""
    stem = name.rpartition(".")[0] or name
    return (name + end, stem + end)
