"""Seconds per page of `build` against the floor, in one run: `python -m benchmarks FOLDER`."""

import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.floor import DPI, run_floor
from convert.pipeline.issue import Order, build
from convert.profile import Profile
from convert.settings import ImageSettings, Settings
from convert.source import read_page


def main(folder: Path) -> None:
    """Print the floor, the build on one and two processes, the ratios, the memory."""
    paths = sorted(folder.rglob("*.pdf"))
    page = read_page(paths[0], 0, Settings().source)
    images = ImageSettings(long_side=round(max(page.width, page.height) * DPI / 72), thumbnail=0)
    profile = Profile(settings=Settings(images=images))
    run_floor(paths[:2])
    start = time.perf_counter()
    pages = run_floor(paths)
    floor = (time.perf_counter() - start) / pages
    print(f"floor      {floor:.3f} s/page over {pages} pages")  # noqa: T201
    for workers in (1, 2):
        with tempfile.TemporaryDirectory() as out:
            start = time.perf_counter()
            build(paths, Path(out) / "edition", Order(profile=profile, workers=workers))
            seconds = (time.perf_counter() - start) / pages
        print(  # noqa: T201
            f"{workers} process(es) {seconds:.3f} s/page, {seconds / floor:.2f} x the floor"
        )
    for who, name in ((resource.RUSAGE_SELF, "parent"), (resource.RUSAGE_CHILDREN, "worker")):
        print(f"peak {name}  {resource.getrusage(who).ru_maxrss // 1024} MiB")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
