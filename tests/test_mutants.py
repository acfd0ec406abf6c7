"""Damaged files and odd words: an answer for each, and never a crash or a hang.

`make fuzz` tries thousands of mutants of the sample pages; here are a few of small ones.
"""

import sqlite3
import tomllib
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from benchmarks.fuzz import mutants, try_all
from convert.edition.stories import read_register
from convert.errors import BanmianError
from convert.naming import read_name
from convert.nightly.ledger import open_ledger, transaction
from convert.nightly.ledger.events import Event, events, record
from convert.nightly.ledger.files import File, FileState, add_file, known
from convert.nightly.ledger.mounts import network_type
from convert.profile import FileNames, Profile, load_profile
from tests.night import pdf, story

MUTANTS = 40


def test_mutants_are_answered() -> None:
    seeds = [story("a"), pdf("Two heads", "And text. " * 40, folio="A01")]

    outcomes = [*try_all(mutants(seeds, MUTANTS))]

    assert [o.fault for o in outcomes if o.fault] == []
    assert len(outcomes) == MUTANTS
    assert len({o.said.partition(" ")[0] for o in outcomes}) > 1


TOML_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 99) | st.text(max_size=8) | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["pages", "label", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = {
    name: sorted(getattr(field.annotation, "model_fields", {"x": None}))
    for name, field in Profile.model_fields.items()
}


@st.composite
def profiles(draw: st.DrawFn) -> dict[str, object]:
    """A profile of known keys and odd values."""
    parts = draw(st.lists(st.sampled_from(sorted(KEYS)), max_size=4, unique=True))
    return {
        part: {key: draw(TOML_VALUES) for key in draw(st.sets(st.sampled_from(KEYS[part])))}
        for part in parts
    }


@given(profiles())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_profile_is_right_or_refused(data: dict[str, object]) -> None:
    try:
        found = Profile.model_validate(data)
    except ValidationError as error:
        assert error.errors()  # noqa: PT017
        return
    assert Profile.model_validate_json(found.model_dump_json()) == found


@given(st.binary(max_size=80))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_profile_of_any_bytes_is_read_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "paper.toml"
    path.write_bytes(data)
    try:
        load_profile(path)
    except BanmianError as error:
        assert str(path) in str(error)  # noqa: PT017
        return
    assert isinstance(tomllib.loads(data.decode()), dict)


@given(st.from_regex(r"\A[\w().?*+{}\[\]|<>P=-]{0,20}\Z"), st.text("aA0123_-/.", max_size=16))
@settings(max_examples=60, deadline=None)
def test_a_grammar_reads_a_name_or_not(pattern: str, name: str) -> None:
    try:
        names = FileNames.model_validate({"pattern": f"(?P<page>{pattern})"})
    except ValidationError:
        return
    facts = read_name(Path(name), names)
    assert facts is None or facts.page is None or facts.page >= 0


ODD = st.text(max_size=20)


@given(
    name=ODD.filter(lambda t: t.isprintable()),
    stamp=ODD,
    labels=st.lists(st.text("A01"), max_size=2),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_ledger_gives_back_what_it_was_told(
    tmp_path: Path, name: str, stamp: str, labels: list[str]
) -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    file = File(
        name=name,
        stamp=stamp,
        size=1,
        sha256="0",
        state=FileState.FOREIGN,
        labels=tuple(filter(None, labels)),
    )
    with closing(open_ledger(tmp_path / "ledger.sqlite")) as db:
        with transaction(db):
            number = add_file(db, file, now)
            record(db, Event(code="file-foreign", at=now, file=name, message=stamp))
        found = known(db, name, stamp)
        told = [*events(db)][-1]

    assert found is not None
    assert (found.id, found.labels) == (number, file.labels)
    assert (told.file, told.message) == (name, stamp)


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "ledger.sqlite")) as db:
        event = Event(code="file-foreign", at=datetime(2026, 11, 23, tzinfo=UTC))

        def fail() -> None:
            with transaction(db):
                record(db, event)
                db.execute("INSERT INTO page (file) VALUES (99)")

        with pytest.raises(sqlite3.IntegrityError):
            fail()

        assert [*events(db)] == []


@given(st.text(max_size=200))
def test_a_mount_table_of_any_text_is_read(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "mountinfo"
    path.write_text(text, encoding="utf-8", errors="replace")

    assert network_type(Path("/srv"), path) == ""


@given(st.text(max_size=60))
def test_a_damaged_register_is_refused(text: str) -> None:
    try:
        assert read_register(text) == ()
    except ValueError:
        assert text
