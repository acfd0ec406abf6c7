"""An issue as readers see it: pages with their headlines, articles with their neighbours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from convert.geometry import Rect
from convert.model import Edition, EditionArticle, EditionFigure, EditionPage, Kind, PageImage
from convert.reader import body
from convert.reader.pictures import Picture, picture_of, thumbnail_of
from convert.reader.record import ArticleRecord, PageRecord, Record, digest_of, succeed
from convert.reader.shapes import area_of, box_of, height_of, path_of, rings_of, view_of
from convert.reader.slugs import page_slugs
from convert.reader.text import clean, first_words, one_line, reading_text, shortened
from convert.reader.words import Words

TITLE = 60
"""Characters of a title that is made of the first words."""
MAJOR = 0.07
"""Share of the page from which an article is set large in the list."""
_EDITORS = re.compile(r"责任?编辑?|責任?編輯?|美术编辑|校对|编辑|Editor|Redaktion|Редактор")
_DUTY = re.compile(r"(?<=\S)(?=(?:责任编辑|美术编辑|责编|美编|校对|版式|图片编辑)(?!$))")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A picture of an article: a file of its own, or a part of the page's picture."""

    figure: EditionFigure
    page: "PageView"
    caption: str
    credit: str
    view: tuple[int, int, int, int]
    """Where it is, in drawing units of its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article at its address."""

    article: EditionArticle
    record: ArticleRecord
    title: str
    kind: str
    """Its kind in words, if that says more than `article`."""
    weight: str
    """lead, major or minor: how large the list sets it."""
    zone: str
    """Its hotspot as an SVG path; empty: it has none."""
    view: tuple[int, int, int, int] | None
    """The part of the page that shows it."""
    parts: tuple[body.Part, ...]

    @property
    def id(self) -> str:
        """As in the edition."""
        return self.article.id

    @property
    def listed(self) -> bool:
        """Whether short lists name it: no ad, no pointer without words of its own."""
        kind, headline = self.article.kind, self.article.headline
        return kind is not Kind.AD and (kind is not Kind.REFER or bool(headline))


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfView:
    """One of the two pages of a spread."""

    label: str
    picture: Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A page at its address."""

    page: EditionPage
    slug: str
    label: str
    name: str
    height: int
    """Of the drawing over it, in units."""
    picture: Picture | None
    halves: tuple[HalfView, ...]
    """From left to right, where each has a picture: sharper than the spread's."""
    thumbnail: PageImage | None
    editors: str
    articles: tuple[ArticleView, ...]

    @property
    def id(self) -> str:
        """As in the edition."""
        return self.page.id


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueView:
    """A whole issue."""

    edition: Edition
    record: Record
    pages: tuple[PageView, ...]

    @property
    def date(self) -> str:
        """ISO 8601."""
        return self.record.date

    def page_of(self, article: ArticleView) -> PageView:
        """Return the page on which an article stands."""
        return next(p for p in self.pages if p.id == article.article.pages[0])

    def article(self, id_: str | None) -> ArticleView | None:
        """Return the article of that id."""
        return next((a for p in self.pages for a in p.articles if a.id == id_), None)


def issue_view(edition: Edition, words: Words, old: Record | None = None) -> IssueView:
    """Return the issue that takes the place of `old` in the archive."""
    slugs = page_slugs(edition.pages)
    pages = tuple(_page(p, slugs[p.id], edition, words) for p in edition.pages)
    new = Record(
        date=edition.issue.date,
        number=one_line(edition.issue.number),
        pages=tuple(map(_page_record, pages)),
        articles=tuple(a.record for p in pages for a in p.articles),
    )
    record = succeed(new, old)
    known = {article.id: article for article in record.articles}
    pages = tuple(
        replace(p, articles=tuple(replace(a, record=known[a.id]) for a in p.articles))
        for p in pages
    )
    return IssueView(edition=edition, record=record, pages=pages)


def _page_record(page: PageView) -> PageRecord:
    return PageRecord(
        slug=page.slug,
        label=page.label,
        name=page.name,
        thumbnail=page.thumbnail,
        picture=page.picture.shown if page.picture else None,
    )


def neighbours(
    articles: Iterable[ArticleView],
) -> dict[str, tuple[ArticleView | None, ArticleView | None]]:
    """Return what comes before and after each article."""
    line = (None, *articles, None)
    return {
        here.id: (before, after)
        for (before, here), (_, after) in pairwise(pairwise(line))
        if here is not None
    }


def _page(page: EditionPage, slug: str, edition: Edition, words: Words) -> PageView:
    here = [a for a in edition.articles if a.pages[:1] == (page.id,)]
    here.sort(key=lambda article: article.kind is Kind.AD)
    areas = {a.id: area_of(rings_of(a, page)) for a in here if a.kind is not Kind.AD}
    lead = max(areas, key=lambda id_: areas[id_], default="")
    label = one_line(page.label) or str(page.number)
    return PageView(
        page=page,
        slug=slug,
        label=label,
        name=one_line(page.name),
        height=height_of(page),
        picture=picture_of(page.images),
        halves=_halves(page),
        thumbnail=thumbnail_of(page.images),
        editors=_editors(page, edition),
        articles=tuple(
            _article(a, page, slug, words, _weight(a.id, lead, areas.get(a.id, 0.0))) for a in here
        ),
    )


def _halves(page: EditionPage) -> tuple[HalfView, ...]:
    pictures = [(half.label, picture_of(half.images)) for half in page.halves]
    found = tuple(HalfView(label=one_line(label), picture=p) for label, p in pictures if p)
    return found if len(found) == len(pictures) else ()


def _weight(id_: str, lead: str, area: float) -> str:
    if area < MAJOR:
        return "minor"
    return "lead" if id_ == lead else "major"


def _article(
    article: EditionArticle, page: EditionPage, slug: str, words: Words, weight: str
) -> ArticleView:
    rings = rings_of(article, page)
    box = box_of(rings)
    height = height_of(page)
    kind = "" if article.kind is Kind.ARTICLE else words[article.kind.value]
    title = title_of(article, words)
    return ArticleView(
        article=article,
        record=ArticleRecord(
            id=article.id,
            slug=slug,
            kind=article.kind.value,
            title=title,
            summary=_summary(article, title),
            language=article.language,
            digest=digest_of(article),
        ),
        title=title,
        kind=kind,
        weight=weight,
        zone=path_of(rings, height),
        view=None if box is None else view_of(box, height),
        parts=body.body(article),
    )


def title_of(article: EditionArticle, words: Words) -> str:
    """Return the headline, else the first words, else what kind of thing it is."""
    return (
        one_line(article.headline)
        or shortened(article.kicker, TITLE)
        or shortened(first_words(article), TITLE)
        or words[article.kind.value]
    )


def _summary(article: EditionArticle, title: str) -> str:
    text = shortened(article.deck or first_words(article))
    return "" if text == title else text


def figures_of(article: EditionArticle, issue: IssueView) -> tuple[FigureView, ...]:
    """Return the pictures of an article that can be shown."""
    pages = {page.id: page for page in issue.pages}
    return tuple(
        FigureView(
            figure=figure,
            page=pages[figure.page],
            caption=clean(figure.caption),
            credit=one_line(figure.credit),
            view=_figure_view(figure.box, pages[figure.page]),
        )
        for figure in article.figures
        if figure.page in pages and (figure.image or pages[figure.page].picture)
    )


def _figure_view(box: Rect, page: PageView) -> tuple[int, int, int, int]:
    left, top, width, height = view_of(box.grow(-0.004, -0.004), page.height)
    return left, top, width, height


def _editors(page: EditionPage, edition: Edition) -> str:
    """Return who made up the page, as it is printed at its head or foot."""
    lines = (one_line(b.text) for b in edition.furniture if b.page == page.id)
    found = next((line for line in lines if _EDITORS.search(line) and len(line) < 80), "")
    return _DUTY.sub(" ", found)


def search_texts(page: PageView) -> list[tuple[str, str, str]]:
    """Return id, title and text of what the search finds on a page."""
    return [
        (a.id, a.title, reading_text(a.article))
        for a in page.articles
        if a.article.kind is not Kind.AD
    ]
