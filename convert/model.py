"""What flows between the stages: plain, frozen, printable values.

    Page ──layout──▶ Layout ──articles──▶ PageArticles ──edition──▶ Edition

Nothing here reads a file, knows a format or imports a stage. All rectangles are in
page space (see `convert.geometry`), except where an edition value says 0..1.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from convert.geometry import Rect, Writing, WritingFrame, enclosing
from convert.letters import joined


class Role(StrEnum):
    """What a block of print is for; the values stand in edition.json."""

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    QUOTE = "quote"
    CAPTION = "caption"
    CREDIT = "credit"
    JUMP = "jump"
    TABLE = "table"
    OTHER = "other"
    MASTHEAD = "masthead"
    FOLIO = "folio"


class Kind(StrEnum):
    """What an article is; the values stand in edition.json."""

    ARTICLE = "article"
    BRIEF = "brief"
    LETTER = "letter"
    REFER = "refer"
    PHOTO = "photo"
    TABLE = "table"
    INFOGRAPHIC = "infographic"
    CARTOON = "cartoon"
    PUZZLE = "puzzle"
    AD = "ad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something a person should look at; never a reason to stop."""

    code: str
    message: str
    page: str | None = None
    """Id of the page (`p01`); None: the edition as a whole."""
    box: Rect | None = None
    """Where; page space inside the stages, 0..1 of the frame in an Edition."""


# --- a page as it was printed (source) -----------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of glyphs in one style on one baseline, without a wide gap in it."""

    text: str
    """Cleaned: no ligatures, compatibility forms, control or soft-hyphen characters."""
    raw: str
    """As the file spells it."""
    rect: Rect
    """Around the em boxes: baseline − 0.78 size … baseline + 0.22 size, not the ink."""
    size: float
    """Type size in points, the yardstick of every distance."""
    font: str
    bold: bool = False
    italic: bool = False
    color: int = 0
    """Fill colour as 0xRRGGBB."""
    vertical: bool = False
    """Whether the glyphs run from top to bottom, upright (竖排)."""
    angle: int = 0
    """Direction of the baseline in degrees, clockwise; 0 for upright text."""
    flow: int = 0
    """Number of the text block in the file: weak evidence of what belongs together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A drawn line, solid or dotted; its rectangle is thin and maybe flat."""

    rect: Rect

    @property
    def horizontal(self) -> bool:
        """Whether the line runs across the page."""
        return self.rect.width >= self.rect.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A drawn rectangle: a tint, a frame, or both."""

    rect: Rect
    fill: int | None = None
    """Colour of the area as 0xRRGGBB; None: only an outline."""
    stroke: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A placed picture: raster, or a cluster of vector drawing."""

    rect: Rect
    """The part of the placement that lies inside the frame."""
    width: int = 0
    """Pixels of the file's picture; 0 for vector drawing."""
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a page came from."""

    file: str
    """File name without folder."""
    page: int
    """1-based page of that file."""
    sha256: str
    """Of the whole file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One print page: what lies inside its frame, in page space."""

    source: Source
    box: str
    """Which box gave the frame: trim, crop, media or profile."""
    frame: Rect
    """In points from the top left of the MediaBox, after /Rotate."""
    skew: float = 0.0
    """Degrees by which a crooked scan was turned, clockwise, about the frame's middle."""
    spans: tuple[Span, ...] = ()
    rules: tuple[Rule, ...] = ()
    boxes: tuple[Box, ...] = ()
    images: tuple[Image, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def width(self) -> float:
        """Of the frame, in points."""
        return self.frame.width

    @property
    def height(self) -> float:
        """Of the frame, in points."""
        return self.frame.height


# --- what was found on it (layout, articles) ------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of print: spans of one baseline inside one column."""

    spans: tuple[Span, ...]
    rect: Rect
    size: float
    """The size most of its characters have."""
    text: str
    """Spans joined; spaces where the gaps say so."""
    vertical: bool = False

    @property
    def bold(self) -> bool:
        """Whether most of the line is bold."""
        return sum(len(s.text) if s.bold else -len(s.text) for s in self.spans) > 0

    @property
    def italic(self) -> bool:
        """Whether most of the line is italic."""
        return sum(len(s.text) if s.italic else -len(s.text) for s in self.spans) > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that belong together, in reading order, and what they are for."""

    lines: tuple[Line, ...]
    rect: Rect
    role: Role
    text: str = ""
    """Clean running text: lines joined, hyphenation undone."""
    container: int | None = None
    """Index of the innermost container around it."""

    def of_lines(self, lines: tuple[Line, ...]) -> "Block":
        """Return the part of the block that has these lines."""
        return replace(
            self,
            lines=lines,
            rect=enclosing(line.rect for line in lines),
            text=joined(line.text for line in lines),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """A box on the page that holds text of its own: a tint, a frame, an ad's ground."""

    rect: Rect
    fill: int | None = None
    """Colour of the ground as 0xRRGGBB; None: only an outline."""
    framed: bool = False
    parent: int | None = None
    """Index of the container around this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """The part of a page that is written in one direction, in its writing frame.

    The writing frame of vertical text (竖排) is the page turned so that its columns
    run as lines from left to right and its rows (段) stand side by side as columns;
    that of Arabic or Hebrew is the page mirrored.
    """

    frame: WritingFrame
    """How it was turned or mirrored, and is brought back."""
    width: float
    """Of the page in its writing frame, in points."""
    height: float
    body: float
    """Body type size in points."""
    column: float
    """Usual width of a text column in points."""
    leading: float
    """Usual distance of two baselines of body text in points."""
    blocks: tuple[Block, ...] = ()
    separators: tuple[Rule, ...] = ()
    containers: tuple[Container, ...] = ()
    pictures: tuple[Image, ...] = ()

    @property
    def turned(self) -> bool:
        """Whether it is vertical text: its writing frame is the page turned."""
        return self.frame.writing is Writing.DOWNWARD

    @property
    def rows(self) -> tuple[Rect, ...]:
        """Its horizontal rules."""
        return tuple(s.rect for s in self.separators if s.horizontal)

    @property
    def walls(self) -> tuple[Rect, ...]:
        """Its upright rules."""
        return tuple(s.rect for s in self.separators if not s.horizontal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the layout stage saw: a page as regions of blocks, rules and boxes."""

    page: Page
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture of an article; its caption and credit are among the article's blocks."""

    rect: Rect
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The part of one story (or ad) that stands on one page."""

    kind: Kind
    blocks: tuple[Block, ...]
    """In reading order."""
    figures: tuple[Figure, ...] = ()
    areas: tuple[Rect, ...] = ()
    """Boxes and pictures without text that belong to it (an ad's ground, a frame)."""
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()
    """What lowers the confidence, in words for an editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageArticles:
    """A page taken apart: every span is in exactly one article or furniture block."""

    page: Page
    articles: tuple[Article, ...]
    furniture: tuple[Block, ...] = ()
    issues: tuple[Issue, ...] = ()


# --- a dated issue of a newspaper (edition) --------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Masthead and footer facts of the paper, from the profile or the page."""

    name: str = ""
    language: str = ""
    """BCP 47; empty: unknown."""
    codes: tuple[tuple[str, str], ...] = ()
    """Registry numbers by kind, e.g. ("cn", "CN50-0000"), ("issn", "…")."""
    facts: tuple[tuple[str, str], ...] = ()
    """Further facts by name: wechat, sponsor, address, postcode, registration, url …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueInfo:
    """Which issue of the paper this is."""

    date: str = ""
    """ISO 8601; empty: unknown."""
    number: str = ""
    revision: int = 1


Ring = tuple[tuple[float, float], ...]
"""A simple polygon without its closing point, 0..1 of the frame, y down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotspot:
    """The clickable area of one article on one page."""

    article: str
    polygons: tuple[Ring, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """One picture file of a page."""

    kind: str
    """Name of its size in the settings: thumbnail, page, large …"""
    path: str
    """Relative to the edition, with forward slashes."""
    width: int
    height: int
    type: str
    """Media type, e.g. image/jpeg."""
    scale: float
    """Pixels per point of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTiles:
    """A page picture cut into tiles, for deep zoom."""

    kind: str
    """iiif or dzi."""
    path: str
    """Of the file that describes the tiles, relative to the edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHalf:
    """One of the two pages that a spread shows side by side."""

    label: str
    box: Rect
    """The half it takes, 0..1 of the spread's frame."""
    images: tuple[PageImage, ...] = ()
    hotspots: tuple[Hotspot, ...] = ()
    """0..1 of the half."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPage:
    """One page of an issue."""

    id: str
    number: int
    """1-based position in the issue."""
    label: str
    """As printed or named in the file: A01."""
    name: str
    source: Source
    box: str
    frame: Rect
    letters: int
    """How many letters and digits the source page holds: the check that none is lost."""
    images: tuple[PageImage, ...] = ()
    hotspots: tuple[Hotspot, ...] = ()
    halves: tuple[PageHalf, ...] = ()
    """The two pages of a spread, from left to right."""
    tiles: tuple[PageTiles, ...] = ()
    pdf: str = ""
    """Path of the page cut to its frame, relative to the edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionBlock:
    """A block of an article or of the furniture, ready to publish."""

    id: str
    role: Role
    page: str
    box: Rect
    """0..1 of the frame."""
    text: str
    raw: str | None = None
    """The lines as printed, joined by newlines; only when asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFigure:
    """A picture of an article, ready to publish."""

    id: str
    page: str
    box: Rect
    """0..1 of the frame."""
    image: str | None = None
    """Path of the cut-out picture relative to the edition."""
    width: int = 0
    """Pixels of that picture."""
    height: int = 0
    type: str = ""
    """Its media type."""
    color: str = ""
    """Colour space in the PDF: Gray, RGB, CMYK …; the file is always grey or sRGB."""
    ppi: int = 0
    """Pixels per inch of print that the PDF holds; 0: it is a drawing."""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """Where a story goes on or comes from; each an article id or None."""

    to: str | None = None
    source: str | None = None
    """Written as `from` in files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionArticle:
    """One story (or ad) of an issue, as far as it stands on its page."""

    id: str
    kind: Kind
    pages: tuple[str, ...]
    confidence: float
    language: str = ""
    """BCP 47; empty: unknown."""
    kicker: str = ""
    headline: str = ""
    deck: str = ""
    byline: str = ""
    blocks: tuple[EditionBlock, ...] = ()
    figures: tuple[EditionFigure, ...] = ()
    jump: Jump = field(default_factory=Jump)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One dated issue of a newspaper: the input of every writer."""

    publication: Publication
    issue: IssueInfo
    pages: tuple[EditionPage, ...]
    articles: tuple[EditionArticle, ...]
    furniture: tuple[EditionBlock, ...] = ()
    issues: tuple[Issue, ...] = ()
    pdf: str = ""
    """Path of the whole issue as one PDF, relative to the edition."""
