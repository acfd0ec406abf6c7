"""Long runs: does a page cost the same in a long issue, and what does a second run cost?"""

import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

import pikepdf

from benchmarks.memory import Peaks
from convert.pipeline.issue import Order, build
from convert.sheet import close_all

SHORT, LONG = 8, 256
ISSUE = 32
"""Pages of the issue that is built twice."""
Say = Callable[..., None]


def long_runs(paths: Sequence[Path], say: Say) -> None:
    """Print seconds per page and memory of a short and a long run, and of second runs.

    Args:
        paths: single pages; they are repeated until there are enough.
        say: prints a name and values.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        pages = _issue(paths, home / "pages", LONG)
        build(pages[:SHORT], home / "out", Order(workers=2))  # all is loaded now
        per_page = {}
        for count in (SHORT, LONG):
            peaks = Peaks()
            order = Order(workers=2, tell=lambda _, p=peaks: p.look())
            per_page[count] = _timed(pages[:count], home / "out", order) / count
            say(f"{count} pages, two processes", f"{per_page[count]:.3f}")
            for name, mebibytes in peaks.table():
                say(f"  peak memory, {name}", f"{mebibytes} MiB")
        say("a page of the long run", "", f"{per_page[LONG] / per_page[SHORT]:.2f} x")
        _second_runs(pages[:ISSUE], home, say)
    close_all()


def _second_runs(pages: Sequence[Path], home: Path, say: Say) -> None:
    order = Order(workers=2, cache=home / "cache")
    first = _timed(pages, home / "out", order)
    again = _timed(pages, home / "out", order)
    _touch(pages[0], 1)
    changed = _timed(pages, home / "out", order)
    say(f"{len(pages)} pages, nothing known", f"{first:.2f} s")
    say("the same again", f"{again:.2f} s", f"{again / first:.1%}")
    say("with one page changed", f"{changed:.2f} s", f"{changed / first:.1%}")


def _timed(pages: Sequence[Path], out: Path, order: Order) -> float:
    start = time.perf_counter()
    build(pages, out, order)
    return time.perf_counter() - start


def _issue(paths: Sequence[Path], folder: Path, count: int) -> list[Path]:
    """Write as many pages, each a file of its own that differs from all others."""
    folder.mkdir()
    pages = []
    for number, path in enumerate(islice(cycle(paths), count), start=1):
        page = folder / f"A{number:03}.pdf"
        shutil.copyfile(path, page)
        _touch(page, 1000 + number)
        pages.append(page)
    return pages


def _touch(page: Path, mark: int) -> None:
    """Make a file another one without changing its page."""
    with pikepdf.open(page, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Banmian"] = str(mark)
        pdf.save(page)
