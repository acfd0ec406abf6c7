"""File names as press systems give them: ready-made patterns for `[files] convention`.

Each is what a profile could say itself; its examples are tested. Take one, or copy its
pattern into the profile and change it there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """One way to name page files."""

    summary: str
    pattern: str
    """Regular expression with the groups of `convert.profile.files.GROUPS`."""
    date_format: str = "%Y%m%d"
    examples: Sequence[str] = ()
    """Names that it reads; of files in dated folders with the folder."""


CONVENTIONS: Mapping[str, Convention] = MappingProxyType(
    {
        "founder": Convention(
            summary="code, date, page: as Founder's systems export (方正)",
            pattern=(
                r"(?P<title>[A-Za-z]+)(?P<date>\d{8})(?P<section>[A-Z]?)(?P<page>\d{2,3})"
                r"(?P<version>[a-z])?"
            ),
            examples=("hnrb20251013001.pdf", "LTRB20261123A05b.pdf"),
        ),
        "rip-job": Convention(
            summary="department, paper, page, B, date, C for colour: a RIP's job names",
            pattern=(
                r"(?P<part>[A-Z]{2})(?P<title>[A-Z]{4})(?P<page>\d{2})B(?P<date>\d{8})"
                r"(?P<colour>C)?"
            ),
            examples=("ZZRMRB14B20240805C.pdf", "PLRMRB05B20230609C.pdf"),
        ),
        "zone-version": Convention(
            summary="title_date_page_colour with zone and version",
            pattern=(
                r"(?P<title>[A-Z]+)_(?P<date>\d{8})_(?P<section>[A-Z])(?P<page>\d{3})"
                r"_(?P<colour>[PM])(?P<edition>\d)(?P<version>[a-z])?"
            ),
            examples=("ABC_20130116_A001_P1a.pdf", "ABC_20130116_B012_M2.pdf"),
        ),
        "danish": Convention(
            summary="the Danish printers' 21 letters: job, maker, site, format, date …",
            pattern=(
                r"(?P<title>[A-Z0-9]{3})[A-Z0-9]{3}[A-Z0-9](?:(?P<spread>P)|[TBF])"
                r"(?P<date>\d{6})(?P<edition>[A-Z0-9]{2})(?P<version>[A-Z0-9])"
                r"(?P<section>[A-Z])(?P<page>\d{3})"
            ),
            date_format="%d%m%y",
            examples=("JYPHERAT231126011A003.pdf", "JYPHERAP231126011A004.pdf"),
        ),
        "insert": Convention(
            summary="title_date_page_part-of-parts",
            pattern=(
                r"(?P<title>[a-z]+)_(?P<date>\d{8})_(?P<section>[A-Z])(?P<page>\d{2})"
                r"_(?P<part>\d-\d)"
            ),
            examples=("ins_20261123_A07_1-2.pdf",),
        ),
        "zone": Convention(
            summary="zone and page, without a date",
            pattern=r"Zone(?P<edition>\d+)_(?P<page>\d{2})",
            examples=("Zone1_02.pdf",),
        ),
        "colour": Convention(
            summary="page and colour, without a date",
            pattern=r"(?P<page>\d{3})_(?P<colour>4c|2c|BW|Spot)",
            examples=("002_4c.pdf", "016_BW.pdf"),
        ),
        "correction": Convention(
            summary="p and page; x marks a correction; without a date",
            pattern=r"p(?P<page>\d{2})(?P<version>x)?(?:_.*)?",
            examples=("p03.pdf", "p03x_front.pdf"),
        ),
        "edition-zone": Convention(
            summary="title-edition-zone-date-page",
            pattern=(
                r"(?P<title>[A-Z]+)-(?P<edition>ED\d+-[A-Z]+)-(?P<date>\d{8})"
                r"-(?P<section>[A-Z])(?P<page>\d{3})"
            ),
            examples=("SUS-ED1-ZN-20181123-A001.pdf",),
        ),
        "dashed": Convention(
            summary="title-date-page; a spread carries both of its pages",
            pattern=(
                r"(?P<title>[A-Z]+)-(?P<date>\d{8})-(?P<section>[A-Z]?)(?P<page>\d{3})"
                r"(?:-[A-Z]?(?P<page2>\d{3}))?"
            ),
            examples=("ABCD-20181022-023.pdf", "HC-20261123-A002-A003.pdf"),
        ),
        "month-name": Convention(
            summary="title, day, month in letters, year, page",
            pattern=(
                r"(?P<title>[A-Z]{4})(?P<date>\d{2}[A-Z]{3}\d{2})(?P<section>[A-Z])"
                r"(?P<page>\d{3})"
            ),
            date_format="%d%b%y",
            examples=("NZCA14MAR24A001.pdf",),
        ),
        "date-first": Convention(
            summary="short date, title, page",
            pattern=r"(?P<date>\d{6})(?P<title>[A-Za-z]+)(?P<page>\d{2})",
            date_format="%y%m%d",
            examples=("211021WptNews01.pdf",),
        ),
        "whole-issue": Convention(
            summary="one file for the whole issue: title_year_month_day",
            pattern=r"(?P<title>[A-Z]+)_(?P<date>\d{4}_\d{2}_\d{2})",
            date_format="%Y_%m_%d",
            examples=("ODT_2021_10_26.pdf",),
        ),
        "dated-folders": Convention(
            summary="a folder for each date (and edition), a file for each page",
            pattern=(
                r"(?:.*/)?(?P<date>\d{4}-\d{2}-\d{2})(?:_(?P<edition>\d{2}))?/(?P<page>\d{4})"
            ),
            date_format="%Y-%m-%d",
            examples=("2026-11-23/0001.pdf", "2026-11-23_02/0014.pdf"),
        ),
    }
)
