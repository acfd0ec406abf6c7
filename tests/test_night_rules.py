"""The rules of a night as tables: schedule, versions, deadlines, names. No disk, no clock."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.nightly.clock import stepped
from convert.nightly.decide import (
    GRACE,
    Due,
    IssueFacts,
    State,
    Version,
    choose,
    due,
    missing,
    natural,
    rescue,
)
from convert.nightly.intake import Identity, Stranger, identify
from convert.nightly.schedule import Slot, deadline, next_issue, page_names, slots
from convert.profile.plan import Plan
from tests.night import LANTING, profile

SLOTS = tuple(Slot(n, f"A0{n}") for n in (1, 2, 3))
DUE = datetime(2026, 11, 23, 2, tzinfo=UTC)
BEFORE = DUE - timedelta(hours=1)


def plan(**facts: Any) -> Plan:
    return Plan.model_validate(facts)


@pytest.mark.parametrize(
    ("zone", "local", "day", "utc"),
    [
        ("UTC", "05:00", "2026-11-23", "2026-11-23 05:00"),
        ("Asia/Shanghai", "05:00", "2026-11-23", "2026-11-22 21:00"),
        ("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29 01:30"),  # skipped that night
        ("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25 00:30"),  # comes twice
        ("Europe/Berlin", "05:00", "2026-10-25", "2026-10-25 04:00"),
        ("America/New_York", "02:30", "2026-11-01", "2026-11-01 07:30"),
    ],
)
def test_a_deadline_is_one_moment_in_every_night(zone: str, local: str, day: str, utc: str) -> None:
    found = deadline(plan(time_zone=zone, deadline=local), date.fromisoformat(day))

    assert found == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.sampled_from(["Europe/Berlin", "UTC"]))
def test_deadlines_of_two_days_follow_each_other(day: date, zone: str) -> None:
    known = plan(time_zone=zone, deadline="02:30")

    gap = deadline(known, day + timedelta(days=1)) - deadline(known, day)

    assert timedelta(hours=23) <= gap <= timedelta(hours=25)


def test_a_supplement_is_there_on_its_days_only() -> None:
    known = plan(
        sections=[{"label": "A", "pages": 2}, {"label": "C", "pages": 1, "weekdays": ["sat"]}]
    )

    assert [s.label for s in slots(known, date(2026, 11, 23))] == ["A01", "A02"]
    assert [s.label for s in slots(known, date(2026, 11, 28))] == ["A01", "A02", "C01"]


def test_pages_are_called_by_their_section_or_by_their_own_name() -> None:
    known = profile(
        plan={"sections": [{"label": "A", "pages": 2, "name": "News"}]}, pages={"A02": "Opinion"}
    )

    assert page_names(known, date(2026, 11, 23)) == {"A01": "News", "A02": "Opinion"}


def test_a_name_without_a_date_is_the_next_issue() -> None:
    known = plan(deadline="05:00", weekdays=["mon", "tue"])

    assert next_issue(known, datetime(2026, 11, 23, 4, tzinfo=UTC)) == date(2026, 11, 23)
    assert next_issue(known, datetime(2026, 11, 24, 6, tzinfo=UTC)) == date(2026, 11, 30)


# --- which version ----------------------------------------------------------------


def version(number: int, *labels: str, name: str = "", **more: Any) -> Version:
    first = int(labels[0][1:])
    facts = {"state": State.DONE, **more}
    return Version(id=number, labels=labels, number=first, version=name, **facts)


@pytest.mark.parametrize(
    ("versions", "chosen"),
    [
        ([version(1, "A01"), version(2, "A02")], [1, 2]),
        ([version(1, "A01"), version(2, "A01")], [2]),
        ([version(1, "A01", name="b"), version(2, "A01", name="a")], [1]),
        ([version(1, "A01", name="10"), version(2, "A01", name="9")], [1]),
        ([version(1, "A01"), version(2, "A01", state=State.READY)], [1]),
        ([version(1, "A01"), version(2, "A01", state=State.LOST)], [1]),
        ([version(1, "A01"), version(2, "A01", state=State.EMPTY)], [1]),
        ([version(1, "A01"), version(2, "A01", torn=True)], [1]),
        ([version(1, "A02", "A03"), version(2, "A03")], [2]),
        ([version(1, "A02"), version(2, "A03"), version(3, "A02", "A03")], [3]),
        ([version(1, "A01", state=State.LOST)], [1]),
        ([version(1, "A01", state=State.TORN)], []),
    ],
)
def test_the_newest_version_that_can_be_shown_is_chosen(
    versions: list[Version], chosen: list[int]
) -> None:
    assert [v.id for v in choose(versions)] == chosen


def test_the_last_arrival_counts_if_the_profile_says_so() -> None:
    versions = [version(1, "A01", name="b"), version(2, "A01", name="a")]

    assert [v.id for v in choose(versions, "arrival")] == [2]


VERSIONS = st.lists(
    st.builds(
        lambda number, first, wide, name, state, torn: version(
            number,
            *(f"A{n:02}" for n in range(first, first + 1 + wide)),
            name=name,
            state=state,
            torn=torn,
        ),
        st.integers(1, 99),
        st.integers(1, 6),
        st.booleans(),
        st.sampled_from(["", "a", "b", "2", "10"]),
        st.sampled_from(State),
        st.booleans(),
    ),
    unique_by=lambda v: v.id,
)


@given(VERSIONS)
def test_no_place_is_taken_twice_and_the_order_of_arrival_in_the_list_is_no_matter(
    versions: list[Version],
) -> None:
    chosen = choose(versions)
    places = [label for v in chosen for label in v.labels]

    assert len(places) == len(set(places))
    assert choose(reversed(versions)) == chosen
    assert set(missing(SLOTS, chosen)) == {s.label for s in SLOTS} - set(places)


NAMES = st.text("ab19-", max_size=4)


@given(NAMES, NAMES)
def test_versions_have_one_order(one: str, other: str) -> None:
    assert (natural(one) <= natural(other)) or (natural(other) <= natural(one))


# --- when -------------------------------------------------------------------------

ALL = [version(1, "A01"), version(2, "A02"), version(3, "A03")]


def facts(versions: list[Version], **more: Any) -> IssueFacts:
    return IssueFacts(
        slots=SLOTS, versions=versions, deadline=DUE, begun=BEFORE - timedelta(hours=9), **more
    )


@pytest.mark.parametrize(
    ("known", "now", "cause"),
    [
        (facts(ALL), BEFORE, Due.COMPLETE),
        (facts(ALL, busy=True), BEFORE, None),
        (facts(ALL[:2]), BEFORE, None),
        (facts(ALL[:2]), DUE, Due.DEADLINE),
        (facts(ALL[:2], hold=True), DUE, None),
        (facts(ALL[:2], asked=True), BEFORE, Due.COMMAND),
        (facts(ALL[:2], asked=True, hold=True), BEFORE, Due.COMMAND),
        (facts(ALL[:2], asked=True, busy=True), BEFORE, None),
        (facts(ALL[:2], busy=True), DUE, None),
        (facts(ALL[:2], busy=True), DUE + GRACE, Due.DEADLINE),
        (facts(ALL, revision=1, contents="old"), BEFORE, Due.CHANGED),
        (facts(ALL, revision=1, contents="new"), BEFORE, None),
        (facts(ALL, revision=1, contents="new", asked=True), BEFORE, None),
        (facts([*ALL, version(4, "A02", state=State.READY)]), BEFORE, None),
        (facts([version(1, "A01", state=State.LOST)]), DUE, None),
        (facts([]), DUE, None),
    ],
)
def test_an_issue_is_published_when_the_rules_say(
    known: IssueFacts, now: datetime, cause: Due | None
) -> None:
    assert due(known, choose(known.versions), "new", now) is cause


def test_after_a_restart_what_piled_up_is_looked_at_first() -> None:
    late = DUE + timedelta(hours=1)
    known = IssueFacts(slots=SLOTS, versions=ALL[:1], deadline=DUE, begun=late, busy=True)

    assert due(known, choose(known.versions), "new", late) is None
    assert due(known, choose(known.versions), "new", late + GRACE) is Due.DEADLINE


def test_a_cut_page_is_saved_at_the_deadline_where_there_is_no_other() -> None:
    torn = [version(4, "A01", state=State.TORN), version(5, "A03", state=State.TORN)]
    known = facts([*ALL[:2], *torn])
    chosen = choose(known.versions)

    assert rescue(known, chosen, BEFORE) == ()
    assert [v.id for v in rescue(known, chosen, DUE)] == [5]


def test_a_clock_that_is_set_is_noticed_and_one_that_runs_is_not() -> None:
    start = (DUE, 100.0)

    assert stepped(start, (DUE + timedelta(seconds=7), 107.0)) == 0
    assert stepped(start, (DUE + timedelta(hours=1), 107.0)) == 3593
    assert stepped(start, (DUE - timedelta(hours=1), 107.0)) == -3607


# --- whose page -------------------------------------------------------------------

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("LT20261123A01.indd", "does not end in .pdf"),
        ("XY20261123A01.pdf", "no profile knows"),
        ("LT20261399A01.pdf", "no profile knows"),
        ("LT20281123A01.pdf", "too far ahead"),
        ("LT20251123A01.pdf", "is closed"),
        ("", "does not end in .pdf"),
    ],
)
def test_a_stranger_hears_why(name: str, reason: str) -> None:
    found = identify(name, {"lanting": LANTING}, NOW)

    assert isinstance(found, Stranger)
    assert reason in found.reason


def test_a_page_outside_the_plan_is_added_or_refused() -> None:
    strict = LANTING.model_copy(
        update={"rules": LANTING.rules.model_copy(update={"unplanned": "refuse"})}
    )

    assert isinstance(identify("LT20261123A09.pdf", {"lt": LANTING}, NOW), Identity)
    refused = identify("LT20261123A09.pdf", {"lt": strict}, NOW)
    assert isinstance(refused, Stranger)
    assert "A09 is not in the plan" in refused.reason


@given(st.text(max_size=80))
def test_no_name_breaks_the_intake(name: str) -> None:
    known = {"lanting": LANTING, "any": profile(files={"pattern": r"(?P<page>\w+)"})}

    assert isinstance(identify(f"{name}.pdf", known, NOW), Identity | Stranger)
