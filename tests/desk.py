"""Make blocks, articles, pages and editions for tests, without any PDF."""

from collections.abc import Sequence
from dataclasses import replace

from convert.edition.assemble import assemble
from convert.edition.jumps import join_jumps
from convert.geometry import Rect
from convert.model import (
    Article,
    Block,
    Edition,
    Figure,
    Issue,
    IssueInfo,
    Kind,
    Line,
    Page,
    PageArticles,
    PageImage,
    Publication,
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


def story(*texts: tuple[Role, str], left: float = 20, top: float = 100, **facts: Kind) -> Article:
    """An article of one block below the other."""
    blocks = [
        block(text, role=role, left=left, top=top + 20 * row)
        for row, (role, text) in enumerate(texts)
    ]
    return Article(kind=facts.get("kind", Kind.ARTICLE), blocks=tuple(blocks))


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


def edition_of(pages: Sequence[PageArticles], **facts: bool) -> Edition:
    """An edition of those pages, called A01, A02, …, with its jumps joined."""
    edition = assemble(
        pages,
        publication=Publication(name="江州日报", language="zh-Hans"),
        issue=IssueInfo(date="2026-11-23", number="12345"),
        labels=[(n, f"A{n:02}", "") for n, _ in enumerate(pages, 1)],
        raw=facts.get("raw", False),
    )
    return join_jumps(edition)


def small_edition() -> Edition:
    """Two pages with everything an edition can have."""
    lead = story(
        (Role.KICKER, "跨江通道"),
        (Role.HEADLINE, "新桥今日通车"),
        (Role.HEADLINE, "两岸半小时"),
        (Role.BYLINE, "本报记者 何青"),
        (Role.PARAGRAPH, "十一月的早晨,第一班公交车驶过大桥。"),
        (Role.CAPTION, "新桥夜景。"),
        (Role.JUMP, "(下转第2版)"),
    )
    lead = replace(
        lead,
        figures=(Figure(rect=Rect(20, 300, 220, 400), caption="新桥夜景。"),),
        doubts=("the caption may belong to another picture",),
    )
    rest = story((Role.JUMP, "(上接第1版)"), (Role.PARAGRAPH, "桥长1 280米。"), left=300)
    folio = block("A01", role=Role.FOLIO, top=5)
    pages = [page_of([lead], [folio]), page_of([rest], number=2)]
    edition = edition_of(pages, raw=True)
    image = PageImage(
        kind="page", path="pages/p01.png", width=6, height=8, type="image/png", scale=2
    )
    facts = Publication(
        name="江州日报",
        language="zh-Hans",
        codes=(("cn", "CN50-0000"),),
        facts=(("wechat", "jiangzhou-daily"),),
    )
    return replace(
        edition,
        publication=facts,
        pages=(replace(edition.pages[0], images=(image,)), *edition.pages[1:]),
        issues=(*edition.issues, Issue(code="late-page", message="A02 & <more>")),
    )
