"""The shelf of converted pages, by content: a page is converted once, and published often.

An entry is a folder with `result.json` and the page's files; it appears whole, by one
rename. Its name is the digest of all that the result depends on.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter

from convert import __version__
from convert.pipeline.pages import Job, PageResult

RECIPE = 1
"""Raised when the same page gives another result."""
RESULT = "result.json"
NOTE = "note.json"
"""What the ledger keeps of it; neither of the two is published."""

_RESULTS = TypeAdapter(PageResult)


def name_of(job: Job, sha256: str, kind: str = "") -> str:
    """Return the name of a page's result.

    Args:
        job: the page; where it lies and goes is no matter.
        sha256: of its file.
        kind: what was done instead of converting it.
    """
    parts = (sha256, job.index, job.number, job.labels, job.raw, asdict(job.settings), kind)
    text = json.dumps((*parts, __version__, RECIPE), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of the entries."""

    folder: Path

    def path(self, name: str) -> Path:
        """Return where the entry is."""
        return self.folder / name[:2] / name

    def holds(self, name: str) -> bool:
        """Whether the page has been converted."""
        return (self.path(name) / RESULT).is_file()

    def put(self, name: str, made: Path) -> None:
        """Take in a folder that is complete and on the disk; another one's work is kept.

        Raises:
            OSError: the disk refuses.
        """
        home = self.path(name)
        home.parent.mkdir(parents=True, exist_ok=True)
        if not self.holds(name):
            shutil.rmtree(home, ignore_errors=True)
            made.rename(home)


def write_result(folder: Path, result: PageResult) -> None:
    """Write the result beside the page's files.

    Raises:
        OSError: the disk refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / RESULT).write_bytes(_RESULTS.dump_json(result))


def read_result(folder: Path) -> PageResult:
    """Return the result of an entry.

    Raises:
        OSError: there is none.
        ValueError: it is damaged.
    """
    return _RESULTS.validate_json((folder / RESULT).read_bytes())


def lay_out(entry: Path, folder: Path) -> None:
    """Put the page's files into `folder`, as links to those of the entry where it can be.

    Raises:
        OSError: the disk refuses.
    """
    for path in _files(entry):
        target = folder / path.relative_to(entry)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, target)
        except OSError:  # another file system, or too many links
            shutil.copyfile(path, target)


def _files(entry: Path) -> Iterator[Path]:
    return (p for p in sorted(entry.rglob("*")) if p.is_file() and p.name not in {RESULT, NOTE})
