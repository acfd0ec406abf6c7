"""Names of fonts: what is a family and what a style of it."""

import pytest

from convert.typeface import family_of


@pytest.mark.parametrize(
    ("font", "other", "one"),
    [
        ("ABCDEF+Garamond-Bold", "Garamond-Italic", True),
        ("Garamond", "Garamond-Condensed", False),
        ("F1", "F2", False),
        ("TT2", "TT3", False),
        ("CIDFont+F3", "CIDFont+F4", False),
        ("ABCDEF+F1", "GHIJKL+F1", True),
        ("CairoFont-0-0", "CairoFont-1-0", False),
        ("Univers55", "Univers65", True),
    ],
)
def test_numbered_and_condensed_fonts_are_families_of_their_own(
    font: str, other: str, one: bool
) -> None:
    assert (family_of(font) == family_of(other)) is one
