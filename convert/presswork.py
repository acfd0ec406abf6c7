"""Give pages the profile that their inks are shown with: in memory, never in the file."""

from functools import lru_cache
from typing import Any

import pymupdf
from pymupdf import mupdf

from convert.inks import is_usable
from convert.pdf import inner, is_spot, named_spaces, resources


@lru_cache(maxsize=1)
def own_profile(document: Any) -> bytes | None:
    """Return the CMYK profile of a file's OutputIntent, as the file has it."""
    for number in _intents(document):
        data: bytes = document.xref_stream(number) or b""
        if is_usable(data):
            return data
    return None


def show_output_intent(document: Any, profile: bytes) -> None:
    """Put `profile` in the place of the file's CMYK OutputIntent."""
    for number in _intents(document):
        document.update_stream(number, profile, compress=0)


def plate_space(document: Any) -> Any:
    """Return the colour space in which the inks of a file stay what they are."""
    if own_profile(document) is None:
        return pymupdf.csCMYK
    return pymupdf.Colorspace(mupdf.pdf_document_output_intent(inner(document)))


def show_cmyk(document: Any, page: Any, profile: bytes) -> None:
    """Show the DeviceCMYK of a page with `profile`, unless the file says with what.

    A page without a profile is not given an OutputIntent: MuPDF would then blend all that
    is transparent in CMYK, and change colours that are RGB.
    """
    spaces = _spaces(resources(document, page))
    if spaces is None or mupdf.pdf_dict_gets(spaces, "DefaultCMYK").m_internal:
        return
    pressed = _profiled(document, profile)
    mupdf.pdf_dict_puts(spaces, "DefaultCMYK", pressed)
    for space in named_spaces(document, page):
        if is_spot(space) and mupdf.pdf_to_name(mupdf.pdf_array_get(space, 2)) == "DeviceCMYK":
            mupdf.pdf_array_put(space, 2, pressed)


def _profiled(document: Any, profile: bytes) -> Any:
    """A colour space with that profile, as a new object of the document."""
    stream = document.get_new_xref()
    document.update_object(stream, "<</N 4>>")
    document.update_stream(stream, profile, compress=0)
    space = mupdf.pdf_new_array(inner(document), 2)
    mupdf.pdf_array_push(space, mupdf.pdf_new_name("ICCBased"))
    mupdf.pdf_array_push(space, mupdf.pdf_new_indirect(inner(document), stream, 0))
    return space


def _spaces(named: Any) -> Any:
    """The colour spaces among a page's resources, made if there are none."""
    if not mupdf.pdf_is_dict(named):
        return None
    spaces = mupdf.pdf_dict_gets(named, "ColorSpace")
    if mupdf.pdf_is_dict(spaces):
        return spaces
    return mupdf.pdf_dict_put_dict(named, mupdf.pdf_new_name("ColorSpace"), 1)


def _intents(document: Any) -> list[int]:
    """The objects that hold the profiles of the file's OutputIntents."""
    root = mupdf.pdf_dict_gets(mupdf.pdf_trailer(inner(document)), "Root")
    intents = mupdf.pdf_dict_gets(root, "OutputIntents")
    count = mupdf.pdf_array_len(intents) if mupdf.pdf_is_array(intents) else 0
    found = (mupdf.pdf_array_get(intents, number) for number in range(count))
    streams = (mupdf.pdf_dict_gets(intent, "DestOutputProfile") for intent in found)
    return [mupdf.pdf_to_num(s) for s in streams if mupdf.pdf_is_stream(s)]
