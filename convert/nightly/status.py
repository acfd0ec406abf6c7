"""What the ledger says, for people and programs that ask from outside."""

import fcntl
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from convert.edition.stories import read_register
from convert.errors import UsageError
from convert.nightly.ledger import Connection, transaction
from convert.nightly.ledger.events import Event, record
from convert.nightly.ledger.issues import (
    IssueRow,
    ask,
    find_issue,
    pressing,
    pulse,
    restore,
    standing,
    withdraw,
    withdrawn,
)
from convert.nightly.ledger.papers import kept_papers
from convert.nightly.office import Office
from convert.nightly.report import Report, night_report

SILENCE = timedelta(seconds=60)
"""A watcher that was not heard of for so long is not well."""
ROOM = 1 << 30
"""Bytes that should be free on the disks."""


def report_of(db: Connection, office: Office, now: datetime) -> Report:
    """Return the report of the last 24 hours."""
    return night_report(db, kept_papers(db), office, now)


def on_watch(office: Office) -> bool:
    """Whether a watcher is at work."""
    try:
        with office.lock.open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


@dataclass(frozen=True, slots=True)
class Health:
    """Whether a person is needed."""

    watching: bool
    troubles: tuple[str, ...]

    @property
    def well(self) -> bool:
        """Whether all is well."""
        return not self.troubles

    def told(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {**asdict(self), "well": self.well}


def health(db: Connection, office: Office, now: datetime) -> Health:
    """Return how the watcher is; what is wrong is said in words."""
    watching = on_watch(office)
    return Health(watching, tuple(_troubles(db, office, now, watching)))


def _troubles(db: Connection, office: Office, now: datetime, watching: bool) -> Iterator[str]:
    beat = pulse(db)
    if not watching:
        yield "no watcher is at work"
    elif beat is None or now - beat > SILENCE:
        yield f"the watcher was last heard of at {beat.isoformat() if beat else 'no time'}"
    for issue in pressing(db, now):
        if issue.deadline <= now and standing(db, issue.id) is None:
            yield f"{issue.name} is past its deadline and not out"
    for folder in (office.out, office.state):
        free = os.statvfs(folder)
        if free.f_bavail * free.f_frsize < ROOM:
            yield f"{folder}: less than {ROOM >> 30} GiB is free"


def issue_named(db: Connection, name: str) -> IssueRow:
    """Return the issue that is called so.

    Raises:
        UsageError: there is none.
    """
    issue = find_issue(db, name)
    if issue is None:
        raise UsageError(f"{name}: no such issue; `banmian status` lists them")
    return issue


def command_publish(db: Connection, name: str) -> None:
    """Have an issue published with what is there.

    Raises:
        UsageError: there is no such issue.
    """
    issue = issue_named(db, name)
    with transaction(db):
        ask(db, issue.id, asked=True)


def command_withdraw(db: Connection, name: str, article: str, now: datetime) -> None:
    """Withdraw an article; a new revision of the issue goes out without it.

    Raises:
        UsageError: there is no such issue, or no such article in it.
    """
    issue = issue_named(db, name)
    last = standing(db, issue.id)
    known = {story.id for story in read_register(last.stories if last else "")}
    if article not in known:
        raise UsageError(f"{name}: has no article {article}; the ids stand in edition.json")
    with transaction(db):
        withdraw(db, issue.id, article, now)
        _changed(db, issue, "article-withdrawn", article, now)


def command_restore(db: Connection, name: str, article: str, now: datetime) -> None:
    """Restore an article that was withdrawn.

    Raises:
        UsageError: there is no such issue, or the article is not withdrawn.
    """
    issue = issue_named(db, name)
    if article not in withdrawn(db, issue.id):
        raise UsageError(f"{name}: {article} is not withdrawn")
    with transaction(db):
        restore(db, issue.id, article)
        _changed(db, issue, "article-restored", article, now)


def _changed(db: Connection, issue: IssueRow, code: str, article: str, now: datetime) -> None:
    record(db, Event(code=code, at=now, message=article, paper=issue.paper, issue=issue.id))
    ask(db, issue.id, asked=True)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One line of the history of a page."""

    at: str
    issue: str
    page: str
    event: str
    file: str
    message: str


def history(db: Connection, name: str) -> list[Chapter]:
    """Return what happened to a page: A03, or lanting/2026-11-23/A03.

    Raises:
        UsageError: nothing is known of it.
    """
    where, _, label = name.rpartition("/")
    rows = db.execute(
        "SELECT event.*, paper || '/' || date || CASE edition WHEN '' THEN ''"
        " ELSE '-' || edition END AS name FROM (SELECT at, code, issue, labels, file, message,"
        " id AS number FROM event) AS event JOIN issue ON issue.id = event.issue"
        " WHERE ('-' || labels || '-') LIKE ('%-' || ? || '-%') AND (? = '' OR name = ?)"
        " ORDER BY number",
        (label, where, where),
    )
    found = [
        Chapter(r["at"], r["name"], r["labels"], r["code"], r["file"], r["message"]) for r in rows
    ]
    if not found:
        raise UsageError(f"{name}: nothing is known of such a page; write A03 or paper/date/A03")
    return found
