"""Peak memory of this process and of those it started, as Linux tells it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")


class Peaks:
    """The most memory that each process ever held; empty where there is no /proc."""

    def __init__(self) -> None:
        self._own = 0
        self._others: dict[int, int] = {}

    def look(self) -> None:
        """Note what every process holds now."""
        status = dict(_statuses())
        family = _family(status)
        for pid, (_, peak) in status.items():
            if pid == os.getpid():
                self._own = max(self._own, peak)
            elif pid in family:
                self._others[pid] = max(self._others.get(pid, 0), peak)

    def table(self) -> Iterator[tuple[str, int]]:
        """Yield who held how much, in MiB."""
        yield "first process", self._own // 1024
        yield "largest other process", max(self._others.values(), default=0) // 1024


def held_by_others() -> int:
    """Return the most memory that one process held which this one started, in KiB."""
    status = dict(_statuses())
    others = _family(status) - {os.getpid()}
    return max((status[pid][1] for pid in others if pid in status), default=0)


def _statuses() -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield process id, parent's id and peak in KiB."""
    for folder in PROC.glob("[0-9]*"):
        try:
            text = (folder / "status").read_text()
        except OSError:
            continue  # it has just ended
        parent = re.search(r"^PPid:\s+(\d+)", text, re.MULTILINE)
        peak = re.search(r"^VmHWM:\s+(\d+)", text, re.MULTILINE)
        if parent and peak:
            yield int(folder.name), (int(parent[1]), int(peak[1]))


def _family(status: dict[int, tuple[int, int]]) -> set[int]:
    """The ids of this process and of all that descend from it."""
    family = {os.getpid()}
    size = 0
    while len(family) > size:
        size = len(family)
        family |= {pid for pid, (parent, _) in status.items() if parent in family}
    return family
