"""Setting a piece into frames on a baseline grid of any lead."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samples.breaking import break_paragraph, greedy, ragged
from samples.faces import width
from samples.sheet import Place, Rect, Slot, Style, lines_down, widest
from samples.world.canvas import Canvas
from samples.world.piece import Piece, cut_to_fit, words_of

__all__ = ["Body", "Rect", "columns", "down", "fill", "grown", "table"]


@dataclass(frozen=True, slots=True)
class Body:
    """How running text is set."""

    text: Style
    indent: float = 9.0
    subhead: Style | None = None
    subhead_gap: int = 1
    question: Style | None = None
    line: Style | None = None
    """The style of a paragraph that is a line of its own."""
    item: str = "•"
    cap: Style | None = None
    cap_lines: int = 3
    ragged: bool = False
    first_indent: bool = False


@dataclass(frozen=True, slots=True)
class Set:
    """One line where it will stand."""

    text: str
    x: float
    y: float
    style: Style
    spread: float | None
    frame: int
    room: float = 0.0


def columns(x: float, y: float, w: float, h: float, count: int, gutter: float) -> list[Rect]:
    """Return columns of equal width."""
    wide = (w - (count - 1) * gutter) / count
    return [Rect(x + i * (wide + gutter), y, wide, h) for i in range(count)]


def grown(box: Rect, left: float, top: float, right: float, bottom: float) -> Rect:
    """Return a box with room around it."""
    return Rect(box.x - left, box.y - top, box.w + left + right, box.h + top + bottom)


def slots(frames: Sequence[Rect], style: Style, around: Sequence[Rect]) -> list[Slot]:
    """Return the room for lines, clear of what they run around."""
    found = []
    for number, frame in enumerate(frames):
        for row in range(int((frame.h + 0.01) // style.leading)):
            y = frame.y + row * style.leading + 0.8 * style.size
            a, b = widest(frame, y - 0.78 * style.size, y + 0.22 * style.size, around)
            if b - a >= 40:
                found.append(Slot(a, y, b - a, number))
    return found


def set_piece(piece: Piece, room: Sequence[Slot], body: Body) -> list[Set]:
    """Set all paragraphs; lines that find no slot stand at y = -1."""
    room = list(room)
    lines: list[Set] = []
    used = 0
    if body.cap:
        first = piece.body[0].replace("*", "")
        wide = width(first[0], body.cap.face, body.cap.size) + 3
        top = room[0].y + (body.cap_lines - 1) * body.text.leading
        lines.append(Set(first[0], room[0].x, top, body.cap, None, room[0].frame))
        deep = body.cap_lines
        room[:deep] = [replace(s, x=s.x + wide, room=s.room - wide) for s in room[:deep]]
    for i, text in enumerate(piece.body):
        fresh = room[used:]
        if text.startswith("## ") and body.subhead:
            made = set_subhead(text[3:], fresh, body, top=not used)
        else:
            made = set_paragraph(piece, i, fresh, body)
        lines += [m for m in made if m.text]
        used += len(made)
    return lines + [Set("", 0, -1, body.text, None, 0)] * (used - len(room))


def set_subhead(text: str, room: Sequence[Slot], body: Body, *, top: bool) -> list[Set]:
    """Set a subhead after empty lines, never last in its column."""
    style = body.subhead
    assert style
    texts = ragged(text, room[0].room if room else 90, style.face, style.size)
    blank = 0 if top or (room and _first(room)) else body.subhead_gap
    while blank + len(texts) < len(room):
        if room[blank].frame == room[blank + len(texts)].frame:
            break
        blank += 1
    places = [*room, *[Slot(0, -1, 100, 0)] * 20]
    return [
        Set(t, s.x, s.y, style, None, s.frame, s.room)
        for t, s in zip([""] * blank + texts, places, strict=False)
    ]


def _first(room: Sequence[Slot]) -> bool:
    later = next((s for s in room if s.frame == room[0].frame and s.y < room[0].y), 0)
    return bool(later)


def set_paragraph(piece: Piece, index: int, room: Sequence[Slot], body: Body) -> list[Set]:
    """Set one paragraph."""
    text, style, indent = piece.body[index], body.text, body.indent
    loose = body.ragged
    plain_start = index == 0 or piece.body[index - 1].startswith(("## ",))
    if plain_start and not body.first_indent:
        indent = 0.0
    hang = 0.0
    if text.startswith("? ") and body.question:
        text, style, indent, loose = text[2:], body.question, 0.0, True
    elif text.startswith("~ "):
        text, style, indent, loose = text[2:], body.line or body.text, 0.0, True
    elif text.startswith("- "):
        text, indent, hang = f"{body.item} {text[2:]}", 0.0, body.indent
    words = words_of(text)
    if index == 0 and body.cap:
        words[0] = words[0][1:]
        words = words if words[0] else words[1:]
    if index == 0 and not piece.opens:
        indent = 0.0
    rooms = [s.room - (hang if n else 0) for n, s in enumerate(room)] or [100.0]
    rooms[0] -= indent
    off = index == len(piece.body) - 1 and not piece.closes
    broken = break_paragraph(words, rooms, style.face, style.size, cut_off=off)
    places = [*room, *[Slot(0, -1, 100, 0)] * len(broken)]
    made = []
    for n, (line, s) in enumerate(zip(broken, places, strict=False)):
        x = s.x + (indent if not n else hang)
        spread = min(line.spread, 0.0) if loose else line.spread
        if loose and style.align != "left":
            made.append(Set(line.text, s.x, s.y, style, spread, s.frame, s.room))
        else:
            made.append(Set(line.text, x, s.y, style, spread, s.frame))
    return made


def fill(
    canvas: Canvas,
    piece: Piece,
    frames: Sequence[Rect],
    body: Body,
    around: Sequence[Rect] = (),
    *,
    enough: int = 1,
    cut: bool = True,
) -> Rect:
    """Fill frames with a piece, cut to fit; return the room that is left in the last."""
    room = slots(frames, body.text, around)

    def spare(p: Piece) -> int:
        lines = set_piece(p, room, body)
        over = sum(line.y < 0 for line in lines)
        if over:
            return -over
        last = max(
            (
                n
                for n, s in enumerate(room)
                for li in lines[-1:]
                if s.y == li.y and s.frame == li.frame
            ),
            default=0,
        )
        return len(room) - last - 1

    piece, left = cut_to_fit(piece, spare, enough=enough) if cut else (piece, spare(piece))
    lines = set_piece(piece, room, body)
    if (cut and left > 3) or left < 0:
        print(f"{canvas.name} {piece.id}: {left} of {len(room)} lines left")  # noqa: T201
    frame = None
    for line in lines:
        if line.frame != frame:
            canvas.frame()
            frame = line.frame
        place = Place(line.x, line.y, line.room)
        canvas.line(line.text, place, line.style, piece.id, line.spread)
    canvas.frame()
    canvas.note(piece)
    last, bottom = frames[-1], lines[-1].y + 0.25 * body.text.size
    return Rect(last.x, bottom, last.w, last.bottom - bottom)


def down(
    canvas: Canvas,
    text: str,
    box: tuple[float, float, float],
    style: Style,
    owner: str,
    *,
    balance: bool = True,
) -> float:
    """Set a head or a caption from x, y over a width; return the edge below it."""
    x, y, w = box
    if not text:
        return y
    if "*" in text:
        words = " ".join(words_of(text))
        texts = greedy(words, w, style.face, style.size)
    else:
        texts = (ragged if balance or "|" in text else greedy)(text, w, style.face, style.size)
    return lines_down(canvas, texts, Rect(x, y, w, 0), style, owner)


def table(
    canvas: Canvas,
    piece: Piece,
    box: Rect,
    shares: Sequence[float],
    styles: tuple[Style, Style],
    *,
    rules: str = "",
) -> float:
    """Set the rows of a piece's text in cells; return the edge below them."""
    head, cell = styles
    y = box.y
    for n, row in enumerate(piece.all("row")):
        style, x = (head if n == 0 else cell), box.x
        for m, (text, share) in enumerate(zip(row.split("\t"), shares, strict=False)):
            room = share * box.w - 4
            look = replace(style, align="left" if m == 0 else "right")
            canvas.line(text.strip(), Place(x + 2, y + 0.8 * style.size, room), look, piece.id)
            x += share * box.w
        y += cell.leading
        if rules:
            canvas.stroke(box.x, y - 0.12 * cell.size, box.right, y - 0.12 * cell.size, rules)
    return y


def stream(
    canvas: Canvas, pieces: Sequence[Piece], frames: Sequence[Rect], body: Body, *, blank: int = 1
) -> int:
    """Run pieces one after the other through frames, each head in its column.

    The head is set as a subhead, the byline as a line of its own at the end.
    Returns how many lines are left.
    """
    room = slots(frames, body.text, ())
    for piece in pieces:
        ends = [f"~ {line}" for line in piece["byline"].split("|")]
        whole = replace(piece, body=(f"## {piece['headline']}", *piece.body, *ends))
        lines = set_piece(whole, room, body)
        if lines[-1].y < 0:
            raise ValueError(f"{piece.id}: {sum(line.y < 0 for line in lines)} lines too long")
        frame = None
        for line in lines:
            if line.frame != frame:
                canvas.frame()
                frame = line.frame
            canvas.line(
                line.text, Place(line.x, line.y, line.room), line.style, piece.id, line.spread
            )
        last = next(
            n for n, s in enumerate(room) if (s.frame, s.y) == (lines[-1].frame, lines[-1].y)
        )
        room = room[last + 1 + blank :]
        canvas.note(piece)
    canvas.frame()
    return len(room)


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a page."""

    left: float
    right: float
    gap: float
    count: int

    @property
    def column(self) -> float:
        """The width of one column."""
        return (self.right - self.left - (self.count - 1) * self.gap) / self.count

    def x(self, column: float) -> float:
        """Return the left edge of a column."""
        return self.left + column * (self.column + self.gap)

    def wide(self, count: float) -> float:
        """Return the width of so many columns."""
        return count * (self.column + self.gap) - self.gap


def rows(top: float, bottom: float, lead: float) -> float:
    """Return the edge at or below `top` from which whole rows reach `bottom`."""
    return bottom - int((bottom - top + 0.01) // lead) * lead


def lines_at(
    canvas: Canvas,
    lines: Sequence[tuple[str, float, str, float, str]],
    box: Rect,
    owner: str,
    align: str = "center",
) -> None:
    """Set lines of an advertisement or a page head: text, depth, face, size, colour."""
    for text, y, face, size, colour in lines:
        style = Style(face, size, 0, colour, align)
        canvas.line(text, Place(box.x, box.y + y, box.w), style, owner)


def stack(canvas: Canvas, pieces: Sequence[tuple[Piece, Style]], box: Rect, body: Body) -> None:
    """Set short pieces below each other, spaced to fill a column."""

    def attempt(sheet: Canvas, gap: float) -> float:
        y = box.y
        for n, (piece, head) in enumerate(pieces):
            sheet.frame()
            y += gap if n else 0
            if n and gap > 3:
                sheet.stroke(box.x, y - gap / 2, box.right, y - gap / 2, "0.4pt + ink")
            y = down(sheet, piece["headline"], (box.x, y, box.w), head, piece.id, balance=False)
            y += 2 if piece["headline"] else 0
            y = fill(sheet, piece, [Rect(box.x, y, box.w, 9000)], body, cut=False).y
        return box.bottom - y

    spare = attempt(Canvas(canvas.width, 99999), 0.0)
    if spare < 0:
        raise ValueError(f"{pieces[0][0].id}: {-spare:.0f} pt too long")
    gap = spare / max(1, len(pieces) - 1)
    attempt(canvas, min(gap, 24))
