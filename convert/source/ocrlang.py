"""Which language a page is in: what the profile says, else what a look at it says."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from convert.source import tesseract
from convert.source.bitmap import Grey, Scan, halved, ink_of
from convert.source.tesseract import TesseractError

MODELS: Mapping[str, str] = MappingProxyType(
    {
        "ar": "ara",
        "de": "deu",
        "en": "eng",
        "es": "spa",
        "fr": "fra",
        "it": "ita",
        "ja": "jpn",
        "pt": "por",
        "ru": "rus",
        "zh": "chi_sim",
        "zh-hant": "chi_tra",
        "zh-hk": "chi_tra",
        "zh-mo": "chi_tra",
        "zh-tw": "chi_tra",
    }
)
"""Tesseract's models by BCP 47 language."""
SCRIPTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Arabic": ("ara",),
        "Cyrillic": ("rus",),
        "Han": ("chi_sim", "chi_tra", "jpn"),
        "Japanese": ("jpn", "chi_sim", "chi_tra"),
    }
)
"""Models to try by script; all other scripts are taken for Latin."""
_COMMON = """
deu der die und das den von mit ist nicht auf dem ein sich auch
eng the of and to that is for was with he his they have said
fra le les des et est une dans pour pas sur du qui au avec
ita il di che non per una del della sono con nel gli dei alla
por os uma com para da do em não ao dos das pelo mas foi
spa el los del las por una con que se su más al como pero
"""
COMMON: Mapping[str, frozenset[str]] = MappingProxyType(
    {model: frozenset(words) for model, *words in map(str.split, _COMMON.strip().splitlines())}
)
"""Words that tell Latin languages apart."""
WINDOW = (0.3, 0.2)
"""Part of the page's width and height that is looked at."""


def model_of(language: str) -> str:
    """Return Tesseract's model of a BCP 47 language; empty: it is not known."""
    tag = language.lower().replace("_", "-")
    return MODELS.get(tag) or MODELS.get(tag.split("-")[0], "")


def name_of(model: str) -> str:
    """Return the BCP 47 language of a model."""
    return next((tag for tag, name in MODELS.items() if name == model), model)


def find_language(scan: Scan) -> str:
    """Return the model that reads a page best.

    Raises:
        TesseractError: no model for its script is installed.
    """
    script = tesseract.script_of(halved(scan.grey), scan.dpi / 2)
    part = _densest(scan)
    if script not in SCRIPTS:
        return _latin(part, scan.dpi)
    models = [m for m in SCRIPTS[script] if m in tesseract.languages()]
    if not models:
        tesseract.need(SCRIPTS[script][0])
    if len(models) == 1:
        return models[0]
    return max(models, key=lambda m: (_confidence(part, m, scan.dpi), -models.index(m)))


def _latin(part: Grey, dpi: float) -> str:
    """Read with any Latin model, and see whose small words are there."""
    models = [m for m in COMMON if m in tesseract.languages()]
    if not models:
        raise TesseractError("no OCR model is installed; apt-get install tesseract-ocr-eng")
    first = "eng" if "eng" in models else models[0]
    rows = tesseract.read_rows(part, first, dpi)
    words = [w.text.lower().strip(",.;:!?\"'()") for row in rows for w in row.words]
    hits = {m: sum(w in COMMON[m] for w in words) for m in models}
    return max(models, key=lambda m: (hits[m], m == first))


def _confidence(part: Grey, model: str, dpi: float) -> float:
    rows = tesseract.read_rows(part, model, dpi)
    words: Sequence[tuple[int, int]] = [
        (w.confidence, len(w.text)) for row in rows for w in row.words
    ]
    letters = sum(n for _, n in words)
    return sum(c * n for c, n in words) / letters if letters else 0.0


def _densest(scan: Scan) -> Grey:
    """The window of the page with most edges of ink: small type, not pictures."""
    ink = ink_of(halved(scan.grey))
    edges = ink[:, 1:] & ~ink[:, :-1]
    cell = 32
    height, width = (n // cell for n in edges.shape)
    counts = edges[: height * cell, : width * cell].reshape(height, cell, width, cell)
    sums = counts.sum(axis=(1, 3)).cumsum(axis=0).cumsum(axis=1)
    high, wide = max(1, int(height * WINDOW[1])), max(1, int(width * WINDOW[0]))
    if height <= high or width <= wide:
        return scan.grey
    windows = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
    row, column = divmod(int(windows.argmax()), windows.shape[1])
    top, left = 2 * cell * row, 2 * cell * column
    return scan.grey[top : top + 2 * cell * (high + 1), left : left + 2 * cell * (wide + 1)]
