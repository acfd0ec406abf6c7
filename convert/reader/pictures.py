"""Pictures of a page for `<picture>`: one source a type, all sizes in its srcset."""

from collections.abc import Iterable
from dataclasses import dataclass

from convert.model import PageImage

THUMBNAIL = "thumbnail"
TYPES = ("image/avif", "image/webp", "image/jpeg", "image/png")
"""In the order in which a browser should take them."""
SAFE = ("image/jpeg", "image/png")
"""Types that every browser shows."""


@dataclass(frozen=True, slots=True)
class Source:
    """All sizes of one type."""

    type: str
    images: tuple[PageImage, ...]
    """From small to large."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in several sizes and types."""

    sources: tuple[Source, ...]
    """Of types that not every browser shows."""
    fallback: Source
    shown: PageImage
    """What `src` names: of the safe type, about as large as a screen."""

    @property
    def largest(self) -> PageImage:
        """The picture with the most detail."""
        return self.fallback.images[-1]


def picture_of(images: Iterable[PageImage]) -> Picture | None:
    """Return the picture of a page, or None if no picture of it was made."""
    sizes = [image for image in images if image.kind != THUMBNAIL] or list(images)
    kinds = sorted({i.type for i in sizes}, key=lambda t: (TYPES.index(t) if t in TYPES else 9, t))
    sources = [
        Source(kind, tuple(sorted((i for i in sizes if i.type == kind), key=lambda i: i.width)))
        for kind in kinds
    ]
    if not sources:
        return None
    fallback = next((s for s in sources if s.type in SAFE), sources[-1])
    shown = next((i for i in fallback.images if i.kind == "page"), fallback.images[0])
    return Picture(tuple(s for s in sources if s is not fallback), fallback, shown)


def thumbnail_of(images: Iterable[PageImage]) -> PageImage | None:
    """Return the small picture of a page, in a type that every browser shows."""
    found = [image for image in images if image.type in SAFE]
    small = [image for image in found if image.kind == THUMBNAIL]
    return min(small or found, key=lambda image: image.width, default=None)
