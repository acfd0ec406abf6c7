"""The pictures that a page places, as the file holds them."""

from dataclasses import dataclass
from math import hypot
from typing import Any

import pymupdf
from PIL import Image
from pymupdf import mupdf

from convert.pdf import inner
from convert.sheet import Sheet

JPEG = mupdf.FZ_IMAGE_JPEG


@dataclass(frozen=True, slots=True)
class Placed:
    """One picture of the file at its place on the page."""

    rect: pymupdf.Rect
    """In the coordinates of MuPDF's page; what a clip hides of it is not taken off."""
    width: int
    """Pixels."""
    height: int
    color: str
    """Gray, RGB, CMYK, Lab, Indexed or Spot."""
    upright: bool
    """Neither turned, slanted nor mirrored."""
    source: Any
    """MuPDF's picture."""
    matrix: tuple[float, float, float, float, float, float]
    """From the unit square to the page."""

    @property
    def ppi(self) -> float:
        """Pixels per inch of print, along the coarser side."""
        across = self.width / max(1e-3, hypot(*self.matrix[:2]))
        down = self.height / max(1e-3, hypot(*self.matrix[2:4]))
        return 72 * min(across, down)


def placed_pictures(sheet: Sheet) -> tuple[Placed, ...]:
    """Return the pictures of a page in the order in which they are painted.

    Stencils, which paint a colour through holes, are no pictures.

    Raises:
        READER_ERRORS: MuPDF cannot read the page.
    """
    blocks = sheet.listing.get_textpage(pymupdf.TEXT_PRESERVE_IMAGES)
    return tuple(
        _placed(block.i_image(), block.i_transform())
        for block in blocks
        if block.m_internal.type == mupdf.FZ_STEXT_BLOCK_IMAGE and not block.i_image().imagemask()
    )


def original(picture: Placed) -> bytes | None:
    """Return the JPEG file that the picture is, if a browser shows it as the page does.

    That is: grey or sRGB, without a mask or other values than it was photographed with.
    """
    source = picture.source
    data = mupdf.fz_compressed_image_buffer(source)
    plain = picture.color in {"Gray", "RGB"} and _is_screen_space(source.colorspace())
    if not plain or not data.m_internal or data.m_internal.params.type != JPEG:
        return None
    if source.mask().m_internal or source.use_decode() or source.use_colorkey():
        return None
    buffer = mupdf.FzBuffer(mupdf.ll_fz_keep_buffer(data.m_internal.buffer))
    return bytes(mupdf.fz_buffer_extract_copy(buffer))


def paint(sheet: Sheet, pictures: tuple[Placed, ...], clip: pymupdf.Rect, scale: float) -> Any:
    """Return these pictures alone on white: no type and no drawing lies over them.

    Args:
        sheet: the page that places them.
        pictures: in the order in which they are painted.
        clip: the part to show, in the coordinates of MuPDF's page.
        scale: pixels per point.

    Raises:
        READER_ERRORS: MuPDF cannot draw them.
    """
    matrix = mupdf.fz_scale(scale, scale)
    bounds = mupdf.FzIrect(*(clip * pymupdf.Matrix(scale, scale)).round())
    pixmap = mupdf.fz_new_pixmap_with_bbox(pymupdf.csRGB.this, bounds, mupdf.FzSeparations(), 0)
    mupdf.fz_clear_pixmap_with_value(pixmap, 255)
    device = mupdf.fz_new_draw_device(matrix, pixmap)
    spaces = mupdf.pdf_load_default_colorspaces(
        inner(sheet.document), mupdf.pdf_page_from_fz_page(sheet.page.this)
    )
    mupdf.fz_set_default_colorspaces(device, spaces)
    for picture in pictures:
        place = mupdf.FzMatrix(*picture.matrix)
        mupdf.fz_fill_image(device, picture.source, place, 1, mupdf.FzColorParams())
    mupdf.fz_close_device(device)
    drawn = pymupdf.Pixmap("raw", pixmap)
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.samples)


def _placed(source: Any, matrix: Any) -> Placed:
    place = pymupdf.Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    straight = abs(place.b) + abs(place.c) < 0.01 * (abs(place.a) + abs(place.d))
    return Placed(
        rect=pymupdf.Rect(0, 0, 1, 1) * place,
        width=source.w(),
        height=source.h(),
        color=_color(source.colorspace()),
        upright=straight and place.a > 0 and place.d > 0,
        source=source,
        matrix=(place.a, place.b, place.c, place.d, place.e, place.f),
    )


def _color(space: Any) -> str:
    if not space.m_internal:
        return "Gray"
    name = mupdf.fz_colorspace_name(space)
    if name.startswith("Indexed"):
        return "Indexed"
    kinds = {1: "Gray", 3: "Lab" if "Lab" in name else "RGB", 4: "CMYK"}
    known = mupdf.fz_colorspace_is_device_n(space) == 0
    return kinds.get(mupdf.fz_colorspace_n(space), "Spot") if known else "Spot"


def _is_screen_space(space: Any) -> bool:
    """Whether pixels are shown as they are: device colours, or sRGB by name."""
    name = mupdf.fz_colorspace_name(space) if space.m_internal else "DeviceGray"
    return name.startswith("Device") or "sRGB" in name
