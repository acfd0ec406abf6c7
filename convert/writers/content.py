"""An edition as plain names and values: the one content of edition.json and .xml.

Lists are always there, but for those of few pages (halves, tiles); a string, an object
or a size is left out when it is empty, except for the text of a block. Numbers are rounded
where the edition is made.
"""

from collections.abc import Iterable
from typing import Any

from convert.geometry import Rect
from convert.letters import writable
from convert.model import (
    Edition,
    EditionArticle,
    EditionBlock,
    EditionFigure,
    EditionPage,
    Hotspot,
    Issue,
    IssueInfo,
    PageHalf,
    PageImage,
    Publication,
)

VERSION = 1
"""Of the format; the schemas carry the same number."""

Content = dict[str, Any]


def edition_content(edition: Edition) -> Content:
    """Return the content of `edition`, in the order in which it is written."""
    return {
        "version": VERSION,
        "publication": _publication(edition.publication),
        "issue": _issue_info(edition.issue),
        "pages": [_page(page) for page in edition.pages],
        "articles": [_article(article) for article in edition.articles],
        "furniture": [_block(block) for block in edition.furniture],
        "issues": [_issue(issue) for issue in edition.issues],
        **_without_empty(pdf=edition.pdf),
    }


def _publication(publication: Publication) -> Content:
    return _without_empty(
        name=publication.name,
        language=publication.language,
        codes=_named(publication.codes),
        facts=_named(publication.facts),
    )


def _issue_info(issue: IssueInfo) -> Content:
    return _without_empty(date=issue.date, number=issue.number, revision=issue.revision)


def _page(page: EditionPage) -> Content:
    return {
        "id": page.id,
        "number": page.number,
        **_without_empty(label=page.label, name=page.name),
        "source": {
            "file": writable(page.source.file),
            "page": page.source.page,
            "sha256": page.source.sha256,
            "letters": page.letters,
        },
        "box": page.box,
        "frame": _corners(page.frame),
        "images": [_image(image) for image in page.images],
        "hotspots": [_hotspot(hotspot) for hotspot in page.hotspots],
        **_without_empty(
            halves=[_half(half) for half in page.halves],
            tiles=[{"kind": t.kind, "path": writable(t.path)} for t in page.tiles],
            pdf=page.pdf,
        ),
    }


def _half(half: PageHalf) -> Content:
    return {
        "label": writable(half.label),
        "box": _corners(half.box),
        "images": [_image(image) for image in half.images],
        "hotspots": [_hotspot(hotspot) for hotspot in half.hotspots],
    }


def _image(image: PageImage) -> Content:
    return {
        "kind": image.kind,
        "path": writable(image.path),
        "width": image.width,
        "height": image.height,
        "type": image.type,
        "scale": image.scale,
    }


def _hotspot(hotspot: Hotspot) -> Content:
    return {
        "article": hotspot.article,
        "polygons": [[list(point) for point in ring] for ring in hotspot.polygons],
    }


def _article(article: EditionArticle) -> Content:
    return {
        "id": article.id,
        "kind": article.kind.value,
        "pages": list(article.pages),
        "confidence": article.confidence,
        **_without_empty(
            language=article.language,
            kicker=article.kicker,
            headline=article.headline,
            deck=article.deck,
            byline=article.byline,
        ),
        "blocks": [_block(block) for block in article.blocks],
        "figures": [_figure(figure) for figure in article.figures],
        **_without_empty(
            jump=_without_empty(**{"from": article.jump.source, "to": article.jump.to})
        ),
    }


def _block(block: EditionBlock) -> Content:
    return {
        "id": block.id,
        "role": block.role.value,
        "page": block.page,
        "box": _corners(block.box),
        "text": writable(block.text),
        **_without_empty(raw=block.raw),
    }


def _figure(figure: EditionFigure) -> Content:
    return {
        "id": figure.id,
        "page": figure.page,
        "box": _corners(figure.box),
        **_without_empty(
            image=figure.image,
            width=figure.width,
            height=figure.height,
            type=figure.type,
            color=figure.color,
            ppi=figure.ppi,
            caption=figure.caption,
            credit=figure.credit,
        ),
    }


def _issue(issue: Issue) -> Content:
    return {
        "code": issue.code,
        "message": writable(issue.message),
        **_without_empty(page=issue.page, box=None if issue.box is None else _corners(issue.box)),
    }


def _corners(rect: Rect) -> list[float]:
    return [rect.left, rect.top, rect.right, rect.bottom]


def _named(pairs: Iterable[tuple[str, str]]) -> Content:
    return {name: writable(value) for name, value in pairs}


def _without_empty(**values: Any) -> Content:
    return {
        name: writable(value) if isinstance(value, str) else value
        for name, value in values.items()
        if value not in (None, "", {}, [], 0)
    }
