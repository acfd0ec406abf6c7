"""The night shift: files in, issues out, whatever happens between."""

import hashlib
import json
from contextlib import closing
from pathlib import Path

import pytest

from convert.nightly.ledger import open_ledger
from convert.validate import validate
from tests.night import DATE, LANTING, Night, pdf, profile, story


@pytest.fixture
def night(tmp_path: Path) -> Night:
    return Night(tmp_path)


def deliver(night: Night, *labels: str) -> None:
    for label in labels:
        night.drop(f"LT20261123{label}.pdf", story(label))


def test_a_complete_issue_is_published_at_once(night: Night) -> None:
    deliver(night, "A02", "A01", "A03")

    night.run()

    assert night.labels() == ["A01", "A02", "A03"]
    assert night.edition()["issue"] == {"date": DATE, "revision": 1}
    assert validate([night.issue()]) == ()
    assert [*night.office.inbox.iterdir()] == []


def test_the_manifest_has_a_checksum_of_every_file(night: Night) -> None:
    deliver(night, "A01", "A02", "A03")
    night.run()

    files = night.bytes_of()
    manifest = json.loads(files.pop("issue.json"))

    assert {f["path"]: f["sha256"] for f in manifest["files"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items()
    }


def test_an_incomplete_issue_waits_for_its_deadline(night: Night) -> None:
    deliver(night, "A01", "A03")
    night.run()
    assert not night.issue().exists()

    night.clock.wind_to("2026-11-23 02:00")
    night.run()

    assert night.labels() == ["A01", "A03"]
    assert [p["id"] for p in night.edition()["pages"]] == ["p01", "p03"]
    assert "A02 had not come" in [i["message"] for i in night.edition()["issues"]]
    assert "issue-incomplete" in night.codes()


def test_a_late_page_makes_a_new_revision(night: Night) -> None:
    deliver(night, "A01", "A03")
    night.clock.wind_to("2026-11-23 02:00")
    night.run()

    deliver(night, "A02")
    night.run()

    assert night.labels() == ["A01", "A02", "A03"]
    assert night.edition()["issue"]["revision"] == 2
    assert "page-late" in night.codes()


def test_an_issue_is_held_when_a_missing_page_is_an_error(tmp_path: Path) -> None:
    strict = LANTING.model_copy(
        update={"rules": LANTING.rules.model_copy(update={"missing": "error"})}
    )
    night = Night(tmp_path, {"lanting": strict})
    deliver(night, "A01", "A03")
    night.clock.wind_to("2026-11-23 02:00")
    night.run()
    assert not night.issue().exists()
    assert "issue-held" in night.codes()

    deliver(night, "A02")
    night.run()

    assert night.labels() == ["A01", "A02", "A03"]


def test_a_truncated_upload_waits_and_is_taken_when_it_is_complete(night: Night) -> None:
    deliver(night, "A01", "A02")
    whole = story("A03")
    night.drop("LT20261123A03.pdf", whole[: len(whole) * 2 // 3])
    night.run()
    assert not night.issue().exists()
    assert "file-torn" in night.codes()

    night.drop("LT20261123A03.pdf", whole)
    night.run()

    assert night.labels() == ["A01", "A02", "A03"]
    assert not [i for i in night.edition()["issues"] if i["code"] == "page-torn"]


def test_at_the_deadline_a_cut_page_is_better_than_none(night: Night) -> None:
    deliver(night, "A01", "A02")
    whole = story("A03")
    night.drop("LT20261123A03.pdf", whole[:-30])
    night.clock.wind_to("2026-11-23 02:00")

    night.run()

    assert night.labels() == ["A01", "A02", "A03"]
    assert [i["code"] for i in night.edition()["issues"] if "torn" in i["code"]] == ["page-torn"]
    assert "file-used-torn" in night.codes()


def test_a_newer_page_replaces_and_stories_keep_their_ids(night: Night) -> None:
    deliver(night, "A01", "A02")
    texts = [f"A long report about the {w} of the town and all {w}s around it. " for w in "abc"]
    night.drop("LT20261123A03.pdf", pdf("First head", texts[0] * 2))
    night.run()
    before = {a["headline"]: a["id"] for a in night.edition()["articles"]}

    night.drop("LT20261123A03a.pdf", pdf("First head again", texts[0] * 2 + "Corrected."))
    night.run()

    after = {a["headline"]: a["id"] for a in night.edition()["articles"]}
    assert night.edition()["issue"]["revision"] == 2
    assert after["First head again"] == before["First head"]
    assert "page-replaced" in night.codes()


def test_an_older_version_that_comes_later_does_not_replace(night: Night) -> None:
    deliver(night, "A01", "A02")
    night.drop("LT20261123A03b.pdf", story("A03", "Second version."))
    night.run()

    night.drop("LT20261123A03a.pdf", story("A03", "First version."))
    night.run()

    assert "Second version." in json.dumps(night.edition())
    assert night.edition()["issue"]["revision"] == 1


def test_the_same_file_twice_is_one_page(night: Night) -> None:
    deliver(night, "A01", "A02", "A03")
    night.run()
    deliver(night, "A02")
    night.run()

    assert night.edition()["issue"]["revision"] == 1
    assert night.report().counts["file-duplicate"] == 1
    assert [*night.office.inbox.iterdir()] == []


def test_a_paper_that_is_no_longer_watched_is_left_alone(night: Night) -> None:
    deliver(night, "A01", "A02")
    night.run()
    with closing(open_ledger(night.office.ledger)) as db:
        db.execute("UPDATE file SET state = 'staged'")
        db.execute("UPDATE page SET state = 'ready'")
    night.papers = {"other": profile(plan={"sections": [{"pages": 1}]})}

    night.run()

    assert night.report().counts["page-converted"] == 2


def test_papers_and_editions_stand_side_by_side(tmp_path: Path) -> None:
    zoned = profile(
        files={"convention": "zone-version", "titles": ["ABC"]},
        plan={"editions": ["1", "2"], "sections": [{"label": "A", "pages": 1}]},
    )
    night = Night(tmp_path, {"lanting": LANTING, "abc": zoned})
    deliver(night, "A01", "A02", "A03")
    night.drop("ABC_20261123_A001_P1a.pdf", story("one"))
    night.drop("ABC_20261123_A001_P2a.pdf", story("two"))

    night.run()

    for name, words in (("abc/2026-11-23-1", "one"), ("abc/2026-11-23-2", "two")):
        assert f"News of {words}" in json.dumps(night.edition(name))
    assert night.labels() == ["A01", "A02", "A03"]
