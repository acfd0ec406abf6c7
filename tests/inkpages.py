"""PDF pages written operator by operator, to test what inks, boxes and pictures do."""

import zlib
from collections.abc import Mapping
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
