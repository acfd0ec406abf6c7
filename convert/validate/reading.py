"""Read edition files that may come from anywhere: bounded, without network or DTD."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from lxml import etree

from convert.errors import BanmianError

LARGEST = 128 * 1024 * 1024
"""Bytes of the largest file that is read; a dense issue has one or two megabytes."""

_HALF_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class UnreadableError(BanmianError):
    """The file is no JSON or XML that can be checked any further."""


@dataclass(frozen=True, slots=True)
class Json:
    """A parsed edition.json."""

    data: Any


@dataclass(frozen=True, slots=True)
class Xml:
    """A parsed edition.xml."""

    root: etree._Element


def read_document(path: Path) -> Json | Xml:
    """Parse the file by its ending.

    Raises:
        UnreadableError: it is missing, too large, or not what its ending says.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableError(f"larger than {LARGEST} bytes")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from error
    return Xml(_xml(data)) if path.suffix.lower() == ".xml" else Json(_json(data))


def _xml(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"not well-formed XML: {error.msg}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("has a document type declaration")
    return root


def _json(data: bytes) -> Any:
    try:
        text = data.decode("utf-8")
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_number,
            parse_constant=_number,
        )
        if _HALF_SURROGATE.search(text):
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise UnreadableError("nested too deeply") from None
    except ValueError as error:
        raise UnreadableError(f"not valid JSON: {error}") from error
    return value


def _object(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    pairs = tuple(pairs)
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("the same key twice in one object")
    return found


def _number(text: str) -> float:
    value = float(text)
    if not isfinite(value):
        raise ValueError(f"{text} is no number")
    return value
