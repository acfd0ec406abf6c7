"""Scans of pages with truth, read back: `python -m benchmarks.scans FOLDER OUT [SCORE]`.

Each page is printed to a grey picture of 300 dpi, turned by half a degree, grained and
saved as JPEG, the same bytes on every run. Reading is timed by language; then SCORE (a
script: `score.py run FOLDER OUT --command …`) scores editions built from what was read.
"""

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from io import BytesIO
from pathlib import Path

import numpy as np
import pymupdf
from PIL import Image

from convert.imaging.render import render
from convert.settings import InkSettings, SourceSettings
from convert.source import read_page

DPI = 300
SKEW = 0.5
"""Degrees by which the sheet lies crooked on the glass, clockwise."""
NOISE = 6.0
"""Standard deviation of the grain, in grey levels."""
QUALITY = 80


def scan(pdf: Path, index: int, out: Path, *, dpi: int = DPI, skew: float = SKEW) -> None:
    """Write the frame of a page as a picture of a grey, crooked, grainy sheet."""
    frame = read_page(pdf, index, SourceSettings()).frame
    long_side = round(max(frame.width, frame.height) * dpi / 72)
    picture = render(pdf, index, frame, long_side, InkSettings())
    grey = picture.convert("L").rotate(-skew, Image.Resampling.BICUBIC, fillcolor=255)
    grain = np.random.default_rng(7).normal(0, NOISE, (grey.height, grey.width))
    noisy = np.clip(np.asarray(grey) * 0.94 + 4 + grain, 0, 255).astype(np.uint8)
    buffer = BytesIO()
    Image.fromarray(noisy).save(buffer, "JPEG", quality=QUALITY)
    with pymupdf.open() as document:
        page = document.new_page(width=frame.width, height=frame.height)
        page.insert_image(page.rect, stream=buffer.getvalue())
        document.save(out)


def scan_with_truth(truth_path: Path, out: Path) -> Path:
    """Write a scan beside its truth.

    The truth keeps the boxes of the straight page: a reader that sets a scan straight
    about its middle comes back to them.
    """
    truth = json.loads(truth_path.read_text(encoding="utf-8"))
    pdf = truth_path.parent / truth["pdf"]
    index = max(0, int(truth.get("page") or 1) - 1)
    target = out / f"{truth_path.name.removesuffix('.truth.json')}.pdf"
    scan(pdf, index, target)
    frame = read_page(pdf, index, SourceSettings()).frame
    for article in truth["articles"]:
        article["lines"] = [
            [x0 - frame.left, y0 - frame.top, x1 - frame.left, y1 - frame.top]
            for x0, y0, x1, y1 in article.get("lines", [])
        ]
    truth |= {"pdf": target.name, "page": 1, "group": truth["language"]}
    text = json.dumps(truth, ensure_ascii=False)
    target.with_suffix(".truth.json").write_text(text, encoding="utf-8")
    return target


def make_scans(folder: Path, out: Path) -> list[Path]:
    """Write the scans of a folder of pages with truth, those that are missing."""
    out.mkdir(parents=True, exist_ok=True)
    truths = sorted(folder.rglob("*.truth.json"))
    targets = [out / f"{t.name.removesuffix('.truth.json')}.pdf" for t in truths]
    for truth, target in zip(truths, targets, strict=True):
        if not target.exists():
            scan_with_truth(truth, out)
    return targets


def time_reading(scans: list[Path]) -> None:
    """Read all scans and print the seconds per page of each language."""
    seconds: dict[str, list[float]] = defaultdict(list)
    for pdf in scans:
        language = json.loads(pdf.with_suffix(".truth.json").read_text(encoding="utf-8"))[
            "language"
        ]
        start = time.perf_counter()
        page = read_page(pdf, 0, SourceSettings())
        seconds[language].append(time.perf_counter() - start)
        print(f"{pdf.stem}: {page.issues[-1].message}", file=sys.stderr)  # noqa: T201
    for language, times in sorted(seconds.items()):
        mean = sum(times) / len(times)
        print(f"{language}  {len(times)} pages  {mean:.1f} s/page to read")  # noqa: T201


def main(folder: Path, out: Path, score: str = "") -> None:
    """Make the scans, read them once for the time, then score what was read."""
    os.environ["XDG_CACHE_HOME"] = str((out / "cache").absolute())
    scans = make_scans(folder, out / "pages")
    time_reading(scans)
    if score:
        command = f"{sys.executable} -m convert build {{pdf}} --out {{out}} --workers 1"
        run = [sys.executable, score, "run", str(out / "pages"), str(out / "editions")]
        subprocess.run([*run, "--command", command], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
