"""Seconds per page of `build` against the floor, in one run: `python -m benchmarks FOLDER…`.

The machine may be shared, so everything is measured in turn, several times, and the best
time counts. Ratios hold within one run; seconds only on one machine.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.floor import DPI, run_floor, run_floor_in_processes
from benchmarks.longrun import long_runs
from benchmarks.memory import Peaks
from benchmarks.others import poppler, whole_command
from convert.articles import find_articles
from convert.layout import find_layout
from convert.pipeline.issue import Order, build
from convert.pipeline.pages import Tell
from convert.profile import Profile
from convert.settings import ImageSettings, Settings
from convert.sheet import close_all
from convert.source import count_pages, read_page

ROUNDS = 5


def main(folders: Sequence[Path]) -> None:
    """Print a table for each folder, then what concerns long runs and starting."""
    for folder in folders:
        _compare(folder)
    paths = sorted(folders[-1].rglob("*.pdf"))
    long_runs(paths, _say)
    _starting()


def _compare(folder: Path) -> None:
    paths = sorted(folder.rglob("*.pdf"))
    pages = sum(map(count_pages, paths))
    tasks: dict[str, Callable[[], None]] = {
        "floor, 1 process": lambda: run_floor(paths),
        "floor, 2 processes": lambda: run_floor_in_processes(paths, 2),
        "build, 1 process": lambda: _build(paths, 1),
        "build, 2 processes": lambda: _build(paths, 2),
    }
    if poppler is not None:
        tasks["pdftotext and pdftoppm"] = lambda: poppler(paths, DPI)
    best = _in_turn(tasks)
    floor = best["floor, 1 process"]
    _say(f"{folder.name}: {pages} pages, best of {ROUNDS}", "s/page", "x the floor")
    for name, seconds in best.items():
        _say(name, f"{seconds / pages:.3f}", f"{seconds / floor:.2f}")
    gain = best["build, 1 process"] / best["build, 2 processes"]
    most = best["floor, 1 process"] / best["floor, 2 processes"]
    _say("two processes against one", "", f"{gain:.2f} (floor {most:.2f})")
    _whole_commands(paths, pages)
    _engine(paths)
    peaks = Peaks()
    _build(paths, 2, lambda _: peaks.look())
    for name, mebibytes in peaks.table():
        _say(f"peak memory, {name}", f"{mebibytes} MiB")


def _in_turn(tasks: dict[str, Callable[[], None]]) -> dict[str, float]:
    """The best time of each task in seconds; a first round only warms up."""
    best = dict.fromkeys(tasks, float("inf"))
    for number in range(ROUNDS + 1):
        for name, task in tasks.items():
            seconds = _timed(task)
            best[name] = min(best[name], seconds) if number else best[name]
    return best


def _timed(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def _build(paths: Sequence[Path], workers: int, tell: Tell = lambda _: None) -> None:
    page = read_page(paths[0], 0, Settings().source)
    long_side = round(max(page.width, page.height) * DPI / 72)
    images = ImageSettings(sizes={"page": long_side}, figures=False)
    order = Order(
        profile=Profile(settings=Settings(images=images)),
        workers=workers,
        tell=tell,
    )
    with tempfile.TemporaryDirectory() as folder:
        build(_plainly_named(paths, Path(folder)), Path(folder) / "edition", order)
    close_all()


def _plainly_named(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Links to pages under names that do not say spread: the floor draws no halves."""
    links = [folder / f"page-{number:03}.pdf" for number in range(len(paths))]
    for link, path in zip(links, paths, strict=True):
        link.symlink_to(path.resolve())
    return links


def _whole_commands(paths: Sequence[Path], pages: int) -> None:
    """What a person waits for, with the start of Python and all that it loads."""
    for workers in ("1", "2"):
        with tempfile.TemporaryDirectory() as out:
            arguments = ["build", *map(str, paths), "--out", f"{out}/edition"]
            command = ["-m", "convert", *arguments, "--workers", workers, "--no-cache"]
            seconds = min(_timed(lambda c=command: whole_command(c)) for _ in range(3))
        _say(f"whole command, --workers {workers}", f"{seconds / pages:.3f}", f"{seconds:.2f} s")


def _starting() -> None:
    for name, command in (
        ("banmian --help", ["-m", "convert", "--help"]),
        ("import convert", ["-c", "import convert"]),
        ("Python itself", ["-c", ""]),
    ):
        seconds = min(_timed(lambda c=command: whole_command(c)) for _ in range(7))
        _say(name, f"{seconds:.3f} s")


def _engine(paths: Sequence[Path]) -> None:
    """Layout and articles alone, page by page."""
    times = []
    for path in paths:
        for index in range(count_pages(path)):
            page = read_page(path, index, Settings().source)
            times.append(min(_timed(lambda p=page: find_articles(find_layout(p))) for _ in "123"))
    _say("engine alone, median page", f"{median(times):.4f}")
    _say("engine alone, slowest page", f"{max(times):.4f}")


def _say(name: str, *values: str) -> None:
    print(f"{name:32}" + "".join(f"{value:>12}" for value in values))  # noqa: T201


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
