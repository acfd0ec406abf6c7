"""Every page that `BANMIAN_CORPUS` names converts, validates clean, and loses no text."""

import os
from pathlib import Path

import pytest

from convert.pipeline.issue import Order, build
from convert.profile import Profile
from convert.settings import ImageSettings, Settings
from convert.validate import validate

CORPUS = Path(os.environ.get("BANMIAN_CORPUS") or "nowhere")
PAGES = sorted(CORPUS.rglob("*.pdf"))
OF_THE_PROGRAM = {"span-lost", "span-doubled", "text-differs", "hotspot-overlap", "hotspot-shape"}
"""Issues that say that the program did not keep a promise."""


def test_there_are_pages() -> None:
    if not CORPUS.is_dir():
        pytest.skip("NOT RUN: BANMIAN_CORPUS names no folder with pages")

    assert PAGES


@pytest.mark.parametrize("pdf", PAGES, ids=lambda p: p.stem)
def test_a_page_converts_and_validates(pdf: Path, tmp_path: Path) -> None:
    profile = Profile(settings=Settings(images=ImageSettings(sizes={})))

    edition = build([pdf], tmp_path / "edition", Order(profile=profile))

    assert validate([tmp_path / "edition"]) == ()
    assert {issue.code for issue in edition.issues} & OF_THE_PROGRAM == set()
