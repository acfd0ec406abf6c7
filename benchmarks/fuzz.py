"""Damaged PDFs through `build`: python -m benchmarks.fuzz [NUMBER [FOLDER]].

Each mutant is built as the command builds it. What must not happen: a crash, a run of more than a
minute, more than a gibibyte of memory, an error without a message. Mutants for which it
does happen are kept in FOLDER.
"""

import io
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

from benchmarks.memory import held_by_others
from convert.errors import BanmianError
from convert.pipeline.issue import Order, build
from convert.profile import Profile
from convert.settings import ImageSettings, Settings, SourceSettings

SECONDS = 60
MEMORY = 1 << 30
SEEDS = 6
"""Sample pages that are damaged: the smallest, so that most of the time is not spent reading."""
LOOK = 0.05
"""Seconds between two looks at the memory of the processes."""
SAMPLES = Path(__file__).parent.parent / "samples"

QUICK = Profile(
    settings=Settings(
        source=SourceSettings(ocr="off"), images=ImageSettings(sizes={"page": 300}, figures=False)
    )
)

Mutation = Callable[[bytearray, random.Random], None]


def _flip(data: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 40)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def _cut(data: bytearray, dice: random.Random) -> None:
    del data[dice.randrange(1, len(data)) :]


def _drop(data: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(data))
    del data[start : start + dice.randint(1, 2000)]


def _double(data: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(data))
    data[start:start] = data[start : start + dice.randint(1, 2000)]


def _zero(data: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(data))
    end = min(len(data), start + dice.randint(1, 4000))
    data[start:end] = bytes(end - start)


def _noise(data: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(data))
    data[start:start] = dice.randbytes(dice.randint(1, 500))


def _number(data: bytearray, dice: random.Random) -> None:
    """Change numbers, of which a PDF mostly consists, to extreme ones."""
    digits = [i for i in range(len(data) - 1) if chr(data[i]).isdigit()]
    for _ in range(dice.randint(1, 20)):
        place = dice.choice(digits)
        words = (b"-1", b"0", b"99999999999", b"4294967295", b"1e38", b"-0.0001", b"NaN")
        data[place : place + 1] = dice.choice(words)


def _word(data: bytearray, dice: random.Random) -> None:
    """Exchange names: a font becomes a picture, a page its own parent."""
    words = (b"/Font", b"/XObject", b"/Page", b"/Kids", b"/Parent", b"/Length", b"/Filter", b"obj")
    for _ in range(dice.randint(1, 6)):
        old, new = dice.sample(words, 2)
        place = data.find(old, dice.randrange(len(data)))
        if place >= 0:
            data[place : place + len(old)] = new


MUTATIONS: Sequence[Mutation] = (_flip, _cut, _drop, _double, _zero, _noise, _number, _word)


def mutants(seeds: Sequence[bytes], number: int, seed: int = 1) -> Iterator[bytes]:
    """Yield damaged copies of the PDFs, half of them with their streams laid open."""
    plain = [*seeds, *map(_open_streams, seeds)]
    for index in range(number):
        dice = random.Random(f"{seed}-{index}")
        data = bytearray(dice.choice(plain))
        for mutation in dice.choices(MUTATIONS, k=dice.choice((1, 1, 2, 3))):
            mutation(data, dice)
            data = data or bytearray(b"%PDF-1.7")
        yield bytes(data)


def _open_streams(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        file.save(
            out,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
            qdf=True,
            static_id=True,
        )
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one mutant went."""

    data: bytes
    fault: str
    """What must not happen; empty: all is well."""
    said: str
    seconds: float
    memory: int
    """Bytes that a process held at most while it was built."""


def try_all(data: Iterable[bytes], hands: int = 2) -> Iterator[Outcome]:
    """Yield how each mutant went, `hands` at a time, each built as the command builds it."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as home, ThreadPoolExecutor(hands) as pool:
        running: dict[Future[str], _Trial] = {}
        for number, mutant in enumerate(data):
            if len(running) == hands:
                yield from _ended(running)
            folder = Path(home) / str(number)
            folder.mkdir()
            (folder / "page.pdf").write_bytes(mutant)
            running[pool.submit(_said, folder)] = _Trial(mutant, folder)
        while running:
            yield from _ended(running)


def _said(folder: Path) -> str:
    """Build the PDF in a folder and return what is said of it."""
    try:
        edition = build([folder / "page.pdf"], folder / "out", Order(profile=QUICK, workers=1))
    except BanmianError as error:
        return f"{type(error).__name__} {error}"
    return " ".join(sorted({issue.code for issue in edition.issues})) or "clean"


@dataclass(slots=True)
class _Trial:
    data: bytes
    folder: Path
    begun: float = field(default_factory=time.monotonic)
    memory: int = 0


def _ended(running: dict[Future[str], _Trial]) -> Iterator[Outcome]:
    """Wait for a trial to end and look meanwhile what memory is held."""
    done: set[Future[str]] = set()
    while not done:
        done, _ = wait(running, LOOK, return_when=FIRST_COMPLETED)
        held = held_by_others() << 10
        for trial in running.values():
            trial.memory = max(trial.memory, held)
    for future in done:
        trial = running.pop(future)
        shutil.rmtree(trial.folder)
        yield _outcome(future, trial, time.monotonic() - trial.begun)


def _outcome(future: Future[str], trial: _Trial, seconds: float) -> Outcome:
    error = future.exception()
    said = "" if error else future.result()
    fault = f"crashed: {error!r}" if error else ""
    if seconds > SECONDS:
        fault = fault or f"took {seconds:.0f} s"
    if trial.memory > MEMORY:
        fault = fault or f"took {trial.memory >> 20} MiB"
    return Outcome(trial.data, fault, said, seconds, trial.memory)


def main(number: int, keep: Path) -> int:
    """Try that many mutants of the sample pages; return how many went wrong."""
    smallest = sorted(SAMPLES.glob("*/*.pdf"), key=lambda p: (p.stat().st_size, p))[:SEEDS]
    seeds = [path.read_bytes() for path in smallest]
    begun = time.monotonic()
    said: Counter[str] = Counter()
    wrong, slowest, largest = 0, 0.0, 0
    for done, outcome in enumerate(try_all(mutants(seeds, number)), 1):
        slowest, largest = max(slowest, outcome.seconds), max(largest, outcome.memory)
        said[outcome.said.partition(" ")[0]] += 1
        if outcome.fault:
            wrong += 1
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"mutant-{wrong}.pdf").write_bytes(outcome.data)
            print(f"WRONG {outcome.fault}", flush=True)  # noqa: T201
        if done % 100 == 0:
            print(f"{done} mutants, {wrong} wrong, {time.monotonic() - begun:.0f} s", flush=True)  # noqa: T201
    print(f"slowest {slowest:.1f} s, largest {largest >> 20} MiB")  # noqa: T201
    print(", ".join(f"{code} {count}" for code, count in said.most_common()))  # noqa: T201
    return wrong


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("out/fuzz")
    sys.exit(bool(main(count, folder)))
