"""File types of pictures. Add one by a line here and in `convert.settings`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Any

from PIL import Image

from convert.settings import ImageSettings

PROGRESSIVE = range(100_000, 3_000_000)
"""A JPEG of so many pixels comes coarse first. Larger ones are for zooming: there it would
take five times as long to write, and long to decode."""


@dataclass(frozen=True, slots=True)
class Encoder:
    """One file type."""

    type: str
    """Media type."""
    suffix: str
    format: str
    """As Pillow calls it."""
    options: Callable[[Image.Image, ImageSettings], dict[str, Any]]


def encode(image: Image.Image, name: str, settings: ImageSettings) -> bytes:
    """Return the picture as a file of the type `name`; the same picture gives the same bytes."""
    encoder = ENCODERS[name]
    buffer = BytesIO()
    image.save(buffer, encoder.format, **encoder.options(image, settings))
    return buffer.getvalue()


def _jpeg(image: Image.Image, settings: ImageSettings) -> dict[str, Any]:
    progressive = image.width * image.height in PROGRESSIVE
    return {"quality": settings.quality, "progressive": progressive}


def _webp(_: Image.Image, settings: ImageSettings) -> dict[str, Any]:
    return {"quality": settings.webp_quality, "method": 2}


def _avif(_: Image.Image, settings: ImageSettings) -> dict[str, Any]:
    # More threads would give other bytes on another machine.
    return {"quality": settings.avif_quality, "speed": 8, "max_threads": 1}


def _png(_: Image.Image, _settings: ImageSettings) -> dict[str, Any]:
    return {"compress_level": 6}


ENCODERS: Mapping[str, Encoder] = MappingProxyType(
    {
        "jpeg": Encoder("image/jpeg", ".jpg", "JPEG", _jpeg),
        "webp": Encoder("image/webp", ".webp", "WEBP", _webp),
        "avif": Encoder("image/avif", ".avif", "AVIF", _avif),
        "png": Encoder("image/png", ".png", "PNG", _png),
    }
)
