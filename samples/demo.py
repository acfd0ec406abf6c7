"""Build every whole sample issue and say where to look: `python -m samples.demo OUT`."""

import sys
from dataclasses import replace
from pathlib import Path

from convert.cli.look import preview_pages
from convert.pipeline.issue import Order, build
from convert.profile import load_profile

HERE = Path(__file__).parent


def demo(out: Path) -> None:
    """Convert each issue with its profile and draw what was found.

    Single pages of many papers have no profile, and are left out.
    """
    for profile in sorted(HERE.glob("*/paper.toml")):
        folder = profile.parent
        target = out / folder.name
        order = Order(profile=load_profile(profile))
        edition = build([folder], target / "edition", order)
        build([folder], target / "site", replace(order, formats=("site",)))
        pictures = list(preview_pages([folder], target / "preview", 1800))
        print(  # noqa: T201
            f"{edition.publication.name}: {len(edition.pages)} pages,"
            f" {len(edition.articles)} articles\n"
            f"  the edition   {target / 'edition' / 'edition.json'}\n"
            f"  what it found {pictures[0]}\n"
            f"  the site      {target / 'site' / 'index.html'}"
        )


if __name__ == "__main__":
    demo(Path(sys.argv[1] if len(sys.argv) > 1 else "out/demo"))
