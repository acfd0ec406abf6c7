"""Walls around each job: a process of its own, with limits, that may die alone.

Pages come from outside and are read by libraries in C: a page of two kilobytes can run
for minutes or ask for all memory, and an alarm inside the process never fires. So the
kernel holds the limits, and a watch outside kills the whole process group in the end.
"""

import ctypes
import errno
import os
import resource
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Protocol

from convert.errors import OutputError
from convert.pipeline.pages import process_context
from convert.profile.night import Walls

MIB = 1 << 20
CPU_MERCY = 5
"""Seconds of processor time between the signal that asks and the one that kills."""
PR_SET_PDEATHSIG = 1
FAULT = 70
"""Exit code of a job that raised an error: EX_SOFTWARE."""
WORDS = "fault.txt"
DISK = 74
"""Exit code of a job whose result could not be written: EX_IOERR."""


LOADED = ("convert.nightly.tasks", "convert.nightly.press")
"""What the processes have from the start, beside what pages need."""


class Task(Protocol):
    """What a job does: it leaves its result as files in the folder it is given."""

    def run(self, folder: Path) -> None:
        """Do it.

        Raises:
            OSError: the result cannot be written.
        """
        ...


@dataclass(frozen=True, slots=True)
class Ending:
    """How a job ended."""

    ok: bool
    disk: bool = False
    """It could not write; not the page's fault."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A job at work behind its walls."""

    process: BaseProcess
    folder: Path
    """Where its result will be."""
    begun: float
    """Monotonic seconds."""
    limit: float
    """Seconds until it is killed."""

    @property
    def sentinel(self) -> int:
        """What becomes ready when the job has ended."""
        return self.process.sentinel

    def overdue(self, now: float) -> bool:
        """Whether its time is up."""
        return now - self.begun > self.limit

    @property
    def running(self) -> bool:
        """Whether it is at work."""
        return self.process.is_alive()


def start(task: Task, folder: Path, walls: Walls, begun: float) -> Job:
    """Start a task in a process of its own; `folder` is empty and the task's alone.

    `begun` is the time, in the monotonic seconds that `Job.overdue` is asked with.
    """
    process = process_context(*LOADED).Process(target=_behind_walls, args=(task, folder, walls))
    process.start()
    return Job(process, folder, begun, walls.seconds)


def finish(job: Job) -> Ending:
    """Wait for a job that has ended, or end it; say how it went."""
    overdue = job.running
    if overdue:
        kill(job)
    job.process.join()
    code = job.process.exitcode
    job.process.close()
    if overdue:
        return Ending(ok=False, reason=f"took longer than {job.limit:g} s")
    ending = _ending(code)
    with suppress(OSError):
        said = (job.folder / WORDS).read_text(encoding="utf-8", errors="replace")
        return replace(ending, reason=said)
    return ending


def kill(job: Job) -> None:
    """End a job and whatever it started, at once."""
    number = job.process.pid
    if number is None:
        return
    for end in (os.killpg, os.kill):  # before it leads its own group there is none
        try:
            end(number, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _ending(code: int | None) -> Ending:
    if code == 0:
        return Ending(ok=True)
    if code == DISK:
        return Ending(ok=False, disk=True, reason="the disk refused its result")
    if code == FAULT:
        return Ending(ok=False, reason="ended with an error")
    if code is not None and code < 0:
        return Ending(ok=False, reason=_signalled(-code))
    return Ending(ok=False, reason=f"ended with code {code}")


def _signalled(number: int) -> str:
    known = {
        signal.SIGXCPU: "used up its processor time",
        signal.SIGXFSZ: "wrote too large a file",
        signal.SIGKILL: "was killed, perhaps for want of memory",
    }
    sent = signal.Signals(number)
    return known.get(sent, f"died of {sent.name}")


def _behind_walls(task: Task, folder: Path, walls: Walls) -> None:
    os.setsid()
    _die_with_parent()
    _limit(walls)
    sys.exit(_guarded(lambda: task.run(folder), folder))


def _guarded(run: Callable[[], None], folder: Path) -> int:
    try:
        run()
    except MemoryError:
        return FAULT
    except OutputError as error:
        return _say(folder, str(error), DISK)
    except OSError as error:
        # Beyond its own limit it is the page's fault, else the disk's.
        return _say(folder, str(error), FAULT if error.errno == errno.EFBIG else DISK)
    return 0


def _say(folder: Path, words: str, code: int) -> int:
    """Leave word of what went wrong, if the disk takes it."""
    with suppress(OSError):
        (folder / WORDS).write_text(words, encoding="utf-8", errors="replace")
    return code


def _limit(walls: Walls) -> None:
    for what, soft, hard in (
        (resource.RLIMIT_AS, walls.memory_mib * MIB, walls.memory_mib * MIB),
        (resource.RLIMIT_CPU, walls.cpu_seconds, walls.cpu_seconds + CPU_MERCY),
        (resource.RLIMIT_FSIZE, walls.file_mib * MIB, walls.file_mib * MIB),
        (resource.RLIMIT_NOFILE, walls.open_files, walls.open_files),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        _, most = resource.getrlimit(what)
        top = hard if most == resource.RLIM_INFINITY else min(hard, most)
        resource.setrlimit(what, (min(soft, top), top))


def _die_with_parent() -> None:
    """Ask Linux to end this process when the watcher is gone, however it went."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
