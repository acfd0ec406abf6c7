"""The press: converted pages in, an issue folder out, whole or not at all.

What comes out depends on the order alone, so that a revision that was interrupted at any
instant is made again with the same bytes.
"""

import fcntl
import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter

from convert.edition.stories import keep_ids, read_register, write_register
from convert.model import Edition, EditionPage, Issue
from convert.naming import NameFacts
from convert.nightly.shelf import lay_out, read_result
from convert.nightly.withdraw import withdraw
from convert.pipeline.archive import publish, staging_in
from convert.pipeline.folder import whole_folder, write_file
from convert.pipeline.issue import Order, bound, put_together
from convert.profile import Profile
from convert.reader import SITES
from convert.writers import WRITERS

MANIFEST = "issue.json"
PROOF = "proof.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """One page, ready for the press."""

    entry: Path
    """On the shelf."""
    labels: tuple[str, ...]
    file: str
    """Name that the file had in the inbox."""
    version: str = ""
    torn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PressTask:
    """One revision of an issue."""

    out: Path
    """The issue's folder."""
    site: Path
    """Folder of the paper's reading site, if its profile wants one."""
    lock: Path
    """Whoever holds it may change `out`: a press that outlived its watcher cannot."""
    profile: Profile
    """With the names of pages of that day."""
    paper: str
    date: str
    edition: str
    revision: int
    plates: tuple[Plate, ...]
    gaps: tuple[str, ...] = ()
    """Labels of pages that have not come."""
    unavailable: tuple[str, ...] = ()
    """Labels of pages of which an empty file, or nothing usable, came."""
    withdrawn: tuple[str, ...] = ()
    register: str = ""
    """JSON of the stories of the revisions before."""

    def run(self, folder: Path) -> None:
        """Publish, and write what the ledger must know of it.

        Raises:
            OutputError: the issue cannot be written; the old one stands.
        """
        formats = self.profile.outputs.formats
        with locked(self.lock):
            with whole_folder(self.out) as staging:
                edition, register = make_edition(self, staging)
                for name in formats:
                    if name in WRITERS:
                        for artifact in WRITERS[name].write(edition):
                            write_file(staging / artifact.name, artifact.data)
                manifest = write_manifest(self, staging)
            if not SITES.keys().isdisjoint(formats):
                self._show(edition)
        proof = Proof(register=register, manifest=manifest)
        (folder / PROOF).write_bytes(_PROOFS.dump_json(proof))

    def _show(self, edition: Edition) -> None:
        """Let the issue take its place in the reading site, which keeps what it showed before.

        If the press is killed before this, it publishes the same revision once more.
        """
        with staging_in(self.site) as staging:
            for folder in self.out.iterdir():
                if folder.is_dir():
                    shutil.copytree(folder, staging / folder.name)
            formats = self.profile.outputs.formats
            publish(self.site, staging, edition, self.profile.site_facts(), formats)


@dataclass(frozen=True, slots=True)
class Proof:
    """What the ledger keeps of a revision that stands."""

    register: str
    manifest: str
    """SHA-256 of issue.json."""


_PROOFS = TypeAdapter(Proof)


def read_proof(folder: Path) -> Proof:
    """Return what the press left.

    Raises:
        OSError: it left nothing.
        ValueError: what it left is damaged.
    """
    return _PROOFS.validate_json((folder / PROOF).read_bytes())


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that ends with the process, however that ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_edition(task: PressTask, staging: Path) -> tuple[Edition, str]:
    """Put the pages together; their files go to `staging`. Return the new register, too."""
    results = []
    for plate in task.plates:
        results.append(read_result(plate.entry))
        lay_out(plate.entry, staging)
    names = [_name(plate, task.date) for plate in task.plates]
    order = Order(profile=task.profile, date=task.date, raw=task.profile.outputs.raw)
    edition = put_together(names, results, order)
    edition = replace(
        edition,
        issue=replace(edition.issue, revision=task.revision),
        pages=tuple(map(_sourced, edition.pages, task.plates)),
        issues=(*edition.issues, *_troubles(task)),
    )
    edition, register = keep_ids(edition, read_register(task.register))
    edition = withdraw(edition, task.withdrawn, staging)
    if not task.withdrawn:  # else it would show what is gone, or lack a page
        edition = bound(edition, staging, order)
    return edition, write_register(register)


def _name(plate: Plate, date: str) -> NameFacts:
    """Return what the file's name said, as the edition wants it."""
    pages = [_split(label) for label in plate.labels]
    section, first = pages[0] if pages else ("", None)
    return NameFacts(
        date=date,
        section=section,
        page=first,
        page2=pages[1][1] if len(pages) > 1 else None,
        version=plate.version,
    )


def _split(label: str) -> tuple[str, int]:
    digits = label[len(label.rstrip("0123456789")) :]
    return label.removesuffix(digits), int(digits)


def _sourced(page: EditionPage, plate: Plate) -> EditionPage:
    """Let the page name the file that people sent, not our copy of it."""
    return replace(page, source=replace(page.source, file=plate.file))


def _troubles(task: PressTask) -> Iterator[Issue]:
    for label in task.gaps:
        yield Issue(code="page-missing", message=f"{label} had not come")
    for label in task.unavailable:
        yield Issue(code="page-unavailable", message=f"{label} is not available")
    for plate in task.plates:
        if plate.torn:
            label = "-".join(plate.labels)
            yield Issue(code="page-torn", message=f"{label}: its file {plate.file} is cut")


def write_manifest(task: PressTask, folder: Path) -> str:
    """Write issue.json, with a checksum of every other file; return its own."""
    paths: Sequence[Path] = sorted(p for p in folder.rglob("*") if p.is_file())
    data = {
        "version": 1,
        "paper": task.paper,
        "date": task.date,
        "edition": task.edition,
        "revision": task.revision,
        "pages": ["-".join(plate.labels) for plate in task.plates],
        "missing": list(task.gaps),
        "unavailable": list(task.unavailable),
        "withdrawn": list(task.withdrawn),
        "files": [
            {
                "path": path.relative_to(folder).as_posix(),
                "bytes": path.stat().st_size,
                "sha256": _sha256(path),
            }
            for path in paths
        ],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    write_file(folder / MANIFEST, text.encode())
    return hashlib.sha256(text.encode()).hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
