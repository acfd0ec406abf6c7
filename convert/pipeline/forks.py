"""How processes that read pages begin: as copies of one that has loaded all that they need.

This module loads nothing itself, so that a command can call `warm_up` before all else.
"""

from multiprocessing import forkserver, get_all_start_methods, get_context
from multiprocessing.context import ForkServerContext, SpawnContext

WORK = "convert.pipeline.work"
"""Loads everything that pages need, which takes longer than a page does."""
PICTURES = tuple(f"PIL.{name}ImagePlugin" for name in ("Bmp", "Gif", "Jpeg", "Png", "Ppm"))
"""What Pillow loads before it opens its first picture."""
LOADED = ("__main__", WORK, "convert.source.mupdf", *PICTURES)
"""What every process has from the start; `__main__` because each would load it again."""
PARENT = "forkserver"
"""Processes are copies of one that has loaded all that and runs no threads."""


def warm_up(*more: str) -> None:
    """Begin to load what pages need, in the process that the others will be copies of."""
    process_context(*more)
    if PARENT in get_all_start_methods():
        forkserver.ensure_running()


def process_context(*more: str) -> ForkServerContext | SpawnContext:
    """Return how processes that convert pages are made: copies of one that is warm.

    `more` are modules that it has loaded, too, if it has not yet begun.
    """
    if PARENT not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([*LOADED, *more])
    return context
