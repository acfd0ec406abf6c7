"""The stories of a page: one text file for each page, stories divided by `===`.

A story is lines `field: text`, then `---`, then paragraphs. A field that comes twice
has two texts. `|` breaks a head by hand; `*these words*` run in bold; `## ` opens a
subhead, `? ` a question, `- ` an item of a list, `~ ` a line of its own.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path

from samples.faces import BOLD

TEXTS = Path(__file__).parent / "texts"
MARKS = ("## ", "? ", "- ", "~ ")
ROLES = ("kicker", "headline", "deck", "byline", "caption", "credit", "other", "jump")
SENTENCE = re.compile(r"(?<=[.!?…»”’\"])\s+(?=[^a-zà-ÿа-я\s])|(?<=[。！？])(?=[^」』”’）])")


@dataclass(frozen=True, slots=True)
class Piece:
    """One article."""

    id: str
    kind: str = "article"
    fields: dict[str, list[str]] = field(default_factory=dict)
    body: tuple[str, ...] = ()
    opens: bool = True
    """Whether the first paragraph is one: a jump may start in the middle of one."""
    closes: bool = True
    """Whether the last paragraph ends here."""

    def __getitem__(self, role: str) -> str:
        """Return the text of a field."""
        return "\n".join(self.fields.get(role, []))

    def all(self, role: str) -> list[str]:
        """Return the texts of a field."""
        return self.fields.get(role, [])

    def truth(self, boxes: list[list[float]], by: float) -> dict[str, object]:
        """Return the article as scoring reads it."""
        body = "\n".join(plain(p) for p in self.body)
        return {
            "id": self.id,
            "kind": self.kind,
            **{role: plain(self[role]) for role in ROLES[:4]},
            "body": body,
            **{role: plain(self[role]) for role in ROLES[4:]},
            "lines": [[round(v + by, 1) for v in box] for box in boxes],
        }

    def letters(self) -> Counter[str]:
        """Count the letters that must stand on the page."""
        return letters("".join([*(self[role] for role in ROLES), *map(plain, self.body)]))


def letters(text: str) -> Counter[str]:
    """Count letters and digits."""
    return Counter(c for c in text.casefold() if c.isalnum())


def plain(text: str) -> str:
    """Return a text without its marks."""
    for mark in MARKS:
        text = text.removeprefix(mark)
    text = re.sub(r"(?<=[\u2e80-\uffef])\|(?=[\u2e80-\uffef])", "", text).replace("*", "")
    return re.sub(r" *\| *", " ", text)


def read(name: str) -> dict[str, Piece]:
    """Read the stories of a page by their ids."""
    found = {}
    for part in (TEXTS / f"{name}.txt").read_text("utf-8").split("\n===\n"):
        if name.startswith("fr"):
            part = re.sub(r" (?=[:;?!»%])|(?<=«) ", "\u202f", part)
        head, _, text = f"{part.strip()}\n".partition("\n---\n")
        fields: dict[str, list[str]] = {}
        for line in head.splitlines():
            role, _, value = line.partition(": ")
            fields.setdefault(role.strip(), []).append(value.strip())
        cjk = re.search(r"[\u3040-\u9fff]", text)
        join = "" if cjk and name[:2] in ("zh", "ja") else " "
        body = tuple(join.join(p.split("\n")) for p in text.strip().split("\n\n") if p.strip())
        id_, kind = fields.pop("id")[0], fields.pop("kind", ["article"])[0]
        found[id_] = Piece(id_, kind, fields, body)
    return found


def words_of(text: str) -> list[str]:
    """Return the words of a paragraph, those in bold after a mark."""
    words, bold = [], False
    for word in text.split(" "):
        bold ^= word.startswith("*")
        clean = word.replace("*", "")
        words.append(BOLD + clean if bold else clean)
        bold ^= "*" in word[1:]
    return words


def balanced(text: str) -> bool:
    """Return whether every quotation in a text is closed."""
    pairs = ("“”", "«»", "「」", "『』", "()", "（）", "„“")
    if "„" in text:
        return text.count("„") == text.count("“")
    return all(text.count(a) == text.count(b) for a, b in pairs[:-1]) and not text.count("*") % 2


def without(body: tuple[str, ...], paragraph: int, sentence: int) -> tuple[str, ...] | None:
    """Return a text without one sentence; None where that cannot be."""
    parts = SENTENCE.split(body[paragraph])
    if not balanced(parts[sentence]):
        return None
    join = "" if "。" in body[paragraph] else " "
    left = join.join(parts[:sentence] + parts[sentence + 1 :])
    if sentence == 0 and len(parts) > 1 and body[paragraph].startswith(MARKS):
        return None
    cut = (*body[:paragraph], *([left] if left else []), *body[paragraph + 1 :])
    while cut and cut[-1].startswith(("## ", "? ")):
        cut = cut[:-1]
    return cut


def cut_to_fit(
    piece: Piece, spare: Callable[[Piece], int], *, enough: int = 0
) -> tuple[Piece, int]:
    """Cut sentences until no line is too many; the fewest lines left over win.

    `spare` returns how many lines stay empty, negative if too few.
    """
    now, left = piece, spare(piece)
    last: list[Piece] = []
    while left < 0:
        last.append(now)
        body = None
        for p in range(len(now.body) - 1, -1, -1):
            for s in range(len(SENTENCE.split(now.body[p])) - 1, -1 if p else 0, -1):
                body = body or without(now.body, p, s)
            if body:
                break
        if not body:
            raise ValueError(f"{piece.id}: {-left} lines too long, and nothing to cut")
        now = replace(now, body=body)
        left = spare(now)
    best, room = now, left
    for start in reversed(last[-3:]):
        if room <= enough:
            break
        for p in range(len(start.body) - 1, -1, -1):
            if start.body[p].startswith(("## ", "? ")):
                continue
            for s in range(0 if p else 1, len(SENTENCE.split(start.body[p]))):
                body = without(start.body, p, s)
                if body and 0 <= (n := spare(replace(start, body=body))) < room:
                    best, room = replace(start, body=body), n
    return search(piece, spare, (best, room), enough) if last and room > enough else (best, room)


def search(
    piece: Piece, spare: Callable[[Piece], int], best: tuple[Piece, int], enough: int
) -> tuple[Piece, int]:
    """Try to leave out any few of the last sentences."""
    places = [(p, s) for p, t in enumerate(piece.body) for s in range(len(SENTENCE.split(t)))]
    places = [(p, s) for p, s in places if p + s and not piece.body[p].startswith(("## ", "? "))]
    for count in range(1, 5):
        for gone in combinations(reversed(places[-9:]), count):
            body: tuple[str, ...] | None = piece.body
            for p, s in gone:
                body = without(body, p, s) if body and p < len(body) else None
            if body and 0 <= (n := spare(replace(piece, body=body))) < best[1]:
                best = replace(piece, body=body), n
                if n <= enough:
                    return best
    return best
