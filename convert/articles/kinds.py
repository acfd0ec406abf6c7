"""Of what kind an article is: by its words, its pictures, its length, its neighbours.

A kind never changes what belongs to an article. Ads are told before (`convert.articles.ads`);
nothing becomes one here. The first rule of `RULES` that fits decides; a text that none fits is
an article. Then those that are set alike in one column become letters with those over them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from convert.articles.columns import shares
from convert.articles.kind_words import (
    ends_in_page,
    index_page,
    is_note,
    leading_page,
    names_cartoon,
    names_index,
    names_letters,
    names_puzzle,
    names_weather,
    opens_letter,
    opens_with_time,
)
from convert.articles.pieces import Piece
from convert.geometry import Rect
from convert.model import Article, Block, Kind, Role

BRIEF = 260
"""Letters of running text, below which an unsigned text is a brief."""
TEASER = 260
"""Letters of a text that sends its reader to another page, at most."""
LABEL = 40
"""Characters of a label, at most."""
CREDIT = 60
"""Characters of what says who drew a cartoon, at most."""
CARTOON = 120
"""Letters at a cartoon, its caption left out, at most."""
PHOTO = 100
"""Letters of running text at a photo that stands alone, at most."""
STORY_OF_PICTURES = 3
"""So many pictures over so many times the ground of the text are a picture story."""
PUZZLE = 900
"""Letters of a puzzle's clues and rules, at most."""
SCRAPS = 8
"""Pieces of an infographic, at least."""
ROWS = 3
"""Rows of an index under its name, at least; one more without a name."""
LISTING = 6
"""Lines of a programme, at least."""

HEADS = (Role.KICKER, Role.HEADLINE, Role.DECK)
RUNNING = (Role.PARAGRAPH, Role.DECK)
LABELS = (Role.KICKER, Role.HEADLINE, Role.SUBHEAD, Role.OTHER)


@dataclass(frozen=True, slots=True)
class Look:
    """What the kind of an article is told by."""

    pieces: tuple[Piece, ...]
    """In reading order."""
    pictures: tuple[Rect, ...]
    rect: Rect
    """Around text and head, or pictures if there is neither."""
    main: Piece | None = None
    """The headline."""
    ad: bool = False

    def letters(self, *roles: Role) -> float:
        """How much its pieces of those roles say, or all if none is named."""
        return sum(p.letters for p in self.pieces if not roles or p.role in roles)

    @property
    def running(self) -> float:
        """How much its running text says."""
        return self.letters(Role.PARAGRAPH)

    @property
    def labels(self) -> Iterator[str]:
        """Its short pieces that may name what stands below them."""
        return (
            p.block.text for p in self.pieces if p.role in LABELS and len(p.block.text) <= LABEL
        )


def kinds_of(looks: Sequence[Look], masthead: float = 0) -> tuple[Kind, ...]:
    """Return the kind of each article of a region; `masthead` is where the paper's name begins."""
    kinds = [_by_itself(look, masthead) for look in looks]
    for over, kind in zip(looks, tuple(kinds), strict=True):
        if kind is Kind.LETTER:
            for index, look in enumerate(looks):
                if kinds[index] in (Kind.ARTICLE, Kind.BRIEF) and _set_alike_below(look, over):
                    kinds[index] = Kind.LETTER
    return tuple(kinds)


def without_service(articles: Sequence[Article]) -> tuple[list[Article], list[Block]]:
    """Part from the articles what serves the reader of the paper and tells nothing.

    Lists of pages under no headline but their name, the weather, addresses of the paper.
    """
    service = [a for a in articles if a.kind is not Kind.AD and not a.figures and _serves(a)]
    return [a for a in articles if a not in service], [b for a in service for b in a.blocks]


def _serves(article: Article) -> bool:
    heads = [b.text for b in article.blocks if b.role in HEADS]
    if all(map(names_index, heads)) and is_index(article.blocks):
        return True
    text = " ".join(b.text for b in article.blocks)
    if any(map(names_weather, heads)):
        return len(text) < BRIEF
    return not heads and is_note(text)


def is_index(blocks: Sequence[Block]) -> bool:
    """Whether blocks are a list of topics and pages, with its name or in order of pages."""
    named = any(names_index(b.text) for b in blocks)
    rows = [
        row
        for b in blocks
        if b.role not in HEADS and not names_index(b.text)
        for row in ([b.text] if b.role is Role.TABLE else [line.text for line in b.lines])
    ]
    numbers = (index_page(row) or (leading_page(row) if named else None) for row in rows)
    pages = [page for page in numbers if page is not None]
    if len(pages) < ROWS + (not named) or len(pages) < 0.6 * len(rows):
        return False
    return named or (pages[0] < pages[-1] and all(a <= b for a, b in pairwise(pages)))


def _by_itself(look: Look, masthead: float) -> Kind:
    if look.ad:
        return Kind.AD
    if look.rect.bottom <= masthead and look.letters() < 2 * TEASER:
        return Kind.REFER
    return next((kind for kind, fits in RULES if fits(look)), Kind.ARTICLE)


def _is_puzzle(look: Look) -> bool:
    return look.running < PUZZLE and any(map(names_puzzle, look.labels))


def _is_refer(look: Look) -> bool:
    if is_index([p.block for p in look.pieces]):
        return True
    texts = [p for p in look.pieces if p.role is Role.PARAGRAPH]
    others = [p for p in look.pieces if p.role is not Role.PARAGRAPH and p.chars <= LABEL]
    return look.running < TEASER and any(ends_in_page(p.block.text) for p in (*others, *texts[-1:]))


def _is_letter(look: Look) -> bool:
    texts = [p for p in look.pieces if p.role is Role.PARAGRAPH]
    return bool(texts) and (
        any(map(names_letters, look.labels)) or any(opens_letter(p.block.text) for p in texts)
    )


def _is_cartoon(look: Look) -> bool:
    marks = (p.block.text for p in look.pieces if p.chars <= CREDIT and p.role not in RUNNING)
    said = look.letters() - look.letters(Role.CAPTION, Role.CREDIT)
    return bool(look.pictures) and said <= CARTOON and any(map(names_cartoon, marks))


def _is_table(look: Look) -> bool:
    lines = [line.text for p in look.pieces if p.role not in HEADS for line in p.block.lines]
    times = sum(map(opens_with_time, lines))
    body = look.letters() - look.letters(*HEADS)
    return (times >= LISTING and times > 0.5 * len(lines)) or (
        look.letters(Role.TABLE) > 0.5 * body
    )


def _is_infographic(look: Look) -> bool:
    boxed = look.main is not None and look.main.block.container is not None
    scraps = len(look.pieces) >= SCRAPS and look.running < 0.3 * look.letters()
    return boxed and bool(look.pictures) and scraps


def _is_photo(look: Look) -> bool:
    if not look.pictures:
        return False
    ground = sum(p.rect.area for p in look.pieces if p.role is Role.PARAGRAPH)
    many = len(look.pictures) >= STORY_OF_PICTURES
    return look.running < PHOTO or (
        many and sum(p.area for p in look.pictures) > STORY_OF_PICTURES * ground
    )


def _is_brief(look: Look) -> bool:
    signed = any(p.role is Role.BYLINE for p in look.pieces)
    return not signed and look.running < BRIEF


RULES: Sequence[tuple[Kind, Callable[[Look], bool]]] = (
    (Kind.PUZZLE, _is_puzzle),
    (Kind.REFER, _is_refer),
    (Kind.LETTER, _is_letter),
    (Kind.CARTOON, _is_cartoon),
    (Kind.TABLE, _is_table),
    (Kind.INFOGRAPHIC, _is_infographic),
    (Kind.PHOTO, _is_photo),
    (Kind.BRIEF, _is_brief),
)


def _set_alike_below(look: Look, over: Look) -> bool:
    """Whether an article stands in the column of another, under a headline in its face."""
    if look.main is None or over.main is None or look.rect.top < over.rect.top:
        return False
    one, other = look.main, over.main
    return (
        shares(one.rect, other.rect) > 0.5
        and (one.family, one.bold, one.italic) == (other.family, other.bold, other.italic)
        and abs(one.ratio - other.ratio) < 0.05 * other.ratio
        and one.block.container == other.block.container
    )
