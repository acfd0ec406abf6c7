"""What a file's name says: date, section, page, version.

With a profile its pattern decides. Without one the names that press systems commonly
give are tried, from the most telling to the least; what no pattern knows stays empty.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from convert.errors import UsageError
from convert.profile import FileNames

COMMON: Sequence[tuple[str, str]] = (
    # ABC_20130116_A001_P1a.pdf, SUS-ED1-ZN-20181123-A001.pdf, HC-20261123-A002-A003.pdf
    (
        (
            r"(?P<title>[A-Za-z]+)[-_](?:.*?[-_])?(?P<date>\d{8})[-_](?P<section>[A-Z]?)"
            r"(?P<page>\d{1,3})(?:[-_][A-Z]?(?P<page2>\d{3}))?(?:[-_].*)?"
        ),
        "%Y%m%d",
    ),
    # hnrb20251013001.pdf, LTRB20261123A01.pdf
    (
        (
            r"(?P<title>[A-Za-z]+)(?P<date>\d{8})(?P<section>[A-Z]?)(?P<page>\d{2,3})"
            r"(?P<version>[a-z])?"
        ),
        "%Y%m%d",
    ),
    # Zone1_02.pdf, 002_4c.pdf, p03x.pdf, A04.pdf
    (
        r"(?:.*_)?(?P<section>[A-Z])?[pP]?(?P<page>\d{2,3})(?:_.*|(?P<version>[a-z]))?",
        "",
    ),
)
"""Patterns and date formats of common names, tried in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFacts:
    """What one file name says; unknown is empty or None."""

    date: str = ""
    """ISO 8601."""
    section: str = ""
    page: int | None = None
    page2: int | None = None
    edition: str = ""
    version: str = ""
    title: str = ""
    part: str = ""
    colour: str = ""

    @property
    def label(self) -> str:
        """What the sheet is called: A01, A02-A03; empty if the name gives no page."""
        return "-".join(self.labels)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the pages on the sheet: A01, both pages of a spread, or none."""
        pages = [page for page in (self.page, self.page2) if page is not None]
        return tuple(f"{self.section}{page:02}" for page in pages)


def read_name(path: Path, files: FileNames | None, spread: int = 2) -> NameFacts | None:
    """Return what the name of a page file says; None: no pattern knows it.

    Args:
        path: relative to the inbox, if folders are to count.
        files: the grammar of the profile; None: common patterns are tried.
        spread: how many numbers a file takes that is marked as a spread.
    """
    for pattern, date_format in (files.grammar,) if files else COMMON:
        groups = _match(pattern, path)
        if groups is None or (files and files.titles and groups.get("title") not in files.titles):
            continue
        date = _date(groups.get("date", ""), date_format)
        numbers = [groups[key] for key in ("page", "page2") if key in groups]
        if date is None or not all(map(str.isdecimal, numbers)):
            continue
        page, page2 = (int(groups[key]) if key in groups else None for key in ("page", "page2"))
        if page is not None and "spread" in groups and spread == 2:
            page2 = page2 or page + 1
        # A common pattern may take some other number for that of a second page.
        return NameFacts(
            date=date,
            page=page,
            page2=page2 if files or page2 == (page or 0) + 1 else None,
            **{key: groups.get(key, "") for key in _TEXTS},
        )
    return None


_TEXTS = ("title", "edition", "section", "version", "part", "colour")


def _match(pattern: str, path: Path) -> dict[str, str] | None:
    """Return the groups of the pattern that fits the name, or the path below the inbox."""
    whole = (path.parent / path.stem).as_posix()
    texts = (whole, path.as_posix()) if "/" in pattern else (path.stem, path.name)
    found = next((m for text in texts if (m := re.fullmatch(pattern, text))), None)
    return {k: v for k, v in found.groupdict().items() if v} if found else None


def _date(text: str, date_format: str) -> str | None:
    if not text:
        return ""
    try:
        return datetime.strptime(text, date_format).date().isoformat()  # noqa: DTZ007
    except ValueError:
        return None


def order_key(facts: NameFacts | None) -> tuple[int, str, int]:
    """Sort key of a page: known names by section and page, unknown ones last."""
    if facts is None or facts.page is None:
        return (1, "", 0)
    return (0, facts.section, facts.page)


def check_unique(named: Sequence[tuple[Path, NameFacts | None]]) -> None:
    """Refuse two files for one page.

    Raises:
        UsageError: names both files and what to do.
    """
    seen: dict[tuple[str, str, str], Path] = {}
    for path, facts in named:
        if facts is None:
            continue
        for label in facts.labels:
            first = seen.setdefault((facts.date, facts.edition, label), path)
            if first != path:
                raise UsageError(
                    f"two files for page {label}: {first.name} and {path.name};"
                    " leave one of them out"
                )
