"""The pictures of one page and of its articles, written into the job's folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from convert.direction import has_leftward
from convert.errors import SourceError
from convert.geometry import Rect
from convert.imaging.figures import Scissors
from convert.imaging.halves import LEFT, RIGHT, half_hotspots, half_picture
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
    PageHalf,
    PageImage,
    PageTiles,
    Role,
)
from convert.pdf import READER_ERRORS
from convert.pipeline.maker import PictureMaker
from convert.pipeline.pages import Job
from convert.pipeline.recall import Drawings
from convert.settings import ImageSettings
from convert.sheet import complaints, open_page

SPREAD = 2
"""Labels of a sheet that shows two pages."""
OWN_WORDS = frozenset({Kind.INFOGRAPHIC, Kind.TABLE, Kind.CARTOON, Kind.PUZZLE})
"""What is written on pictures of these kinds belongs to the picture."""
LABELS = frozenset({Role.OTHER, Role.TABLE})
"""So do blocks of these roles, on any picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The pictures of a page, which do not depend on what its text is thought to be."""

    images: tuple[PageImage, ...]
    left: tuple[PageImage, ...] = ()
    """Of the left half of a spread."""
    right: tuple[PageImage, ...] = ()
    tiles: tuple[PageTiles, ...] = ()
    pdf: str = ""
    faults: str = ""
    """What could not be drawn as it was meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOut:
    """A figure cut out of a page."""

    path: str
    width: int
    height: int
    type: str
    color: str
    ppi: int


def add_pictures(job: Job, found: PageArticles, part: Edition) -> tuple[Edition, tuple[str, ...]]:
    """Return the edition of one page with its pictures, and the names of their files.

    What cannot be drawn or cut out becomes an issue.

    Raises:
        OSError: a picture cannot be written.
    """
    settings = job.settings.images
    if job.folder is None or not settings.sizes:
        return part, ()
    (page,) = part.pages
    drawings = Drawings(job, job.folder)
    maker = PictureMaker(job.folder, page.id, settings, drawings.files)
    about = (found.page.frame, found.page.skew, len(job.labels))
    try:
        drawn = drawings.once(Drawn, about, lambda: _draw(job, found.page, maker))
    except SourceError as error:
        issue = Issue(code="page-not-drawn", message=error.reason, page=page.id)
        return replace(part, issues=(*part.issues, issue)), tuple(drawings.files)
    part = replace(part, pages=(_with_images(job, found.page, page, drawn),))
    if drawn.faults:
        issue = Issue(code="drawing-faults", message=drawn.faults, page=page.id)
        part = replace(part, issues=(*part.issues, issue))
    if _has_figures(settings, found):
        figures = _Figures(job, found, maker, drawings)
        articles = figures.of_articles(part.articles)
        part = replace(part, articles=articles, issues=(*part.issues, *figures.issues))
    return part, tuple(drawings.files)


def _with_images(job: Job, source: Page, page: EditionPage, drawn: Drawn) -> EditionPage:
    """Add the pictures of the whole page."""
    page = replace(page, images=drawn.images, tiles=drawn.tiles, pdf=drawn.pdf)
    if not drawn.left:
        return page
    left, right = reversed(job.labels) if _reads_leftward(source) else job.labels
    halves = (_half(page, left, LEFT, drawn.left), _half(page, right, RIGHT, drawn.right))
    return replace(page, halves=halves)


def _draw(job: Job, source: Page, maker: PictureMaker) -> Drawn:
    """Draw a page: one rendering serves all sizes."""
    frame, spread = source.frame, len(job.labels) == SPREAD
    long_side = _pixels(frame, max(maker.settings.sizes.values()), spread=spread)
    image = render(job.path, job.index, frame, long_side, job.settings.source.inks)
    image = straightened(image, source.skew)
    drawn = Drawn(
        images=maker.sizes(image, max(frame.width, frame.height)),
        tiles=tuple(maker.tiles(image)),
        pdf=maker.sheet(cut_page(job.path, job.index, frame)) if maker.settings.pdf else "",
    )
    drawn = replace(drawn, faults=complaints())
    if not spread:
        return drawn
    points = max(frame.width / 2, frame.height)
    return replace(
        drawn,
        left=maker.sizes(half_picture(image, LEFT), points, "-left"),
        right=maker.sizes(half_picture(image, RIGHT), points, "-right"),
    )


def _half(page: EditionPage, label: str, box: Rect, images: tuple[PageImage, ...]) -> PageHalf:
    spots = tuple(half_hotspots(page.hotspots, box))
    return PageHalf(label=label, box=box, images=images, hotspots=spots)


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

    def __init__(
        self, job: Job, found: PageArticles, maker: PictureMaker, drawings: Drawings
    ) -> None:
        self._job = job
        self._found = found
        self._maker = maker
        self._drawings = drawings
        self._scissors: Scissors | None = None
        self.issues: list[Issue] = []

    def of_articles(self, articles: Sequence[EditionArticle]) -> tuple[EditionArticle, ...]:
        """Return the articles with the files of their figures; ads keep theirs uncut."""
        return tuple(
            replace(article, figures=tuple(self._cut(article, own)))
            if _is_illustrated(own)
            else article
            for article, own in zip(articles, self._found.articles, strict=True)
        )

    def _cut(self, article: EditionArticle, own: Article) -> Iterator[EditionFigure]:
        for figure, place in zip(article.figures, own.figures, strict=True):
            covering = self._covering(place.rect, own.kind)
            about = (figure.id, place.rect, covering)
            make = partial(self._made, figure.id, place.rect, covering)
            try:
                cut = self._drawings.once(CutOut, about, make)
            except (*READER_ERRORS, SourceError) as error:
                self._tell("picture-not-cut", f"{figure.id}: {error}", figure)
                yield figure
                continue
            if 0 < cut.ppi < self._maker.settings.least_ppi:
                self._tell("picture-coarse", f"{figure.id} has {cut.ppi} pixels per inch", figure)
            yield _described(figure, cut)

    def _made(self, name: str, rect: Rect, covering: Sequence[Rect]) -> CutOut:
        if self._scissors is None:
            job, frame = self._job, self._found.page.frame
            sheet = open_page(job.path, job.index, job.settings.source.inks)
            place = frame_in_page(sheet.page, frame)
            self._scissors = Scissors(sheet, place, self._maker.settings)
        cut = self._scissors.cut(rect, covering)
        return CutOut(
            path=self._maker.figure(name, cut),
            width=cut.width,
            height=cut.height,
            type=cut.type,
            color=cut.color,
            ppi=cut.ppi,
        )

    def _covering(self, rect: Rect, kind: Kind) -> tuple[Rect, ...]:
        """The type over a figure that stands in the edition as text."""
        if kind in OWN_WORDS:
            return ()
        return tuple(
            block.rect
            for article in self._found.articles
            for block in article.blocks
            if block.role not in LABELS and rect.holds(block.rect.cx, block.rect.cy)
        )

    def _tell(self, code: str, message: str, figure: EditionFigure) -> None:
        self.issues.append(Issue(code=code, message=message, page=figure.page, box=figure.box))


def _described(figure: EditionFigure, cut: CutOut) -> EditionFigure:
    return replace(
        figure,
        image=cut.path,
        width=cut.width,
        height=cut.height,
        type=cut.type,
        color=cut.color,
        ppi=cut.ppi,
    )
