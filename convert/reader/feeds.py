"""What aggregators and search engines fetch: RSS, Atom, sitemaps, robots, the web app's card."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from email.utils import format_datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from convert.artifact import Artifact
from convert.reader.assets import asset_folder
from convert.reader.record import ArticleRecord, Record
from convert.reader.site import Site

if TYPE_CHECKING:
    from lxml.etree import _Element

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
ITEMS = 100
"""Entries of a feed, at most."""
NEWS_ITEMS = 1000
"""Addresses of a news sitemap, at most: the limit of its readers."""
HIDDEN = frozenset({"ad", "refer"})
"""Kinds of which no feed speaks."""
NEWS_LANGUAGES = {"zh-hant": "zh-tw", "zh-tw": "zh-tw", "zh-hk": "zh-tw"}

Listed = tuple[Record, ArticleRecord]


def write_feeds(newest: Sequence[Record], months: Sequence[str], site: Site) -> Iterator[Artifact]:
    """Yield feeds, sitemaps and what names them.

    Feeds and sitemaps need the site's address; without it there are none.

    Args:
        newest: the issues of the newest day and the day before, newest first.
        months: all months that have issues, YYYY-MM.
        site: the paper.
    """
    yield Artifact(PurePosixPath("manifest.webmanifest"), _card(site))
    yield Artifact(PurePosixPath("robots.txt"), _robots(site))
    if site.url:
        yield _file("rss.xml", _rss(newest, site))
        yield _file("atom.xml", _atom(newest, site))
        yield _file("news-sitemap.xml", _news(newest, site))
        maps = [f"{site.url}sitemaps/{month}.xml" for month in months]
        yield _file("sitemap.xml", _map("sitemapindex", "sitemap", maps))


def write_month(month: str, records: Iterable[Record], site: Site) -> Iterator[Artifact]:
    """Yield the sitemap of a month."""
    if site.url:
        addresses = [
            f"{site.url}{record.date}/{path}"
            for record in records
            for path in ("", *(f"{p.slug}/" for p in record.pages), *_paths(record))
        ]
        yield _file(f"sitemaps/{month}.xml", _map("urlset", "url", addresses))


def _paths(record: Record) -> Iterator[str]:
    return (a.path for a in record.articles if a.kind not in HIDDEN)


def _listed(records: Iterable[Record]) -> list[Listed]:
    return [(r, a) for r in records for a in r.articles if a.kind not in HIDDEN]


def _address(site: Site, listed: Listed) -> str:
    record, article = listed
    return f"{site.url}{record.date}/{article.path}"


def _rss(newest: Sequence[Record], site: Site) -> "_Element":
    root = _root("rss", version="2.0")
    channel = _add(root, "channel")
    for name, text in (("title", site.name), ("link", site.url), ("description", site.name)):
        _add(channel, name, text)
    _add(channel, "language", site.language)
    for listed in _listed(newest)[:ITEMS]:
        item = _add(channel, "item")
        _add(item, "title", listed[1].title)
        _add(item, "link", _address(site, listed))
        _add(item, "guid", _address(site, listed), isPermaLink="true")
        _add(item, "description", listed[1].summary)
        moment = datetime.fromisoformat(site.published(listed[0].date))
        _add(item, "pubDate", format_datetime(moment))
    return root


def _atom(newest: Sequence[Record], site: Site) -> "_Element":
    root = _root(f"{ATOM}feed")
    _add(root, f"{ATOM}title", site.name)
    _add(root, f"{ATOM}id", site.url)
    _add(root, f"{ATOM}link", href=f"{site.url}atom.xml", rel="self")
    _add(_add(root, f"{ATOM}author"), f"{ATOM}name", site.name)
    _add(root, f"{ATOM}updated", site.published(newest[0].date))
    for listed in _listed(newest)[:ITEMS]:
        entry = _add(root, f"{ATOM}entry")
        _add(entry, f"{ATOM}title", listed[1].title)
        _add(entry, f"{ATOM}id", _address(site, listed))
        _add(entry, f"{ATOM}link", href=_address(site, listed))
        _add(entry, f"{ATOM}updated", site.published(listed[0].date))
        _add(entry, f"{ATOM}summary", listed[1].summary)
    return root


def _news(newest: Sequence[Record], site: Site) -> "_Element":
    root = _root(f"{MAP}urlset")
    base = site.language.lower()
    language = "zh-cn" if base.startswith("zh") else base[:2]
    for listed in _listed(newest)[:NEWS_ITEMS]:
        address = _add(root, f"{MAP}url")
        _add(address, f"{MAP}loc", _address(site, listed))
        news = _add(address, f"{NEWS}news")
        publication = _add(news, f"{NEWS}publication")
        _add(publication, f"{NEWS}name", site.name)
        _add(publication, f"{NEWS}language", NEWS_LANGUAGES.get(base, language))
        _add(news, f"{NEWS}publication_date", site.published(listed[0].date))
        _add(news, f"{NEWS}title", listed[1].title)
    return root


def _map(outer: str, inner: str, addresses: Iterable[str]) -> "_Element":
    root = _root(f"{MAP}{outer}")
    for address in addresses:
        _add(_add(root, f"{MAP}{inner}"), f"{MAP}loc", address)
    return root


def _root(name: str, **facts: str) -> "_Element":
    from lxml import etree

    if not name.startswith("{"):
        return etree.Element(name, facts)
    spaces = {None: name[1:].partition("}")[0], "news": NEWS[1:-1]}
    return etree.Element(name, facts, nsmap=spaces)  # type: ignore[arg-type]


def _add(parent: "_Element", name: str, text: str = "", **facts: str) -> "_Element":
    from lxml import etree

    child = etree.SubElement(parent, name, facts)
    child.text = text or None
    return child


def _file(name: str, root: "_Element") -> Artifact:
    from lxml import etree

    data = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return Artifact(PurePosixPath(name), data)


def _robots(site: Site) -> bytes:
    lines = ["User-agent: *", "Allow: /"]
    if site.url:
        lines += [f"Sitemap: {site.url}sitemap.xml", f"Sitemap: {site.url}news-sitemap.xml"]
    return ("\n".join(lines) + "\n").encode()


def _card(site: Site) -> bytes:
    card = {
        "name": site.name,
        "short_name": site.name,
        "lang": site.words.language,
        "dir": site.words.direction,
        "start_url": "latest/index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#f7f5f0",
        "theme_color": "#9b1c1c",
        "icons": [{"src": f"{asset_folder()}/icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return (json.dumps(card, ensure_ascii=False, indent=1) + "\n").encode()
