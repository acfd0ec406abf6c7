"""Check a document against the schema of its format."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import jsonschema_rs
from lxml import etree

import convert
from convert.validate.findings import Fault
from convert.validate.reading import Json, Xml

MOST = 100
"""How many faults of one file are told; the next run tells the rest."""

LONGEST = 300
"""Characters of a message; those of schemas quote whole articles."""


def schema_faults(document: Json | Xml) -> Iterator[Fault]:
    """Yield what breaks the schema, at most `MOST` faults."""
    faults = _json(document) if isinstance(document, Json) else _xml(document)
    for fault in islice(faults, MOST):
        message = fault.message
        short = message if len(message) <= LONGEST else f"{message[:LONGEST]}…"
        yield Fault(fault.where, short)


def _json(document: Json) -> Iterator[Fault]:
    for error in _json_schema().iter_errors(document.data):
        where = "".join(f"/{part}" for part in error.instance_path)
        yield Fault(where, error.message)


def _xml(document: Xml) -> Iterator[Fault]:
    schema = _xml_schema()
    if not schema.validate(document.root):
        log: Any = schema.error_log
        for entry in log:
            message = entry.message.replace("{urn:banmian:edition:1}", "")
            yield Fault(f"line {entry.line}", message)


@cache
def _json_schema() -> jsonschema_rs.Draft202012Validator:
    data = json.loads(_schema_file("edition.schema.json").read_text(encoding="utf-8"))
    return jsonschema_rs.Draft202012Validator(data)


@cache
def _xml_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(_schema_file("edition.xsd").read_bytes()))


def _schema_file(name: str) -> Path:
    """Return the schema beside the package's modules, or beside the package itself."""
    package = Path(convert.__file__).parent
    shipped = package / "schemas" / name
    return shipped if shipped.exists() else package.parent / "schemas" / name
