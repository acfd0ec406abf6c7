"""Whose page is it? What a name in the inbox says, by the profiles of all papers: pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from convert.naming import NameFacts, read_name
from convert.nightly.schedule import appears, next_issue, slots
from convert.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which pages of which issue a file holds."""

    paper: str
    date: date
    edition: str
    labels: tuple[str, ...]
    """Empty: a whole issue."""
    version: str


@dataclass(frozen=True, slots=True)
class Stranger:
    """A file that no issue takes."""

    reason: str
    paper: str = ""
    """The paper that knows the name, but refuses the page; empty: none knows it."""


def identify(name: str, papers: Mapping[str, Profile], now: datetime) -> Identity | Stranger:
    """Return where a file of that name belongs.

    Args:
        name: relative to the inbox.
        papers: the profiles by key; the first that knows the name takes it.
        now: for names without a date, and to refuse dates far away.
    """
    if not name.casefold().endswith(".pdf"):
        return Stranger("its name does not end in .pdf")
    for key, profile in papers.items():
        files = profile.files if profile.files.grammar[0] else None
        spread = 2 if profile.rules.spread == "two" else 1
        facts = read_name(Path(name), files, spread)
        if facts is not None:
            return _placed(facts, key, profile, now)
    return Stranger("no profile knows such a name")


def _placed(facts: NameFacts, key: str, profile: Profile, now: datetime) -> Identity | Stranger:
    plan = profile.plan
    if not facts.date and profile.rules.undated == "refuse":
        return Stranger("its name has no date", key)
    day = date.fromisoformat(facts.date) if facts.date else next_issue(plan, now)
    editions = {edition.casefold(): edition for edition in plan.editions}
    edition = editions.get(facts.edition.casefold())
    if edition is None:
        return Stranger(f"edition {facts.edition!r} is not in plan.editions", key)
    if reason := _wrong_day(day, profile, now):
        return Stranger(reason, key)
    planned = {slot.label for slot in slots(plan, day)}
    if profile.rules.unplanned == "refuse" and not planned.issuperset(facts.labels):
        return Stranger(f"{facts.label} is not in the plan of {day}", key)
    return Identity(
        paper=key, date=day, edition=edition, labels=facts.labels, version=facts.version
    )


def _wrong_day(day: date, profile: Profile, now: datetime) -> str:
    today = now.astimezone(ZoneInfo(profile.plan.time_zone)).date()
    if day > today + timedelta(days=profile.rules.days_ahead):
        return f"is dated {day}, which is too far ahead"
    if day < today - timedelta(days=profile.keep.days):
        return f"is dated {day}, and that issue is closed"
    if not appears(profile.plan, day):
        return f"is dated {day}, and the paper has no issue that day"
    return ""
