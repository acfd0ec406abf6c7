"""A shift: rounds at the desk, until somebody says stop."""

import fcntl
import json
import logging
import re
import shutil
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait

from convert.errors import OutputError, UsageError
from convert.nightly.clear import tidy
from convert.nightly.clock import Clock, SystemClock
from convert.nightly.desk import Desk
from convert.nightly.diary import Diary
from convert.nightly.errands import Messenger
from convert.nightly.hints import Hints
from convert.nightly.housekeeping import Housekeeper
from convert.nightly.ledger import open_ledger, transaction
from convert.nightly.ledger.events import Event
from convert.nightly.ledger.files import stamps_of_taken
from convert.nightly.ledger.papers import keep_papers
from convert.nightly.office import Office
from convert.nightly.walls import LOADED
from convert.pipeline.forks import warm_up
from convert.profile import Profile

LOG = logging.getLogger("banmian.night")
POLL = 1.0
"""Seconds between two looks at the inbox when nothing else happens."""
STRAY = re.compile(r"\.(?P<issue>\d{4}-\d{2}-\d{2}[\w-]*?)-(?P<old>old-)?\w{8}")
"""Names of folders that an output folder has while it is made or replaced."""
TRIES = 5.0
"""Seconds until a round is tried again that the disk did not let finish."""


@contextmanager
def on_duty(office: Office) -> Iterator[None]:
    """Be the only watcher of this state folder, for as long as the process lives.

    Raises:
        UsageError: another one is at work.
        OutputError: the folder cannot be written.
    """
    try:
        office.state.mkdir(parents=True, exist_ok=True)
        file = office.lock.open("a")
    except OSError as error:
        raise OutputError(f"{office.lock}: {error.strerror}") from error
    with closing(file):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError(
                f"{office.state}: another watcher is at work there; stop it, or name another"
                " folder with --state"
            ) from error
        yield


@dataclass(slots=True)
class Shift:
    """One watcher at work."""

    office: Office
    papers: Mapping[str, Profile]
    workers: int
    clock: Clock = field(default_factory=SystemClock)
    poll: float = POLL
    stop: threading.Event = field(default_factory=threading.Event)
    refused: bool = False
    """Whether the disk refused the last round."""

    def work(
        self, until: Callable[[Desk], bool] = lambda _: False, hints: Hints | None = None
    ) -> None:
        """Do round after round until `stop` is set, or `until` says so after a round.

        `hints` make a round come sooner.

        Raises:
            UsageError: another watcher is at work, or the inbox is no folder.
            OutputError: the state folder cannot be written.
        """
        if not self.office.inbox.is_dir():
            raise UsageError(f"{self.office.inbox}: is no folder; name the inbox")
        with on_duty(self.office), closing(open_ledger(self.office.ledger)) as db:
            diary = Diary(db, self.papers)
            self._begin(diary)
            desk = Desk(self.office, self.papers, diary, self.clock, self.workers)
            try:
                self._rounds(desk, until, hints)
            finally:
                desk.close()
            with suppress(sqlite3.OperationalError), transaction(db):
                diary.note(Event(code="shift-ended", at=self.clock.now()))

    def _begin(self, diary: Diary) -> None:
        """Clear away what a watcher left that was killed; load what pages need."""
        warm_up(*LOADED)
        shutil.rmtree(self.office.scratch, ignore_errors=True)
        _clear_strays(self.office)
        tidy(self.office.inbox, stamps_of_taken(diary.db))
        with transaction(diary.db):
            keep_papers(diary.db, self.papers)
            diary.note(Event(code="shift-begun", at=self.clock.now()))

    def _rounds(self, desk: Desk, until: Callable[[Desk], bool], hints: Hints | None) -> None:
        messenger, keeper = Messenger(desk.diary), Housekeeper(self.office, self.papers)
        try:
            while not self.stop.is_set():
                changed = self._round(desk, messenger, keeper)
                if messenger.idle and until(desk):
                    return
                if not changed:
                    self._doze(desk, hints)
        finally:
            messenger.close()

    def _doze(self, desk: Desk, hints: Hints | None) -> None:
        """Wait until a job has ended, the inbox gives a hint, or it is time to look."""
        ends: list[int] = desk.sentinels
        if hints is not None:
            ends.append(hints.reader)
        if ends:
            wait(ends, self.poll)
        else:
            self.stop.wait(self.poll)
        if hints is not None:
            hints.clear()

    def _round(self, desk: Desk, messenger: Messenger, keeper: Housekeeper) -> bool:
        """Do a round; when the disk refuses, say so and try again later."""
        try:
            changed = desk.round()
            changed = messenger.round(self.clock.now()) or changed
            keeper.round(desk.diary.db, self.clock.now(), changed)
        except (OSError, sqlite3.OperationalError) as error:
            self._disk_refuses(desk.diary, error)
            return True
        self.refused = False
        return changed

    def _disk_refuses(self, diary: Diary, error: Exception) -> None:
        """Say it once, in the ledger if that can still be written, and rest."""
        if not self.refused:
            LOG.error("%s", json.dumps({"event": "disk-refused", "message": str(error)}))
            event = Event(code="disk-refused", at=self.clock.now(), message=str(error))
            with suppress(sqlite3.OperationalError), transaction(diary.db):
                diary.note(event)
        self.refused = True
        self.stop.wait(TRIES)


def _clear_strays(office: Office) -> None:
    """Remove output folders that were being made, or had been replaced."""
    for stray in sorted(office.out.glob("*/.*-*")):
        name = STRAY.fullmatch(stray.name)
        if name is None or not stray.is_dir() or stray.is_symlink():
            continue
        issue = stray.with_name(name["issue"])
        if name["old"] and not issue.exists() and (stray / issue.name).is_dir():
            (stray / issue.name).rename(issue)  # killed between two renames
        shutil.rmtree(stray, ignore_errors=True)


def stop_on_signals(stop: threading.Event) -> None:
    """End the shift in good order on SIGTERM and SIGINT."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
