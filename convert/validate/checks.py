"""Every check by name. Add one by a line here and a row in docs/validation.md."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from convert.validate import areas, names, pictures, texts
from convert.validate.findings import Fault, Severity
from convert.validate.subject import Subject


@dataclass(frozen=True, slots=True)
class Check:
    """One question to an edition; its name in the registry is the finding's code."""

    summary: str
    cure: str
    run: Callable[[Subject], Iterator[Fault]]
    severity: Severity = Severity.ERROR


FIRST: Mapping[str, str] = MappingProxyType(
    {
        "unreadable": "Write the edition again; is the path right, the file complete?",
        "schema": "Write the edition again, or correct the place named.",
    }
)
"""Checks that come first, with their cure; a file that fails them is asked no more."""

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "disagree": Check(
            "edition.json and edition.xml have the same content",
            "Write both files in one run.",
            texts.disagreement,
        ),
        "id-double": Check(
            "every id names one thing",
            "Give each page, article, block and figure an id of its own.",
            names.double_ids,
        ),
        "id-unknown": Check(
            "every id that is used names something",
            "Remove the reference, or restore what it refers to.",
            names.unknown_ids,
        ),
        "page-foreign": Check(
            "blocks and figures stand on pages of their article",
            "Add the page to the article, or move the block.",
            names.foreign_blocks,
        ),
        "page-number": Check(
            "every page has a number of its own",
            "Two files were taken for one page: name them apart or leave one out.",
            names.double_page_numbers,
        ),
        "frame": Check(
            "every frame has an area that a page can have",
            "Look at the boxes of the PDF, or set the box in the profile.",
            areas.odd_frames,
        ),
        "box": Check(
            "no box is inside out",
            "Write left, top, right, bottom in this order.",
            areas.inverted_boxes,
        ),
        "hotspot-shape": Check(
            "hotspots are simple polygons",
            "Draw the hotspot again, without lines that cross.",
            areas.crooked_hotspots,
        ),
        "hotspot-overlap": Check(
            "a point of the page belongs to one article",
            "Draw the border between the two articles again.",
            areas.overlapping_hotspots,
        ),
        "hotspot-missing": Check(
            "every article can be clicked on each of its pages",
            "Draw a hotspot for the article, or withdraw it.",
            areas.unreachable_articles,
        ),
        "path-outside": Check(
            "no path leaves the folder of the edition",
            "Name the picture relative to the edition, without ..",
            pictures.paths_outside,
        ),
        "picture": Check(
            "every picture is there, whole and of the stated size",
            "Convert the page again, or copy the picture back.",
            pictures.bad_pictures,
        ),
        "text-lost": Check(
            "every letter of the source is in exactly one block",
            "Convert the page again; if it stays, report the page as a fault.",
            texts.lost_text,
        ),
        "field-differs": Check(
            "kicker, headline, deck and byline are the text of their blocks",
            "Change the blocks and the field together.",
            texts.different_fields,
        ),
        "jump-one-sided": Check(
            "both parts of a story that jumps know each other",
            "Set the jump on both articles, or on none.",
            names.one_sided_jumps,
        ),
    }
)
