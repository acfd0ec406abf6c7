"""Promises every writer keeps; a new writer is tested by being registered."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

import convert
from convert.model import Edition
from convert.validate.reading import Json, Xml
from convert.validate.schemas import schema_faults
from convert.validate.xml_content import edition_from_xml
from convert.writers import WRITERS
from convert.writers.content import edition_content
from tests.conftest import Compare
from tests.desk import small_edition
from tests.editions import editions

SCHEMAS = Path(convert.__file__).parent.parent / "schemas"


def written(name: str, edition: Edition) -> bytes:
    (artifact,) = WRITERS[name].write(edition)
    return artifact.data


@pytest.mark.parametrize("name", WRITERS)
def test_writing_twice_gives_the_same_bytes(name: str) -> None:
    write = WRITERS[name].write

    assert list(write(small_edition())) == list(write(small_edition()))


@pytest.mark.parametrize("name", WRITERS)
def test_artifact_names_stay_below_the_output_directory(name: str) -> None:
    for artifact in WRITERS[name].write(small_edition()):
        assert not artifact.name.is_absolute()
        assert ".." not in artifact.name.parts


@pytest.mark.parametrize("name", WRITERS)
def test_the_promised_schema_is_shipped(name: str) -> None:
    schema = WRITERS[name].schema

    assert schema is None or (SCHEMAS / schema).exists()


@pytest.mark.parametrize("name", ["json", "xml"])
def test_the_small_edition_is_written_as_ever(name: str, golden: Compare) -> None:
    golden(f"edition.{name}", written(name, small_edition()))


def ids(content: object) -> Iterator[str]:
    if isinstance(content, dict):
        yield from (content["id"],) if "id" in content else ()
        for value in content.values():
            yield from ids(value)
    elif isinstance(content, list):
        for value in content:
            yield from ids(value)


def test_ids_are_unique() -> None:
    found = list(ids(json.loads(written("json", small_edition()))))

    assert len(found) == len(set(found)) == 15


@given(editions())
def test_any_edition_obeys_both_schemas_and_both_files_agree(edition: Edition) -> None:
    data = json.loads(written("json", edition))
    root = etree.fromstring(written("xml", edition))

    assert list(schema_faults(Json(data))) == []
    assert list(schema_faults(Xml(root))) == []
    assert edition_from_xml(root) == data == edition_content(edition)
