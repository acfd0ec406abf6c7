"""The profile of a paper: strict, described by a schema, clear about mistakes."""

import json
from pathlib import Path

import pytest

from convert.errors import UsageError
from convert.naming import read_name
from convert.profile import FileNames, Profile, load_profile

ROOT = Path(__file__).parent.parent


def test_the_schema_is_current() -> None:
    path = ROOT / "schemas" / "profile.schema.json"

    assert json.loads(path.read_text(encoding="utf-8")) == Profile.model_json_schema()


@pytest.mark.parametrize("path", sorted(ROOT.glob("samples/*/paper.toml")), ids=str)
def test_sample_profiles_load(path: Path) -> None:
    assert load_profile(path).publication.name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[publication]\nnmae = 'x'\n", "publication.nmae"),
        ("[files]\npattern = '('\n", "files.pattern"),
        ("[settings.images]\nquality = 'big'\n", "settings.images.quality"),
        ("[pages\n", "paper.toml"),
    ],
)
def test_a_mistake_names_its_key(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.toml"
    path.write_text(text)

    with pytest.raises(UsageError) as caught:
        load_profile(path)

    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("name", "date", "label"),
    [
        ("ABC_20130116_A001_P1a.pdf", "2013-01-16", "A01"),
        ("hnrb20251013001.pdf", "2025-10-13", "01"),
        ("LTRB20261123A05.pdf", "2026-11-23", "A05"),
        ("SUS-ED1-ZN-20181123-A001.pdf", "2018-11-23", "A01"),
        ("Zone1_02.pdf", "", "02"),
        ("p03x.pdf", "", "03"),
        ("002_4c.pdf", "", "02"),
    ],
)
def test_common_names_are_read(name: str, date: str, label: str) -> None:
    facts = read_name(Path(name), None)

    assert facts is not None
    assert (facts.date, facts.label) == (date, label)


def test_what_no_pattern_knows_stays_unknown() -> None:
    assert read_name(Path("cover final.pdf"), None) is None


def test_an_impossible_date_is_no_date() -> None:
    names = FileNames.model_validate({"pattern": r"(?P<date>\d{8})-(?P<page>\d+)"})

    assert read_name(Path("20261399-1.pdf"), names) is None
