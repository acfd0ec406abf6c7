"""Promises of the project as a whole: its layers, its files, what it installs."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import convert

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "convert"
MODULES = sorted(PACKAGE.rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

LAYERS = (
    {"artifact", "cache", "errors", "geometry", "letters", "direction"},
    {"language", "model", "rings", "settings"},
    {"typeface", "profile", "pdf", "icc", "inks", "presswork", "overprint", "sheet"},
    {"naming"},
    {
        "source",
        "layout",
        "articles",
        "edition",
        "imaging",
        "writers",
        "reader",
        "validate",
    },
    {"pipeline"},
    {"nightly", "review"},
    {"cli"},
    {"__main__"},
)
"""Imports point down only; stages of one layer do not know each other."""
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
GROUND = 4
"""Layers below the stages; within them, a later one may use an earlier one."""

HEAVY = ("pymupdf", "pdfplumber", "numpy", "scipy", "shapely", "lxml", "PIL", "pikepdf")


def imports(path: Path) -> set[str]:
    """Return the parts of `convert` that the module at `path` imports."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
    return {name.split(".")[1] for name in names if name.startswith("convert.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_downwards(path: Path) -> None:
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if part == "__init__":
        return
    rank = RANK[part]

    others = {name for name in imports(path) - {part} if name in RANK}
    upwards = {name for name in others if RANK[name] > rank}
    sideways = {name for name in others if RANK[name] == rank >= GROUND}

    assert upwards | sideways == set()


@pytest.mark.parametrize("module", ["convert", "convert.cli"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert not set(HEAVY) & set(loaded)


def test_the_changelog_begins_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.findall(r"^## (\S+)", text, re.MULTILINE)[0] == convert.__version__


def test_constraints_name_versions_and_nothing_else() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split("\n")

    assert lines.pop() == ""
    assert [x for x in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", x)] == []


def test_constraints_cover_every_dependency_that_is_installed() -> None:
    optional = PROJECT["project"]["optional-dependencies"]
    wanted = [*PROJECT["project"]["dependencies"], *optional["dev"]]
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pinned = {_normal(line.split("==")[0]) for line in text.split()}

    missing = {_normal(re.split(r"[<>=~!\[; ]", want)[0]) for want in wanted} - pinned

    assert missing == set()


def test_every_dependency_has_a_bound_below() -> None:
    groups = PROJECT["project"]["optional-dependencies"].values()
    wanted = [*PROJECT["project"]["dependencies"], *(w for g in groups for w in g)]

    assert [want for want in wanted if ">=" not in want] == []


def test_what_the_wheel_takes_along_is_there() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]

    for folder in wheel["force-include"]:
        assert list((ROOT / folder).iterdir())
    assert (PACKAGE / "py.typed").exists()


def test_the_licence_is_the_agpl() -> None:
    head = (ROOT / "LICENSE").read_text(encoding="utf-8").split("\n")[:2]

    assert [line.strip() for line in head] == [
        "GNU AFFERO GENERAL PUBLIC LICENSE",
        "Version 3, 19 November 2007",
    ]
    assert PROJECT["project"]["license"] == "AGPL-3.0-or-later"


def test_no_work_is_left_marked_as_to_do() -> None:
    marks = re.compile(r"\b(?:TO" "DO|FIX" "ME|X" "XX)\\b|NotImplemented" "Error")
    folders = ("convert", "tests", "docs", "schemas", "benchmarks")
    paths = [p for folder in folders for p in (ROOT / folder).rglob("*.*")]
    texts = [p for p in paths if p.suffix in {".py", ".md", ".json", ".xsd", ".toml"}]

    left = [p for p in texts if marks.search(p.read_text(encoding="utf-8"))]

    assert left == []


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
