"""Every page that `BANMIAN_CORPUS` names converts, validates clean, and loses no text.

As a site it has no broken link.
"""

import os
from pathlib import Path

import pytest

from convert.pipeline.issue import Order, build
from convert.profile import Profile
from convert.settings import ImageSettings, Settings
from convert.validate import validate
from tests.crawler import broken_links
from tests.sites import DAY

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
    order = Order(profile=profile, date=DAY, formats=("json", "founder"))

    edition = build([pdf], tmp_path / "site", order)

    assert validate([tmp_path / "site" / DAY]) == ()
    assert {issue.code for issue in edition.issues} & OF_THE_PROGRAM == set()
    assert broken_links(tmp_path / "site") == set()
