"""The sheet of a page of the world: mixed runs, turned lines, glyphs placed singly."""

import re
from collections import Counter
from dataclasses import dataclass, field

from samples.agency import paint
from samples.faces import BOLD, FACES, width
from samples.press import MARGIN, SamplePage
from samples.sheet import Place, Sheet, Style, typst_line
from samples.truth import sample_page
from samples.world.piece import Piece, letters

FURNITURE = ""
AD = "ad"


def cmyk(*values: float) -> str:
    """Return a colour in Typst."""
    return f"cmyk({', '.join(f'{v:g}%' for v in values)})"


@dataclass(slots=True)
class Canvas(Sheet):
    """One page in the making, and the stories on it in reading order."""

    pieces: dict[str, Piece] = field(default_factory=dict)
    singly: set[str] = field(default_factory=set)
    """Owners whose glyphs are placed one by one."""
    name: str = ""
    language: str = ""
    press: bool = True
    """Whether it leaves on a larger sheet with marks and a slug line."""
    shuffle: int = 0

    def note(self, *pieces: Piece) -> None:
        """Note stories as they have been set."""
        for piece in pieces:
            self.pieces[piece.id] = piece

    def line(
        self,
        text: str,
        at: Place,
        style: Style,
        owner: str,
        spread: float | None = None,
        *,
        turn: int = 0,
    ) -> None:
        """Set one line; `turn` is 90 for text that runs up, -90 for text that runs down."""
        words = text.split(" ")
        gap = width(" ", style.face, style.size) + (spread or 0)
        wide = sum(width(w, style.face, style.size) for w in words) + gap * (len(words) - 1)
        wide += style.tracking * (len(text) - 1)
        if at.room and wide > at.room + 0.6:
            raise ValueError(f"{owner}: {wide - at.room:.1f} pt too wide: {text}")
        x = at.x + {"left": 0.0, "center": 0.5, "right": 1.0}[style.align] * (at.room - wide)
        y, size = at.y, style.size
        plain = text.replace(BOLD, "")
        if turn:
            up = turn > 0
            marks = [turned(plain, (at.x, y), style, turn)]
            box = [at.x - (0.78 if up else 0.22) * size, y - (wide if up else 0)]
            box += [box[0] + size, box[1] + wide]
        else:
            marks = (
                self.glyphs(text, (x, y), style, spread)
                if owner in self.singly
                else runs(text, (x, y), style, spread)
            )
            low = 0.02 if plain.isupper() else 0.22
            box = [x, y - 0.78 * size, x + wide, y + low * size]
        self.type(plain, marks, box, owner)

    def glyphs(
        self, text: str, at: tuple[float, float], style: Style, spread: float | None
    ) -> list[str]:
        """Return a line whose glyphs are placed singly."""
        marks, x = [], at[0]
        for part in re.findall(r" |[^ ]+", text):
            bold = part.startswith(BOLD)
            cut = Style(FACES[style.face].bold if bold else style.face, style.size, 0, style.colour)
            for c in part.removeprefix(BOLD):
                if c != " ":
                    marks.append(typst_line(c, (x, at[1]), cut, None))
                x += width(c, cut.face, cut.size) + style.tracking
                x += (spread or 0) if c == " " else 0
        return marks

    def photo(self, name: str, x: float, y: float, w: float, h: float, *, dots: float = 1) -> None:
        """Place a picture."""
        self.frame()
        file = f"{name}-{len(self.pictures)}.jpg"
        self.picture(file, paint(name, w * dots, h * dots), x, y, w, h)

    def mark(self, code: str) -> None:
        """Add a mark to the ground."""
        self.ground.append(code)

    def bar(self, x: float, y: float, w: float, h: float, colour: str) -> None:
        """Fill a rectangle."""
        self.tint(x, y, w, h, colour)

    def stroke(self, x0: float, y0: float, x1: float, y1: float, look: str = "0.5pt + ink") -> None:
        """Draw a line of any look."""
        self.mark(
            f"#place(top + left, line(start: ({x0:.2f}pt, {y0:.2f}pt), "
            f"end: ({x1:.2f}pt, {y1:.2f}pt), stroke: {look}))"
        )

    def faults(self) -> list[str]:
        """Return what a proof reader would mark: lost letters, lines over each other."""
        found = []
        for id_, piece in self.pieces.items():
            want, got = piece.letters(), letters("".join(self.said.get(id_, [])))
            if want != got:
                found.append(f"{id_}: lost {dict(want - got)}, extra {dict(got - want)}")
        boxes = [
            (o, b, t) for o in self.boxes for b, t in zip(self.boxes[o], self.said[o], strict=True)
        ]
        for i, (a, p, s) in enumerate(boxes):
            if p[0] < 0 or p[1] < 0 or p[2] > self.width or p[3] > self.height:
                found.append(f"{a}: off the page: {s}")
            for b, q, t in boxes[:i]:
                wide = min(p[2], q[2]) - max(p[0], q[0])
                high = min(p[3], q[3]) - max(p[1], q[1])
                deep = min(p[3] - p[1], q[3] - q[1], p[2] - p[0], q[2] - q[0])
                if min(wide, high) > 1 and max(wide, high) > 0.25 * deep and high > 0.25 * deep:
                    found.append(f"{a}/{b}: overlap: {s} / {t}")
        return found

    def page(self) -> SamplePage:
        """Return the page, proof-read."""
        faults = self.faults()
        if faults:
            raise ValueError("\n".join([self.name, *faults[:12]]))
        by = MARGIN if self.press else 0.0
        return sample_page(
            self,
            self.name,
            self.language,
            [p.truth(self.boxes[p.id], by) for p in self.pieces.values()],
            group="world",
            shuffle=self.shuffle,
            setting="#set text(ligatures: false)\n",
            press=self.press,
        )


def turned(text: str, at: tuple[float, float], style: Style, turn: int) -> str:
    """Return a line that runs up or down."""
    flat = typst_line(text, (0, 0), style, None).removeprefix("#place(top + left, dx: 0.00pt, dy: ")
    inner = flat.removeprefix("0.00pt, ").removesuffix(")")
    return (
        f"#place(top + left, dx: {at[0]:.2f}pt, dy: {at[1]:.2f}pt, "
        f"rotate({-turn}deg, origin: top + left, {inner}))"
    )


def runs(text: str, at: tuple[float, float], style: Style, spread: float | None) -> list[str]:
    """Return a line in Typst, its bold words in runs of their own."""
    if BOLD not in text:
        return [typst_line(text, at, style, spread)]
    marks, x = [], at[0]
    gap = width(" ", style.face, style.size) + (spread or 0)
    bold = Style(FACES[style.face].bold, style.size, 0, style.colour)
    group: list[str] = []
    words = text.split(" ")
    for word, after in zip(words, [*words[1:], ""], strict=True):
        group.append(word)
        if word.startswith(BOLD) == after.startswith(BOLD) and after:
            continue
        look = bold if word.startswith(BOLD) else style
        apart = [w.removeprefix(BOLD) for w in group]
        own = width(" ", look.face, look.size)
        marks.append(typst_line(" ".join(apart), (x, at[1]), look, gap - own))
        x += sum(width(w, look.face, look.size) for w in apart) + gap * len(apart)
        group = []
    return marks


def report(canvas: Canvas) -> Counter[str]:
    """Count the lines of each owner."""
    return Counter({o: len(b) for o, b in canvas.boxes.items()})
