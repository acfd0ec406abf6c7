"""One page through every stage that needs no other page, alone or in a process."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from convert.articles import find_articles
from convert.edition.check import check
from convert.errors import SourceError
from convert.geometry import Rect
from convert.layout import find_layout
from convert.model import Issue, Page, PageArticles, Source
from convert.settings import Settings
from convert.source import read_page
from convert.source.digest import digest

A4 = Rect(0, 0, 595, 842)
"""The frame of a page that could not even be opened, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One page of one file."""

    path: Path
    index: int
    settings: Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One encoded picture of a page."""

    kind: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageResult:
    """What came of one page."""

    found: PageArticles
    pictures: tuple[Picture, ...] = ()
    failed: bool = False


def convert_page(job: Job) -> PageResult:
    """Take one page through all stages; a page that fails is kept as a picture."""
    try:
        page = read_page(job.path, job.index, job.settings.source)
    except SourceError as error:
        return set_aside(job, error.reason)
    found = find_articles(find_layout(page))
    found = replace(found, issues=(*page.issues, *found.issues, *check(found)))
    try:
        return PageResult(found=found, pictures=_pictures(job, page.frame, page.skew))
    except SourceError as error:
        issue = Issue(code="page-not-drawn", message=error.reason)
        return PageResult(found=replace(found, issues=(*found.issues, issue)))


def set_aside(job: Job, reason: str) -> PageResult:
    """Return the page without text: as a picture if it can be drawn at all."""
    from convert.imaging.render import sheet

    try:
        frame = sheet(job.path, job.index)
        result = without_picture(job, reason, frame)
        return replace(result, pictures=_pictures(job, frame))
    except SourceError:
        return without_picture(job, reason)


def without_picture(job: Job, reason: str, frame: Rect = A4) -> PageResult:
    """Return a page of which nothing is known but that it was there."""
    source = Source(file=job.path.name, page=job.index + 1, sha256=digest(job.path))
    return PageResult(
        found=PageArticles(
            page=Page(source=source, box="media", frame=frame),
            articles=(),
            issues=(Issue(code="page-failed", message=reason),),
        ),
        failed=True,
    )


def _pictures(job: Job, frame: Rect, skew: float = 0.0) -> tuple[Picture, ...]:
    from convert.imaging.render import encode, render, straightened, thumbnail

    settings = job.settings.images
    if not settings.long_side:
        return ()
    image = straightened(render(job.path, job.index, frame, settings.long_side), skew)
    pictures = [("page", image)]
    if settings.thumbnail:
        pictures.append(("thumbnail", thumbnail(image, settings.thumbnail)))
    return tuple(
        Picture(kind=kind, data=encode(p, settings), width=p.width, height=p.height)
        for kind, p in pictures
    )


def convert_pages(
    jobs: Sequence[Job], workers: int, tell: Callable[[Job], None]
) -> Iterator[PageResult]:
    """Yield the results in the order of `jobs`; `tell` hears of each finished page."""
    if workers <= 1 or len(jobs) <= 1:
        for job in jobs:
            yield convert_page(job)
            tell(job)
        return
    for job, result in zip(jobs, _in_processes(jobs, workers), strict=True):
        yield result
        tell(job)


def _in_processes(jobs: Sequence[Job], workers: int) -> Iterator[PageResult]:
    """MuPDF holds the interpreter's lock, so pages spread over processes."""
    with _pool(min(workers, len(jobs))) as pool:
        futures = [pool.submit(convert_page, job) for job in jobs]
        for job, future in zip(jobs, futures, strict=True):
            yield _result(job, future)


def _result(job: Job, future: "Future[PageResult]") -> PageResult:
    try:
        return future.result()
    except BrokenProcessPool:
        return _alone(job)


def _alone(job: Job) -> PageResult:
    """A page whose process died gets one more, of its own."""
    try:
        with _pool(1) as pool:
            return pool.submit(convert_page, job).result()
    except BrokenProcessPool:
        return without_picture(job, "its process died twice")


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
