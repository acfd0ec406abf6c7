"""The work on files and pages: what is to be done behind walls, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from convert.nightly.decide import State
from convert.nightly.diary import Diary
from convert.nightly.ledger import transaction
from convert.nightly.ledger.events import Event
from convert.nightly.ledger.files import (
    File,
    FileState,
    PageRow,
    add_finding,
    add_page,
    file_died,
    page_died,
    pages_of_issue,
    settle_file,
    settle_page,
    twin,
    twin_elsewhere,
)
from convert.nightly.ledger.issues import issue_of, standing
from convert.nightly.office import Office
from convert.nightly.preflight import Expected
from convert.nightly.reception import Reception
from convert.nightly.schedule import slots
from convert.nightly.shelf import name_of, read_result
from convert.nightly.tasks import (
    MADE,
    ConvertTask,
    LookTask,
    PictureTask,
    read_look,
    read_note,
)
from convert.nightly.walls import Ending, Task
from convert.nightly.wholeness import Look, Verdict
from convert.pipeline.pages import Job
from convert.profile import Profile

DEATHS = 2
"""Processes that a page may kill before it is only drawn, or set aside."""

_REFUSED = {Verdict.ENCRYPTED: "file-encrypted", Verdict.NOT_PDF: "file-not-pdf"}


@dataclass(frozen=True, slots=True)
class PageWork:
    """Looks at files, converts pages."""

    office: Office
    papers: Mapping[str, Profile]
    diary: Diary
    reception: Reception
    made: str = MADE

    def look(self, file: File) -> LookTask:
        """Return the task to see whether a file is whole."""
        return LookTask(self.office.staging.path(file.sha256))

    def settle_look(self, file: File, ending: Ending, folder: Path, now: datetime) -> None:
        """Write down what a file is; take a whole one away from the inbox."""
        if not ending.ok:
            self._file_died(file, ending, now)
            return
        found = read_look(folder)
        with transaction(self.diary.db):
            if found.verdict is Verdict.WHOLE:
                self._whole(file, found, now)
            elif found.verdict is Verdict.TORN:
                self._torn(file, found, now)
            else:
                settle_file(self.diary.db, file, FileState.REFUSED, now, reason=found.reason)
                self._note(_REFUSED[found.verdict], file, found.reason, now)
        if found.verdict is Verdict.WHOLE:
            self.reception.clear(file, now)

    def _file_died(self, file: File, ending: Ending, now: datetime) -> None:
        with transaction(self.diary.db):
            if file_died(self.diary.db, file) >= DEATHS:
                settle_file(self.diary.db, file, FileState.REFUSED, now, reason=ending.reason)
                self._note("file-deadly", file, ending.reason, now)

    def _whole(self, file: File, found: Look, now: datetime) -> None:
        db = self.diary.db
        if twin(db, file) is not None:
            settle_file(db, file, FileState.DUPLICATE, now, pages=found.pages)
            self._note("file-duplicate", file, "", now)
            return
        settle_file(db, file, FileState.WHOLE, now, pages=found.pages)
        self._note("file-taken", file, f"{found.pages} pages" if found.pages > 1 else "", now)
        self._note_news(file, now)
        self._add_pages(file, found.pages, State.READY)

    def _torn(self, file: File, found: Look, now: datetime) -> None:
        settle_file(self.diary.db, file, FileState.TORN, now, reason=found.reason)
        self._note("file-torn", file, found.reason, now)
        if file.labels:
            self._add_pages(file, 1, State.TORN)

    def _add_pages(self, file: File, pages: int, state: State) -> None:
        day = issue_of(self.diary.db, file.issue or 0).date
        for place, labels in enumerate(self._places(file, pages, day)):
            add_page(self.diary.db, self.reception.page_of(file, place, labels, day, state))

    def _places(self, file: File, pages: int, day: date) -> Sequence[tuple[str, ...]]:
        """Return the labels of each page of a file that is used."""
        if not file.labels:
            planned = [slot.label for slot in slots(self.papers[file.paper].plan, day)]
            more = [f"X{n:02}" for n in range(1, pages - len(planned) + 1)]
            return [(label,) for label in (*planned, *more)[:pages]]
        if len(file.labels) == pages > 1:
            return [(label,) for label in file.labels]
        return [file.labels]

    def _note_news(self, file: File, now: datetime) -> None:
        """Say that a page is newer than one that is there, or late."""
        db, issue = self.diary.db, file.issue or 0
        mine = set(file.labels)
        others = [p for p in pages_of_issue(db, issue) if mine.intersection(p.labels)]
        if any(p.state is not State.TORN for p in others):
            self._note("page-replaced", file, "", now)
        if standing(db, issue) is not None:
            self._note("page-late", file, "", now)

    def task(self, page: PageRow, file: File) -> tuple[Task, str]:
        """Return what is to be done with a page, and the name of its result."""
        profile = self.papers[file.paper]
        job = Job(
            path=self.office.staging.path(file.sha256),
            index=page.place,
            settings=profile.page_settings(),
            number=page.number,
            labels=page.labels,
            raw=profile.outputs.raw,
        )
        if page.deaths >= DEATHS:
            task = PictureTask(job, "killed its process twice; kept as a picture")
            return task, name_of(job, file.sha256, "picture")
        day = issue_of(self.diary.db, page.issue).date
        wanted = len(file.labels) or len(slots(profile.plan, day))
        expected = Expected(
            labels=page.labels,
            date=day.isoformat(),
            size=profile.plan.page_size,
            file_pages=file.pages or wanted,
            # A spread may be one wide page, or two.
            wanted_pages=wanted if file.pages == wanted or not file.labels else 1,
        )
        return ConvertTask(job, expected), name_of(job, file.sha256)

    def settle_page(
        self, page: PageRow, file: File, shelf: str, now: datetime, seconds: float
    ) -> None:
        """Write down what came of a page."""
        entry = self.office.shelf.path(shelf)
        note = read_note(entry)
        drawn = not note.failed or any(p.images for p in read_result(entry).part.pages)
        state = State.DONE if not note.failed else State.PICTURE if drawn else State.LOST
        done = replace(
            page,
            state=state,
            shelf=shelf,
            seconds=seconds,
            articles=note.articles,
            confidence=note.confidence,
        )
        db = self.diary.db
        with transaction(db):
            settle_page(db, done, now)
            for found in note.findings:
                add_finding(db, page.id, found.code, found.severity, found.message)
                self._note("page-doubt", file, f"{found.code}: {found.message}", now, page)
            if other := twin_elsewhere(db, file):
                words = f"page-double: the same file as {other}"
                add_finding(db, page.id, "page-double", "warning", words)
                self._note("page-doubt", file, words, now, page)
            self._note_end(state, note.failed, file, page, now)

    def _note_end(
        self, state: State, failed: str, file: File, page: PageRow, now: datetime
    ) -> None:
        if state is State.DONE:
            self._note("page-converted", file, "", now, page)
        elif state is State.LOST:
            self._note("page-lost", file, failed, now, page)
        else:
            code = "page-deadly" if page.deaths >= DEATHS else "page-failed"
            self._note(code, file, failed, now, page)

    def died(self, page: PageRow, file: File, ending: Ending, now: datetime) -> None:
        """Write down that the process of a page died; after the last try it is lost."""
        with transaction(self.diary.db):
            if page_died(self.diary.db, page) > DEATHS:
                settle_page(self.diary.db, replace(page, state=State.LOST), now)
                self._note("page-lost", file, ending.reason, now, page)
            else:
                self._note("page-died", file, ending.reason, now, page)

    def _note(
        self, code: str, file: File, message: str, now: datetime, page: PageRow | None = None
    ) -> None:
        self.diary.note(
            Event(
                code=code,
                at=now,
                message=message,
                paper=file.paper,
                issue=file.issue,
                labels="-".join(page.labels if page else file.labels),
                file=file.name,
            )
        )
