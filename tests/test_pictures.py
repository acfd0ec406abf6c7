"""Pictures of pages and figures: their sizes, types and places, and what faults do."""

import json
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from convert.geometry import Rect
from convert.imaging.encoders import ENCODERS, encode
from convert.imaging.figures import Cut, Scissors
from convert.imaging.halves import LEFT, RIGHT, half_hotspots
from convert.imaging.render import frame_in_page, render
from convert.imaging.sizes import in_sizes
from convert.imaging.tiles import SIDE, TILERS, cut_tiles
from convert.model import Hotspot
from convert.pipeline.issue import Order, build
from convert.profile import Profile
from convert.settings import ImageSettings, InkSettings, Settings
from convert.sheet import open_page
from convert.validate import validate
from tests.inkpages import flate, image, write_page

INKS = InkSettings()
FRAME = Rect(0, 0, 200, 200)


def gradient(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A picture without any symmetry: red grows to the right, green downwards."""
    x = np.linspace(0, 255, width, dtype=np.uint8)[None, :].repeat(height, 0)
    y = np.linspace(0, 255, height, dtype=np.uint8)[:, None].repeat(width, 1)
    picture = Image.fromarray(np.stack([x, y, np.full_like(x, 60)], -1))
    return picture.convert(mode)


def jpeg(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def photo(data: bytes, **entries: Any) -> dict[str, dict[str, Any]]:
    """Resources of a page that shows a JPEG as /Im."""
    with Image.open(BytesIO(data)) as picture:
        width, height, mode = picture.width, picture.height, picture.mode
    space = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}[mode]
    about = {"Width": width, "Height": height, "BitsPerComponent": 8, "ColorSpace": space}
    return {"XObject": {"Im": image(data, Filter=Name.DCTDecode, **about | entries)}}


def cut(path: Path, rect: Rect, covering: tuple[Rect, ...] = ()) -> Cut:
    sheet = open_page(path, 0, INKS)
    return Scissors(sheet, frame_in_page(sheet.page, FRAME), ImageSettings()).cut(rect, covering)


def opened(found: Cut) -> Image.Image:
    picture = Image.open(BytesIO(found.data))
    assert picture.size == (found.width, found.height)
    assert Image.MIME[str(picture.format)] == found.type
    return picture


# --- sizes and types ------------------------------------------------------------


def test_every_size_is_as_large_as_asked_and_none_is_enlarged() -> None:
    sizes = {"tiny": 10, "all": 900, "page": 150}

    made = dict(in_sizes(gradient(200, 300), sizes))

    assert {name: picture.size for name, picture in made.items()} == {
        "tiny": (7, 10),
        "all": (200, 300),
        "page": (100, 150),
    }
    assert list(made) == list(sizes)


@pytest.mark.parametrize("name", ENCODERS)
def test_every_type_is_what_it_says_and_twice_the_same(name: str) -> None:
    picture = gradient(400, 300)

    data = encode(picture, name, ImageSettings())

    assert data == encode(picture, name, ImageSettings())
    with Image.open(BytesIO(data)) as again:
        assert Image.MIME[str(again.format)] == ENCODERS[name].type
        assert again.size == picture.size
        middle = again.convert("RGB").getpixel((200, 150))
    assert isinstance(middle, tuple)
    assert np.abs(np.array(middle) - (128, 128, 60)).max() <= 12


def test_a_large_jpeg_comes_coarse_first() -> None:
    with Image.open(BytesIO(encode(gradient(500, 400), "jpeg", ImageSettings()))) as picture:
        assert picture.info["progressive"]


def test_the_edition_names_every_size_in_every_type(tmp_path: Path) -> None:
    pdf = write_page(tmp_path / "A01.pdf", "0 0 0 1 k 20 20 90 90 re f", size=(400, 600))
    images = ImageSettings(sizes={"small": 60, "page": 300}, types=("jpeg", "webp"))

    edition = build(
        [pdf], tmp_path / "out", Order(profile=Profile(settings=Settings(images=images)))
    )

    found = [(i.kind, i.type, i.width, i.height, i.scale) for i in edition.pages[0].images]
    assert found == [
        ("small", "image/jpeg", 40, 60, 0.1),
        ("small", "image/webp", 40, 60, 0.1),
        ("page", "image/jpeg", 200, 300, 0.5),
        ("page", "image/webp", 200, 300, 0.5),
    ]
    assert validate([tmp_path / "out"]) == ()


# --- the frame --------------------------------------------------------------------

MARKED = "1 0 0 rg {x} {y2} 20 20 re f 0 1 0 rg {x2} {y2} 20 20 re f 0 0 1 rg {x} {y} 20 20 re f"
"""Corners of a frame: red top left, green top right, blue bottom left."""


@pytest.mark.parametrize(
    ("turn", "corners"),
    [(0, "rgb."), (90, "br.g"), (180, ".bgr"), (270, "g.rb")],
)
@pytest.mark.parametrize("unit", [1, 2])
def test_the_frame_is_cut_exactly_however_the_sheet_lies(
    turn: int, corners: str, unit: int, tmp_path: Path
) -> None:
    left, bottom, wide, high = 30, 50, 100, 60
    content = MARKED.format(x=left, y=bottom, x2=left + wide - 20, y2=bottom + high - 20)
    boxes = {"/TrimBox": Array([left, bottom, left + wide, bottom + high])}
    page = {"/Rotate": turn, "/CropBox": Array([10, 20, 190, 180]), "/UserUnit": unit} | boxes
    pdf = write_page(tmp_path / "A01.pdf", content, page=page)
    order = Order(profile=Profile(settings=Settings(images=ImageSettings(sizes={"page": 100}))))

    build([pdf], tmp_path / "out", order)

    with Image.open(tmp_path / "out" / "images" / "p01-page.jpg") as picture:
        size = picture.size
        places = ((5, 5), (size[0] - 6, 5), (5, size[1] - 6), (size[0] - 6, size[1] - 6))
        seen = "".join(_name(picture.getpixel(place)) for place in places)
    assert size == ((100, 60) if turn in {0, 180} else (60, 100))
    assert seen == corners


def _name(color: Any) -> str:
    return {(255, 0, 0): "r", (0, 255, 0): "g", (0, 0, 255): "b"}.get(
        tuple(255 * (value > 128) for value in color), "."
    )


# --- spreads ------------------------------------------------------------------------


def test_a_spread_has_two_halves_with_hotspots_of_their_own(tmp_path: Path) -> None:
    samples = Path(__file__).parent.parent / "samples" / "courier"
    (pdf,) = samples.glob("*A002-A003.pdf")
    order = Order(profile=Profile(settings=Settings(images=ImageSettings(sizes={"page": 400}))))

    build([pdf], tmp_path / "out", order)

    (page,) = json.loads((tmp_path / "out" / "edition.json").read_bytes())["pages"]
    labels, boxes = zip(*((h["label"], h["box"]) for h in page["halves"]), strict=True)
    assert labels == ("A02", "A03")
    assert boxes == ([0, 0, 0.5, 1], [0.5, 0, 1, 1])
    for half in page["halves"]:
        assert max(half["images"][0]["width"], half["images"][0]["height"]) == 400
    assert max(page["images"][0]["width"], page["images"][0]["height"]) == 400
    spots = [{s["article"] for s in half["hotspots"]} for half in page["halves"]]
    assert spots[0] | spots[1] == {s["article"] for s in page["hotspots"]}
    assert validate([tmp_path / "out"]) == ()


def test_a_hotspot_over_the_fold_is_cut_at_it() -> None:
    whole = Hotspot(article="p01-a01", polygons=(((0.4, 0.1), (0.6, 0.1), (0.6, 0.3), (0.4, 0.3)),))
    left_only = Hotspot(article="p01-a02", polygons=(((0.1, 0.5), (0.2, 0.5), (0.1, 0.7)),))

    left, right = (list(half_hotspots((whole, left_only), half)) for half in (LEFT, RIGHT))

    assert [spot.article for spot in left] == ["p01-a01", "p01-a02"]
    assert set(left[0].polygons[0]) == {(0.8, 0.1), (1, 0.1), (1, 0.3), (0.8, 0.3)}
    assert [set(spot.polygons[0]) for spot in right] == [
        {(0, 0.1), (0.2, 0.1), (0.2, 0.3), (0, 0.3)}
    ]


# --- figures ------------------------------------------------------------------------

PLACE = Rect(50, 40, 150, 140)
SHOW = "q 100 0 0 100 50 60 cm /Im Do Q"


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_photo_that_is_shown_whole_keeps_its_file(mode: str, tmp_path: Path) -> None:
    data = jpeg(gradient(300, 300, mode))
    pdf = write_page(tmp_path / "page.pdf", SHOW, resources=photo(data))

    found = cut(pdf, PLACE)

    assert found.data == data
    assert (found.ppi, found.color) == (216, "Gray" if mode == "L" else "RGB")


@pytest.mark.parametrize(
    "content",
    [
        "q 50 60 60 60 re W n 100 0 0 100 50 60 cm /Im Do Q",  # clipped
        "q 0 100 -100 0 150 60 cm /Im Do Q",  # turned
        "q -100 0 0 100 150 60 cm /Im Do Q",  # mirrored
        SHOW + " 1 1 1 rg 50 60 70 100 re f",  # drawn over
    ],
)
def test_a_photo_is_drawn_as_the_page_shows_it(content: str, tmp_path: Path) -> None:
    data = jpeg(gradient(300, 300))
    pdf = write_page(tmp_path / "page.pdf", content, resources=photo(data))
    page = render(pdf, 0, FRAME, 600, INKS).crop((150, 120, 450, 420))

    found = cut(pdf, PLACE)

    assert found.data != data
    assert (found.width, found.height) == (300, 300)
    difference = np.asarray(opened(found), np.int16) - np.asarray(page, np.int16)
    assert np.abs(difference).mean() < 6


def test_a_cmyk_photo_is_turned_into_srgb(tmp_path: Path) -> None:
    data = jpeg(Image.new("CMYK", (300, 300), (255, 255, 0, 0)))  # Adobe: values inverted
    inverted = photo(data, Decode=Array([1, 0] * 4))
    pdf = write_page(tmp_path / "page.pdf", SHOW, resources=inverted)

    found = cut(pdf, PLACE)

    assert found.color == "CMYK"
    assert opened(found).mode == "RGB"


def test_type_that_is_told_elsewhere_is_not_shown_on_the_photo(tmp_path: Path) -> None:
    data = jpeg(Image.new("CMYK", (300, 300), (0, 0, 0, 0)))
    content = SHOW + " BT /F1 40 Tf 1 0 0 rg 60 90 Td (HEAD) Tj ET"
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf = write_page(tmp_path / "page.pdf", content, resources=photo(data) | {"Font": {"F1": font}})

    plain = np.asarray(opened(cut(pdf, PLACE)))
    without = np.asarray(opened(cut(pdf, PLACE, (Rect(60, 80, 150, 115),))))

    assert (plain.max(axis=2) - plain.min(axis=2)).max() > 100
    assert (without.max(axis=2) - without.min(axis=2)).max() < 20


def test_a_drawing_is_cut_without_loss(tmp_path: Path) -> None:
    pdf = write_page(tmp_path / "page.pdf", "0 .5 0 rg 60 70 50 50 re f")

    found = cut(pdf, PLACE)

    assert (found.type, found.ppi) == ("image/png", 0)
    assert opened(found).convert("RGB").getcolors() is not None


def test_a_coarse_picture_is_told_with_its_place(tmp_path: Path) -> None:
    samples = Path(__file__).parent.parent / "samples" / "lanting"
    images = ImageSettings(sizes={"page": 300}, least_ppi=1000)

    edition = build(
        [samples / "LTRB20261123A06.pdf"],
        tmp_path / "out",
        Order(profile=Profile(settings=Settings(images=images))),
    )

    told = [issue for issue in edition.issues if issue.code == "picture-coarse"]
    figures = [f for a in edition.articles for f in a.figures if f.ppi]
    assert {issue.box for issue in told} == {figure.box for figure in figures}
    assert all(figure.image and figure.width and figure.height for figure in figures)


# --- tiles --------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1300, 700), (100, 60), (512, 512), (513, 1)])
@pytest.mark.parametrize("kind", TILERS)
def test_tiles_put_together_are_the_picture(kind: str, size: tuple[int, int]) -> None:
    picture = gradient(*size)
    files = dict(cut_tiles(picture, kind, "tiles/p01", ImageSettings(quality=95)))

    whole = Image.new("RGB", size)
    for (left, top), data in _finest(kind, files, size):
        with Image.open(BytesIO(data)) as tile:
            assert max(tile.size) <= SIDE
            whole.paste(tile, (left, top))

    difference = np.asarray(whole, np.int16) - np.asarray(picture, np.int16)
    assert np.abs(difference).mean() < 3


def _finest(
    kind: str, files: dict[str, bytes], size: tuple[int, int]
) -> list[tuple[tuple[int, int], bytes]]:
    """The tiles of the largest level, found as a viewer finds them."""
    if kind == "dzi":
        level = (max(size) - 1).bit_length()
        assert f'Width="{size[0]}"'.encode() in files["tiles/p01.dzi"]
        return [
            ((x * SIDE, y * SIDE), files[f"tiles/p01_files/{level}/{x}_{y}.jpg"])
            for x in range(-(-size[0] // SIDE))
            for y in range(-(-size[1] // SIDE))
        ]
    about = json.loads(files["tiles/p01/info.json"])
    assert (about["width"], about["height"]) == size
    for named in about["sizes"]:
        assert f"tiles/p01/full/{named['width']},{named['height']}/0/default.jpg" in files
    tiles = []
    for left in range(0, size[0], SIDE):
        for top in range(0, size[1], SIDE):
            wide, high = min(SIDE, size[0] - left), min(SIDE, size[1] - top)
            region = "full" if (wide, high) == size else f"{left},{top},{wide},{high}"
            name = f"tiles/p01/{region}/{wide},{high}/0/default.jpg"
            tiles.append(((left, top), files[name]))
    return tiles


# --- PDF out --------------------------------------------------------------------------


def test_the_issue_as_pdf_shows_its_frames_and_leads_to_its_articles(tmp_path: Path) -> None:
    samples = Path(__file__).parent.parent / "samples" / "courier"
    images = ImageSettings(sizes={"page": 200}, figures=False, pdf=True)
    order = Order(profile=Profile(settings=Settings(images=images)))

    edition = build([samples], tmp_path / "out", order)

    with pikepdf.open(tmp_path / "out" / edition.pdf) as issue:
        with issue.open_outline() as outline:
            titles = [item.title for item in outline.root]
            heads = [child.title for item in outline.root for child in item.children]
        for page, sheet in zip(edition.pages, issue.pages, strict=True):
            left, bottom, right, top = map(float, sheet.mediabox)
            assert (right - left, top - bottom) == pytest.approx(
                (page.frame.width, page.frame.height), abs=0.01
            )
            links = [annotation.Dest for annotation in sheet.obj.Annots]
            assert len(links) == sum(len(spot.polygons) for spot in page.hotspots)
    assert [title.split()[0] for title in titles] == [page.label for page in edition.pages]
    assert heads == [
        a.headline
        for page in edition.pages
        for a in edition.articles
        if page.id in a.pages and a.headline and a.kind != "ad"
    ]


def test_a_page_as_pdf_looks_as_before_and_does_nothing(tmp_path: Path) -> None:
    content = MARKED.format(x=30, y=50, x2=110, y2=90)
    page = {"/Rotate": 90, "/TrimBox": Array([30, 50, 130, 110])}
    page["/AA"] = Dictionary(O=Dictionary(S=Name.JavaScript, JS="app.alert(1)"))
    pdf = write_page(tmp_path / "A01.pdf", content, page=page)
    images = ImageSettings(sizes={"page": 100}, pdf=True)

    edition = build(
        [pdf], tmp_path / "out", Order(profile=Profile(settings=Settings(images=images)))
    )

    single = tmp_path / "out" / edition.pages[0].pdf
    assert b"JavaScript" not in single.read_bytes()
    with pikepdf.open(single) as again:
        assert "/AA" not in again.pages[0]
    before = np.asarray(Image.open(tmp_path / "out" / "images" / "p01-page.jpg"), np.int16)
    after = np.asarray(render(single, 0, Rect(0, 0, 60, 100), 100, INKS), np.int16)
    assert np.abs(before - after).mean() < 3


# --- faults ---------------------------------------------------------------------------

HUGE = zlib.compress(bytes(30_000 * 300), 9)


@pytest.mark.parametrize(
    ("data", "entries"),
    [
        (jpeg(gradient(300, 300))[:2000], {"Filter": Name.DCTDecode}),
        (b"\x00\x00\x00\x0cjP  \r\n\x87\nbroken", {"Filter": Name.JPXDecode}),
        (b"\x00\x00\x00\x00\x30broken", {"Filter": Name.JBIG2Decode, "BitsPerComponent": 1}),
        (b"not deflated", {"Filter": Name.FlateDecode}),
        (HUGE, {"Filter": Name.FlateDecode, "Width": 30_000, "Height": 30_000}),
        (HUGE, {"Filter": Name.FlateDecode, "Width": 2_000_000_000, "Height": 2_000_000_000}),
    ],
    ids=["cut JPEG", "JPEG 2000", "JBIG2", "broken", "30000 x 30000", "bomb"],
)
def test_a_hostile_picture_leaves_the_page_there(
    data: bytes, entries: dict[str, Any], tmp_path: Path
) -> None:
    about = {"Width": 300, "Height": 300, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
    content = "BT /F1 12 Tf 50 170 Td (A headline over it) Tj ET " + SHOW
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    named: dict[str, dict[str, Any]] = {
        "XObject": {"Im": image(data, **about | entries)},
        "Font": {"F1": font},
    }
    pdf = write_page(tmp_path / "A01.pdf", content, resources=named)

    edition = build([pdf], tmp_path / "out", Order())

    texts = [b.text for a in edition.articles for b in a.blocks]
    texts += [block.text for block in edition.furniture]
    assert "A headline over it" in texts
    assert len(edition.pages[0].images) == 3
    assert "drawing-faults" in {issue.code for issue in edition.issues}
    assert validate([tmp_path / "out"]) == ()


def test_an_icc_profile_that_is_broken_leaves_the_picture_there(tmp_path: Path) -> None:
    samples = flate(bytes(range(256)) * 3, Width=16, Height=16, ColorSpace=Name.DeviceRGB)
    pdf_path = write_page(tmp_path / "page.pdf", SHOW, resources={"XObject": {"Im": samples}})
    with pikepdf.open(pdf_path, allow_overwriting_input=True) as pdf:
        space = Array([Name.ICCBased, pdf.make_stream(b"broken", N=3)])
        pdf.pages[0].Resources.XObject.Im.ColorSpace = space
        pdf.save(pdf_path)

    assert cut(pdf_path, PLACE).width > 1
