"""The report of a night: what whoever comes in at seven wants to know, as HTML and JSON."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from convert.nightly.decide import State, choose, missing
from convert.nightly.events import EVENTS, Level
from convert.nightly.ledger import Connection
from convert.nightly.ledger.events import Event, events
from convert.nightly.ledger.files import PageRow, file_of, findings, pages_of_issue
from convert.nightly.ledger.issues import IssueRow, issues_since, standing, withdrawn
from convert.nightly.office import Office
from convert.nightly.schedule import slots
from convert.profile import Profile

NIGHT = timedelta(hours=24)
"""What one report looks back on."""
UNSURE = 0.6
"""Mean confidence of a page below which a person should look at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One page of an issue, as the report tells of it."""

    label: str
    number: int
    state: str
    """done, picture, lost, empty, ready, torn or missing."""
    file: str = ""
    versions: int = 0
    """How many files came for it."""
    articles: int = 0
    confidence: float = 0.0
    seconds: float = 0.0
    findings: tuple[str, ...] = ()
    picture: str = ""
    """Address of its small picture relative to the report, if it needs an eye."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLine:
    """One issue, as the report tells of it."""

    name: str
    deadline: str
    revision: int
    """0: it is not out."""
    published: str
    """When the revision that stands was; ISO 8601."""
    planned: int
    there: int
    missing: tuple[str, ...]
    late: int
    replaced: int
    withdrawn: tuple[str, ...]
    pages: tuple[PageLine, ...]

    @property
    def articles(self) -> int:
        """How many it has."""
        return sum(page.articles for page in self.pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One event that is more than news."""

    at: str
    level: str
    code: str
    summary: str
    message: str
    cure: str
    issue: str
    page: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A night."""

    at: str
    issues: tuple[IssueLine, ...]
    incidents: tuple[EventLine, ...]
    """Warnings and errors, the heavier ones first."""
    counts: Mapping[str, int]
    """Events by code."""


def night_report(
    db: Connection, papers: Mapping[str, Profile], office: Office, now: datetime
) -> Report:
    """Return what happened in the 24 hours before `now`, and how the issues stand."""
    happened = [*events(db, since=now - NIGHT)]
    counts: dict[str, int] = {}
    for event in happened:
        counts[event.code] = counts.get(event.code, 0) + 1
    day = (now - timedelta(days=1)).date()
    issues = [i for i in issues_since(db, day) if i.paper in papers]
    names = {issue.id: issue.name for issue in issues}
    serious = [e for e in happened if e.level is not Level.INFO]
    serious.sort(key=lambda e: (e.level is not Level.ERROR, e.id))
    return Report(
        at=now.isoformat(timespec="seconds"),
        issues=tuple(_issue(db, papers[i.paper], office, i, happened) for i in issues),
        incidents=tuple(_event(e, names) for e in serious),
        counts=dict(sorted(counts.items())),
    )


def _event(event: Event, names: Mapping[int, str]) -> EventLine:
    kind = EVENTS[event.code]
    return EventLine(
        at=event.at.isoformat(timespec="seconds"),
        level=kind.level,
        code=event.code,
        summary=kind.summary,
        message=event.message,
        cure=kind.cure,
        issue=names.get(event.issue, "") if event.issue is not None else "",
        page=event.labels,
        file=event.file,
    )


def _issue(
    db: Connection, profile: Profile, office: Office, issue: IssueRow, happened: list[Event]
) -> IssueLine:
    rows = pages_of_issue(db, issue.id)
    plan = slots(profile.plan, issue.date)
    chosen = choose([row.candidate for row in rows], profile.rules.newest)
    gaps = missing(plan, chosen)
    last = standing(db, issue.id)
    mine = [event for event in happened if event.issue == issue.id]
    pages = [*_pages(db, office, issue, rows, {v.id for v in chosen})]
    numbers = {slot.label: slot.number for slot in plan}
    pages += [PageLine(label=g, number=numbers[g], state="missing") for g in gaps]
    return IssueLine(
        name=issue.name,
        deadline=issue.deadline.isoformat(timespec="minutes"),
        revision=last.number if last else 0,
        published=last.stood_at if last else "",
        planned=len(plan),
        there=len(plan) - len(gaps),
        missing=gaps,
        late=sum(event.code == "page-late" for event in mine),
        replaced=sum(event.code == "page-replaced" for event in mine),
        withdrawn=withdrawn(db, issue.id),
        pages=tuple(sorted(pages, key=lambda page: page.number)),
    )


def _pages(
    db: Connection, office: Office, issue: IssueRow, rows: list[PageRow], chosen: set[int]
) -> Iterator[PageLine]:
    for row in rows:
        if row.id not in chosen:
            continue
        found = tuple(f"{severity}: {words}" for _, severity, words in findings(db, row.id))
        doubtful = row.state is not State.DONE or bool(found) or row.confidence < UNSURE
        yield PageLine(
            label="-".join(row.labels),
            number=row.number,
            state=row.state,
            file=file_of(db, row.file).name,
            versions=sum(bool(set(row.labels) & set(other.labels)) for other in rows),
            articles=row.articles,
            confidence=row.confidence,
            seconds=row.seconds,
            findings=found,
            picture=_picture(office, issue, row) if doubtful else "",
        )


def _picture(office: Office, issue: IssueRow, page: PageRow) -> str:
    """Return the address of the page's smallest picture, relative to the reports."""
    folder = office.issue(issue.paper, issue.date, issue.edition)
    pictures = sorted((folder / "images").glob(f"p{page.number:02}-*"), key=_size)
    return os.path.relpath(pictures[0], office.reports) if pictures else ""


def _size(path: Path) -> tuple[int, str]:
    return path.stat().st_size, path.name


def report_json(report: Report) -> bytes:
    """Return the report as JSON."""
    return (json.dumps(asdict(report), ensure_ascii=False, indent=1) + "\n").encode()


def report_html(report: Report) -> bytes:
    """Return the report as one HTML page; names of files are text, whatever they say."""
    import jinja2

    loader = jinja2.PackageLoader("convert.nightly", "templates")
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
    )
    return environment.get_template("report.html").render(report=report).encode()
