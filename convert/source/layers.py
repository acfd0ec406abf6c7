"""The order in which a page is drawn, asked of MuPDF only where it matters."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

import pymupdf

from convert.geometry import Rect

_CALLS = (
    *("fill_path", "stroke_path", "fill_text", "stroke_text", "ignore_text", "fill_shade"),
    *("fill_image", "fill_image_mask", "clip_path", "clip_stroke_path", "clip_text"),
    *("clip_stroke_text", "clip_image_mask", "pop_clip", "begin_mask", "begin_group"),
    *("end_group", "begin_tile", "end_tile"),
)


class Layer(NamedTuple):
    """Something drawn: when, and where in page space."""

    order: int
    rect: Rect
    opaque: bool = True


def draw_layers(listing: Any, move: tuple[float, float]) -> "Layers":
    """Return the layers of a display list; `move` leads to page space."""
    mupdf = pymupdf.mupdf
    layers = Layers(move)
    everything = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)
    mupdf.fz_run_display_list(listing.this, layers, mupdf.FzMatrix(), everything, mupdf.FzCookie())
    mupdf.fz_close_device(layers)
    return layers


def _begins(glyphs: Sequence[Any], text: str) -> bool:
    """Whether glyphs and text are the same as far as both go."""
    return all(glyph[0] == ord(char) for glyph, char in zip(glyphs, text, strict=False))


class Layers(pymupdf.mupdf.FzDevice2):  # type: ignore[misc] # PyMuPDF has no annotations
    """A device of MuPDF that notes what is drawn; the methods have MuPDF's names.

    `order` counts as PyMuPDF does for drawings (`seqno`) and for its text trace.
    """

    def __init__(self, move: tuple[float, float]) -> None:
        super().__init__()
        for name in _CALLS:
            getattr(self, f"use_virtual_{name}")()
        self.move = move
        self.order = 0
        self.texts: list[tuple[int, float, float, float, float]] = []
        """Order, left, top, right, bottom: there are too many for a `Rect` each."""
        self.pictures: list[Layer] = []
        self.areas: list[Rect] = []
        """Of shadings, patterns, stencils and outlines of type."""
        self.clips: dict[int, Rect | None] = {}
        """What is seen of a path; None: it may be transparent, or of any shape."""
        self._clips: list[Rect | None] = []
        self._groups: list[bool] = []

    def orders(self, page: Any, wanted: Mapping[int, tuple[int, int, str]]) -> dict[int, int]:
        """Return when each text at a place of page space, in whole points, was drawn.

        The last time counts; a text that is not found where it should be has no answer.
        """
        near: dict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
        for i, (x, y, text) in wanted.items():
            for place in product((x - 1, x, x + 1), (y - 1, y, y + 1)):
                near[place].append((i, text))
        matrix = page.rotation_matrix
        found: dict[int, int] = {}
        for run in page.get_texttrace():
            glyphs = run["chars"]
            for start, glyph in enumerate(glyphs):
                x, y = glyph[2]
                across = matrix.a * x + matrix.c * y + matrix.e + self.move[0]
                down = matrix.b * x + matrix.d * y + matrix.f + self.move[1]
                for i, text in near.get((round(across), round(down)), ()):
                    if _begins(glyphs[start:], text):
                        found[i] = max(run["seqno"], found.get(i, 0))
        return found

    def _place(self, box: Any) -> Rect:
        dx, dy = self.move
        left, right = sorted((box.x0, box.x1))
        top, bottom = sorted((box.y0, box.y1))
        return Rect(left + dx, top + dy, right + dx, bottom + dy)

    def _unit(self, ctm: Any) -> Rect:
        unit = pymupdf.mupdf.FzRect(pymupdf.mupdf.FzRect.Fixed_UNIT)
        return self._place(pymupdf.mupdf.ll_fz_transform_rect(unit.internal(), ctm))

    def _seen(self) -> Rect | None:
        """What the clips leave; None: it is not a plain rectangle."""
        if any(self._groups) or None in self._clips:
            return None
        shown = self._clips[0] if self._clips else None
        for clip in self._clips[1:]:
            shown = shown and clip and shown.intersect(clip)
        return shown

    def fill_path(self, _: Any, _path: Any, _odd: Any, _ctm: Any, *paint: Any) -> None:
        """Note how much of a path is seen, if not all."""
        if self._clips or any(self._groups) or paint[3].op:
            self.clips[self.order] = None if paint[3].op else self._seen()
        self.order += 1

    def stroke_path(self, *_: Any) -> None:
        """Count."""
        self.order += 1

    def _text(self, text: Any, stroke: Any, ctm: Any) -> None:
        box = pymupdf.mupdf.ll_fz_bound_text(text, stroke, ctm)
        dx, dy = self.move
        self.texts.append((self.order, box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy))
        self.order += 1

    def fill_text(self, _: Any, text: Any, ctm: Any, *_paint: Any) -> None:
        """Note where text is."""
        self._text(text, None, ctm)

    def stroke_text(self, _: Any, text: Any, stroke: Any, ctm: Any, *_paint: Any) -> None:
        """Note where text is, and that it has an outline."""
        self.areas.append(self._place(pymupdf.mupdf.ll_fz_bound_text(text, stroke, ctm)))
        self._text(text, stroke, ctm)

    def ignore_text(self, _: Any, text: Any, ctm: Any) -> None:
        """Note where text is."""
        self._text(text, None, ctm)

    def fill_shade(self, _: Any, shade: Any, ctm: Any, *_paint: Any) -> None:
        """Note where a shading is."""
        self.areas.append(self._place(pymupdf.mupdf.ll_fz_bound_shade(shade, ctm)))
        self.order += 1

    def fill_image(self, _: Any, image: Any, ctm: Any, alpha: float, params: Any) -> None:
        """Note a picture, and what of it surely hides what is below."""
        rect = self._unit(ctm)
        straight = ctm.b == ctm.c == 0 or ctm.a == ctm.d == 0
        solid = alpha == 1 and not (params.op or image.mask or image.use_colorkey)
        clipped = self._clips or any(self._groups)
        clip = self._seen() if clipped else rect
        shown = rect.intersect(clip) if clip else None
        self.pictures.append(Layer(self.order, shown or rect, solid and straight and bool(shown)))
        self.order += 1

    def fill_image_mask(self, _: Any, _image: Any, ctm: Any, *_paint: Any) -> None:
        """Note a stencil."""
        self.areas.append(self._unit(ctm))
        self.order += 1

    def clip_path(self, _: Any, path: Any, _odd: Any, ctm: Any, _scissor: Any) -> None:
        """Note a clip."""
        straight = pymupdf.mupdf.ll_fz_path_is_rect(path, ctm)
        box = pymupdf.mupdf.ll_fz_bound_path(path, None, ctm)
        self._clips.append(self._place(box) if straight else None)

    def clip_stroke_path(self, *_: Any) -> None:
        """Note a clip of some shape; a soft mask acts as a clip, too."""
        self._clips.append(None)

    clip_text = clip_stroke_text = clip_image_mask = begin_mask = clip_stroke_path

    def pop_clip(self, _: Any) -> None:
        """End a clip."""
        self._clips.pop()

    def begin_group(self, _ctx: Any, _area: Any, *how: Any) -> None:
        """Note a group, and whether it is transparent or blends."""
        blend, alpha = how[3:5]
        self._groups.append(bool(blend) or alpha < 1)

    def begin_tile(self, _ctx: Any, area: Any, *_: Any) -> int:
        """Note a pattern: what it repeats is drawn once and may lie anywhere in its area."""
        self.areas.append(self._place(area))
        self._groups.append(True)
        return 0

    def end_group(self, _: Any) -> None:
        """End a group or a pattern."""
        self._groups.pop()

    end_tile = end_group
