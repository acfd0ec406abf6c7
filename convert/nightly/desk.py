"""The desk: one round after the other, each of which does what is next.

A round takes in what jobs have finished, looks at the inbox, begins revisions that are
due, and gives work to free hands. It holds nothing that the ledger does not: what is in
its memory only saves looking again.
"""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from convert.nightly import walls
from convert.nightly.clock import Clock, stepped
from convert.nightly.diary import Diary
from convert.nightly.editor import Editor
from convert.nightly.ledger import transaction
from convert.nightly.ledger.events import Event
from convert.nightly.ledger.files import File, PageRow, file_of, ready_pages, staged_files
from convert.nightly.ledger.issues import IssueRow, Revision, beat
from convert.nightly.office import Office
from convert.nightly.pagework import PageWork
from convert.nightly.presswork import PressWork
from convert.nightly.reception import Reception
from convert.nightly.walls import Ending, Job, Task
from convert.profile import Profile
from convert.profile.night import Walls

PRESS_WALLS = Walls.model_validate(
    {"memory_mib": 16384, "cpu_seconds": 1800, "seconds": 1800.0, "file_mib": 8192}
)
"""A press handles a whole issue, and nothing that came from outside but numbers and text."""
BREATH = 5.0
"""Seconds of rest after the disk refused."""
BEAT = 10.0
"""Seconds between two signs of life."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A job at work and what is done with its result."""

    job: Job
    limits: Walls
    settle: Callable[[Ending, Path, datetime], None]


@dataclass(slots=True)
class Desk:
    """All that is at work."""

    office: Office
    papers: Mapping[str, Profile]
    diary: Diary
    clock: Clock
    workers: int
    hands: dict[tuple[str, int], Hand] = field(default_factory=dict)
    """Jobs at work, by what they are about."""
    yard: walls.Yard = field(default_factory=walls.Yard)
    rest: float = 0.0
    """Monotonic seconds until which nothing new is begun: the disk refused."""
    resting: bool = False
    """Whether the last round began nothing for that reason."""
    changed: bool = True
    """Whether the last round did anything."""
    refused: bool = False
    """Whether that was said already."""
    beaten: float = float("-inf")
    last: tuple[datetime, float] | None = None
    began: datetime | None = None
    reception: Reception = field(init=False)
    pages: PageWork = field(init=False)
    presses: PressWork = field(init=False)
    editor: Editor = field(init=False)

    def __post_init__(self) -> None:
        self.reception = Reception(self.office, self.papers, self.diary)
        self.pages = PageWork(self.office, self.papers, self.diary, self.reception)
        self.presses = PressWork(self.office, self.papers, self.diary)
        self.editor = Editor(self.papers, self.diary)

    def round(self) -> bool:
        """Do what is next; return whether anything changed.

        Raises:
            OSError, sqlite3.OperationalError: the disk refuses; try again later.
        """
        now, mono = self.clock.now(), self.clock.monotonic()
        self.began = self.began or now
        self._keep_time(now, mono)
        changed = self._collect(now)
        self.resting = mono < self.rest
        if not self.resting:
            changed = self.reception.round(now, mono) or changed
            changed = self.editor.round(now, self.began, self.reception.waiting) or changed
            changed = self._hand_out(now) or changed
        if not self.hands:
            self.yard.clear()
        self.changed = changed
        return changed

    @property
    def done(self) -> bool:
        """Whether nothing is at work, and the last round found nothing to do."""
        still = not self.hands and not self.changed and not self.resting
        at_rest = still and not self.reception.waiting
        return at_rest and not any(self.presses.waiting())

    @property
    def sentinels(self) -> list[int]:
        """What becomes ready when a job has ended."""
        return [hand.job.sentinel for hand in self.hands.values()]

    def close(self) -> None:
        """End all jobs; they begin again with the next watcher."""
        for hand in self.hands.values():
            hand.job.hand.end()
            shutil.rmtree(hand.job.folder, ignore_errors=True)
        self.hands.clear()
        self.yard.clear()

    def _keep_time(self, now: datetime, mono: float) -> None:
        if self.last and (step := stepped(self.last, (now, mono))):
            with transaction(self.diary.db):
                message = f"by {step:+.0f} s; deadlines stay where they are"
                self.diary.note(Event(code="clock-stepped", at=now, message=message))
        self.last = (now, mono)
        if mono - self.beaten >= BEAT:
            with transaction(self.diary.db):
                beat(self.diary.db, now)
            self.beaten = mono

    def _collect(self, now: datetime) -> bool:
        """Take in the results of jobs that have ended, or are overdue."""
        mono = self.clock.monotonic()
        ended = [
            key
            for key, hand in self.hands.items()
            if not hand.job.running or hand.job.overdue(mono)
        ]
        for key in ended:
            hand = self.hands.pop(key)
            ending = walls.finish(hand.job)
            if ending.ok:
                self.yard.put(hand.job.hand, hand.limits)
            try:
                if ending.disk and key[0] != "press":
                    self._refused(ending, now)
                else:
                    hand.settle(ending, hand.job.folder, now)
                    self.refused = self.refused and not ending.ok
            finally:
                shutil.rmtree(hand.job.folder, ignore_errors=True)
        return bool(ended)

    def _refused(self, ending: Ending, now: datetime) -> None:
        """The disk is full or refuses: nobody's fault, so all is tried again."""
        self.rest = self.clock.monotonic() + BREATH
        if not self.refused:
            with transaction(self.diary.db):
                self.diary.note(Event(code="disk-refused", at=now, message=ending.reason))
            self.refused = True

    def _hand_out(self, now: datetime) -> bool:
        """Give work to free hands: presses first, then looks, then pages by deadline."""
        before = len(self.hands)
        for issue, revision in self.presses.waiting():
            key = ("press", issue.id)
            if key not in self.hands and self.presses.may(issue, self.clock.monotonic()):
                self._press(key, issue, revision)
        for file in staged_files(self.diary.db, self.papers):
            if not self._free:
                break
            if ("file", file.id) not in self.hands:
                self._look(file)
        for page in ready_pages(self.diary.db, self.papers, 2 * self.workers):
            if not self._free:
                break
            if ("page", page.id) not in self.hands:
                self._convert(page)
        return len(self.hands) > before

    @property
    def _free(self) -> int:
        busy = sum(kind != "press" for kind, _ in self.hands)
        return self.workers - busy

    def _press(self, key: tuple[str, int], issue: IssueRow, revision: Revision) -> None:
        task = self.presses.task(issue, revision)

        def settle(ending: Ending, folder: Path, now: datetime) -> None:
            self.presses.settle(issue, revision, ending, folder, now, self.clock.monotonic())

        self._start(key, task, PRESS_WALLS, settle)

    def _look(self, file: File) -> None:
        task = self.pages.look(file)

        def settle(ending: Ending, folder: Path, now: datetime) -> None:
            self.pages.settle_look(file, ending, folder, now)

        self._start(("file", file.id), task, self.papers[file.paper].walls, settle)

    def _convert(self, page: PageRow) -> None:
        file = file_of(self.diary.db, page.file)
        task, name = self.pages.task(page, file)
        begun = self.clock.monotonic()
        if self.office.shelf.holds(name):
            self.pages.settle_page(page, file, name, self.clock.now(), 0.0)
            return

        def settle(ending: Ending, folder: Path, now: datetime) -> None:
            if ending.ok:
                self.office.shelf.put(name, folder / self.pages.made)
                seconds = round(self.clock.monotonic() - begun, 3)
                self.pages.settle_page(page, file, name, now, seconds)
            else:
                self.pages.died(page, file, ending, now)

        self._start(("page", page.id), task, self.papers[file.paper].walls, settle)

    def _start(
        self,
        key: tuple[str, int],
        task: Task,
        limits: Walls,
        settle: Callable[[Ending, Path, datetime], None],
    ) -> None:
        self.office.scratch.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=self.office.scratch))
        mono = self.clock.monotonic()
        try:
            job = walls.start(task, folder, limits, mono, self.yard.take)
        except (EOFError, ConnectionError):
            # The process that all are copies of is gone, and a new one begins next time.
            folder.rmdir()
            self.rest = mono + BREATH
            return
        self.hands[key] = Hand(job, limits, settle)
