"""Each check finds its fault and only that; reports for people, programs and CI."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image

from convert.validate import (
    CHECKS,
    FIRST,
    edition_files,
    findings_to_json,
    findings_to_junit,
    findings_to_text,
    validate,
)
from convert.writers import WRITERS
from tests.desk import small_edition

Content = dict[str, Any]
BOW_TIE = [[0.1, 0.1], [0.2, 0.2], [0.2, 0.1], [0.1, 0.2]]


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """The folder of an edition of two pages with a jump, a picture and doubts."""
    folder = tmp_path / "edition"
    for writer in WRITERS.values():
        for artifact in writer.write(small_edition()):
            (folder / artifact.name).parent.mkdir(parents=True, exist_ok=True)
            (folder / artifact.name).write_bytes(artifact.data)
    (folder / "pages").mkdir()
    Image.new("L", (6, 8), 255).save(folder / "pages" / "p01.png")
    return folder


def double_id(data: Content) -> None:
    data["furniture"][0]["id"] = data["articles"][0]["blocks"][0]["id"]


def unknown_id(data: Content) -> None:
    data["issues"].append({"code": "late-page", "message": "not here", "page": "p09"})


def foreign_figure(data: Content) -> None:
    data["articles"][0]["figures"][0]["page"] = "p02"


def same_number(data: Content) -> None:
    data["pages"][1]["number"] = data["pages"][0]["number"]


def flat_frame(data: Content) -> None:
    data["pages"][0]["frame"][2] = data["pages"][0]["frame"][0]


def inverted_box(data: Content) -> None:
    data["furniture"][0]["box"] = [0.5, 0.5, 0.4, 0.6]


def crossing(data: Content) -> None:
    data["pages"][0]["hotspots"][0]["polygons"] = [BOW_TIE]


def on_another(data: Content) -> None:
    hotspots = data["pages"][1]["hotspots"]
    hotspots.append({"article": data["articles"][0]["id"], "polygons": hotspots[0]["polygons"]})


def no_hotspot(data: Content) -> None:
    data["pages"][0]["hotspots"] = []


def other_size(data: Content) -> None:
    data["pages"][0]["images"][0]["width"] = 7


def letter_lost(data: Content) -> None:
    data["pages"][0]["source"]["letters"] += 1


def other_headline(data: Content) -> None:
    data["articles"][0]["headline"] = "旧桥"


def jump_forgotten(data: Content) -> None:
    del data["articles"][1]["jump"]


FAULTS: Mapping[str, Callable[[Content], None]] = {
    "id-double": double_id,
    "id-unknown": unknown_id,
    "page-foreign": foreign_figure,
    "page-number": same_number,
    "frame": flat_frame,
    "box": inverted_box,
    "hotspot-shape": crossing,
    "hotspot-overlap": on_another,
    "hotspot-missing": no_hotspot,
    "picture": other_size,
    "text-lost": letter_lost,
    "field-differs": other_headline,
    "jump-one-sided": jump_forgotten,
}
"""One fault for each check that one file alone can fail."""


def spoil(edition: Path, fault: Callable[[Content], None]) -> Path:
    """Put a fault into edition.json; return that file."""
    file = edition / "edition.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    fault(data)
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return file


def test_a_whole_edition_has_no_findings(edition: Path) -> None:
    assert validate([edition]) == ()


def test_a_hotspot_beside_the_page_breaks_the_schema(edition: Path) -> None:
    def leave(data: Content) -> None:
        data["pages"][0]["hotspots"][0]["polygons"][0][0][0] = -0.25

    assert {f.code for f in validate([spoil(edition, leave)])} == {"schema"}


def test_every_check_has_its_fault() -> None:
    assert {*FAULTS, "disagree", "path-outside"} == set(CHECKS)


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_found_by_its_check_and_no_other(code: str, edition: Path) -> None:
    file = spoil(edition, FAULTS[code])

    findings = validate([file])

    assert {f.code for f in findings} == {code}
    assert all((f.path, f.cure) == (file, CHECKS[code].cure) for f in findings)
    assert all(f.where and f.message for f in findings)


def test_files_that_differ_are_found_by_the_place(edition: Path) -> None:
    spoil(edition, lambda data: data["issue"].update(number="12346"))

    (finding,) = validate([edition])

    assert (finding.code, finding.where) == ("disagree", "/issue/number")


def test_a_link_that_leaves_the_edition_is_not_followed(edition: Path, tmp_path: Path) -> None:
    (edition / "pages").rename(tmp_path / "elsewhere")
    (edition / "pages").symlink_to(tmp_path / "elsewhere")

    assert {f.code for f in validate([edition])} == {"path-outside"}


@pytest.mark.parametrize("name", ["edition.json", "edition.xml"])
def test_a_file_cut_off_is_unreadable_and_asked_no_more(name: str, edition: Path) -> None:
    file = edition / name
    file.write_bytes(file.read_bytes()[:-40])

    assert [(f.code, f.path) for f in validate([edition])] == [("unreadable", file)]


def test_a_missing_edition_is_unreadable(tmp_path: Path) -> None:
    assert [f.code for f in validate([tmp_path])] == ["unreadable"]


def test_a_document_type_is_not_let_in(edition: Path) -> None:
    file = edition / "edition.xml"
    text = file.read_text(encoding="utf-8")
    bomb = '<!DOCTYPE edition [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    file.write_text(text.replace("<edition", f"{bomb}<edition", 1), encoding="utf-8")

    assert [f.code for f in validate([file])] == ["unreadable"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("edition.json", '"frame"', '"farme"'),
        ("edition.xml", "frame=", "farme="),
        ("edition.xml", 'points="0', 'points="-0'),
        ("edition.json", "pages/p01.png", "../p01.png"),
        ("edition.xml", "pages/p01.png", "/p01.png"),
    ],
)
def test_what_breaks_the_schema_is_found_in_either_file(
    name: str, old: str, new: str, edition: Path
) -> None:
    file = edition / name
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    findings = validate([file])

    assert {f.code for f in findings} == {"schema"}
    assert all(f.where for f in findings)


@pytest.mark.parametrize("harm", ["gone", "cut off", "no picture"])
def test_a_picture_that_cannot_be_shown_is_found(harm: str, edition: Path) -> None:
    picture = edition / "pages" / "p01.png"
    data = picture.read_bytes()
    picture.unlink()
    if harm != "gone":
        picture.write_bytes(data[:50] if harm == "cut off" else b"<svg/>")

    assert {f.code for f in validate([edition])} == {"picture"}


def test_reports_name_code_place_and_cure(edition: Path) -> None:
    file = spoil(edition, letter_lost)
    (finding,) = validate([file])

    assert findings_to_text([finding]).startswith(f"{file.as_posix()}: p01: error: text-lost: ")
    assert json.loads(findings_to_json([finding])) == [
        {
            "code": "text-lost",
            "severity": "error",
            "path": file.as_posix(),
            "where": "p01",
            "message": finding.message,
            "cure": CHECKS["text-lost"].cure,
        }
    ]


def test_the_report_for_ci_has_a_case_for_each_file_and_check(edition: Path) -> None:
    spoil(edition, letter_lost)
    (edition / "edition.xml").write_bytes(b"<edition")

    root = etree.fromstring(findings_to_junit(validate([edition]), edition_files([edition])))

    counts = [(s.get("tests"), s.get("failures"), s.get("skipped")) for s in root]
    every = len(FIRST) + len(CHECKS)
    assert counts == [(str(every), "1", "0"), (str(every), "1", str(every - 1))]
    failed = [
        case.get("name") for case in root.iter("testcase") if case.find("failure") is not None
    ]
    assert failed == ["text-lost", "unreadable"]
