"""What happened, in order; and the errands that follow from it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from convert.nightly.events import EVENTS, Level
from convert.nightly.ledger import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened."""

    code: str
    """A key of `convert.nightly.events.EVENTS`."""
    at: datetime
    message: str = ""
    paper: str = ""
    issue: int | None = None
    labels: str = ""
    file: str = ""
    id: int = 0

    @property
    def level(self) -> Level:
        """How much it matters."""
        return EVENTS[self.code].level


def record(db: Connection, event: Event) -> int:
    """Write an event down, inside the transaction that makes it true; return its id."""
    cursor = db.execute(
        "INSERT INTO event (at, level, code, paper, issue, labels, file, message)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            event.at.isoformat(),
            event.level,
            event.code,
            event.paper,
            event.issue,
            event.labels,
            event.file,
            event.message,
        ),
    )
    return int(cursor.lastrowid or 0)


def recorded(db: Connection, code: str, *, issue: int | None = None, file: str = "") -> bool:
    """Whether such an event has happened, of that issue and that file."""
    found = db.execute(
        "SELECT 1 FROM event WHERE code = ? AND issue IS ? AND file = ? LIMIT 1",
        (code, issue, file),
    )
    return found.fetchone() is not None


def events(
    db: Connection, *, since: datetime | None = None, issue: int | None = None
) -> Iterator[Event]:
    """Yield what happened, in order."""
    rows = db.execute(
        "SELECT * FROM event WHERE at >= ? AND (? IS NULL OR issue = ?) ORDER BY id",
        (since.isoformat() if since else "", issue, issue),
    )
    for row in rows:
        yield Event(
            code=row["code"],
            at=datetime.fromisoformat(row["at"]),
            message=row["message"],
            paper=row["paper"],
            issue=row["issue"],
            labels=row["labels"],
            file=row["file"],
            id=row["id"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Something to be done outside, until it succeeds or was tried too often."""

    kind: str
    """hook or deliver."""
    target: str
    """An address, or a command as JSON."""
    payload: Mapping[str, object]
    tries: int = 0
    id: int = 0


def send(db: Connection, errand: Errand, at: datetime) -> None:
    """Give an errand, inside the transaction that makes it necessary."""
    db.execute(
        "INSERT INTO errand (kind, target, payload, due_at) VALUES (?, ?, ?, ?)",
        (errand.kind, errand.target, json.dumps(errand.payload, sort_keys=True), at.isoformat()),
    )


def open_errands(db: Connection, now: datetime, most: int = 16) -> list[Errand]:
    """Return errands that are due, oldest first."""
    rows = db.execute(
        "SELECT * FROM errand WHERE state = 'open' AND due_at <= ? ORDER BY id LIMIT ?",
        (now.isoformat(), most),
    )
    return [
        Errand(
            kind=row["kind"],
            target=row["target"],
            payload=json.loads(row["payload"]),
            tries=row["tries"],
            id=row["id"],
        )
        for row in rows
    ]


def settle_errand(db: Connection, errand: Errand, state: str, reason: str, due: datetime) -> None:
    """Write down how an errand went: done, failed, or open again from `due`."""
    db.execute(
        "UPDATE errand SET state = ?, reason = ?, tries = tries + 1, due_at = ? WHERE id = ?",
        (state, reason, due.isoformat(), errand.id),
    )
