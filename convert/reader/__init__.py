"""The reading site: an archive of issues as static pages. Pure: names and bytes, no disk.

Edition ─issue_view→ IssueView ─write_issue→ files of the issue
Records ─write_front, write_year, feeds→ files of the archive around them
"""

from collections.abc import Mapping
from types import MappingProxyType

SITES: Mapping[str, str] = MappingProxyType(
    {
        "founder": "The site, and its issues again at the addresses of Founder-style sites.",
        "site": "A reading site: an archive of issues that any web server or folder shows.",
        "zip": "The site, and each issue also as a ZIP that can be read from a folder.",
    }
)
"""Formats that make the output folder an archive of many issues, and what they are."""
