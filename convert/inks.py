"""What inks look like on a screen: CMYK through the press's profile, black kept black.

A press profile says what ink on newsprint looks like, and there black alone is a dark
grey. On a screen that is pale, so by default the profile is changed along its black axis:
full black becomes black, mixtures without black stay as they are.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pymupdf
from pymupdf import mupdf

from convert.errors import UsageError
from convert.icc import (
    Bytes,
    Floats,
    is_cmyk_profile,
    lab_grid,
    lab_to_srgb,
    press_profile,
    srgb_to_lab,
)
from convert.settings import InkSettings

STEPS = 9
"""Of each ink in a changed profile; with more, no colour changes by three levels in 255."""
LAB_STEPS = 17
_CMYK = 4
"""MuPDF's number for that kind of colour space."""


def ink_profile(own: bytes | None, settings: InkSettings) -> bytes | None:
    """Return the profile to show CMYK with; None: as MuPDF does by itself.

    Args:
        own: the profile of the file's OutputIntent.
        settings: what to do where there is none, and with black.

    Raises:
        UsageError: `settings.cmyk_profile` is no CMYK profile.
    """
    press = own or load_profile(settings.cmyk_profile)
    return _black_kept(press) if settings.black == "pure" else press


def ink_space(profile: bytes | None) -> Any:
    """Return the colour space of a CMYK profile, or MuPDF's own.

    Raises:
        FzErrorBase: the profile is broken.
    """
    if profile is None:
        return pymupdf.csCMYK
    data = mupdf.fz_new_buffer_from_copied_data(profile)
    return pymupdf.Colorspace(mupdf.fz_new_icc_colorspace(_CMYK, 0, "press", data))


def is_usable(profile: bytes) -> bool:
    """Whether MuPDF can show CMYK with it."""
    try:
        return is_cmyk_profile(profile) and ink_space(profile).n == _CMYK
    except mupdf.FzErrorBase:
        return False


def load_profile(name: str) -> bytes | None:
    """Return the profile in the file `name`; None if there is no name.

    Raises:
        UsageError: the file cannot be read or is no CMYK profile.
    """
    if not name:
        return None
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"{name}: the CMYK profile cannot be read: {error.strerror}") from error
    if not is_usable(data):
        raise UsageError(f"{name}: is no CMYK profile; give the ICC profile of the press")
    return data


@lru_cache(maxsize=4)
def _black_kept(profile: bytes | None) -> bytes:
    """The same press, but full black is black, however much else is printed with it."""
    space = ink_space(profile)
    seen = srgb_to_lab(_converted(space, pymupdf.csRGB, _mixtures()))
    return press_profile(_darkened(seen.reshape((STEPS,) * 4 + (3,))), _inks_of_lab(space))


def _darkened(lab: Floats) -> Floats:
    """Take the lightness of full black off every colour, as far as it is printed black.

    The square leaves greys of half a tone where they were; the quotient keeps white.
    """
    black = np.linspace(0, 1, STEPS)
    taken = lab[0, 0, 0, -1, 0] * black**2
    before = lab[..., 0]
    after = np.clip((before - taken) * 100 / (100 - taken), 0, 100)
    share = np.divide(after, before, out=np.zeros_like(after), where=before > 0)
    return np.stack([after, lab[..., 1] * share, lab[..., 2] * share], -1)


def _inks_of_lab(space: Any) -> Bytes:
    grid = lab_to_srgb(lab_grid(LAB_STEPS))
    return _converted(pymupdf.csRGB, space, grid.reshape(-1, 3)).reshape((LAB_STEPS,) * 3 + (4,))


def _mixtures() -> Bytes:
    axis = np.rint(np.linspace(0, 255, STEPS)).astype(np.uint8)
    return np.stack(np.meshgrid(*[axis] * 4, indexing="ij"), -1).reshape(-1, 4)


def _converted(source: Any, target: Any, colors: Bytes) -> Bytes:
    """Convert many colours at once: a picture of one row."""
    row = pymupdf.Pixmap(source, len(colors), 1, colors.tobytes(), False)
    samples = pymupdf.Pixmap(target, row).samples
    return np.frombuffer(samples, np.uint8).reshape(len(colors), target.n)
