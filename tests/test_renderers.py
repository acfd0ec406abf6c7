"""The same inks in other renderers: does what we show look like what they show?"""

import shutil

import pytest

from benchmarks.colour import colors, draw_all

GHOSTSCRIPT, POPPLER = 6, 16
"""Levels of 255 by which a patch may differ. Poppler knows no profile for CMYK."""
NOT_ALIKE = frozenset({"rgb"})
"""Where it simulates overprint, Poppler turns RGB into inks and back, without a profile."""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, tuple[int, ...]]]:
    missing = [name for name in ("gs", "pdftoppm") if shutil.which(name) is None]
    assert not missing, f"{missing} not found: `make test` installs ghostscript and poppler-utils"
    drawn = draw_all(tmp_path_factory.mktemp("inks"))
    return {name: colors(image) for name, image in drawn.items()}


def test_inks_look_as_in_ghostscript(seen: dict[str, dict[str, tuple[int, ...]]]) -> None:
    ours, theirs = seen["Banmian, black as printed"], seen["Ghostscript"]

    assert {name: _apart(ours[name], theirs[name]) > GHOSTSCRIPT for name in ours} == dict.fromkeys(
        ours, False
    )


def test_inks_look_as_in_poppler(seen: dict[str, dict[str, tuple[int, ...]]]) -> None:
    ours, theirs = seen["Banmian, black as printed"], seen["Poppler"]
    alike = {name for name in ours if _apart(ours[name], theirs[name]) <= POPPLER}

    assert set(ours) - alike <= NOT_ALIKE


def test_only_black_differs_by_default(seen: dict[str, dict[str, tuple[int, ...]]]) -> None:
    pure, printed = seen["Banmian"], seen["Banmian, black as printed"]

    assert {name for name in pure if _apart(pure[name], printed[name]) > GHOSTSCRIPT} == {"black"}


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
