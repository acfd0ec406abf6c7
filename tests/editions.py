"""A hypothesis strategy for editions, with the worst text that can be printed."""

from dataclasses import replace

from hypothesis import strategies as st

from convert.geometry import Rect, fixed
from convert.model import (
    Edition,
    EditionArticle,
    EditionBlock,
    EditionFigure,
    EditionPage,
    Hotspot,
    Issue,
    IssueInfo,
    Jump,
    Kind,
    PageHalf,
    PageImage,
    PageTiles,
    Publication,
    Role,
    Source,
)

HOSTILE = (
    "<b>&amp;",
    "]]>",
    "<![CDATA[",
    "\x00\x1f",
    "\ud800",
    "😀",
    "\r\n\t",
    "\ufffe",
)

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=()), max_size=12),
)
words = st.one_of(st.just(""), texts)
shares = st.floats(0, 1).map(fixed)
names = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
pairs = st.dictionaries(names, texts, max_size=2).map(lambda found: tuple(found.items()))
page_ids = st.integers(1, 120).map(lambda number: f"p{number:02}")


@st.composite
def boxes(draw: st.DrawFn) -> Rect:
    (left, right), (top, bottom) = (sorted((draw(shares), draw(shares))) for _ in range(2))
    return Rect(left, top, right, bottom)


@st.composite
def blocks(draw: st.DrawFn, page: str, number: int) -> EditionBlock:
    return EditionBlock(
        id=f"{page}-b{number:03}",
        role=draw(st.sampled_from(Role)),
        page=page,
        box=draw(boxes()),
        text=draw(texts),
        raw=draw(st.none() | texts),
    )


@st.composite
def articles(draw: st.DrawFn, page: str) -> EditionArticle:
    article = f"{page}-a01"
    figure = EditionFigure(
        id=f"{page}-f01",
        page=page,
        box=draw(boxes()),
        image=draw(st.none() | st.just("figures/f.jpg")),
        width=draw(st.integers(0, 9)),
        height=3,
        type="image/png",
        color=draw(st.sampled_from(("", "CMYK"))),
        caption=draw(words),
        credit=draw(words),
    )
    return EditionArticle(
        id=article,
        kind=draw(st.sampled_from(Kind)),
        pages=(page,),
        confidence=draw(shares),
        language=draw(st.sampled_from(("", "zh-Hans", "pt-BR"))),
        kicker=draw(words),
        headline=draw(words),
        deck=draw(words),
        byline=draw(words),
        blocks=tuple(draw(blocks(page, n)) for n in range(1, draw(st.integers(1, 3)))),
        figures=(figure,) if draw(st.booleans()) else (),
        jump=draw(st.sampled_from((Jump(), Jump(to=article), Jump(source=article)))),
    )


@st.composite
def pages(draw: st.DrawFn, page: str) -> EditionPage:
    rich = draw(st.booleans())
    ring = tuple((draw(shares), draw(shares)) for _ in range(3))
    image = PageImage(
        kind="thumbnail", path="pages/ä b.jpg", width=1, height=2, type="image/jpeg", scale=0.25
    )
    spots = (Hotspot(article=f"{page}-a01", polygons=(ring,)),)
    half = PageHalf(label="A 02", box=Rect(0, 0, 0.5, 1), images=(image,), hotspots=spots)
    return EditionPage(
        id=page,
        number=int(page[1:]),
        label=draw(words),
        name=draw(words),
        source=Source(file="版 & 面.pdf", page=1, sha256="0" * 64),
        box=draw(st.sampled_from(("trim", "crop", "media", "profile"))),
        frame=Rect(0, -3.25, fixed(draw(st.floats(1, 14_400))), 800.0001),
        letters=draw(st.integers(0, 10**6)),
        images=(image,) if rich else (),
        hotspots=spots,
        halves=(half, half) if rich else (),
        tiles=(PageTiles(kind="dzi", path="tiles/p.dzi"),) if rich else (),
        pdf="pdf/p.pdf" if rich else "",
    )


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Any edition that the schema allows; ids resolve, meaning is not promised."""
    ids = draw(st.lists(page_ids, unique=True, max_size=2))
    edition = Edition(
        publication=Publication(
            name=draw(words),
            language=draw(st.sampled_from(("", "zh-Hans", "en"))),
            codes=draw(pairs),
            facts=draw(pairs),
        ),
        issue=IssueInfo(date=draw(st.just("") | st.dates().map(str)), number=draw(words)),
        pages=tuple(draw(pages(page)) for page in ids),
        articles=tuple(draw(articles(page)) for page in ids),
        pdf=draw(st.sampled_from(("", "pdf/issue.pdf"))),
        issues=(Issue(code=draw(names), message=draw(texts), box=draw(st.none() | boxes())),),
    )
    furniture = tuple(draw(blocks(page, 900)) for page in ids)
    return replace(edition, furniture=furniture)
