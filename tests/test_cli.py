"""The commands as a person and a workflow meet them."""

import json
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from typer.testing import CliRunner

from convert.cli import FINDINGS, app, main
from convert.errors import BanmianError, SourceError
from convert.reader import SITES
from convert.writers import WRITERS

SAMPLE = next((Path(__file__).parent.parent / "samples" / "courier").rglob("*A001.pdf"))
RUN = CliRunner()


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One page, built by the command."""
    out = tmp_path_factory.mktemp("cli") / "edition"
    done = RUN.invoke(app, ["build", str(SAMPLE), "--out", str(out), "--size", "page=400"])
    assert done.exit_code == 0
    written = sorted(p for p in out.rglob("*") if p.is_file())
    assert done.stdout.splitlines() == [str(p) for p in written]
    assert "1 pages, " in done.stderr
    assert "\x1b" not in done.stderr  # in a pipe there is no progress bar
    return out


def test_a_clean_edition_ends_on_zero(edition: Path) -> None:
    assert RUN.invoke(app, ["validate", str(edition)]).exit_code == 0


def test_findings_end_on_a_code_of_their_own_and_in_a_report(edition: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    data = json.loads((edition / "edition.json").read_text(encoding="utf-8"))
    shutil.copytree(edition / "images", tmp_path / "images")
    data["pages"][0]["source"]["letters"] += 1
    (tmp_path / "edition.json").write_text(json.dumps(data), encoding="utf-8")

    done = RUN.invoke(app, ["validate", str(tmp_path), "--format", "json", "--junit", str(report)])

    assert done.exit_code == FINDINGS
    assert [f["code"] for f in json.loads(done.stdout)] == ["text-lost"]
    assert b"<failure" in report.read_bytes()


@pytest.mark.parametrize("stage", ["lines", "blocks"])
def test_inspect_shows_the_print_of_a_page(stage: str) -> None:
    (region,) = json.loads(RUN.invoke(app, ["inspect", str(SAMPLE), "--stage", stage]).stdout)

    assert region["writing"] == "rightward"
    assert region["blocks"]
    assert all(("lines" in block) == (stage == "lines") for block in region["blocks"])


def test_inspect_shows_the_articles_of_a_page(edition: Path) -> None:
    shown = json.loads(RUN.invoke(app, ["inspect", str(SAMPLE), "--stage", "articles"]).stdout)
    built = json.loads((edition / "edition.json").read_text(encoding="utf-8"))

    assert [[b["text"] for b in a["blocks"]] for a in shown["articles"]] == [
        [b["text"] for b in a["blocks"]] for a in built["articles"]
    ]


def test_inspect_names_a_page_that_is_not_there() -> None:
    done = RUN.invoke(app, ["inspect", str(SAMPLE), "--page", "9"])

    assert isinstance(done.exception, SourceError)
    assert "page 9" in str(done.exception)


def test_preview_draws_on_the_page(edition: Path, tmp_path: Path) -> None:
    done = RUN.invoke(app, ["preview", str(SAMPLE), "--out", str(tmp_path), "--long-side", "400"])

    (picture,) = (Path(line) for line in done.stdout.splitlines())
    with Image.open(picture) as drawn, Image.open(edition / "images" / "p01-page.jpg") as plain:
        assert drawn.size == plain.size
        changed = ImageChops.difference(drawn.convert("RGB"), plain.convert("RGB"))
        stains = changed.point(lambda level: 255 * (level > 64)).getbbox()
    assert stains is not None
    assert stains[2] - stains[0] > 0.8 * drawn.width  # colour from column to column


def test_formats_are_those_of_the_registry() -> None:
    lines = RUN.invoke(app, ["formats"]).stdout.splitlines()

    assert [line.split()[0] for line in lines] == sorted([*WRITERS, *SITES])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--date", "23.11.2026"], "YYYY-MM-DD"),
        (["--date", "2026-02-30"], "YYYY-MM-DD"),
        (["--format", "docx"], "choose founder, json"),
    ],
)
def test_an_option_that_makes_no_sense_says_what_would(
    options: list[str], words: str, tmp_path: Path
) -> None:
    done = RUN.invoke(app, ["build", str(SAMPLE), "--out", str(tmp_path / "out"), *options])

    assert isinstance(done.exception, BanmianError)
    assert words in str(done.exception)
    assert done.exception.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_an_error_is_one_line_and_a_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.argv", ["banmian", "inspect", str(tmp_path / "A01.pdf")])

    with pytest.raises(SystemExit) as ended:
        main()

    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (3, "")
    assert said.err.startswith("error: ")
    assert said.err.count("\n") == 1
