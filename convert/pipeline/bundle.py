"""One issue as a ZIP: unpacked, it is a small archive of its own that opens from a folder."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from convert.artifact import Artifact
from convert.pipeline.folder import sync
from convert.reader.assets import asset_files
from convert.reader.feeds import write_feeds
from convert.reader.front import day_of, write_front, write_year
from convert.reader.issue import IssueView
from convert.reader.pages import SEARCH, write_issue
from convert.reader.search.segment import from_bytes, segments_script, shards
from convert.reader.site import Site

FORMAT = "zip"
SEGMENTS = PurePosixPath("search", "segments.js")
NAME = "issue.zip"
"""In the folder of its issue."""
PACKED = frozenset({".html", ".js", ".css", ".json", ".xml", ".svg", ".txt"})
"""Kinds of files that become smaller; pictures do not."""


def write_bundle(folder: Path, issue: IssueView, site: Site) -> None:
    """Write the ZIP of the issue in `folder`, whole or not at all; the same bytes each time.

    Raises:
        OSError: the disk refuses.
    """
    own = replace(site, bundled=False, url="")
    made = {str(a.name): a.data for a in _around(folder, issue, own)}
    made |= {f"{issue.date}/{a.name}": a.data for a in write_issue(issue, own)}
    pictures = {
        f"{issue.date}/{path.relative_to(folder).as_posix()}": path
        for path in folder.rglob("*")
        if path.is_file() and path.name != NAME
    }
    with zipfile.ZipFile(folder / NAME, "w") as bundle:
        for name in sorted({*made, *pictures}):
            bundle.writestr(
                _entry(name), made[name] if name in made else pictures[name].read_bytes()
            )
    sync(folder / NAME)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = 0o644 << 16
    if Path(name).suffix in PACKED:
        entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _around(folder: Path, issue: IssueView, site: Site) -> Iterator[Artifact]:
    day, year, month = day_of(issue.record), issue.date[:4], issue.date[:7]
    yield from asset_files()
    yield from write_front(issue.record, [day], [year], site)
    yield from write_year(year, {issue.date: day}, [year], site)
    yield from write_feeds([issue.record], [month], site)
    digest, files = shards(month, from_bytes((folder / SEARCH).read_bytes()))
    yield from files
    yield Artifact(SEGMENTS, segments_script([(month, digest)]))
