"""Follows every link of a site that lies in a folder."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from lxml import html

BASE = "https://paper.example/epaper/"
OUTSIDE = f"{BASE}i"
"""The imprint, which the profile of the samples names; it is not the archive's."""
_ADDRESS = re.compile(re.escape(BASE) + r"[^<>\"\s]*")
PAGES = (".html", ".htm")


def broken_links(root: Path) -> set[tuple[str, str]]:
    """Return file and address of each link within the site that leads nowhere."""
    return {
        (path.relative_to(root).as_posix(), link)
        for path in root.rglob("*")
        for link in links(path, root)
        if link.startswith(BASE) and link != OUTSIDE and not _leads(root, link)
    }


def links(path: Path, root: Path) -> Iterator[str]:
    """Yield what a file of the site links to, as addresses below BASE."""
    if path.suffix in PAGES:
        yield from (urljoin(_address(path, root), value) for value in _of_page(path))
    elif path.suffix == ".xml" and path.name != "edition.xml":
        yield from _ADDRESS.findall(path.read_text(encoding="utf-8"))
    elif path.name == "offline.json":
        names = json.loads(path.read_text(encoding="utf-8"))
        yield from (urljoin(_address(path, root), name) for name in names)


def _address(path: Path, root: Path) -> str:
    return BASE + path.relative_to(root).as_posix()


def _of_page(path: Path) -> Iterator[str]:
    tree = html.document_fromstring(path.read_bytes())
    places = "//@href | //@src | //image/@href | //image/@data-href"
    yield from map(str, tree.xpath(places))  # type: ignore[arg-type]
    for value in tree.xpath("//@srcset"):  # type: ignore[union-attr]
        yield from (part.split()[0] for part in str(value).split(","))
    for value in tree.xpath("//meta[@http-equiv='refresh' or @http-equiv='REFRESH']/@content"):  # type: ignore[union-attr]
        yield re.split("url=", str(value), flags=re.IGNORECASE)[1]


def _leads(root: Path, link: str) -> bool:
    address, fragment = urldefrag(link)
    target = root / unquote(address.removeprefix(BASE))
    target = target / "index.html" if target.is_dir() else target
    return target.is_file() and (
        not fragment
        or target.suffix not in PAGES
        or f'id="{fragment}"' in target.read_text(encoding="utf-8")
    )
