"""Draw what the stages found on the picture of a page."""

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from convert.geometry import Rect
from convert.model import Article, Kind, PageArticles, Ring, Role

COLORS = (
    (214, 62, 62),
    (50, 120, 210),
    (40, 150, 80),
    (225, 140, 20),
    (140, 80, 190),
    (0, 150, 150),
    (215, 80, 150),
    (120, 105, 50),
)
"""Colours of neighbouring articles differ; they repeat after eight."""
GREY = (120, 120, 120)


def draw(image: Image.Image, page: PageArticles, hotspots: Sequence[Sequence[Ring]]) -> Image.Image:
    """Return a copy of `image` with blocks, roles, order, articles and hotspots drawn."""
    scale = image.width / page.page.width
    layer = Image.new("RGBA", image.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    font = ImageFont.load_default(size=max(10, image.width / 90))
    for block in page.furniture:
        pen.rectangle(_scaled(block.rect, scale), fill=(*GREY, 70), outline=GREY)
    for number, article in enumerate(page.articles, start=1):
        color = GREY if article.kind is Kind.AD else COLORS[number % len(COLORS)]
        _draw_article(pen, article, number, color, scale, font)
        for ring in hotspots[number - 1]:
            points = [(x * image.width, y * image.height) for x, y in ring]
            pen.line([*points, points[0]], fill=(*color, 255), width=4)
    return Image.alpha_composite(image.convert("RGBA"), layer).convert("RGB")


def _draw_article(
    pen: ImageDraw.ImageDraw,
    article: Article,
    number: int,
    color: tuple[int, int, int],
    scale: float,
    font: ImageFont.ImageFont | ImageFont.FreeTypeFont,
) -> None:
    for order, block in enumerate(article.blocks, start=1):
        box = _scaled(block.rect, scale)
        pen.rectangle(box, fill=(*color, 50), outline=(*color, 255))
        role = "" if block.role is Role.PARAGRAPH else f" {block.role.value}"
        label = f"{number}.{order}{role}"
        where = pen.textbbox((box[0], box[1]), label, font=font)
        pen.rectangle(where, fill=(255, 255, 255, 200))
        pen.text((box[0], box[1]), label, fill=(*color, 255), font=font)
    for figure in article.figures:
        pen.rectangle(_scaled(figure.rect, scale), outline=(*color, 255), width=3)


def _scaled(rect: Rect, scale: float) -> tuple[float, float, float, float]:
    return (
        rect.left * scale,
        rect.top * scale,
        rect.right * scale,
        rect.bottom * scale,
    )
