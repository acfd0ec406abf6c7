"""[plan]: which pages an issue has, and when it must be out."""

import re
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator, model_validator

from convert.profile.strict import Part

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""As `date.weekday` counts them."""

MAX_PAGES = 500
"""No section has more."""


class Section(Part):
    """[[plan.sections]]: pages that are printed together (叠)."""

    label: str = Field("", pattern=r"^[A-Z]{0,3}$", description="Letter before the page: A of A01.")
    first: int = Field(1, ge=0, le=9999, description="Number of its first page.")
    pages: int = Field(ge=1, le=MAX_PAGES, description="How many pages it has.")
    name: str = Field("", description="Name of the section; pages are named in [pages].")
    weekdays: tuple[Weekday, ...] = Field(
        (), description="Weekdays of issues that have it (a supplement); empty: all."
    )


class Plan(Part):
    """[plan]: which pages an issue has, and when it must be out."""

    time_zone: str = Field("UTC", description="IANA time zone of the deadline: Asia/Shanghai.")
    deadline: str = Field(
        "05:00",
        pattern=r"^([01]\d|2[0-3]):[0-5]\d$",
        description="Local time at which an issue is published with what is there.",
    )
    deadline_day: int = Field(
        0, ge=-7, le=7, description="Days from the date of the issue to the deadline; -1: its eve."
    )
    weekdays: tuple[Weekday, ...] = Field((), description="Days with an issue; empty: all.")
    editions: tuple[str, ...] = Field(
        ("",), min_length=1, description="Editions of each issue, as their names say them."
    )
    sections: tuple[Section, ...] = Field((), description="The pages, in the order of the issue.")
    page_size: tuple[float, float] | None = Field(
        None, description="Width and height of a single page in mm; preflight compares."
    )

    @field_validator("time_zone")
    @classmethod
    def _known(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(f"is no IANA time zone: {error}") from error
        return value

    @field_validator("editions")
    @classmethod
    def _plain(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if any(not re.fullmatch(r"[\w-]{0,40}", name) for name in value):
            raise ValueError("holds a name that is not made of letters, digits and hyphens")
        if len({name.casefold() for name in value}) < len(value):
            raise ValueError("names an edition twice")
        return value

    @model_validator(mode="after")
    def _each_page_once(self) -> "Plan":
        seen: set[tuple[str, int]] = set()
        for section in self.sections:
            pages = {(section.label, section.first + i) for i in range(section.pages)}
            # Sections of different weekdays may share pages.
            if not section.weekdays and pages & seen:
                raise ValueError(
                    f"section {section.label or section.name!r}: a page is there twice"
                )
            seen |= pages if not section.weekdays else set()
        return self
