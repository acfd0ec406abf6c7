"""Stories keep their ids through versions of a page; what is withdrawn is nowhere."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from convert.edition.stories import alike, keep_ids, read_register, write_register
from convert.errors import UsageError
from convert.geometry import Rect
from convert.model import Edition, EditionArticle, EditionBlock, Jump, Kind, Publication, Role
from convert.model import IssueInfo as Info
from convert.nightly.ledger import open_ledger
from convert.nightly.status import command_publish, command_restore, command_withdraw
from convert.validate import validate
from tests.night import DATE, LANTING, Night, pdf, profile, story

TOWN = "The town hall burned through the night and the firemen saved the archive of the town. "
SHIP = "A ship from the north came into the harbour with salt and left it with barley and wool. "
FAIR = "The autumn fair opens on Friday with the riders, the brewers and the band of the mill. "
AREA = Rect(0, 0, 0.5, 0.5)


def article(
    number: int, head: str, text: str, kind: Kind = Kind.ARTICLE, box: Rect = AREA
) -> EditionArticle:
    block = EditionBlock(
        id=f"p01-b{number:03}", role=Role.PARAGRAPH, page="p01", box=box, text=text
    )
    return EditionArticle(
        id=f"p01-a{number:02}",
        kind=kind,
        pages=("p01",),
        confidence=1.0,
        headline=head,
        blocks=(block,),
    )


def edition(*articles: EditionArticle) -> Edition:
    return Edition(publication=Publication(), issue=Info(), pages=(), articles=articles)


def heads(found: Edition) -> dict[str, str]:
    return {a.headline: a.id for a in found.articles}


def test_a_story_that_moved_keeps_its_id_and_a_new_one_gets_a_fresh_one() -> None:
    first, register = keep_ids(edition(article(1, "Fire", TOWN), article(2, "Ship", SHIP)), ())
    assert heads(first) == {"Fire": "p01-a01", "Ship": "p01-a02"}

    later = edition(article(1, "Fair", FAIR), article(2, "Fire out", TOWN + "It is out."))
    second, _ = keep_ids(later, register)

    assert heads(second) == {"Fair": "p01-a03", "Fire out": "p01-a01"}


def test_a_story_that_comes_back_has_its_old_id() -> None:
    _, register = keep_ids(edition(article(1, "Fire", TOWN), article(2, "Ship", SHIP)), ())
    _, register = keep_ids(edition(article(1, "Fire", TOWN)), register)

    third, _ = keep_ids(edition(article(1, "Ship", SHIP), article(2, "Fire", TOWN)), register)

    assert heads(third) == {"Fire": "p01-a01", "Ship": "p01-a02"}


def test_a_rewritten_story_is_known_by_its_headline() -> None:
    _, register = keep_ids(edition(article(1, "The town hall burned", TOWN)), ())

    second, _ = keep_ids(edition(article(1, "The town hall burned", FAIR * 3)), register)

    assert heads(second) == {"The town hall burned": "p01-a01"}


def test_an_ad_without_text_is_known_by_its_place() -> None:
    right = Rect(0.5, 0, 1, 1)
    ads = edition(article(1, "", "", Kind.AD), article(2, "", "", Kind.AD, right))
    _, register = keep_ids(ads, ())

    turned, _ = keep_ids(edition(article(1, "", "", Kind.AD, right)), register)

    assert [a.id for a in turned.articles] == ["p01-a02"]


def test_jumps_follow_the_ids() -> None:
    _, register = keep_ids(edition(article(1, "Fire", TOWN), article(2, "Ship", SHIP)), ())
    moved = [article(1, "Ship", SHIP), replace(article(2, "Fire", TOWN), jump=Jump(to="p01-a01"))]

    second, _ = keep_ids(edition(*moved), register)

    assert {a.id: a.jump.to for a in second.articles} == {"p01-a02": None, "p01-a01": "p01-a02"}


TEXTS = st.lists(st.sampled_from([TOWN, SHIP, FAIR, "Short.", ""]), max_size=6)


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_no_id_is_ever_given_twice(versions: list[list[str]]) -> None:
    register = read_register("")
    for texts in versions:
        articles = [article(n, "", text) for n, text in enumerate(texts, 1)]
        found, register = keep_ids(edition(*articles), register)
        ids = [a.id for a in found.articles]
        assert len(set(ids)) == len(ids)
        assert set(ids) <= {s.id for s in register}
        assert len({s.id for s in register}) == len(register)
        assert read_register(write_register(register)) == register


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_has_no_direction(one: str, other: str) -> None:
    stories = [keep_ids(edition(article(1, "", text)), ())[1][0] for text in (one, other)]

    assert alike(*stories) == alike(*reversed(stories))
    assert 0 <= alike(*stories) <= 1


# --- withdraw and restore ---------------------------------------------------------


@pytest.fixture
def night(tmp_path: Path) -> Night:
    found = Night(tmp_path)
    for label in ("A01", "A02", "A03"):
        found.drop(f"LT20261123{label}.pdf", story(label))
    found.run()
    return found


def command(night: Night, what: str, article_id: str) -> None:
    db = open_ledger(night.office.ledger)
    do = {"withdraw": command_withdraw, "restore": command_restore}[what]
    try:
        do(db, "lanting/2026-11-23", article_id, night.clock.now())
    finally:
        db.close()
    night.run()


def darkest(path: Path) -> int:
    with Image.open(path) as image:
        low, _ = image.convert("L").getextrema()
    assert isinstance(low, int)
    return low


def test_a_withdrawn_article_is_nowhere_and_comes_back_as_it_was(night: Night) -> None:
    before = night.edition()
    gone = before["articles"][0]["id"]
    picture = night.issue() / before["pages"][0]["images"][0]["path"]
    assert darkest(picture) < 120

    command(night, "withdraw", gone)

    assert gone not in json.dumps(night.edition()["articles"])
    assert night.edition()["pages"][0].get("hotspots", []) == []
    assert night.edition()["issue"]["revision"] == 2
    assert darkest(picture) > 120
    assert validate([night.issue()]) == ()
    assert json.loads((night.issue() / "issue.json").read_bytes())["withdrawn"] == [gone]

    command(night, "restore", gone)

    restored = night.edition()
    assert restored["issue"].pop("revision") == 3
    before["issue"].pop("revision")
    assert restored == before
    assert darkest(picture) < 120


def test_what_cannot_be_painted_over_is_removed(tmp_path: Path) -> None:
    pictures = {"sizes": {"page": 900}, "tiles": ["iiif", "dzi"], "pdf": True}
    rich = profile(settings={"images": pictures, "source": {"ocr": "off"}})
    night = Night(tmp_path, {"lanting": LANTING.model_copy(update={"settings": rich.settings})})
    for label in ("A01", "A02", "A03"):
        night.drop(f"LT20261123{label}.pdf", story(label))
    night.run()
    before = night.edition()
    assert before["pdf"]
    assert len(before["pages"][0]["tiles"]) == 2

    command(night, "withdraw", before["articles"][0]["id"])

    after = night.edition()
    assert "pdf" not in after
    assert "tiles" not in after["pages"][0]
    assert len(after["pages"][1]["tiles"]) == 2
    left = {p.relative_to(night.issue()).as_posix() for p in night.issue().rglob("*.*")}
    assert [name for name in left if "p01" in name and "page" not in name] == []
    assert validate([night.issue()]) == ()


def test_a_withdrawn_story_stays_away_when_its_page_is_replaced(night: Night) -> None:
    gone = night.edition()["articles"][0]["id"]
    command(night, "withdraw", gone)

    night.drop("LT20261123A01a.pdf", story("A01", "A later version."))
    night.run()

    assert "A later version." not in json.dumps(night.edition())


def test_what_does_not_exist_cannot_be_withdrawn(night: Night) -> None:
    db = open_ledger(night.office.ledger)
    now = night.clock.now()
    try:
        with pytest.raises(UsageError, match="no article p09-a01"):
            command_withdraw(db, "lanting/2026-11-23", "p09-a01", now)
        with pytest.raises(UsageError, match="is not withdrawn"):
            command_restore(db, "lanting/2026-11-23", "p01-a01", now)
        with pytest.raises(UsageError, match="no such issue"):
            command_publish(db, "lanting/1999-01-01")
    finally:
        db.close()


def test_an_issue_is_published_on_command(tmp_path: Path) -> None:
    night = Night(tmp_path)
    night.drop("LT20261123A02.pdf", pdf("Only this", TOWN))
    night.run()
    db = open_ledger(night.office.ledger)
    command_publish(db, "lanting/2026-11-23")
    db.close()

    night.run()

    assert night.labels() == ["A02"]


# --- the reading site ---------------------------------------------------------------


def test_the_site_follows_every_revision_and_says_what_is_gone(tmp_path: Path) -> None:
    outputs = LANTING.outputs.model_copy(update={"formats": ("json", "site")})
    night = Night(tmp_path, {"lanting": LANTING.model_copy(update={"outputs": outputs})})
    for label in ("A01", "A02", "A03"):
        night.drop(f"LT20261123{label}.pdf", story(label))
    night.run()
    site = night.office.out / "lanting" / "site"
    gone = night.edition()["articles"][0]["id"]
    page = site / DATE / "a01" / f"{gone}.html"
    before = page.read_text(encoding="utf-8")

    command(night, "withdraw", gone)

    after = page.read_text(encoding="utf-8")
    assert "the lamps went out" in before
    assert "the lamps went out" not in after
    assert f'href="{gone}.html"' not in (page.parent / "index.html").read_text(encoding="utf-8")
    for label in ("a02", "a03"):
        assert "the lamps went out" in "".join(
            p.read_text(encoding="utf-8") for p in (site / DATE / label).glob("p0*.html")
        )
    assert night.edition()["issue"]["revision"] == 2
