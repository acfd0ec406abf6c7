"""Walls around each job: a process of its own, with limits, that may die alone.

The kernel holds the limits (`convert.pipeline.limits`), and a watch outside kills the
whole process group in the end.
"""

import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Protocol

from convert.errors import OutputError
from convert.pipeline.forks import process_context
from convert.pipeline.limits import allow_seconds, enclose, how_it_ended, is_too_large, kill
from convert.profile.night import Walls

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
        kill(job.process)
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


def _ending(code: int | None) -> Ending:
    if code == 0:
        return Ending(ok=True)
    if code == DISK:
        return Ending(ok=False, disk=True, reason="the disk refused its result")
    if code == FAULT:
        return Ending(ok=False, reason="ended with an error")
    return Ending(ok=False, reason=how_it_ended(code))


def _behind_walls(task: Task, folder: Path, walls: Walls) -> None:
    enclose(walls)
    allow_seconds(walls.cpu_seconds)
    sys.exit(_guarded(task, folder, walls))


def _guarded(task: Task, folder: Path, walls: Walls) -> int:
    try:
        task.run(folder)
    except MemoryError:
        return FAULT
    except OutputError as error:
        return _say(folder, str(error), DISK)
    except OSError as error:
        # Beyond its own limit it is the page's fault, else the disk's.
        return _say(folder, str(error), FAULT if is_too_large(error, walls) else DISK)
    return 0


def _say(folder: Path, words: str, code: int) -> int:
    """Leave word of what went wrong, if the disk takes it."""
    with suppress(OSError):
        (folder / WORDS).write_text(words, encoding="utf-8", errors="replace")
    return code
