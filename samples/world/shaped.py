"""Arabic: words whose width depends on how their letters join, lines from the right."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from samples.breaking import break_paragraph, greedy
from samples.faces import FACES, SHAPED, Face
from samples.press import FONTS
from samples.sheet import Place, Rect, Slot, Style
from samples.world.canvas import Canvas
from samples.world.piece import Piece, cut_to_fit
from samples.world.setting import slots

NOTO = "truetype/noto/"
CUTS = {
    "ar:naskh": Face("Noto Naskh Arabic", f"{NOTO}NotoNaskhArabic-Regular.ttf", lang=""),
    "ar:naskh-bold": Face("Noto Naskh Arabic", f"{NOTO}NotoNaskhArabic-Bold.ttf", 700, lang=""),
    "ar:kufi": Face("Noto Kufi Arabic", f"{NOTO}NotoKufiArabic-Regular.ttf", lang=""),
    "ar:kufi-bold": Face("Noto Kufi Arabic", f"{NOTO}NotoKufiArabic-Bold.ttf", 700, lang=""),
}


def measure(texts: Sequence[str]) -> None:
    """Let Typst measure every word in every cut, and remember it."""
    FACES.update(CUTS)
    words = sorted({w for text in texts for w in text.replace("|", " ").split()} | {" "})
    lines = ['#set text(lang: "ar", size: 100pt, ligatures: false)', "#context {"]
    for name, face in CUTS.items():
        for n, word in enumerate(words):
            quoted = json.dumps(word, ensure_ascii=False)
            option = f'font: "{face.family}", weight: {face.weight}'
            lines.append(
                f'  [#metadata(("{name}", {n}, measure(text({option}, {quoted})).width.pt())) <w>]'
            )
    lines.append("}")
    with TemporaryDirectory() as folder:
        source = Path(folder) / "main.typ"
        source.write_text("\n".join(lines), encoding="utf-8")
        found = typst.query(source, "<w>", field="value", root=folder, font_paths=FONTS)
    for name, n, wide in json.loads(found):
        SHAPED[name, words[n]] = wide / 100


@dataclass(frozen=True, slots=True)
class Line:
    """One line where it will stand."""

    text: str
    x: float
    y: float
    spread: float
    frame: int


def set_lines(piece: Piece, room: Sequence[Slot], style: Style, indent: float) -> list[Line]:
    """Set all paragraphs; lines without room stand at y = -1."""
    lines: list[Line] = []
    for index, paragraph in enumerate(piece.body):
        fresh = room[len(lines) :]
        first = indent if index else 0.0
        widths = [s.room for s in fresh] or [100.0]
        widths[0] -= first
        broken = break_paragraph(paragraph.split(), widths, style.face, style.size)
        for n, line in enumerate(broken):
            if n >= len(fresh):
                lines.append(Line(line.text, 0, -1, 0, 0))
                continue
            slot = fresh[n]
            wide = sum(SHAPED[style.face, w] for w in line.text.split()) * style.size
            gaps = line.text.count(" ")
            wide += gaps * (SHAPED[style.face, " "] * style.size + line.spread)
            edge = slot.x + slot.room - (first if n == 0 else 0)
            lines.append(Line(line.text, edge - wide, slot.y, line.spread, slot.frame))
    return lines


def fill_shaped(
    canvas: Canvas,
    piece: Piece,
    frames: Sequence[Rect],
    style: Style,
    around: Sequence[Rect] = (),
    *,
    cut: bool = True,
) -> float:
    """Fill frames, the rightmost first, with a piece cut to fit; return the edge below."""
    room = slots(frames, style, around)

    def spare(p: Piece) -> int:
        return len(room) - len(set_lines(p, room, style, 9))

    piece, left = cut_to_fit(piece, spare, enough=1) if cut else (piece, spare(piece))
    if left < 0 or (cut and left > 3):
        print(f"{canvas.name} {piece.id}: {left} of {len(room)} lines left")  # noqa: T201
    frame = None
    lines = set_lines(piece, room, style, 9)
    for line in lines:
        if line.frame != frame:
            canvas.frame()
            frame = line.frame
        canvas.line(line.text, Place(line.x, line.y), style, piece.id, line.spread)
    canvas.frame()
    canvas.note(piece)
    return lines[-1].y + 0.3 * style.size


def head(
    canvas: Canvas, text: str, box: tuple[float, float, float], style: Style, owner: str
) -> float:
    """Set a head from the right; return the edge below it."""
    x, y, w = box
    parts = text.split("|") if "|" in text else greedy(text, w, style.face, style.size)
    base = y + 0.95 * style.size
    for part in parts:
        canvas.line(part.strip(), Place(x, base, w), style, owner)
        base += style.leading
    return base - style.leading + 0.4 * style.size
