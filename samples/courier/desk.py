"""The stories of the Courier."""

from pathlib import Path

from samples.story import Desk

_DESK = Desk(Path(__file__).parent / "texts")
read = _DESK.read
read_all = _DESK.read_all
