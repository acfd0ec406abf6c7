"""Issues and their revisions; what is withdrawn; the pulse of the watcher."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from sqlite3 import Row

from convert.nightly.ledger import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """One dated issue of a paper, in one edition."""

    id: int
    paper: str
    date: date
    edition: str
    deadline: datetime
    asked: bool

    @property
    def name(self) -> str:
        """What people call it: lanting/2026-11-23 or lanting/2026-11-23-late."""
        return "-".join(filter(None, (f"{self.paper}/{self.date}", self.edition)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What was, or is being, published of an issue."""

    issue: int
    number: int
    contents: str
    """Fingerprint of what it is made of."""
    cause: str
    pages: tuple[int, ...]
    """Ids of the pages in it."""
    gaps: tuple[str, ...]
    """Labels of the pages that it has not."""
    withdrawn: tuple[str, ...] = ()
    """Ids of the articles that are withdrawn from it."""
    stories: str = ""
    """JSON of `convert.edition.stories.Register`."""
    manifest: str = ""
    """SHA-256 of issue.json."""
    stood_at: str = ""
    """ISO 8601; empty: it is being made."""


def _issue(row: Row) -> IssueRow:
    return IssueRow(
        id=row["id"],
        paper=row["paper"],
        date=date.fromisoformat(row["date"]),
        edition=row["edition"],
        deadline=datetime.fromisoformat(row["deadline"]),
        asked=bool(row["asked"]),
    )


def _revision(row: Row) -> Revision:
    return Revision(
        **{k: row[k] for k in ("issue", "number", "contents", "cause", "stories")},
        **{k: row[k] for k in ("manifest", "stood_at")},
        pages=tuple(json.loads(row["pages"])),
        gaps=tuple(json.loads(row["gaps"])),
        withdrawn=tuple(json.loads(row["withdrawn"])),
    )


def issue_id(db: Connection, paper: str, day: date, edition: str, deadline: datetime) -> int:
    """Return the id of an issue, which is written down if it is new.

    The deadline stays what it was, so that a change of the profile moves no issue that
    is under way.
    """
    key = (paper, day.isoformat(), edition)
    db.execute(
        "INSERT OR IGNORE INTO issue (paper, date, edition, deadline) VALUES (?, ?, ?, ?)",
        (*key, deadline.isoformat()),
    )
    found = db.execute("SELECT id FROM issue WHERE paper = ? AND date = ? AND edition = ?", key)
    return int(found.fetchone()[0])


def issue_of(db: Connection, number: int) -> IssueRow:
    """Return the issue of an id."""
    return _issue(db.execute("SELECT * FROM issue WHERE id = ?", (number,)).fetchone())


def issues_since(db: Connection, day: date) -> list[IssueRow]:
    """Return the issues of that day and later, in order."""
    rows = db.execute(
        "SELECT * FROM issue WHERE date >= ? ORDER BY date, paper, edition", (day.isoformat(),)
    )
    return [*map(_issue, rows)]


def pressing(db: Connection, now: datetime) -> list[IssueRow]:
    """Return the issues that ask to be looked at.

    Somebody commands it, a revision was begun, or the deadline has passed without one.
    """
    rows = db.execute(
        "SELECT * FROM issue WHERE asked"
        " OR id IN (SELECT issue FROM revision WHERE stood_at = '')"
        " OR (deadline <= ? AND closed_at = '' AND id NOT IN (SELECT issue FROM revision))"
        " ORDER BY deadline, id",
        (now.isoformat(),),
    )
    return [*map(_issue, rows)]


def close(db: Connection, issue: int, at: datetime) -> None:
    """Write down that nothing more is expected of an issue, or that its work is cleared."""
    db.execute("UPDATE issue SET closed_at = ? WHERE id = ?", (at.isoformat(), issue))


def open_issues_before(db: Connection, day: date) -> list[IssueRow]:
    """Return the issues before that day whose work is not cleared, in order."""
    rows = db.execute(
        "SELECT * FROM issue WHERE date < ? AND closed_at = '' ORDER BY date, id",
        (day.isoformat(),),
    )
    return [*map(_issue, rows)]


def find_issue(db: Connection, name: str) -> IssueRow | None:
    """Return the issue that people call so: lanting/2026-11-23-late."""
    row = db.execute(
        "SELECT * FROM issue WHERE paper || '/' || date ||"
        " CASE edition WHEN '' THEN '' ELSE '-' || edition END = ?",
        (name,),
    ).fetchone()
    return _issue(row) if row else None


def ask(db: Connection, issue: int, asked: bool) -> None:
    """Command that an issue is published with what is there; or take that back."""
    db.execute("UPDATE issue SET asked = ? WHERE id = ?", (asked, issue))


def standing(db: Connection, issue: int) -> Revision | None:
    """Return the revision of an issue that stands."""
    row = db.execute(
        "SELECT * FROM revision WHERE issue = ? AND stood_at != '' ORDER BY number DESC LIMIT 1",
        (issue,),
    ).fetchone()
    return _revision(row) if row else None


def begun(db: Connection, issue: int) -> Revision | None:
    """Return the revision of an issue that is being made."""
    row = db.execute(
        "SELECT * FROM revision WHERE issue = ? AND stood_at = ''", (issue,)
    ).fetchone()
    return _revision(row) if row else None


def being_made(db: Connection) -> list[Revision]:
    """Return all revisions that were begun and do not stand."""
    rows = db.execute("SELECT * FROM revision WHERE stood_at = '' ORDER BY begun_at, issue")
    return [*map(_revision, rows)]


def begin(db: Connection, revision: Revision, at: datetime) -> None:
    """Write down what is going to be published."""
    db.execute(
        "INSERT INTO revision (issue, number, contents, cause, begun_at, pages, gaps,"
        " withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            revision.issue,
            revision.number,
            revision.contents,
            revision.cause,
            at.isoformat(),
            json.dumps(revision.pages),
            json.dumps(revision.gaps),
            json.dumps(revision.withdrawn),
        ),
    )


def stand(db: Connection, revision: Revision, at: datetime) -> None:
    """Write down that a revision is published, with its stories and its manifest."""
    db.execute(
        "UPDATE revision SET stood_at = ?, stories = ?, manifest = ?"
        " WHERE issue = ? AND number = ?",
        (at.isoformat(), revision.stories, revision.manifest, revision.issue, revision.number),
    )


def withdraw(db: Connection, issue: int, article: str, at: datetime) -> None:
    """Withdraw an article of an issue."""
    db.execute(
        "INSERT OR IGNORE INTO withdrawal VALUES (?, ?, ?)", (issue, article, at.isoformat())
    )


def restore(db: Connection, issue: int, article: str) -> None:
    """Restore an article of an issue."""
    db.execute("DELETE FROM withdrawal WHERE issue = ? AND article = ?", (issue, article))


def withdrawn(db: Connection, issue: int) -> tuple[str, ...]:
    """Return the ids of the articles that are withdrawn, sorted."""
    rows: Sequence[Row] = db.execute(
        "SELECT article FROM withdrawal WHERE issue = ? ORDER BY article", (issue,)
    ).fetchall()
    return tuple(row[0] for row in rows)


def beat(db: Connection, at: datetime) -> None:
    """Say that the watcher is alive."""
    db.execute("INSERT OR REPLACE INTO pulse VALUES (1, ?)", (at.isoformat(),))


def pulse(db: Connection) -> datetime | None:
    """Return when the watcher was last alive."""
    row = db.execute("SELECT at FROM pulse").fetchone()
    return datetime.fromisoformat(row[0]) if row else None
