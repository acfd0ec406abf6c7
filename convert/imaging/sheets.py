"""PDF out: a page cut to its frame, and a whole issue bound from such pages.

What the reader's PDF shows is what was printed; what it might do is taken out: scripts,
actions on opening, forms, attachments.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from convert.errors import SourceError
from convert.geometry import Rect
from convert.model import Edition, EditionArticle, EditionPage, Hotspot, Kind
from convert.pdf import READER_ERRORS

OF_PAGE = ("/AA", "/Annots", "/Metadata", "/PieceInfo", "/Thumb", "/B")
"""Entries of a page that it does not take along; those of its file's catalog stay behind."""
BOXES = ("/TrimBox", "/BleedBox", "/ArtBox")


def cut_page(path: Path, index: int, frame: Rect) -> bytes:
    """Return page `index` (0-based) of a file as a PDF of its own, cut to `frame`.

    Args:
        path: the PDF.
        index: 0-based page of the file.
        frame: in points from the top left of the MediaBox, after /Rotate.

    Raises:
        SourceError: the file is damaged.
    """
    try:
        with pikepdf.open(path) as whole, pikepdf.new() as single:
            single.pages.append(whole.pages[index])
            _cut(single.pages[0], frame)
            _keep_intent(whole, single)
            return _saved(single)
    except (pikepdf.PdfError, *READER_ERRORS) as error:
        raise SourceError(path, f"page {index + 1} cannot be cut out: {error}") from error


def bind_issue(edition: Edition, sheets: Mapping[str, bytes]) -> bytes:
    """Return the whole issue: bookmarks for pages and articles, hotspots as links.

    A link leads to where its story goes on, else to the article itself, as large as the
    window takes it.

    Args:
        edition: the issue.
        sheets: a PDF of each of its pages that has one, by id, as `cut_page` makes them.
    """
    with pikepdf.new() as issue:
        pages = [page for page in edition.pages if page.id in sheets]
        for page in pages:
            with pikepdf.open(BytesIO(sheets[page.id])) as single:
                issue.pages.extend(single.pages)
        places = {page.id: number for number, page in enumerate(pages)}
        targets = {
            hotspot.article: _target(issue.pages[places[page.id]], hotspot)
            for page in pages
            for hotspot in page.hotspots
        }
        for page in pages:
            _link(issue, issue.pages[places[page.id]], page, edition, targets)
        _bookmarks(issue, edition, places, targets)
        issue.Root.PageMode = Name.UseOutlines
        with issue.open_metadata(set_pikepdf_as_editor=False) as about:
            about["dc:title"] = (
                f"{edition.publication.name} {edition.issue.date}".strip() or "Issue"
            )
        return _saved(issue)


def _cut(page: pikepdf.Page, frame: Rect) -> None:
    """Make the frame the page's only box and take what may act on a reader's machine."""
    visible = _in_sheet(page, frame)
    for key in (*OF_PAGE, *BOXES):
        if key in page.obj:
            del page.obj[key]
    page.mediabox = Array(visible)
    page.cropbox = Array(visible)


def _in_sheet(page: pikepdf.Page, frame: Rect) -> list[float]:
    """The frame in the units of the page, before /Rotate, y up."""
    left, bottom, right, top = map(float, page.mediabox)
    unit = float(page.obj.get("/UserUnit", 1))
    seen = Rect(frame.left / unit, frame.top / unit, frame.right / unit, frame.bottom / unit)
    corners = {
        0: (left + seen.left, top - seen.bottom, left + seen.right, top - seen.top),
        90: (left + seen.top, bottom + seen.left, left + seen.bottom, bottom + seen.right),
        180: (right - seen.right, bottom + seen.top, right - seen.left, bottom + seen.bottom),
        270: (right - seen.bottom, top - seen.right, right - seen.top, top - seen.left),
    }[_turned(page)]
    return [round(value, 3) for value in corners]


def _turned(page: pikepdf.Page) -> int:
    """/Rotate of a page, which its ancestors may have said."""
    node: pikepdf.Object = page.obj
    for _ in range(32):  # a page tree that goes round in circles ends here
        if "/Rotate" in node:
            return int(node["/Rotate"]) % 360
        if "/Parent" not in node:
            break
        node = node["/Parent"]
    return 0


def _keep_intent(whole: pikepdf.Pdf, single: pikepdf.Pdf) -> None:
    if "/OutputIntents" in whole.Root:
        single.Root.OutputIntents = single.copy_foreign(
            whole.make_indirect(whole.Root.OutputIntents)
        )


def _target(page: pikepdf.Page, hotspot: Hotspot) -> Array:
    xs = [x for ring in hotspot.polygons for x, _ in ring]
    ys = [y for ring in hotspot.polygons for _, y in ring]
    box = _on_sheet(page, Rect(min(xs), min(ys), max(xs), max(ys)))
    return Array([page.obj, Name.FitR, *box])


def _link(
    issue: pikepdf.Pdf,
    sheet: pikepdf.Page,
    page: EditionPage,
    edition: Edition,
    targets: Mapping[str, Array],
) -> None:
    goes_on = {article.id: article.jump.to for article in edition.articles if article.jump.to}
    links = [
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=_on_sheet(sheet, _around(ring)),
            Border=[0, 0, 0],
            Dest=targets[goes_on.get(hotspot.article, hotspot.article)],
        )
        for hotspot in page.hotspots
        for ring in hotspot.polygons
        if goes_on.get(hotspot.article, hotspot.article) in targets
    ]
    if links:
        sheet.obj.Annots = Array([issue.make_indirect(link) for link in links])


def _around(ring: Sequence[tuple[float, float]]) -> Rect:
    xs, ys = zip(*ring, strict=True)
    return Rect(min(xs), min(ys), max(xs), max(ys))


def _on_sheet(page: pikepdf.Page, box: Rect) -> list[float]:
    """A box in shares of the frame in the units of a cut page, y up."""
    left, bottom, right, top = map(float, page.mediabox)
    wide, high = right - left, top - bottom
    if _turned(page) in {90, 270}:
        wide, high = high, wide
    unit = float(page.obj.get("/UserUnit", 1))
    frame = Rect(
        box.left * wide * unit,
        box.top * high * unit,
        box.right * wide * unit,
        box.bottom * high * unit,
    )
    return _in_sheet(page, frame)


def _bookmarks(
    issue: pikepdf.Pdf, edition: Edition, places: Mapping[str, int], targets: Mapping[str, Array]
) -> None:
    with issue.open_outline() as outline:
        for page in edition.pages:
            if page.id not in places:
                continue
            title = f"{page.label} {page.name}".strip()
            item = pikepdf.OutlineItem(title, places[page.id])
            item.children.extend(
                pikepdf.OutlineItem(article.headline, targets[article.id])
                for article in edition.articles
                if page.id in article.pages and _is_listed(article) and article.id in targets
            )
            outline.root.append(item)


def _is_listed(article: EditionArticle) -> bool:
    return article.kind is not Kind.AD and bool(article.headline)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = BytesIO()
    pdf.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()
