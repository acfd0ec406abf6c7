"""What a bad night sends: real faulty files, a full disk, a killed process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from convert.model import Edition
from convert.pipeline import pages
from convert.pipeline.issue import Order, build
from convert.pipeline.pages import Job
from convert.pipeline.work import without_picture
from convert.profile import Profile
from convert.validate import validate
from tests.night import bomb
from tests.test_pipeline import SMALL, page_pdf


def codes(edition: Edition) -> set[str]:
    """The codes of everything the edition doubts."""
    return {issue.code for issue in edition.issues}


def test_a_hundred_thousand_paths_end_with_an_issue(tmp_path: Path) -> None:
    pdf = tmp_path / "A01.pdf"
    with pikepdf.open(page_pdf(tmp_path / "plain.pdf", "Words beside the drawing.")) as file:
        strokes = b"\n".join(
            b"%d %d m %d %d l S" % (i % 400, i % 600, (i * 7) % 400, (i * 3) % 600)
            for i in range(100_000)
        )
        file.pages[0].contents_add(strokes)
        file.save(pdf)

    edition = build([pdf], tmp_path / "out", Order(profile=SMALL))

    assert "too-many-paths" in codes(edition)
    assert "Words beside" in (tmp_path / "out" / "edition.json").read_text(encoding="utf-8")


def test_a_page_of_two_hundred_inches_is_read(tmp_path: Path) -> None:
    pdf = tmp_path / "A01.pdf"
    with pikepdf.open(page_pdf(tmp_path / "plain.pdf", "A poster.")) as file:
        file.pages[0].obj.MediaBox = pikepdf.Array([0, 0, 15_000, 14_400])
        file.save(pdf)

    edition = build([pdf], tmp_path / "out", Order(profile=SMALL))

    assert "page-size" in codes(edition)
    assert {f.code for f in validate([tmp_path / "out"])} == {"frame"}
    assert (tmp_path / "out" / "images" / "p01-page.jpg").is_file()


def test_glyphs_without_a_character_are_counted(tmp_path: Path) -> None:
    pdf = tmp_path / "A01.pdf"
    with pikepdf.open(page_pdf(tmp_path / "plain.pdf", "Readable.")) as file:
        encoding = pikepdf.Dictionary(
            Type=pikepdf.Name.Encoding,
            Differences=pikepdf.Array([65, pikepdf.Name("/uniE001"), pikepdf.Name("/uniE002")]),
        )
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=encoding,
        )
        file.pages[0].resources.Font["/Odd"] = font
        file.pages[0].contents_add(b"BT /Odd 12 Tf 40 300 Td (ABC) Tj ET")
        file.save(pdf)

    edition = build([pdf], tmp_path / "out", Order(profile=SMALL))

    assert "text-unmapped" in codes(edition)
    assert validate([tmp_path / "out"]) == ()


def test_a_full_disk_leaves_the_old_edition(tmp_path: Path) -> None:
    pdf = page_pdf(tmp_path / "A01.pdf", *["A line of print."] * 40)
    out = tmp_path / "out"
    build([pdf], out, Order(profile=SMALL))
    before = {p.name: p.read_bytes() for p in out.rglob("*.*")}
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000));"
        "from convert.cli import main; main()"
    )

    # -B: Python would cut off the bytecode of our modules, too, and keep it.
    done = subprocess.run(
        [
            sys.executable,
            "-B",
            "-c",
            script,
            "build",
            str(pdf),
            "--out",
            str(out),
            "--workers",
            "1",
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 5
    assert str(out) in done.stderr
    assert {p.name: p.read_bytes() for p in out.rglob("*.*")} == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["A01.pdf", "out"]


def _die(job: Job) -> pages.PageResult:
    if job.path.name == "A01.pdf":
        os.kill(os.getpid(), signal.SIGKILL)
    return without_picture(job, "not looked at")


def test_a_killed_process_costs_only_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        page_pdf(tmp_path / f"A0{number}.pdf", "A page.")
    monkeypatch.setattr(pages, "convert_page", _die)

    edition = build([tmp_path], tmp_path / "out", Order(profile=SMALL, workers=2))

    reasons = [issue.message for issue in edition.issues if issue.code == "page-failed"]
    assert reasons == ["was killed, perhaps for want of memory", "not looked at"]
    assert [bool(page.images) for page in edition.pages] == [True, False]  # drawn after all


def within(**limits: float) -> Profile:
    """Return a quick profile with walls."""
    return SMALL.model_copy(update={"walls": Profile.model_validate({"walls": limits}).walls})


def _hungry(job: Job) -> pages.PageResult:
    bytearray(3 << 30)
    return without_picture(job, "was given all that memory")


def _sleepy(job: Job) -> pages.PageResult:
    time.sleep(60)
    return without_picture(job, "was given all that time")


def _wordy(job: Job) -> pages.PageResult:
    with (job.path.parent / "words.txt").open("wb") as file:
        file.truncate(2 << 20)
    return without_picture(job, "was let write all that")


@pytest.mark.parametrize(
    ("convert", "limits", "reason"),
    [
        (_hungry, {"memory_mib": 1024}, "ran out of memory"),
        (_sleepy, {"seconds": 2}, "took longer than 2 s"),
        (_wordy, {"file_mib": 1}, "wrote too large a file"),
    ],
)
def test_one_page_comes_to_a_wall_and_is_kept_as_a_picture(
    convert: Callable[[Job], pages.PageResult],
    limits: dict[str, float],
    reason: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pages, "convert_page", convert)
    pdf = page_pdf(tmp_path / "A01.pdf", "A page.")

    edition = build([pdf], tmp_path / "out", Order(profile=within(**limits), workers=1))

    assert [i.message for i in edition.issues if i.code == "page-failed"] == [reason]
    assert edition.pages[0].images or "seconds" in limits


def test_a_page_that_runs_for_ever_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "A01.pdf").write_bytes(bomb())
    page_pdf(tmp_path / "A02.pdf", "The night goes on.")

    edition = build([tmp_path], tmp_path / "out", Order(profile=within(cpu_seconds=1), workers=2))

    assert [a.pages for a in edition.articles] == [("p02",)]
    assert "used up its processor time" in {i.message for i in edition.issues}


def test_a_pdf_whose_pages_are_gone_is_refused(tmp_path: Path) -> None:
    pdf = tmp_path / "A01.pdf"
    document = pymupdf.open()
    document.new_page()
    document.save(pdf)
    with pikepdf.open(pdf, allow_overwriting_input=True) as file:
        del file.pages[0]
        file.save(pdf)

    done = subprocess.run(
        [sys.executable, "-m", "convert", "build", str(pdf), "--out", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 3
    assert "A01.pdf" in done.stderr
    assert not (tmp_path / "out").exists()
