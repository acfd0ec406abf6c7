"""Housekeeping beside the rounds: reports, metrics, and what is no longer needed."""

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from convert.nightly.inbox import is_partial, look
from convert.nightly.ledger import Connection, transaction
from convert.nightly.ledger.events import Event, record, recorded
from convert.nightly.ledger.issues import close, open_issues_before
from convert.nightly.metrics import metrics
from convert.nightly.office import Office
from convert.nightly.report import night_report, report_html, report_json
from convert.pipeline.folder import replace_file
from convert.profile import Profile

EVERY = timedelta(seconds=30)
"""Reports and metrics are written anew so often, if anything happened."""
DAILY = timedelta(hours=6)
ORPHAN = timedelta(days=2)
"""So old a staged file or a result is that nothing refers to, when it is removed."""
REPORTS = timedelta(days=400)
"""So long reports are kept, beyond the two days of all that is removed."""
STALE = timedelta(minutes=30)
"""An upload that has not grown for so long was given up."""


@dataclass(slots=True)
class Housekeeper:
    """Remembers when it last did what."""

    office: Office
    papers: Mapping[str, Profile]
    written: datetime | None = None
    cleared: datetime | None = None
    dirty: bool = True

    def round(self, db: Connection, now: datetime, changed: bool) -> None:
        """Do what is due.

        Raises:
            OSError: the disk refuses.
        """
        self.dirty = self.dirty or changed
        if self.written is None or not timedelta(0) <= now - self.written < EVERY:
            self.written = now
            self._name_partial(db, now)
            if self.dirty:
                self.write(db, now)
                self.dirty = False
        if self.cleared is None or not timedelta(0) <= now - self.cleared < DAILY:
            self.cleared = now
            self._clear(db, now)

    def write(self, db: Connection, now: datetime) -> None:
        """Write report and metrics.

        Raises:
            OSError: the disk refuses.
        """
        report = night_report(db, self.papers, self.office, now)
        day = now.date().isoformat()
        for name, data in (
            (f"{day}.html", report_html(report)),
            (f"{day}.json", report_json(report)),
            ("metrics.prom", metrics(db).encode()),
        ):
            replace_file(self.office.reports / name, data)

    def _name_partial(self, db: Connection, now: datetime) -> None:
        """Say once of each upload that nobody finishes it."""
        rules = [profile.inbox for profile in self.papers.values()]
        for seen in look(self.office.inbox):
            old = now - datetime.fromtimestamp(seen.changed / 1e9, UTC) > STALE
            if not old or not any(is_partial(seen.name, rule) for rule in rules):
                continue
            if not recorded(db, "file-partial", file=seen.name):
                with transaction(db):
                    record(db, Event(code="file-partial", at=now, file=seen.name))

    def _clear(self, db: Connection, now: datetime) -> None:
        """Remove files and results of issues that are long out; the ledger stays."""
        for issue in open_issues_before(db, now.date()):
            profile = self.papers.get(issue.paper)
            if profile and issue.date < now.date() - timedelta(days=profile.keep.days):
                with transaction(db):
                    close(db, issue.id, now)
        for report in self.office.reports.glob("*.*"):
            if _older(report, now - REPORTS):
                report.unlink()
        needed = _needed(db)
        for path in _stored(self.office):
            if path.name.removesuffix(".pdf") not in needed and _older(path, now):
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def _needed(db: Connection) -> set[str]:
    """Return the names of files and results that issues not yet closed refer to."""
    rows = db.execute(
        "SELECT sha256, shelf FROM file JOIN issue ON issue.id = file.issue"
        " LEFT JOIN page ON page.file = file.id WHERE closed_at = ''"
    )
    return {name for row in rows for name in row if name}


def _stored(office: Office) -> Iterator[Path]:
    for home in (office.staging.folder, office.shelf.folder):
        if home.is_dir():
            for drawer in sorted(home.iterdir()):
                yield from sorted(drawer.iterdir()) if drawer.is_dir() else (drawer,)


def _older(path: Path, now: datetime) -> bool:
    changed = datetime.fromtimestamp(os.lstat(path).st_mtime, UTC)
    return now - changed > ORPHAN
