"""The pieces an article is made of: blocks with what the engine measures of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from convert.articles.flow import Ends, ends_of
from convert.articles.parting import parted
from convert.geometry import Rect
from convert.model import Block, Line, Region, Role
from convert.typeface import DISPLAY, family, is_body_size

FILLED = 0.15
"""A bar is filled by its type to this share at least."""
HALF = 0.4
"""A box with one head and no more is its ground if the head fills this share of it."""
ON_BOX = 2.0
"""A bar lies upon a box, its sides in line, within so many em."""
BAR = 9.0
"""A bar is no higher (or wider) than this, in em."""
STRIP = 2.2
"""A strip no higher than this, in em, is a bar however little it says."""
HAN_LETTERS = 2.5
"""A Han character, kana or Hangul syllable says as much as so many letters."""
BODY_SHARE = 0.12
"""A family has this share of the running text, or it is not the body's."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block, measured against the body type of its region."""

    id: int
    block: Block
    role: Role
    ratio: float
    """Type size in multiples of the body size."""
    chars: int
    bold: bool
    italic: bool
    family: str
    color: int
    own_family: bool
    """Whether it is set in a family that body text uses."""
    bar: bool
    """Whether it stands on a tint of its own."""
    against: bool
    """Whether its lines run against the region's direction (竖题 beside 横排)."""
    ends: Ends

    @property
    def rect(self) -> Rect:
        """Its place in the writing frame."""
        return self.block.rect

    @property
    def plain(self) -> bool:
        """Whether it is set like running text: the body's family, size and weight."""
        return self.own_family and not self.bold and not self.italic and 0.93 < self.ratio < 1.08

    @property
    def letters(self) -> float:
        """How much it says, in letters of an alphabet."""
        return self.chars * (HAN_LETTERS if self.ends.cjk else 1.0)

    @property
    def lines(self) -> int:
        """Number of its lines."""
        return len(self.block.lines)


Look = tuple[str, bool, int, float]
"""Family, weight, colour and size of a piece."""


def look(piece: Piece) -> Look:
    """Return how a piece is set."""
    return piece.family, piece.bold, piece.color, round(piece.ratio, 1)


def measure(region: Region) -> tuple[Piece, ...]:
    """Measure every block of a region; roles are set later (`convert.articles.roles`)."""
    families = body_families(region)
    bars = _bars(region)
    blocks = tuple(
        replace(b, container=region.containers[b.container].parent)
        if b.container is not None and b.container in bars
        else b
        for b in region.blocks
    )
    grounds = [region.containers[bar].rect for bar in bars]
    blocks = tuple(_into_box(b, blocks, grounds, region) for b in blocks)
    region = replace(region, blocks=parted(blocks))
    return tuple(
        _piece(index, block, region, families, grounds) for index, block in enumerate(region.blocks)
    )


def _into_box(block: Block, blocks: Sequence[Block], bars: Sequence[Rect], region: Region) -> Block:
    """Give the head on a bar that lies upon a box to that box, if it has no head inside."""
    bar = next((b for b in bars if b.holds(block.rect.cx, block.rect.cy)), None)
    if bar is None or block.container is not None:
        return block
    for index, box in enumerate(region.containers):
        space = box.rect.top - bar.bottom
        if (
            -2 <= space < ON_BOX * region.body
            and bar.left > box.rect.left - ON_BOX * region.body
            and bar.right < box.rect.right + ON_BOX * region.body
            and bar.width > 0.6 * box.rect.width
            and not any(
                b.container == index and b.lines[0].size > DISPLAY * region.body for b in blocks
            )
        ):
            return replace(block, container=index)
    return block


def _bars(region: Region) -> frozenset[int]:
    """Return the boxes that are bars: a tint filled by a head belongs to the text around it."""
    inside: dict[int, float] = defaultdict(float)
    blocks = Counter(block.container for block in region.blocks)
    text: set[int] = set()
    for block in region.blocks:
        if block.container is not None:
            inside[block.container] += sum(line.rect.area for line in block.lines)
            if len(block.lines) > 2 and block.lines[0].size < 1.2 * region.body:
                text.add(block.container)
    parents = {c.parent for c in region.containers}
    return frozenset(
        box
        for box, filled in inside.items()
        if box not in text
        and box not in parents
        and _is_bar(region.containers[box].rect, filled, region.body, alone=blocks[box] == 1)
    )


def _is_bar(rect: Rect, filled: float, body: float, *, alone: bool) -> bool:
    """Whether a box is little more than the ground of the type in it, one head perhaps."""
    slim = rect.height < STRIP * body
    low = min(rect.width, rect.height) < BAR * body
    return slim or (low and filled > FILLED * rect.area) or (alone and filled > HALF * rect.area)


def body_families(region: Region) -> frozenset[str]:
    """Return the type families in which running text is set: each with a fair share."""
    weight: Counter[str] = Counter()
    for block in region.blocks:
        if len(block.lines) >= 4 and is_body_size(block.lines[0].size, region.body):
            weight[family(block.lines[1])] += len(block.text)
    total = sum(weight.values())
    return frozenset(name for name, n in weight.items() if n > BODY_SHARE * total)


def _piece(
    index: int, block: Block, region: Region, families: frozenset[str], bars: Sequence[Rect]
) -> Piece:
    weight = sum(len(line.text) for line in block.lines)
    spans = [s for line in block.lines for s in line.spans]
    main = max(block.lines, key=lambda line: len(line.text))
    return Piece(
        id=index,
        block=block,
        role=Role.OTHER,
        ratio=_main_size(block.lines) / region.body,
        chars=weight,
        bold=_most((len(s.text), s.bold) for s in spans),
        italic=_most((len(s.text), s.italic) for s in spans),
        family=family(main),
        color=max(spans, key=lambda s: len(s.text)).color,
        own_family=family(main) in families,
        bar=any(bar.holds(block.rect.cx, block.rect.cy) for bar in bars),
        against=block.lines[0].vertical != region.turned,
        ends=ends_of(block),
    )


def _main_size(lines: Sequence[Line]) -> float:
    sizes = sorted(line.size for line in lines)
    return sizes[len(sizes) // 2]


def _most(weighted: Iterable[tuple[int, bool]]) -> bool:
    return sum(n if yes else -n for n, yes in weighted) > 0
