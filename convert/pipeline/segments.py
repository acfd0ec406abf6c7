"""The search index of an archive: days of this week, weeks, months, whole years.

    2026-11-23  2026-11-22  2026-11-w3 … 2026-11-w1  2026-10 … 2026-01  2025  2024

An issue comes as a segment of its own; when a week, a month or a year is over, its segments
are joined, so that adding an issue costs the same on every day but the first of those. A
segment stands in a folder named after its content; the list of segments is replaced last,
and what neither it nor the list before it names is removed.
"""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from convert.errors import OutputError
from convert.pipeline.folder import replace_file, settle, write_file
from convert.reader.pages import SEARCH
from convert.reader.search.segment import (
    Segment,
    from_bytes,
    merged,
    segments_script,
    shards,
    to_bytes,
)

FOLDER = "search"
WHOLE = "segment.bin"
"""A segment in one piece, to join it with others."""
WEEKS = 4
"""Of a month: the last has up to ten days."""


def update_segments(out: Path, day: str, before: Mapping[str, str], newest: str) -> dict[str, str]:
    """Index the issue of `day` anew, and join what is over.

    Args:
        out: the archive.
        day: whose issue has come or changed.
        before: digests of the segments by period.
        newest: the day of the newest issue.

    Raises:
        OutputError: an issue's part of the index is damaged.
        OSError: the disk refuses.
    """
    changed = period_of(day, newest)
    parts: dict[str, list[str]] = {changed: []}
    for period in sorted(before, key=first_day):
        parts.setdefault(period_of(first_day(period), newest), []).append(period)
    after = {}
    for period, sources in parts.items():
        if period == changed:
            after[period] = _build(out, period, _issues(out, period))
        elif sources == [period]:
            after[period] = before[period]
        else:
            after[period] = _build(out, period, [_whole(out, s, before[s]) for s in sources])
    listed = sorted(after.items(), key=lambda item: first_day(item[0]), reverse=True)
    replace_file(out / FOLDER / "segments.js", segments_script(listed))
    _sweep(out / FOLDER, before, after)
    return dict(listed)


def period_of(day: str, newest: str) -> str:
    """Return the name of the segment that holds the issue of `day`."""
    if day[:4] < newest[:4]:
        return day[:4]
    if day[:7] < newest[:7]:
        return day[:7]
    return f"{day[:7]}-w{_week(day)}" if _week(day) < _week(newest) else day


def first_day(period: str) -> str:
    """Return the day with which a period begins."""
    month, _, week = period.partition("-w")
    if week:
        return f"{month}-{7 * int(week) - 6:02}"
    return f"{period}-01-01"[:10]


def _week(day: str) -> int:
    return min(WEEKS, (int(day[8:]) + 6) // 7)


def _issues(out: Path, period: str) -> list[Segment]:
    """Read the issues of a period one by one, in order."""
    if (out / period / SEARCH).is_file():
        return [_read(out / period / SEARCH, period)]
    found = sorted(path.parent.name for path in out.glob(f"{period[:4]}-??-??/{SEARCH}"))
    names = ((day, (day[:4], day[:7], f"{day[:7]}-w{_week(day)}")) for day in found)
    return [_read(out / day / SEARCH, day) for day, periods in names if period in periods]


def _whole(out: Path, period: str, digest: str) -> Segment:
    issue = out / period / SEARCH
    if issue.is_file():
        return _read(issue, period)
    return _read(out / FOLDER / period / digest / WHOLE, period)


def _read(path: Path, day: str) -> Segment:
    try:
        return from_bytes(path.read_bytes())
    except (FileNotFoundError, ValueError) as error:
        raise OutputError(f"{path}: {error}; build the issue of that day again ({day})") from error


def _build(out: Path, period: str, segments: Iterable[Segment]) -> str:
    whole = merged(list(segments))
    digest, files = shards(period, whole)
    folder = out / FOLDER / period / digest
    if (folder / "directory.js").is_file():
        return digest
    for artifact in files:
        write_file(out / artifact.name, artifact.data)
    if period != whole.issues[0][0]:
        write_file(folder / WHOLE, to_bytes(whole))
    settle(folder)
    return digest


def _sweep(folder: Path, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    kept = {(p, d) for listed in (before, after) for p, d in listed.items()}
    for period in folder.iterdir():
        for digest in period.iterdir() if period.is_dir() else ():
            if (period.name, digest.name) not in kept:
                shutil.rmtree(digest, ignore_errors=True)
        if period.is_dir() and not any(period.iterdir()):
            period.rmdir()
