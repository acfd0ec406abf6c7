"""What an archive remembers of an issue: enough for its calendar, feeds and notices."""

import hashlib
from dataclasses import dataclass, replace
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from convert.model import Edition, EditionArticle, EditionPage, Hotspot, PageImage
from convert.reader.slugs import page_slugs

VERSION = 1
"""Of the record; another one is not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """A page of the issue."""

    slug: str
    """Its folder."""
    label: str
    name: str
    thumbnail: PageImage | None = None
    picture: PageImage | None = None
    """As large as a screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """An article of the issue."""

    id: str
    slug: str
    """Folder of its page."""
    kind: str
    title: str
    summary: str
    language: str
    digest: str
    """Of its text: whether it was changed."""
    revision: int = 1
    """Revision of the issue in which it got this text."""
    first: int = 1
    """Revision in which it first stood at its address."""

    @property
    def path(self) -> str:
        """Its page of the site, relative to the issue."""
        return f"{self.slug}/{self.id}.html"

    @property
    def corrected(self) -> bool:
        """Whether its text was changed after it was first published."""
        return self.revision > self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An address that keeps a notice where an article was."""

    id: str
    slug: str
    why: Literal["withdrawn", "replaced"]
    digest: str = ""
    """Of its text: what was withdrawn is not published again, what comes back finds its address."""

    @property
    def path(self) -> str:
        """Its address, relative to the issue."""
        return f"{self.slug}/{self.id}.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One issue."""

    date: str
    version: int = VERSION
    number: str = ""
    revision: int = 1
    pages: tuple[PageRecord, ...] = ()
    articles: tuple[ArticleRecord, ...] = ()
    gone: tuple[Gone, ...] = ()

    @property
    def withdrawn(self) -> tuple[Gone, ...]:
        """What must not be published."""
        return tuple(gone for gone in self.gone if gone.why == "withdrawn")


_ADAPTER = TypeAdapter(Record)


def to_json(record: Record) -> bytes:
    """Return a record as a file."""
    return _ADAPTER.dump_json(record, indent=1, exclude_defaults=False) + b"\n"


def from_json(data: bytes) -> Record:
    """Read what `to_json` wrote.

    Raises:
        ValueError: it is no record of this version.
    """
    try:
        record = _ADAPTER.validate_json(data, strict=False)
    except ValidationError as error:
        raise ValueError(f"is no record of an issue: {error.errors()[0]['msg']}") from error
    if record.version != VERSION:
        raise ValueError(f"is of version {record.version}; this program reads {VERSION}")
    return record


def digest_of(article: EditionArticle) -> str:
    """Return what changes when, and only when, the words of the article change."""
    words = [f"{block.role}:{block.text}" for block in article.blocks]
    words += [f"{figure.caption}|{figure.credit}" for figure in article.figures]
    return hashlib.sha256("\n".join(words).encode("utf-8", "replace")).hexdigest()[:16]


def without_withdrawn(edition: Edition, old: Record | None) -> Edition:
    """Return the edition without what was withdrawn: same address or same words.

    Nothing of it is left: no article, hotspot, link to it, or PDF that holds its words.
    """
    if old is None or not old.withdrawn:
        return edition
    slugs = page_slugs(edition.pages)
    places = {(gone.slug, gone.id) for gone in old.withdrawn}
    words = {gone.digest for gone in old.withdrawn if gone.digest}
    out = {
        a.id
        for a in edition.articles
        if (slugs.get(a.pages[0]) if a.pages else None, a.id) in places
        or (a.blocks and digest_of(a) in words)
    }
    if not out:
        return edition
    stood = {page for a in edition.articles if a.id in out for page in a.pages}
    return replace(
        edition,
        articles=tuple(_unlinked(a, out) for a in edition.articles if a.id not in out),
        pages=tuple(_cleared(page, out, stood) for page in edition.pages),
        pdf="",
    )


def _cleared(page: EditionPage, out: set[str], stood: set[str]) -> EditionPage:
    def spots(found: tuple[Hotspot, ...]) -> tuple[Hotspot, ...]:
        return tuple(h for h in found if h.article not in out)

    halves = tuple(replace(half, hotspots=spots(half.hotspots)) for half in page.halves)
    pdf = "" if page.id in stood else page.pdf
    return replace(page, hotspots=spots(page.hotspots), halves=halves, pdf=pdf)


def _unlinked(article: EditionArticle, out: set[str]) -> EditionArticle:
    jump = article.jump
    to = None if jump.to in out else jump.to
    source = None if jump.source in out else jump.source
    return replace(article, jump=replace(jump, to=to, source=source))


def succeed(new: Record, old: Record | None) -> Record:
    """Return `new` as the successor of `old`: its revision, corrections and notices.

    The same content again is the same revision, so that building twice changes nothing.
    """
    if old is None:
        return new
    before = {a.path: a for a in old.articles}
    changed = [_facts(a) for a in new.articles] != [_facts(a) for a in old.articles] or (
        new.pages != old.pages
    )
    revision = old.revision + changed
    articles = tuple(_dated(a, before.get(a.path), revision) for a in new.articles)
    paths = {a.path for a in articles}
    withdrawn = {gone.path for gone in old.withdrawn}
    replaced = (
        Gone(id=a.id, slug=a.slug, why="replaced", digest=a.digest)
        for a in old.articles
        if a.path not in paths | withdrawn
    )
    gone = {g.path: g for g in (*replaced, *old.gone) if g.path not in paths}
    return replace(
        new,
        revision=revision,
        articles=articles,
        gone=tuple(gone[path] for path in sorted(gone)),
    )


def _facts(article: ArticleRecord) -> tuple[str, str, str]:
    return article.path, article.digest, article.title


def _dated(article: ArticleRecord, before: ArticleRecord | None, revision: int) -> ArticleRecord:
    if before is None:
        return replace(article, first=revision, revision=revision)
    same = before.digest == article.digest
    return replace(article, first=before.first, revision=before.revision if same else revision)
