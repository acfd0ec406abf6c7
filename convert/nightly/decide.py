"""What an issue should look like now, and whether it is published: pure functions.

They know facts from the ledger and the time, no disk and no clock, so that every rule of
the night can be tested as a table.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from convert.nightly.schedule import Slot

GRACE = timedelta(minutes=2)
"""So long an issue at its deadline waits for pages that are in work."""


class State(StrEnum):
    """How far one page of one file has come."""

    READY = "ready"
    """Whole, and not yet converted."""
    DONE = "done"
    PICTURE = "picture"
    """It killed its process twice, or cannot be read: kept as a picture."""
    LOST = "lost"
    """Not even that."""
    EMPTY = "empty"
    """A file of zero bytes: the page is unavailable."""
    TORN = "torn"
    """Of a cut file; converted only when the deadline demands it."""


SETTLED = frozenset((State.DONE, State.PICTURE, State.LOST, State.EMPTY))
"""States in which a page waits for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One page of one file, as a candidate for its places in an issue."""

    id: int
    """Of the page in the ledger; grows with arrival."""
    labels: tuple[str, ...]
    """Its places: one, or two of a spread."""
    number: int
    """Position in the issue of the first of them."""
    version: str
    """As the name says: "", "b", "12"."""
    state: State
    torn: bool = False
    """Whether its file is cut."""


class Due(StrEnum):
    """Why an issue is published now."""

    COMPLETE = "complete"
    DEADLINE = "deadline"
    COMMAND = "command"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueFacts:
    """All that decides about one issue."""

    slots: Sequence[Slot]
    versions: Sequence[Version]
    deadline: datetime
    begun: datetime
    """When this watcher began: what piled up before is looked at first."""
    revision: int = 0
    """The one that stands; 0: none does."""
    contents: str = ""
    """Fingerprint of what that one was made of."""
    asked: bool = False
    """Somebody commands that it is published, or `finish` has come."""
    hold: bool = False
    """A missing page is an error."""
    busy: bool = False
    """Files of this paper are being looked at."""


def natural(version: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts versions as people do: "" < "2" < "10" < "a" < "b"."""
    parts = re.findall(r"\d+|\D+", version.casefold())
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts)


def choose(versions: Iterable[Version], newest: str = "version") -> tuple[Version, ...]:
    """Return the versions that make up the issue, in its order.

    The newest comes first and takes its places; what would need one of them is out. A
    page of which nothing could be kept gives way to an older one that can be shown.
    """

    def rank(version: Version) -> tuple[object, ...]:
        usable = version.state in (State.DONE, State.PICTURE)
        whole = not version.torn
        name = natural(version.version) if newest == "version" else ()
        return (usable, whole, name, version.id)

    taken: set[str] = set()
    chosen: list[Version] = []
    settled = (v for v in versions if v.state in SETTLED)
    for version in sorted(settled, key=rank, reverse=True):
        if taken.isdisjoint(version.labels):
            chosen.append(version)
            taken.update(version.labels)
    return tuple(sorted(chosen, key=lambda v: v.number))


def missing(slots: Iterable[Slot], chosen: Iterable[Version]) -> tuple[str, ...]:
    """Return the labels of pages that the plan has and the choice has not."""
    there = {label for version in chosen for label in version.labels}
    return tuple(slot.label for slot in slots if slot.label not in there)


def due(facts: IssueFacts, chosen: Sequence[Version], contents: str, now: datetime) -> Due | None:
    """Return why the issue is to be published now; None: it is not.

    Args:
        facts: about the issue.
        chosen: what it would be made of.
        contents: fingerprint of that.
        now: the time, with its zone.
    """
    shown = [v for v in chosen if v.state in (State.DONE, State.PICTURE)]
    waiting = facts.busy or any(v.state is State.READY for v in facts.versions)
    if not shown or contents == facts.contents:
        return None
    if facts.asked:
        return None if waiting else Due.COMMAND
    gaps = missing(facts.slots, chosen)
    if facts.revision:
        return None if waiting else Due.CHANGED
    if not gaps and facts.slots and not waiting:
        return Due.COMPLETE
    patience = max(facts.deadline, facts.begun) + GRACE
    if now < facts.deadline or (facts.hold and gaps) or (waiting and now < patience):
        return None
    return Due.DEADLINE


def rescue(facts: IssueFacts, chosen: Sequence[Version], now: datetime) -> tuple[Version, ...]:
    """Return the cut pages that are converted after all, as the deadline leaves no choice.

    The newest of each place that would else be a gap.
    """
    if now < facts.deadline and not facts.asked:
        return ()
    places = set(missing(facts.slots, chosen)) - _places(facts.versions, State.READY)
    found: list[Version] = []
    torn = (v for v in facts.versions if v.state is State.TORN)
    for version in sorted(torn, key=lambda v: (natural(v.version), v.id), reverse=True):
        if places.issuperset(version.labels):
            found.append(version)
            places.difference_update(version.labels)
    return tuple(found)


def _places(versions: Iterable[Version], *states: State) -> set[str]:
    return {label for v in versions if v.state in states for label in v.labels}
