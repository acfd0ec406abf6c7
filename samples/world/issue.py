"""The pages, one paper each."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from samples.press import SamplePage

HERE = Path(__file__).parent


def pages(only: str = "") -> Iterator[SamplePage]:
    """Yield every page, or the one named."""
    for text in sorted((HERE / "texts").glob("*.txt")):
        if not only or only == text.stem:
            module = import_module(f"samples.world.{text.stem.replace('-', '_')}")
            yield module.page().page()
