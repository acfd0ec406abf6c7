"""What the night shift promises in its docs, its units and its profile's description."""

import re
import tomllib
from pathlib import Path

import pytest

from convert.naming import read_name
from convert.nightly.events import EVENTS
from convert.nightly.preflight import CHECKS
from convert.profile import FileNames, Profile, load_profile
from convert.profile.conventions import CONVENTIONS
from convert.profile.describe import EXAMPLE, markdown
from convert.profile.schema import schema

ROOT = Path(__file__).parent.parent


def rows(title: str) -> list[list[str]]:
    text = (ROOT / "docs" / "night.md").read_text(encoding="utf-8")
    part = text.partition(f"## {title}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


def test_every_event_is_documented() -> None:
    assert rows("Events") == [
        [f"`{code}`", kind.level, kind.summary, kind.cure] for code, kind in EVENTS.items()
    ]


def test_every_check_of_preflight_is_documented() -> None:
    assert rows("Preflight") == [
        [f"`{code}`", check.severity, check.summary, check.cure] for code, check in CHECKS.items()
    ]


def test_every_event_is_given_somewhere() -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "convert" / "nightly").rglob("*.py")
        if path.name != "events.py"
    )

    assert [name for name in EVENTS if f'"{name}"' not in code] == []


def test_the_description_of_the_profile_is_current() -> None:
    assert (ROOT / "docs" / "profile.md").read_text(encoding="utf-8") == markdown()


def test_the_schema_file_is_current() -> None:
    path = ROOT / "schemas" / "profile.schema.json"

    assert path.read_text(encoding="utf-8") == schema()


def test_the_example_of_the_profile_is_a_profile() -> None:
    found = re.search(r"```toml\n(.*?)```", EXAMPLE, re.DOTALL)
    assert found

    assert Profile.model_validate(tomllib.loads(found[1])).plan.sections[1].weekdays == ("sat",)


@pytest.mark.parametrize("name", CONVENTIONS)
def test_every_convention_reads_its_examples(name: str) -> None:
    names = FileNames.model_validate({"convention": name})

    for example in CONVENTIONS[name].examples:
        facts = read_name(Path(example), names)
        assert facts is not None
        assert facts.page is not None or name == "whole-issue"


FACTS = {
    "LTRB20261123A05b.pdf": ("founder", "2026-11-23", "A05", "", "b"),
    "ZZRMRB14B20240805C.pdf": ("rip-job", "2024-08-05", "14", "", ""),
    "ABC_20130116_A001_P1a.pdf": ("zone-version", "2013-01-16", "A01", "1", "a"),
    "JYPHERAP231126011A004.pdf": ("danish", "2026-11-23", "A04-A05", "01", "1"),
    "ins_20261123_A07_1-2.pdf": ("insert", "2026-11-23", "A07", "", ""),
    "Zone1_02.pdf": ("zone", "", "02", "1", ""),
    "002_4c.pdf": ("colour", "", "02", "", ""),
    "p03x_front.pdf": ("correction", "", "03", "", "x"),
    "SUS-ED1-ZN-20181123-A001.pdf": ("edition-zone", "2018-11-23", "A01", "ED1-ZN", ""),
    "HC-20261123-A002-A003.pdf": ("dashed", "2026-11-23", "A02-A03", "", ""),
    "NZCA14MAR24A001.pdf": ("month-name", "2024-03-14", "A01", "", ""),
    "211021WptNews01.pdf": ("date-first", "2021-10-21", "01", "", ""),
    "ODT_2021_10_26.pdf": ("whole-issue", "2021-10-26", "", "", ""),
    "2026-11-23_02/0014.pdf": ("dated-folders", "2026-11-23", "14", "02", ""),
}


@pytest.mark.parametrize("example", FACTS)
def test_conventions_give_these_facts(example: str) -> None:
    name, *wanted = FACTS[example]
    facts = read_name(Path(example), FileNames.model_validate({"convention": name}))

    assert facts is not None
    assert [facts.date, facts.label, facts.edition, facts.version] == wanted


def test_a_marked_spread_takes_one_number_if_the_profile_says_so() -> None:
    names = FileNames.model_validate({"convention": "danish"})

    facts = read_name(Path("JYPHERAP231126011A004.pdf"), names, spread=1)

    assert facts is not None
    assert facts.label == "A04"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[files]\nconvention = 'x'\n", "files.convention"),
        ("[files]\npattern = '(?P<seite>x)'\n", "unknown groups seite"),
        ("[files]\ndate_format = '%d'\n", "files.date_format"),
        ("[plan]\ntime_zone = 'Europe/Atlantis'\n", "no IANA time zone"),
        ("[plan]\ntime_zone = '../../etc/passwd'\n", "no IANA time zone"),
        ("[plan]\ndeadline = '25:00'\n", "plan.deadline"),
        ("[plan]\neditions = ['../x']\n", "plan.editions"),
        ("[[plan.sections]]\nlabel='A'\npages=2\n[[plan.sections]]\nlabel='A'\npages=1\n", "twice"),
        ("[publish]\ntargets = ['/srv/x']\n", "file:///"),
        ("[hooks]\nattention = ['rm -rf /']\n", "no http address"),
        ("[hooks]\nattention = [[]]\n", "empty command"),
        ("[rules]\nmissing = 'maybe'\n", "rules.missing"),
        ("[walls]\nmemory_mib = 1\n", "walls.memory_mib"),
    ],
)
def test_a_mistake_in_the_night_names_its_key(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.toml"
    path.write_text(text)

    with pytest.raises(Exception, match=r"paper\.toml") as caught:
        load_profile(path)

    assert words in str(caught.value)


def test_the_unit_shuts_the_watcher_in() -> None:
    unit = (ROOT / "packaging" / "banmian-watch.service").read_text(encoding="utf-8")

    for line in ("NoNewPrivileges=yes", "ProtectSystem=strict", "PrivateNetwork=yes"):
        assert line in unit.splitlines()
