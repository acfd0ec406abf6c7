"""The pages of an issue, converted by a crew."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from convert.edition.metadata import PageFacts
from convert.errors import SourceError
from convert.model import Edition
from convert.pipeline.crew import Crew
from convert.pipeline.hands import Died
from convert.settings import Settings
from convert.source import count_pages

TRIES = 2
"""Processes that a page may kill before it is only drawn."""
DRAWN = 0.25
"""The share of its time that a page has to be drawn when it could not be converted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One page of one file."""

    path: Path
    index: int
    """0-based page of the file."""
    settings: Settings
    number: int = 1
    """1-based position in the issue, which gives the id."""
    labels: tuple[str, ...] = ()
    """Of the pages that it shows, as its file is named: two on a spread."""
    raw: bool = False
    """Whether blocks also carry their text as printed."""
    folder: Path | None = None
    """Where the pictures go; None: none are made."""
    cache: Path | None = None
    """Folder of what is known already; None: everything is made again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageResult:
    """What came of one page; its pictures are in the job's folder."""

    part: Edition
    """The page as an edition of its own: without label, name and jumps."""
    facts: PageFacts
    files: tuple[str, ...] = ()
    """Names of its pictures, relative to the job's folder."""
    failed: str = ""
    """Why it could not be converted; empty: it was."""


Tell = Callable[[Job], None]
Convert = Callable[[Sequence[Job], Mapping[int, PageResult], Tell], list[PageResult]]
"""Pages, results known, who hears of each: results in their order."""


def convert_page(job: Job) -> PageResult:
    """Take one page through all stages; a page that fails is kept as a picture.

    Raises:
        OSError: a picture cannot be written.
    """
    # Loaded late: with several processes only those need the stages.
    from convert.pipeline import work

    return work.convert_page(job)


def picture_page(job: Job, reason: str) -> PageResult:
    """Keep a page as a picture.

    Raises:
        OSError: a picture cannot be written.
    """
    from convert.pipeline import work

    return work.set_aside(job, reason)


def convert_pages(
    crew: Crew, jobs: Sequence[Job], known: Mapping[int, PageResult], tell: Tell
) -> list[PageResult]:
    """Return the results in the order of `jobs`.

    A page whose process dies gets another one, unless it came to a limit; what cannot be
    converted is kept as a picture if it can be drawn.

    Args:
        crew: who does it.
        jobs: all pages.
        known: results that are there already, by their place in `jobs`.
        tell: hears of each page that is finished.

    Raises:
        OSError: a picture cannot be written.
    """
    results = dict(known)

    def settle(number: int, result: PageResult) -> None:
        results[number] = result
        tell(jobs[number])

    lost: dict[int, str] = {}
    todo = [number for number in range(len(jobs)) if number not in known]
    for tries in range(1, TRIES + 1):
        died: dict[int, Died] = {}
        for place, result in crew.do(partial(convert_page, jobs[n]) for n in todo):
            if isinstance(result, Died):
                died[todo[place]] = result
            else:
                settle(todo[place], result)
        lost |= {n: end.reason for n, end in died.items() if end.final or tries == TRIES}
        todo = sorted(died.keys() - lost.keys())
    numbers = sorted(lost)
    pictures = (partial(picture_page, jobs[n], lost[n]) for n in numbers)
    for place, result in crew.do(pictures, DRAWN):
        number = numbers[place]
        settle(number, _nothing(jobs[number], lost[number]) if isinstance(result, Died) else result)
    return [results[number] for number in range(len(jobs))]


def _nothing(job: Job, reason: str) -> PageResult:
    from convert.pipeline import work

    return work.without_picture(job, reason)


def count_all(crew: Crew, paths: Sequence[Path]) -> list[int | SourceError]:
    """Return how many pages each PDF has, or what is wrong with it."""
    counts: list[int | SourceError] = [0] * len(paths)
    for place, count in crew.do(partial(_count, path) for path in paths):
        path = paths[place]
        counts[place] = SourceError(path, count.reason) if isinstance(count, Died) else count
    return counts


def _count(path: Path) -> int | SourceError:
    try:
        return count_pages(path)
    except SourceError as error:
        return error
