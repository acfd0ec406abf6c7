"""The pictures of one page and of its articles, written into the job's folder."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from convert.direction import has_leftward
from convert.errors import SourceError
from convert.geometry import Rect
from convert.imaging.figures import Cut, Scissors
from convert.imaging.halves import LEFT, RIGHT
from convert.imaging.render import frame_in_page, render, straightened
from convert.imaging.sheets import cut_page
from convert.model import (
    Article,
    Edition,
    EditionArticle,
    EditionFigure,
    EditionPage,
    Issue,
    Kind,
    Page,
    PageArticles,
    Role,
)
from convert.pipeline.maker import PictureMaker
from convert.pipeline.pages import Job
from convert.settings import ImageSettings
from convert.sheet import open_page

SPREAD = 2
"""Labels of a sheet that shows two pages."""
OWN_WORDS = frozenset({Kind.INFOGRAPHIC, Kind.TABLE, Kind.CARTOON, Kind.PUZZLE})
"""What is written on pictures of these kinds belongs to the picture."""
LABELS = frozenset({Role.OTHER, Role.TABLE})
"""So do blocks of these roles, on any picture."""


def add_pictures(job: Job, found: PageArticles, part: Edition) -> Edition:
    """Return the edition of one page with the pictures that its settings ask for.

    What cannot be drawn or cut out becomes an issue.

    Raises:
        OSError: a picture cannot be written.
    """
    settings = job.settings.images
    if job.folder is None or not settings.sizes:
        return part
    (page,) = part.pages
    maker = PictureMaker(job.folder, page.id, settings)
    try:
        page = _with_images(job, found.page, page, maker)
        figures = _Figures(job, found, part, maker) if _has_figures(settings, found) else None
    except SourceError as error:
        issue = Issue(code="page-not-drawn", message=error.reason, page=page.id)
        return replace(part, issues=(*part.issues, issue))
    part = replace(part, pages=(page,))
    if figures is None:
        return part
    return replace(part, articles=figures.articles, issues=(*part.issues, *figures.issues))


def _with_images(job: Job, source: Page, page: EditionPage, maker: PictureMaker) -> EditionPage:
    """Add the pictures of the whole page: one rendering serves them all."""
    frame, spread = source.frame, len(job.labels) == SPREAD
    long_side = _pixels(frame, max(maker.settings.sizes.values()), spread=spread)
    image = render(job.path, job.index, frame, long_side, job.settings.source.inks)
    image = straightened(image, source.skew)
    page = replace(
        page,
        images=maker.sizes(image, max(frame.width, frame.height)),
        tiles=tuple(maker.tiles(image)),
    )
    if maker.settings.pdf:
        page = replace(page, pdf=maker.sheet(cut_page(job.path, job.index, frame)))
    if not spread:
        return page
    left, right = reversed(job.labels) if _reads_leftward(source) else job.labels
    halves = (maker.half(page, image, left, LEFT), maker.half(page, image, right, RIGHT))
    return replace(page, halves=halves)


def _pixels(frame: Rect, largest: int, *, spread: bool) -> int:
    """The longer side to draw; each half of a spread is to be as large as other pages."""
    if not spread:
        return largest
    return round(largest * max(frame.width, frame.height) / max(frame.width / 2, frame.height))


def _reads_leftward(page: Page) -> bool:
    """Whether most of a page is Arabic, Hebrew or vertical: its paper is bound on the right."""
    leftward = sum(len(s.text) for s in page.spans if s.vertical or has_leftward(s.text))
    return 2 * leftward > sum(len(s.text) for s in page.spans)


def _has_figures(settings: ImageSettings, found: PageArticles) -> bool:
    """Whether there is anything to cut; a crooked scan has no figure that stands straight."""
    return settings.figures and not found.page.skew and any(map(_is_illustrated, found.articles))


def _is_illustrated(article: Article) -> bool:
    return bool(article.figures) and article.kind is not Kind.AD


class _Figures:
    """The figures of a page, each in a file of its own, and what is wrong with them."""

    def __init__(self, job: Job, found: PageArticles, part: Edition, maker: PictureMaker) -> None:
        sheet = open_page(job.path, job.index, job.settings.source.inks)
        self._found = found
        self._maker = maker
        self._scissors = Scissors(
            sheet, frame_in_page(sheet.page, found.page.frame), maker.settings
        )
        self.issues: list[Issue] = []
        self.articles = tuple(
            replace(article, figures=tuple(self._cut(article, own)))
            if _is_illustrated(own)
            else article
            for article, own in zip(part.articles, found.articles, strict=True)
        )

    def _cut(self, article: EditionArticle, own: Article) -> Iterator[EditionFigure]:
        for figure, place in zip(article.figures, own.figures, strict=True):
            try:
                cut = self._scissors.cut(place.rect, self._covering(place.rect, own.kind))
            except (RuntimeError, ValueError) as error:
                self._tell("picture-not-cut", f"{figure.id}: {error}", figure)
                yield figure
                continue
            if 0 < cut.ppi < self._maker.settings.least_ppi:
                self._tell("picture-coarse", f"{figure.id} has {cut.ppi} pixels per inch", figure)
            yield _described(figure, cut, self._maker.figure(figure.id, cut))

    def _covering(self, rect: Rect, kind: Kind) -> Sequence[Rect]:
        """The type over a figure that stands in the edition as text."""
        if kind in OWN_WORDS:
            return ()
        return [
            block.rect
            for article in self._found.articles
            for block in article.blocks
            if block.role not in LABELS and rect.holds(block.rect.cx, block.rect.cy)
        ]

    def _tell(self, code: str, message: str, figure: EditionFigure) -> None:
        self.issues.append(Issue(code=code, message=message, page=figure.page, box=figure.box))


def _described(figure: EditionFigure, cut: Cut, path: str) -> EditionFigure:
    return replace(
        figure,
        image=path,
        width=cut.width,
        height=cut.height,
        type=cut.type,
        color=cut.color,
        ppi=cut.ppi,
    )
