"""Every number a person may want to change, with its unit and its reason.

Distances are multiples of the body type size or of the column width, so that one
setting serves tabloid and broadsheet.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSettings:
    """How a PDF page is read."""

    reader: str = "mupdf"
    """Name of a reader in convert.source.READERS."""

    box: str = "auto"
    """Which box is the page: auto (trim, else crop, else media), trim, crop or media."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The whole configuration; each stage is handed only its own part."""

    source: SourceSettings = field(default_factory=SourceSettings)
