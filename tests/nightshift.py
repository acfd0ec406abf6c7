"""A watcher of the big night as a process of its own, that may be killed.

    python -m tests.nightshift FOLDER [CALLS]

It ends when nothing is left to do; or by SIGKILL at the CALLS-th call that touches the
disk. The time of day stands in FOLDER/clock: seconds by which it is wound on.
"""

import os
import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

CALLS = {"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"}
"""What Python tells of; SQLite's own calls lie between them."""


class FileClock:
    """A clock that others wind on."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 20, tzinfo=UTC) + timedelta(seconds=self._ahead())

    def monotonic(self) -> float:
        return time.monotonic() + self._ahead()

    def _ahead(self) -> float:
        return float(self.path.read_text()) if self.path.exists() else 0.0


def die_at(calls: int) -> None:
    """End this process for good at that call."""
    counter = count(1)

    def hook(event: str, _: object) -> None:
        if event in CALLS and next(counter) >= calls:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def main() -> None:
    # Imported late: the processes of pages load this module, too.
    from convert.nightly.office import Office
    from convert.nightly.shift import Shift
    from tests.bignight import PAPERS

    folder = Path(sys.argv[1])
    office = Office(folder / "inbox", folder / "out", folder / "out" / ".night")
    shift = Shift(office, PAPERS, 2, clock=FileClock(folder / "clock"), poll=0.02)
    if len(sys.argv) > 2:
        die_at(int(sys.argv[2]))
    shift.work(until=lambda desk: desk.done)


if __name__ == "__main__":
    main()
