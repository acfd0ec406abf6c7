"""What is kept of pages: the same result without the work, and never a wrong one."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from convert.cache import Cache, default_folder
from convert.errors import SourceError
from convert.imaging.render import render
from convert.pipeline import pictures, recall, work
from convert.pipeline.issue import Order, build
from convert.profile import Profile
from convert.settings import ImageSettings, InkSettings, Settings, SourceSettings
from convert.source import read_page
from tests.test_pipeline import page_pdf

IMAGES = ImageSettings(sizes={"page": 200}, tiles=("dzi",), pdf=True)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every page that is read and every page that is drawn, by file name."""
    done: list[str] = []
    read, draw = read_page, render

    def reading(path: Path, *rest: Any) -> Any:
        done.append(f"read {path.name}")
        return read(path, *rest)

    def drawing(path: Path, *rest: Any) -> Any:
        done.append(f"draw {path.name}")
        return draw(path, *rest)

    monkeypatch.setattr(work, "read_page", reading)
    monkeypatch.setattr(pictures, "render", drawing)
    return done


def order(tmp_path: Path, images: ImageSettings = IMAGES, **source: Any) -> Order:
    settings = Settings(images=images, source=SourceSettings(**source))
    return Order(profile=Profile(settings=settings), cache=tmp_path / "cache")


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_second_run_gives_the_same_bytes_without_the_work(
    tmp_path: Path, counted: list[str]
) -> None:
    pdfs = [page_pdf(tmp_path / f"A0{n}.pdf", f"Page {n} speaks.") for n in (1, 2)]
    build(pdfs, tmp_path / "first", order(tmp_path))
    counted.clear()

    build(pdfs, tmp_path / "second", order(tmp_path))

    assert counted == []
    assert files(tmp_path / "first") == files(tmp_path / "second")
    assert any("tiles" in name for name in files(tmp_path / "second"))


def test_one_changed_page_costs_one_page(tmp_path: Path, counted: list[str]) -> None:
    pdfs = [page_pdf(tmp_path / f"A0{n}.pdf", f"Page {n} speaks.") for n in (1, 2, 3)]
    build(pdfs, tmp_path / "out", order(tmp_path))
    counted.clear()
    page_pdf(pdfs[1], "Page 2 says something else.")

    edition = build(pdfs, tmp_path / "out", order(tmp_path))

    assert counted == ["read A02.pdf", "draw A02.pdf"]
    assert "something else" in edition.articles[1].blocks[0].text


def test_another_engine_draws_nothing_again(
    tmp_path: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = page_pdf(tmp_path / "A01.pdf", "Page 1 speaks.")
    build([pdf], tmp_path / "out", order(tmp_path))
    counted.clear()
    program = recall._program
    monkeypatch.setattr(
        recall, "_program", lambda parts: "new" if parts == (".",) else program(parts)
    )

    build([pdf], tmp_path / "out", order(tmp_path))

    assert counted == ["read A01.pdf"]


@pytest.mark.parametrize(
    "changed",
    [
        {"images": replace(IMAGES, sizes={"page": 210})},
        {"images": replace(IMAGES, types=("png",))},
        {"inks": InkSettings(black="profile")},
        {"box": "media"},
    ],
    ids=str,
)
def test_other_settings_are_another_page(
    changed: dict[str, Any], tmp_path: Path, counted: list[str]
) -> None:
    pdf = page_pdf(tmp_path / "A01.pdf", "Page 1 speaks.")
    build([pdf], tmp_path / "out", order(tmp_path))
    counted.clear()

    build([pdf], tmp_path / "out", order(tmp_path, **changed))

    assert "read A01.pdf" in counted


@pytest.mark.parametrize("damage", ["cut entry", "no entry", "cut file", "no file", "odd value"])
def test_a_damaged_cache_is_read_past(damage: str, tmp_path: Path, counted: list[str]) -> None:
    pdf = page_pdf(tmp_path / "A01.pdf", "Page 1 speaks.")
    build([pdf], tmp_path / "first", order(tmp_path))
    counted.clear()
    for kept in (tmp_path / "cache").rglob("*"):
        if kept.is_file() and damage.endswith("entry") == (kept.suffix == ".json"):
            if damage.startswith("no"):
                kept.unlink()
            else:
                kept.write_bytes(kept.read_bytes()[:7])
        if kept.is_file() and kept.suffix == ".json" and damage == "odd value":
            kept.write_text(json.dumps({"files": {}, "value": {"part": 7}}))

    build([pdf], tmp_path / "second", order(tmp_path))

    assert "read A01.pdf" in counted
    assert files(tmp_path / "first") == files(tmp_path / "second")


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    pdf = page_pdf(tmp_path / "A01.pdf", "Page 1 speaks.")

    build([pdf], tmp_path / "out", order(tmp_path))

    assert (tmp_path / "out" / "edition.json").is_file()


def test_a_page_that_failed_is_tried_again(
    tmp_path: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = page_pdf(tmp_path / "A01.pdf", "Page 1 speaks.")
    with monkeypatch.context() as patch:
        patch.setattr(pictures, "render", _fail)
        broken = build([pdf], tmp_path / "out", order(tmp_path))

    mended = build([pdf], tmp_path / "out", order(tmp_path))

    assert "page-not-drawn" in {issue.code for issue in broken.issues}
    assert "page-not-drawn" not in {issue.code for issue in mended.issues}


def _fail(path: Path, *_: Any) -> Any:
    raise SourceError(path, "there is too little memory")


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache, here = Cache(tmp_path / "cache"), tmp_path / "here"
    here.mkdir()
    for age, name in enumerate(("old", "used", "new")):
        (here / name).write_bytes(name.encode() * 1000)
        cache.keep(name, name, [name], here)
        for path in (tmp_path / "cache").rglob("*"):
            if path.is_file() and path.stat().st_mtime > 1000:
                os.utime(path, (age + 1, age + 1))
    cache.recall("used", tmp_path / "out")

    cache.prune(8000)

    kept = {name for name in ("old", "used", "new") if cache.recall(name, tmp_path / "out")}
    assert kept == {"used", "new"}


def test_names_from_the_cache_cannot_leave_the_edition(tmp_path: Path) -> None:
    cache, here = Cache(tmp_path / "cache"), tmp_path / "here"
    here.mkdir()
    (here / "a.txt").write_text("a")
    cache.keep("entry", 1, ["a.txt"], here)
    (entry,) = (tmp_path / "cache").rglob("entry.json")
    entry.write_text(entry.read_text().replace("a.txt", "../b.txt"))

    assert cache.recall("entry", tmp_path / "out") is None
    assert not (tmp_path / "b.txt").exists()


def test_the_cache_has_its_place_and_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert default_folder() == Path("/somewhere/banmian")
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert default_folder() == Path.home() / ".cache" / "banmian"
    monkeypatch.setenv("BANMIAN_CACHE", "off")
    assert default_folder() is None
