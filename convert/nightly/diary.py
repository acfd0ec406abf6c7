"""Write down what happened, log it, and tell those who want to hear: all in one place."""

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from convert.nightly.events import EVENTS, Level
from convert.nightly.ledger import Connection
from convert.nightly.ledger.events import Errand, Event, record, send
from convert.nightly.ledger.issues import issue_of
from convert.profile import Profile
from convert.profile.night import Hook, Hooks

LOG = logging.getLogger("banmian.night")
_LEVELS = {Level.INFO: logging.INFO, Level.WARNING: logging.WARNING, Level.ERROR: logging.ERROR}


@dataclass(frozen=True, slots=True)
class Diary:
    """The ledger as what is told to it, and whom it tells."""

    db: Connection
    papers: Mapping[str, Profile]
    touched: set[int] = field(default_factory=set)
    """Issues of which something was noted since the editor looked."""

    def note(self, event: Event) -> None:
        """Write an event down with the errands it gives; inside a transaction."""
        number = record(self.db, event)
        if event.issue is not None:
            self.touched.add(event.issue)
        said = self.told(replace(event, id=number))
        for hook in self._hooks(event):
            target = hook if isinstance(hook, str) else json.dumps(hook)
            send(self.db, Errand(kind="hook", target=target, payload=said), event.at)
        LOG.log(_LEVELS[event.level], "%s", json.dumps(said, ensure_ascii=False))

    def told(self, event: Event) -> dict[str, object]:
        """Return an event as hooks and logs get it."""
        issue = issue_of(self.db, event.issue).name if event.issue is not None else ""
        return {
            "id": event.id,
            "at": event.at.isoformat(timespec="seconds"),
            "event": event.code,
            "level": event.level,
            "summary": EVENTS[event.code].summary,
            "message": event.message,
            "paper": event.paper,
            "issue": issue,
            "page": event.labels,
            "file": event.file,
        }

    def _hooks(self, event: Event) -> Iterator[Hook]:
        for key, profile in self.papers.items():
            if event.paper in ("", key):
                yield from _wanted(profile.hooks, event)


def _wanted(hooks: Hooks, event: Event) -> Iterator[Hook]:
    if event.code == "page-converted":
        yield from hooks.page_converted
    if event.code == "issue-published":
        yield from hooks.issue_published
    if event.level is Level.ERROR:
        yield from hooks.attention
