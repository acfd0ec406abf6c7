"""Cut the pictures of articles out of a page, at the resolution that the file has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import numpy as np
import pymupdf
from PIL import Image, UnidentifiedImageError

from convert.geometry import Rect
from convert.imaging.encoders import ENCODERS, encode
from convert.imaging.placed import Placed, original, paint, placed_pictures
from convert.imaging.render import render_part
from convert.settings import ImageSettings
from convert.sheet import Sheet

DRAWING_PPI = 200
"""A figure that the file draws, without pixels of its own, is cut at this resolution."""
MOST_PPI = 400
"""More pixels per inch of newsprint show nothing more."""
MAX_PIXELS = 25_000_000
SPECK = 0.03
"""A picture that takes less of a figure than this does not give its resolution."""
SAME_PLACE = 0.02
"""A placed picture is the figure if no edge differs by more of the figure's side."""
LOOK = 96
"""Pixels of the longer side at which two pictures are compared."""
DIFFERENT, FEW = 48, 0.04
"""They are the same if fewer pixels than this share differ by so many grey levels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The file of one figure."""

    data: bytes
    type: str
    """Media type."""
    suffix: str
    width: int
    height: int
    color: str
    """Colour space in the PDF."""
    ppi: int
    """Pixels per inch of print that the PDF holds; 0: it is a drawing."""


class Scissors:
    """The pictures of one open page, found once, from which figures are cut."""

    def __init__(self, sheet: Sheet, frame: pymupdf.Rect, settings: ImageSettings) -> None:
        """Take the page, and its frame in the coordinates of MuPDF's page."""
        self._sheet = sheet
        self._frame = frame
        self._settings = settings
        self._placed = placed_pictures(sheet)

    def cut(self, rect: Rect, covering: Sequence[Rect]) -> Cut:
        """Return the picture at `rect`.

        Args:
            rect: the figure, in page space.
            covering: type that lies over it and is told elsewhere, so not to be shown.

        Raises:
            READER_ERRORS: MuPDF cannot draw it.
        """
        clip = self._in_page(rect)
        inside = [p for p in self._placed if not (p.rect & clip).is_empty]
        telling = [p for p in inside if _share(p.rect & clip, clip) >= SPECK]
        if not telling:
            return self._drawing(clip)
        largest = max(telling, key=lambda p: (_share(p.rect & clip, clip), p.ppi))
        whole = self._as_it_is(largest, clip, [self._in_page(r) for r in covering])
        return whole or self._redrawn(clip, inside, telling, covered=bool(covering))

    def _drawing(self, clip: pymupdf.Rect) -> Cut:
        image = render_part(self._sheet, clip, _scale(DRAWING_PPI, clip))
        return _file(image, "png", self._settings, color="RGB", ppi=0)

    def _redrawn(
        self,
        clip: pymupdf.Rect,
        inside: Iterable[Placed],
        telling: Iterable[Placed],
        *,
        covered: bool,
    ) -> Cut:
        finest = max(telling, key=lambda p: p.ppi)
        scale = _scale(min(finest.ppi, MOST_PPI), clip)
        if covered:
            image = paint(self._sheet, tuple(inside), clip, scale)
        else:
            image = render_part(self._sheet, clip, scale)
        return _file(image, "jpeg", self._settings, color=finest.color, ppi=round(finest.ppi))

    def _as_it_is(
        self, picture: Placed, clip: pymupdf.Rect, covering: Sequence[pymupdf.Rect]
    ) -> Cut | None:
        """The photographer's own file, if the page shows all of it and nothing else."""
        if not picture.upright or not _same_place(picture.rect, clip):
            return None
        data = original(picture)
        image = _opened(data, (picture.width, picture.height)) if data else None
        if data is None or image is None:
            return None
        seen = render_part(self._sheet, clip, LOOK / max(clip.width, clip.height))
        if not _looks_like(image, seen, [_within(r, clip, seen.size) for r in covering]):
            return None
        encoder = ENCODERS["jpeg"]
        return Cut(
            data=data,
            type=encoder.type,
            suffix=encoder.suffix,
            width=picture.width,
            height=picture.height,
            color=picture.color,
            ppi=round(picture.ppi),
        )

    def _in_page(self, rect: Rect) -> pymupdf.Rect:
        left, top = self._frame.x0, self._frame.y0
        return pymupdf.Rect(rect.left + left, rect.top + top, rect.right + left, rect.bottom + top)


def _file(
    image: Image.Image,
    name: Literal["jpeg", "png"],
    settings: ImageSettings,
    *,
    color: str,
    ppi: int,
) -> Cut:
    encoder = ENCODERS[name]
    return Cut(
        data=encode(image, name, settings),
        type=encoder.type,
        suffix=encoder.suffix,
        width=image.width,
        height=image.height,
        color=color,
        ppi=ppi,
    )


def _scale(ppi: float, clip: pymupdf.Rect) -> float:
    return min(ppi / 72, float((MAX_PIXELS / max(1.0, abs(clip))) ** 0.5))


def _share(part: pymupdf.Rect, whole: pymupdf.Rect) -> float:
    if part.is_empty or whole.is_empty:
        return 0.0
    return float(abs(part)) / float(abs(whole))  # their areas


def _same_place(one: pymupdf.Rect, other: pymupdf.Rect) -> bool:
    across, down = SAME_PLACE * other.width, SAME_PLACE * other.height
    beside = max(abs(one.x0 - other.x0), abs(one.x1 - other.x1))
    above = max(abs(one.y0 - other.y0), abs(one.y1 - other.y1))
    return bool(beside <= across and above <= down)


def _opened(data: bytes, size: tuple[int, int]) -> Image.Image | None:
    """A JPEG at a small scale; None if it is broken or not of the size that the PDF says."""
    try:
        image = Image.open(BytesIO(data), formats=["JPEG"])
        if image.size != size:
            return None
        image.draft("L", (LOOK, LOOK))
        image.load()
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    return image


def _looks_like(image: Image.Image, seen: Image.Image, hidden: Iterable[tuple[int, ...]]) -> bool:
    """Whether a file looks like what the page shows: not clipped, not drawn over."""
    theirs = np.asarray(image.convert("L").resize(seen.size, Image.Resampling.BOX), np.int16)
    differs = np.abs(theirs - np.asarray(seen.convert("L"), np.int16)) > DIFFERENT
    for left, top, right, bottom in hidden:
        differs[top:bottom, left:right] = False
    return float(differs.mean()) <= FEW


def _within(rect: pymupdf.Rect, clip: pymupdf.Rect, size: tuple[int, int]) -> tuple[int, ...]:
    """A rectangle in pixels of the clip's picture, one more on each side."""
    across, down = size[0] / clip.width, size[1] / clip.height
    return (
        max(0, int((rect.x0 - clip.x0) * across) - 1),
        max(0, int((rect.y0 - clip.y0) * down) - 1),
        max(0, int((rect.x1 - clip.x0) * across) + 2),
        max(0, int((rect.y1 - clip.y0) * down) + 2),
    )
