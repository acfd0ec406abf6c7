"""Write an edition as XML (schemas/edition.xsd).

The elements are called as the keys of edition.json. Ids and numbers are attributes,
words are elements, a box is four numbers and a polygon its points `x,y x,y …`.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from lxml import etree

from convert.artifact import Artifact
from convert.model import Edition
from convert.writers.content import Content, edition_content

NAMESPACE = "urn:banmian:edition:1"

_Element = etree._Element


def write(edition: Edition) -> Iterator[Artifact]:
    """Yield the single file edition.xml."""
    root = edition_to_xml(edition_content(edition))
    data = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    yield Artifact(PurePosixPath("edition.xml"), data)


def edition_to_xml(content: Content) -> _Element:
    """Return the root element for the content of an edition."""
    root = etree.Element(
        f"{{{NAMESPACE}}}edition",
        nsmap={None: NAMESPACE},  # type: ignore[dict-item]
    )
    root.set("version", str(content["version"]))
    _publication(root, content["publication"])
    issue = _add(root, "issue", content["issue"], ("revision",))
    _words(issue, content["issue"], ("date", "number"))
    for page in _rows(root, "pages", content["pages"]):
        _page(*page)
    for article in _rows(root, "articles", content["articles"]):
        _article(*article)
    for block in _rows(root, "furniture", content["furniture"], "block"):
        _block(*block)
    for found in _rows(root, "issues", content["issues"]):
        _issue(*found)
    _words(root, content, ("pdf",))
    return root


def _publication(root: _Element, content: Content) -> None:
    element = _add(root, "publication")
    _words(element, content, ("name", "language"))
    for group, row, key in (("codes", "code", "kind"), ("facts", "fact", "name")):
        if group in content:
            parent = _add(element, group)
            for name, value in content[group].items():
                _add(parent, row, {key: name}, (key,)).text = value


def _page(element: _Element, content: Content) -> None:
    _set(element, content, ("id", "number", "box", "frame"))
    _words(element, content, ("label", "name"))
    source = _add(element, "source", content["source"], ("page", "sha256", "letters"))
    _words(source, content["source"], ("file",))
    _pictures(element, content)
    for half, values in _some(element, "halves", content, "half"):
        _set(half, values, ("box",))
        _words(half, values, ("label",))
        _pictures(half, values)
    for tiles, values in _some(element, "tiles", content, "pyramid"):
        _set(tiles, values, ("kind",))
        _words(tiles, values, ("path",))
    _words(element, content, ("pdf",))


def _pictures(element: _Element, content: Content) -> None:
    for image, values in _rows(element, "images", content["images"]):
        _set(image, values, ("kind", "width", "height", "type", "scale"))
        _words(image, values, ("path",))
    for hotspot, values in _rows(element, "hotspots", content["hotspots"]):
        _set(hotspot, values, ("article",))
        for ring in values["polygons"]:
            points = " ".join(f"{x!r},{y!r}" for x, y in ring)
            _add(hotspot, "polygon", {"points": points}, ("points",))


def _article(element: _Element, content: Content) -> None:
    _set(element, content, ("id", "kind", "pages", "confidence", "language"))
    _words(element, content, ("kicker", "headline", "deck", "byline"))
    for block in _rows(element, "blocks", content["blocks"]):
        _block(*block)
    for figure, values in _rows(element, "figures", content["figures"]):
        _set(figure, values, ("id", "page", "box", "width", "height", "type", "color", "ppi"))
        _words(figure, values, ("image", "caption", "credit"))
    if "jump" in content:
        _add(element, "jump", content["jump"], ("from", "to"))


def _block(element: _Element, content: Content) -> None:
    _set(element, content, ("id", "role", "page", "box"))
    _words(element, content, ("text", "raw"))


def _issue(element: _Element, content: Content) -> None:
    _set(element, content, ("code", "page", "box"))
    _words(element, content, ("message",))


def _rows(
    parent: _Element, name: str, contents: Iterable[Content], row: str = ""
) -> Iterator[tuple[_Element, Content]]:
    """Add a list; yield each new element with what belongs into it."""
    group = _add(parent, name)
    for content in contents:
        yield _add(group, row or name.removesuffix("s")), content


def _some(
    parent: _Element, name: str, content: Content, row: str
) -> Iterator[tuple[_Element, Content]]:
    """The same for a list that few have."""
    if name in content:
        yield from _rows(parent, name, content[name], row)


def _words(parent: _Element, content: Content, names: Iterable[str]) -> None:
    for name in names:
        if name in content:
            _add(parent, name).text = content[name]


def _add(
    parent: _Element,
    name: str,
    content: Content | None = None,
    names: Iterable[str] = (),
) -> _Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    if content is not None:
        _set(element, content, names)
    return element


def _set(element: _Element, content: Content, names: Iterable[str]) -> None:
    for name in names:
        if name in content:
            value = content[name]
            text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
            element.set(name, text)
