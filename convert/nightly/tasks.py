"""What is done behind walls: look at a file, convert a page, keep it as a picture.

Each task is a plain value that travels to a process of its own, and leaves its result as
files. What libraries do to a hostile file there stays there.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter

from convert.nightly.preflight import Expected, Finding, compare, preflight
from convert.nightly.shelf import NOTE, write_result
from convert.nightly.wholeness import Look, look_at
from convert.pipeline.folder import settle
from convert.pipeline.pages import Job, PageResult, convert_page

LOOK = "look.json"
MADE = "made"
"""Folder of what goes onto the shelf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the ledger keeps of a page's conversion."""

    findings: tuple[Finding, ...] = ()
    failed: str = ""
    articles: int = 0
    confidence: float = 0.0
    """Mean of the articles; 0 if there are none."""


_LOOKS = TypeAdapter(Look)
_NOTES = TypeAdapter(Note)


@dataclass(frozen=True, slots=True)
class LookTask:
    """See whether a file is whole."""

    path: Path

    def run(self, folder: Path) -> None:
        """Write the look."""
        (folder / LOOK).write_bytes(_LOOKS.dump_json(look_at(self.path)))


@dataclass(frozen=True, slots=True)
class ConvertTask:
    """Preflight a page and convert it."""

    job: Job
    expected: Expected

    def run(self, folder: Path) -> None:
        """Write the result with its files, and the note."""
        made = folder / MADE
        made.mkdir()
        before = preflight(
            self.job.path, self.job.index, self.expected, self.job.settings.source.inks
        )
        result = convert_page(replace(self.job, folder=made))
        findings = (*before, *compare(result.facts, self.expected))
        _leave(folder, result, Note(findings=findings, failed=result.failed))


@dataclass(frozen=True, slots=True)
class PictureTask:
    """Keep a page that killed its processes as a picture, if it can be drawn."""

    job: Job
    reason: str

    def run(self, folder: Path) -> None:
        """Write the result with its picture, and the note."""
        from convert.pipeline.work import set_aside

        made = folder / MADE
        made.mkdir()
        result = set_aside(replace(self.job, folder=made), self.reason)
        _leave(folder, result, Note(failed=self.reason))


def _leave(folder: Path, result: PageResult, note: Note) -> None:
    sure = [article.confidence for article in result.part.articles]
    note = replace(
        note,
        articles=len(sure),
        confidence=round(sum(sure) / len(sure), 4) if sure else 0.0,
    )
    write_result(folder / MADE, result)
    (folder / MADE / NOTE).write_bytes(_NOTES.dump_json(note))
    settle(folder / MADE)


def read_look(folder: Path) -> Look:
    """Return what a `LookTask` found.

    Raises:
        OSError: it left nothing.
        ValueError: what it left is damaged.
    """
    return _LOOKS.validate_json((folder / LOOK).read_bytes())


def read_note(folder: Path) -> Note:
    """Return what was noted of a page; `folder` is its entry on the shelf.

    Raises:
        OSError: it left nothing.
        ValueError: what it left is damaged.
    """
    return _NOTES.validate_json((folder / NOTE).read_bytes())
