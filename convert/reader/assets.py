"""Styles and scripts of the site, in a folder named after what they say.

A page goes on to find the ones it was made with, and a browser may keep them for ever.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

from convert.artifact import Artifact
from convert.reader.search.fold import folding_script

FOLDER = "assets"
ZONES = 120
"""Articles of a page whose hotspot lights up with their line of the list without scripts."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LOOSE = re.compile(r" ?([{};,]) ?|(?<=:) ")
FOUND = ":is(:hover,:focus-visible)"


@cache
def assets() -> tuple[tuple[str, bytes], ...]:
    """Return names and contents of all static files."""
    folder = files(__package__) / "static"
    found = {f.name: _lean(f.name, f.read_text(encoding="utf-8")) for f in folder.iterdir()}
    found["zones.css"] = _zone_rules()
    found["fold.js"] = folding_script()
    return tuple(sorted(found.items()))


@cache
def asset_folder() -> str:
    """Return the folder of these files, relative to the archive."""
    whole = hashlib.sha256()
    for name, data in assets():
        whole.update(f"{name} {len(data)} ".encode() + data)
    return f"{FOLDER}/{whole.hexdigest()[:8]}"


def asset_files() -> Iterator[Artifact]:
    """Yield the static files, relative to the archive."""
    for name, data in assets():
        yield Artifact(PurePosixPath(asset_folder(), name), data)


def _lean(name: str, text: str) -> bytes:
    """Leave out what only people need: comments and indents."""
    if name.endswith((".css", ".js")):
        text = "\n".join(
            line for line in map(str.strip, _COMMENT.sub("", text).split("\n")) if line
        )
    if name.endswith(".css"):
        text = _LOOSE.sub(r"\1", text.replace(";\n}", "}").replace("\n", " "))
    return text.encode()


def _zone_rules() -> bytes:
    """The line under the pointer or the focus draws the ring round its hotspot."""
    lines = ",\n".join(
        f".leaf:has(.heads>li:nth-child({n}) a{FOUND}) .zones>a:nth-child({n})>path"
        for n in range(1, ZONES + 1)
    )
    return f"{lines} {{ stroke: var(--ring); fill: var(--ring-fill); }}\n".encode()
