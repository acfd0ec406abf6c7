"""The profile of a paper (paper.toml): its facts, its file names, its page names."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from convert.errors import UsageError
from convert.model import Publication
from convert.settings import Settings

_STRICT = ConfigDict(extra="forbid", frozen=True)


class PublicationFacts(BaseModel):
    """[publication]: what masthead and footer say."""

    model_config = _STRICT

    name: str = Field("", description="Name of the newspaper.")
    language: str = Field("", description="Its language, BCP 47, e.g. zh or en.")
    codes: dict[str, str] = Field(
        default_factory=dict, description="Registry numbers by kind, e.g. cn, issn."
    )
    wechat: str = Field("", description="WeChat account.")
    sponsor: str = Field("", description="Sponsor or publisher (主办).")
    address: str = Field("", description="Street address.")
    postcode: str = Field("", description="Postcode.")
    registration: str = Field("", description="Registration or licence number.")
    url: str = Field("", description="Address of the site.")
    phone: str = Field("", description="Telephone number.")

    def publication(self) -> Publication:
        """Return the facts as the edition carries them."""
        facts = self.model_dump(exclude={"name", "language", "codes"})
        return Publication(
            name=self.name,
            language=self.language,
            codes=tuple(sorted(self.codes.items())),
            facts=tuple(sorted((k, v) for k, v in facts.items() if v)),
        )


class FileNames(BaseModel):
    """[files]: how the press system names page files."""

    model_config = _STRICT

    pattern: str = Field(
        "",
        description="Regular expression with named groups: title, date, section, page,"
        " page2 (second page of a spread), edition, version.",
    )
    date_format: str = Field("%Y%m%d", description="Format of the date group.")

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, value: str) -> str:
        try:
            re.compile(value)
        except re.error as error:
            raise ValueError(f"is no regular expression: {error}") from error
        return value


class SiteFacts(BaseModel):
    """[site]: how the reading site speaks, dates and turns its pages."""

    model_config = _STRICT

    language: str = Field("", description="Of the interface, BCP 47; else the paper's.")
    timezone: str = Field("UTC", description="Where the paper appears, e.g. Asia/Shanghai.")
    time: str = Field(
        "05:00", pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="When an issue appears, HH:MM."
    )
    turning: Literal["", "rightward", "leftward"] = Field(
        "", description="Where the next page lies; else the language says (ar, he, ja: leftward)."
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


class Profile(BaseModel):
    """A whole paper.toml; unknown keys are errors."""

    model_config = _STRICT

    publication: PublicationFacts = PublicationFacts.model_validate({})
    files: FileNames = FileNames.model_validate({})
    site: SiteFacts = SiteFacts.model_validate({})
    pages: dict[str, str] = Field(
        default_factory=dict, description='Names of pages by label: A01 = "要闻".'
    )
    settings: Settings = Settings()

    def page_settings(self) -> Settings:
        """Return the settings of a page; OCR knows the paper's language."""
        source = self.settings.source
        language = source.language or self.publication.language
        return replace(self.settings, source=replace(source, language=language))


def load_profile(path: Path) -> Profile:
    """Read a profile.

    Raises:
        UsageError: it is missing, no TOML, or has unknown or mistyped keys.
    """
    try:
        return Profile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: {error}") from error
    except ValidationError as error:
        lines = (f"{path}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise UsageError("\n".join(lines)) from error
