"""Article stage: gather the blocks of a page into articles.

    blocks ─pieces, roles→ pieces ─heads→ heads ─chains→ chains ─grouping→ groups
           ─attach, compose→ articles

`find_articles` shows the order; every step is a function of values, so each can be
tested, measured and replaced alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from convert.articles.ads import find_ads
from convert.articles.attach import Draft, attach
from convert.articles.chains import Surroundings, find_chains
from convert.articles.columns import find_places
from convert.articles.compose import block_of, compose
from convert.articles.confidence import judge
from convert.articles.furniture import find_furniture
from convert.articles.grouping import group
from convert.articles.heads import BULLETS, Head, build_heads, is_rubric
from convert.articles.heads.runin import run_in_heads
from convert.articles.hints import hinted_furniture, hinted_roles
from convert.articles.insets import absorb
from convert.articles.kinds import without_service
from convert.articles.order import put_in_order
from convert.articles.pieces import Piece, measure
from convert.articles.reach import reaching, strips
from convert.articles.roles import assign_roles
from convert.articles.scene import scene_of
from convert.articles.tables import table_chains, tables_as_rows
from convert.articles.tails import cut_tails
from convert.articles.weights import Weights
from convert.geometry import Rect
from convert.model import Article, Block, Layout, PageArticles, Region, Role, Span
from convert.settings import LayoutSettings

TEXT = (Role.PARAGRAPH, Role.SUBHEAD)
CHAINED = (*TEXT, Role.TABLE)
HUNG = 2.2
"""The rules of a pull quote or a table hang this near to it, in em."""
Cuts = dict[Span, tuple[Span, Span]]


def find_articles(
    layout: Layout, weights: Weights | None = None, hints: LayoutSettings | None = None
) -> PageArticles:
    """Return the articles and the furniture of a page; no block is lost."""
    weights, hints = weights or Weights(), hints or LayoutSettings()
    articles: list[Article] = []
    furniture: list[Block] = []
    cuts: Cuts = {}
    for region in layout.regions:
        seen = survey(region, weights, hints)
        gathered, rest = gather(seen)
        articles += gathered
        furniture += (*seen.furniture, *rest)
        cuts |= seen.cuts
    spans = tuple(part for span in layout.page.spans for part in cuts.get(span, (span,)))
    return PageArticles(
        page=replace(layout.page, spans=spans),
        articles=tuple(articles),
        furniture=tuple(furniture),
    )


def _heads_of_briefs(pieces: Sequence[Piece], region: Region) -> tuple[Piece, ...]:
    """A subhead in a column that no headline or rubric stands over heads a brief or a letter."""
    scene = scene_of(region, pieces)
    heads = [
        p
        for p in pieces
        if p.role is Role.HEADLINE or (p.role is Role.OTHER and is_rubric(p, scene))
    ]

    def is_headed(piece: Piece) -> bool:
        return any(
            p.rect.top < piece.rect.top
            and p.block.container == piece.block.container
            and p.rect.overlap_x(piece.rect) > -2 * region.column
            for p in heads
        )

    return tuple(
        replace(p, role=Role.KICKER)
        if p.role is Role.SUBHEAD and p.block.text[:1] not in BULLETS and not is_headed(p)
        else p
        for p in pieces
    )


def _dividing(region: Region, quotes: Sequence[Rect], tables: Sequence[Piece]) -> tuple[Rect, ...]:
    """Return the horizontal rules that divide: not those of a pull quote or a table."""
    near = HUNG * region.body
    lined = [t.rect.grow(near, region.leading) for t in tables]
    return tuple(
        row
        for row in region.rows
        if not any(
            row.width < 1.3 * max(q.width, region.column)
            and row.overlap_x(q) > 0.6 * q.width
            and (abs(q.top - row.cy) < near or abs(row.cy - q.bottom) < near)
            for q in quotes
        )
        and not any(row.share_in(t) > 0.8 for t in lined)
    )


@dataclass(frozen=True, slots=True)
class Survey:
    """A region before anything is gathered: what every piece is and where it stands."""

    region: Region
    editorial: tuple[Piece, ...]
    """All pieces but the furniture, as they were measured."""
    ads: tuple[tuple[Rect, frozenset[int]], ...]
    heads: tuple[Head, ...]
    tables: tuple[Piece, ...]
    rest: tuple[Piece, ...]
    """What is neither head nor running text: captions, credits, quotes, jumps …"""
    around: Surroundings
    furniture: tuple[Block, ...]
    masthead: float
    """Where the paper's name begins; 0 if it is not on this page."""
    cuts: Cuts


def survey(region: Region, weights: Weights, hints: LayoutSettings) -> Survey:
    """Measure the pieces of a region and say what each is for."""
    measured = measure(region)
    furniture = find_furniture(measured, region)
    furniture = hinted_furniture(measured, region, hints, furniture)
    editorial = tuple(p for p in measured if p.id not in furniture)
    ads = find_ads(editorial, region)
    in_ads = {i for _, ids in ads for i in ids}
    stories = tables_as_rows(region, [p for p in editorial if p.id not in in_ads])
    roles = assign_roles(region, stories, hinted_roles(stories, hints))
    pieces, cuts = cut_tails(roles, region.frame)
    pieces, run_in = run_in_heads(pieces, region, cuts)
    pieces = _heads_of_briefs(pieces, region)
    heads, subheads = build_heads(pieces, region)
    heads = (*heads, *run_in)
    pieces = tuple(replace(p, role=Role.SUBHEAD) if p.id in subheads else p for p in pieces)
    in_heads = {i for head in heads for i in head.ids}
    texts = [p for p in pieces if p.role in TEXT and p.id not in in_heads]
    head_pieces = reaching(heads, pieces, region)
    tables = tuple(p for p in pieces if p.role is Role.TABLE)
    rows = _dividing(region, [p.rect for p in pieces if p.role is Role.QUOTE], tables)
    pictures = scene_of(region, pieces).pictures
    # The tiers of vertical text are read past a picture; a column of horizontal text may
    # end over one, until it is known what is one story.
    passed = pictures if region.turned else ()
    around = Surroundings(
        texts=texts,
        heads=head_pieces,
        places=find_places([*texts, *tables], head_pieces, rows, passed, region.body),
        rows=rows,
        walls=region.walls,
        pictures=pictures,
        passed=passed,
        body=region.body,
        column=region.column,
        weights=weights,
        column_rules=region.turned,
        strips=strips(heads, pieces, region),
    )
    return Survey(
        region=region,
        editorial=editorial,
        ads=ads,
        heads=heads,
        tables=tables,
        rest=tuple(p for p in pieces if p.id not in in_heads and p.role not in CHAINED),
        around=around,
        furniture=tuple(
            block_of(p, furniture[p.id], region.frame) for p in measured if p.id in furniture
        ),
        masthead=0.0 if region.turned else _masthead(measured, furniture),
        cuts=cuts,
    )


def gather(seen: Survey) -> tuple[tuple[Article, ...], tuple[Block, ...]]:
    """Gather what a survey has seen into articles, ads among them; the rest is furniture."""
    region, around = seen.region, seen.around
    lines = [head.rect for head in seen.heads]
    chains = (*find_chains(around), *table_chains(seen.tables, lines, region.body))
    groups = absorb(group(seen.heads, chains, around), region)
    groups = [put_in_order(g, around) for g in groups]
    drafts = attach(groups, seen.rest, region, [zone for zone, _ in seen.ads])
    drafts += tuple(
        Draft(
            group=None,
            ad=zone,
            pieces=[p for p in seen.editorial if p.id in ids],
            pictures=[p.rect for p in region.pictures if p.rect.share_in(zone) > 0.5],
        )
        for zone, ids in seen.ads
    )
    judgements = judge(drafts, around, around.weights.doubt)
    articles = compose(drafts, judgements, region, seen.masthead)
    kept, service = without_service(articles)
    return tuple(kept), tuple(replace(block, role=Role.OTHER) for block in service)


def _masthead(pieces: Sequence[Piece], furniture: Mapping[int, Role]) -> float:
    """Return where the paper's name begins; 0 if it is not on this page."""
    names = (p.rect.top for p in pieces if furniture.get(p.id) is Role.MASTHEAD)
    return min(names, default=0.0)
