"""Files and their pages: what came in and what became of it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice
from sqlite3 import Row

from convert.nightly.decide import State, Version
from convert.nightly.ledger import Connection


class FileState(StrEnum):
    """What became of a file."""

    STAGED = "staged"
    """Copied, and not yet looked at."""
    WHOLE = "whole"
    TORN = "torn"
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    FOREIGN = "foreign"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One content that a name in the inbox had."""

    name: str
    stamp: str
    size: int
    sha256: str
    state: FileState
    reason: str = ""
    pages: int = 0
    deaths: int = 0
    paper: str = ""
    issue: int | None = None
    labels: tuple[str, ...] = ()
    version: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One page of one file."""

    file: int
    place: int
    """0-based page of the file."""
    issue: int
    labels: tuple[str, ...]
    number: int
    version: str
    state: State
    torn: bool = False
    deaths: int = 0
    shelf: str = ""
    """Name of its result on the shelf; empty: there is none."""
    seconds: float = 0.0
    articles: int = 0
    confidence: float = 0.0
    id: int = 0

    @property
    def candidate(self) -> Version:
        """The page as `decide` sees it."""
        return Version(
            id=self.id,
            labels=self.labels,
            number=self.number,
            version=self.version,
            state=self.state,
            torn=self.torn,
        )


def _joined(labels: Iterable[str]) -> str:
    return "+".join(labels)


def _parted(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("+")))


def _file(row: Row) -> File:
    return File(
        **{k: row[k] for k in ("id", "name", "stamp", "size", "sha256", "reason", "pages")},
        **{k: row[k] for k in ("deaths", "paper", "issue", "version")},
        state=FileState(row["state"]),
        labels=_parted(row["labels"]),
    )


def _page(row: Row) -> PageRow:
    keys = ("id", "file", "place", "issue", "number", "version", "deaths", "shelf", "seconds")
    return PageRow(
        **{k: row[k] for k in (*keys, "articles", "confidence")},
        labels=_parted(row["labels"]),
        torn=bool(row["torn"]),
        state=State(row["state"]),
    )


def add_file(db: Connection, file: File, at: datetime) -> int:
    """Write a file down; return its id."""
    cursor = db.execute(
        "INSERT INTO file (name, stamp, size, sha256, seen_at, state, reason, pages, paper,"
        " issue, labels, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            file.name,
            file.stamp,
            file.size,
            file.sha256,
            at.isoformat(),
            file.state,
            file.reason,
            file.pages,
            file.paper,
            file.issue,
            _joined(file.labels),
            file.version,
        ),
    )
    return int(cursor.lastrowid or 0)


def known(db: Connection, name: str, stamp: str) -> File | None:
    """Return what was written down of a name with that stamp."""
    row = db.execute(
        "SELECT * FROM file WHERE name = ? AND stamp = ? ORDER BY id DESC LIMIT 1", (name, stamp)
    ).fetchone()
    return _file(row) if row else None


def file_of(db: Connection, number: int) -> File:
    """Return the file of an id."""
    return _file(db.execute("SELECT * FROM file WHERE id = ?", (number,)).fetchone())


def staged_files(db: Connection, papers: Collection[str]) -> list[File]:
    """Return the files of these papers that wait to be looked at, oldest first."""
    rows = db.execute("SELECT * FROM file WHERE state = 'staged' ORDER BY id")
    return [_file(row) for row in rows if row["paper"] in papers]


def files_of_issue(db: Connection, issue: int) -> list[File]:
    """Return all files of an issue, oldest first."""
    return [*map(_file, db.execute("SELECT * FROM file WHERE issue = ? ORDER BY id", (issue,)))]


def twin(db: Connection, file: File) -> File | None:
    """Return the file that has these pages already with the same content, if it is current.

    An older one that was replaced since is no twin: sending it again means to go back.
    """
    row = db.execute(
        "SELECT * FROM file WHERE issue = ? AND labels = ? AND version = ?"
        " AND state = 'whole' ORDER BY id DESC LIMIT 1",
        (file.issue, _joined(file.labels), file.version),
    ).fetchone()
    return _file(row) if row and row["sha256"] == file.sha256 else None


def twin_elsewhere(db: Connection, file: File) -> str:
    """Return the labels of other pages of the issue that have the same content, or nothing."""
    row = db.execute(
        "SELECT labels FROM file WHERE issue = ? AND sha256 = ? AND labels != ?"
        " AND state = 'whole' ORDER BY id LIMIT 1",
        (file.issue, file.sha256, _joined(file.labels)),
    ).fetchone()
    return "-".join(_parted(row[0])) if row else ""


def stamps_of_taken(db: Connection) -> set[str]:
    """Return the stamps of all files that were taken."""
    rows = db.execute("SELECT stamp FROM file WHERE state IN ('whole', 'duplicate')")
    return {row[0] for row in rows}


def staged_issues(db: Connection) -> set[int]:
    """Return the ids of issues of which files wait to be looked at."""
    return {row[0] for row in db.execute("SELECT DISTINCT issue FROM file WHERE state = 'staged'")}


def is_unsettled(db: Connection, issue: int) -> bool:
    """Whether a file or a page of an issue waits to be looked at or converted."""
    page = "SELECT 1 FROM page WHERE issue = :issue AND state = 'ready'"
    file = "SELECT 1 FROM file WHERE issue = :issue AND state = 'staged'"
    row = db.execute(f"SELECT EXISTS ({page}) OR EXISTS ({file})", {"issue": issue}).fetchone()
    return bool(row[0])


def settle_file(
    db: Connection, file: File, state: FileState, at: datetime, *, reason: str = "", pages: int = 0
) -> None:
    """Write down what became of a file."""
    db.execute(
        "UPDATE file SET state = ?, reason = ?, pages = ?, finished_at = ? WHERE id = ?",
        (state, reason, pages, at.isoformat(), file.id),
    )


def file_died(db: Connection, file: File) -> int:
    """Count a process that a file killed; return how many it has."""
    db.execute("UPDATE file SET deaths = deaths + 1 WHERE id = ?", (file.id,))
    return int(db.execute("SELECT deaths FROM file WHERE id = ?", (file.id,)).fetchone()[0])


def add_page(db: Connection, page: PageRow) -> int:
    """Write a page down; return its id."""
    cursor = db.execute(
        "INSERT INTO page (file, place, issue, labels, number, version, torn, state)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            page.file,
            page.place,
            page.issue,
            _joined(page.labels),
            page.number,
            page.version,
            page.torn,
            page.state,
        ),
    )
    return int(cursor.lastrowid or 0)


def ready_pages(db: Connection, papers: Collection[str], most: int) -> list[PageRow]:
    """Return pages of these papers that wait to be converted: the next deadline first."""
    rows = db.execute(
        "SELECT page.*, paper FROM page JOIN issue ON issue.id = page.issue"
        " WHERE state = 'ready' ORDER BY issue.deadline, page.id"
    )
    return [*islice((_page(row) for row in rows if row["paper"] in papers), most)]


def pages_of_issue(db: Connection, issue: int) -> list[PageRow]:
    """Return all pages of an issue, oldest first."""
    return [*map(_page, db.execute("SELECT * FROM page WHERE issue = ? ORDER BY id", (issue,)))]


def number_of(db: Connection, issue: int, labels: tuple[str, ...]) -> int | None:
    """Return the number that a page outside the plan was given before."""
    row = db.execute(
        "SELECT number FROM page WHERE issue = ? AND labels = ? LIMIT 1", (issue, _joined(labels))
    ).fetchone()
    return int(row[0]) if row else None


def highest_number(db: Connection, issue: int) -> int:
    """Return the highest number that a page of the issue has, the second of a spread too."""
    row = db.execute(
        "SELECT max(number + (labels LIKE '%+%')) FROM page WHERE issue = ?", (issue,)
    ).fetchone()
    return int(row[0] or 0)


def page_died(db: Connection, page: PageRow) -> int:
    """Count a process that a page killed; return how many it has."""
    db.execute("UPDATE page SET deaths = deaths + 1 WHERE id = ?", (page.id,))
    return int(db.execute("SELECT deaths FROM page WHERE id = ?", (page.id,)).fetchone()[0])


def set_state(db: Connection, page: PageRow, state: State) -> None:
    """Write down how far a page is."""
    db.execute("UPDATE page SET state = ? WHERE id = ?", (state, page.id))


def settle_page(db: Connection, page: PageRow, at: datetime) -> None:
    """Write down what became of a page: state, shelf, seconds, articles, confidence."""
    db.execute(
        "UPDATE page SET state = ?, shelf = ?, seconds = ?, articles = ?, confidence = ?,"
        " finished_at = ? WHERE id = ?",
        (
            page.state,
            page.shelf,
            page.seconds,
            page.articles,
            page.confidence,
            at.isoformat(),
            page.id,
        ),
    )


def add_finding(db: Connection, page: int, code: str, severity: str, message: str) -> None:
    """Write down what preflight says of a page."""
    db.execute("INSERT INTO finding VALUES (?, ?, ?, ?)", (page, code, severity, message))


def findings(db: Connection, page: int) -> Iterator[tuple[str, str, str]]:
    """Yield code, severity and message of what preflight says of a page."""
    for row in db.execute("SELECT * FROM finding WHERE page = ? ORDER BY rowid", (page,)):
        yield row["code"], row["severity"], row["message"]
