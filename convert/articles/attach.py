"""Give every picture, caption and stray block to the article it belongs to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from convert.articles.columns import cut, walled
from convert.articles.grouping import Group
from convert.articles.pieces import Piece
from convert.articles.stands import clusters
from convert.geometry import Rect, enclosing
from convert.model import Image, Region, Role

NEAR, FAR = 3.0, 9.0
"""A stray piece belongs to what stands this near, in em; in a box it may be farther."""
CAPTION = 160
"""Characters of what says what a picture shows, at most."""
LEVEL = 0.6
"""What a picture is worth to the story that it stands beside, by how level it is with it."""
PACKAGE = 3
"""So many pictures wall to wall are a picture story."""
WALL = 3.0
"""They stand this close, captions included, in em."""


@dataclass(slots=True)
class Draft:
    """An article with all that belongs to it, before it is put in order."""

    group: Group | None
    pieces: list[Piece] = field(default_factory=list)
    """What is neither head nor running text: captions, credits, quotes, jumps …"""
    pictures: list[Rect] = field(default_factory=list)
    captions: dict[int, Piece] = field(default_factory=dict)
    """Picture index -> its caption."""
    ad: Rect | None = None
    """The zone, if it is an ad."""

    @property
    def rect(self) -> Rect:
        """Around text and head; pictures do not stretch it."""
        if self.ad is not None:
            return self.ad
        pieces = list(self.group.pieces) if self.group else self.pieces
        return enclosing([p.rect for p in pieces] or self.pictures)


def attach(
    groups: Sequence[Group],
    rest: Sequence[Piece],
    region: Region,
    ads: Sequence[Rect],
) -> tuple[Draft, ...]:
    """Return one draft per article; pictures without a text become their own."""
    drafts = [Draft(group=g) for g in groups]
    pictures = [p.rect for p in region.pictures if _counts(p, region, ads)]
    captions = [p for p in rest if p.role in (Role.CAPTION, Role.CREDIT)]
    boxes = {g.container for g in groups if g.container is not None}
    owner: dict[int, Draft] = {}
    shots = [
        _Shot(
            picture,
            tuple(
                c
                for c in captions
                if _nearest(c.rect, pictures) == index
                and (c.block.container not in boxes or _in_one_box(c, picture, region))
            ),
        )
        for index, picture in enumerate(pictures)
    ]
    for package in _packages(shots, region):
        draft = _home(package, drafts, region)
        if draft is None:
            draft = Draft(group=None)
            drafts.append(draft)
        draft.pictures += [s.picture for s in package]
        draft.pieces += [c for s in package for c in s.captions]
        owner |= {c.id: draft for s in package for c in s.captions}
    for piece in rest:
        if piece.id not in owner:
            _closest(piece, drafts, region).pieces.append(piece)
    return tuple(d for d in drafts if d.group or d.pieces or d.pictures)


@dataclass(frozen=True, slots=True)
class _Shot:
    """A picture and what stands at it."""

    picture: Rect
    captions: tuple[Piece, ...]

    @property
    def rect(self) -> Rect:
        """Around both."""
        return enclosing((self.picture, *(c.rect for c in self.captions)))


def _packages(shots: Sequence[_Shot], region: Region) -> list[list[_Shot]]:
    """Gather pictures that stand wall to wall; fewer than three go their own ways."""
    result: list[list[_Shot]] = []
    for package in clusters(shots, lambda a, b: _abut(a.rect, b.rect, region)):
        result += [package] if len(package) >= PACKAGE else [[s] for s in package]
    return result


def _abut(a: Rect, b: Rect, region: Region) -> bool:
    common = max(a.overlap_x(b) / min(a.width, b.width), a.overlap_y(b) / min(a.height, b.height))
    near = a.distance(b) < WALL * region.body
    return near and common > 0.3 and not _ruled_off(a, b, region)


def _in_one_box(caption: Piece, picture: Rect, region: Region) -> bool:
    """Whether a box around a caption holds its picture too."""
    box = caption.block.container
    return box is None or picture.share_in(region.containers[box].rect) > 0.5


def _counts(image: Image, region: Region, ads: Sequence[Rect]) -> bool:
    rect = image.rect
    if any(rect.share_in(zone) > 0.5 for zone in ads):
        return False
    return min(rect.width, rect.height) > 2 * region.body and (
        rect.area < 0.8 * region.width * region.height
    )


def _nearest(rect: Rect, pictures: Sequence[Rect]) -> int | None:
    if not pictures:
        return None
    return min(range(len(pictures)), key=lambda i: rect.distance(pictures[i]))


def _home(package: Sequence[_Shot], drafts: Sequence[Draft], region: Region) -> Draft | None:
    """The article pictures belong to: around them, under or over their width, near."""
    scored = [
        (score, -i)
        for i, d in enumerate(drafts)
        if d.group is not None
        and (score := max(_picture_worth(s.picture, d, region) for s in package)) > 0.3
    ]
    return drafts[-max(scored)[1]] if scored else None


def _picture_worth(picture: Rect, draft: Draft, region: Region) -> float:
    rect = draft.rect
    first = next(iter(draft.group.pieces)) if draft.group else None
    box = first.block.container if first else None
    if box is not None:
        inside = picture.share_in(region.containers[box].rect)
        if inside > 0.8:
            return 3.0
        if inside < 0.1:
            return 0.0
    gap = picture.distance(rect) / region.body
    score = 2.0 * picture.share_in(rect) - 0.15 * gap
    score += max(0.0, picture.overlap_x(rect)) / max(min(picture.width, rect.width), 1.0)
    left, right = sorted((picture, rect), key=lambda r: r.left)
    if 0 <= right.left - left.right < NEAR * region.body and not walled(left, right, region.walls):
        score += LEVEL * max(0.0, picture.overlap_y(rect)) / min(picture.height, rect.height)
    if _ruled_off(picture, rect, region):
        score -= 1.2
    over = picture.top - rect.bottom
    if draft.group and not draft.group.chains and -2 <= over / region.body < 2:
        return score + 2.2  # a head that hangs over a picture and has no text
    if draft.group and titles(picture, draft.group, region.body):
        return score + 2.2  # a head with a line or two right under its picture
    return score


def titles(picture: Rect, group: Group, body: float) -> bool:
    """Whether a head with hardly a text hangs under a picture, flush with it."""
    return (
        group.head is not None
        and group.chars < CAPTION
        and -1 <= (group.head.rect.top - picture.bottom) / body < 1.5
        and abs(group.head.rect.left - picture.left) < body
        and group.rect.right < picture.right + body
    )


def _ruled_off(a: Rect, b: Rect, region: Region) -> bool:
    upper, lower = sorted((a, b), key=lambda r: r.cy)
    return cut(upper, lower, region.rows, 0.5)


def _closest(piece: Piece, drafts: list[Draft], region: Region) -> Draft:
    """The article nearest to a stray piece; alone in its box it is its own."""
    candidates: Iterable[Draft] = [d for d in drafts if _same_box(piece, d)]
    boxed = piece.block.container is not None
    best, least = None, (FAR if boxed or piece.role is Role.TABLE else NEAR) * region.body
    for draft in candidates:
        gap = min(_reach(piece, p, region) for p in _all(draft))
        gap += 2 * region.body * _ruled_off(piece.rect, draft.rect, region)
        if gap < least:
            best, least = draft, gap
    if best is None:
        best = Draft(group=None)
        drafts.append(best)
    return best


def _reach(piece: Piece, other: Piece, region: Region) -> float:
    """How far a stray piece is from another: what stands beyond a rule is farther."""
    gap = piece.rect.distance(other.rect)
    if piece.rect.overlap_x(other.rect) > 0:
        return gap
    left, right = sorted((piece.rect, other.rect), key=lambda r: r.left)
    return gap + (2 if walled(left, right, region.walls) else 0.5) * region.body


def _all(draft: Draft) -> Iterable[Piece]:
    if draft.group:
        yield from draft.group.pieces
    yield from draft.pieces


def _same_box(piece: Piece, draft: Draft) -> bool:
    """Quotes stand in little boxes within the text that they are taken from."""
    own = list(_all(draft))
    return bool(own) and (
        piece.role is Role.QUOTE or any(p.block.container == piece.block.container for p in own)
    )
