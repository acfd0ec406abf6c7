"""A later version of an issue: which of its articles are the same stories as before?

Those keep their ids, and so their addresses; new stories get ids that were never used;
a story that comes back after a revision without it gets its old one again. A register
remembers every story that the issue ever had. All pure.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from convert.geometry import Rect, enclosing
from convert.letters import letters
from convert.model import Edition, EditionArticle, Hotspot, Jump, Kind

SAME_TEXT = 0.5
"""Share of common text from which two articles are one story."""
SAME_HEAD = 0.6
"""What an equal headline is worth, however much of the text was rewritten."""
SAME_PLACE = 0.7
"""Share of common area from which two articles with little text are one."""
LITTLE = 40
"""Letters below which text says little."""
KEPT = 4000
"""Letters of a story that the register keeps."""
HEAD = 5
"""Letters that a headline must have to say anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story as the register remembers it."""

    id: str
    page: str
    """Label of the page that it begins on: a late page moves the numbers of others."""
    kind: Kind
    head: str
    """Letters of its headline."""
    text: str
    """Letters of all of it, the first of them."""
    box: Rect | None
    """0..1 of the frame."""


Register = tuple[Story, ...]
"""Every story of an issue, as it was last seen, sorted by id."""

_REGISTERS = TypeAdapter(Register)


def write_register(register: Register) -> str:
    """Return the register as JSON."""
    return _REGISTERS.dump_json(register).decode()


def read_register(text: str) -> Register:
    """Return the register that was written; of an empty text the empty one.

    Raises:
        ValueError: it is damaged.
    """
    return _REGISTERS.validate_json(text) if text else ()


def keep_ids(edition: Edition, register: Register) -> tuple[Edition, Register]:
    """Return the edition with the ids of stories that are known, and the new register."""
    stories = register_of(edition)
    names = dict(_named(stories, register))
    renamed = rename(edition, names)
    known = {story.id: story for story in register}
    known |= {names[s.id]: replace(s, id=names[s.id]) for s in stories}
    return renamed, tuple(known[name] for name in sorted(known))


def register_of(edition: Edition) -> Register:
    """Return the stories of an edition, in its order."""
    labels = {page.id: page.label for page in edition.pages}
    return tuple(_story(a, labels.get(a.pages[0], "") if a.pages else "") for a in edition.articles)


def rename(edition: Edition, names: Mapping[str, str]) -> Edition:
    """Return the edition with other ids of articles, wherever they stand."""

    def jump(old: Jump) -> Jump:
        return Jump(
            to=names.get(old.to, old.to) if old.to else None,
            source=names.get(old.source, old.source) if old.source else None,
        )

    def spots(old: Sequence[Hotspot]) -> tuple[Hotspot, ...]:
        return tuple(replace(h, article=names.get(h.article, h.article)) for h in old)

    return replace(
        edition,
        pages=tuple(
            replace(
                page,
                hotspots=spots(page.hotspots),
                halves=tuple(replace(h, hotspots=spots(h.hotspots)) for h in page.halves),
            )
            for page in edition.pages
        ),
        articles=tuple(
            replace(a, id=names.get(a.id, a.id), jump=jump(a.jump)) for a in edition.articles
        ),
    )


def _named(stories: Sequence[Story], register: Register) -> Iterator[tuple[str, str]]:
    """Yield the old and the new id of each story."""
    pairs = dict(_pairs(stories, register))
    used = {story.id for story in register}
    for story in stories:
        if story.id in pairs:
            yield story.id, pairs[story.id]
        elif story.id not in used:
            used.add(story.id)
            yield story.id, story.id
        else:
            fresh = _fresh(story.id.partition("-")[0], used)
            used.add(fresh)
            yield story.id, fresh


def _fresh(page: str, used: Iterable[str]) -> str:
    """Return an id of the page that no story ever had."""
    start = f"{page}-a"
    ends = (name.removeprefix(start) for name in used if name.startswith(start))
    numbers = (int(end) for end in ends if end.isdecimal())
    return f"{start}{max(numbers, default=0) + 1:02}"


def _pairs(stories: Sequence[Story], register: Register) -> Iterator[tuple[str, str]]:
    """Yield the ids of a story and of the one that it was, the most alike first."""
    scored = sorted(
        (-score, i, j)
        for j, old in enumerate(register)
        for i, new in enumerate(stories)
        if new.page == old.page and (score := alike(new, old)) >= SAME_TEXT
    )
    new_taken: set[int] = set()
    old_taken: set[int] = set()
    for _, i, j in scored:
        if i not in new_taken and j not in old_taken:
            new_taken.add(i)
            old_taken.add(j)
            yield stories[i].id, register[j].id


def alike(one: Story, other: Story) -> float:
    """Return how much two stories are one: 0..1."""
    if one.text == other.text and len(one.text) >= LITTLE:
        return 1.0
    head = SAME_HEAD if one.head == other.head and len(one.head) >= HEAD else 0.0
    if min(len(one.text), len(other.text)) >= LITTLE:
        return max(head, _common(one.text, other.text))
    place = _overlap(one.box, other.box) if one.kind is other.kind else 0.0
    return max(head, place if place >= SAME_PLACE else 0.0)


def _common(one: str, other: str) -> float:
    """Return the share of letter triples that two texts have in common (Dice)."""
    first, second = _triples(one), _triples(other)
    return 2 * (first & second).total() / (first.total() + second.total())


def _triples(text: str) -> Counter[str]:
    return Counter(text[i : i + 3] for i in range(len(text) - 2))


def _overlap(one: Rect | None, other: Rect | None) -> float:
    common = one.intersect(other) if one and other else None
    if one is None or other is None or common is None:
        return 0.0
    whole = one.area + other.area - common.area
    return common.area / whole if whole else 0.0


def _story(article: EditionArticle, page: str) -> Story:
    text = letters("".join(block.text for block in article.blocks))
    boxes = [*(b.box for b in article.blocks), *(f.box for f in article.figures)]
    return Story(
        id=article.id,
        page=page,
        kind=article.kind,
        head=letters(article.headline),
        text=text[:KEPT],
        box=enclosing(boxes) if boxes else None,
    )
