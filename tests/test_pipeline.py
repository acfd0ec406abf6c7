"""From PDF to edition: real files in, a whole folder or a clear error out."""

import json
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from convert.errors import (
    EncryptedError,
    OutputError,
    PagesFailed,
    SourceError,
    UsageError,
)
from convert.pipeline.issue import Order, build, find_files
from convert.pipeline.pages import Job, PageResult
from convert.pipeline.work import without_picture
from convert.profile import Profile
from convert.settings import ImageSettings, Settings
from convert.validate import validate

SMALL = Profile(settings=Settings(images=ImageSettings(sizes={"page": 300})))
SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*/*.pdf"))


def page_pdf(path: Path, *lines: str) -> Path:
    """Write a PDF of one page that says `lines`."""
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    for number, line in enumerate(lines):
        page.insert_text((40, 80 + 12 * number), line, fontsize=10)
    document.save(path)
    document.close()
    return path


@pytest.mark.parametrize("pdf", SAMPLES, ids=lambda p: p.stem)
def test_every_sample_page_converts_and_validates_clean(pdf: Path, tmp_path: Path) -> None:
    build([pdf], tmp_path / "out", Order(profile=SMALL))

    assert validate([tmp_path / "out"]) == ()


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    pdf = page_pdf(tmp_path / "a.pdf", "One line of print.", "And another one.")

    for name in ("first", "second"):
        build([pdf], tmp_path / name, Order(profile=SMALL))

    files = {p.relative_to(tmp_path / "first") for p in (tmp_path / "first").rglob("*.*")}
    assert {p.name for p in files} == {"edition.json", "edition.xml", "p01-page.jpg"}
    for file in files:
        first, second = tmp_path / "first" / file, tmp_path / "second" / file
        assert first.read_bytes() == second.read_bytes()


def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    pdfs = [page_pdf(tmp_path / f"A0{n}.pdf", f"Page {n} speaks.") for n in (2, 1)]

    build(pdfs, tmp_path / "one", Order(profile=SMALL))
    build(pdfs, tmp_path / "two", Order(profile=SMALL, workers=2))

    one, two = (tmp_path / name / "edition.json" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    labels = [p["label"] for p in json.loads(one.read_text(encoding="utf-8"))["pages"]]
    assert labels == ["A01", "A02"]


def test_an_edition_replaces_an_older_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([page_pdf(tmp_path / "a.pdf", "Old.")], out, Order(profile=SMALL))
    build([page_pdf(tmp_path / "a.pdf", "New.")], out, Order(profile=SMALL))

    assert "New." in (out / "edition.json").read_text(encoding="utf-8")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pdf", "out"]


def test_a_folder_with_other_things_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("mine")

    with pytest.raises(OutputError, match="no edition"):
        build([page_pdf(tmp_path / "a.pdf", "Text.")], out, Order(profile=SMALL))

    assert [p.name for p in out.iterdir()] == ["letter.txt"]


def test_an_output_below_a_file_cannot_be_written(tmp_path: Path) -> None:
    pdf = page_pdf(tmp_path / "a.pdf", "Text.")

    with pytest.raises(OutputError):
        build([pdf], pdf / "out", Order(profile=SMALL))


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "empty"), (b"Dear editor,", "not a readable PDF"), (None, "no such file")],
)
def test_a_file_that_is_no_pdf_is_named(content: bytes | None, words: str, tmp_path: Path) -> None:
    pdf = tmp_path / "A01.pdf"
    if content is not None:
        pdf.write_bytes(content)

    with pytest.raises(SourceError, match=words) as caught:
        build([pdf], tmp_path / "out", Order(profile=SMALL))

    assert str(pdf) in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_truncated_file_is_repaired_or_refused_but_never_silent(tmp_path: Path) -> None:
    whole = page_pdf(tmp_path / "whole.pdf", "Text.").read_bytes()
    pdf = tmp_path / "A01.pdf"
    pdf.write_bytes(whole[: len(whole) * 3 // 4])

    try:
        edition = build([pdf], tmp_path / "out", Order(profile=SMALL))
    except SourceError:
        assert not (tmp_path / "out").exists()
    else:
        assert "source-repaired" in {issue.code for issue in edition.issues}


def test_an_encrypted_file_asks_for_its_password(tmp_path: Path) -> None:
    pdf = tmp_path / "A01.pdf"
    with pikepdf.open(page_pdf(tmp_path / "open.pdf", "Text.")) as document:
        document.save(pdf, encryption=pikepdf.Encryption(user="secret", owner="secret"))

    with pytest.raises(EncryptedError, match="password"):
        build([pdf], tmp_path / "out", Order(profile=SMALL))


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good = page_pdf(tmp_path / "A01.pdf", "Text.")
    bad = tmp_path / "A02.pdf"
    bad.write_bytes(b"")

    edition = build([good, bad], tmp_path / "out", Order(profile=SMALL))

    assert len(edition.pages) == 1
    assert [i.message for i in edition.issues if i.code == "file-failed"] == [
        "A02.pdf: the file is empty; send the page again"
    ]
    with pytest.raises(SourceError):
        build([good, bad], tmp_path / "strict", Order(profile=SMALL, strict=True))


def test_two_files_for_one_page_are_refused(tmp_path: Path) -> None:
    (tmp_path / "late").mkdir()
    pdfs = [page_pdf(tmp_path / "A01.pdf", "a"), page_pdf(tmp_path / "late" / "A01.pdf", "b")]

    with pytest.raises(UsageError, match="two files for page A01"):
        build(pdfs, tmp_path / "out", Order(profile=SMALL))


def test_a_page_that_is_only_a_picture_is_kept(tmp_path: Path) -> None:
    pdf = page_pdf(tmp_path / "A01.pdf")

    edition = build([pdf], tmp_path / "out", Order(profile=SMALL))

    assert "no-text" in {issue.code for issue in edition.issues}
    assert (tmp_path / "out" / "images" / "p01-page.jpg").is_file()


def test_strict_refuses_a_failed_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(job: Job) -> PageResult:
        return without_picture(job, "it is broken")

    monkeypatch.setattr("convert.pipeline.pages.convert_page", fail)
    pdf = page_pdf(tmp_path / "A01.pdf", "Text.")

    with pytest.raises(PagesFailed, match="it is broken"):
        build([pdf], tmp_path / "out", Order(profile=SMALL, strict=True))

    assert not (tmp_path / "out").exists()


def test_no_pdf_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no PDF"):
        find_files([tmp_path])
