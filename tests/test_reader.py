"""The reading site without a disk or a browser: what an edition becomes."""

import json
import posixpath
import re
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree, html

from convert.artifact import Artifact
from convert.geometry import Rect
from convert.model import Edition, Figure, PageImage, Publication, Role
from convert.profile import Profile, SiteFacts
from convert.reader import founder
from convert.reader.body import body
from convert.reader.feeds import write_feeds, write_month
from convert.reader.front import write_front
from convert.reader.issue import IssueView, issue_view
from convert.reader.pages import write_issue
from convert.reader.pictures import picture_of, thumbnail_of
from convert.reader.record import Gone, from_json, succeed, to_json, without_withdrawn
from convert.reader.site import Site, site_of
from convert.reader.slugs import page_slugs
from convert.reader.stored import edition_from_json
from convert.reader.text import clean, shortened
from convert.reader.words import LANGUAGES, words_of
from convert.writers import WRITERS
from convert.writers.content import edition_content
from tests.desk import block, edition_of, page_of, small_edition, story
from tests.editions import editions

HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>'",
    "--><script>alert(1)</script><!--",
    "line\u2028two\u2029three",
    "left\u202eright\u2066",
    "]]>&amp;{{ 7 * 7 }}",
)
EVERY = " ".join(HOSTILE)


def parsed(data: bytes | str) -> Any:
    return html.document_fromstring(data)


def site() -> Site:
    publication = replace(small_edition().publication, facts=(("url", "https://paper.example"),))
    return site_of(publication, SiteFacts.model_validate({"timezone": "Asia/Shanghai"}))


def view(edition: Edition) -> IssueView:
    return issue_view(edition, words_of("zh-Hans"))


def written(edition: Edition) -> dict[str, bytes]:
    return {str(a.name): a.data for a in write_issue(view(edition), site())}


def issue_with(text: str) -> Edition:
    """An edition in which every string that comes from a page is `text`."""
    edition = small_edition()
    article = replace(
        edition.articles[0],
        kicker=text,
        headline=text,
        deck=text,
        byline=text,
        blocks=tuple(replace(b, text=text) for b in edition.articles[0].blocks),
        figures=tuple(replace(f, caption=text, credit=text) for f in edition.articles[0].figures),
    )
    page = replace(edition.pages[0], name=text, label=text)
    return replace(
        edition,
        publication=Publication(name=text, language="zh", codes=(("cn", text),)),
        pages=(page, *edition.pages[1:]),
        articles=(article, *edition.articles[1:]),
    )


# --- text of a page is text -------------------------------------------------------------------


def test_what_a_page_says_never_becomes_markup() -> None:
    edition = issue_with(EVERY)
    shown = issue_view(edition, words_of("zh"))
    paper = site_of(edition.publication, Profile().site)
    files = [*write_issue(shown, paper), *founder.write_founder(shown, paper)]

    for file in files:
        if file.name.suffix not in {".html", ".htm"}:
            continue
        text = file.data.decode("utf-8")
        root = parsed(text)
        assert root.xpath("//img[@onerror] | //svg[@onload] | //*[@style]") == [], file.name
        assert not re.search(r"alert\(1\)", "".join(root.xpath("//script[not(@type)]//text()")))
        for script in root.xpath("//script"):
            assert script.get("src") or script.get("type", "").startswith("application/")
            if script.get("type"):
                json.loads(script.text)
        for comment in root.xpath("//comment()"):
            assert "<script" not in comment.text
        for char in "\u2028\u2029\u202e\u2066":
            assert char not in text, (file.name, char)


def test_feeds_hold_hostile_titles_as_text() -> None:
    shown = issue_view(issue_with(EVERY), words_of("zh"))
    for file in write_feeds([shown.record], ["2026-11"], site()):
        if file.name.suffix == ".xml":
            root = etree.fromstring(file.data)
            assert not {e.tag for e in root.iter()} & {"img", "script"}


@settings(max_examples=30, deadline=None)
@given(editions())
def test_any_edition_becomes_a_site(edition: Edition) -> None:
    if not edition.issue.date:
        edition = replace(edition, issue=replace(edition.issue, date="2026-11-23"))
    shown = issue_view(edition, words_of("en"))

    names = [str(a.name) for a in write_issue(shown, site_of(edition.publication, Profile().site))]

    assert len(names) == len(set(names))
    assert not [name for name in names if name.startswith(("/", "."))]


@settings(max_examples=50, deadline=None)
@given(editions())
def test_an_edition_is_read_back_as_it_was_written(edition: Edition) -> None:
    (file,) = WRITERS["json"].write(edition)

    assert edition_content(edition_from_json(file.data)) == json.loads(file.data)


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert written(small_edition()) == written(small_edition())


# --- an issue ---------------------------------------------------------------------------------


def test_every_article_has_one_address_and_is_named_on_its_page() -> None:
    edition = small_edition()
    files = written(edition)

    for article in edition.articles:
        (address,) = [name for name in files if name.endswith(f"/{article.id}.html")]
        page = parsed(files[f"{address.split('/')[0]}/index.html"])
        assert page.xpath(f"count(//ol[@class='heads']//a[@href='{article.id}.html'])") == 1


def test_zones_stand_in_the_order_of_the_list() -> None:
    page = parsed(written(small_edition())["a01/index.html"])

    listed = page.xpath("//ol[@class='heads']/li/a/@href")
    assert listed
    assert page.xpath("//*[@class='zones']/a/@href") == listed


@pytest.mark.parametrize(
    ("names", "second"), [({}, "B叠"), ({"B": "周末 <B>"}, "周末 <B>")], ids=["letter", "name"]
)
def test_pages_are_grouped_by_section(names: dict[str, str], second: str) -> None:
    edition = edition_of([page_of([story((Role.PARAGRAPH, "文"))], number=n) for n in (1, 2, 3)])
    labels = ("A01", "A02-A03", "B01")
    pages = tuple(replace(p, label=label) for p, label in zip(edition.pages, labels, strict=True))
    facts = SiteFacts.model_validate({"sections": names})
    made = {
        str(a.name): parsed(a.data)
        for a in write_issue(
            view(replace(edition, pages=pages)), site_of(edition.publication, facts)
        )
        if a.name.suffix == ".html"
    }

    groups = made["a01/index.html"].xpath("//div[@class='group']")
    assert [g.xpath("string(h3)") for g in groups] == ["A叠", second]
    assert [len(g.xpath(".//li")) for g in groups] == [2, 1]
    heads = made["index.html"].xpath("//h2[@class='section-name']")
    assert [h.text_content() for h in heads] == ["A叠", second]
    assert len(heads[1].xpath("following-sibling::ol[1]/li/section/h3")) == 1


def test_sections_are_named_as_in_the_page_plan() -> None:
    profile = Profile.model_validate(
        {
            "plan": {
                "sections": [
                    {"label": "A", "pages": 8, "name": "要闻"},
                    {"label": "B", "pages": 4, "name": "周末"},
                ]
            },
            "site": {"sections": {"B": "副刊"}},
        }
    )

    assert profile.site_facts().sections == {"A": "要闻", "B": "副刊"}


def test_an_issue_of_one_section_has_no_section_names() -> None:
    assert b"section-name" not in written(small_edition())["index.html"]


def test_labels_become_folders_that_differ() -> None:
    page = small_edition().pages[0]
    labels = ("A01", "a01", "7", "٧", "../x", "", "封面")
    pages = [replace(page, id=f"p{n}", number=n, label=x) for n, x in enumerate(labels, 1)]

    assert list(page_slugs(pages).values()) == ["a01", "a01-p2", "07", "07-p4", "x", "06", "07-p7"]


def test_pictures_of_several_sizes_and_types() -> None:
    def image(kind: str, width: int, type_: str) -> PageImage:
        return PageImage(
            kind=kind,
            path=f"{kind}.{type_}",
            width=width,
            height=9,
            type=f"image/{type_}",
            scale=1.0,
        )

    images = [
        image("large", 3000, "jpeg"),
        image("page", 1400, "jpeg"),
        image("page", 1400, "avif"),
        image("large", 3000, "webp"),
        image("thumbnail", 320, "jpeg"),
        image("thumbnail", 320, "webp"),
    ]
    picture = picture_of(images)

    assert picture is not None
    assert [s.type for s in picture.sources] == ["image/avif", "image/webp"]
    assert [i.width for i in picture.fallback.images] == [1400, 3000]
    assert (picture.shown.width, picture.largest.width) == (1400, 3000)
    assert thumbnail_of(images) == images[4]
    assert picture_of([]) is None


def blocks(*texts: tuple[Role, str]) -> Edition:
    return edition_of([page_of([story(*texts)])])


def test_a_paragraph_goes_on_over_the_end_of_a_column() -> None:
    edition = blocks(
        (Role.HEADLINE, "Wall"),
        (Role.PARAGRAPH, "What members on both"),
        (Role.PARAGRAPH, "sides called a harder argu-"),
        (Role.PARAGRAPH, "ment."),
        (Role.PARAGRAPH, "The vote came late."),
        (Role.SUBHEAD, "After"),
        (Role.PARAGRAPH, "It rained."),
    )

    assert [(p.kind, p.text) for p in body(edition.articles[0])] == [
        ("paragraph", "What members on both sides called a harder argument."),
        ("paragraph", "The vote came late."),
        ("subhead", "After"),
        ("paragraph", "It rained."),
    ]


def test_rows_become_a_table_and_a_name_of_two_words_stays_one_cell() -> None:
    rows = ("P W D", "Gannets 14 9 3", "Tamsin Falls 14 9 2", "Foxes 14 8 3", "Dunmere 14 1 3")
    edition = blocks((Role.HEADLINE, "Table"), *((Role.TABLE, row) for row in rows))
    (part,) = body(edition.articles[0])

    assert part.head == ("", "P", "W", "D")
    assert part.rows[1] == ("Tamsin Falls", "14", "9", "2")


def test_summaries_end_with_whole_words() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("新桥今日通车两岸半小时", 12) == "新桥今日通车…"
    assert clean("a\u202eb\u0000c") == "abc"


# --- the next revision --------------------------------------------------------------------------


def changed(edition: Edition, text: str) -> Edition:
    first = edition.articles[0]
    new = (replace(first.blocks[-1], text=text),)
    article = replace(first, blocks=(*first.blocks[:-1], *new))
    return replace(edition, articles=(article, *edition.articles[1:]))


def test_the_same_issue_again_is_the_same_revision() -> None:
    old = view(small_edition()).record

    assert issue_view(small_edition(), words_of("zh"), old).record == old
    assert from_json(to_json(old)) == old


def test_a_corrected_article_keeps_its_address_and_says_so() -> None:
    old = view(small_edition()).record
    new = issue_view(changed(small_edition(), "更正"), words_of("zh"), old)

    assert new.record.revision == 2
    assert [a.corrected for a in new.record.articles] == [True, False]
    files = {str(a.name): a.data.decode("utf-8", "replace") for a in write_issue(new, site())}
    assert "notice" in files["a01/p01-a01.html"]
    assert "notice" not in files["a02/p02-a01.html"]


def test_an_address_whose_article_is_gone_keeps_a_notice() -> None:
    edition = small_edition()
    old = view(edition).record
    new = issue_view(replace(edition, articles=edition.articles[:1]), words_of("zh"), old)

    assert [(g.path, g.why) for g in new.record.gone] == [("a02/p02-a01.html", "replaced")]
    again = issue_view(edition, words_of("zh"), new.record)
    assert again.record.gone == ()


def test_what_was_withdrawn_is_not_published_again() -> None:
    edition = small_edition()
    old = view(edition).record
    gone = Gone(id="p02-a01", slug="a02", why="withdrawn", digest=old.articles[1].digest)
    old = replace(old, gone=(gone,))

    left = without_withdrawn(edition, old)

    assert [a.id for a in left.articles] == ["p01-a01"]
    assert left.articles[0].jump.to is None
    assert left.pages[1].hotspots == ()
    moved = replace(edition.articles[1], id="p02-a07")
    assert len(without_withdrawn(replace(edition, articles=(moved,)), old).articles) == 0
    record = issue_view(left, words_of("zh"), old).record
    assert record.withdrawn == (gone,)
    assert succeed(record, old).withdrawn == (gone,)


# --- words, dates, machines -----------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything(language: str) -> None:
    english, words = words_of("en").data, words_of(language).data

    assert words_of(language).language == language
    assert words.keys() == english.keys()
    assert words["words"].keys() == english["words"].keys()
    assert all(words["words"].values())
    for key, text in english["words"].items():
        assert set(re.findall(r"{\w+}", words["words"][key])) == set(re.findall(r"{\w+}", text))
    assert [len(words[k]) for k in ("months", "months_short", "weekdays", "weekdays_short")] == [
        12,
        12,
        7,
        7,
    ]


@pytest.mark.parametrize(
    ("tag", "name", "day"),
    [
        ("zh", "zh-Hans", "2026年11月23日 星期一"),
        ("zh-TW", "zh-Hant", "2026年11月23日 星期一"),
        ("de-AT", "de", "Montag, 23. November 2026"),
        ("fr", "en", "Monday, 23 November 2026"),
    ],
)
def test_the_interface_speaks_the_language_of_the_paper(tag: str, name: str, day: str) -> None:
    words = words_of(tag)

    assert words.language == name
    assert words.date("2026-11-23") == day


def test_dates_carry_the_offset_of_the_place() -> None:
    facts = SiteFacts.model_validate({"timezone": "Europe/Berlin", "time": "04:15"})
    paper = site_of(Publication(language="de"), facts)

    assert paper.published("2026-07-01") == "2026-07-01T04:15:00+02:00"
    assert paper.published("2026-11-23") == "2026-11-23T04:15:00+01:00"


@pytest.mark.parametrize(
    "facts",
    [
        {"timezone": "Mars/Olympus"},
        {"time": "25:00"},
        {"links": {"x": "javascript:alert(1)"}},
        {"turning": "up"},
        {"colour": "red"},
    ],
)
def test_a_profile_that_makes_no_sense_is_refused(facts: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        SiteFacts.model_validate(facts)


def test_an_article_tells_machines_what_it_is() -> None:
    root = parsed(written(small_edition())["a01/p01-a01.html"])
    data = json.loads(root.xpath("string(//script[@type='application/ld+json'])"))

    assert data["@type"] == "NewsArticle"
    assert data["datePublished"] == "2026-11-23T05:00:00+08:00"
    assert data["isPartOf"]["issueNumber"] == "12345"
    assert data["pageStart"] == "A01"
    assert root.xpath("string(//meta[@property='og:title']/@content)") == data["headline"]
    assert root.xpath("string(//link[@rel='canonical']/@href)") == (
        "https://paper.example/2026-11-23/a01/p01-a01.html"
    )


def test_an_article_shows_all_that_was_printed_of_it() -> None:
    prices = (("青菜", 2), ("萝卜", 3), ("莲藕", 4))
    blocks = (
        (Role.KICKER, "跨江通道"),
        (Role.HEADLINE, "新桥今日通车"),
        (Role.DECK, "比预计快十分钟"),
        (Role.BYLINE, "本报记者 何青"),
        (Role.DATELINE, "江州电"),
        (Role.PARAGRAPH, "第一班公交车驶过大桥。"),
        (Role.SUBHEAD, "三年工期"),
        (Role.QUOTE, "我等了三年。"),
        *((Role.TABLE, f"{name}  {price}") for name, price in prices),
    )
    told = story(*blocks)
    told = replace(told, figures=(Figure(rect=Rect(20, 500, 220, 600), caption="夜景。"),))
    foot = block("责任编辑 何青 美术编辑 江岸", role=Role.FOLIO, top=780)
    edition = edition_of([page_of([told], [foot])])
    (article,) = edition.articles
    picture = replace(article.figures[0], image="images/f.jpg", credit="江岸 摄")
    edition = replace(edition, articles=(replace(article, figures=(picture,)),))
    page = parsed(written(edition)["a01/p01-a01.html"])

    for place, text in (
        ("//p[@class='kicker']", "跨江通道"),
        ("//h1", "新桥今日通车"),
        ("//p[@class='deck']", "比预计快十分钟"),
        ("//p[@class='byline']", "本报记者 何青 江州电"),
        ("//figcaption", "夜景。 江岸 摄"),
        ("//div[@class='prose']/p", "第一班公交车驶过大桥。"),
        ("//div[@class='prose']/h2", "三年工期"),
        ("//blockquote", "我等了三年。"),
        ("//table/tbody/tr[2]", "萝卜3"),
        ("//p[@class='editors']", "责任编辑 何青 美术编辑 江岸"),
    ):
        assert page.xpath(f"normalize-space({place})") == text, place


def test_masthead_and_footer_say_who_publishes() -> None:
    facts = {
        "name": "江州日报",
        "language": "zh",
        "codes": {"cn": "CN50-0000", "issn": "0000-0000"},
        "wechat": "jiangzhou",
        "sponsor": "江州日报社",
        "address": "江州市一号",
        "postcode": "400000",
        "registration": "许可证1号",
    }
    profile = Profile.model_validate(
        {"publication": facts, "site": {"links": {"关于": "https://paper.example/about"}}}
    )
    paper = site_of(profile.publication.publication(), profile.site)
    record = view(small_edition()).record
    pages = {str(a.name): parsed(a.data) for a in write_front(record, [], ["2026"], paper)}

    assert "CN50-0000" in pages["index.html"].xpath("string(//div[@class='masthead'])")
    footer = pages["search/index.html"].xpath("string(//footer)")
    told = ("CN50-0000", "0000-0000", "jiangzhou", "江州日报社", "江州市一号", "400000")
    for said in (*told, "许可证1号"):
        assert said in footer
    assert pages["index.html"].xpath("//footer//a/@href")[-1] == "https://paper.example/about"


def test_the_issue_tells_machines_what_it_is() -> None:
    root = parsed(written(small_edition())["index.html"])
    data = json.loads(root.xpath("string(//script[@type='application/ld+json'])"))

    assert data["@type"] == "PublicationIssue"
    assert data["datePublished"] == "2026-11-23T05:00:00+08:00"


def feeds() -> dict[str, Artifact]:
    return {
        str(f.name): f for f in write_feeds([view(small_edition()).record], ["2026-11"], site())
    }


def test_feeds_and_sitemaps_name_every_article_with_its_address() -> None:
    files = feeds()
    address = b"https://paper.example/2026-11-23/a01/p01-a01.html"

    for name in ("rss.xml", "atom.xml", "news-sitemap.xml"):
        assert address in files[name].data
    moment = etree.fromstring(files["rss.xml"].data).findtext(".//pubDate")
    assert parsedate_to_datetime(moment or "").isoformat() == "2026-11-23T05:00:00+08:00"
    assert b"https://paper.example/sitemaps/2026-11.xml" in files["sitemap.xml"].data
    (month,) = write_month("2026-11", [view(small_edition()).record], site())
    assert address in month.data
    assert b"Sitemap: https://paper.example/sitemap.xml" in files["robots.txt"].data
    assert json.loads(files["manifest.webmanifest"].data)["start_url"] == "latest/index.html"


def test_without_an_address_there_are_no_feeds() -> None:
    paper = site_of(small_edition().publication, Profile().site)
    names = {str(f.name) for f in write_feeds([view(small_edition()).record], [], paper)}

    assert names == {"robots.txt", "manifest.webmanifest"}


# --- the form that partners of Founder sites read -------------------------------------------


NODES = ("html/2026-11/23/node_1.htm", "layout/202611/23/node_01.html")
CONTENTS = (
    "html/2026-11/23/content_20261123001001.htm",
    "content/202611/23/content_20261123001001.html",
)


def founder_files() -> dict[str, str]:
    """The Founder form of an issue with everything that crawlers look for."""
    edition = small_edition()
    first, second = edition.articles
    picture = replace(first.figures[0], image="images/p01-f01.jpg")
    edition = replace(
        edition,
        pages=(replace(edition.pages[0], pdf="pdf/p01.pdf"), *edition.pages[1:]),
        articles=(replace(first, figures=(picture,), deck="比预计快十分钟"), second),
    )
    return {str(f.name): f.data.decode() for f in founder.write_founder(view(edition), site())}


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        # Pages, the next one, and what it is called.
        ("//a[@id='pageLink']/@href", ["node_1", "node_2"]),
        ("//a[@id='pageLink']/text()", ["第A01版：", "第A02版："]),
        ("//*[@id='list']//li/a/@href", ["node_1", "node_2"]),
        ("//*[@id='pageList']//a/@href", ["node_1", "node_2"]),
        ("//a[@class='preart']/@href", ["node_2"]),
        ("//a[@id='ed_next']/@href", ["node_2"]),
        ("//a[@class='preart']/text()", ["下一版"]),
        ("//div[@class='l_t']/text()", ["第A01版："]),
        # Hotspots, picture and PDF.
        ("//map[@name='PagePicMap']/area/@href", ["content_20261123001001"]),
        ("//map[@name='PagePicMap']/area/@shape", ["polygon"]),
        ("//*[@id='hotarea']//area/@href", ["content_20261123001001"]),
        ("//img[@usemap='#PagePicMap']/@src", ["p01.png"]),
        ("//a[contains(@href, '.pdf')]/@href", ["p01.pdf"]),
        # Headlines.
        ("//div[@id='titleList']/ul/li/a/@href", ["content_20261123001001"]),
        ("//*[@id='mp20261123001001']/text()", ["新桥今日通车两岸半小时"]),
        ("//ul[contains(@class,'main-ed-articlenav-list')]/li/a/@href", ["content_20261123001001"]),
        ("//*[contains(@class,'newsList')]//a/@href", ["content_20261123001001"]),
    ],
)
@pytest.mark.parametrize("name", NODES)
def test_crawlers_find_what_is_on_a_page(name: str, selector: str, found: list[str]) -> None:
    def number(value: str) -> str:
        """Both generations number alike: node_1.htm, node_01.html."""
        last = value.rsplit("/", 1)[-1]
        return re.sub(r"_0", "_", re.sub(r"\.html?$", "", last))

    assert [number(str(v)) for v in parsed(founder_files()[name]).xpath(selector)] == found


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("//div[@class='text_c']/h3/text()", ["跨江通道"]),
        ("//div[@class='text_c']/h1/text()", ["新桥今日通车两岸半小时"]),
        ("//h1[@class='title']/text()", ["新桥今日通车两岸半小时"]),
        ("//div[@class='text_c']/h2/text()", ["比预计快十分钟"]),
        ("//*[@id='Author']/text()", ["本报记者 何青"]),
        ("//div[@class='l_t']/text()", ["第A01版："]),
        ("//table[@class='pci_c']//img/@src", ["../../../2026-11-23/images/p01-f01.jpg"]),
        ("//div[@id='ozoom']//p/text()", ["十一月的早晨,第一班公交车驶过大桥。"]),
        ("//div[@id='articleText']//p/text()", ["十一月的早晨,第一班公交车驶过大桥。"]),
        ("//founder-content/p/text()", ["十一月的早晨,第一班公交车驶过大桥。"]),
        ("//div[starts-with(@id,'content_')]//p/text()", ["十一月的早晨,第一班公交车驶过大桥。"]),
    ],
)
@pytest.mark.parametrize("name", CONTENTS)
def test_crawlers_find_what_is_in_an_article(name: str, selector: str, found: list[str]) -> None:
    assert parsed(founder_files()[name]).xpath(selector)[: len(found)] == found


@pytest.mark.parametrize("name", [*NODES, *CONTENTS])
def test_what_founder_pages_link_to_is_there(name: str) -> None:
    files = founder_files()
    folder = PurePosixPath(name).parent
    for link in parsed(files[name]).xpath("//a/@href | //area/@href"):
        target = posixpath.normpath(folder / link)
        assert target in files or target.startswith("2026-11-23/pdf/")


def test_expressions_of_crawlers_match() -> None:
    files = founder_files()
    for name, suffix in zip(NODES, ("htm", "html"), strict=True):
        assert re.findall(rf'<a id="pageLink" href="node_\d+\.{suffix}">第(\w+)版：', files[name])
        (coords,) = re.findall(r'<area coords="([^"]*)"', files[name])
        assert re.fullmatch(r"\d+(,\d+){5,}", coords)
        facts = enpproperty(files[name])
        assert facts["founder-type"] == "2"
        assert facts["founder-pagenum"] == "A01"
        assert facts["founder-papername"] == "江州日报"
        assert facts["founder-pagepicurl"] == "2026-11-23/pages/p01.png"
        assert "新桥今日通车" in facts["founder-content"]
    for name in CONTENTS:
        assert re.search(r"<date>(\d{4}-\d\d-\d\d)", files[name])
        assert re.search(r"<founder-content>(.+?)</founder-content>", files[name], re.DOTALL)
        assert re.search(r"<!--enpcontent-->(.+?)<!--/enpcontent-->", files[name], re.DOTALL)
        facts = enpproperty(files[name])
        assert facts["title"] == facts["founder-title"] == "新桥今日通车两岸半小时"
        assert facts["introtitle"] == "跨江通道"
        assert facts["subtitle"] == facts["founder-subtitle"] == "比预计快十分钟"
        assert facts["author"] == facts["founder-author"] == "本报记者 何青"
        assert facts["founder-type"] == "1"
        assert facts["id"] == "20261123001001"


def enpproperty(page: str) -> dict[str, str]:
    (comment,) = re.findall(r"<!--enpproperty (.*?)/enpproperty-->", page, re.DOTALL)
    return dict(re.findall(r"<([\w-]+)>([^<]*)</", comment))


def test_the_calendar_and_the_way_in_are_as_expected() -> None:
    months = {
        str(a.name): etree.fromstring(a.data)
        for a in founder.write_founder_month("2026-11", ["2026-11-24", "2026-11-23"])
    }
    assert [p.get("id") for p in months["html/2026-11/period.xml"]] == ["23", "24"]
    assert months["html/2026-11/period.xml"].findtext("period/period_date") == "2026-11-23"
    assert months["html/2026-11/period.xml"].findtext("period/front_page") == "node_1.htm"
    assert months["layout/202611/period.xml"].findtext("period/front_page") == "node_01.html"

    record = view(small_edition()).record
    front = {
        str(a.name): a.data.decode()
        for a in founder.write_founder_front(record, site(), Path("unused"))
    }
    target = re.search(r'URL=(.*?)"', front["paperindex.htm"])
    assert target is not None
    assert target[1] == "html/2026-11/23/node_1.htm"
    assert re.search(r"(\d{4}-\d{2}/\d{2})", target[1])
    assert "URL=../layout/202611/23/node_01.html" in front["layout/index.html"]

    papers = {str(a.name): a.data for a in founder.write_founder_papers(record, site())}
    listed = etree.fromstring(papers["papersInfo/20261123.xml"])
    assert listed.findtext("paper/paperDate") == "2026/11/23"
    assert listed.xpath("paper/layouts/layout/layoutURL/text()") == [
        f"https://paper.example/layout/202611/23/node_0{n}.html" for n in (1, 2)
    ]
    said = papers["papersInfo/20261123.js"].decode()
    assert (
        json.loads(said[len("paperinfo(") : -len(");\n")]).encode()
        == papers["papersInfo/20261123.xml"]
    )
