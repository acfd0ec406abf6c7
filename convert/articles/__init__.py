"""Article stage: gather the blocks of a page into articles.

    blocks ─pieces, roles→ pieces ─heads→ heads ─chains→ chains ─grouping→ groups
           ─attach, compose→ articles

`find_articles` shows the order; every step is a function of values, so each can be
tested, measured and replaced alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from convert.articles.ads import find_ads
from convert.articles.attach import Draft, attach
from convert.articles.chains import Surroundings, find_chains
from convert.articles.columns import find_places
from convert.articles.compose import block_of, compose
from convert.articles.credits import split_credits
from convert.articles.furniture import find_furniture
from convert.articles.grouping import group
from convert.articles.heads import BULLETS, build_heads
from convert.articles.insets import absorb
from convert.articles.order import put_in_order
from convert.articles.pieces import Piece, measure
from convert.articles.reach import reaching, strips
from convert.articles.roles import assign_roles
from convert.articles.tables import table_chains, tables_as_rows
from convert.articles.weights import Weights
from convert.geometry import Rect
from convert.model import Article, Block, Layout, PageArticles, Region, Role, Span

TEXT = (Role.PARAGRAPH, Role.SUBHEAD)
CHAINED = (*TEXT, Role.TABLE)
Cuts = dict[Span, tuple[Span, Span]]


def find_articles(layout: Layout, weights: Weights | None = None) -> PageArticles:
    """Return the articles and the furniture of a page; no block is lost."""
    weights = weights or Weights()
    articles: list[Article] = []
    furniture: list[Block] = []
    cuts: Cuts = {}
    for region in layout.regions:
        found, rest, cut = _find_in_region(region, weights)
        articles += found
        furniture += rest
        cuts |= cut
    spans = tuple(part for span in layout.page.spans for part in cuts.get(span, (span,)))
    return PageArticles(
        page=replace(layout.page, spans=spans),
        articles=tuple(articles),
        furniture=tuple(furniture),
    )


def _heads_of_briefs(pieces: Sequence[Piece], region: Region) -> tuple[Piece, ...]:
    """A subhead in a column that no headline stands over heads a brief or a letter."""

    def is_headed(piece: Piece) -> bool:
        return any(
            p.role is Role.HEADLINE
            and p.rect.top < piece.rect.top
            and p.block.container == piece.block.container
            and p.rect.overlap_x(piece.rect) > -2 * region.column
            for p in pieces
        )

    return tuple(
        replace(p, role=Role.KICKER)
        if p.role is Role.SUBHEAD and p.block.text[:1] not in BULLETS and not is_headed(p)
        else p
        for p in pieces
    )


def _dividing(region: Region, quotes: Sequence[Rect], tables: Sequence[Piece]) -> tuple[Rect, ...]:
    """Return the horizontal rules that divide: not those of a pull quote or a table."""
    near = 1.8 * region.body
    lined = [t.rect.grow(near, region.leading) for t in tables]
    return tuple(
        s.rect
        for s in region.separators
        if s.horizontal
        and not any(
            s.rect.width < 1.3 * max(q.width, region.column)
            and s.rect.overlap_x(q) > 0.6 * q.width
            and (abs(q.top - s.rect.cy) < near or abs(s.rect.cy - q.bottom) < near)
            for q in quotes
        )
        and not any(s.rect.share_in(t) > 0.8 for t in lined)
    )


def _find_in_region(
    region: Region, weights: Weights
) -> tuple[tuple[Article, ...], tuple[Block, ...], Cuts]:
    """Return articles, furniture, and the spans that were cut in two."""
    measured = measure(region)
    furniture = find_furniture(measured, region)
    editorial = [p for p in measured if p.id not in furniture]
    ads = find_ads(editorial, region)
    in_ads = {i for _, ids in ads for i in ids}
    stories = tables_as_rows(region, [p for p in editorial if p.id not in in_ads])
    pieces, cuts = split_credits(assign_roles(region, stories), region.frame)
    pieces = _heads_of_briefs(pieces, region)
    heads, subheads = build_heads(pieces, region)
    pieces = tuple(replace(p, role=Role.SUBHEAD) if p.id in subheads else p for p in pieces)
    in_heads = {i for head in heads for i in head.ids}
    texts = [p for p in pieces if p.role in TEXT and p.id not in in_heads]
    head_pieces = reaching(heads, pieces, region)
    tables = [p for p in pieces if p.role is Role.TABLE]
    rows = _dividing(region, [p.rect for p in pieces if p.role is Role.QUOTE], tables)
    walls = tuple(s.rect for s in region.separators if not s.horizontal)
    around = Surroundings(
        texts=texts,
        heads=head_pieces,
        places=find_places([*texts, *tables], head_pieces, rows, region.body),
        rows=rows,
        walls=walls,
        body=region.body,
        column=region.column,
        weights=weights,
    )
    around = replace(around, column_rules=region.turned, strips=strips(heads, pieces, region))
    chains = (*find_chains(around), *table_chains(tables, [h.rect for h in heads], region.body))
    groups = absorb(group(heads, chains, around), region)
    groups = [put_in_order(g, around) for g in groups]
    rest = [p for p in pieces if p.id not in in_heads and p.role not in CHAINED]
    drafts = attach(groups, rest, region, [zone for zone, _ in ads])
    drafts += tuple(
        Draft(
            group=None,
            ad=zone,
            pieces=[p for p in editorial if p.id in ids],
            pictures=[p.rect for p in region.pictures if p.rect.share_in(zone) > 0.5],
        )
        for zone, ids in ads
    )
    articles = compose(drafts, region)
    back = tuple(block_of(p, furniture[p.id], region.frame) for p in measured if p.id in furniture)
    return articles, back, cuts
