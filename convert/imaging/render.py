"""Render the frame of a page and encode it as JPEG."""

from io import BytesIO
from pathlib import Path

import pymupdf
from PIL import Image

from convert.errors import SourceError
from convert.geometry import Rect
from convert.pdf import open_page, user_unit
from convert.settings import ImageSettings

MAX_PIXELS = 60_000_000
"""No picture is larger than a 300 dpi spread."""


def render(path: Path, index: int, frame: Rect, long_side: int) -> Image.Image:
    """Return the picture of a page's frame: no bleed, no crop marks.

    Args:
        path: the PDF.
        index: 0-based page of the file.
        frame: in points from the top left of the MediaBox, after /Rotate.
        long_side: pixels of the longer side of the picture.

    Raises:
        SourceError: the page cannot be drawn.
    """
    try:
        sheet = open_page(path, index)
        scale = long_side / max(frame.width, frame.height)
        scale = min(scale, (MAX_PIXELS / frame.area) ** 0.5)
        clip = frame_in_page(sheet.page, frame)
        pixmap = sheet.listing.get_pixmap(pymupdf.Matrix(scale, scale), alpha=0, clip=clip)
        return Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples)
    except (RuntimeError, ValueError, IndexError) as error:
        raise SourceError(path, f"page {index + 1} cannot be drawn: {error}") from error


def straightened(image: Image.Image, skew: float) -> Image.Image:
    """Return the picture of a crooked scan set straight, as its boxes are."""
    if not skew:
        return image
    return image.rotate(-skew, Image.Resampling.BICUBIC, fillcolor="white")


def whole_page(path: Path, index: int) -> Rect:
    """Return the frame that MuPDF shows of a page by itself, for want of a better one.

    Raises:
        SourceError: the page cannot be opened.
    """
    try:
        page = open_page(path, index).page
        whole = pymupdf.Rect(frame_in_page(page, Rect(0, 0, 1, 1)))
        left, top = -whole.x0, -whole.y0
        return Rect(left, top, left + page.rect.width, top + page.rect.height)
    except (RuntimeError, ValueError, IndexError) as error:
        raise SourceError(path, f"page {index + 1} cannot be opened: {error}") from error


def frame_in_page(page: pymupdf.Page, frame: Rect) -> pymupdf.Rect:
    """Return the frame in the coordinates of MuPDF's page, which begin at the CropBox."""
    unit = user_unit(page)
    media, crop = page.mediabox * unit, page.cropbox * unit
    left, top = crop.x0 - media.x0, crop.y0
    right, bottom = media.width - left - crop.width, media.height - top - crop.height
    origin = {
        0: (left, top),
        90: (bottom, left),
        180: (right, bottom),
        270: (top, right),
    }[page.rotation % 360]
    return pymupdf.Rect(
        frame.left - origin[0],
        frame.top - origin[1],
        frame.right - origin[0],
        frame.bottom - origin[1],
    )


def encode(image: Image.Image, settings: ImageSettings) -> bytes:
    """Return the picture as JPEG; the same picture gives the same bytes."""
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=settings.quality)
    return buffer.getvalue()


def thumbnail(image: Image.Image, long_side: int) -> Image.Image:
    """Return a smaller copy whose longer side has `long_side` pixels."""
    scale = long_side / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
