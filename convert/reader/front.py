"""The archive around its issues: front page, calendar, search page, the way to the newest."""

import calendar
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from convert.artifact import Artifact
from convert.model import PageImage
from convert.reader.linked import social
from convert.reader.pages import common
from convert.reader.record import Record
from convert.reader.render import rendered
from convert.reader.site import Site

RECENT = 12
"""Issues shown on the front page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """An issue in the calendar."""

    date: str
    cover: PageImage | None = None


@dataclass(frozen=True, slots=True)
class _Cell:
    number: int = 0
    issue: str = ""


@dataclass(frozen=True, slots=True)
class _Month:
    id: str
    weeks: tuple[tuple[_Cell, ...], ...]


def day_of(record: Record) -> Day:
    """Return the calendar's entry of an issue."""
    return Day(date=record.date, cover=record.pages[0].thumbnail if record.pages else None)


def write_year(
    year: str, days: Mapping[str, Day], years: Sequence[str], site: Site
) -> Iterator[Artifact]:
    """Yield the calendar of a year: a page, and the same for scripts."""
    page = rendered(
        "calendar.html",
        **common(site, "../../", f"calendar/{year}/", year),
        months=[_month(month, days) for month in sorted({day[:7] for day in days})],
        years=years,
    )
    folder = PurePosixPath("calendar")
    yield Artifact(folder / year / "index.html", page)
    listed = json.dumps(sorted(days), separators=(",", ":"))
    yield Artifact(folder / f"{year}.js", f'banmian.days("{year}",{listed});\n'.encode())


def write_front(
    newest: Record, recent: Sequence[Day], years: Sequence[str], site: Site
) -> Iterator[Artifact]:
    """Yield the front page, the search page and the way to the newest issue."""
    yield Artifact(PurePosixPath("index.html"), _front(newest, recent, years, site))
    page = rendered("search.html", **common(site, "../", "search/", newest.date))
    yield Artifact(PurePosixPath("search", "index.html"), page)
    yield Artifact(PurePosixPath("latest", "index.html"), _latest(newest, site))


def _front(newest: Record, recent: Sequence[Day], years: Sequence[str], site: Site) -> bytes:
    front = newest.pages[0] if newest.pages else None
    facts = common(site, "", "", newest.date)
    facts["month"] = _month(newest.date[:7], {day.date: day for day in recent})
    return rendered(
        "index.html",
        **facts,
        newest=newest,
        front=front,
        recent=recent[1 : RECENT + 1],
        years=years,
        social=social(site, site.name, path=""),
    )


def _latest(newest: Record, site: Site) -> bytes:
    return rendered(
        "moved.html",
        **common(site, "../", "latest/", newest.date),
        target=f"../{newest.date}/index.html",
        title=site.name,
        label=site.words.date(newest.date),
    )


def _month(month: str, days: Mapping[str, Any]) -> _Month:
    year, number = int(month[:4]), int(month[5:])
    weeks = calendar.Calendar().monthdayscalendar(year, number)
    return _Month(month, tuple(tuple(_cells(month, week, days)) for week in weeks))


def _cells(month: str, week: Iterable[int], days: Mapping[str, Any]) -> Iterator[_Cell]:
    for day in week:
        date = f"{month}-{day:02}"
        yield _Cell(day, date if date in days else "")
