"""An edition under examination: its content, whichever file it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Subject:
    """Content that obeys the schema, and the folder that its paths are relative to."""

    content: Content
    folder: Path
    twin: Content | None = None
    """Content of the other file of the same edition, if that is examined too."""

    @property
    def pages(self) -> Sequence[Content]:
        """Its pages."""
        return tuple(self.content["pages"])

    @property
    def articles(self) -> Sequence[Content]:
        """Its articles."""
        return tuple(self.content["articles"])

    def blocks(self) -> Iterator[Content]:
        """Yield the blocks of all articles, then the furniture."""
        for article in self.articles:
            yield from article["blocks"]
        yield from self.content["furniture"]
