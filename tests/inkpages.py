"""PDF pages written operator by operator, to test what inks, boxes and pictures do."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

OVERPRINT = {"GOP": Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)}


def write_page(
    path: Path,
    content: str,
    *,
    size: tuple[float, float] = (200, 200),
    resources: Mapping[str, Mapping[str, Any]] | None = None,
    page: Mapping[str, Any] | None = None,
    intent: bytes | None = None,
) -> Path:
    """Write a PDF of one page.

    Args:
        path: where to.
        content: operators of the page.
        size: width and height of the MediaBox in points.
        resources: named resources by kind, such as {"ExtGState": OVERPRINT}.
        page: further entries of the page, such as {"/Rotate": 90}.
        intent: profile of an OutputIntent.
    """
    with pikepdf.new() as pdf:
        sheet = pdf.add_blank_page(page_size=size)
        sheet.Contents = pdf.make_stream(content.encode("latin-1"))
        for kind, named in (resources or {}).items():
            values = {f"/{name}": _placed(pdf, value) for name, value in named.items()}
            sheet.Resources[f"/{kind}"] = Dictionary(values)
        for key, value in (page or {}).items():
            sheet.obj[key] = value
        if intent is not None:
            profile = pdf.make_stream(intent, N=4)
            about = Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier="Own",
                DestOutputProfile=profile,
            )
            pdf.Root.OutputIntents = Array([pdf.make_indirect(about)])
        pdf.save(path, static_id=True)
    return path


def image(data: bytes, **entries: Any) -> tuple[bytes, dict[str, Any]]:
    """Return an image XObject for `resources`; `data` is as the Filter wants it."""
    return data, {"Type": Name.XObject, "Subtype": Name.Image, **entries}


def flate(data: bytes, **entries: Any) -> tuple[bytes, dict[str, Any]]:
    """Return an image XObject of raw samples."""
    return image(zlib.compress(data), Filter=Name.FlateDecode, BitsPerComponent=8, **entries)


def spot(name: str, *cmyk: float) -> Array:
    """Return a spot colour that is mixed of these shares of ink at full tone."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[*map(float, cmyk)])
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])


def _placed(pdf: pikepdf.Pdf, value: Any) -> Any:
    if isinstance(value, tuple):
        data, entries = value
        return pdf.make_stream(data, **entries)
    return value


@dataclass(frozen=True, slots=True)
class Patch:
    """A square of one colour on the test page of inks."""

    name: str
    content: str
    """Operators that choose its colours; {box} is its square."""
    x: float
    y: float
    """Top left corner in points, y down."""
    side: float = 30


SIDE = 200
"""Points of the test page."""
_SHOWN = (
    ("black", "0 0 0 1 k {box}"),
    ("rich black", ".6 .4 .4 1 k {box}"),
    ("half black", "0 0 0 .5 k {box}"),
    ("cyan", "1 0 0 0 k {box}"),
    ("magenta", "0 1 0 0 k {box}"),
    ("yellow", "0 0 1 0 k {box}"),
    ("red", "0 1 1 0 k {box}"),
    ("grey of three inks", ".4 .3 .3 0 k {box}"),
    ("skin", ".05 .3 .4 0 k {box}"),
    ("rgb", ".2 .4 .6 rg {box}"),
    ("spot", "/Red cs 1 scn {box}"),
    ("knock-out", "1 0 0 0 k {box} 0 0 1 0 k {box}"),
    ("overprint", "1 0 0 0 k {box} /GOP gs 0 0 1 0 k {box}"),
    ("spot over cyan", "1 0 0 0 k {box} /GOP gs /Red cs 1 scn {box}"),
    ("half transparent", "1 0 0 0 k {box} /Half gs 0 0 1 0 k {box}"),
    ("white on black", "0 0 0 1 k {box} 0 0 0 0 k {box}"),
)
PATCHES = tuple(
    Patch(name, content, 10 + 46 * (number % 4), 10 + 46 * (number // 4))
    for number, (name, content) in enumerate(_SHOWN)
)


def patches_pdf(path: Path) -> Path:
    """Write the test page of inks."""
    half = Dictionary(Type=Name.ExtGState, ca=0.5)
    parts = [
        "q " + p.content.format(box=f"{p.x} {SIDE - p.y - p.side} {p.side} {p.side} re f") + " Q"
        for p in PATCHES
    ]
    used: dict[str, dict[str, Any]] = {
        "ExtGState": OVERPRINT | {"Half": half},
        "ColorSpace": {"Red": spot("Red", 0, 1, 1, 0)},
    }
    return write_page(path, "\n".join(parts), resources=used)
