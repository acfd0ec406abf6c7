"""The work of the press: orders from the ledger, and what is written down of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from convert.nightly.decide import State
from convert.nightly.diary import Diary
from convert.nightly.ledger import transaction
from convert.nightly.ledger.events import Errand, Event, send
from convert.nightly.ledger.files import file_of, pages_of_issue
from convert.nightly.ledger.issues import (
    IssueRow,
    Revision,
    being_made,
    issue_of,
    stand,
    standing,
)
from convert.nightly.office import Office
from convert.nightly.press import Plate, PressTask, read_proof
from convert.nightly.schedule import page_names
from convert.nightly.walls import Ending
from convert.profile import Profile

PAUSE = 15.0
"""Seconds until a revision that could not be written is tried again."""


@dataclass(slots=True)
class PressWork:
    """Publishes revisions that were begun."""

    office: Office
    papers: Mapping[str, Profile]
    diary: Diary
    paused: dict[int, float] = field(default_factory=dict)

    def waiting(self) -> Iterator[tuple[IssueRow, Revision]]:
        """Yield the revisions that were begun and do not stand."""
        for revision in being_made(self.diary.db):
            issue = issue_of(self.diary.db, revision.issue)
            if issue.paper in self.papers:
                yield issue, revision

    def may(self, issue: IssueRow, mono: float) -> bool:
        """Whether it is tried now, or rests after a failure."""
        return self.paused.get(issue.id, 0.0) <= mono

    def task(self, issue: IssueRow, revision: Revision) -> PressTask:
        """Return what is to be published, from the ledger alone."""
        db, profile = self.diary.db, self.papers[issue.paper]
        rows = {page.id: page for page in pages_of_issue(db, issue.id)}
        chosen = [rows[number] for number in revision.pages]
        shown = [page for page in chosen if page.state in (State.DONE, State.PICTURE)]
        last = standing(db, issue.id)
        plates = tuple(
            Plate(
                entry=self.office.shelf.path(page.shelf),
                labels=page.labels,
                file=file_of(db, page.file).name.rpartition("/")[2],
                version=page.version,
                torn=page.torn,
            )
            for page in shown
        )
        names = page_names(profile, issue.date)
        return PressTask(
            out=self.office.issue(issue.paper, issue.date, issue.edition),
            site=self.office.site(issue.paper, issue.edition),
            lock=self.office.state / "locks" / "-".join(filter(None, (issue.paper, issue.edition))),
            profile=profile.model_copy(update={"pages": names}),
            paper=issue.paper,
            date=issue.date.isoformat(),
            edition=issue.edition,
            revision=revision.number,
            plates=plates,
            gaps=revision.gaps,
            unavailable=tuple(
                label for page in chosen if page not in shown for label in page.labels
            ),
            withdrawn=revision.withdrawn,
            register=last.stories if last else "",
        )

    def settle(
        self,
        issue: IssueRow,
        revision: Revision,
        ending: Ending,
        folder: Path,
        now: datetime,
        mono: float,
    ) -> None:
        """Write down that a revision stands, or that it is tried again."""
        if not ending.ok:
            self.failed(issue, ending, now, mono)
            return
        proof = read_proof(folder)
        done = replace(revision, stories=proof.register, manifest=proof.manifest)
        self.paused.pop(issue.id, None)
        with transaction(self.diary.db):
            stand(self.diary.db, done, now)
            self._note("issue-published", issue, f"revision {done.number}: {done.cause}", now)
            if done.gaps:
                self._note("issue-incomplete", issue, f"without {', '.join(done.gaps)}", now)
            self._deliver(issue, done, now)

    def failed(self, issue: IssueRow, ending: Ending, now: datetime, mono: float) -> None:
        """Say so once, and try again after a pause."""
        said = issue.id in self.paused
        self.paused[issue.id] = mono + PAUSE
        if not said:
            with transaction(self.diary.db):
                self._note("publish-failed", issue, ending.reason, now)

    def _deliver(self, issue: IssueRow, revision: Revision, now: datetime) -> None:
        for target in self.papers[issue.paper].publish.targets:
            payload = {
                "issue": issue.name,
                "folder": str(self.office.issue(issue.paper, issue.date, issue.edition)),
                "revision": revision.number,
            }
            send(self.diary.db, Errand(kind="deliver", target=target, payload=payload), now)

    def _note(self, code: str, issue: IssueRow, message: str, now: datetime) -> None:
        self.diary.note(
            Event(code=code, at=now, message=message, paper=issue.paper, issue=issue.id)
        )
