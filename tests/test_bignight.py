"""A whole night, undisturbed and with a watcher that is killed again and again."""

import errno
import json
import os
import random
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from convert.nightly.report import Report, report_html
from convert.validate import validate
from tests import bignight
from tests.bignight import GAPS, ISSUES, PAPERS, REVISIONS, acts, bytes_of, labels, play
from tests.night import EVENING, Night

KILLS = ((40, 1500), (30,), (60,), (90,), ())
"""Up to which call that touches the disk a watcher lives, in each act."""


@pytest.fixture(scope="module")
def over(tmp_path_factory: pytest.TempPathFactory) -> Night:
    """The night when it is over."""
    night = Night(tmp_path_factory.mktemp("night"), PAPERS)
    for act in acts(seed=1):
        night.clock.wind_to(act.moment)
        for _ in play(act, night.office.inbox):
            pass
        night.run()
    return night


def edition(night: Night, name: str) -> dict[str, Any]:
    return night.edition(name)


@pytest.mark.parametrize("name", ISSUES)
def test_each_issue_is_out_as_the_rules_say(over: Night, name: str) -> None:
    paper, _ = ISSUES[name]
    found = over.edition(name)
    wanted = [label for label in labels(paper) if label not in GAPS.get(name, [])]

    assert [page["label"] for page in found["pages"]] == wanted
    assert found["issue"]["revision"] == REVISIONS[name]
    assert validate([over.issue(name)]) == ()


@pytest.mark.parametrize("name", ISSUES)
def test_each_page_has_the_text_of_its_newest_version(over: Night, name: str) -> None:
    paper, edition_name = ISSUES[name]
    text = json.dumps(over.edition(name))

    newest = {
        ("courier", "city"): "Tenth version.",
        ("abc", "1"): "Second version.",
    }.get((paper, edition_name))
    assert newest is None or newest in text
    for number in bignight.numbers(paper):
        if (paper, edition_name, number) not in {("abc", "1", 12), ("courier", "city", 2)}:
            assert f"News of {paper} {edition_name} {number}" in text


def incidents(report: Report) -> set[tuple[str, str]]:
    return {(e.code, e.file) for e in report.incidents}


@pytest.mark.parametrize(
    ("code", "file"),
    [
        ("file-encrypted", "HC-late-20261123-A007.pdf"),
        ("file-empty", "ABC_20261123_A012_P1.pdf"),
        ("file-not-pdf", "ABC_20261123_A005_P2.pdf"),
        ("file-torn", "2026-11-23_01/0004.pdf"),
        ("file-foreign", "notes for the night.docx"),
        ("file-foreign", "HC-city-20261399-A001.pdf"),
        ("file-refused", "HC-city-20281123-A001.pdf"),
        ("file-foreign", "HC-extra-20261123-A001.pdf"),
        ("file-odd", "link.pdf"),
        ("file-odd", "pipe.pdf"),
        ("page-doubt", "HC-city-20261123-A002.pdf"),
        ("page-late", "HC-late-20261123-A007.pdf"),
        ("page-late", "2026-11-23_02/0008.pdf"),
    ],
)
def test_the_report_names_every_incident(over: Night, code: str, file: str) -> None:
    assert (code, file) in incidents(over.report())


def test_the_report_counts_what_was_late_replaced_and_twice(over: Night) -> None:
    report = over.report()

    assert report.counts["file-duplicate"] == 6
    assert not [i for i in report.issues if i.missing and i.revision]
    assert sum(i.late for i in report.issues) == 6
    assert report.counts["issue-incomplete"] == 3


def test_names_of_files_are_text_in_the_report(over: Night) -> None:
    page = report_html(over.report()).decode()

    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page


def test_nothing_lies_about_when_the_night_is_over(over: Night) -> None:
    assert not list(over.office.scratch.glob("*"))
    assert not list(over.office.out.glob("*/.*"))


def run_until_killed(folder: Path, calls: int | None, refuses: str = "") -> int:
    command = [sys.executable, "-m", "tests.nightshift", str(folder)]
    root = Path(__file__).parent.parent
    return subprocess.run(
        [*command, *([str(calls)] if calls else [])],
        cwd=root,
        env={**os.environ, **({"REFUSES": refuses} if refuses else {})},
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=120,
    ).returncode


def test_a_watcher_killed_at_any_instant_changes_no_byte(over: Night, tmp_path: Path) -> None:
    dice = random.Random(7)
    (tmp_path / "inbox").mkdir()
    killed = []
    for act, lives in zip(acts(seed=2), KILLS, strict=True):
        moment = datetime.fromisoformat(act.moment).replace(tzinfo=UTC)
        (tmp_path / "clock").write_text(str((moment - EVENING).total_seconds()))
        for _ in play(act, tmp_path / "inbox"):
            pass
        for life in lives:
            killed.append(run_until_killed(tmp_path, dice.randint(life // 2, life)) == -9)
        assert run_until_killed(tmp_path, None) == 0

    assert killed == [True] * sum(map(len, KILLS))
    assert bytes_of(tmp_path / "out") == bytes_of(over.office.out)


PLACES = 25
"""Lines of the program that write in such a night, at the least."""


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_disk_that_refuses_every_kind_of_write_changes_no_byte(
    number: int, over: Night, tmp_path: Path
) -> None:
    (tmp_path / "inbox").mkdir()
    marks = tmp_path / "marks"
    marks.mkdir()
    for act in acts(seed=3):
        moment = datetime.fromisoformat(act.moment).replace(tzinfo=UTC)
        (tmp_path / "clock").write_text(str((moment - EVENING).total_seconds()))
        for _ in play(act, tmp_path / "inbox"):
            pass
        # Where the watcher itself cannot begin it ends, and the system begins it again.
        ends = (run_until_killed(tmp_path, None, f"{number}:{marks}") for _ in range(PLACES))
        assert 0 in ends, act.moment

    assert len([*marks.iterdir()]) >= PLACES
    assert bytes_of(tmp_path / "out") == bytes_of(over.office.out)
