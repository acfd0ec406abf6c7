"""What the site says of itself, in the language of the paper."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("ar", "de", "en", "ja", "ru", "zh-Hans", "zh-Hant")
"""Each is a file of the folder languages; the keys are those of en.json."""
TRADITIONAL = ("hant", "tw", "hk", "mo")
"""Subtags of Chinese that is written in traditional characters."""


@dataclass(frozen=True, slots=True)
class Words:
    """One language of the interface."""

    language: str
    """BCP 47."""
    data: Mapping[str, Any]

    @property
    def direction(self) -> str:
        """The value of `dir`: ltr or rtl."""
        return str(self.data["direction"])

    def __getitem__(self, key: str) -> str:
        return str(self.data["words"][key])

    def say(self, key: str, **values: object) -> str:
        """Return a sentence with its values in it."""
        return self[key].format(**values)

    def date(self, iso: str) -> str:
        """Return a date in full, with its weekday."""
        return self._dated("date", datetime.date.fromisoformat(iso))

    def month(self, iso: str) -> str:
        """Return the month of `iso`, a date or YYYY-MM."""
        return self._dated("month", datetime.date.fromisoformat(f"{iso[:7]}-01"))

    def short(self, iso: str) -> str:
        """Return day and month, as on the corner of a picture."""
        day = datetime.date.fromisoformat(iso)
        month = self.data["months_short"][day.month - 1]
        return f"{month}{day.day}日" if month.endswith("月") else f"{day.day} {month}"

    def _dated(self, pattern: str, day: datetime.date) -> str:
        values = {
            "year": day.year,
            "month": self.data["months"][day.month - 1],
            "number": day.month,
            "day": day.day,
            "weekday": self.data["weekdays"][day.weekday()],
        }
        return str(self.data[pattern]).format(**values)


@cache
def words_of(language: str) -> Words:
    """Return the words for a paper in `language`, BCP 47; English where there are none."""
    subtags = language.lower().split("-")
    if subtags[0] == "zh":
        subtags[0] = "zh-Hant" if set(subtags) & set(TRADITIONAL) else "zh-Hans"
    name = subtags[0] if subtags[0] in LANGUAGES else "en"
    text = (files(__package__) / "languages" / f"{name}.json").read_text(encoding="utf-8")
    return Words(name, json.loads(text))
