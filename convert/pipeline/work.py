"""One page through every stage that needs no other page."""

from dataclasses import replace
from pathlib import PurePosixPath

from convert.articles import find_articles
from convert.edition.assemble import assemble
from convert.edition.check import check
from convert.edition.metadata import read_facts
from convert.errors import SourceError
from convert.geometry import Rect
from convert.imaging.render import encode, render, straightened, thumbnail, whole_page
from convert.layout import find_layout
from convert.model import (
    Edition,
    Issue,
    IssueInfo,
    Page,
    PageArticles,
    PageImage,
    Publication,
    Source,
)
from convert.pdf import close_page
from convert.pipeline.folder import write_file
from convert.pipeline.pages import Job, PageResult
from convert.source import read_page
from convert.source.digest import digest

A4 = Rect(0, 0, 595, 842)
"""The frame of a page that could not even be opened, in points."""
IMAGES = PurePosixPath("images")
"""Folder of the page pictures, relative to the edition."""


def convert_page(job: Job) -> PageResult:
    """Take one page through all stages; a page that fails is kept as a picture.

    Raises:
        OSError: a picture cannot be written.
    """
    try:
        return _convert(job)
    finally:
        close_page()


def _convert(job: Job) -> PageResult:
    try:
        page = read_page(job.path, job.index, job.settings.source)
    except SourceError as error:
        return set_aside(job, error.reason)
    found = find_articles(find_layout(page))
    found = replace(found, issues=(*page.issues, *found.issues, *check(found)))
    try:
        return _result(job, found, _pictures(job, page.frame, page.skew))
    except SourceError as error:
        issue = Issue(code="page-not-drawn", message=error.reason)
        return _result(job, replace(found, issues=(*found.issues, issue)))


def set_aside(job: Job, reason: str) -> PageResult:
    """Return the page without text: as a picture if it can be drawn at all."""
    try:
        frame = whole_page(job.path, job.index)
        return _failure(job, reason, frame, _pictures(job, frame))
    except SourceError:
        return without_picture(job, reason)


def without_picture(job: Job, reason: str) -> PageResult:
    """Return a page of which nothing is known but that it was there."""
    return _failure(job, reason, A4)


def _failure(
    job: Job, reason: str, frame: Rect, pictures: tuple[PageImage, ...] = ()
) -> PageResult:
    source = Source(file=job.path.name, page=job.index + 1, sha256=digest(job.path))
    found = PageArticles(
        page=Page(source=source, box="media", frame=frame),
        articles=(),
        issues=(Issue(code="page-failed", message=reason),),
    )
    return replace(_result(job, found, pictures), failed=reason)


def _result(job: Job, found: PageArticles, pictures: tuple[PageImage, ...] = ()) -> PageResult:
    """Put the page in the form of the edition, so that only that has to travel."""
    part = assemble(
        [found],
        publication=Publication(),
        issue=IssueInfo(),
        labels=[(job.number, "", "")],
        raw=job.raw,
    )
    return PageResult(part=_with_pictures(part, pictures), facts=read_facts(found))


def _with_pictures(part: Edition, pictures: tuple[PageImage, ...]) -> Edition:
    return replace(part, pages=tuple(replace(page, images=pictures) for page in part.pages))


def _pictures(job: Job, frame: Rect, skew: float = 0.0) -> tuple[PageImage, ...]:
    settings = job.settings.images
    if not settings.long_side or job.folder is None:
        return ()
    image = straightened(render(job.path, job.index, frame, settings.long_side), skew)
    pictures = [("page", image)]
    if settings.thumbnail:
        pictures.append(("thumbnail", thumbnail(image, settings.thumbnail)))
    made = []
    for kind, picture in pictures:
        name = IMAGES / f"p{job.number:02}-{kind}.jpg"
        write_file(job.folder / name, encode(picture, settings))
        made.append(
            PageImage(
                kind=kind,
                path=str(name),
                width=picture.width,
                height=picture.height,
                type="image/jpeg",
            )
        )
    return tuple(made)
