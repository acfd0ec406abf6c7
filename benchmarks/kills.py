"""Kill the watcher of the big night again and again: python -m benchmarks.kills [NUMBER].

The issues at the end must be those of an undisturbed night, byte for byte. Every watcher
dies by SIGKILL at a random call that touches the disk.
"""

import random
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.bignight import acts, bytes_of, play
from tests.night import EVENING
from tests.test_bignight import run_until_killed

CALLS = 1200
"""The longest life of a watcher, in calls; most are far shorter."""


def night(folder: Path, seed: int, kills: int, dice: random.Random) -> int:
    """Play a night in `folder` with so many kills at most; return how many there were."""
    (folder / "inbox").mkdir(parents=True)
    script = [*acts(seed)]
    killed = 0
    for number, act in enumerate(script):
        moment = datetime.fromisoformat(act.moment).replace(tzinfo=UTC)
        (folder / "clock").write_text(str((moment - EVENING).total_seconds()))
        files = play(act, folder / "inbox")
        share = kills * (number + 1) // len(script)
        while killed < share:
            # Deliver a little between two lives, as a real night does.
            for _ in range(dice.randint(0, 4)):
                next(files, None)
            life = int(CALLS ** dice.random()) + 4
            if run_until_killed(folder, life) != -9:
                break  # it came to rest before
            killed += 1
        for _ in files:
            pass
        if run_until_killed(folder, None):
            raise SystemExit("a watcher that nobody killed ended with an error")
    return killed


def main(number: int) -> int:
    """Play nights until there were so many kills; return how many came out wrong."""
    dice = random.Random(1)
    wrong = total = nights = 0
    with tempfile.TemporaryDirectory(prefix="kills-") as home:
        night(Path(home) / "calm", 1, 0, dice)
        wanted = bytes_of(Path(home) / "calm" / "out")
        while total < number:
            nights += 1
            folder = Path(home) / str(nights)
            killed = night(folder, nights + 1, min(60, number - total), dice)
            total += killed
            same = bytes_of(folder / "out") == wanted
            wrong += not same
            verdict = "the same bytes" if same else "DIFFERENT"
            print(f"night {nights}: {killed} kills, {verdict}", flush=True)  # noqa: T201
    print(f"{total} kills in {nights} nights, {wrong} wrong")  # noqa: T201
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)))
