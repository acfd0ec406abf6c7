"""One page through every stage that needs no other page."""

from dataclasses import replace

from convert.articles import find_articles
from convert.edition.assemble import assemble
from convert.edition.check import check, check_hotspots
from convert.edition.metadata import read_facts
from convert.errors import SourceError
from convert.geometry import Rect
from convert.imaging.render import whole_page
from convert.layout import find_layout
from convert.model import (
    Issue,
    IssueInfo,
    Page,
    PageArticles,
    Publication,
    Source,
)
from convert.pipeline.pages import Job, PageResult
from convert.pipeline.pictures import add_pictures
from convert.pipeline.recall import keep_page
from convert.sheet import close_page
from convert.source import read_page
from convert.source.digest import digest

A4 = Rect(0, 0, 595, 842)
"""The frame of a page that could not even be opened, in points."""


def convert_page(job: Job) -> PageResult:
    """Take one page through all stages; a page that fails is kept as a picture.

    Raises:
        OSError: a picture cannot be written.
    """
    try:
        result = _convert(job)
    finally:
        close_page()
    keep_page(job, result)
    return result


def _convert(job: Job) -> PageResult:
    try:
        page = read_page(job.path, job.index, job.settings.source)
    except SourceError as error:
        return set_aside(job, error.reason)
    found = find_articles(find_layout(page), hints=job.settings.layout)
    found = replace(found, issues=(*page.issues, *found.issues, *check(found)))
    return _result(job, found)


def set_aside(job: Job, reason: str) -> PageResult:
    """Return the page without text: as a picture if it can be drawn at all."""
    try:
        return _failure(job, reason, whole_page(job.path, job.index))
    except SourceError:
        return without_picture(job, reason)


def without_picture(job: Job, reason: str) -> PageResult:
    """Return a page of which nothing is known but that it was there."""
    return _failure(replace(job, folder=None), reason, A4)


def _failure(job: Job, reason: str, frame: Rect) -> PageResult:
    source = Source(file=job.path.name, page=job.index + 1, sha256=digest(job.path))
    found = PageArticles(
        page=Page(source=source, box="media", frame=frame),
        articles=(),
        issues=(Issue(code="page-failed", message=reason),),
    )
    return replace(_result(job, found), failed=reason)


def _result(job: Job, found: PageArticles) -> PageResult:
    """Put the page in the form of the edition, so that only that has to travel."""
    part = assemble(
        [found],
        publication=Publication(),
        issue=IssueInfo(),
        labels=[(job.number, "", "")],
        raw=job.raw,
    )
    wrong = [issue for page in part.pages for issue in check_hotspots(page)]
    part, files = add_pictures(job, found, replace(part, issues=(*part.issues, *wrong)))
    return PageResult(part=part, facts=read_facts(found), files=files)
