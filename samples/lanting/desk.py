"""The stories of the 澜汀日报."""

from pathlib import Path

from samples.story import Desk

_DESK = Desk(Path(__file__).parent / "texts", spaced=False)
read = _DESK.read
read_all = _DESK.read_all
