"""The search index of an archive: months of the newest year, whole years before it.

A segment is made anew from what its issues brought along (`search.bin`), in a folder named
after its content; the list of segments is replaced last, and what no list names is removed.
"""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from convert.errors import OutputError
from convert.pipeline.folder import replace_file, settle, write_file
from convert.reader.pages import SEARCH
from convert.reader.search.segment import Segment, from_bytes, merged, segments_script, shards

FOLDER = "search"


def update_segments(
    out: Path, month: str, days: Iterable[str], before: Mapping[str, str], newest_year: str
) -> dict[str, str]:
    """Index the month anew that has changed; join the months of years that are over.

    Args:
        out: the archive.
        month: YYYY-MM.
        days: the issues of that month's year.
        before: digests of the segments by month or year.
        newest_year: of all issues.

    Raises:
        OutputError: an issue's part of the index is damaged.
        OSError: the disk refuses.
    """
    year = month[:4]
    after = dict(before)
    period = month if year == newest_year else year
    after[period] = _build(out, period, [d for d in days if d.startswith(period)])
    for over in sorted({p[:4] for p in after if len(p) > 4} - {newest_year}):
        after[over] = _build(out, over, _issues_on_disk(out, over))
        after = {p: d for p, d in after.items() if not p.startswith(f"{over}-")}
    listed = sorted(after.items(), reverse=True)
    replace_file(out / FOLDER / "segments.js", segments_script(listed))
    _sweep(out / FOLDER, before, after)
    return dict(sorted(after.items()))


def _issues_on_disk(out: Path, year: str) -> list[str]:
    return [path.parent.name for path in out.glob(f"{year}-??-??/{SEARCH}")]


def _build(out: Path, period: str, days: Iterable[str]) -> str:
    digest, files = shards(period, merged([_read(out / day / SEARCH) for day in sorted(days)]))
    folder = out / FOLDER / period / digest
    if (folder / "directory.js").is_file():
        return digest
    for artifact in files:
        write_file(out / artifact.name, artifact.data)
    settle(folder)
    return digest


def _read(path: Path) -> Segment:
    try:
        return from_bytes(path.read_bytes())
    except ValueError as error:
        raise OutputError(f"{path}: {error}; build the issue of that day again") from error


def _sweep(folder: Path, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Remove segments that neither this list nor the one before it names."""
    kept = {(p, d) for listed in (before, after) for p, d in listed.items()}
    for period in folder.iterdir():
        if period.is_dir():
            for digest in period.iterdir():
                if (period.name, digest.name) not in kept:
                    shutil.rmtree(digest, ignore_errors=True)
