"""Read edition.xml back into the content that edition.json has.

The element must obey the schema; then the two files can be compared, and every
other check is written once.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

Content = dict[str, Any]
_Element = etree._Element

_NS = "{urn:banmian:edition:1}"


def _floats(text: str) -> list[float]:
    return [float(part) for part in text.split()]


_ATTRIBUTES: Mapping[str, Callable[[str], Any]] = {
    "version": int,
    "revision": int,
    "number": int,
    "page": str,
    "letters": int,
    "width": int,
    "height": int,
    "ppi": int,
    "scale": float,
    "confidence": float,
    "frame": _floats,
    "pages": str.split,
}
"""How an attribute is read; any other is a string, save for a `box` of numbers."""


def edition_from_xml(root: _Element) -> Content:
    """Return the content of an edition element."""
    return {
        **_attributes(root),
        "publication": _publication(_child(root, "publication")),
        "issue": _plain(_child(root, "issue")),
        "pages": [_page(page) for page in _child(root, "pages")],
        "articles": [_article(article) for article in _child(root, "articles")],
        "furniture": [_plain(block) for block in _child(root, "furniture")],
        "issues": [_plain(issue) for issue in _child(root, "issues")],
        **_words(root, "pdf"),
    }


def _publication(element: _Element) -> Content:
    content = _words(element, "name", "language")
    for group, key in (("codes", "kind"), ("facts", "name")):
        if (parent := element.find(_NS + group)) is not None:
            content[group] = {row.get(key, ""): row.text or "" for row in parent}
    return content


def _page(element: _Element) -> Content:
    source = _child(element, "source")
    return {
        **_attributes(element),
        "box": element.get("box", ""),
        **_words(element, "label", "name"),
        "source": {**_plain(source), "page": int(source.get("page", "0"))},
        **_pictures(element),
        **_some(element, "halves", _half),
        **_some(element, "tiles", _plain),
        **_words(element, "pdf"),
    }


def _half(element: _Element) -> Content:
    return {**_attributes(element), **_words(element, "label"), **_pictures(element)}


def _pictures(element: _Element) -> Content:
    return {
        "images": [_plain(image) for image in _child(element, "images")],
        "hotspots": [
            {
                "article": hotspot.get("article"),
                "polygons": [_ring(polygon.get("points", "")) for polygon in hotspot],
            }
            for hotspot in _child(element, "hotspots")
        ],
    }


def _some(element: _Element, name: str, read: Callable[[_Element], Content]) -> Content:
    """Return a list that few have."""
    group = element.find(_NS + name)
    return {} if group is None else {name: [read(row) for row in group]}


def _article(element: _Element) -> Content:
    jump = element.find(f"{_NS}jump")
    return {
        **_attributes(element),
        **_words(element, "kicker", "headline", "deck", "byline"),
        "blocks": [_plain(block) for block in _child(element, "blocks")],
        "figures": [_plain(figure) for figure in _child(element, "figures")],
        **({} if jump is None else {"jump": _attributes(jump)}),
    }


def _plain(element: _Element) -> Content:
    """Return attributes and words of an element that holds nothing else."""
    names = (str(child.tag).removeprefix(_NS) for child in element)
    return {**_attributes(element), **_words(element, *names)}


def _attributes(element: _Element) -> Content:
    return dict(_read(element))


def _read(element: _Element) -> Iterator[tuple[str, Any]]:
    for key, value in element.attrib.items():
        name, text = str(key), str(value)
        if name == "box" and " " in text.strip():
            yield name, _floats(text)
        elif not name.startswith("{"):
            yield name, _ATTRIBUTES.get(name, str)(text)


def _words(element: _Element, *names: str) -> Content:
    return {
        name: child.text or "" for name in names if (child := element.find(_NS + name)) is not None
    }


def _child(element: _Element, name: str) -> _Element:
    child = element.find(_NS + name)
    return etree.Element(name) if child is None else child


def _ring(points: str) -> list[list[float]]:
    return [[float(value) for value in point.split(",")] for point in points.split()]
