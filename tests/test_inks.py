"""What CMYK and spot colours look like, alone and printed over each other."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from convert.errors import UsageError
from convert.geometry import Rect
from convert.icc import is_cmyk_profile, lab_grid, lab_to_srgb, press_profile, srgb_to_lab
from convert.imaging.render import render
from convert.inks import ink_profile
from convert.settings import InkSettings
from convert.sheet import open_page
from tests.inkpages import OVERPRINT, spot, write_page

PURE, PROFILE = InkSettings(), InkSettings(black="profile")
FRAME = Rect(0, 0, 200, 200)
COLORS = {"Red": spot("Red", 0, 1, 1, 0), "Blk": spot("Black", 0, 0, 0, 1)}

Color = tuple[int, int, int]


def seen(path: Path, content: str, inks: InkSettings = PURE, **page: Any) -> Color:
    """Return the colour in the middle of a page."""
    write_page(path, content, **page)
    color = render(path, 0, FRAME, 200, inks).getpixel((100, 100))
    assert isinstance(color, tuple)
    red, green, blue = color
    return red, green, blue


def painted(*cmyk: float) -> str:
    return f"{' '.join(map(str, cmyk))} k 0 0 200 200 re f"


def swapped_press() -> bytes:
    """A press that has its cyan in the magenta unit, so that one knows it again."""
    tone = np.linspace(0, 1, 3)
    c, m, y, k = np.meshgrid(tone, tone, tone, tone, indexing="ij")
    lightness = (100 - 35 * c - 45 * m - 5 * y) * (1 - 0.8 * k)
    lab = np.stack([np.maximum(5, lightness), 60 * c * (1 - k), -60 * m * (1 - k)], -1)
    shade = np.clip(255 * (1 - lab_grid(3)[..., :1] / 100), 0, 255)
    return press_profile(lab, np.repeat(shade, 4, axis=-1).astype(np.uint8))


@pytest.mark.parametrize(
    ("cmyk", "inks", "color"),
    [
        ((0, 0, 0, 1), PURE, (0, 0, 0)),
        ((0.6, 0.4, 0.4, 1), PURE, (0, 0, 0)),
        ((0, 0, 0, 1), PROFILE, (34, 31, 31)),
        ((0, 0, 0, 0), PURE, (255, 255, 255)),
        ((1, 0, 0, 0), PURE, (0, 174, 239)),
        ((0, 1, 1, 0), PURE, (237, 28, 36)),
        ((0.4, 0.3, 0.3, 0), PURE, (159, 164, 167)),
    ],
)
def test_full_black_is_black_and_other_mixtures_are_as_printed(
    cmyk: tuple[float, ...], inks: InkSettings, color: Color, tmp_path: Path
) -> None:
    found = seen(tmp_path / "page.pdf", painted(*cmyk), inks)

    assert max(abs(a - b) for a, b in zip(found, color, strict=True)) <= 3


def test_greys_of_half_a_tone_hardly_move(tmp_path: Path) -> None:
    pure = seen(tmp_path / "page.pdf", painted(0, 0, 0, 0.5), PURE)
    printed = seen(tmp_path / "page.pdf", painted(0, 0, 0, 0.5), PROFILE)

    assert all(0 <= b - a <= 6 for a, b in zip(pure, printed, strict=True))


def test_greys_stay_in_order(tmp_path: Path) -> None:
    tones = [seen(tmp_path / "page.pdf", painted(0, 0, 0, k / 10))[0] for k in range(11)]

    assert tones == sorted(tones, reverse=True)
    assert len(set(tones)) == len(tones)


def test_a_spot_colour_called_black_is_black(tmp_path: Path) -> None:
    content = "/Blk cs 1 scn 0 0 200 200 re f"

    assert seen(tmp_path / "page.pdf", content, resources={"ColorSpace": COLORS}) == (0, 0, 0)


def test_colours_in_rgb_are_left_alone(tmp_path: Path) -> None:
    content = ".2 .4 .6 rg 0 0 200 200 re f"

    assert seen(tmp_path / "page.pdf", content) == (51, 102, 153)


@pytest.mark.parametrize("black", ["pure", "profile"])
def test_the_profile_of_the_file_counts(black: Any, tmp_path: Path) -> None:
    press = swapped_press()

    cyan = seen(tmp_path / "a.pdf", painted(1, 0, 0, 0), InkSettings(black=black), intent=press)
    magenta = seen(tmp_path / "b.pdf", painted(0, 1, 0, 0), InkSettings(black=black), intent=press)

    assert cyan[0] > cyan[1] + 60  # the press prints red where cyan is meant
    assert magenta[2] > magenta[0] + 60


def test_black_is_black_with_the_files_profile_too(tmp_path: Path) -> None:
    press = swapped_press()
    printed = seen(tmp_path / "a.pdf", painted(0, 0, 0, 1), PROFILE, intent=press)

    assert min(printed) > 30
    assert seen(tmp_path / "a.pdf", painted(0, 0, 0, 1), PURE, intent=press) == (0, 0, 0)


def test_a_given_profile_is_for_pages_that_carry_none(tmp_path: Path) -> None:
    press = tmp_path / "press.icc"
    press.write_bytes(swapped_press())
    inks = InkSettings(cmyk_profile=str(press), black="profile")

    cyan = seen(tmp_path / "page.pdf", painted(1, 0, 0, 0), inks)

    assert cyan[0] > cyan[1] + 60


@pytest.mark.parametrize("data", [b"", b"not a profile", b"\0" * 400])
def test_a_given_profile_that_is_none_is_an_error(data: bytes, tmp_path: Path) -> None:
    press = tmp_path / "press.icc"
    press.write_bytes(data)

    with pytest.raises(UsageError, match=r"press\.icc: is no CMYK profile"):
        ink_profile(None, InkSettings(cmyk_profile=str(press)))


def test_a_given_profile_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        ink_profile(None, InkSettings(cmyk_profile=str(tmp_path / "none.icc")))


@pytest.mark.parametrize("cut", [0, 60, 400, 5000])
def test_a_broken_profile_in_the_file_is_passed_over(cut: int, tmp_path: Path) -> None:
    broken = swapped_press()[:cut]

    assert seen(tmp_path / "page.pdf", painted(0, 0, 0, 1), PURE, intent=broken) == (0, 0, 0)


def test_the_written_profile_says_what_it_is() -> None:
    data = swapped_press()

    assert is_cmyk_profile(data)
    assert int.from_bytes(data[:4], "big") == len(data)
    assert not is_cmyk_profile(data[:30])


def test_lab_and_srgb_are_inverse() -> None:
    axis = np.array([0, 1, 40, 128, 200, 255], np.uint8)
    colors = np.stack(np.meshgrid(axis, axis, axis), -1)

    assert np.abs(lab_to_srgb(srgb_to_lab(colors)).astype(int) - colors).max() <= 1
    assert lab_grid(3).shape == (3, 3, 3, 3)


@pytest.mark.parametrize(
    ("content", "resources", "color"),
    [
        ("1 0 0 0 k {all} /GOP gs 0 1 0 0 k {all}", {"ExtGState": OVERPRINT}, (46, 48, 146)),
        ("1 0 0 0 k {all} 0 1 0 0 k {all}", {}, (236, 0, 140)),
        (
            "1 0 0 0 k {all} /GOP gs /Red cs 1 scn {all}",
            {"ExtGState": OVERPRINT, "ColorSpace": COLORS},
            (54, 54, 57),
        ),
        ("1 0 0 0 k {all} /GOP gs 0 0 0 1 k {all}", {"ExtGState": OVERPRINT}, (0, 0, 0)),
    ],
)
def test_inks_that_overprint_mix_and_others_knock_out(
    content: str, resources: Mapping[str, Mapping[str, Any]], color: Color, tmp_path: Path
) -> None:
    content = content.replace("{all}", "0 0 200 200 re f")

    found = seen(tmp_path / "page.pdf", content, resources=resources)

    assert max(abs(a - b) for a, b in zip(found, color, strict=True)) <= 3


@pytest.mark.parametrize(
    ("content", "plated"),
    [
        ("/GOP gs 0 0 1 0 k 0 0 9 9 re f", True),
        ("/GOP gs 0 0 1 rg 0 0 9 9 re f", False),
        ("0 0 1 0 k 0 0 9 9 re f", False),
        ("/GOP gs (1 0 0 0 kk) pop", False),
    ],
)
def test_plates_are_drawn_only_where_ink_can_print_over_ink(
    content: str, plated: bool, tmp_path: Path
) -> None:
    used = {"ExtGState": OVERPRINT} if "/GOP" in content else {}
    page = write_page(tmp_path / "page.pdf", content, resources=used)

    assert (open_page(page, 0, PURE).plates is not None) == plated


@pytest.mark.parametrize("long_side", [60, 200, 500])
def test_plates_show_the_whole_page_at_any_size(long_side: int, tmp_path: Path) -> None:
    content = "0 0 1 0 k 0 0 20 20 re f 180 180 20 20 re f"
    plain = write_page(tmp_path / "plain.pdf", content)
    plated = write_page(
        tmp_path / "plated.pdf", "/GOP gs " + content, resources={"ExtGState": OVERPRINT}
    )

    one, other = (render(pdf, 0, FRAME, long_side, PURE) for pdf in (plain, plated))

    assert np.abs(np.asarray(one, np.int16) - np.asarray(other, np.int16)).max() <= 3
    assert one.getpixel((long_side - 4, 3)) == one.getpixel((3, long_side - 4)) != (255,) * 3
