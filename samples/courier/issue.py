"""The pages of the Harbor Courier of November 23, 2026."""

from collections.abc import Iterator

from samples.courier.back import back
from samples.courier.front import front
from samples.courier.sheet import preamble
from samples.courier.spread import spread
from samples.courier.truth import Truth
from samples.press import MARGIN, SamplePage


def pages() -> Iterator[SamplePage]:
    """Yield the front page, the spread and the back page."""
    first, jumps = front()
    yield _page("HC-20261123-A001", first)
    yield _page("HC-20261123-A002-A003", spread(jumps), shuffle=7)
    yield _page("HC-20261123-A004", back())


def _page(name: str, truth: Truth, shuffle: int = 0) -> SamplePage:
    sheet = truth.sheet
    size = f"width: {sheet.width}pt, height: {sheet.height}pt, margin: 0pt"
    return SamplePage(
        name=name,
        source=f"{preamble()}\n#set page({size})\n{sheet.source(shuffle)}",
        width=sheet.width,
        height=sheet.height,
        pictures=sheet.pictures,
        truth={
            "pdf": f"{name}.pdf",
            "page": 1,
            "language": "en",
            "group": "samples",
            "complete": True,
            "articles": truth.articles(MARGIN, MARGIN),
        },
    )
