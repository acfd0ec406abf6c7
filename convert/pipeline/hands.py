"""A process that does one call after the other, within walls, and may die alone."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from convert.errors import BanmianError
from convert.pipeline.forks import process_context
from convert.pipeline.limits import (
    allow_seconds,
    enclose,
    how_it_ended,
    is_limit,
    is_too_large,
    keep_memory,
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
class Raised:
    """What came of a call that ended with an error."""

    error: OSError | BanmianError


@dataclass(slots=True)
class Hand:
    """The process, as the one that gives it calls holds it."""

    process: BaseProcess
    wire: Connection

    def give(self, call: Call[Any], seconds: float) -> None:
        """Have a call done that may take so many seconds of the processor."""
        with suppress(BrokenPipeError, ConnectionResetError):  # it is dead, as `answer` will say
            self.wire.send((call, seconds))

    def ended(self) -> bool:
        """Whether its call has ended, and be it with its death."""
        return self.wire.poll()

    def answer(self) -> Any:
        """Wait for what comes of its call: a value, `Raised` or, for the last time, `Died`."""
        try:
            answer = self.wire.recv()
        except (EOFError, ConnectionResetError):
            self.process.join()
            code = self.process.exitcode
            answer = Died(how_it_ended(code), final=is_limit(code))
        if isinstance(answer, Died):
            self.end()
        return answer

    def end(self) -> None:
        """End it at once, whatever it does."""
        kill(self.process)
        self.process.join()
        self.process.close()
        self.wire.close()


def begin(walls: Walls, *loaded: str) -> Hand:
    """Return a new process within walls.

    Args:
        walls: they stay as they are.
        loaded: modules that its kind has from the start, beside those that pages need.

    Raises:
        EOFError, ConnectionError: the process that all are copies of is gone.
    """
    context = process_context(*loaded)
    mine, its = context.Pipe()
    process = context.Process(target=_serve, args=(its, walls), daemon=True)
    process.start()
    its.close()
    return Hand(process, mine)


def _serve(wire: Connection, walls: Walls) -> None:
    """Do calls until there are no more, or one went so wrong that another process is better."""
    enclose(walls)
    keep_memory()
    answer = None
    with suppress(EOFError):
        while not isinstance(answer, Died):
            call, seconds = wire.recv()
            allow_seconds(seconds)
            answer = _outcome(call, walls)
            wire.send(answer)


def _outcome(call: Call[T], walls: Walls) -> T | Died | Raised:
    try:
        return call()
    except MemoryError:
        return Died("ran out of memory", final=True)
    except OSError as error:
        # Beyond its own limit it is the page's fault, else the disk's.
        if is_too_large(error, walls):
            return Died("wrote too large a file", final=True)
        return Raised(error)
    except BanmianError as error:
        return Raised(error)
