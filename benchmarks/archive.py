"""What an archive costs as it grows: `python -m benchmarks.archive [ISSUES] [ARTICLES]`.

Builds an archive of many generated issues and prints how long adding one took, how large
its search index is, and how fast calendar and search open in the browser.
"""

import random
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from convert.cli.serve import server_of
from convert.model import Edition, Role
from convert.pipeline.archive import publish, staging_in
from convert.profile import Profile
from tests.desk import edition_of, page_of, story
from tests.sites import ARGUMENTS, CHROMIUM

FIRST = date(2021, 1, 1)
PAGES = 8
CHARS = [chr(code) for code in range(0x4E00, 0x4E00 + 3_000)]
WEIGHTS = [1 / (rank + 8) for rank in range(len(CHARS))]
SHOWN = 10
"""Issues over which a time is the median."""


def issue(day: date, articles: int, chance: random.Random) -> Edition:
    """Return an issue of eight pages with that many articles of about 730 characters."""

    def text(length: int) -> str:
        return "".join(chance.choices(CHARS, WEIGHTS, k=length))

    pages = [
        page_of(
            [
                story(
                    (Role.HEADLINE, text(12)),
                    *((Role.PARAGRAPH, f"{text(180)}。") for _ in range(4)),
                    top=20 + 90 * place,
                )
                for place in range(articles // PAGES)
            ],
            number=number + 1,
        )
        for number in range(PAGES)
    ]
    edition = edition_of(pages)
    return replace(edition, issue=replace(edition.issue, date=day.isoformat()))


def grow(out: Path, issues: int, articles: int, tell: Callable[[int, float], None]) -> list[float]:
    """Add issues day by day; return the seconds that each took."""
    chance = random.Random(1)
    times = []
    for number in range(issues):
        edition = issue(FIRST + timedelta(days=number), articles, chance)
        start = time.perf_counter()
        with staging_in(out) as staging:
            publish(out, staging, edition, Profile().site, ("site",))
        times.append(time.perf_counter() - start)
        if number % 100 == 99:
            tell(number + 1, statistics.median(times[-SHOWN:]))
    return times


def look(out: Path, newest: str) -> None:
    """Print how fast the browser shows the calendar and finds something, and what it loads."""
    from playwright.sync_api import sync_playwright

    server = server_of(out)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_context(service_workers="block").new_page()
        sizes: list[int] = []
        page.on("requestfinished", lambda r: sizes.append(r.sizes()["responseBodySize"]))
        start = time.perf_counter()
        page.goto(f"{site}calendar/{newest[:4]}/index.html")
        print(f"calendar  {time.perf_counter() - start:.2f} s")
        for query in ("".join(CHARS[20:22]), "".join((CHARS[1], CHARS[40], CHARS[3]))):
            sizes.clear()
            start = time.perf_counter()
            page.goto(f"{site}search/index.html#q={query}")
            page.reload()
            page.locator(".hits li").first.wait_for()
            spent = time.perf_counter() - start
            print(f"search    {spent:.2f} s to the first hit of {len(query)} characters")
            page.wait_for_timeout(1500)
            print(f"          {sum(sizes) / 1000:.0f} KB in {len(sizes)} answers, all told")
        browser.close()
    server.shutdown()


def main(issues: int, articles: int) -> None:
    """Build, measure, print."""
    with tempfile.TemporaryDirectory(prefix="banmian-archive-") as folder:
        out = Path(folder) / "archive"

        def tell(number: int, seconds: float) -> None:
            print(f"{number:5} issues: {seconds:.3f} s to add one", flush=True)

        times = grow(out, issues, articles, tell)
        tenth = statistics.median(times[5 : 5 + SHOWN])
        last = statistics.median(times[-SHOWN:])
        print(f"tenth {tenth:.3f} s, last {last:.3f} s: {last / tenth:.2f}")
        print(f"slowest {max(times):.2f} s (the first issue of a year joins the year before)")
        size = sum(p.stat().st_size for p in (out / "search").rglob("*.js"))
        print(f"index {size / issues / articles:.0f} bytes an article")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"memory {peak:.0f} MB")
        look(out, (FIRST + timedelta(days=issues - 1)).isoformat())


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*numbers, *(2000, 32)[len(numbers) :])
