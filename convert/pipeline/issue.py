"""The pages of one issue: found, ordered, converted, put together, written."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from convert.edition.assemble import assemble
from convert.edition.check import check_edition
from convert.edition.jumps import join_jumps
from convert.edition.metadata import PageFacts, issue_info, publication, read_facts
from convert.errors import PagesFailed, SourceError, UsageError
from convert.model import (
    Edition,
    EditionPage,
    Issue,
    IssueInfo,
    PageImage,
    Publication,
)
from convert.naming import NameFacts, check_unique, order_key, read_name
from convert.pipeline.folder import whole_folder, write_file
from convert.pipeline.pages import Job, PageResult, convert_pages
from convert.profile import Profile
from convert.source import count_pages
from convert.writers import WRITERS, Artifact

IMAGES = PurePosixPath("images")
"""Folder of the page pictures, relative to the edition."""


def _silent(_: object) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be built and how."""

    profile: Profile = field(default_factory=Profile)
    date: str = ""
    """ISO 8601; overrides what names and pages say."""
    formats: tuple[str, ...] = ("json", "xml")
    workers: int = 1
    strict: bool = False
    """Fail if any page fails, instead of keeping it as a picture."""
    raw: bool = False
    """Also write the text as printed."""
    tell: Callable[[Job], None] = _silent
    """Hears of each finished page."""
    plan: Callable[[Sequence[Job]], None] = _silent
    """Hears of all pages before the first is converted."""


@dataclass(frozen=True, slots=True)
class _Named:
    job: Job
    facts: NameFacts | None


def build(inputs: Iterable[Path], out: Path, order: Order) -> Edition:
    """Convert PDFs into an edition in the folder `out`.

    Raises:
        UsageError: no PDF, an unknown format, two files for one page.
        SourceError: no page of the input can be read.
        PagesFailed: with `strict`, one page cannot be converted.
        OutputError: `out` cannot be written.
    """
    writers = [_writer(name) for name in order.formats]
    named, broken = _plan(find_files(inputs), order)
    order.plan([n.job for n in named])
    with whole_folder(out) as staging:
        results = list(convert_pages([n.job for n in named], order.workers, order.tell))
        _refuse_failures(results, order)
        edition = put_together(named, results, order)
        edition = replace(edition, issues=(*edition.issues, *broken))
        edition = _with_pictures(edition, results, staging)
        for write in writers:
            for artifact in write(edition):
                write_file(staging / artifact.name, artifact.data)
    return edition


def find_files(inputs: Iterable[Path]) -> tuple[Path, ...]:
    """Return the PDFs named and those in the folders named, sorted within a folder.

    Raises:
        UsageError: there is none.
    """
    files: list[Path] = []
    for path in inputs:
        if path.is_dir():
            files += sorted(p for p in path.iterdir() if p.suffix.lower() == ".pdf")
        else:
            files.append(path)
    if not files:
        raise UsageError("no PDF given; name page files or a folder that holds them")
    return tuple(dict.fromkeys(files))


def _writer(name: str) -> Callable[[Edition], Iterator[Artifact]]:
    if name not in WRITERS:
        raise UsageError(f"unknown format {name!r}; choose {', '.join(sorted(WRITERS))}")
    return WRITERS[name].write


def _plan(files: Sequence[Path], order: Order) -> tuple[list[_Named], list[Issue]]:
    """Return the pages in the order of the issue, and what is wrong with files."""
    pattern = order.profile.files if order.profile.files.pattern else None
    names = {path: read_name(path, pattern) for path in files}
    check_unique(list(names.items()))
    named: list[_Named] = []
    issues: list[Issue] = []
    for path in sorted(files, key=lambda p: (order_key(names[p]), files.index(p))):
        if pattern and names[path] is None:
            issues.append(_unknown_name(path))
        try:
            pages = count_pages(path)
        except SourceError as error:
            if order.strict or len(files) == 1:
                raise
            issues.append(_failed_file(path, error.reason))
            continue
        for index in range(pages):
            job = Job(path=path, index=index, settings=order.profile.page_settings())
            named.append(_Named(job, names[path] if pages == 1 else None))
    if not named:
        raise SourceError(files[0], issues[-1].message)
    return named, issues


def _unknown_name(path: Path) -> Issue:
    message = f"{path.name} matches no pattern of the profile; its pages come last"
    return Issue(code="name-unknown", message=message)


def _failed_file(path: Path, reason: str) -> Issue:
    return Issue(code="file-failed", message=f"{path.name}: {reason}")


def _refuse_failures(results: Sequence[PageResult], order: Order) -> None:
    failed = [r for r in results if r.failed]
    if order.strict and failed:
        reasons = "; ".join(
            f"{r.found.page.source.file} page {r.found.page.source.page}:"
            f" {r.found.issues[0].message}"
            for r in failed
        )
        raise PagesFailed(f"nothing was written, because of {reasons}")


def put_together(named: Sequence[_Named], results: Sequence[PageResult], order: Order) -> Edition:
    """Return the edition of converted pages, checked but without its pictures."""
    facts = [read_facts(r.found) for r in results]
    names = [n.facts for n in named]
    edition = assemble(
        [r.found for r in results],
        publication=_publication(order.profile, facts),
        issue=_issue(order, names, facts),
        labels=list(_labels(names, facts, order.profile)),
        raw=order.raw,
    )
    edition = join_jumps(edition)
    return replace(edition, issues=(*edition.issues, *check_edition(edition)))


def _publication(profile: Profile, facts: Sequence[PageFacts]) -> Publication:
    given, read = profile.publication.publication(), publication(facts)
    return replace(given, name=given.name or read.name, codes=given.codes or read.codes)


def _issue(
    order: Order, names: Sequence[NameFacts | None], facts: Sequence[PageFacts]
) -> IssueInfo:
    read = issue_info(facts)
    dates = {n.date for n in names if n is not None and n.date}
    named = dates.pop() if len(dates) == 1 else ""
    return replace(read, date=order.date or named or read.date)


def _labels(
    names: Sequence[NameFacts | None], facts: Sequence[PageFacts], profile: Profile
) -> Iterator[tuple[int, str, str]]:
    for number, (name, fact) in enumerate(zip(names, facts, strict=True), start=1):
        label = (name.label if name else "") or fact.label or str(number)
        yield number, label, profile.pages.get(label, fact.name)


def _with_pictures(edition: Edition, results: Sequence[PageResult], staging: Path) -> Edition:
    pages: list[EditionPage] = []
    for page, result in zip(edition.pages, results, strict=True):
        images = []
        for picture in result.pictures:
            name = IMAGES / f"{page.id}-{picture.kind}.jpg"
            write_file(staging / name, picture.data)
            images.append(
                PageImage(
                    kind=picture.kind,
                    path=str(name),
                    width=picture.width,
                    height=picture.height,
                    type="image/jpeg",
                )
            )
        pages.append(replace(page, images=tuple(images)))
    return replace(edition, pages=tuple(pages))
