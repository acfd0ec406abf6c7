"""Render the frame of a page."""

from pathlib import Path
from typing import Any

import pymupdf
from PIL import Image
from pymupdf import mupdf

from convert.errors import SourceError
from convert.geometry import Rect
from convert.pdf import READER_ERRORS
from convert.settings import InkSettings
from convert.sheet import Sheet, open_page, user_unit

MAX_PIXELS = 60_000_000
"""No picture is larger than a 300 dpi spread."""


def render(path: Path, index: int, frame: Rect, long_side: int, inks: InkSettings) -> Image.Image:
    """Return the picture of a page's frame: no bleed, no crop marks.

    Args:
        path: the PDF.
        index: 0-based page of the file.
        frame: in points from the top left of the MediaBox, after /Rotate.
        long_side: pixels of the longer side of the picture.
        inks: how CMYK is shown.

    Raises:
        SourceError: the page cannot be drawn.
    """
    try:
        sheet = open_page(path, index, inks)
        scale = long_side / max(frame.width, frame.height)
        image = render_part(sheet, frame_in_page(sheet.page, frame), scale)
        return _without_fringe(image, long_side)
    except READER_ERRORS as error:
        raise SourceError(path, f"page {index + 1} cannot be drawn: {error}") from error


def render_part(sheet: Sheet, clip: pymupdf.Rect, scale: float) -> Image.Image:
    """Return a part of an open page as an RGB picture.

    Args:
        sheet: the page.
        clip: the part, in the coordinates of MuPDF's page.
        scale: pixels per point; fewer are taken where the picture would be too large.

    Raises:
        READER_ERRORS: MuPDF cannot draw it.
    """
    scale = min(scale, (MAX_PIXELS / (clip.width * clip.height)) ** 0.5)
    if sheet.plates is None:
        pixmap = sheet.listing.get_pixmap(pymupdf.Matrix(scale, scale), alpha=0, clip=clip)
    else:
        pixmap = _printed(sheet, clip, scale)
    # Neither copied by PyMuPDF nor filled with black by Pillow before it is filled.
    image = Image.new("RGB", (pixmap.width, pixmap.height), None)
    image.frombytes(pixmap.samples_mv)
    return image


def _without_fringe(image: Image.Image, long_side: int) -> Image.Image:
    """MuPDF begins and ends on whole pixels: a frame may touch one more than it fills."""
    if max(image.size) != long_side + 1:
        return image
    return image.crop((0, 0, min(image.width, long_side), min(image.height, long_side)))


def _printed(sheet: Sheet, clip: pymupdf.Rect, scale: float) -> Any:
    """Draw the plates, so that inks print over each other, and look at the sheet."""
    bounds = mupdf.FzIrect(*(clip * pymupdf.Matrix(scale, scale)).round())
    plates = mupdf.fz_new_pixmap_with_bbox(sheet.plates.this, bounds, _separations(sheet), 0)
    mupdf.fz_clear_pixmap(plates)
    matrix = mupdf.fz_scale(scale, scale)
    device = mupdf.fz_new_draw_device(matrix, plates)
    seen = mupdf.FzRect(clip.x0, clip.y0, clip.x1, clip.y1)
    mupdf.fz_run_display_list(sheet.listing.this, device, mupdf.FzMatrix(), seen, mupdf.FzCookie())
    mupdf.fz_close_device(device)
    inks = pymupdf.Pixmap("raw", plates)
    printed = pymupdf.Pixmap(sheet.press, inks.width, inks.height, inks.samples, False)
    return pymupdf.Pixmap(pymupdf.csRGB, printed)


def _separations(sheet: Sheet) -> Any:
    """The spot inks of a page, each mixed from the four of the press."""
    separations = mupdf.fz_page_separations(sheet.page.this)
    if not separations.m_internal:
        return mupdf.fz_new_separations(0)
    for number in range(mupdf.fz_count_separations(separations)):
        mupdf.fz_set_separation_behavior(separations, number, mupdf.FZ_SEPARATION_COMPOSITE)
    return separations


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
        page = open_page(path, index, InkSettings()).page
        whole = pymupdf.Rect(frame_in_page(page, Rect(0, 0, 1, 1)))
        left, top = -whole.x0, -whole.y0
        return Rect(left, top, left + page.rect.width, top + page.rect.height)
    except READER_ERRORS as error:
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
