"""Nights in a row in one watcher: python -m benchmarks.soak [NIGHTS].

Prints for each night what must not grow: memory, open files, what lies on the disk, and
the seconds a page takes.
"""

import os
import resource
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from convert.nightly.desk import Desk
from convert.nightly.ledger import open_ledger
from convert.nightly.shift import Shift
from tests.night import EVENING, FakeClock, Night, pdf, profile, story

PAGES = 16
KEPT = 3
"""Days that work is kept: so the disk must stop growing after as many nights."""
PAPER = profile(
    publication={"name": "Lanting Daily", "language": "en"},
    files={"convention": "founder", "titles": ["LT"]},
    plan={"deadline": "02:00", "sections": [{"label": "A", "pages": PAGES}]},
    keep={"days": KEPT},
)


@dataclass(slots=True)
class Soak:
    """Delivers the next night whenever the watcher is at rest."""

    night: Night
    nights: int
    done: int = 0
    late: bool = False
    begun: float = field(default_factory=time.monotonic)

    def __call__(self, desk: Desk) -> bool:
        """Go on with the script; say whether it is over."""
        if not desk.done:
            return False
        if self.late or not self.done:
            if self.done:
                self._measure()
            if self.done == self.nights:
                return True
            self._deliver()
        else:
            self._deliver_late()
        return False

    @property
    def day(self) -> date:
        """Date of the issue that is being made."""
        return EVENING.date() + timedelta(days=self.done)

    def _deliver(self) -> None:
        self.begun = time.monotonic()
        self.done += 1
        self.night.clock.wind_to(f"{self.day - timedelta(days=1)} 20:00")
        for number in range(1, PAGES + 1):
            self._drop(f"A{number:02}", "")
        self._drop("A01", "")
        self.late = False

    def _deliver_late(self) -> None:
        self.night.clock.wind_to(f"{self.day} 03:00")
        self._drop("A02b", "Later.")
        self.late = True

    def _drop(self, label: str, words: str) -> None:
        data = story(f"{self.day} {label}", words)
        self.night.drop(f"LT{self.day:%Y%m%d}{label}.pdf", data)
        pdf.cache_clear()  # the script's own memory must not grow

    def _measure(self) -> None:
        seconds = (time.monotonic() - self.begun) / (PAGES + 1)
        files = [p for p in self.night.office.state.rglob("*") if p.is_file()]
        work = sum(p.stat().st_size for p in files if p.suffix != ".sqlite") >> 10
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        handles = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
        print(  # noqa: T201
            f"night {self.done:3}: {seconds:5.2f} s a page, {memory} MiB at most,"
            f" {handles} files open, {len(files)} files and {work} KiB of work",
            flush=True,
        )


def main(nights: int) -> None:
    """Play the nights."""
    with tempfile.TemporaryDirectory(prefix="soak-") as home:
        night = Night(Path(home), {"lanting": PAPER}, FakeClock())
        shift = Shift(night.office, night.papers, 2, clock=night.clock, poll=0.02)
        shift.work(until=Soak(night, nights))
        with closing(open_ledger(night.office.ledger)) as db:
            found = dict(db.execute("SELECT state, count(*) FROM page GROUP BY 1").fetchall())
            out = db.execute("SELECT count(*) FROM revision WHERE stood_at != ''").fetchone()[0]
    print(f"pages {found}, {out} revisions")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
