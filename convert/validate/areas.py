"""Checks of geometry: frames, boxes, and the polygons a reader clicks.

That shares lie in 0..1, and so everything on its page, is asked by the schemas.
"""

from collections.abc import Iterator, Sequence

from convert.model import Ring
from convert.rings import fault, overlaps
from convert.validate.findings import Fault
from convert.validate.subject import Content, Subject

LARGEST = 14_400
"""Points of the longest side of a PDF page: 200 inches."""


def odd_frames(subject: Subject) -> Iterator[Fault]:
    """Yield every frame that is empty, inverted or larger than any page."""
    for page in subject.pages:
        left, top, right, bottom = page["frame"]
        if not (0 < right - left <= LARGEST and 0 < bottom - top <= LARGEST):
            yield Fault(page["id"], f"frame of {right - left:g} × {bottom - top:g} pt")


def inverted_boxes(subject: Subject) -> Iterator[Fault]:
    """Yield every block or figure whose box is inside out."""
    figures = (figure for a in subject.articles for figure in a["figures"])
    for part in (*subject.blocks(), *figures):
        left, top, right, bottom = part["box"]
        if left > right or top > bottom:
            yield Fault(part["id"], f"inverted box {part['box']}")


def crooked_hotspots(subject: Subject) -> Iterator[Fault]:
    """Yield every polygon that crosses itself or has no area."""
    for page in subject.pages:
        for article, rings in _rings(page):
            for reason in filter(None, map(fault, rings)):
                yield Fault(f"{page['id']}: {article}", f"hotspot: {reason}")


def overlapping_hotspots(subject: Subject) -> Iterator[Fault]:
    """Yield every two articles of a page that one point may belong to."""
    for page in subject.pages:
        for one, other, share in overlaps(_rings(page)):
            message = f"{one} and {other} share {share:.4%} of the page"
            yield Fault(page["id"], message)


def unreachable_articles(subject: Subject) -> Iterator[Fault]:
    """Yield every article with content that has no hotspot on one of its pages."""
    spots = {(p["id"], spot["article"]) for p in subject.pages for spot in p["hotspots"]}
    for article in subject.articles:
        for page in article["pages"]:
            empty = not article["blocks"] and not article["figures"]
            if not empty and (page, article["id"]) not in spots:
                yield Fault(article["id"], f"has no hotspot on {page}")


def _rings(page: Content) -> Sequence[tuple[str, Sequence[Ring]]]:
    return [
        (spot["article"], [tuple((x, y) for x, y in ring) for ring in spot["polygons"]])
        for spot in page["hotspots"]
    ]
