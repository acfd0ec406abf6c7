"""What stands around the issues of an archive, kept so that adding one costs no more later.

    issue → calendar of its year, search of its month, feeds, front page, sitemap of its month

Nothing here reads more than the records of one month and of the newest issues.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from convert.artifact import Artifact
from convert.errors import OutputError
from convert.pipeline.folder import replace_file
from convert.pipeline.segments import update_segments
from convert.reader.assets import asset_files
from convert.reader.feeds import write_feeds, write_month
from convert.reader.founder import (
    write_founder_front,
    write_founder_month,
    write_founder_papers,
    written_in,
)
from convert.reader.front import RECENT, Day, day_of, write_front, write_year
from convert.reader.offline import service_worker
from convert.reader.pages import RECORD
from convert.reader.record import Record, from_json
from convert.reader.site import Site

_DAYS = TypeAdapter(dict[str, Day])


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What archive.json knows of the issues without looking at them."""

    newest: str = ""
    months: tuple[str, ...] = ()
    """That have issues, YYYY-MM, in order."""
    segments: dict[str, str] = field(default_factory=dict)
    """Digests of the parts of the search index by day, week, month or year."""

    @property
    def years(self) -> tuple[str, ...]:
        """That have issues, newest first."""
        return tuple(sorted({month[:4] for month in self.months}, reverse=True))


def write_around(out: Path, record: Record, site: Site, before: Around) -> Around:
    """Bring everything around the issue of `record` up to it.

    Raises:
        OutputError: what the archive remembers is damaged.
        OSError: the disk refuses.
    """
    day, year, month = record.date, record.date[:4], record.date[:7]
    _put(out, asset_files())
    _put(out, [service_worker()])
    known = Around(
        newest=max(before.newest, day),
        months=tuple(sorted({*before.months, month})),
        segments=before.segments,
    )
    days = read_days(out, year) | {day: day_of(record)}
    replace_file(_days_file(out, year), _DAYS.dump_json(dict(sorted(days.items()))) + b"\n")
    for changed in known.years if known.years != before.years else (year,):
        _put(out, write_year(changed, read_days(out, changed), known.years, site))
    segments = update_segments(out, day, known.segments, known.newest)
    _put(out, write_month(month, _records(out, _of_month(days, month)), site))
    if written_in(out, day):
        there = [d for d in _of_month(days, month) if written_in(out, d)]
        _put(out, write_founder_month(month, there))
        _put(out, write_founder_papers(record, site))
    recent = _recent(out, known.years)
    newest = list(_records(out, [d.date for d in recent if _is_news(d.date, known.newest)]))
    _put(out, write_feeds(newest, known.months, site))
    if written_in(out, known.newest):
        _put(out, write_founder_front(newest[0], site, out / known.newest))
    _put(out, write_front(newest[0], recent, known.years, site))
    return Around(newest=known.newest, months=known.months, segments=segments)


def _put(out: Path, artifacts: Iterable[Artifact]) -> None:
    for artifact in artifacts:
        replace_file(out / artifact.name, artifact.data)


def _days_file(out: Path, year: str) -> Path:
    return out / "calendar" / f"{year}.json"


def read_days(out: Path, year: str) -> dict[str, Day]:
    """Return the issues of a year by date.

    Raises:
        OutputError: the list is damaged.
    """
    path = _days_file(out, year)
    try:
        return _DAYS.validate_json(path.read_bytes())
    except FileNotFoundError:
        return {}
    except ValidationError as error:
        raise OutputError(f"{path}: is damaged: {error.errors()[0]['msg']}") from error


def _of_month(days: Iterable[str], month: str) -> list[str]:
    return sorted((day for day in days if day.startswith(month)), reverse=True)


def _recent(out: Path, years: Sequence[str]) -> list[Day]:
    """Return the newest issues and all of the newest month, newest first."""
    found: list[Day] = []
    for year in years:
        days = read_days(out, year)
        found += [days[day] for day in sorted(days, reverse=True)]
        if len(found) > RECENT:
            break
    return found


def _is_news(day: str, newest: str) -> bool:
    return date.fromisoformat(newest) - date.fromisoformat(day) <= timedelta(days=1)


def _records(out: Path, days: Iterable[str]) -> Iterator[Record]:
    for day in days:
        path = out / day / RECORD
        try:
            yield from_json(path.read_bytes())
        except FileNotFoundError:
            continue
        except ValueError as error:
            raise OutputError(f"{path}: {error}; build the issue of that day again") from error
