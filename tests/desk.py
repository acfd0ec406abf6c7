"""Make blocks, articles and pages for tests, without any PDF."""

from collections.abc import Sequence

from convert.geometry import Rect
from convert.model import (
    Article,
    Block,
    Kind,
    Line,
    Page,
    PageArticles,
    Role,
    Source,
    Span,
)

WIDTH, HEIGHT = 600.0, 800.0
SHA = "0" * 64


def block(
    text: str,
    *,
    role: Role = Role.PARAGRAPH,
    left: float = 20,
    top: float = 100,
    size: float = 10,
) -> Block:
    """A block of one line, 200 pt wide, at that place."""
    rect = Rect(left, top, left + 200, top + size)
    span = Span(text=text, raw=text, rect=rect, size=size, font="Serif")
    line = Line(spans=(span,), rect=rect, size=size, text=text)
    return Block(lines=(line,), rect=rect, role=role, text=text)


def article(*blocks: Block, kind: Kind = Kind.ARTICLE) -> Article:
    """An article of those blocks."""
    return Article(kind=kind, blocks=blocks)


def page_of(
    articles: Sequence[Article], furniture: Sequence[Block] = (), *, number: int = 1
) -> PageArticles:
    """A page that holds exactly the spans of its blocks."""
    blocks = [*(b for a in articles for b in a.blocks), *furniture]
    page = Page(
        source=Source(file="paper.pdf", page=number, sha256=SHA),
        box="trim",
        frame=Rect(10, 10, 10 + WIDTH, 10 + HEIGHT),
        spans=tuple(s for b in blocks for line in b.lines for s in line.spans),
    )
    return PageArticles(page=page, articles=tuple(articles), furniture=tuple(furniture))
