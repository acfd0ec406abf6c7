"""Write an edition as JSON (schemas/edition.schema.json)."""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from convert.artifact import Artifact
from convert.model import Edition
from convert.writers.content import edition_content


def write(edition: Edition) -> Iterator[Artifact]:
    """Yield the single file edition.json."""
    text = "".join(_pieces(edition_content(edition), "\n")) + "\n"
    yield Artifact(PurePosixPath("edition.json"), text.encode("utf-8"))


def _pieces(value: Any, newline: str) -> Iterator[str]:
    """Yield `value` with a line for every key, but boxes and polygons on one line."""
    if isinstance(value, dict) and value:
        deeper = f"{newline} "
        for first, (key, item) in zip(_openings("{"), value.items(), strict=False):
            yield f"{first}{deeper}{json.dumps(key)}: "
            yield from _pieces(item, deeper)
        yield f"{newline}}}"
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        deeper = f"{newline} "
        for first, item in zip(_openings("["), value, strict=False):
            yield f"{first}{deeper}"
            yield from _pieces(item, deeper)
        yield f"{newline}]"
    else:
        yield json.dumps(value, ensure_ascii=False)


def _openings(bracket: str) -> Iterator[str]:
    yield bracket
    while True:
        yield ","
