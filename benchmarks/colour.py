"""How inks look here, in Ghostscript and in Poppler: `python -m benchmarks.colour PICTURE`.

Our own test page of mixtures, spot colours, overprint and transparency, drawn by all
three beside each other, with the largest difference of any patch.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image, ImageDraw

from convert.geometry import Rect
from convert.imaging.render import render
from convert.settings import InkSettings
from tests.inkpages import PATCHES, SIDE, patches_pdf

DPI = 144
Draw = Callable[[Path, Path], Image.Image]


def banmian(black: str) -> Draw:
    """Draw as the program does."""

    def draw(pdf: Path, _: Path) -> Image.Image:
        inks = InkSettings(black="pure" if black == "pure" else "profile")
        return render(pdf, 0, Rect(0, 0, SIDE, SIDE), SIDE * DPI // 72, inks)

    return draw


def ghostscript(pdf: Path, folder: Path) -> Image.Image:
    """Draw with Ghostscript, overprint simulated."""
    png = folder / "gs.png"
    options = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=png16m", f"-r{DPI}"]
    overprint = ["-dOverprint=/simulate"]
    subprocess.run(["gs", *options, *overprint, f"-sOutputFile={png}", str(pdf)], check=True)
    return Image.open(png).convert("RGB")


def poppler(pdf: Path, folder: Path) -> Image.Image:
    """Draw with Poppler, overprint simulated."""
    command = ["pdftoppm", "-r", str(DPI), "-singlefile", "-png", "-overprint", str(pdf)]
    subprocess.run([*command, str(folder / "poppler")], check=True)
    return Image.open(folder / "poppler.png").convert("RGB")


DRAWN: Mapping[str, Draw] = {
    "Banmian": banmian("pure"),
    "Banmian, black as printed": banmian("profile"),
    "Ghostscript": ghostscript,
    "Poppler": poppler,
}


def draw_all(folder: Path) -> dict[str, Image.Image]:
    """Return the test page as each of them draws it."""
    pdf = patches_pdf(folder / "patches.pdf")
    return {name: draw(pdf, folder) for name, draw in DRAWN.items()}


def colors(image: Image.Image) -> dict[str, tuple[int, ...]]:
    """Return the colour in the middle of every patch."""
    scale = image.width / SIDE
    middles = {p.name: ((p.x + p.side / 2) * scale, (p.y + p.side / 2) * scale) for p in PATCHES}
    found = {name: image.getpixel((round(x), round(y))) for name, (x, y) in middles.items()}
    return {name: color for name, color in found.items() if isinstance(color, tuple)}


def main(picture: Path) -> None:
    """Print the table and write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = draw_all(Path(folder))
    seen = {name: colors(image) for name, image in drawn.items()}
    print(f"{'':22}" + "".join(f"{name:>26}" for name in seen))  # noqa: T201
    for patch in PATCHES:
        row = "".join(f"{seen[name][patch.name]!s:>26}" for name in seen)
        print(f"{patch.name:22}{row}")  # noqa: T201
    _side_by_side(drawn).save(picture, optimize=True)


def _side_by_side(drawn: Mapping[str, Image.Image]) -> Image.Image:
    wide, high = next(iter(drawn.values())).size
    sheet = Image.new("RGB", (len(drawn) * (wide + 16) - 16, high + 24), "white")
    pen = ImageDraw.Draw(sheet)
    for number, (name, image) in enumerate(drawn.items()):
        left = number * (wide + 16)
        sheet.paste(image, (left, 24))
        pen.text((left + 4, 6), name, fill="black", font_size=13)
    return sheet.quantize(128)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
