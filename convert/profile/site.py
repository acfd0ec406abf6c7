"""[site]: how the reading site speaks, dates and turns its pages."""

from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator

from convert.profile.strict import Part


class SiteFacts(Part):
    """[site]: how the reading site speaks, dates and turns its pages."""

    language: str = Field("", description="Of the interface, BCP 47; else the paper's.")
    timezone: str = Field("UTC", description="Where the paper appears, e.g. Asia/Shanghai.")
    time: str = Field(
        "05:00", pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="When an issue appears, HH:MM."
    )
    turning: Literal["", "rightward", "leftward"] = Field(
        "", description="Where the next page lies; else the language says (ar, he, ja: leftward)."
    )
    sections: dict[str, str] = Field(
        default_factory=dict,
        description='Names of sections by the letters of their pages: B = "Weekend"; else '
        "those of [[plan.sections]].",
    )
    links: dict[str, str] = Field(
        default_factory=dict, description='Links of the footer: "About us" = "https://…".'
    )

    @field_validator("timezone")
    @classmethod
    def _is_known(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError) as error:
            raise ValueError(f"{value!r} is no time zone; write e.g. Europe/Berlin") from error
        return value

    @field_validator("links")
    @classmethod
    def _lead_to_the_web(cls, value: dict[str, str]) -> dict[str, str]:
        for address in value.values():
            if not address.startswith(("https://", "http://", "mailto:")):
                raise ValueError(f"{address!r} is no address; begin it with https://")
        return value
