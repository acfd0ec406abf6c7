"""What else one may run on the same pages."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path


def whole_command(arguments: Sequence[str]) -> None:
    """Run Python with these arguments and wait."""
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True)


def _poppler(paths: Sequence[Path], dpi: int) -> None:
    """Text and JPEG pictures of every page with Poppler's programs."""
    with tempfile.TemporaryDirectory() as out:
        for path in paths:
            subprocess.run(["pdftotext", path, f"{out}/text"], capture_output=True, check=True)
            draw = ["pdftoppm", "-r", str(dpi), "-jpeg", path, f"{out}/page"]
            subprocess.run(draw, capture_output=True, check=True)


poppler: Callable[[Sequence[Path], int], None] | None = (
    _poppler if shutil.which("pdftotext") and shutil.which("pdftoppm") else None
)
"""None: Poppler is not installed."""
