"""Processes that do one call after the other, within walls, and may die alone.

MuPDF holds the interpreter's lock, so pages spread over processes; and as a page may kill
the process that reads it, none is read in the process that answers for the issue.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar

from convert.errors import BanmianError
from convert.pipeline.forks import process_context
from convert.pipeline.limits import (
    allow_seconds,
    enclose,
    how_it_ended,
    is_limit,
    is_too_large,
    kill,
)
from convert.profile.night import Walls

T = TypeVar("T")
Call = Callable[[], T]
"""What a process is to do; it travels there, so it is a function of a module, or a partial."""


@dataclass(frozen=True, slots=True)
class Died:
    """What came of a call that its process did not survive."""

    reason: str
    final: bool
    """Whether a limit ended it: another try would end alike."""


@dataclass(frozen=True, slots=True)
class _Raised:
    """What came of a call that ended with an error."""

    error: Exception


@dataclass(slots=True)
class _Hand:
    """A process, and the call that it is doing."""

    process: BaseProcess
    wire: Connection
    number: int = -1
    seconds: float = 0.0
    """What it may take for its call."""
    until: float = 0.0
    """Monotonic seconds at which that time is up."""


@dataclass(slots=True)
class Crew:
    """So many processes; with none of them, calls are done here and without walls.

    They begin when they are needed and end with the `with` block.
    """

    size: int
    walls: Walls
    idle: list[_Hand] = field(default_factory=list)
    busy: list[_Hand] = field(default_factory=list)

    def __enter__(self) -> "Crew":
        """Be there for calls."""
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes, whatever they do."""
        for hand in (*self.idle, *self.busy):
            kill(hand.process)
            _bury(hand)
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
        while True:
            self._hand_out(todo, share)
            if not self.busy:
                return
            now = time.monotonic()
            wait([hand.wire for hand in self.busy], max(0.0, self._first_end() - now))
            for hand in self.busy[:]:
                if hand.wire.poll() or hand.until <= time.monotonic():
                    self.busy.remove(hand)
                    yield hand.number, self._answer(hand)

    def _first_end(self) -> float:
        return min(hand.until for hand in self.busy)

    def _hand_out(self, todo: Iterator[tuple[int, Call[T]]], share: float) -> None:
        while len(self.busy) < self.size:
            number, call = next(todo, (-1, None))
            if call is None:
                return
            hand = self.idle.pop() if self.idle else self._begin()
            hand.number, hand.seconds = number, share * self.walls.seconds
            hand.until = time.monotonic() + hand.seconds
            self.busy.append(hand)
            with suppress(BrokenPipeError):  # it died while it was idle; the answer says so
                hand.wire.send((call, share * self.walls.cpu_seconds))

    def _begin(self) -> _Hand:
        context = process_context()
        mine, its = context.Pipe()
        process = context.Process(target=_serve, args=(its, self.walls), daemon=True)
        process.start()
        its.close()
        return _Hand(process, mine)

    def _answer(self, hand: _Hand) -> T | Died:
        """Return what came of a hand's call; a hand that died or is late is let go."""
        if not hand.wire.poll():
            kill(hand.process)
            _bury(hand)
            return Died(f"took longer than {hand.seconds:g} s", final=True)
        try:
            answer: T | Died | _Raised = hand.wire.recv()
        except (EOFError, ConnectionError):
            code = _bury(hand)
            return Died(how_it_ended(code), final=is_limit(code))
        if isinstance(answer, Died):
            kill(hand.process)
            _bury(hand)
            return answer
        self.idle.append(hand)
        if isinstance(answer, _Raised):
            raise answer.error
        return answer


def _bury(hand: _Hand) -> int | None:
    hand.process.join()
    code = hand.process.exitcode
    hand.process.close()
    hand.wire.close()
    return code


def _serve(wire: Connection, walls: Walls) -> None:
    """Do calls until there are no more."""
    enclose(walls)
    with suppress(EOFError):
        while True:
            call, seconds = wire.recv()
            allow_seconds(seconds)
            wire.send(_outcome(call, walls))


def _outcome(call: Call[T], walls: Walls) -> T | Died | _Raised:
    try:
        return call()
    except MemoryError:
        return Died("ran out of memory", final=True)
    except OSError as error:
        if is_too_large(error, walls):
            return Died("wrote too large a file", final=True)
        return _Raised(error)
    except BanmianError as error:
        return _Raised(error)
