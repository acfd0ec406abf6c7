"""Which part of the sheet readers see, in points from the top left of the MediaBox."""

from collections.abc import Mapping

from convert.errors import UsageError
from convert.geometry import Rect

BOXES = ("auto", "trim", "crop", "media")


def choose_frame(
    boxes: Mapping[str, Rect | None], wanted: str, *, slack: float = 0.5
) -> tuple[str, Rect]:
    """Return the name and the rectangle of the frame.

    `boxes` holds trim, crop and media (the last never None), upright, y down. A box is
    cut to the MediaBox. The TrimBox counts where it is given and lies in the CropBox:
    a page whose CropBox shows half of a spread keeps that half.
    """
    if wanted not in BOXES:
        raise UsageError(f"unknown page box {wanted!r}; choose {', '.join(BOXES)}")
    media = boxes["media"]
    if media is None:
        raise UsageError("a page without a MediaBox has no frame")
    known = {
        name: common
        for name, box in boxes.items()
        if box is not None
        and (common := box.intersect(media)) is not None
        and min(common.width, common.height) > 1
    }
    crop = known.get("crop", media)
    order = ("trim", "crop", "media") if wanted == "auto" else (wanted, "crop", "media")
    for name in order:
        box = known.get(name)
        if box is None:
            continue
        if name == "trim" and wanted == "auto" and not crop.contains(box, slack):
            shown = box.intersect(crop)
            if shown is None or min(shown.width, shown.height) < 1:
                continue
            return "trim", shown
        return name, box
    return "media", media


def turn(rect: Rect, rotation: int, width: float, height: float) -> Rect:
    """Turn a rectangle of an unrotated sheet (y down) as /Rotate does, clockwise."""
    if rotation == 90:
        return Rect(height - rect.bottom, rect.left, height - rect.top, rect.right)
    if rotation == 180:
        return Rect(
            width - rect.right,
            height - rect.bottom,
            width - rect.left,
            height - rect.top,
        )
    if rotation == 270:
        return Rect(rect.top, width - rect.right, rect.bottom, width - rect.left)
    return rect
