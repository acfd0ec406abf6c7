"""Walls around each job: a process within limits, that may die alone.

The kernel holds the limits (`convert.pipeline.limits`), and a watch outside kills the
whole process group in the end. A process whose job ended well does the next one: to begin
one costs a fifth of a page.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Protocol

from convert.errors import OutputError
from convert.pipeline.hands import Died, Hand, Raised, begin
from convert.profile.night import Walls

LOADED = ("convert.cli", "convert.nightly.tasks", "convert.nightly.press")
"""What the processes have from the start, beside what pages need; the command itself, as
each would load it again."""
LIFE = 50
"""Jobs that a process does at most, so that nothing piles up in it."""


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

    hand: Hand
    folder: Path
    """Where its result will be."""
    begun: float
    """Monotonic seconds."""
    limit: float
    """Seconds until it is killed."""

    @property
    def process(self) -> BaseProcess:
        """Its process."""
        return self.hand.process

    @property
    def sentinel(self) -> int:
        """What becomes ready when the job has ended."""
        return self.hand.wire.fileno()

    def overdue(self, now: float) -> bool:
        """Whether its time is up."""
        return now - self.begun > self.limit

    @property
    def running(self) -> bool:
        """Whether it is at work."""
        return not self.hand.ended()


def new(walls: Walls) -> Hand:
    """Return a new process.

    Raises:
        EOFError, ConnectionError: the process that all are copies of is gone.
    """
    return begin(walls, *LOADED)


def start(
    task: Task, folder: Path, walls: Walls, begun: float, make: Callable[[Walls], Hand] = new
) -> Job:
    """Start a task; `folder` is empty and the task's alone.

    Args:
        task: what is to be done.
        folder: where.
        walls: its limits.
        begun: the time, in the monotonic seconds that `Job.overdue` is asked with.
        make: gives the process.

    Raises:
        EOFError, ConnectionError: the process that all are copies of is gone.
    """
    hand = make(walls)
    hand.give(partial(task.run, folder), walls.cpu_seconds)
    return Job(hand, folder, begun, walls.seconds)


def finish(job: Job) -> Ending:
    """Take in how a job ended, or end it; its process lives on only if all went well."""
    if job.running:
        job.hand.end()
        return Ending(ok=False, reason=f"took longer than {job.limit:g} s")
    answer = job.hand.answer()
    if isinstance(answer, Died):
        return Ending(ok=False, reason=answer.reason)
    if isinstance(answer, Raised):
        job.hand.end()
        disk = isinstance(answer.error, OSError | OutputError)
        return Ending(ok=False, disk=disk, reason=str(answer.error))
    return Ending(ok=True)


@dataclass(slots=True)
class Yard:
    """Processes that wait for the next job, by their walls."""

    waiting: dict[Walls, list[Hand]] = field(default_factory=dict)
    done: dict[int, int] = field(default_factory=dict)
    """Jobs that each process has done, by its number."""

    def take(self, walls: Walls) -> Hand:
        """Return a process within these walls, a new one if none waits.

        Raises:
            EOFError, ConnectionError: the process that all are copies of is gone.
        """
        waiting = self.waiting.get(walls)
        return waiting.pop() if waiting else new(walls)

    def put(self, hand: Hand, walls: Walls) -> None:
        """Take a process back whose job went well."""
        number = hand.process.pid or 0
        self.done[number] = self.done.get(number, 0) + 1
        if self.done[number] < LIFE:
            self.waiting.setdefault(walls, []).append(hand)
        else:
            del self.done[number]
            hand.end()

    def clear(self) -> None:
        """End the processes that wait: there is no more work."""
        for hand in (hand for hands in self.waiting.values() for hand in hands):
            hand.end()
        self.waiting.clear()
        self.done.clear()
