"""An edition read back from its edition.json, to make its pages again without any PDF."""

import json
from collections.abc import Mapping
from typing import Any

from convert.geometry import Rect
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

Data = Mapping[str, Any]


def edition_from_json(data: bytes) -> Edition:
    """Return the edition that was written as edition.json.

    Raises:
        ValueError: it is no edition.
    """
    try:
        return _edition(json.loads(data))
    except (KeyError, TypeError) as error:
        raise ValueError(f"is no edition: {error}") from error


def _edition(data: Data) -> Edition:
    publication, issue = data["publication"], data["issue"]
    return Edition(
        publication=Publication(
            name=publication.get("name", ""),
            language=publication.get("language", ""),
            codes=tuple(publication.get("codes", {}).items()),
            facts=tuple(publication.get("facts", {}).items()),
        ),
        issue=IssueInfo(
            date=issue.get("date", ""),
            number=issue.get("number", ""),
            revision=issue["revision"],
        ),
        pages=tuple(map(_page, data["pages"])),
        articles=tuple(map(_article, data["articles"])),
        furniture=tuple(map(_block, data["furniture"])),
        issues=tuple(map(_issue, data["issues"])),
        pdf=data.get("pdf", ""),
    )


def _page(data: Data) -> EditionPage:
    source = data["source"]
    return EditionPage(
        id=data["id"],
        number=data["number"],
        label=data.get("label", ""),
        name=data.get("name", ""),
        source=Source(file=source["file"], page=source["page"], sha256=source["sha256"]),
        box=data["box"],
        frame=Rect(*data["frame"]),
        letters=source["letters"],
        images=tuple(PageImage(**image) for image in data["images"]),
        hotspots=tuple(map(_hotspot, data["hotspots"])),
        halves=tuple(map(_half, data.get("halves", ()))),
        tiles=tuple(PageTiles(**tiles) for tiles in data.get("tiles", ())),
        pdf=data.get("pdf", ""),
    )


def _half(data: Data) -> PageHalf:
    return PageHalf(
        label=data["label"],
        box=Rect(*data["box"]),
        images=tuple(PageImage(**image) for image in data["images"]),
        hotspots=tuple(map(_hotspot, data["hotspots"])),
    )


def _hotspot(data: Data) -> Hotspot:
    rings = (tuple((x, y) for x, y in ring) for ring in data["polygons"])
    return Hotspot(article=data["article"], polygons=tuple(rings))


def _article(data: Data) -> EditionArticle:
    jump = data.get("jump", {})
    texts = ("language", "kicker", "headline", "deck", "byline")
    return EditionArticle(
        id=data["id"],
        kind=Kind(data["kind"]),
        pages=tuple(data["pages"]),
        confidence=data["confidence"],
        **{name: data.get(name, "") for name in texts},
        blocks=tuple(map(_block, data["blocks"])),
        figures=tuple(map(_figure, data["figures"])),
        jump=Jump(to=jump.get("to"), source=jump.get("from")),
    )


def _block(data: Data) -> EditionBlock:
    return EditionBlock(
        id=data["id"],
        role=Role(data["role"]),
        page=data["page"],
        box=Rect(*data["box"]),
        text=data["text"],
        raw=data.get("raw"),
    )


def _figure(data: Data) -> EditionFigure:
    return EditionFigure(
        id=data["id"],
        page=data["page"],
        box=Rect(*data["box"]),
        image=data.get("image"),
        width=data.get("width", 0),
        height=data.get("height", 0),
        type=data.get("type", ""),
        color=data.get("color", ""),
        ppi=data.get("ppi", 0),
        caption=data.get("caption", ""),
        credit=data.get("credit", ""),
    )


def _issue(data: Data) -> Issue:
    box = data.get("box")
    return Issue(
        code=data["code"],
        message=data["message"],
        page=data.get("page"),
        box=None if box is None else Rect(*box),
    )
