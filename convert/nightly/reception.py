"""Reception: files that have come to rest are copied, named and written down."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from convert.nightly import inbox
from convert.nightly.clear import remove
from convert.nightly.decide import State
from convert.nightly.diary import Diary
from convert.nightly.inbox import Seen, Watched
from convert.nightly.intake import Identity, Stranger, identify
from convert.nightly.ledger import transaction
from convert.nightly.ledger.events import Event, recorded
from convert.nightly.ledger.files import (
    File,
    FileState,
    PageRow,
    add_file,
    add_page,
    highest_number,
    known,
    number_of,
    twin,
)
from convert.nightly.ledger.issues import ask, issue_id, issues_since
from convert.nightly.office import Office
from convert.nightly.schedule import deadline, slots
from convert.nightly.staging import Copy, NotTaken
from convert.profile import Profile
from convert.profile.night import Inbox

MIB = 1 << 20
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""SHA-256 of nothing."""
AT_ONCE = 32
"""Files taken in one round, so that jobs do not wait for the end of a long delivery."""
OUR_DISK = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EROFS))
"""Errors of the disk that the copy goes to, not of the file."""
RETRY = 10.0
"""Seconds until a file is tried again that could not be read."""


@dataclass(slots=True)
class Reception:
    """What is remembered between two looks at the inbox; a new one finds it out again."""

    office: Office
    papers: Mapping[str, Profile]
    diary: Diary
    watched: dict[Path, Watched] = field(default_factory=dict)
    handled: dict[Path, str] = field(default_factory=dict)
    """Stamp of what was written down: nothing is asked of it again."""
    retry: dict[Path, float] = field(default_factory=dict)
    owners: dict[Path, str] = field(default_factory=dict)
    """Paper whose file it is, by its name; empty: a stranger."""
    paths: dict[tuple[str, str], Path] = field(default_factory=dict)
    """Where a name of that stamp lies; its spelling on the disk may not be NFC."""
    waiting: frozenset[str] = frozenset()
    """Papers of which files are in the inbox that were not yet taken."""

    def round(self, now: datetime, mono: float) -> bool:
        """Look at the inbox, take what has come to rest; return whether something was.

        Raises:
            OSError: the inbox cannot be read, or the staging folder not be written.
        """
        seen = inbox.look(self.office.inbox)
        self.watched = inbox.watch(self.watched, seen, mono)
        names = {s.name for s in seen}
        self.paths = {(s.name, s.stamp): s.path for s in seen}
        self.handled = {p: h for p, h in self.handled.items() if p in self.watched}
        self.retry = {p: t for p, t in self.retry.items() if p in self.watched}
        self.owners = {p: o for p, o in self.owners.items() if p in self.watched}
        todo = [s for s in seen if self._concerns_us(s, names, now, mono)]
        ready = [s for s in todo if self._is_ready(s, mono)]
        for one in ready[:AT_ONCE]:
            self._receive(one, now, mono)
        left = [s for s in todo if self.handled.get(s.path) != s.stamp]
        self.waiting = frozenset(self.owners[s.path] for s in left if s.path not in self.retry)
        return bool(ready)

    def _rules(self, name: str, now: datetime) -> tuple[Inbox, Identity | Stranger]:
        """Return the rules of the paper whose file it is; of a stranger those of the first."""
        whose = identify(name, self.papers, now)
        profile = self.papers.get(whose.paper) or next(iter(self.papers.values()))
        return profile.inbox, whose

    def _concerns_us(self, one: Seen, names: set[str], now: datetime, mono: float) -> bool:
        """Whether a file is to be taken, now or as soon as it has come to rest."""
        if self.handled.get(one.path) == one.stamp or self.retry.get(one.path, mono) > mono:
            return False
        if one.path not in self.owners:
            _, whose = self._rules(one.name, now)
            self.owners[one.path] = whose.paper
        rules = self._inbox_of(one)
        if inbox.is_ignored(one.name, rules) or inbox.is_partial(one.name, rules):
            return False
        alone = rules.companion and one.regular and one.name.casefold().endswith(".pdf")
        return not alone or not names.isdisjoint(inbox.companions(one.name, rules.companion))

    def _inbox_of(self, one: Seen) -> Inbox:
        profile = self.papers.get(self.owners[one.path])
        return (profile or next(iter(self.papers.values()))).inbox

    def _is_ready(self, one: Seen, mono: float) -> bool:
        rules = self._inbox_of(one)
        complete = rules.companion and one.name.casefold().endswith(".pdf")
        return (
            not one.regular
            or bool(complete)
            or inbox.is_still(one, self.watched[one.path], rules, mono)
        )

    def _receive(self, one: Seen, now: datetime, mono: float) -> None:
        if not one.regular:
            self._odd(one, "is a link, a pipe or a device, no file", now)
            return
        if self._known(one) or self._is_signal(one, now):
            return
        try:
            self._take(one, now)
        except NotTaken as news:
            if news.odd:
                self._odd(one, news.reason, now)
        except (FileNotFoundError, NotADirectoryError):
            return  # taken away meanwhile
        except OSError as error:
            self._unreadable(one, error, now, mono)

    def _known(self, one: Seen) -> bool:
        """Whether an earlier watcher wrote it down already; then finish its work."""
        file = known(self.diary.db, one.name, one.stamp)
        if file is None:
            return False
        self.handled[one.path] = one.stamp
        if file.state in {FileState.WHOLE, FileState.DUPLICATE}:
            self.clear(file, None)
        return True

    def _is_signal(self, one: Seen, now: datetime) -> bool:
        """Whether it is a file beside a page, or one that says all is delivered."""
        last = one.name.rpartition("/")[2]
        for key, profile in self.papers.items():
            if profile.inbox.finish and last == profile.inbox.finish:
                self._finish(key, one, now)
                return True
            end = profile.inbox.companion
            if end and last.endswith(end) and not last.casefold().endswith(".pdf"):
                self.handled[one.path] = one.stamp
                return True
        return False

    def _finish(self, paper: str, one: Seen, now: datetime) -> None:
        """All is delivered: the paper's issues that are under way go out."""
        with transaction(self.diary.db):
            for issue in issues_since(self.diary.db, now.date()):
                if issue.paper == paper:
                    ask(self.diary.db, issue.id, asked=True)
        self.handled[one.path] = one.stamp
        remove(one.path, one.stamp)

    def _take(self, one: Seen, now: datetime) -> None:
        rules, whose = self._rules(one.name, now)
        if isinstance(whose, Stranger):
            self._write_stranger(one, whose, now)
            return
        copy = self.office.staging.take(one.path, rules.max_mib * MIB)
        with transaction(self.diary.db):
            file = self._write_file(one, copy, whose, now)
        self.handled[one.path] = copy.stamp
        if file.state is FileState.DUPLICATE:
            self.clear(file, now)

    def _write_stranger(self, one: Seen, whose: Stranger, now: datetime) -> None:
        state = FileState.REFUSED if whose.paper else FileState.FOREIGN
        file = File(
            name=one.name,
            stamp=one.stamp,
            size=one.size,
            sha256="",
            state=state,
            reason=whose.reason,
            paper=whose.paper,
        )
        code = "file-refused" if whose.paper else "file-foreign"
        with transaction(self.diary.db):
            add_file(self.diary.db, file, now)
            self._note(code, file, whose.reason, now)
        self.handled[one.path] = one.stamp

    def _write_file(self, one: Seen, copy: Copy, whose: Identity, now: datetime) -> File:
        profile, db = self.papers[whose.paper], self.diary.db
        at = deadline(profile.plan, whose.date)
        file = File(
            name=one.name,
            stamp=copy.stamp,
            size=copy.size,
            sha256=copy.sha256,
            state=FileState.STAGED,
            paper=whose.paper,
            issue=issue_id(db, whose.paper, whose.date, whose.edition, at),
            labels=whose.labels,
            version=whose.version,
        )
        if copy.sha256 == EMPTY:
            return self._write_empty(file, profile, whose, now)
        if twin(db, file) is not None:
            file = _with(file, FileState.DUPLICATE)
            self._note("file-duplicate", file, "", now)
        return _with(file, file.state, add_file(db, file, now))

    def _write_empty(self, file: File, profile: Profile, whose: Identity, now: datetime) -> File:
        """An empty file says that its pages are not available, if the rules let it."""
        good = profile.rules.empty == "unavailable" and bool(file.labels)
        file = _with(file, FileState.EMPTY if good else FileState.REFUSED)
        number = add_file(self.diary.db, file, now)
        file = _with(file, file.state, number)
        if good:
            page = self.page_of(file, 0, file.labels, whose.date, State.EMPTY)
            add_page(self.diary.db, page)
        code = "file-empty" if good else "file-refused"
        self._note(code, file, "has zero bytes", now)
        return file

    def page_of(
        self, file: File, place: int, labels: tuple[str, ...], day: date, state: State
    ) -> PageRow:
        """Return a page of a file, with its number in the issue."""
        issue = file.issue or 0
        return PageRow(
            file=file.id,
            place=place,
            issue=issue,
            labels=labels,
            number=self._number(issue, file.paper, labels, day),
            version=file.version,
            state=state,
            torn=state is State.TORN,
        )

    def _number(self, issue: int, paper: str, labels: tuple[str, ...], day: date) -> int:
        """Return the place in the plan; of pages outside of it one behind, for good."""
        planned = slots(self.papers[paper].plan, day)
        for slot in planned:
            if slot.label in labels:
                return slot.number
        known = number_of(self.diary.db, issue, labels)
        return known or max(len(planned), highest_number(self.diary.db, issue)) + 1

    def clear(self, file: File, now: datetime | None) -> None:
        """Remove the original of a file that was taken; that it stays is no harm."""
        path = self.paths.get((file.name, file.stamp), self.office.inbox / file.name)
        try:
            remove(path, file.stamp)
            self._remove_companions(file)
        except OSError as error:
            if now is None or recorded(self.diary.db, "file-unreadable", file=file.name):
                return
            with transaction(self.diary.db):
                self._note("file-unreadable", file, f"stays in the inbox: {error.strerror}", now)

    def _remove_companions(self, file: File) -> None:
        """Remove the files beside a page that said it was whole: they have done their work."""
        end = self.papers[file.paper].inbox.companion if file.paper in self.papers else ""
        for name in inbox.companions(file.name, end) if end else ():
            beside = self.office.inbox / name
            if beside.is_file() and not beside.is_symlink():
                beside.unlink()

    def _odd(self, one: Seen, reason: str, now: datetime) -> None:
        self.handled[one.path] = one.stamp
        if recorded(self.diary.db, "file-odd", file=one.name):
            return
        with transaction(self.diary.db):
            self.diary.note(Event(code="file-odd", at=now, file=one.name, message=reason))

    def _unreadable(self, one: Seen, error: OSError, now: datetime, mono: float) -> None:
        if error.errno in OUR_DISK:
            raise error
        self.retry[one.path] = mono + RETRY
        if recorded(self.diary.db, "file-unreadable", file=one.name):
            return
        message = f"{error.strerror}; tried again every {RETRY:g} s"
        with transaction(self.diary.db):
            self.diary.note(Event(code="file-unreadable", at=now, file=one.name, message=message))

    def _note(self, code: str, file: File, message: str, now: datetime) -> None:
        self.diary.note(
            Event(
                code=code,
                at=now,
                message=message,
                paper=file.paper,
                issue=file.issue,
                labels="-".join(file.labels),
                file=file.name,
            )
        )


def _with(file: File, state: FileState, number: int = 0) -> File:
    return replace(file, state=state, id=number)
