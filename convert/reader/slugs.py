"""Folder names of pages."""

import re
from collections.abc import Sequence

from convert.model import EditionPage

_UNSAFE = re.compile("[^a-z0-9]+")


def page_slugs(pages: Sequence[EditionPage]) -> dict[str, str]:
    """Return a folder name for each page: its label, made safe and different from others."""
    slugs: dict[str, str] = {}
    for page in pages:
        slug = slug_of(page.label) or f"{page.number:02}"
        slugs[page.id] = f"{slug}-{page.id}" if slug in slugs.values() else slug
    return slugs


def slug_of(label: str) -> str:
    """Return a page's label as a folder name; empty if nothing of it can be one."""
    text = f"{int(label):02}" if label.isdecimal() else label.lower()
    return _UNSAFE.sub("-", text).strip("-")
