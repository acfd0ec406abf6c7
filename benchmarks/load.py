"""Many pages at once: python -m benchmarks.load [PAGES], beside `build` on the same pages.

The sample pages are taken in turn, each time with other bytes at the end, so that none is
known already. Prints pages a second of both, how busy the processors were, and the memory
of the watcher.
"""

import os
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from convert.nightly.desk import Desk
from convert.nightly.office import Office
from convert.nightly.shift import Shift
from convert.nightly.walls import LOADED
from convert.pipeline.forks import warm_up
from convert.pipeline.issue import Order, build
from convert.profile import Profile

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*/*.pdf"))
WORKERS = os.cpu_count() or 1
DAY = datetime.now(UTC).date() + timedelta(days=2)
"""Its deadline is not near: then an issue is looked at all the time."""


def paper(pages: int) -> Profile:
    """Return a paper with that many pages."""
    return Profile.model_validate(
        {
            "files": {"convention": "founder"},
            "plan": {"sections": [{"label": "A", "pages": pages}]},
            "rules": {"days_ahead": 400},
            "inbox": {"settle": 0.1},
            "keep": {"days": 4000},
            "settings": {"source": {"ocr": "off"}},
        }
    )


def write_pages(folder: Path, pages: int) -> list[Path]:
    """Write the pages; return their paths."""
    folder.mkdir()
    paths = []
    for number in range(1, pages + 1):
        data = SAMPLES[number % len(SAMPLES)].read_bytes()
        path = folder / f"LT{DAY:%Y%m%d}A{number:03}.pdf"
        path.write_bytes(data + b"\n%% %d\n%%%%EOF\n" % number)
        paths.append(path)
    return paths


def busy() -> float:
    """Return the processor's seconds of this process and of those that have ended."""
    mine = resource.getrusage(resource.RUSAGE_SELF)
    return mine.ru_utime + mine.ru_stime


def idle() -> tuple[float, float]:
    """Return seconds that the machine was idle, and all seconds, over all processors."""
    fields = Path("/proc/stat").read_text(encoding="ascii").split("\n")[0].split()[1:]
    ticks = [int(field) for field in fields]
    return (ticks[3] + ticks[4]) / os.sysconf("SC_CLK_TCK"), sum(ticks) / os.sysconf("SC_CLK_TCK")


def main(pages: int) -> None:
    """Measure both."""
    with tempfile.TemporaryDirectory(prefix="load-") as name:
        home, profile = Path(name), paper(pages)
        warm_up(
            *LOADED, "benchmarks.load"
        )  # what both need; else the night's part would be loaded for each page
        write_pages(home / "inbox", pages)
        paths = write_pages(home / "pages", pages)
        office = Office(home / "inbox", home / "out", home / "out" / ".night")
        shift = Shift(office, {"load": profile}, WORKERS)
        begun, rest, own = time.monotonic(), idle(), busy()

        def until(desk: Desk) -> bool:
            return bool(desk.done and (home / "out" / "load" / DAY.isoformat()).is_dir())

        shift.work(until=until)
        seconds = time.monotonic() - begun
        _tell("watch", pages, seconds, rest)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        share = (busy() - own) / seconds
        print(f"the watcher itself: {share:.0%} of a processor, {memory} MiB")  # noqa: T201
        # Last, as what it holds would count as the watcher's.
        begun, rest = time.monotonic(), idle()
        build(paths, home / "built", Order(profile=profile, workers=WORKERS))
        _tell("build", pages, time.monotonic() - begun, rest)


def _tell(what: str, pages: int, seconds: float, before: tuple[float, float]) -> None:
    free, whole = idle()
    used = 1 - (free - before[0]) / (whole - before[1])
    print(  # noqa: T201
        f"{what}: {pages / seconds:.2f} pages a second, the processors {used:.0%} busy", flush=True
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
