"""An archive: a folder of many issues with everything around them.

An issue appears whole or not at all, in a folder of its own; what stands around it is
written after it, file by file, and `archive.json` last. A run that breaks leaves every
issue as it was, and the next one puts right what it did not come to.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from convert.edition.stories import Story, keep_ids, register_of
from convert.errors import OutputError, UsageError
from convert.model import Edition, Kind, Publication
from convert.pipeline import bundle
from convert.pipeline.around import Around, write_around
from convert.pipeline.folder import replace_file, settle, swap, sync, write_file
from convert.profile import SiteFacts
from convert.reader import founder
from convert.reader.issue import IssueView, issue_view
from convert.reader.pages import RECORD, write_issue
from convert.reader.record import Gone, Record, digest_of, from_json, without_withdrawn
from convert.reader.site import Site, site_of
from convert.reader.stored import edition_from_json
from convert.writers import WRITERS

MARK = "archive.json"
"""What an archive holds; a folder with other things in it is not ours."""
EDITION = "edition.json"
LOCK = ".lock"
MADE = (
    *("*.html", "text*.js", "edition.json", "edition.xml", "issue.json", "offline.json"),
    *("search.bin", "issue.zip"),
)
"""Files of an issue that are made from its edition; the others are pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What archive.json says."""

    archive: int = 1
    """Version of this file."""
    publication: Publication
    site: SiteFacts
    formats: tuple[str, ...] = ()
    around: Around = field(default_factory=Around)


_STATE = TypeAdapter(State)


@dataclass(frozen=True, slots=True)
class _Facts:
    site: SiteFacts
    formats: tuple[str, ...]


@contextmanager
def staging_in(out: Path) -> Iterator[Path]:
    """Yield a fresh folder inside the archive `out` for an issue to be; it is gone afterwards.

    Raises:
        OutputError: `out` is no archive and not empty, another run is at work in it, or
            the disk refuses.
    """
    _refuse_foreign(out)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with _alone(out):
            folder = Path(tempfile.mkdtemp(prefix=".issue-", dir=out))
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        message = f"{out}: {error.strerror or error}; the issues are as they were before"
        raise OutputError(message) from error


def _refuse_foreign(out: Path) -> None:
    if out.is_file():
        raise OutputError(f"{out}: is a file; name a folder")
    names = {path.name for path in out.iterdir()} if out.is_dir() else set()
    ours = MARK in names or all(name == LOCK or name.startswith(".issue-") for name in names)
    if names and not ours:
        raise OutputError(f"{out}: holds files that are no archive; name an empty or a new folder")


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Keep other runs out of the archive; the lock ends with the process."""
    if os.name != "posix":
        yield
        return
    import fcntl

    with (out / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(f"{out}: another run is at work there; wait for it") from None
        yield


def with_known_ids(out: Path, edition: Edition) -> Edition:
    """Return the edition with the ids that its stories have in the archive, if it has them.

    So they keep their addresses, whatever comes in before them: a late page, a new article.
    An address that a story has left is not given to another one.

    Raises:
        OutputError: what the archive remembers cannot be read.
    """
    folder = out / edition.issue.date
    record = read_record(folder)
    if record is None:
        return edition
    back = {(article.id, digest_of(article)) for article in edition.articles}
    left = (
        Story(id=gone.id, page="", kind=Kind.ARTICLE, head="", text="", box=None)
        for gone in record.gone
        if gone.why == "replaced" and (gone.id, gone.digest) not in back
    )
    known = register_of(_read_edition(folder / EDITION))
    return keep_ids(edition, (*known, *left))[0]


def publish(
    out: Path, staging: Path, edition: Edition, facts: SiteFacts, formats: tuple[str, ...]
) -> Edition:
    """Put an issue, whose pictures are in `staging`, into the archive; return it as published.

    Raises:
        UsageError: the issue has no date.
        OutputError: what the archive remembers cannot be read.
        OSError: the disk refuses.
    """
    day = _date(edition)
    return _publish(out, staging, edition, read_record(out / day), _Facts(facts, formats))


def _publish(
    out: Path, staging: Path, edition: Edition, old: Record | None, made: "_Facts"
) -> Edition:
    facts, formats, day = made.site, made.formats, edition.issue.date
    site = site_of(edition.publication, facts, bundled=bundle.FORMAT in formats)
    whole, edition = edition, without_withdrawn(edition, old)
    for name in _files(whole) - _files(edition):
        (staging / name).unlink(missing_ok=True)
    view = issue_view(edition, site.words, old)
    edition = replace(edition, issue=replace(edition.issue, revision=view.record.revision))
    for artifact in write_issue(replace(view, edition=edition), site):
        write_file(staging / artifact.name, artifact.data)
    for name in sorted({"json", *formats} & WRITERS.keys()):
        for artifact in WRITERS[name].write(edition):
            write_file(staging / artifact.name, artifact.data)
    if bundle.FORMAT in formats:
        bundle.write_bundle(staging, replace(view, edition=edition), site)
    settle(staging)
    _mark(out, State(publication=edition.publication, site=facts, formats=formats))
    swap(staging, out / day)
    sync(out)
    if founder.FORMAT in formats:
        _write_founder(out, view, site)
    _surround(out, view.record, site)
    return edition


def _files(edition: Edition) -> set[str]:
    """Return the files of an edition that show single articles."""
    figures = (figure.image for a in edition.articles for figure in a.figures)
    return {edition.pdf, *(page.pdf for page in edition.pages), *(f or "" for f in figures)} - {""}


def _write_founder(out: Path, issue: IssueView, site: Site) -> None:
    """Put the issue's other forms in their places, each whole like the first."""
    staging = Path(tempfile.mkdtemp(prefix=".issue-", dir=out))
    try:
        for artifact in founder.write_founder(issue, site):
            write_file(staging / artifact.name, artifact.data)
        settle(staging)
        for folder in founder.folders_of(issue.date):
            (out / folder).parent.mkdir(parents=True, exist_ok=True)
            swap(staging / folder, out / folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _date(edition: Edition) -> str:
    day = edition.issue.date
    try:
        date.fromisoformat(day)
    except ValueError:
        raise UsageError(
            f"the issue has no date{f' ({day!r} is none)' if day else ''}; give --date YYYY-MM-DD"
        ) from None
    return day


def _mark(out: Path, state: State) -> None:
    """Say that the folder is ours, before the first issue stands in it."""
    around = read_state(out).around if (out / MARK).is_file() else Around()
    replace_file(out / MARK, _state_bytes(replace(state, around=around)))


def _state_bytes(state: State) -> bytes:
    return _STATE.dump_json(state, indent=1) + b"\n"


def _surround(out: Path, record: Record, site: Site) -> None:
    state = read_state(out)
    around = write_around(out, record, site, state.around)
    replace_file(out / MARK, _state_bytes(replace(state, around=around)))


def read_state(out: Path) -> State:
    """Read archive.json.

    Raises:
        OutputError: there is none, or it is damaged.
    """
    path = out / MARK
    try:
        return _STATE.validate_json(path.read_bytes())
    except FileNotFoundError:
        raise OutputError(f"{out}: is no archive; build one with --format site") from None
    except ValidationError as error:
        raise OutputError(f"{path}: is damaged: {error.errors()[0]['msg']}") from error


def read_record(folder: Path) -> Record | None:
    """Return what is remembered of the issue in `folder`, None if there is none.

    Raises:
        OutputError: the record is damaged.
    """
    path = folder / RECORD
    try:
        return from_json(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError as error:
        raise OutputError(f"{path}: {error}; build the issue of that day again") from error


def withdraw(out: Path, day: str, ids: Iterable[str], *, undo: bool = False) -> Edition:
    """Take articles out of a published issue; their addresses keep a notice.

    The same words, or an article at the same place, stay out when the issue is built
    again. With `undo` the next build publishes them.

    Raises:
        UsageError: there is no such issue or article.
        OutputError: the archive is damaged, or the disk refuses.
    """
    state = read_state(out)
    old = read_record(out / day)
    if old is None:
        raise UsageError(f"{out}: has no issue of {day}; write the date as YYYY-MM-DD")
    edition = _read_edition(out / day / EDITION)
    changed = replace(old, gone=_gone(old, edition, tuple(ids), undo))
    with staging_in(out) as staging:
        shutil.copytree(
            out / day,
            staging,
            ignore=shutil.ignore_patterns(*MADE),
            copy_function=_link,
            dirs_exist_ok=True,
        )
        made = _Facts(state.site, state.formats)
        return _publish(out, staging, edition, changed, made)


def _link(source: str, target: str) -> None:
    """Pictures stay as they are: a second name for them costs nothing."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _gone(old: Record, edition: Edition, ids: tuple[str, ...], undo: bool) -> tuple[Gone, ...]:
    known = {a.id: a for a in old.articles} | {g.id: g for g in old.gone}
    missing = [id_ for id_ in ids if id_ not in known]
    if missing:
        raise UsageError(f"{old.date}: has no article {', '.join(missing)}")
    rest = tuple(gone for gone in old.gone if gone.id not in ids)
    if undo:
        back = (replace(g, why="replaced", digest="") for g in old.gone if g.id in ids)
        return (*rest, *back)
    digests = {a.id: digest_of(a) for a in edition.articles if a.blocks}
    new = (
        Gone(id=id_, slug=known[id_].slug, why="withdrawn", digest=digests.get(id_, ""))
        for id_ in ids
    )
    return (*rest, *new)


def _read_edition(path: Path) -> Edition:
    try:
        return edition_from_json(path.read_bytes())
    except (FileNotFoundError, ValueError) as error:
        raise OutputError(f"{path}: {error}; build the issue of that day again") from error
