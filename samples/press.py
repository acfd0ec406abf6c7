"""Make press PDFs: a trimmed page on a larger sheet with bleed, marks and a slug line."""

import io
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import typst

MARGIN = 28.0
"""Sheet around the trimmed page, in points."""
BLEED = 9.0
FONTS = ["/usr/share/fonts"]


@dataclass(frozen=True, slots=True)
class SamplePage:
    """One PDF page of a sample issue."""

    name: str
    """File name without suffix."""
    source: str
    """Typst source of the trimmed page."""
    width: float
    height: float
    pictures: dict[str, bytes]
    truth: dict[str, object]
    """As it stands in NAME.truth.json, its boxes already moved by MARGIN."""
    press: bool = True
    """Whether it stands on a larger sheet, with bleed, marks and a slug line."""


def press_pdf(page: SamplePage) -> bytes:
    """Return the page as it leaves prepress; the same source gives the same bytes."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, data in page.pictures.items():
            (root / name).write_bytes(data)
        (root / "main.typ").write_text(page.source, encoding="utf-8")
        trimmed = typst.compile(root / "main.typ", root=root, font_paths=FONTS)
    with pikepdf.open(io.BytesIO(trimmed)) as document:
        sheet = document.pages[0]
        if page.press:
            _on_sheet(sheet, page)
        for key in ("/Info", "/ID"):
            if key in document.trailer:
                del document.trailer[key]
        if "/Metadata" in document.Root:
            del document.Root.Metadata
        out = io.BytesIO()
        document.save(out, deterministic_id=True)
        return out.getvalue()


def _on_sheet(sheet: pikepdf.Page, page: SamplePage) -> None:
    """Put a page on a larger sheet, with marks and a slug line."""
    width, height = page.width, page.height
    move = f"q 1 0 0 1 {MARGIN:g} {MARGIN:g} cm\n".encode()
    sheet.contents_add(move, prepend=True)
    sheet.contents_add(b"Q\n" + _marks(page, width, height))
    sheet.obj.MediaBox = pikepdf.Array([0, 0, width + 2 * MARGIN, height + 2 * MARGIN])
    sheet.obj.TrimBox = _box(MARGIN, MARGIN, width, height)
    sheet.obj.BleedBox = _box(MARGIN - BLEED, MARGIN - BLEED, width + 2 * BLEED, height + 2 * BLEED)
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    if "/Font" not in sheet.resources:
        sheet.resources.Font = pikepdf.Dictionary()
    sheet.resources.Font["/Slug"] = font


def _box(x: float, y: float, width: float, height: float) -> pikepdf.Array:
    return pikepdf.Array([x, y, x + width, y + height])


def _marks(page: SamplePage, width: float, height: float) -> bytes:
    """Crop marks at the corners of the trim, and a slug line below it."""
    left, low, right, high = MARGIN, MARGIN, MARGIN + width, MARGIN + height
    strokes = []
    for x in (left, right):
        strokes += [f"{x:g} 0 m {x:g} 14 l", f"{x:g} {high + 14:g} m {x:g} {high + 28:g} l"]
    for y in (low, high):
        strokes += [f"0 {y:g} m 14 {y:g} l", f"{right + 14:g} {y:g} m {right + 28:g} {y:g} l"]
    slug = f"BT /Slug 6 Tf {left + 60:g} 6 Td ({page.name} CMYK plate proof) Tj ET"
    return "\n".join(["q 0.3 w", " S\n".join([*strokes, ""]), slug, "Q"]).encode()
