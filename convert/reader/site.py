"""What is the same on every page of an archive."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from convert.model import Publication
from convert.profile import SiteFacts
from convert.reader.text import one_line
from convert.reader.words import Words, words_of

LEFTWARD = frozenset({"ar", "fa", "he", "ja", "ur", "yi"})
"""Languages whose newspapers turn their pages towards the right hand."""
CODES = ("cn", "issn", "post")
FACTS = ("sponsor", "address", "postcode", "registration", "phone", "wechat", "url")
"""Facts of the footer, in this order."""
SCRIPT_WORDS = (
    *("listen", "pause", "resume", "copied", "clip_saved", "as_printed", "as_text", "saved"),
    *("searching", "results_none", "results", "old_browser", "find_next", "close", "calendar"),
    *("previous_issue", "next_issue", "page"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The paper as its site presents it."""

    name: str
    language: str
    """Of the paper, BCP 47."""
    words: Words
    turning: str
    """Where the next page lies: rightward or leftward."""
    codes: tuple[tuple[str, str], ...]
    """Registry numbers by their name in words."""
    facts: tuple[tuple[str, str], ...]
    """What the footer says, codes first."""
    sections: Mapping[str, str]
    """Names of sections by the letters of their pages."""
    links: tuple[tuple[str, str], ...]
    url: str
    """Address of the site with a slash at its end; empty: not known."""
    issn: str
    timezone: str
    time: str
    bundled: bool = False
    """Whether each issue can be downloaded as a ZIP."""

    @property
    def script_words(self) -> dict[str, object]:
        """Return what scripts say or need to know."""
        said: dict[str, object] = {key: self.words[key] for key in SCRIPT_WORDS}
        return said | {
            "months": [
                self.words.month(f"2001-{m:02}").replace("2001", "{year}") for m in range(1, 13)
            ],
            "weekdays": self.words.data["weekdays_short"],
        }

    def published(self, day: str) -> str:
        """Return when the issue of `day` appeared: ISO 8601 with its offset."""
        moment = datetime.combine(
            date.fromisoformat(day), time.fromisoformat(self.time), ZoneInfo(self.timezone)
        )
        return moment.isoformat()


def site_of(publication: Publication, facts: SiteFacts, *, bundled: bool = False) -> Site:
    """Return the site of a paper."""
    language = publication.language or "en"
    words = words_of(facts.language or language)
    codes = dict(publication.codes)
    known = dict(publication.facts)
    named = tuple((words[key], one_line(codes[key])) for key in CODES if codes.get(key))
    shown = tuple((words[key], one_line(known[key])) for key in FACTS if known.get(key))
    return Site(
        name=one_line(publication.name) or words["issue"],
        language=language,
        words=words,
        turning=facts.turning or ("leftward" if language[:2] in LEFTWARD else "rightward"),
        codes=named,
        facts=named + shown,
        sections=facts.sections,
        links=tuple(facts.links.items()),
        url=_address(known.get("url", "")),
        issn=codes.get("issn", ""),
        timezone=facts.timezone,
        time=facts.time,
        bundled=bundled,
    )


def _address(url: str) -> str:
    if not url.startswith(("https://", "http://")):
        return ""
    return url.rstrip("/") + "/"
