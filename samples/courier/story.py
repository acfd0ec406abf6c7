"""Stories as the newsroom files them: one text file each, fields above, text below."""

from dataclasses import dataclass, replace
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"


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

    @property
    def words(self) -> int:
        """How many words the body has."""
        return sum(len(p.split()) for p in self.body)

    def divided(self, count: int) -> tuple["Story", "Story"]:
        """Return the story up to its word number `count`, and the rest."""
        head: list[str] = []
        for i, paragraph in enumerate(self.body):
            words = paragraph.split()
            if count < len(words):
                cut = [" ".join(words[:count])] if count else []
                rest = (" ".join(words[count:]), *self.body[i + 1 :])
                return (
                    replace(self, body=(*head, *cut), closes=not count),
                    replace(self, body=rest, opens=not count, dateline=""),
                )
            head.append(paragraph)
            count -= len(words)
        return self, replace(self, body=())


def read(name: str) -> Story:
    """Read one story; its id is the name of its file."""
    head, _, text = (TEXTS / f"{name}.txt").read_text("utf-8").partition("\n---\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines() if line)
    body = tuple(" ".join(p.split()) for p in text.split("\n\n") if p.strip())
    return story_of(name, fields, body)


def read_all(name: str) -> list[Story]:
    """Read a file of several short pieces, each after a line of equals signs."""
    parts = (TEXTS / f"{name}.txt").read_text("utf-8").split("\n===\n")
    found = []
    for number, part in enumerate(parts, 1):
        head, _, text = part.strip().partition("\n---\n")
        fields = dict(line.split(": ", 1) for line in head.splitlines() if line)
        body = tuple(" ".join(p.split()) for p in text.split("\n\n") if p.strip())
        found.append(story_of(f"{name}-{number}", fields, body))
    return found


def story_of(name: str, fields: dict[str, str], body: tuple[str, ...]) -> Story:
    """Return a story; its dateline opens its first paragraph."""
    dateline = fields.get("dateline", "")
    if dateline:
        body = (f"{dateline} — {body[0]}", *body[1:])
    return Story(id=name, body=body, **fields)  # type: ignore[arg-type]
