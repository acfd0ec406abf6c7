"""The pages of one issue: found, ordered, converted, put together, written."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from convert.cache import Cache
from convert.edition.check import check_edition
from convert.edition.jumps import join_jumps
from convert.edition.languages import settle_languages
from convert.edition.metadata import PageFacts, issue_info, publication
from convert.errors import PagesFailed, SourceError, UsageError
from convert.model import Edition, EditionPage, Issue, IssueInfo, Publication
from convert.naming import NameFacts, check_unique, order_key, read_name
from convert.pipeline.crew import Crew
from convert.pipeline.folder import whole_folder, write_file
from convert.pipeline.pages import Convert, Job, PageResult, convert_pages, count_all
from convert.pipeline.recall import keep_page_count, recall_page_count, recall_pages
from convert.profile import Profile
from convert.reader import SITES
from convert.writers import WRITERS

ISSUE_PDF = "pdf/issue.pdf"


def _silent(_: object) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be built and how."""

    profile: Profile = field(default_factory=Profile)
    date: str = ""
    """ISO 8601; overrides what names and pages say."""
    formats: tuple[str, ...] = ("json", "xml")
    workers: int = 0
    """Processes that read and draw pages, within the walls of the profile; 0: none, that
    is done in this one and without walls."""
    convert: Convert | None = None
    """Who converts the pages instead of these processes: a cluster."""
    strict: bool = False
    """Fail if any page fails, instead of keeping it as a picture."""
    cache: Path | None = None
    """Folder that keeps what was made of pages; None: nothing is kept."""
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

    With a format of `SITES` the folder is an archive, and the issue takes its place there.

    Raises:
        UsageError: no PDF, an unknown format, two files for one page, no date for an archive.
        SourceError: no page of the input can be read.
        PagesFailed: with `strict`, one page cannot be converted.
        OutputError: `out` cannot be written.
    """
    _check_formats(order.formats)
    files = find_files(inputs)
    with Crew(order.workers, order.profile.walls) as crew:
        return _build(files, out, order, crew)


def _build(files: Sequence[Path], out: Path, order: Order, crew: Crew) -> Edition:
    named, broken = _plan(files, order, crew)
    order.plan([n.job for n in named])
    if not SITES.keys().isdisjoint(order.formats):
        # Loaded late: templates and search are for sites alone.
        from convert.pipeline.archive import publish, staging_in, with_known_ids

        with staging_in(out) as staging:
            edition = _edition(named, broken, staging, order, crew)
            edition = with_known_ids(out, edition)
            return publish(out, staging, edition, order.profile.site_facts(), order.formats)
    with whole_folder(out) as staging:
        edition = _edition(named, broken, staging, order, crew)
        for name in order.formats:
            for artifact in WRITERS[name].write(edition):
                write_file(staging / artifact.name, artifact.data)
    return edition


def _edition(
    named: Sequence[_Named], broken: Sequence[Issue], staging: Path, order: Order, crew: Crew
) -> Edition:
    jobs = [replace(n.job, folder=staging) for n in named]
    results = _convert(jobs, order, crew)
    _refuse_failures(results, order)
    edition = put_together([n.facts for n in named], results, order)
    edition = replace(edition, issues=(*edition.issues, *broken))
    return bound(edition, staging, order)


def _convert(jobs: Sequence[Job], order: Order, crew: Crew) -> list[PageResult]:
    known = recall_pages(jobs) if order.cache else {}
    for number in known:
        order.tell(jobs[number])
    convert = order.convert or partial(convert_pages, crew)
    results = convert(jobs, known, order.tell)
    if order.cache and len(known) < len(jobs):
        Cache(order.cache).prune()
    return results


def bound(edition: Edition, folder: Path, order: Order) -> Edition:
    """Add the issue as one PDF, if that is wanted."""
    sheets = {page.id: (folder / page.pdf).read_bytes() for page in edition.pages if page.pdf}
    if not order.profile.settings.images.pdf or not sheets:
        return edition
    # Loaded late: few want it.
    from convert.imaging.sheets import bind_issue

    write_file(folder / ISSUE_PDF, bind_issue(edition, sheets))
    return replace(edition, pdf=ISSUE_PDF)


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


def _check_formats(names: Iterable[str]) -> None:
    known = sorted({*WRITERS, *SITES})
    for name in names:
        if name not in known:
            raise UsageError(f"unknown format {name!r}; choose {', '.join(known)}")


def _count(files: Sequence[Path], order: Order, crew: Crew) -> dict[Path, int | SourceError]:
    """Return how many pages each file has; files that are known are not opened."""
    folder = order.cache
    recalled = {path: recall_page_count(path, folder) for path in files} if folder else {}
    known = {path: pages for path, pages in recalled.items() if pages is not None}
    new = [path for path in files if path not in known]
    counted = dict(zip(new, count_all(crew, new), strict=True))
    for path, pages in counted.items():
        if folder and isinstance(pages, int):
            keep_page_count(path, folder, pages)
    return {**known, **counted}


def _plan(files: Sequence[Path], order: Order, crew: Crew) -> tuple[list[_Named], list[Issue]]:
    """Return the pages in the order of the issue, and what is wrong with files."""
    pattern = order.profile.files if order.profile.files.grammar[0] else None
    names = {path: read_name(path, pattern) for path in files}
    check_unique(list(names.items()))
    named: list[_Named] = []
    issues: list[Issue] = []
    number = 1
    counts = _count(files, order, crew)
    for path in sorted(files, key=lambda p: (order_key(names[p]), files.index(p))):
        if pattern and names[path] is None:
            issues.append(_unknown_name(path))
        pages = counts[path]
        if isinstance(pages, SourceError):
            if order.strict or len(files) == 1:
                raise pages
            issues.append(_failed_file(path, pages.reason))
            continue
        for index in range(pages):
            facts = names[path] if pages == 1 else None
            job = Job(
                path=path,
                index=index,
                settings=order.profile.page_settings(),
                number=number,
                labels=facts.labels if facts else (),
                cache=order.cache,
                raw=order.raw,
            )
            named.append(_Named(job, facts))
            number += len(facts.labels) if facts and facts.labels else 1
    if not named:
        raise SourceError(files[0], issues[-1].message)
    return named, issues


def _unknown_name(path: Path) -> Issue:
    message = f"{path.name} matches no pattern of the profile; its pages come last"
    return Issue(code="name-unknown", message=message)


def _failed_file(path: Path, reason: str) -> Issue:
    return Issue(code="file-failed", message=f"{path.name}: {reason}")


def _refuse_failures(results: Sequence[PageResult], order: Order) -> None:
    failed = [(r.part.pages[0].source, r.failed) for r in results if r.failed]
    if order.strict and failed:
        reasons = "; ".join(f"{s.file} page {s.page}: {reason}" for s, reason in failed)
        raise PagesFailed(f"nothing was written, because of {reasons}")


def put_together(
    names: Sequence[NameFacts | None], results: Sequence[PageResult], order: Order
) -> Edition:
    """Return the edition of converted pages: called by name, joined by jumps, checked."""
    facts = [r.facts for r in results]
    parts = [r.part for r in results]
    edition = Edition(
        publication=_publication(order.profile, facts),
        issue=_issue(order, names, facts),
        pages=tuple(_called(names, results, order.profile)),
        articles=tuple(article for part in parts for article in part.articles),
        furniture=tuple(block for part in parts for block in part.furniture),
        issues=tuple(issue for part in parts for issue in part.issues),
    )
    edition = settle_languages(join_jumps(edition))
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


def _called(
    names: Sequence[NameFacts | None], results: Sequence[PageResult], profile: Profile
) -> Iterator[EditionPage]:
    for facts, result in zip(names, results, strict=True):
        for page in result.part.pages:
            labels = facts.labels if facts else ()
            label = (facts.label if facts else "") or result.facts.label or str(page.number)
            given = (profile.pages[key] for key in (label, *labels) if key in profile.pages)
            yield replace(page, label=label, name=next(given, result.facts.name))
