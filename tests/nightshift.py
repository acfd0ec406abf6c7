"""A watcher of the big night as a process of its own, that may be killed.

    python -m tests.nightshift FOLDER [CALLS]

It ends when nothing is left to do; or by SIGKILL at the CALLS-th call that touches the
disk. The time of day stands in FOLDER/clock: seconds by which it is wound on.

With REFUSES=errno:FOLDER in its environment, each line of the program that writes, in
whichever process, is refused once with that error; FOLDER remembers which were.
"""

import os
import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from types import FrameType

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


WRITES = CALLS - {"open", "shutil.rmtree"}
PROGRAM = str(Path(__file__).parent.parent / "convert")


def refuse_once(number: int, marks: Path) -> None:
    """Refuse the first call of each line that writes, with an error of the disk."""
    busy = False

    def hook(event: str, facts: tuple[object, ...]) -> None:
        nonlocal busy
        if busy or not _writes(event, facts):
            return
        busy = True
        try:
            if (place := _place()) and _is_new(marks / place):
                raise OSError(number, os.strerror(number), str(facts[0]))
        finally:
            busy = False

    sys.addaudithook(hook)


def _writes(event: str, facts: tuple[object, ...]) -> bool:
    if event == "open":
        flags = facts[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
    return event in WRITES


def _place() -> str:
    """Return which line of the program calls; empty: it is none of it."""
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(PROGRAM):
            return f"{name[len(PROGRAM) + 1 :].replace('/', '.')}-{frame.f_lineno}"
        frame = frame.f_back
    return ""


def _is_new(mark: Path) -> bool:
    try:
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return False
    return True


if "REFUSES" in os.environ:
    # Processes of pages load this module when they begin, and so are refused, too.
    _number, _, _marks = os.environ["REFUSES"].partition(":")
    refuse_once(int(_number), Path(_marks))


def main() -> None:
    # Imported late: the processes of pages load this module, too.
    from convert.nightly import desk, presswork, shift
    from convert.nightly.office import Office
    from tests.bignight import PAPERS

    desk.BREATH = shift.TRIES = presswork.PAUSE = 0.05  # not to wait for what was once refused
    folder = Path(sys.argv[1])
    office = Office(folder / "inbox", folder / "out", folder / "out" / ".night")
    watcher = shift.Shift(office, PAPERS, 2, clock=FileClock(folder / "clock"), poll=0.02)
    if len(sys.argv) > 2:
        die_at(int(sys.argv[2]))
    watcher.work(until=lambda desk: desk.done)


if __name__ == "__main__":
    main()
