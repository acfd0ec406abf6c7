"""Text that nobody sees is left out; text that somebody may see is kept."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from PIL import Image

from convert.model import Page
from convert.settings import SourceSettings
from convert.source.mupdf import read

WHITE, GREY = (1, 1, 1), (0.8, 0.8, 0.8)
BOX = pymupdf.Rect(30, 60, 370, 120)
Draw = Callable[[pymupdf.Page], None]


def draw_page(tmp_path: Path, *steps: Draw, rotation: int = 0) -> Page:
    """Read a page on which `steps` were drawn one after the other."""
    path = tmp_path / "A01.pdf"
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    for step in steps:
        step(page)
    page.set_rotation(rotation)
    document.save(path)
    return read(path, 0, SourceSettings())


def text(
    words: str, y: float = 90, color: tuple[float, float, float] = (0, 0, 0), mode: int = 0
) -> Draw:
    """Print words in 10 pt at 40, y."""

    def step(page: pymupdf.Page) -> None:
        page.insert_text((40, y), words, fontsize=10, color=color, render_mode=mode)

    return step


def box(rect: pymupdf.Rect = BOX, opacity: float = 1) -> Draw:
    """Fill a rectangle."""

    def step(page: pymupdf.Page) -> None:
        page.draw_rect(rect, color=None, fill=GREY, fill_opacity=opacity)

    return step


def photo(tmp_path: Path, mode: str = "RGB") -> Draw:
    """Place a picture over `BOX`; RGBA has a soft mask."""
    path = tmp_path / "photo.png"
    Image.new(mode, (40, 10), (90, 90, 90, 120)[: len(mode)]).save(path)

    def step(page: pymupdf.Page) -> None:
        page.insert_image(BOX, filename=path, keep_proportion=False)

    return step


def words(page: Page) -> list[str]:
    """The texts of the spans that were kept."""
    return [span.text for span in page.spans]


@pytest.mark.parametrize("rotation", [0, 90])
def test_text_below_a_filled_box_is_left_out(rotation: int, tmp_path: Path) -> None:
    page = draw_page(tmp_path, text("Old"), box(), text("Seen", 300), rotation=rotation)

    if rotation:
        assert words(page) == ["Old", "Seen"]  # sideways text is kept
    else:
        assert words(page) == ["Seen"]
        assert [i.code for i in page.issues] == ["text-hidden"]


def test_a_correction_over_a_box_is_kept(tmp_path: Path) -> None:
    page = draw_page(tmp_path, text("Price 5"), box(), text("Price 7"))

    assert words(page) == ["Price 7"]


def test_the_same_text_printed_again_over_a_box_is_kept_once(tmp_path: Path) -> None:
    page = draw_page(tmp_path, text("Same"), box(), text("Same"))

    assert words(page) == ["Same"]


def test_text_on_a_box_is_kept(tmp_path: Path) -> None:
    page = draw_page(tmp_path, text("Before", 300), box(), text("On it"))

    assert words(page) == ["Before", "On it"]
    assert page.issues == ()


def test_text_below_a_photograph_is_left_out(tmp_path: Path) -> None:
    assert words(draw_page(tmp_path, text("Old"), photo(tmp_path), text("Seen", 300))) == ["Seen"]


def test_text_below_something_transparent_is_kept(tmp_path: Path) -> None:
    for cover in (box(opacity=0.5), photo(tmp_path, "RGBA")):
        assert words(draw_page(tmp_path, text("Below"), cover)) == ["Below"]


def test_text_that_looks_out_of_its_cover_is_kept(tmp_path: Path) -> None:
    half = pymupdf.Rect(50, 60, 370, 120)

    assert words(draw_page(tmp_path, text("Partly"), box(half))) == ["Partly"]


@pytest.mark.parametrize("state", [{"/BM": pikepdf.Name.Multiply}, {"/op": True, "/OP": True}])
def test_text_below_a_box_that_mixes_with_it_is_kept(
    state: dict[str, object], tmp_path: Path
) -> None:
    draw_page(tmp_path, text("Below"))
    pdf = tmp_path / "mixed.pdf"
    with pikepdf.open(tmp_path / "A01.pdf") as file:
        page = file.pages[0]
        page.resources.ExtGState = pikepdf.Dictionary(Mix=pikepdf.Dictionary(state))
        page.contents_add(b"/Mix gs 0 0 0.2 0 k 30 480 340 60 re f")
        file.save(pdf)

    assert words(read(pdf, 0, SourceSettings())) == ["Below"]


@pytest.mark.parametrize(("clip", "kept"), [("20 470 360 80 re", []), ("20 470 30 80 re", ["Old"])])
def test_a_cover_counts_as_far_as_its_clip_shows_it(
    clip: str, kept: list[str], tmp_path: Path
) -> None:
    draw_page(tmp_path, text("Old"))
    pdf = tmp_path / "clipped.pdf"
    with pikepdf.open(tmp_path / "A01.pdf") as file:
        cover = f"q {clip} W n 0.8 g 30 480 340 60 re f Q BT ET"
        file.pages[0].contents_add(cover.encode())
        file.save(pdf)

    page = read(pdf, 0, SourceSettings())

    assert words(page) == kept


def test_white_text_on_bare_paper_is_left_out(tmp_path: Path) -> None:
    page = draw_page(tmp_path, text("Ghost", color=WHITE), text("Seen", 300))

    assert words(page) == ["Seen"]


@pytest.mark.parametrize("color", [(1, 0, 0), (1, 1, 0), (0.9, 0.9, 0.9)])
def test_bright_colours_are_not_white(color: tuple[float, float, float], tmp_path: Path) -> None:
    assert words(draw_page(tmp_path, text("Bright", color=color))) == ["Bright"]


def test_white_text_on_a_box_or_a_photograph_is_kept(tmp_path: Path) -> None:
    for ground in (box(), photo(tmp_path)):
        assert words(draw_page(tmp_path, ground, text("White", color=WHITE))) == ["White"]


def test_white_text_on_a_thick_line_is_kept(tmp_path: Path) -> None:
    def line(page: pymupdf.Page) -> None:
        page.draw_line((30, 87), (370, 87), width=20)

    assert words(draw_page(tmp_path, line, text("White", color=WHITE))) == ["White"]


def test_white_text_with_an_outline_is_kept(tmp_path: Path) -> None:
    def outlined(page: pymupdf.Page) -> None:
        page.insert_text(
            (40, 90), "Outline", fontsize=10, color=(0, 0, 0), fill=WHITE, render_mode=2
        )

    assert words(draw_page(tmp_path, outlined)) == ["Outline"]
