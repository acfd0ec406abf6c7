"""Pages from a store and editions to one, without any server: fsspec's store in memory."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from convert.cli import app
from convert.errors import BanmianError
from convert.pipeline.issue import Order, build
from convert.pipeline.stores import local_folder, local_pages
from tests.test_pipeline import SMALL, page_pdf


@pytest.fixture
def store() -> Iterator[Any]:
    """A store that is empty before and after."""
    import fsspec

    found = fsspec.filesystem("memory")
    found.store.clear()
    yield found
    found.store.clear()


def test_an_edition_from_store_to_store_is_the_one_of_folders(store: Any, tmp_path: Path) -> None:
    for name in ("A01.pdf", "A02.pdf"):
        store.put_file(str(page_pdf(tmp_path / name, f"Page {name} speaks.")), f"/pages/{name}")
    store.pipe_file("/pages/notes.txt", b"no page")
    build([tmp_path], tmp_path / "out", Order(profile=SMALL))

    with local_pages(["memory://pages"]) as paths, local_folder("memory://editions/a") as folder:
        build(paths, folder, Order(profile=SMALL))

    files = {str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*.*")}
    assert {name.removeprefix("/editions/a/") for name in store.find("/editions/a")} == files
    for name in files:
        assert store.cat(f"/editions/a/{name}") == (tmp_path / "out" / name).read_bytes()


def test_the_command_takes_addresses(store: Any, tmp_path: Path) -> None:
    store.put_file(str(page_pdf(tmp_path / "A01.pdf", "Page speaks.")), "/pages/A01.pdf")

    done = CliRunner().invoke(
        app,
        [
            "build",
            "memory://pages/A01.pdf",
            "--out",
            "memory://out",
            "--size",
            "page=200",
            "--no-cache",
        ],
    )

    assert done.exit_code == 0, done.output
    assert "memory://out/edition.json" in done.stdout.splitlines()
    assert store.isfile("/out/edition.json")


@pytest.mark.parametrize(
    ("pdf", "out", "words"),
    [
        ("memory://nothing/A01.pdf", "{tmp}/out", "cannot be read"),
        ("nowhere://x/A01.pdf", "{tmp}/out", "is banmian\\[targets\\] installed"),
        ("{tmp}/A01.pdf", "nowhere://x", "is banmian\\[targets\\] installed"),
    ],
)
def test_an_address_that_leads_nowhere_says_so(
    pdf: str, out: str, words: str, store: Any, tmp_path: Path
) -> None:
    page_pdf(tmp_path / "A01.pdf", "Page speaks.")

    done = CliRunner().invoke(
        app, ["build", pdf.format(tmp=tmp_path), "--out", out.format(tmp=tmp_path), "--no-cache"]
    )

    assert isinstance(done.exception, BanmianError)
    assert done.exception.exit_code in {3, 5}
    with pytest.raises(BanmianError, match=words):
        raise done.exception
