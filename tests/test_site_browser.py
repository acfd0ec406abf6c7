"""The reading site as readers use it: by mouse, keyboard and touch, on every size of window."""

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, CDPSession, Page

from tests.sites import DAY, DESKTOP, PHONE, TABLET, reading

Address = Callable[[str], str]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
ISSUE = f"{DAY}/index.html"
PAGE = f"{DAY}/a01/index.html"
ARTICLE = f"{DAY}/a01/p01-a02.html"
LEAD = f"{DAY}/a01/p01-a06.html"
"""The story that leads the front page of the Courier: long, and continued inside."""
KINDS = {
    "front": "index.html",
    "issue": ISSUE,
    "page": PAGE,
    "article": ARTICLE,
    "calendar": "calendar/2026/index.html",
    "search": "search/index.html#q=水上",
}


def until(page: Page, wanted: str) -> None:
    """Wait for an expression to be true; the site forbids the page to evaluate text itself."""
    for _ in range(80):
        if page.evaluate(wanted):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never: {wanted}")


# --- every kind of page, every size ----------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_sticks_out_of_the_window(kind: str, browser: Browser, address: Address) -> None:
    with reading(browser, address("lanting")) as reader:
        page = reader.open(KINDS[kind])
        for width, height in (DESKTOP, TABLET, PHONE, (320, 640)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize(
    ("paper", "path"),
    [
        *(("lanting", path) for path in KINDS.values()),
        ("courier", f"{DAY}/a02-a03/index.html"),
        ("courier", f"{DAY}/a04/p04-a02.html"),
        ("ar-daily", f"{DAY}/07/index.html"),
        ("ar-daily", f"{DAY}/07/p01-a01.html"),
        ("lanting", "2026-10-05/a01/p01-a03.html"),
        ("lanting", f"html/{DAY[:7]}/{DAY[8:]}/node_1.htm"),
        ("lanting", f"html/{DAY[:7]}/{DAY[8:]}/content_20261123001002.htm"),
    ],
)
def test_axe_finds_no_serious_violation(
    paper: str, path: str, browser: Browser, address: Address
) -> None:
    with reading(browser, address(paper)) as reader:
        page = reader.open(path)
        page.wait_for_timeout(100)
        page.evaluate(AXE)
        found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        page.emulate_media(color_scheme="dark")
        dark = "axe.run({runOnly: ['color-contrast'], resultTypes: ['violations']})"
        found += page.evaluate(dark)["violations"]

    assert [
        (v["id"], [n["html"][:120] for n in v["nodes"][:2]])
        for v in found
        if v["impact"] in {"serious", "critical"}
    ] == []


def test_without_scripts_everything_can_be_read(browser: Browser, address: Address) -> None:
    with reading(browser, address("lanting"), java_script_enabled=False) as reader:
        page = reader.open("index.html")
        page.locator(".tools a").first.click()
        page.wait_for_url(f"**/{ISSUE}")
        page.locator(".pages h2 a").first.click()
        page.locator(".heads > li:nth-child(2) > a").click()
        assert "水上公交" in page.locator("h1").inner_text()
        page.locator(".turn-next").click()
        page.locator(".back").click()
        page.locator("a.tool[data-calendar]").click()
        assert page.locator(".month td a").count() == 3
        page.locator("a.tool").nth(2).click()
        assert page.locator(".notice").is_visible()
        assert not page.locator("#ask").is_visible()


# --- the page ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "place", [("courier", 0, "a01"), ("courier", 1, "a02-a03"), ("lanting", 0, "a01")]
)
@pytest.mark.parametrize(("size", "scale"), [((320, 640), 1), (PHONE, 2)])
def test_hotspots_lie_where_the_edition_says(
    place: tuple[str, int, str],
    size: tuple[int, int],
    scale: int,
    browser: Browser,
    address: Address,
    sites: Path,
) -> None:
    paper, number, slug = place
    edition = json.loads((sites / paper / DAY / "edition.json").read_text(encoding="utf-8"))
    spots = {h["article"]: h["polygons"] for h in edition["pages"][number]["hotspots"]}
    with reading(browser, address(paper), size=size) as reader:
        page = reader.open(f"{DAY}/{slug}/index.html")
        page.evaluate(f"document.body.style.zoom = {scale}")
        page.set_viewport_size({"width": size[1], "height": size[0]})
        page.set_viewport_size({"width": size[0], "height": size[1]})
        for article, polygons in spots.items():
            (left, top), (right, bottom) = (
                [f(c[axis] for ring in polygons for c in ring) for axis in (0, 1)]
                for f in (min, max)
            )
            first, last = (page.locator(".sheet img").nth(n).bounding_box() for n in (0, -1))
            zone = page.locator(f".zones a[href='{article}.html'] path").bounding_box()
            assert first is not None
            assert last is not None
            assert zone is not None
            width = last["x"] + last["width"] - first["x"]
            expected = (
                first["x"] + left * width,
                first["y"] + top * first["height"],
                (right - left) * width,
                (bottom - top) * first["height"],
            )
            found = (zone["x"], zone["y"], zone["width"], zone["height"])
            assert found == pytest.approx(expected, abs=3 + 2.5 * scale)


def test_list_and_picture_point_at_each_other(browser: Browser, address: Address) -> None:
    ring = "e => getComputedStyle(e).stroke !== 'rgba(0, 0, 0, 0)'"
    for scripts in (True, False):
        with reading(browser, address("lanting"), java_script_enabled=scripts) as reader:
            page = reader.open(PAGE)
            path = page.locator(".zones > a:nth-child(2) > path")
            if scripts:
                assert not path.evaluate(ring)
            page.locator(".heads > li:nth-child(2) > a").hover()
            page.wait_for_timeout(250)
            if scripts:
                assert path.evaluate(ring)
                page.mouse.move(5, 5)
                page.locator(".heads > li:nth-child(3) > a").focus()
                page.wait_for_timeout(250)
                assert page.locator(".zones > a:nth-child(3) > path").evaluate(ring)
                assert not path.evaluate(ring)
    with reading(browser, address("lanting")) as reader:
        page = reader.open(PAGE)
        page.locator(".zones > a:nth-child(2) > path").click()
        page.wait_for_url(f"**/{ARTICLE}")


def test_the_picture_zooms_by_button_key_and_wheel(browser: Browser, address: Address) -> None:
    with reading(browser, address("lanting")) as reader:
        page = reader.open(PAGE)
        stage = page.locator(".stage")
        width = page.locator(".sheet").evaluate("e => e.offsetWidth")
        page.locator("[data-zoom=in]").click()
        assert page.locator(".sheet").evaluate("e => e.offsetWidth") == pytest.approx(
            width * 1.5, abs=3
        )
        page.locator("[data-zoom=reset]").click()
        stage.focus()
        page.keyboard.press("+")
        assert float(stage.get_attribute("data-zoom") or 0) == 1.5
        page.keyboard.press("0")
        box = stage.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 200, max(box["y"], 0) + 200)
        page.keyboard.down("Control")
        page.mouse.wheel(0, -300)
        page.keyboard.up("Control")
        until(page, "document.querySelector('.stage').dataset.zoom > 1.5")
        zoomed = page.locator(".zones").bounding_box()
        sheet = page.locator(".sheet").bounding_box()
        assert zoomed == sheet
        page.keyboard.press("Escape")
        assert stage.get_attribute("data-zoom") == "1.00"


def test_a_zoomed_picture_is_the_sharpest_there_is(browser: Browser, address: Address) -> None:
    shown = "Array.from(document.querySelectorAll('.sheet img'), e => e.currentSrc)"
    for slug in ("a01", "a02-a03"):
        with reading(browser, address("courier"), size=PHONE) as reader:
            page = reader.open(f"{DAY}/{slug}/index.html")
            assert all("large" not in source for source in page.evaluate(shown))
            for _ in range(4):
                page.locator("[data-zoom=in]").click()
            until(page, f"{shown}.every(source => source.includes('large'))")


@pytest.mark.parametrize("paper", ["courier", "ar-daily"])
def test_what_is_under_the_pointer_stays_there_as_the_picture_grows(
    paper: str, browser: Browser, address: Address
) -> None:
    folder = {"courier": "a01", "ar-daily": "07"}[paper]
    share = """x => { const box = document.querySelector(".sheet").getBoundingClientRect();
      return (x - box.left) / box.width; }"""
    with reading(browser, address(paper)) as reader:
        page = reader.open(f"{DAY}/{folder}/index.html")
        box = page.locator(".stage").bounding_box()
        assert box is not None
        for part in (0.3, 0.7):
            x = box["x"] + part * box["width"]
            page.mouse.move(x, box["y"] + 150)
            page.keyboard.down("Control")
            page.mouse.wheel(0, -300)
            page.keyboard.up("Control")
            until(page, "document.querySelector('.stage').dataset.zoom > 1.5")
            assert page.evaluate(share, x) == pytest.approx(part, abs=0.01)
            page.locator("[data-zoom=reset]").click()


def test_a_phone_shows_a_spread_page_by_page(browser: Browser, address: Address) -> None:
    place = "document.querySelector('.stage').scrollLeft"
    with reading(browser, address("courier"), size=PHONE, has_touch=True, is_mobile=True) as reader:
        page = reader.open(f"{DAY}/a02-a03/index.html")
        left, right = (page.locator(".sheet img").nth(n).bounding_box() for n in (0, 1))
        assert left is not None
        assert right is not None
        assert left["width"] == pytest.approx(PHONE[0], abs=1)
        assert right["x"] == pytest.approx(PHONE[0], abs=1)
        assert page.locator("#p02-a02").is_visible()

        fingers = reader.context.new_cdp_session(page)
        swipe(fingers, 300, 40)
        until(page, f"Math.abs({place} - {PHONE[0]}) < 2")
        page.wait_for_timeout(300)
        assert page.url.endswith("/a02-a03/index.html")
        swipe(fingers, 300, 40)
        page.wait_for_url(f"**/{DAY}/a04/index.html")

        page = reader.open(f"{DAY}/a02-a03/index.html")
        for _ in range(2):
            page.locator("[data-zoom=out]").tap()
        whole = page.locator(".sheet").bounding_box()
        assert whole is not None
        assert whole["width"] == pytest.approx(PHONE[0], abs=1)


def test_a_deep_link_goes_to_the_page_of_a_spread_where_it_leads(
    browser: Browser, address: Address, sites: Path
) -> None:
    edition = json.loads((sites / "courier" / DAY / "edition.json").read_text(encoding="utf-8"))
    half = edition["pages"][1]["halves"][1]["hotspots"]
    inside = next(h["article"] for h in half if min(x for r in h["polygons"] for x, _ in r) > 0.05)
    with reading(browser, address("courier"), size=PHONE) as reader:
        page = reader.open(f"{DAY}/a02-a03/index.html#{inside}")
        zone = page.locator(".zones a.target path").bounding_box()
        assert zone is not None
        assert zone["x"] >= 0
        assert zone["x"] + zone["width"] <= PHONE[0] + 1


def test_a_zoomed_picture_is_moved_with_the_mouse_and_opens_nothing(
    browser: Browser, address: Address
) -> None:
    with reading(browser, address("lanting")) as reader:
        page = reader.open(PAGE)
        page.locator("[data-zoom=in]").click()
        page.locator("[data-zoom=in]").click()
        before = page.locator(".stage").evaluate("e => e.scrollTop")
        box = page.locator(".stage").bounding_box()
        assert box is not None
        page.mouse.move(400, max(box["y"], 0) + 300)
        page.mouse.down()
        page.mouse.move(400, max(box["y"], 0) + 150, steps=5)
        page.mouse.up()
        assert page.locator(".stage").evaluate("e => e.scrollTop") == pytest.approx(
            before + 150, abs=3
        )
        assert page.url.endswith(PAGE)


def touch(fingers: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    fingers.send(
        "Input.dispatchTouchEvent",
        {
            "type": kind,
            "touchPoints": [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)],
        },
    )


def swipe(fingers: CDPSession, start: float, end: float) -> None:
    touch(fingers, "touchStart", (start, 300))
    for step in range(1, 6):
        touch(fingers, "touchMove", (start + (end - start) * step / 5, 302))
    touch(fingers, "touchEnd")


def test_fingers_open_pinch_tap_twice_and_swipe(browser: Browser, address: Address) -> None:
    with reading(browser, address("lanting"), size=PHONE, has_touch=True, is_mobile=True) as reader:
        page = reader.open(PAGE)
        page.clock.install()
        page.touchscreen.tap(120, 260)
        page.touchscreen.tap(120, 260)
        page.clock.run_for(400)
        assert page.url.endswith(PAGE)
        assert page.locator(".stage").get_attribute("data-zoom") == "2.50"
        page.locator("[data-zoom=reset]").tap()

        fingers = reader.context.new_cdp_session(page)
        touch(fingers, "touchStart", (150, 300), (250, 300))
        touch(fingers, "touchMove", (100, 300), (300, 300))
        touch(fingers, "touchEnd")
        assert float(page.locator(".stage").get_attribute("data-zoom") or 0) == pytest.approx(
            2, 0.1
        )
        page.locator("[data-zoom=reset]").tap()

        swipe(fingers, 300, 120)
        page.wait_for_url(f"**/{DAY}/a02/index.html")

        page.go_back()
        box = page.locator(".zones > a:nth-child(2) > path").bounding_box()
        assert box is not None
        page.touchscreen.tap(box["x"] + 20, box["y"] + 20)
        page.clock.run_for(400)
        page.wait_for_url(f"**/{ARTICLE}")


@pytest.mark.parametrize(
    ("paper", "first", "key", "second"),
    [
        ("lanting", "a01", "ArrowRight", "a02"),
        ("lanting", "a02", "ArrowLeft", "a01"),
        ("courier", "a01", "ArrowRight", "a02-a03"),
    ],
)
def test_arrow_keys_turn_the_page(
    paper: str, first: str, key: str, second: str, browser: Browser, address: Address
) -> None:
    with reading(browser, address(paper)) as reader:
        page = reader.open(f"{DAY}/{first}/index.html")
        page.keyboard.press(key)
        page.wait_for_url(f"**/{DAY}/{second}/index.html")


@pytest.mark.parametrize("paper", ["ar-daily", "ja-tate"])
def test_issues_that_are_read_leftward_turn_leftward(
    paper: str, browser: Browser, address: Address
) -> None:
    folder = {"ar-daily": "07", "ja-tate": "23"}[paper]
    with reading(browser, address(paper)) as reader:
        page = reader.open(f"{DAY}/{folder}/p01-a01.html")
        page.keyboard.press("ArrowLeft")
        page.wait_for_url("**/p01-a02.html")
        page.keyboard.press("ArrowRight")
        page.wait_for_url("**/p01-a01.html")
        reader.open(f"{DAY}/{folder}/index.html")
        previous, following = (
            page.locator(f".turn-{way}").bounding_box() for way in ("previous", "next")
        )
        assert previous is not None
        assert following is not None
        assert following["x"] < previous["x"]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_all_pages_stand_side_by_side_under_their_sections(
    size: tuple[int, int], browser: Browser, address: Address
) -> None:
    with reading(browser, address("lanting"), size=size) as reader:
        page = reader.open("2025-12-31/a01/index.html")
        assert page.locator(".strip h3").all_inner_texts() == ["A叠", "B叠"]
        boxes = [a.bounding_box() for a in page.locator(".strip li").all()]
        assert len(boxes) == 8
        for left, right in pairwise(boxes):
            assert left is not None
            assert right is not None
            assert right["x"] >= left["x"] + left["width"] or right["y"] > left["y"]
        supplement = page.locator(".strip h3").nth(1).bounding_box()
        assert supplement is not None
        assert boxes[5] is not None
        assert supplement["x"] == pytest.approx(boxes[5]["x"], abs=1)


# --- the article ---------------------------------------------------------------------------


def test_text_grows_to_twice_its_size_and_nothing_is_lost(
    browser: Browser, address: Address
) -> None:
    with reading(browser, address("courier"), size=PHONE) as reader:
        page = reader.open(LEAD)
        size = "e => parseFloat(getComputedStyle(e).fontSize)"
        before = page.locator(".prose > p").first.evaluate(size)
        for _ in range(4):
            page.locator(".gear [data-step='1']").click()
        assert page.locator(".prose > p").first.evaluate(size) == pytest.approx(2 * before)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.locator(".turn-next").click()
        page.wait_for_url("**/p01-a07.html")
        assert page.locator("html").get_attribute("data-size") == "4"
        page.locator(".gear [data-step='0']").click()
        assert page.locator("html").get_attribute("data-size") is None


def test_colours_are_chosen_and_kept(browser: Browser, address: Address) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    with reading(browser, address("courier")) as reader:
        page = reader.open(ISSUE)
        light = page.evaluate(ground)
        page.locator(".settings summary").click()
        page.locator("[data-value=dark]").click()
        assert page.evaluate(ground) != light
        assert page.locator("[data-value=dark]").get_attribute("aria-pressed") == "true"
        page.keyboard.press("Escape")
        assert not page.locator(".sheet-menu").is_visible()
        reader.open(PAGE)
        assert page.evaluate(ground) != light


def test_an_article_is_shown_as_printed_and_so_is_the_next(
    browser: Browser, address: Address
) -> None:
    with reading(browser, address("lanting")) as reader:
        page = reader.open(ARTICLE)
        page.locator("[data-do=printed]").click()
        assert page.locator(".as-printed").is_visible()
        assert not page.locator(".prose").is_visible()
        page.locator(".turn-next").click()
        page.wait_for_url("**/p01-a03.html")
        assert page.locator(".as-printed").is_visible()
        page.locator("[data-do=printed]").click()
        assert page.locator(".prose").is_visible()


def test_link_clip_and_place(browser: Browser, address: Address) -> None:
    with reading(
        browser, address("courier"), permissions=["clipboard-read", "clipboard-write"]
    ) as reader:
        page = reader.open(LEAD)
        page.locator("[data-do=link]").click()
        until(page, "document.querySelector('.status').textContent")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"https://paper.example/epaper/{LEAD}"
        with page.expect_download() as download:
            page.locator("[data-do=clip]").click()
        assert download.value.suggested_filename == f"{DAY}-a01-p01-a06.png"
        assert download.value.path().read_bytes().startswith(b"\x89PNG")
        page.evaluate("scrollTo(0, 700)")
        page.wait_for_timeout(450)
        reader.open(ISSUE)
        reader.open(LEAD)
        until(page, "Math.abs(scrollY - 700) < 30")


VOICE = """
window.spoken = [];
class Utterance { constructor(text) { this.text = text; } }
window.SpeechSynthesisUtterance = Utterance;
let now = null;
window.finish = () => now.onend();
Object.defineProperty(window, "speechSynthesis", { value: {
  speak(piece) {
    now = piece;
    spoken.push(piece.text);
  },
  cancel() {
    if (now && now.onerror) now.onerror({ error: "interrupted" });
  },
}});
"""


def test_an_article_is_read_aloud_by_sentences_and_keeps_its_place(
    browser: Browser, address: Address
) -> None:
    with reading(browser, address("lanting")) as reader:
        reader.page.add_init_script(VOICE)
        page = reader.open(ARTICLE)
        listen = page.locator("[data-do=listen]")
        listen.click()
        for _ in range(3):
            page.evaluate("finish()")
        assert page.evaluate("spoken.length") == 4
        assert page.locator(".spoken").count() == 1
        listen.click()
        page.evaluate("finish()")
        assert page.evaluate("spoken.length") == 4
        listen.click()
        assert page.evaluate("spoken[4] === spoken[3]")
        page.locator("[data-do=stop]").click()
        assert page.locator(".spoken").count() == 0
        assert all(len(text) < 200 for text in page.evaluate("spoken"))


def test_print_shows_the_article_alone_with_its_source(browser: Browser, address: Address) -> None:
    with reading(browser, address("lanting")) as reader:
        page = reader.open(ARTICLE)
        page.emulate_media(media="print")
        for shown in (".story h1", ".prose", ".source", ".address"):
            assert page.locator(shown).is_visible(), shown
        for hidden in (".bar", ".foot", ".gear", ".side", ".around"):
            assert not page.locator(hidden).is_visible(), hidden
        text = page.locator(".source").inner_text()
        for word in (
            "澜汀日报",
            "2026年11月23日",
            "A01",
            f"https://paper.example/epaper/{ARTICLE}",
        ):
            assert word in text


def test_jumps_lead_both_ways(browser: Browser, address: Address) -> None:
    with reading(browser, address("courier")) as reader:
        page = reader.open(LEAD)
        page.locator(".jump a").click()
        page.wait_for_url("**/a02-a03/p02-a03.html")
        page.locator(".jump a").click()
        page.wait_for_url(f"**/{LEAD}")


# --- the way through the archive --------------------------------------------------------------


def test_calendar_page_article_and_back_keep_focus_and_scroll(
    browser: Browser, address: Address
) -> None:
    with reading(browser, address("lanting"), size=(1000, 700)) as reader:
        page = reader.open("calendar/2026/index.html")
        page.locator(f".month a[href$='{DAY}/index.html']").click()
        page.locator(".pages h2 a").nth(4).click()
        page.wait_for_url("**/a05/index.html")
        link = page.locator(".heads > li > a").nth(6)
        link.scroll_into_view_if_needed()
        scroll = page.evaluate("scrollY")
        link.click()
        page.wait_for_url("**/p05-a*.html")
        page.go_back()
        until(page, f"Math.abs(scrollY - {scroll}) < 3")
        until(page, "document.activeElement === document.querySelectorAll('.heads > li > a')[6]")
        page.go_back()
        page.wait_for_url(f"**/{ISSUE}")
        page.go_back()
        page.wait_for_url("**/calendar/2026/index.html")


def test_the_calendar_opens_in_place_by_mouse_and_key(browser: Browser, address: Address) -> None:
    with reading(browser, address("lanting")) as reader:
        page = reader.open(PAGE)
        page.locator("[data-calendar]").focus()
        page.keyboard.press("Enter")
        box = page.locator(".calendar-box")
        box.locator("td a").first.wait_for()
        assert box.locator("td a").all_inner_texts() == ["20", "23"]
        assert box.locator("[aria-current=date]").inner_text() == "23"
        page.keyboard.press("Escape")
        assert box.count() == 0
        assert page.evaluate("document.activeElement.hasAttribute('data-calendar')")
        page.locator("[data-calendar]").click()
        box.locator(".month-head button").first.click()
        until(page, "document.querySelectorAll('.calendar-box td a').length === 1")
        box.locator("td a").click()
        page.wait_for_url("**/2026-10-05/index.html")


def test_latest_leads_to_the_newest_issue(browser: Browser, address: Address) -> None:
    with reading(browser, address("lanting")) as reader:
        page = reader.open("latest/")
        page.wait_for_url(f"**/{ISSUE}")


def test_a_deep_link_rings_the_article_on_its_page(browser: Browser, address: Address) -> None:
    with reading(browser, address("lanting")) as reader:
        page = reader.open(f"{PAGE}#p01-a02")
        assert page.locator(".zones a.target").get_attribute("href") == "p01-a02.html"


def test_keyboard_alone_reads_an_article(browser: Browser, address: Address) -> None:
    with reading(browser, address("courier")) as reader:
        page = reader.open(PAGE)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("!!document.activeElement.closest('.heads')"):
                break
        assert page.evaluate("document.activeElement.getAttribute('href')") == "p01-a01.html"
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
        page.keyboard.press("Enter")
        page.wait_for_url("**/a01/p01-a*.html")
        page.keyboard.press("Escape")
        page.wait_for_url(re.compile(r"/a01/index\.html#p01-a"))


VISIBLE = """() => Array.from(document.querySelectorAll(
    "a[href]:not(.skip), button, summary, input, [tabindex='0']"))
  .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility())
  .map(e => e.outerHTML.slice(0, 200))"""
FOCUSED = """() => { const e = document.activeElement; if (e === document.body) return null;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return [e.outerHTML.slice(0, 200), style.outlineStyle !== "none",
    !over || e.contains(over) || over.contains(e)]; }"""


@pytest.mark.parametrize("kind", KINDS)
def test_every_control_is_reached_by_keyboard_and_seen(
    kind: str, browser: Browser, address: Address
) -> None:
    with reading(browser, address("lanting")) as reader:
        page = reader.open(KINDS[kind])
        if kind == "search":
            page.locator(".hits li").nth(4).wait_for()
            page.locator("#main").focus()
            page.evaluate("document.activeElement.blur()")
        wanted = set(page.evaluate(VISIBLE))
        reached = set()
        for _ in range(len(wanted) + 40):
            page.keyboard.press("Tab")
            found = page.evaluate(FOCUSED)
            if found is None:
                continue
            assert found[1], f"no ring: {found[0]}"
            assert found[2], f"covered: {found[0]}"
            reached.add(found[0])
        assert wanted - reached == set()


SHARE = "navigator.share = facts => { window.shared = facts; return Promise.resolve(); };"


def test_fingers_use_every_control_of_an_article(browser: Browser, address: Address) -> None:
    with reading(browser, address("lanting"), size=PHONE, has_touch=True, is_mobile=True) as reader:
        reader.page.add_init_script(VOICE)
        reader.page.add_init_script(SHARE)
        page = reader.open(ARTICLE)
        for selector in (".gears button:visible", ".tools > *", ".back", ".others a", ".around a"):
            for control in page.locator(selector).all():
                box = control.bounding_box()
                assert box is not None
                assert min(box["width"], box["height"]) >= 24, selector
        page.locator(".gear [data-step='1']").tap()
        assert page.locator("html").get_attribute("data-size") == "1"
        page.locator("[data-do=listen]").tap()
        assert page.evaluate("spoken.length") == 1
        page.locator("[data-do=stop]").tap()
        page.locator("[data-do=share]").tap()
        assert page.evaluate("shared.url").endswith(ARTICLE)
        page.locator("[data-do=printed]").tap()
        assert page.locator(".as-printed").is_visible()
        page.locator("[data-do=printed]").tap()
        page.locator(".settings summary").tap()
        page.locator("[data-value=dark]").tap()
        assert page.locator("html").get_attribute("data-theme") == "dark"
        page.locator(".settings summary").tap()
        page.locator("[data-calendar]").tap()
        page.locator(".calendar-box td a").first.wait_for()
        page.locator(".calendar-box .month-head button").first.tap()
        page.locator("[data-calendar]").tap()
        assert page.locator(".calendar-box").count() == 0


def test_fingers_lead_through_the_issue(browser: Browser, address: Address) -> None:
    with reading(browser, address("lanting"), size=PHONE, has_touch=True, is_mobile=True) as reader:
        page = reader.open(ARTICLE)
        page.locator(".turn-next").tap()
        page.wait_for_url("**/p01-a03.html")
        page.locator(".place").tap()
        page.wait_for_url(f"**/{PAGE}#p01-a03")
        page.locator(".pager .turn-next").tap()
        page.wait_for_url("**/a02/index.html")
        page.locator(".strip [aria-current]").tap()
        page.locator(".tool").nth(2).tap()
        page.locator("#q").tap()
        page.locator("#q").fill("水上公交")
        page.locator("#ask button").tap()
        page.locator(".hits h2 a").first.tap()
        page.locator(".story mark").first.wait_for()


# --- search ------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", [False, True], ids=["server", "folder"])
@pytest.mark.parametrize("query", ["水上公交", "首條水上", "19分钟", "“水上公交”"])
def test_search_finds_and_marks(
    query: str, folder: bool, browser: Browser, address: Address, sites: Path
) -> None:
    site = (sites / "lanting").as_uri() + "/" if folder else address("lanting")
    with reading(browser, site) as reader:
        page = reader.open("search/index.html")
        page.locator("#q").fill(query)
        page.keyboard.press("Enter")
        page.locator(".hits li").first.wait_for()
        until(page, "!document.getElementById('count').textContent.includes('…')")
        first = page.locator(".hits h2 a").first
        assert DAY in (first.get_attribute("href") or "")
        assert page.locator(".hits li").first.locator("mark").count() >= 1
        first.click()
        page.locator(".story mark").first.wait_for()


def test_search_says_when_there_is_nothing(browser: Browser, address: Address) -> None:
    with reading(browser, address("courier")) as reader:
        page = reader.open("search/index.html#q=zeppelin")
        until(page, "document.getElementById('count').textContent === 'Nothing found'")
        page.locator("#q").fill("sea wall")
        page.keyboard.press("Enter")
        page.locator(".hits li").nth(2).wait_for()
        page.go_back()


# --- offline, folder, budget ----------------------------------------------------------------------


def test_an_opened_issue_is_read_offline(browser: Browser, address: Address) -> None:
    with reading(browser, address("courier")) as reader:
        page = reader.open(PAGE)
        page.evaluate("navigator.serviceWorker.ready")
        until(page, f"caches.open('issue {DAY}').then(c => c.keys()).then(k => k.length > 40)")
        reader.context.set_offline(True)
        page.goto(reader.site + f"{DAY}/a04/p04-a01.html")
        assert "Gannets" in page.locator("h1").inner_text()
        reader.faults.clear()


def test_it_works_from_a_folder(browser: Browser, sites: Path) -> None:
    with reading(browser, (sites / "lanting").as_uri() + "/") as reader:
        page = reader.open("index.html")
        page.locator(".today .cover").click()
        page.wait_for_url(f"**/{PAGE}")
        page.keyboard.press("ArrowRight")
        page.wait_for_url("**/a02/index.html")
        page.locator("[data-calendar]").click()
        page.locator(".calendar-box td a").first.click()
        page.wait_for_url("**/2026-11-20/index.html")


@pytest.mark.parametrize("paper", ["courier", "lanting"])
def test_a_page_is_quick_to_come_and_stands_still(
    paper: str, browser: Browser, address: Address
) -> None:
    article = {"courier": LEAD, "lanting": ARTICLE}[paper]
    shift = """new Promise(done => { let sum = 0; new PerformanceObserver(list => {
      list.getEntries().forEach(e => { sum += e.hadRecentInput ? 0 : e.value; });
    }).observe({ type: "layout-shift", buffered: true }); setTimeout(() => done(sum), 300); })"""
    sizes = """[performance.getEntriesByType('navigation')[0],
      ...performance.getEntriesByType('resource')].map(e => [e.name, e.transferSize,
      e.initiatorType, e.renderBlockingStatus])"""
    with reading(browser, address(paper)) as reader:
        page = reader.open(article)
        came = page.evaluate(sizes)
        pictures = (".jpg", ".png", ".webp", ".avif", ".svg")
        weight = sum(size for name, size, *_ in came if not name.endswith(pictures))
        assert 0 < weight <= 60_000
        assert page.evaluate(shift) < 0.01

        page = reader.open(PAGE)
        assert page.evaluate(shift) < 0.01
        came = page.evaluate(sizes)
        before = [name for name, _, _, blocking in came if blocking == "blocking"]
        assert len(before) + 1 <= 3
