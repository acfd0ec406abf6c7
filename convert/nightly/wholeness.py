"""Is a PDF whole? Opening is no answer: readers repair, and half a page looks like one.

A file cut at a third of its bytes, or with a tail of zeros, opens with repair and shows a
page. So its end must be there, and it must open strictly, without any repair.
"""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pikepdf

TAIL = 2048
"""Bytes at the end of a PDF in which its end mark stands."""
HEAD = 1024


class Verdict(StrEnum):
    """What a file is."""

    WHOLE = "whole"
    TORN = "torn"
    """Cut, or with a fault that readers repair."""
    ENCRYPTED = "encrypted"
    NOT_PDF = "not-pdf"


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a file found."""

    verdict: Verdict
    pages: int = 0
    reason: str = ""


def look_at(path: Path) -> Look:
    """Return whether a PDF is whole, and how many pages it has.

    Raises:
        OSError: it cannot be read.
    """
    head, tail = _ends(path)
    if b"%PDF-" not in head:
        return Look(Verdict.NOT_PDF, reason="is no PDF; export the page again")
    if b"%%EOF" not in tail:
        return Look(Verdict.TORN, reason="its end is missing")
    try:
        with pikepdf.open(path, attempt_recovery=False, suppress_warnings=True) as pdf:
            pages = len(pdf.pages)
    except pikepdf.PasswordError:
        return Look(Verdict.ENCRYPTED, reason="needs a password; remove it and send the page again")
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        # The library names our copy; people know another name.
        words = str(error).replace(str(path), "").strip(" :")
        return Look(Verdict.TORN, reason=f"opens only with repair ({words[:200]})")
    if not pages:
        return Look(Verdict.TORN, reason="has no pages")
    return Look(Verdict.WHOLE, pages)


def _ends(path: Path) -> tuple[bytes, bytes]:
    with path.open("rb") as file:
        head = file.read(HEAD)
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - TAIL))
        return head, file.read(TAIL)
