"""Write an ICC profile of a press: what each mixture of four inks looks like.

Format: ICC.1:2001-04 (version 2.4), lut16Type. Only what a renderer asks is in it: A2B0,
from CMYK to Lab, and B2A0, back.
"""

import struct
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]

D50 = np.array([0.9642, 1.0, 0.8249])
"""White of the profile connection space, as XYZ."""
TO_XYZ = np.array(
    [
        [0.4360747, 0.3850649, 0.1430804],
        [0.2225045, 0.7168786, 0.0606169],
        [0.0139322, 0.0971045, 0.7141733],
    ]
)
"""sRGB to XYZ under D50 (Bradford), linear."""
_EPSILON, _KAPPA = 216 / 24389, 24389 / 27
_FULL_LIGHT = 0xFF00
"""L* 100 in the 16-bit Lab of version 2."""
_UNIT = struct.pack(">9i", *(65536 * (n % 4 == 0) for n in range(9)))
_LINE = struct.pack(">2H", 0, 65535)
"""A curve that changes nothing."""


def press_profile(lab: Floats, cmyk: Bytes) -> bytes:
    """Return a CMYK profile.

    Args:
        lab: L*, a*, b* (D50) of every mixture: shape (n, n, n, n, 3), axes C, M, Y, K,
            each from 0 to full ink in even steps.
        cmyk: inks, 0..255, for every Lab value of `lab_grid`: shape (m, m, m, 4).
    """
    scaled = np.stack(
        [lab[..., 0] * (_FULL_LIGHT / 100), *((lab[..., i] + 128) * 256 for i in (1, 2))], -1
    )
    light = _lut(lab.shape[0], 4, np.clip(np.rint(scaled), 0, 65535))
    inks = _lut(cmyk.shape[0], 3, cmyk.astype(np.float64) * 257)
    return _profile([(b"A2B0", light), (b"B2A0", inks)])


def lab_grid(steps: int) -> Floats:
    """Return the Lab values that `press_profile` wants inks for: shape (m, m, m, 3)."""
    axis = np.linspace(0, 65535, steps)
    lightness = axis / _FULL_LIGHT * 100
    opponent = axis / 256 - 128
    return np.stack(np.meshgrid(lightness, opponent, opponent, indexing="ij"), -1)


def srgb_to_lab(rgb: Bytes) -> Floats:
    """Return L*, a*, b* (D50) of sRGB values 0..255; the last axis holds them."""
    shares = rgb / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    xyz = linear @ TO_XYZ.T / D50
    f = np.where(xyz > _EPSILON, np.cbrt(xyz), (_KAPPA * xyz + 16) / 116)
    x, y, z = np.moveaxis(f, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], -1)


def lab_to_srgb(lab: Floats) -> Bytes:
    """Return the nearest sRGB values 0..255 of L*, a*, b* (D50)."""
    y = (lab[..., 0] + 16) / 116
    f = np.stack([y + lab[..., 1] / 500, y, y - lab[..., 2] / 200], -1)
    xyz = np.where(f**3 > _EPSILON, f**3, (116 * f - 16) / _KAPPA) * D50
    linear = np.clip(xyz @ np.linalg.inv(TO_XYZ).T, 0, 1)
    shares = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    seen: Bytes = np.rint(shares * 255).astype(np.uint8)
    return seen


def is_cmyk_profile(data: bytes) -> bool:
    """Whether `data` says of itself that it is a CMYK profile."""
    return data[36:40] == b"acsp" and data[16:20] == b"CMYK"


def _lut(steps: int, inputs: int, table: Floats) -> bytes:
    outputs = table.shape[-1]
    head = struct.pack(">4s4x4B", b"mft2", inputs, outputs, steps, 0)
    entries = struct.pack(">2H", 2, 2)
    return b"".join(
        (head, _UNIT, entries, _LINE * inputs, table.astype(">u2").tobytes(), _LINE * outputs)
    )


def _profile(luts: Sequence[tuple[bytes, bytes]]) -> bytes:
    white = struct.pack(">3i", *(round(value * 65536) for value in D50))
    name = b"CMYK as Banmian shows it\0"
    tags = [
        (b"desc", struct.pack(">4s4xI", b"desc", len(name)) + name + bytes(78)),
        (b"cprt", b"text\0\0\0\0No copyright\0"),
        (b"wtpt", b"XYZ \0\0\0\0" + white),
        *luts,
    ]
    start = 128 + 4 + 12 * len(tags)
    table, body = [struct.pack(">I", len(tags))], b""
    for name, data in tags:
        table.append(struct.pack(">4s2I", name, start + len(body), len(data)))
        body += data + bytes(-len(data) % 4)
    return _head(start + len(body), white) + b"".join(table) + body


def _head(size: int, white: bytes) -> bytes:
    head = struct.pack(">I4x4s", size, b"\x02\x40\0\0") + b"prtrCMYKLab "
    date = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)  # the same bytes every day
    relative = struct.pack(">I", 1)
    return (head + date + b"acsp" + bytes(24) + relative + white).ljust(128, b"\0")
