"""Several hands that share calls.

MuPDF holds the interpreter's lock, so pages spread over processes; and as a page may kill
the process that reads it, none is read in the process that answers for the issue.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import TypeVar

from convert.pipeline.hands import Call, Died, Hand, Raised, begin
from convert.profile.night import Walls

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Work:
    """A call in work."""

    hand: Hand
    number: int
    seconds: float
    """What it may take."""
    until: float
    """Monotonic seconds at which that time is up."""


@dataclass(slots=True)
class Crew:
    """So many processes; with none of them, calls are done here and without walls.

    They begin when they are needed and end with the `with` block.
    """

    size: int
    walls: Walls
    idle: list[Hand] = field(default_factory=list)
    busy: list[_Work] = field(default_factory=list)

    def __enter__(self) -> "Crew":
        """Be there for calls."""
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes, whatever they do."""
        for hand in (*self.idle, *(work.hand for work in self.busy)):
            hand.end()
        self.idle.clear()
        self.busy.clear()

    def do(self, calls: Iterable[Call[T]], share: float = 1.0) -> Iterator[tuple[int, T | Died]]:
        """Yield the number of each call and what came of it, as they end.

        Args:
            calls: what is to be done.
            share: how much of the time that the walls allow.

        Raises:
            OSError, BanmianError: a call did.
        """
        if self.size < 1:
            yield from ((number, call()) for number, call in enumerate(calls))
            return
        todo = enumerate(calls)
        while self._hand_out(todo, share) or self.busy:
            first = min(work.until for work in self.busy)
            wait([work.hand.wire for work in self.busy], max(0.0, first - time.monotonic()))
            for work in self.busy[:]:
                if work.hand.ended() or work.until <= time.monotonic():
                    self.busy.remove(work)
                    yield work.number, self._settle(work)

    def _hand_out(self, todo: Iterator[tuple[int, Call[T]]], share: float) -> bool:
        """Give calls to free hands; return whether there was one."""
        given = False
        while len(self.busy) < self.size:
            number, call = next(todo, (-1, None))
            if call is None:
                break
            hand = self.idle.pop() if self.idle else begin(self.walls)
            hand.give(call, share * self.walls.cpu_seconds)
            seconds = share * self.walls.seconds
            self.busy.append(_Work(hand, number, seconds, time.monotonic() + seconds))
            given = True
        return given

    def _settle(self, work: _Work) -> T | Died:
        """Return what came of a call; a process that died or is late is gone then."""
        if not work.hand.ended():
            work.hand.end()
            return Died(f"took longer than {work.seconds:g} s", final=True)
        answer: T | Died | Raised = work.hand.answer()
        if isinstance(answer, Died):
            return answer
        self.idle.append(work.hand)
        if isinstance(answer, Raised):
            raise answer.error
        return answer
