"""The shape of the package, kept by a test instead of by memory."""

import ast
from pathlib import Path

import pytest

import convert

ROOT = Path(convert.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))

LAYERS = (
    {"errors", "geometry", "letters"},
    {"model", "settings"},
    {"rings"},
    {
        "source",
        "layout",
        "articles",
        "edition",
        "imaging",
        "writers",
        "validate",
        "reader",
    },
    {"pipeline"},
    {"nightly"},
    {"review"},
    {"cli"},
    {"__main__"},
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def imports(path: Path) -> set[str]:
    """The parts of `convert` that the module at `path` imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {n.split(".")[1] for n in names if n.startswith("convert.")}
    return found & RANK.keys() | {name for name in found if (ROOT / name).exists()}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_downwards(path: Path) -> None:
    part = path.relative_to(ROOT).parts[0].removesuffix(".py")
    if part == "__init__":
        return

    upwards = {n for n in imports(path) - {part} if RANK[n] >= RANK[part]}

    assert upwards == set()
