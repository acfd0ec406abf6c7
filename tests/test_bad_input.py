"""PDFs as they should not be: each is read rightly, kept as a picture, or refused by name."""

import errno
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from PIL import Image

from convert.errors import OutputError, SourceError
from convert.model import Edition
from convert.pipeline import folder
from convert.pipeline.issue import Order, build
from convert.profile import FileNames, Profile
from convert.settings import SourceSettings
from convert.source import READERS, pick_reader
from convert.validate import validate
from tests.test_faults import codes
from tests.test_pipeline import SMALL, page_pdf

Change = Callable[[pikepdf.Pdf], None]


def changed(tmp_path: Path, change: Change, *lines: str) -> Path:
    """A page that says `lines`, then changed."""
    path = tmp_path / "A01.pdf"
    with pikepdf.open(page_pdf(tmp_path / "plain.pdf", *lines)) as file:
        change(file)
        file.save(path)
    return path


def text_of(edition: Edition) -> str:
    """All text of an edition."""
    blocks = [*(b for a in edition.articles for b in a.blocks), *edition.furniture]
    return " ".join(b.text for b in blocks)


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_file_cut_off_is_refused_or_marked_as_repaired(share: float, tmp_path: Path) -> None:
    good = page_pdf(tmp_path / "A02.pdf", "The other page.")
    whole = page_pdf(tmp_path / "whole.pdf", *["A line of print."] * 30).read_bytes()
    pdf = tmp_path / "A01.pdf"
    pdf.write_bytes(whole[: int(len(whole) * share)])

    edition = build([pdf, good], tmp_path / "out", Order(profile=SMALL))

    assert codes(edition) & {"source-repaired", "file-failed"}
    assert "The other page." in text_of(edition)
    assert [f for f in validate([tmp_path / "out"]) if f.code != "letters"] == []


def test_a_page_that_is_one_photograph_is_kept(tmp_path: Path) -> None:
    photo, pdf = tmp_path / "photo.jpg", tmp_path / "A01.pdf"
    Image.effect_noise((300, 450), 60).save(photo)
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    page.insert_image(page.rect, filename=photo)
    document.save(pdf)

    edition = build([pdf], tmp_path / "out", Order(profile=SMALL))

    assert "no-text" in codes(edition)
    assert [image.kind for image in edition.pages[0].images] == ["page"]
    assert validate([tmp_path / "out"]) == ()


def test_a_name_that_no_pattern_knows_is_named(tmp_path: Path) -> None:
    profile = SMALL.model_copy(
        update={"files": FileNames.model_validate({"pattern": r"HC-(?P<page>\d+)"})}
    )
    pdfs = [page_pdf(tmp_path / name, "Text.") for name in ("cover final.pdf", "HC-7.pdf")]

    edition = build(pdfs, tmp_path / "out", Order(profile=profile))

    assert [i.message for i in edition.issues if i.code == "name-unknown"] == [
        "cover final.pdf matches no pattern of the profile; its pages come last"
    ]
    assert [page.source.file for page in edition.pages] == ["HC-7.pdf", "cover final.pdf"]


def test_an_output_that_cannot_be_written_ends_on_five(tmp_path: Path) -> None:
    pdf = page_pdf(tmp_path / "A01.pdf", "Text.")
    (tmp_path / "taken").write_text("a file in the way")

    for out in (tmp_path / "taken", tmp_path / "taken" / "below", Path("/proc/banmian")):
        done = subprocess.run(
            [sys.executable, "-m", "convert", "build", str(pdf), "--out", str(out)],
            capture_output=True,
            text=True,
            check=False,
        )

        assert done.returncode == 5
        assert str(out) in done.stderr
    assert (tmp_path / "taken").read_text() == "a file in the way"


def test_no_room_for_the_pictures_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(folder, "sync", full)
    pdf = page_pdf(tmp_path / "A01.pdf", "Text.")

    with pytest.raises(OutputError, match="No space left on device; the folder is as it was"):
        build([pdf], tmp_path / "out", Order(profile=SMALL))

    assert [p.name for p in tmp_path.iterdir()] == ["A01.pdf"]


def test_a_form_that_draws_itself_does_not_stop_the_page(tmp_path: Path) -> None:
    def recurse(file: pikepdf.Pdf) -> None:
        form = file.make_stream(
            b"/Me Do",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 400, 600],
        )
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Me=form))
        page = file.pages[0]
        page.resources.XObject = pikepdf.Dictionary(Me=form)
        page.contents_add(b"/Me Do")

    edition = build(
        [changed(tmp_path, recurse, "Still here.")], tmp_path / "out", Order(profile=SMALL)
    )

    assert text_of(edition) == "Still here."
    assert validate([tmp_path / "out"]) == ()


def test_forms_within_forms_within_forms_are_read_or_set_aside(tmp_path: Path) -> None:
    def nest(file: pikepdf.Pdf) -> None:
        inner = None
        for _ in range(400):
            form = file.make_stream(
                b"/In Do" if inner is not None else b"0 0 9 9 re f",
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Form,
                BBox=[0, 0, 400, 600],
            )
            if inner is not None:
                form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(In=inner))
            inner = form
        page = file.pages[0]
        page.resources.XObject = pikepdf.Dictionary(In=inner)
        page.contents_add(b"/In Do")

    edition = build(
        [changed(tmp_path, nest, "Above the well.")], tmp_path / "out", Order(profile=SMALL)
    )

    assert "Above the well." in text_of(edition) or "page-failed" in codes(edition)


def _box(name: str, *values: float) -> Change:
    def change(file: pikepdf.Pdf) -> None:
        file.pages[0].obj[name] = pikepdf.Array(values)

    return change


@pytest.mark.parametrize("reader", READERS)
def test_a_crop_box_off_the_origin_moves_the_page(reader: str, tmp_path: Path) -> None:
    pdf = changed(tmp_path, _box("/CropBox", 30, 100, 330, 550), "Word", *[""] * 36, "Gone")

    page = pick_reader(reader)(pdf, 0, SourceSettings())

    assert (page.box, page.width, page.height) == ("crop", 300, 450)
    assert [s.text for s in page.spans] == ["Word"]
    left, baseline = page.spans[0].rect.left, page.spans[0].rect.bottom - 0.22 * 10
    assert (left, baseline) == pytest.approx((40 - 30, 80 - 50), abs=0.1)


@pytest.mark.parametrize("reader", READERS)
def test_a_media_box_off_the_origin_changes_nothing(reader: str, tmp_path: Path) -> None:
    def move(file: pikepdf.Pdf) -> None:
        file.pages[0].obj.MediaBox = pikepdf.Array([-100, -50, 400, 600])
        file.pages[0].obj.TrimBox = pikepdf.Array([0, 0, 400, 600])

    page = pick_reader(reader)(changed(tmp_path, move, "Word"), 0, SourceSettings())

    assert (page.width, page.height) == (400, 600)
    assert page.frame.left == 100
    left, baseline = page.spans[0].rect.left, page.spans[0].rect.bottom - 0.22 * 10
    assert (left, baseline) == pytest.approx((40, 80), abs=0.1)


@pytest.mark.parametrize("reader", READERS)
def test_a_crop_box_that_shows_half_of_a_spread_keeps_that_half(
    reader: str, tmp_path: Path
) -> None:
    pdf = tmp_path / "A02.pdf"
    document = pymupdf.open()
    page = document.new_page(width=800, height=600)
    page.insert_text((40, 80), "left")
    page.insert_text((440, 80), "right")
    page.set_cropbox(pymupdf.Rect(400, 0, 800, 600))
    document.save(pdf)

    read = pick_reader(reader)(pdf, 0, SourceSettings())

    assert read.width == 400
    assert [s.text for s in read.spans] == ["right"]
    assert read.spans[0].rect.left == pytest.approx(40, abs=0.1)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(rotation: int, tmp_path: Path) -> None:
    """The page is drawn turned, so that /Rotate sets it upright."""
    pdf = tmp_path / "A01.pdf"
    document = pymupdf.open()
    width, height = (400, 600) if rotation == 180 else (600, 400)
    page = document.new_page(width=width, height=height)
    page.set_rotation(rotation)
    where = pymupdf.Point(40, 80) * page.derotation_matrix
    page.insert_text(where, "Upright words", rotate=rotation)
    rule = pymupdf.Rect(40, 100, 340, 101) * page.derotation_matrix
    page.draw_rect(rule, fill=(0, 0, 0), color=None)
    document.save(pdf)

    read = pick_reader("mupdf")(pdf, 0, SourceSettings())

    assert (read.width, read.height) == (400, 600)
    assert [(s.text, s.angle) for s in read.spans] == [("Upright words", 0)]
    assert read.spans[0].rect.left == pytest.approx(40, abs=0.5)
    assert read.spans[0].rect.bottom - 0.22 * 11 == pytest.approx(80, abs=0.5)
    assert [r.horizontal for r in read.rules] == [True]
    assert read.rules[0].rect.top == pytest.approx(100, abs=0.5)
    build([pdf], tmp_path / "out", Order(profile=SMALL))
    with Image.open(tmp_path / "out" / "images" / "p01-page.jpg") as image:
        assert image.size == (200, 300)


def test_user_units_are_points_of_a_larger_page(tmp_path: Path) -> None:
    def enlarge(file: pikepdf.Pdf) -> None:
        file.pages[0].obj.UserUnit = 2

    pdf = changed(tmp_path, enlarge, "Twice as large")

    page = pick_reader("mupdf")(pdf, 0, SourceSettings())

    assert (page.width, page.height) == (800, 1200)
    assert [(s.text, s.size) for s in page.spans] == [("Twice as large", 20)]
    assert page.spans[0].rect.left == pytest.approx(80, abs=0.1)
    build([pdf], tmp_path / "out", Order(profile=SMALL))
    assert validate([tmp_path / "out"]) == ()
    with Image.open(tmp_path / "out" / "images" / "p01-page.jpg") as image:
        assert image.size == (200, 300)
        darkest = image.convert("L").crop((16, 30, 80, 42)).tobytes()
        assert min(darkest) < 128


@pytest.mark.parametrize(
    ("content", "code"), [(None, 3), (b"", 3), (b"Dear editor,", 3), (b"locked", 4)]
)
def test_exit_codes_of_files_that_cannot_be_read(
    content: bytes | None, code: int, tmp_path: Path
) -> None:
    pdf = tmp_path / "A01.pdf"
    if content == b"locked":
        with pikepdf.open(page_pdf(tmp_path / "open.pdf", "Text.")) as file:
            file.save(pdf, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    elif content is not None:
        pdf.write_bytes(content)

    done = subprocess.run(
        [sys.executable, "-m", "convert", "build", str(pdf), "--out", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith("error: ")
    assert "A01.pdf" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_bad_file_stops_the_others_only_with_strict(tmp_path: Path) -> None:
    good = page_pdf(tmp_path / "A01.pdf", "Text.")
    bad = tmp_path / "A02.pdf"
    bad.write_bytes(b"Dear editor,")

    edition = build([good, bad], tmp_path / "out", Order(profile=SMALL))

    assert [p.source.file for p in edition.pages] == ["A01.pdf"]
    with pytest.raises(SourceError, match="A02"):
        build([good, bad], tmp_path / "strict", Order(profile=SMALL, strict=True))


def test_a_spread_takes_two_page_numbers(tmp_path: Path) -> None:
    names = ("HC-20261123-A001.pdf", "HC-20261123-A002-A003.pdf", "HC-20261123-A004.pdf")
    pdfs = [page_pdf(tmp_path / name, "Text.") for name in names]
    profile = Profile(pages={"A03": "Sport"}, settings=SMALL.settings)

    build(pdfs, tmp_path / "out", Order(profile=profile))

    text = (tmp_path / "out" / "edition.json").read_text(encoding="utf-8")
    pages = json.loads(text)["pages"]
    assert [(p["id"], p["number"], p["label"]) for p in pages] == [
        ("p01", 1, "A01"),
        ("p02", 2, "A02-A03"),
        ("p04", 4, "A04"),
    ]
    assert pages[1]["name"] == "Sport"
    assert validate([tmp_path / "out"]) == ()


def test_a_json_log_says_what_happens(tmp_path: Path) -> None:
    good = page_pdf(tmp_path / "A01.pdf", "Text.")
    (tmp_path / "A02.pdf").write_bytes(b"")
    doubts = {"article-doubt"}  # one word is hardly an article
    command = [sys.executable, "-m", "convert", "build", str(good), str(tmp_path / "A02.pdf")]

    done = subprocess.run(
        [*command, "--out", str(tmp_path / "out"), "--json-log"],
        capture_output=True,
        text=True,
        check=True,
    )

    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert [(e["event"], sorted(e)) for e in events if e.get("code") not in doubts] == [
        ("start", ["event", "pages"]),
        ("page", ["event", "file", "page"]),
        ("issue", ["code", "event", "message", "page"]),
        ("done", ["articles", "event", "pages"]),
    ]
    assert events[1] == {"event": "page", "file": "A01.pdf", "page": 1}
    assert "file-failed" in {e.get("code") for e in events}


def test_a_json_log_ends_with_the_error(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "convert", "build", str(tmp_path / "A01.pdf")]

    done = subprocess.run(
        [*command, "--out", str(tmp_path / "out"), "--json-log"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 3
    (event,) = [json.loads(line) for line in done.stderr.splitlines()]
    assert (event["event"], event["code"]) == ("error", 3)
    assert "A01.pdf" in event["message"]
