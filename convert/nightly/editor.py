"""The editor on duty: which issues are expected, and which are published now."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from convert.nightly.decide import (
    IssueFacts,
    State,
    Version,
    choose,
    due,
    missing,
    rescue,
)
from convert.nightly.diary import Diary
from convert.nightly.ledger import transaction
from convert.nightly.ledger.events import Event, recorded
from convert.nightly.ledger.files import (
    PageRow,
    file_of,
    is_unsettled,
    pages_of_issue,
    set_state,
    staged_issues,
)
from convert.nightly.ledger.issues import (
    IssueRow,
    Revision,
    ask,
    begin,
    begun,
    issue_id,
    issue_of,
    issues_since,
    pressing,
    standing,
    withdrawn,
)
from convert.nightly.schedule import appears, deadline, slots
from convert.profile import Profile

AHEAD = timedelta(hours=24)
"""So long before its deadline an issue is expected, whether a page has come or not."""

RECENT = 20
"""Days of issues that a watcher looks at when it begins."""


@dataclass(slots=True)
class Editor:
    """Decides; what it decided stands in the ledger."""

    papers: Mapping[str, Profile]
    diary: Diary
    expected: set[tuple[str, date, str]] = field(default_factory=set)
    waited: Collection[str] | None = None
    """What was waiting in the round before; None: this is the first one."""

    def round(self, now: datetime, began: datetime, waiting: Collection[str]) -> bool:
        """Begin the revisions that are due; return whether there are any.

        Args:
            now: the time.
            began: when this watcher began.
            waiting: papers of which files in the inbox were not yet taken.
        """
        self._expect(now)
        busy = staged_issues(self.diary.db)
        changed = False
        for issue in self._open(now, waiting):
            if issue.paper in self.papers and begun(self.diary.db, issue.id) is None:
                is_busy = issue.id in busy or issue.paper in waiting
                changed = self._judge(issue, is_busy, now, began) or changed
        return changed

    def _open(self, now: datetime, waiting: Collection[str]) -> list[IssueRow]:
        """Return the issues that may need something: of others nothing has changed."""
        db, found = self.diary.db, pressing(self.diary.db, now)
        if waiting != self.waited:
            self.waited = waiting
            found += issues_since(db, (now - timedelta(days=RECENT)).date())
        # While pages of it are in work nothing is due but at its deadline, when it presses.
        changed = (n for n in sorted(self.diary.touched) if not is_unsettled(db, n))
        found += [issue_of(db, number) for number in changed]
        self.diary.touched.clear()
        return list({issue.id: issue for issue in found}.values())

    def _expect(self, now: datetime) -> None:
        """Write down the issues whose deadline comes near, so that none is forgotten."""
        for key, profile in self.papers.items():
            plan = profile.plan
            today = now.astimezone(ZoneInfo(plan.time_zone)).date()
            for day in (today + timedelta(days=n) for n in range(-1, 9)):
                at = deadline(plan, day)
                if not appears(plan, day) or not now <= at <= now + AHEAD:
                    continue
                for edition in plan.editions:
                    if (key, day, edition) not in self.expected:
                        with transaction(self.diary.db):
                            issue_id(self.diary.db, key, day, edition, at)
                        self.expected.add((key, day, edition))

    def _judge(self, issue: IssueRow, busy: bool, now: datetime, began: datetime) -> bool:
        db, profile = self.diary.db, self.papers[issue.paper]
        pages = {page.id: page for page in pages_of_issue(db, issue.id)}
        last = standing(db, issue.id)
        facts = IssueFacts(
            slots=slots(profile.plan, issue.date),
            versions=[page.candidate for page in pages.values()],
            deadline=issue.deadline,
            begun=began,
            revision=last.number if last else 0,
            contents=last.contents if last else "",
            asked=issue.asked,
            hold=profile.rules.missing == "error",
            busy=busy,
        )
        chosen = choose(facts.versions, profile.rules.newest)
        if profile.rules.torn == "publish" and not busy:
            saved = rescue(facts, chosen, now)
            if saved:
                self._save(issue, [pages[v.id] for v in saved], now)
                return True
        gone = withdrawn(db, issue.id)
        contents = fingerprint([pages[v.id] for v in chosen], gone)
        cause = due(facts, chosen, contents, now)
        if cause is not None:
            revision = Revision(
                issue=issue.id,
                number=facts.revision + 1,
                contents=contents,
                cause=cause,
                pages=tuple(version.id for version in chosen),
                gaps=missing(facts.slots, chosen),
                withdrawn=gone,
            )
            with transaction(db):
                begin(db, revision, now)
                ask(db, issue.id, asked=False)
            return True
        self._complain(issue, facts, chosen, contents, now)
        return False

    def _save(self, issue: IssueRow, pages: list[PageRow], now: datetime) -> None:
        """Have cut pages converted after all."""
        with transaction(self.diary.db):
            for page in pages:
                set_state(self.diary.db, page, State.READY)
                name = file_of(self.diary.db, page.file).name
                self._note("file-used-torn", issue, now, "-".join(page.labels), name)

    def _complain(
        self,
        issue: IssueRow,
        facts: IssueFacts,
        chosen: tuple[Version, ...],
        contents: str,
        now: datetime,
    ) -> None:
        """Say once what a person must know of an issue that is not published."""
        db = self.diary.db
        if facts.asked and facts.revision and contents == facts.contents:
            with transaction(db):
                ask(db, issue.id, asked=False)
        if facts.revision or now < issue.deadline or facts.busy:
            return
        gaps = missing(facts.slots, chosen)
        held = facts.hold and gaps and facts.versions
        code = "issue-held" if held else "issue-absent" if not facts.versions else ""
        if code and not recorded(db, code, issue=issue.id):
            with transaction(db):
                self._note(code, issue, now, message=f"missing: {', '.join(gaps)}" if held else "")

    def _note(
        self,
        code: str,
        issue: IssueRow,
        now: datetime,
        labels: str = "",
        file: str = "",
        message: str = "",
    ) -> None:
        self.diary.note(
            Event(
                code=code,
                at=now,
                message=message,
                paper=issue.paper,
                issue=issue.id,
                labels=labels,
                file=file,
            )
        )


def fingerprint(pages: list[PageRow], gone: tuple[str, ...]) -> str:
    """Return what tells two contents of an issue apart."""
    parts = [(page.shelf, page.labels, page.torn, page.state) for page in pages]
    text = json.dumps([parts, gone])
    return hashlib.sha256(text.encode()).hexdigest()
