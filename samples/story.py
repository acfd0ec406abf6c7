"""Stories as the newsroom files them: one text file each, fields above, text below."""

from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What an editor calls one article."""

    id: str
    kind: str = "article"
    kicker: str = ""
    headline: str = ""
    deck: str = ""
    byline: str = ""
    dateline: str = ""
    caption: str = ""
    credit: str = ""
    quote: str = ""
    """A pull quote; counts as other text of the story."""
    note: str = ""
    """A shirttail about the author, or the like."""
    table: str = ""
    """Rows of a table: cells divided by tabs."""
    jump: str = ""
    body: tuple[str, ...] = ()
    """Paragraphs; one that starts with `## ` is a subhead."""
    opens: bool = True
    """Whether the first paragraph is one: a jump may start in the middle of one."""
    closes: bool = True
    """Whether the last paragraph ends here."""
    spaced: bool = True
    """Whether its words are parted by spaces; if not, every character counts as one."""

    @property
    def words(self) -> int:
        """How many words the body has."""
        return sum(len(self._words(p)) for p in self.body)

    def _words(self, paragraph: str) -> list[str]:
        return paragraph.split() if self.spaced else list(paragraph)

    def divided(self, count: int) -> tuple["Story", "Story"]:
        """Return the story up to its word number `count`, and the rest."""
        head: list[str] = []
        for i, paragraph in enumerate(self.body):
            words = self._words(paragraph)
            if count < len(words):
                space = " " * self.spaced
                cut = [space.join(words[:count])] if count else []
                rest = (space.join(words[count:]), *self.body[i + 1 :])
                return (
                    replace(self, body=(*head, *cut), closes=not count),
                    replace(self, body=rest, opens=not count, dateline=""),
                )
            head.append(paragraph)
            count -= len(words)
        return self, replace(self, body=())


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder of stories, one text file each."""

    folder: Path
    spaced: bool = True
    """Whether the language parts its words by spaces."""

    def read(self, name: str) -> Story:
        """Read one story; its id is the name of its file."""
        return self._story(name, (self.folder / f"{name}.txt").read_text("utf-8"))

    def read_all(self, name: str) -> list[Story]:
        """Read a file of several short pieces, each after a line of equals signs."""
        parts = (self.folder / f"{name}.txt").read_text("utf-8").split("\n===\n")
        return [self._story(f"{name}-{n}", part.strip()) for n, part in enumerate(parts, 1)]

    def _story(self, name: str, filed: str) -> Story:
        """Return a story; its dateline opens its first paragraph."""
        head, _, text = filed.partition("\n---\n")
        fields = dict(line.split(": ", 1) for line in head.splitlines() if line)
        body = tuple(" ".join(p.split()) for p in text.split("\n\n") if p.strip())
        dateline = fields.get("dateline", "")
        if dateline:
            body = (f"{dateline}{' — ' if self.spaced else ''}{body[0]}", *body[1:])
        return Story(id=name, body=body, spaced=self.spaced, **fields)  # type: ignore[arg-type]
