"""All that may happen in a night, with its weight and its cure; docs/night.md lists it.

An event of level `error` is for a person: it calls the `attention` hooks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Level(StrEnum):
    """How much an event matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event."""

    level: Level
    summary: str
    cure: str = ""


_I, _W, _E = Level.INFO, Level.WARNING, Level.ERROR

EVENTS: Mapping[str, Kind] = MappingProxyType(
    {
        "file-taken": Kind(_I, "a page file is whole and was taken"),
        "file-duplicate": Kind(_I, "the same page came again with the same content"),
        "file-empty": Kind(_W, "a file has zero bytes", "Send the page, if there is one."),
        "file-torn": Kind(_W, "a file is cut, or still being written", "Send it again."),
        "file-used-torn": Kind(
            _E, "a cut file was published, as the deadline left no choice", "Send it again."
        ),
        "file-encrypted": Kind(_E, "a file needs a password", "Remove the password."),
        "file-not-pdf": Kind(_E, "a file is no PDF", "Export the page as PDF."),
        "file-foreign": Kind(_W, "a name that no profile knows", "Rename it, or mend the profile."),
        "file-refused": Kind(_E, "a file was refused; the message says why", "See the message."),
        "file-partial": Kind(_W, "an upload was never finished", "Send it again."),
        "file-odd": Kind(_E, "a link, a pipe or another thing that is no file", "Remove it."),
        "file-unreadable": Kind(_W, "a file cannot be read or removed", "Mend its permissions."),
        "file-deadly": Kind(_E, "a file killed two processes", "Export the page again."),
        "page-converted": Kind(_I, "a page was converted"),
        "page-replaced": Kind(_I, "a newer version of a page came"),
        "page-late": Kind(_W, "a page came after its issue was published"),
        "page-died": Kind(_W, "the process of a page died; it gets another one"),
        "page-deadly": Kind(
            _E, "a page killed two processes and is kept as a picture", "Export the page again."
        ),
        "page-failed": Kind(_E, "a page cannot be converted", "Export the page again."),
        "page-lost": Kind(_E, "nothing of a page could be kept", "Export the page again."),
        "page-doubt": Kind(_W, "preflight found a fault", "The message names it."),
        "issue-published": Kind(_I, "an issue, or a new revision of it, stands"),
        "issue-incomplete": Kind(_E, "an issue was published without pages", "Send the pages."),
        "issue-held": Kind(
            _E, "the deadline passed, and the issue waits for pages", "Send them, or publish it."
        ),
        "issue-absent": Kind(_E, "the deadline passed, and not one page came", "Send the pages."),
        "publish-failed": Kind(
            _E, "an issue cannot be written; the old one stands", "Make room, mend permissions."
        ),
        "article-withdrawn": Kind(_I, "an article was withdrawn"),
        "article-restored": Kind(_I, "an article was restored"),
        "errand-failed": Kind(_W, "a hook or a delivery failed for good", "See the message."),
        "clock-stepped": Kind(_W, "the clock of the machine was set", "Keep time by NTP."),
        "disk-refused": Kind(_E, "the disk is full or refuses", "Make room, mend permissions."),
        "shift-begun": Kind(_I, "the watcher began"),
        "shift-ended": Kind(_I, "the watcher ended"),
    }
)
