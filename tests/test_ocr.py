"""Pages without a text layer: scans, outlined type, scans with a hidden text layer."""

import subprocess
import sys
from collections import Counter
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageDraw
from rapidfuzz.distance import Levenshtein

from benchmarks.scans import scan_with_truth
from convert.cache import default_folder
from convert.geometry import Rect
from convert.layout import find_layout
from convert.letters import letters
from convert.model import Role
from convert.pipeline.pages import Job, convert_page
from convert.settings import ImageSettings, Settings, SourceSettings
from convert.source import ocrcache, read_page, tesseract
from convert.source.bitmap import Scan, find_skew, turned
from convert.source.inklines import find_lines
from convert.source.scanmarks import find_frames, find_grounds, find_pictures, find_rules
from convert.source.sizes import Measured, evened
from convert.source.tesseract import TesseractError

SAMPLE = Path(__file__).parent.parent / "samples" / "courier" / "HC-20261123-A004.pdf"
PART = Rect(545, 515, 800, 735)
"""A tint with a headline over two columns, on the sheet of the sample page."""
HEADLINE = "themanwhomowsitatdawn"
DPI = 200
EN = SourceSettings(language="en")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def _with_tesseract() -> None:
    """Fail with the cure where OCR is not installed."""
    try:
        for model in ("eng", "osd"):
            tesseract.need(model)
    except TesseractError as error:
        pytest.fail(str(error))


@lru_cache(maxsize=1)
def _part() -> Image.Image:
    with pymupdf.open(SAMPLE) as document:
        clip = pymupdf.Rect(PART.left, PART.top, PART.right, PART.bottom)
        pixmap = document[0].get_pixmap(dpi=DPI, clip=clip, colorspace=pymupdf.csGRAY)
        return Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)


def _scan(path: Path, skew: float = 0.0) -> Path:
    """Write that part of the page as a crooked scan without text."""
    buffer = BytesIO()
    picture = _part().rotate(-skew, Image.Resampling.BICUBIC, fillcolor=255)
    picture.save(buffer, "JPEG", quality=90)
    with pymupdf.open() as document:
        page = document.new_page(width=PART.width, height=PART.height)
        page.insert_image(page.rect, stream=buffer.getvalue())
        document.save(path)
    return path


def _live_letters() -> str:
    page = read_page(SAMPLE, 0, SourceSettings(ocr="off"))
    whole = (s for s in page.spans if PART.contains(s.rect.moved(page.frame.left, page.frame.top)))
    return letters("".join(s.text for s in whole))


@pytest.mark.usefixtures("_with_tesseract")
def test_a_crooked_scan_reads_like_live_text(tmp_path: Path) -> None:
    page = read_page(_scan(tmp_path / "scan.pdf", skew=0.8), 0, EN)

    read = letters("".join(s.text for s in page.spans))
    body = Counter[float]()
    for span in page.spans:
        body[span.size] += len(span.text)
    size, count = body.most_common(1)[0]
    assert page.skew == pytest.approx(-0.8, abs=0.1)
    assert [i.code for i in page.issues] == ["ocr-used"]
    assert abs(len(read) - len(_live_letters())) < 0.03 * len(read)
    assert count > 0.7 * sum(body.values())
    assert 8 < size < 11
    assert len(page.boxes) == 1
    assert not any(s.rect.left < 125 and s.rect.right > 140 for s in page.spans if s.size == size)
    head = [b for r in find_layout(page).regions for b in r.blocks if b.lines[0].size > 1.5 * size]
    assert Levenshtein.distance(letters("".join(b.text for b in head)), HEADLINE) <= 1
    assert {b.role for b in head} <= set(Role)


@pytest.mark.usefixtures("_with_tesseract")
def test_a_crooked_scan_is_kept_with_a_straight_picture(tmp_path: Path) -> None:
    settings = Settings(source=EN, images=ImageSettings(sizes={"page": 400}))
    job = Job(
        path=_scan(tmp_path / "scan.pdf", skew=3.0), index=0, settings=settings, folder=tmp_path
    )
    (tmp_path / "images").mkdir()

    result = convert_page(job)

    (page,) = result.part.pages
    with Image.open(tmp_path / page.images[0].path) as picture:
        seen = np.asarray(picture.convert("L"))
    assert not result.failed
    assert find_skew(seen, 72 * 400 / PART.width) == pytest.approx(0, abs=0.2)


@pytest.mark.usefixtures("_with_tesseract")
def test_the_language_is_found_and_the_page_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = _scan(tmp_path / "scan.pdf")
    first = read_page(pdf, 0, SourceSettings())
    monkeypatch.setattr(tesseract, "read_rows", None)

    again = read_page(pdf, 0, SourceSettings())

    assert "OCR: en" in first.issues[0].message
    assert again == first


@pytest.mark.usefixtures("_with_tesseract")
def test_a_damaged_cache_is_read_past(tmp_path: Path) -> None:
    page = read_page(_scan(tmp_path / "scan.pdf"), 0, SourceSettings(ocr="off"))
    key = ocrcache.key_of(page, EN)
    ocrcache.save(key, page)
    folder = default_folder()
    assert folder is not None

    before = ocrcache.load(key)
    (kept,) = folder.rglob(f"{key}.json")
    kept.write_text('{"source": ', encoding="utf-8")

    assert before == page
    assert ocrcache.load(key) is None


def test_the_cache_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANMIAN_CACHE", "off")

    assert default_folder() is None


def test_off_keeps_the_page_as_a_picture(tmp_path: Path) -> None:
    page = read_page(_scan(tmp_path / "scan.pdf"), 0, SourceSettings(ocr="off"))

    assert page.spans == ()
    assert [i.code for i in page.issues] == ["no-text"]


def test_without_tesseract_the_issue_names_the_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tesseract.version.cache_clear()
    monkeypatch.setattr(tesseract, "PROGRAM", "no-such-program")

    page = read_page(_scan(tmp_path / "scan.pdf"), 0, EN)

    assert [i.code for i in page.issues] == ["no-text", "ocr-missing"]
    assert "apt-get install tesseract-ocr" in page.issues[1].message
    assert page.images


@pytest.mark.usefixtures("_with_tesseract")
def test_a_missing_model_is_named_with_its_package() -> None:
    with pytest.raises(TesseractError, match="apt-get install tesseract-ocr-tlh-vert"):
        tesseract.need("eng+tlh_vert")


def test_outlined_type_is_noticed(tmp_path: Path) -> None:
    pdf = tmp_path / "outlined.pdf"
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=400)
        page.insert_text((20, 20), "A slug.")
        shape = page.new_shape()
        for i in range(4200):
            x, y = 20 + i % 70 * 5, 40 + i // 70 * 5
            shape.draw_bezier((x, y), (x + 1, y + 2), (x + 2, y - 1), (x + 3, y))
        shape.finish()
        shape.commit()
        document.save(pdf)

    page = read_page(pdf, 0, SourceSettings(ocr="off"))

    assert [i.code for i in page.issues] == ["type-outlined"]


def test_the_hidden_text_of_a_scan_gets_even_sizes(tmp_path: Path) -> None:
    pdf = _scan(tmp_path / "scan.pdf")
    words = [
        "The",
        "hidden",
        "layer",
        "of",
        "a",
        "scan",
        "sets",
        "each",
        "word",
        "in",
        "a",
        "size",
        "of",
        "its",
        "own",
    ]
    with pymupdf.open(pdf) as document:
        page = document[0]
        for row in range(5):
            x = 10.0
            for i, word in enumerate(words):
                size = 9 + ((i + row) % 5 - 2) * 0.4
                page.insert_text((x, 40 + 12 * row), word, fontsize=size, render_mode=3)
                x += pymupdf.get_text_length(word, fontsize=size) + 3
        page.insert_text((10, 20), "A headline over it", fontsize=20, render_mode=3)
        document.saveIncr()

    page = read_page(pdf, 0, SourceSettings())

    sizes = Counter(s.size for s in page.spans)
    assert page.issues == ()
    assert len(sizes) == 2
    assert min(sizes) == pytest.approx(9, abs=0.5)
    assert max(sizes) == pytest.approx(20, abs=0.1)


def test_a_hidden_layer_below_the_picture_is_read(tmp_path: Path) -> None:
    pdf = tmp_path / "layer.pdf"
    with pymupdf.open() as document:
        page = document.new_page(width=PART.width, height=PART.height)
        page.insert_text((10, 40), "Set before the picture.", fontsize=9, render_mode=3)
        with pymupdf.open(_scan(tmp_path / "scan.pdf")) as scan:
            page.show_pdf_page(page.rect, scan, 0)
        document.save(pdf)

    page = read_page(pdf, 0, SourceSettings())

    assert [s.text for s in page.spans] == ["Set before the picture."]


@pytest.mark.usefixtures("_with_tesseract")
def test_a_page_without_type_stays_as_it_is(tmp_path: Path) -> None:
    pdf = tmp_path / "photo.pdf"
    buffer = BytesIO()
    Image.effect_noise((300, 450), 60).save(buffer, "JPEG")
    with pymupdf.open() as document:
        page = document.new_page(width=200, height=300)
        page.insert_image(page.rect, stream=buffer.getvalue())
        document.save(pdf)

    page = read_page(pdf, 0, EN)

    assert [i.code for i in page.issues] == ["no-text"]
    assert [i.rect for i in page.images] == [Rect(0, 0, 200, 300)]


def test_a_page_with_text_of_its_own_loads_no_ocr() -> None:
    code = (
        "import sys; from pathlib import Path; from convert.settings import SourceSettings;"
        "from convert.pipeline.work import find_articles, find_layout, read_page;"
        f"find_articles(find_layout(read_page(Path({str(SAMPLE)!r}), 0, SourceSettings())));"
        "print(*sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    loaded = set(done.stdout.split())
    assert "convert.source.mupdf" in loaded
    assert not loaded & {"scipy", "convert.source.ocr", "convert.source.tesseract"}


def test_lines_of_one_paragraph_get_one_size() -> None:
    noisy = [Measured(9 + 0.1 * (i % 4), 30, 0) for i in range(8)]

    sizes = evened([*noisy, Measured(9.4, 20, 1), Measured(24, 12, 2)])

    assert len(set(sizes[:9])) == 1
    assert sizes[9] == 24


@pytest.mark.parametrize("angle", [-2.5, -0.4, 0.0, 0.7, 3.0])
def test_the_skew_of_a_scan_is_found(angle: float) -> None:
    straight = np.asarray(_part())

    found = find_skew(turned(straight, angle), DPI)

    assert found == pytest.approx(-angle, abs=0.1)


def _drawn() -> Scan:
    """A page with a rule, a dotted rule, a frame, a tint and a picture."""
    image = Image.new("L", (1240, 1240), 244)
    draw = ImageDraw.Draw(image)
    draw.rectangle((40, 60, 1200, 63), fill=30)
    for x in range(40, 1200, 16):
        draw.ellipse((x, 100, x + 5, 105), fill=30)
    draw.rectangle((60, 200, 560, 500), outline=30, width=3)
    draw.rectangle((640, 200, 1180, 500), fill=214)
    grain = np.random.default_rng(1).integers(30, 220, (60, 80), dtype=np.uint8)
    image.paste(Image.fromarray(grain).resize((800, 600), Image.Resampling.BILINEAR), (60, 560))
    return Scan(np.asarray(image), DPI, 0.0)


def test_rules_frames_tints_and_pictures_are_told_apart() -> None:
    scan = _drawn()

    frames, rules = find_frames(find_rules(scan))
    grounds = find_grounds(scan)
    tints = [t for t in grounds.tints if t.rect.top < 150]
    pictures = find_pictures(grounds, tints)

    outside = [r for r in rules if r.bottom < 60]
    assert [r.width > 400 for r in outside] == [True, True]
    assert [_near(f, 60, 200, 560, 500) for f in frames] == [True]
    assert [(_near(t.rect, 640, 200, 1180, 500), abs(t.level - 214) < 3) for t in tints] == [
        (True, True)
    ]
    assert [_near(p, 60, 560, 860, 1160) for p in pictures] == [True]


def _near(rect: Rect, *pixels: int) -> bool:
    wanted = Rect(*(p * 72 / DPI for p in pixels))
    return wanted.contains(rect, 4) and rect.contains(wanted, 4)


@pytest.mark.parametrize("vertical", [False, True])
def test_lines_of_ink_run_as_the_writing_does(vertical: bool) -> None:
    ink = np.zeros((400, 300), bool)
    for row in range(6):
        for glyph in range(12):
            top, left = 20 + row * 34, 20 + glyph * 21
            ink[top : top + 18, left : left + 18] = True

    lines = find_lines(ink.T if vertical else ink, 0.5)

    assert len(lines) == 6
    assert {line.vertical for line in lines} == {vertical}
    assert {line.thick for line in lines} == {9.0}


def test_a_page_with_truth_becomes_a_scan_of_it(tmp_path: Path) -> None:
    truth = SAMPLE.with_name("HC-20261123-A004.truth.json")

    scanned = scan_with_truth(truth, tmp_path)

    page, printed = (read_page(pdf, 0, SourceSettings(ocr="off")) for pdf in (scanned, SAMPLE))
    assert [*page.spans] == []
    assert len(page.images) == 1
    assert (page.width, page.height) == pytest.approx((printed.width, printed.height))
    assert scanned.with_name("HC-20261123-A004.truth.json").is_file()
