"""Typeset the sample issues again: `python -m samples [issue …]`."""

import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from samples.press import press_pdf

HERE = Path(__file__).parent


def issues() -> list[str]:
    """Return the names of all sample issues."""
    return sorted(path.parent.name for path in HERE.glob("*/issue.py"))


def build(names: Sequence[str]) -> None:
    """Write PDF and truth of every page of the issues named."""
    for name in names:
        for page in import_module(f"samples.{name}.issue").pages():
            target = HERE / name / f"{page.name}.pdf"
            target.write_bytes(press_pdf(page))
            truth = json.dumps(page.truth, ensure_ascii=False, indent=1)
            target.with_suffix(".truth.json").write_text(truth + "\n", encoding="utf-8")
            print(target)  # noqa: T201


if __name__ == "__main__":
    build(sys.argv[1:] or issues())
