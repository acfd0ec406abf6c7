"""The self-check of every run: nothing lost, nothing doubled, nothing unreachable.

Codes: `span-lost`, `span-doubled`, `text-differs` (of a page taken apart);
`hotspot-off-page`, `hotspot-shape`, `hotspot-overlap` (of what is clicked on it);
`hotspot-missing`, `id-double` (of an edition). None of them comes from a bad page: each is
a fault of this program.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from convert.geometry import Rect
from convert.letters import letters
from convert.model import (
    Block,
    Edition,
    EditionArticle,
    EditionPage,
    Issue,
    PageArticles,
    Span,
)


def check(page: PageArticles) -> tuple[Issue, ...]:
    """Return every way in which the text of the page was not kept."""
    return (*_spans(page), *_texts(page))


def check_edition(edition: Edition) -> tuple[Issue, ...]:
    """Return every way in which a reader could not reach or name an article."""
    return (*_unreachable(edition), *_double_ids(edition))


def check_hotspots(page: EditionPage) -> tuple[Issue, ...]:
    """Return every way in which the clickable places of a page are wrong."""
    return tuple(_hotspots(page))


def _blocks(page: PageArticles) -> Iterator[Block]:
    for article in page.articles:
        yield from article.blocks
    yield from page.furniture


def _spans(page: PageArticles) -> Iterator[Issue]:
    there = page.page.spans
    found = [span for block in _blocks(page) for line in block.lines for span in line.spans]
    if sorted(map(id, there)) == sorted(map(id, found)):
        return  # the very same values; telling them apart by content costs more
    printed, kept = Counter(there), Counter(found)
    for code, what, difference in (
        ("span-lost", "is in no block", printed - kept),
        ("span-doubled", "is in more than one block", kept - printed),
    ):
        for span in difference:
            yield _issue(code, f"{span.text[:40]!r} {what}", span.rect)


def _texts(page: PageArticles) -> Iterator[Issue]:
    for block in _blocks(page):
        printed = _letters(span for line in block.lines for span in line.spans)
        kept = letters(block.text)
        if printed == kept:
            continue
        lost, added = Counter(printed), Counter(kept)
        if lost != added:
            signs = (
                "".join((lost - added).elements()),
                "".join((added - lost).elements()),
            )
            message = f"lost {signs[0][:40]!r}, added {signs[1][:40]!r}"
            yield _issue("text-differs", message, block.rect)


def _letters(spans: Iterable[Span]) -> str:
    return letters("".join(span.text for span in spans))


def _hotspots(page: EditionPage) -> Iterator[Issue]:
    # Loaded late: where all pages are known, nobody needs the geometry.
    from convert.rings import fault, on_page, overlaps

    for hotspot in page.hotspots:
        for ring in hotspot.polygons:
            if not on_page(ring):
                yield _issue("hotspot-off-page", hotspot.article, page=page.id)
            if reason := fault(ring):
                message = f"{hotspot.article}: {reason}"
                yield _issue("hotspot-shape", message, page=page.id)
    for first, second, share in overlaps(
        [(hotspot.article, hotspot.polygons) for hotspot in page.hotspots]
    ):
        message = f"{first} and {second} share {share:.2%} of the page"
        yield _issue("hotspot-overlap", message, page=page.id)


def _unreachable(edition: Edition) -> Iterator[Issue]:
    spots = {(page.id, spot.article) for page in edition.pages for spot in page.hotspots}
    for article in edition.articles:
        for page in article.pages:
            if (page, article.id) not in spots and (article.blocks or article.figures):
                yield _issue("hotspot-missing", article.id, page=page)


def _double_ids(edition: Edition) -> Iterator[Issue]:
    ids = Counter(_ids(edition))
    for name, number in ids.items():
        if number > 1:
            yield _issue("id-double", f"{name} names {number} things")


def _ids(edition: Edition) -> Iterator[str]:
    yield from (page.id for page in edition.pages)
    for article in edition.articles:
        yield from _article_ids(article)
    yield from (block.id for block in edition.furniture)


def _article_ids(article: EditionArticle) -> Iterator[str]:
    yield article.id
    yield from (block.id for block in article.blocks)
    yield from (figure.id for figure in article.figures)


def _issue(code: str, message: str, box: Rect | None = None, page: str | None = None) -> Issue:
    return Issue(code=code, message=message, page=page, box=box)
