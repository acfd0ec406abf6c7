"""[files]: how the press system names page files."""

import re
from datetime import date, datetime

from pydantic import Field, field_validator

from convert.profile.conventions import CONVENTIONS
from convert.profile.strict import Part

GROUPS = frozenset(
    ("title", "edition", "date", "section", "page", "page2", "part", "colour", "version", "spread")
)
"""Names of groups that a pattern may have."""


class FileNames(Part):
    """[files]: how the press system names page files."""

    convention: str = Field(
        "",
        description="A ready-made pattern by its name, see below; instead of `pattern`.",
    )
    pattern: str = Field(
        "",
        description="Regular expression with named groups: title, date, section, page,"
        " page2 (second page of a spread), spread (a mark that says it is one), edition,"
        " part, colour, version. With a / in it, folders of the inbox count, too."
        " Without a page group a file is a whole issue.",
    )
    date_format: str = Field("%Y%m%d", description="Format of the date group, as of strptime.")
    titles: tuple[str, ...] = Field(
        (), description="What the title group may say; empty: anything. Tells papers apart."
    )

    @field_validator("convention")
    @classmethod
    def _known(cls, value: str) -> str:
        if value and value not in CONVENTIONS:
            raise ValueError(f"is unknown; choose {', '.join(CONVENTIONS)}")
        return value

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, value: str) -> str:
        try:
            groups = set(re.compile(value).groupindex)
        except (re.error, OverflowError, RecursionError) as error:
            raise ValueError(f"is no regular expression: {error}") from error
        if unknown := sorted(groups - GROUPS):
            raise ValueError(f"has unknown groups {', '.join(unknown)}")
        return value

    @field_validator("date_format")
    @classmethod
    def _reads_dates(cls, value: str) -> str:
        day = date(2026, 11, 23)
        try:
            read = datetime.strptime(day.strftime(value), value)  # noqa: DTZ007
        except (ValueError, re.error) as error:
            raise ValueError(f"is no format of dates: {error}") from error
        if read.date() != day:
            raise ValueError("leaves out the day, the month or the year")
        return value

    @property
    def grammar(self) -> tuple[str, str]:
        """The pattern and the format of its date; both empty if none is given."""
        if self.convention and not self.pattern:
            chosen = CONVENTIONS[self.convention]
            return chosen.pattern, chosen.date_format
        return self.pattern, self.date_format
