"""The sheet that a page is drawn on: runs of type, rules, tints, pictures.

Points from the top left of the trimmed page, y down. Every run of type remembers
whose it is, so that the truth about a page is written by what drew it.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from samples.faces import FACES, width

INK = "ink"
COLOURS = {
    "ink": (0, 0, 0, 100),
    "paper": (0, 0, 0, 0),
    "navy": (100, 75, 15, 35),
    "brick": (10, 90, 85, 15),
    "grey": (0, 0, 0, 55),
    "mist": (0, 0, 0, 8),
    "sand": (2, 5, 16, 2),
    "sea": (28, 6, 6, 0),
    "kelp": (70, 25, 75, 30),
    "gold": (5, 25, 90, 2),
    "red": (0, 100, 95, 5),
    "teal": (85, 35, 45, 10),
    "rose": (0, 9, 7, 0),
    "celadon": (12, 1, 12, 0),
    "cream": (1, 3, 12, 0),
    "sky": (14, 3, 1, 0),
}
"""CMYK in per cent."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of type looks."""

    face: str
    size: float
    lead: float = 0.0
    """From baseline to baseline; 0: 1.1 times the size."""
    colour: str = INK
    align: str = "left"
    tracking: float = 0.0
    vertical: bool = False
    """Whether punctuation takes its forms for vertical text."""

    @property
    def leading(self) -> float:
        """The distance of two baselines."""
        return self.lead or self.size * 1.1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run stands: its left edge and baseline, or the room it is aligned in."""

    x: float
    y: float
    room: float = 0.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A column of a story, a picture, a box."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for one line: where its baseline, or its upper end, begins."""

    x: float
    y: float
    room: float
    frame: int


def widest(frame: Rect, top: float, bottom: float, around: Sequence[Rect]) -> tuple[float, float]:
    """Return the widest stretch of a line across a frame that nothing stands in."""
    spans = [(frame.x, frame.right)]
    for thing in around:
        if thing.y < bottom and thing.bottom > top:
            cut = [(a, min(b, thing.x)) for a, b in spans]
            cut += [(max(a, thing.right), b) for a, b in spans]
            spans = [(a, b) for a, b in cut if b > a] or [(0.0, 0.0)]
    return max(spans, key=lambda s: s[1] - s[0])


@dataclass(slots=True)
class Sheet:
    """One page, or a spread of two, in the making."""

    width: float
    height: float
    ground: list[str] = field(default_factory=list)
    """Tints and rules: always below everything else."""
    frames: list[list[str]] = field(default_factory=lambda: [[]])
    """What stands in the file together; frames may be shuffled."""
    boxes: dict[str, list[list[float]]] = field(default_factory=dict)
    """The boxes of each owner's lines of type."""
    said: dict[str, list[str]] = field(default_factory=dict)
    """What each owner's lines say, in the order of drawing."""
    pictures: dict[str, bytes] = field(default_factory=dict)
    single: bool = False
    """Whether each Chinese glyph is placed by itself, as some typesetters do."""

    def frame(self) -> None:
        """Start a new frame."""
        self.frames.append([])

    def line(
        self, text: str, at: Place, style: Style, owner: str, spread: float | None = None
    ) -> None:
        """Set one line; `spread` widens its spaces and switches kerning off."""
        wide = width(text, style.face, style.size) + style.tracking * (len(text) - 1)
        wide += (spread or 0) * text.count(" ")
        slack = {"left": 0.0, "center": 0.5, "right": 1.0}[style.align] * (at.room - wide)
        x = at.x + slack
        box = [x, at.y - 0.78 * style.size, x + wide, at.y + 0.22 * style.size]
        self.type(text, [typst_line(text, (x, at.y), style, spread)], box, owner)

    def type(self, text: str, marks: list[str], box: list[float], owner: str) -> None:
        """Set one line that is drawn by `marks` and fills `box`."""
        self.frames[-1] += marks
        self.boxes.setdefault(owner, []).append(box)
        self.said.setdefault(owner, []).append(text)

    def rule(self, x0: float, y0: float, x1: float, y1: float, thick: float = 0.5) -> None:
        """Draw a rule from one point to another."""
        self.ground.append(
            f"#place(top + left, line(start: ({x0:.2f}pt, {y0:.2f}pt), "
            f"end: ({x1:.2f}pt, {y1:.2f}pt), stroke: {thick}pt + ink))"
        )

    def tint(
        self, x: float, y: float, w: float, h: float, fill: str = "", stroke: float = 0
    ) -> None:
        """Draw a tinted or ruled box."""
        line = f"{stroke}pt + ink" if stroke else "none"
        self.ground.append(
            f"#place(top + left, dx: {x:.2f}pt, dy: {y:.2f}pt, rect(width: {w:.2f}pt, "
            f"height: {h:.2f}pt, fill: {fill or 'none'}, stroke: {line}))"
        )

    def picture(self, name: str, data: bytes, x: float, y: float, w: float, h: float) -> None:
        """Place a picture."""
        self.pictures[name] = data
        self.frames[-1].append(
            f"#place(top + left, dx: {x:.2f}pt, dy: {y:.2f}pt, "
            f'image("{name}", width: {w:.2f}pt, height: {h:.2f}pt))'
        )

    def source(self, shuffle: int = 0) -> str:
        """Return the sheet in Typst; `shuffle` seeds the order of its frames."""
        frames = list(self.frames)
        if shuffle:
            random.Random(shuffle).shuffle(frames)
        return "\n".join([*self.ground, *(mark for f in frames for mark in f)])


def lines_down(sheet: Sheet, texts: list[str], box: Rect, style: Style, owner: str) -> float:
    """Set lines below each other from the top of `box`; return the edge below them."""
    y = box.y + 0.8 * style.size
    for text in texts:
        sheet.line(text, Place(box.x, y, box.w), style, owner)
        y += style.leading
    return y - style.leading + 0.26 * style.size


def preamble(language: str) -> str:
    """Return the definitions that `Sheet.source` relies on."""
    colours = [
        f"#let {name} = cmyk({', '.join(f'{v}%' for v in values)})"
        for name, values in COLOURS.items()
    ]
    setting = (
        '#set text(top-edge: "baseline", bottom-edge: "baseline", '
        f'hyphenate: false, cjk-latin-spacing: none, lang: "{language}", fallback: false)'
    )
    return "\n".join([*colours, setting])


def typst_line(text: str, at: tuple[float, float], style: Style, spread: float | None) -> str:
    """Return one placed line in Typst."""
    face = FACES[style.face]
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    options = [
        f'font: "{face.family}"',
        f"size: {style.size}pt",
        f"fill: {style.colour}",
    ]
    if face.weight != 400:
        options.append(f"weight: {face.weight}")
    if face.style != "normal":
        options.append(f'style: "{face.style}"')
    if face.stretch != 100:
        options.append(f"stretch: {face.stretch}%")
    if style.tracking:
        options.append(f"tracking: {style.tracking}pt")
    if style.vertical:
        options.append('features: ("vert",)')
    if spread is not None:
        options.append(f"kerning: false, spacing: 100% + {spread:.3f}pt")
    return (
        f"#place(top + left, dx: {at[0]:.2f}pt, dy: {at[1]:.2f}pt, "
        f'box(width: 2000pt, text({", ".join(options)}, "{quoted}")))'
    )
