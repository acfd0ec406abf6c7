"""Docs that cannot drift."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from convert.nightly.events import EVENTS
from convert.reader import SITES
from convert.validate import CHECKS, FIRST
from convert.writers import WRITERS

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
CODES = sorted(
    {
        code
        for path in (ROOT / "convert").rglob("*.py")
        if "validate" not in path.parts
        for code in re.findall(r'code="([a-z-]+)"', path.read_text(encoding="utf-8"))
        if code not in EVENTS  # docs/night.md lists them
    }
)


def test_the_cli_reference_is_current() -> None:
    command = ["-m", "typer", "convert.cli", "utils", "docs", "--name", "banmian"]

    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True)

    assert (DOCS / "cli.md").read_text(encoding="utf-8") == done.stdout


@pytest.mark.parametrize("name", [*WRITERS, *SITES])
def test_every_format_is_documented(name: str) -> None:
    assert f"`{name}`" in (DOCS / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES)
def test_every_issue_code_is_documented(code: str) -> None:
    assert f"`{code}`" in (DOCS / "errors.md").read_text(encoding="utf-8")


def test_every_check_is_documented_with_its_cure() -> None:
    text = (DOCS / "validation.md").read_text(encoding="utf-8")
    rows = [
        tuple(cell.strip() for cell in line.split("|")[1:-1])
        for line in text.splitlines()
        if line.startswith("| `")
    ]

    assert [(code, cure) for code, _, cure in rows[: len(FIRST)]] == [
        (f"`{code}`", cure) for code, cure in FIRST.items()
    ]
    assert rows[len(FIRST) :] == [(f"`{c}`", k.summary, k.cure) for c, k in CHECKS.items()]
