"""A page as grey pixels: drawn, set straight, its ink told from its ground."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pymupdf
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from convert.errors import SourceError
from convert.geometry import Rect
from convert.pdf import READER_ERRORS
from convert.settings import SourceSettings
from convert.sheet import Sheet, open_page
from convert.source.mupdf import frame_of

Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]

DPI = 300
"""Pixels per inch a page is read at; 8 point type is then 33 pixels high."""
MAX_PIXELS = 60_000_000
"""Larger pages are read at fewer pixels per inch."""
MAX_SKEW = 3.0
"""A scan may lie this crooked, in degrees."""
STRAIGHT = 0.04
"""Below this many degrees nothing is turned."""
CONTRAST = 60
"""Ink is this many grey levels darker than the ground around it."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The frame of a page in grey pixels, standing straight."""

    grey: Grey
    dpi: float
    skew: float
    """Degrees by which the sheet was turned, clockwise, to stand straight."""

    @property
    def scale(self) -> float:
        """Points per pixel."""
        return 72 / self.dpi

    def rect(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """Return a rectangle of pixels in page space."""
        return Rect(left * self.scale, top * self.scale, right * self.scale, bottom * self.scale)


def scan_page(path: Path, index: int, settings: SourceSettings) -> Scan:
    """Draw the frame of a page and set it straight.

    Raises:
        SourceError: the page cannot be drawn.
    """
    try:
        grey, dpi = _draw(open_page(path, index, settings.inks), settings.box)
    except READER_ERRORS as error:
        raise SourceError(path, f"page {index + 1} cannot be drawn: {error}") from error
    skew = find_skew(grey, dpi)
    if abs(skew) < STRAIGHT:
        return Scan(grey, dpi, 0.0)
    return Scan(turned(grey, skew), dpi, skew)


def _draw(sheet: Sheet, box: str) -> tuple[Grey, float]:
    _, frame, shown = frame_of(sheet.page, box)
    dpi = min(DPI, 72 * (MAX_PIXELS / frame.area) ** 0.5)
    left, top = frame.left - shown.left, frame.top - shown.top
    clip = pymupdf.Rect(left, top, left + frame.width, top + frame.height)
    matrix = pymupdf.Matrix(dpi / 72, dpi / 72)
    pixmap = sheet.listing.get_pixmap(matrix, colorspace=pymupdf.csGRAY, alpha=0, clip=clip)
    grey = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width)
    return grey, dpi


def turned(grey: Grey, angle: float) -> Grey:
    """Return the picture turned clockwise about its middle; what comes in is white."""
    image = Image.fromarray(grey).rotate(-angle, Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(image)


def halved(grey: Grey) -> Grey:
    """Return the picture at half its size, each pixel the mean of four."""
    return np.asarray(Image.fromarray(grey).reduce(2))


def pooled(grey: Grey, size: int, *, dark: bool) -> Grey:
    """Return the darkest or the lightest pixel of each cell of `size` pixels square."""
    height, width = (n // size for n in grey.shape)
    cells = grey[: height * size, : width * size].reshape(height, size, width, size)
    best: Grey = (cells.min if dark else cells.max)(axis=(1, 3))
    return best


def ground(grey: Grey, size: int = 8) -> Grey:
    """Return the level of the paper or tint around each pixel."""
    light = pooled(grey, size, dark=False)
    around = ndimage.grey_closing(light, 3)
    image = Image.fromarray(around).resize(grey.shape[::-1], Image.Resampling.NEAREST)
    return np.asarray(image)


def ink_of(grey: Grey, contrast: int = CONTRAST) -> Mask:
    """Return where something darker than its ground is printed."""
    level = ground(grey).astype(np.int16)
    ink: Mask = level - grey > np.minimum(contrast, level // 3)
    return ink


def find_skew(grey: Grey, dpi: float) -> float:
    """Return the angle, clockwise, that sets the rows (or columns) of print straight.

    Ink is summed along lines at each angle; at the right one the sums of neighbouring
    lines differ most.
    """
    small = Image.fromarray(grey).reduce(max(1, round(dpi / 100)))
    ink = ink_of(np.asarray(small), 50)
    edge = ink[1:] & ~ink[:-1]
    y, x = (a.astype(np.float32) for a in np.nonzero(edge))
    side = ink[:, 1:] & ~ink[:, :-1]
    v, u = (a.astype(np.float32) for a in np.nonzero(side))
    if len(x) < 500:
        return 0.0

    def sharpness(angle: float) -> float:
        slope = np.tan(np.radians(angle))
        return _contrast(y + slope * x) + _contrast(u - slope * v)

    best, step = 0.0, 0.2
    angles = np.arange(-MAX_SKEW, MAX_SKEW + step / 2, step)
    for _ in range(3):
        best = float(max(angles, key=lambda a: (sharpness(float(a)), -abs(a))))
        angles = np.linspace(best - step, best + step, 11)
        step /= 5
    return round(best, 3)


def _contrast(places: NDArray[np.float32]) -> float:
    sums = np.bincount((places - places.min()).astype(np.int32)).astype(np.float64)
    return float(np.square(np.diff(sums)).sum())
