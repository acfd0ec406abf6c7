"""Which issues there are, which pages they have and when they must be out: all pure.

A deadline is a moment, fixed once from date and time zone: a night of 23 or 25 hours
neither skips nor doubles it, and a clock that is set can only reach it sooner or later.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from convert.profile import Profile
from convert.profile.plan import WEEKDAYS, Plan, Section


@dataclass(frozen=True, slots=True)
class Slot:
    """One page that an issue has by its plan."""

    number: int
    """1-based position in the issue."""
    label: str
    """A01."""


def slots(plan: Plan, day: date) -> tuple[Slot, ...]:
    """Return the pages of the issue of that day, in order."""
    labels = [
        label for section in plan.sections if _on(section, day) for label in labels_of(section)
    ]
    return tuple(Slot(number, label) for number, label in enumerate(labels, 1))


def labels_of(section: Section) -> Iterator[str]:
    """Yield the labels of a section's pages: A01, A02 …, as file names give them."""
    for number in range(section.first, section.first + section.pages):
        yield f"{section.label}{number:02}"


def page_names(profile: Profile, day: date) -> dict[str, str]:
    """Return the names of pages by label: those of [pages], else that of the section."""
    names = {
        label: section.name
        for section in profile.plan.sections
        if section.name and _on(section, day)
        for label in labels_of(section)
    }
    return names | profile.pages


def deadline(plan: Plan, day: date) -> datetime:
    """Return when the issue of that day is published at the latest, in UTC.

    Of a time that the clocks skip it is the moment an hour later, of one that comes
    twice the first.
    """
    at = time.fromisoformat(plan.deadline)
    local = datetime.combine(day + timedelta(days=plan.deadline_day), at, ZoneInfo(plan.time_zone))
    return local.astimezone(UTC)


def appears(plan: Plan, day: date) -> bool:
    """Whether the paper has an issue that day."""
    return not plan.weekdays or WEEKDAYS[day.weekday()] in plan.weekdays


def next_issue(plan: Plan, now: datetime) -> date:
    """Return the date of the issue whose deadline is next."""
    today = now.astimezone(ZoneInfo(plan.time_zone)).date()
    days = (today + timedelta(days=n) for n in range(-8, 17))
    return next(day for day in days if appears(plan, day) and deadline(plan, day) > now)


def _on(section: Section, day: date) -> bool:
    return not section.weekdays or WEEKDAYS[day.weekday()] in section.weekdays
