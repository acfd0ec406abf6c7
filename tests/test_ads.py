"""Advertising is found zone by zone, and no line of it twice."""

from dataclasses import replace

from convert.articles.ads import find_ads
from convert.articles.pieces import measure
from convert.geometry import Rect, Writing, WritingFrame
from convert.model import Block, Container, Region
from tests.sketch import sketch_block


def says(text: str, left: float, top: float) -> Block:
    """Return one line of type."""
    return replace(sketch_block([Rect(left, top, left + 60, top + 10)]), text=text)


def test_a_mark_on_two_overlapping_boxes_belongs_to_one_ad() -> None:
    region = Region(
        frame=WritingFrame(Writing.RIGHTWARD, 500),
        width=500,
        height=800,
        body=10,
        column=150,
        leading=12,
        blocks=(
            says("ADVERTISEMENT", 110, 150),
            says("Umbrellas for sale", 10, 200),
            says("Rooms to let", 210, 200),
        ),
        containers=(
            Container(rect=Rect(0, 100, 200, 300), fill=0xDDDDDD),
            Container(rect=Rect(80, 140, 280, 290), fill=0xEEEEEE),
        ),
    )

    ads = [ids for _, ids in find_ads(measure(region), region)]

    assert len(ads) == 2
    assert sorted(i for ids in ads for i in ids) == [0, 1, 2]
