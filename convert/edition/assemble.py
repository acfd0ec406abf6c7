"""Pages taken apart become one edition: ids, boxes 0..1, fields for the frontend.

Ids come from position alone: page `p01`, its articles `p01-a01` in reading order,
blocks `p01-b001` and figures `p01-f01` counted through the page.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from convert.edition.hotspots import find_hotspots
from convert.geometry import Rect, enclosing, fixed
from convert.language import language_of
from convert.letters import joined, letters
from convert.model import (
    Article,
    Block,
    Edition,
    EditionArticle,
    EditionBlock,
    EditionFigure,
    EditionPage,
    Hotspot,
    Issue,
    IssueInfo,
    PageArticles,
    Publication,
    Role,
)


class PageName(NamedTuple):
    """How a page is called in its issue."""

    number: int
    """1-based position; gives the id."""
    label: str
    """As printed or named in the file: A01."""
    name: str = ""
    """As printed: 要闻."""


def assemble(
    pages: Sequence[PageArticles],
    *,
    publication: Publication,
    issue: IssueInfo,
    labels: Sequence[tuple[int, str, str]],
    raw: bool = False,
) -> Edition:
    """Put `pages` together, each called as its place in `labels` says.

    With `raw`, blocks also carry their lines as the file spells them.

    Raises:
        ValueError: as many labels as pages are needed.
    """
    parts = [_Desk(page, PageName(*label), raw) for page, label in zip(pages, labels, strict=True)]
    return Edition(
        publication=publication,
        issue=issue,
        pages=tuple(part.page() for part in parts),
        articles=tuple(article for part in parts for article in part.articles),
        furniture=tuple(block for part in parts for block in part.furniture),
        issues=tuple(found for part in parts for found in part.issues()),
    )


class _Desk:
    """One page on its way into the edition; it hands out the ids in order."""

    def __init__(self, found: PageArticles, name: PageName, raw: bool) -> None:
        self.found = found
        self.name = name
        self.id = f"p{name.number:02}"
        self.raw = raw
        self._blocks = count(1)
        self._figures = count(1)
        self.language = language_of(_text(b for a in found.articles for b in a.blocks))
        self.articles = tuple(map(self._article, count(1), found.articles))
        self.furniture = tuple(map(self._block, found.furniture))

    def page(self) -> EditionPage:
        """Return the page itself, with the areas a reader may click."""
        page = self.found.page
        frame = page.frame
        areas = find_hotspots(self.found.articles, page.width, page.height)
        return EditionPage(
            id=self.id,
            number=self.name.number,
            label=self.name.label,
            name=self.name.name,
            source=page.source,
            box=page.box,
            frame=Rect(*map(fixed, (frame.left, frame.top, frame.right, frame.bottom))),
            letters=sum(len(letters(span.text)) for span in page.spans),
            hotspots=tuple(
                Hotspot(article=article.id, polygons=polygons)
                for article, polygons in zip(self.articles, areas, strict=True)
                if polygons
            ),
        )

    def issues(self) -> Iterator[Issue]:
        """Yield what reading, layout and grouping doubted on this page."""
        for issue in dict.fromkeys((*self.found.page.issues, *self.found.issues)):
            yield self._issue(issue.code, issue.message, issue.box)
        for article, made in zip(self.found.articles, self.articles, strict=True):
            for doubt in article.doubts:
                yield self._issue("article-doubt", f"{made.id}: {doubt}", _area(article))

    def _issue(self, code: str, message: str, box: Rect | None) -> Issue:
        place = None if box is None else self._unit(box)
        return Issue(code=code, message=message, page=self.id, box=place)

    def _article(self, number: int, article: Article) -> EditionArticle:
        return EditionArticle(
            id=f"{self.id}-a{number:02}",
            kind=article.kind,
            pages=(self.id,),
            confidence=fixed(article.confidence),
            language=language_of(_text(article.blocks), self.language),
            kicker=field_text(article.blocks, Role.KICKER),
            headline=field_text(article.blocks, Role.HEADLINE),
            deck=field_text(article.blocks, Role.DECK),
            byline=field_text(article.blocks, Role.BYLINE),
            blocks=tuple(map(self._block, article.blocks)),
            figures=tuple(
                EditionFigure(
                    id=f"{self.id}-f{next(self._figures):02}",
                    page=self.id,
                    box=self._unit(figure.rect),
                    caption=figure.caption,
                    credit=figure.credit,
                )
                for figure in article.figures
            ),
        )

    def _block(self, block: Block) -> EditionBlock:
        return EditionBlock(
            id=f"{self.id}-b{next(self._blocks):03}",
            role=block.role,
            page=self.id,
            box=self._unit(block.rect),
            text=block.text,
            raw=_as_printed(block) if self.raw else None,
        )

    def _unit(self, rect: Rect) -> Rect:
        """Return `rect` as shares of the frame, cut off at its edges."""
        width, height = self.found.page.width, self.found.page.height
        return Rect(
            _share(rect.left, width),
            _share(rect.top, height),
            _share(rect.right, width),
            _share(rect.bottom, height),
        )


def field_text(blocks: Iterable[Block | EditionBlock], role: Role) -> str:
    """Return the text of all blocks of that role as one line."""
    return joined(block.text for block in blocks if block.role is role)


def _text(blocks: Iterable[Block]) -> str:
    return "\n".join(block.text for block in blocks)


def _share(value: float, whole: float) -> float:
    return fixed(min(1.0, max(0.0, value / whole))) if whole else 0.0


def _as_printed(block: Block) -> str:
    return "\n".join("".join(span.raw for span in line.spans) for line in block.lines)


def _area(article: Article) -> Rect | None:
    rects = [
        *(block.rect for block in article.blocks),
        *(figure.rect for figure in article.figures),
        *article.areas,
    ]
    return enclosing(rects) if rects else None
