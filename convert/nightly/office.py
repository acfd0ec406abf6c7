"""Where everything lies: inbox, output, and the folder of the night's own work."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from convert.errors import UsageError
from convert.nightly.shelf import Shelf
from convert.nightly.staging import Staging
from convert.profile import Profile, load_profile

STATE = ".night"
"""Folder of the work, inside the output folder unless another one is named."""


@dataclass(frozen=True, slots=True)
class Office:
    """The folders of a night shift."""

    inbox: Path
    out: Path
    state: Path

    @property
    def ledger(self) -> Path:
        """The SQLite file."""
        return self.state / "ledger.sqlite"

    @property
    def lock(self) -> Path:
        """What the one watcher of this state folder holds."""
        return self.state / "watch.lock"

    @property
    def staging(self) -> Staging:
        """Private copies of page files."""
        return Staging(self.state / "files")

    @property
    def shelf(self) -> Shelf:
        """Converted pages."""
        return Shelf(self.state / "pages")

    @property
    def scratch(self) -> Path:
        """Folders of jobs at work; emptied when a watcher begins."""
        return self.state / "scratch"

    @property
    def reports(self) -> Path:
        """Reports of nights, and the metrics."""
        return self.state / "reports"

    def issue(self, paper: str, day: date, edition: str) -> Path:
        """Return the folder of an issue: OUT/paper/2026-11-23-late."""
        return self.out / paper / "-".join(filter(None, (day.isoformat(), edition)))

    def site(self, paper: str, edition: str) -> Path:
        """Return the folder of a paper's reading site: OUT/paper/site-late."""
        return self.out / paper / "-".join(filter(None, ("site", edition)))


def state_of(out: Path, state: Path | None) -> Path:
    """Return the folder of the night's work."""
    return state if state is not None else out / STATE


def load_papers(paths: list[Path]) -> Mapping[str, Profile]:
    """Return the profiles of all papers by key; of a folder all its .toml files.

    Raises:
        UsageError: one cannot be read, has no page plan, or shares its key with another.
    """
    papers: dict[str, Profile] = {}
    for path in _files(paths):
        profile = load_profile(path)
        key = profile.publication.key or _key(path)
        if key in papers:
            raise UsageError(
                f"{path}: another profile has the key {key!r}, too; set publication.key"
            )
        if not profile.plan.sections:
            raise UsageError(
                f"{path}: has no [[plan.sections]]; `banmian profile init` proposes them"
            )
        papers[key] = profile
    if not papers:
        raise UsageError("no profile; name one with --profile paper.toml")
    return papers


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.toml")) if path.is_dir() else (path,)


def _key(path: Path) -> str:
    """Return a key from the name of the file, or of its folder if it is paper.toml."""
    stem = path.resolve().parent.name if path.stem == "paper" else path.stem
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in stem.casefold())
    return plain.strip("-")[:40] or "paper"
