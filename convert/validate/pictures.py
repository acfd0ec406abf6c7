"""Checks of picture files: inside the edition, there, and as large as stated."""

import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from convert.validate.findings import Fault
from convert.validate.subject import Content, Subject

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
"""The only decoders that foreign files get to see."""


def paths_outside(subject: Subject) -> Iterator[Fault]:
    """Yield every path that leaves the folder of the edition."""
    for where, image in _images(subject):
        if not _inside(subject.folder, image["path"]):
            yield Fault(where, f"{image['path']!r} is outside the edition")


def bad_pictures(subject: Subject) -> Iterator[Fault]:
    """Yield every picture that is missing, broken or not of the stated size."""
    for where, image in _images(subject):
        if _inside(subject.folder, image["path"]):
            reason = _fault(subject.folder / image["path"], image)
            if reason:
                yield Fault(where, f"{image['path']}: {reason}")


def _images(subject: Subject) -> Iterator[tuple[str, Content]]:
    for page in subject.pages:
        yield from ((page["id"], image) for image in page["images"])
    for article in subject.articles:
        for figure in article["figures"]:
            if "image" in figure:
                yield figure["id"], {"path": figure["image"]}


def _inside(folder: Path, path: str) -> bool:
    home = folder.resolve()
    try:
        return (home / path).resolve().is_relative_to(home)
    except (OSError, ValueError, RuntimeError):
        return False


def _fault(path: Path, stated: Content) -> str:
    if not path.is_file():
        return "is missing"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as picture:
                return _mismatch(picture, stated) or _decode(picture)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return "has too many pixels"
    except UnidentifiedImageError:
        return f"is none of {', '.join(FORMATS)}"
    except (OSError, SyntaxError, ValueError) as error:
        return f"cannot be read: {error}"


def _mismatch(picture: Image.Image, stated: Content) -> str:
    width, height = picture.size
    if (width, height) != (stated.get("width", width), stated.get("height", height)):
        return f"has {width} × {height} pixels, not {stated['width']} × {stated['height']}"
    kind = Image.MIME.get(picture.format or "", "")
    if stated.get("type", kind) != kind:
        return f"is {kind}, not {stated['type']}"
    return ""


def _decode(picture: Image.Image) -> str:
    """Decode at the smallest scale, which finds what was cut off."""
    picture.draft("L", (1, 1))
    picture.load()
    return ""
