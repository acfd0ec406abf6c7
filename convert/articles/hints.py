"""What the paper itself says of its pages (`LayoutSettings`), before the engine asks the page.

Hints only add: they name furniture, bylines and headlines that the page does not show to
be what they are. What the engine finds without them it still finds.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from convert.articles.pieces import Piece
from convert.geometry import Rect
from convert.model import Region, Role
from convert.settings import LayoutSettings

MM = 72 / 25.4
"""Points of a millimetre."""


def hinted_furniture(
    pieces: Sequence[Piece], region: Region, hints: LayoutSettings, found: Mapping[int, Role]
) -> dict[int, Role]:
    """Return furniture with what stands in the zones of the paper: piece id -> role.

    `found` is the furniture that is known without.
    """
    zones = [*_zones(region, hints, named=Role.MASTHEAD in found.values())]
    places = ((p.id, region.frame.back(p.rect)) for p in pieces)
    hinted = {
        number: Role.FOLIO
        for number, place in places
        if any(zone.holds(place.cx, place.cy) for zone in zones)
    }
    return hinted | dict(found)


def _zones(region: Region, hints: LayoutSettings, *, named: bool) -> Iterator[Rect]:
    """Return the zones in points of the page."""
    width, height = region.width, region.height
    if region.turned:
        width, height = height, width
    if hints.head and not named:
        yield Rect(0, 0, width, MM * hints.head)
    if hints.foot:
        yield Rect(0, height - MM * hints.foot, width, height)
    for zone in hints.furniture:
        left, top, right, bottom = (MM * value for value in zone)
        yield Rect(left, top, right, bottom)


def hinted_roles(pieces: Sequence[Piece], hints: LayoutSettings) -> dict[int, Role]:
    """Return the roles that the paper's type and words give: piece id -> role."""
    fonts = tuple(name.casefold() for name in hints.head_fonts)
    roles = {p.id: Role.HEADLINE for p in pieces if _is_set_in(p, fonts)}
    patterns = [_pattern(text) for text in hints.bylines]
    return roles | {
        p.id: Role.BYLINE
        for p in pieces
        if any(pattern.fullmatch(p.block.text.strip()) for pattern in patterns)
    }


def _is_set_in(piece: Piece, fonts: Sequence[str]) -> bool:
    """Whether all lines of a piece are set in one of these fonts."""
    names = {span.font.casefold() for line in piece.block.lines for span in line.spans}
    return all(any(font in name for font in fonts) for name in names)


@lru_cache(maxsize=64)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
