"""Last stage: turn an edition into files. Add a format by adding a line here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from convert.artifact import Artifact
from convert.model import Edition
from convert.writers import edition_json, edition_xml

__all__ = ["WRITERS", "Artifact", "Writer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """One output format."""

    write: Callable[[Edition], Iterator[Artifact]]
    summary: str
    schema: str | None = None
    """File name under schemas/ that the output promises to obey."""


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "json": Writer(
            write=edition_json.write,
            summary="The whole edition as one JSON file.",
            schema="edition.schema.json",
        ),
        "xml": Writer(
            write=edition_xml.write,
            summary="The whole edition as one XML file.",
            schema="edition.xsd",
        ),
    }
)
