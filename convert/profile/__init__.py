"""The profile of a paper (paper.toml): its facts, file names, page plan, rules of the night."""

import tomllib
from dataclasses import replace
from pathlib import Path

from pydantic import Field, ValidationError

from convert.errors import UsageError
from convert.model import Publication
from convert.profile.files import FileNames
from convert.profile.night import Hooks, Inbox, Keep, Outputs, Publish, Rules, Walls
from convert.profile.plan import Plan
from convert.profile.site import SiteFacts
from convert.profile.strict import Part
from convert.settings import Settings

__all__ = ["FileNames", "Profile", "PublicationFacts", "SiteFacts", "load_profile"]


class PublicationFacts(Part):
    """[publication]: what masthead and footer say."""

    key: str = Field(
        "",
        pattern=r"^[a-z0-9-]{0,40}$",
        description="Short name in paths and tables; empty: that of the profile's file.",
    )
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
        facts = self.model_dump(exclude={"key", "name", "language", "codes"})
        return Publication(
            name=self.name,
            language=self.language,
            codes=tuple(sorted(self.codes.items())),
            facts=tuple(sorted((k, v) for k, v in facts.items() if v)),
        )


class Profile(Part):
    """A whole paper.toml; unknown keys are errors."""

    publication: PublicationFacts = PublicationFacts.model_validate({})
    files: FileNames = FileNames.model_validate({})
    site: SiteFacts = SiteFacts.model_validate({})
    pages: dict[str, str] = Field(
        default_factory=dict, description='Names of pages by label: A01 = "要闻".'
    )
    settings: Settings = Settings()
    plan: Plan = Plan.model_validate({})
    inbox: Inbox = Inbox.model_validate({})
    rules: Rules = Rules.model_validate({})
    outputs: Outputs = Outputs.model_validate({})
    publish: Publish = Publish.model_validate({})
    hooks: Hooks = Hooks.model_validate({})
    walls: Walls = Walls.model_validate({})
    keep: Keep = Keep.model_validate({})

    def page_settings(self) -> Settings:
        """Return the settings of a page; OCR knows the paper's language."""
        source = self.settings.source
        language = source.language or self.publication.language
        return replace(self.settings, source=replace(source, language=language))

    def site_facts(self) -> SiteFacts:
        """Return the facts of the site; sections are named as in the page plan."""
        planned = {s.label: s.name for s in self.plan.sections if s.label and s.name}
        return self.site.model_copy(update={"sections": planned | self.site.sections})


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
