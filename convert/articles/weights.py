"""Every weight of the article engine, with what it says.

Scores are additive and in one unit: 1.0 is about the worth of standing directly below
each other in one column. Lengths are in em of the body type (or in columns where said),
so that one set serves every format.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What the ends of two pieces of text say about b following a."""

    hyphen: float = 3.0
    """a ends inside a word and b begins small."""
    hyphen_capital: float = 0.4
    """a ends on a hyphen, b begins with a capital: a compound, or two pieces."""
    stop_lower: float = -2.0
    """a ends its sentence, b begins small."""
    stop_indent: float = 0.4
    """a ends its sentence, b begins a paragraph."""
    stop_flush: float = 0.0
    open_lower: float = 2.0
    """a breaks off, b begins small."""
    open_indent: float = -1.2
    """a breaks off, b begins a paragraph."""
    open_full: float = 0.8
    """a breaks off on a full line, b begins with a capital."""
    open_short: float = -0.4
    """a breaks off on a short line: a list, a heading, a name."""
    cjk_open_full: float = 1.5
    cjk_open_short: float = -0.3
    cjk_open_indent: float = -2.0
    cjk_stop_indent: float = 0.4
    cjk_stop_full: float = 0.3
    """The stop happens to stand at the end of a full line."""
    cjk_stop_flush: float = -1.0
    """A paragraph ended on a short line, b begins without an indent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the places of two pieces of text say about b following a."""

    down: float = 1.0
    """b stands below a in its column."""
    down_gap: float = -0.03
    """Per em of empty space between them."""
    over_head: float = -1.8
    """A headline stands between."""
    over_rule: float = -1.6
    """A rule across the column lies between."""
    other_style: float = -0.25
    """Another type family."""
    right: float = 0.9
    """b begins the next column."""
    right_gap: float = -0.5
    """Per column width of empty space between the columns, beyond a gutter."""
    skipped: float = -0.7
    """Per column of text between them."""
    wall: float = -2.0
    """An upright rule stands between."""
    column_rule: float = -0.2
    """The same, between columns under one headline."""
    not_top: float = -1.6
    """More text of b's column stands directly above b."""
    not_bottom: float = -1.6
    """More text of a's column stands directly below a."""
    same_head: float = 1.2
    """Both stand under one headline."""
    first_under_head: float = -2.6
    """b is the first column under another headline."""
    under_head: float = -1.2
    """b stands under another headline, not as its first column."""
    above_head: float = -0.8
    """b begins above the headline that a stands under."""
    higher: float = -0.06
    """Per em that b stands higher than the column of a, with its head, begins."""
    highest: float = -1.8
    """The most that this counts."""
    level: float = 0.3
    """The tops of both columns are level."""
    keep: float = 0.35
    """A successor must score at least this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What binds a head to a chain of text, and one chain to another."""

    one_box: float = 3.5
    """The only head of a box and text in that box."""
    first_column: float = 3.0
    """The text stands right under the head, in its first column."""
    column: float = 2.2
    """The text stands right under the head, in another column."""
    head_gap: float = -0.05
    """Per em of empty space between head and text beyond two."""
    head_ruled: float = -1.0
    """A rule lies between head and text."""
    in_midst: float = -0.8
    """The text begins in the middle of a sentence or without its indent."""
    later_column: float = 1.4
    """The chain passes under the head."""
    around_head: float = 1.5
    """The columns of the chain stand around the head."""
    far_head: float = 0.8
    """The head stands over the text with other text between."""
    beside: float = 1.6
    """A head without text below it, level with the text to its right."""
    beside_gap: float = -0.1
    """Per em between the two."""
    upright: float = 2.6
    """A head that runs against the text (竖题) stands beside it."""
    upright_gap: float = -0.2
    """Per em between the two beyond one."""
    under_upright: float = 1.4
    """The text begins under such a head."""
    closed_box: float = 2.0
    """Two chains in a box with at most one head."""
    below: float = 1.0
    """A chain without a head begins under the end of another."""
    below_gap: float = -0.03
    """Per em between the two."""
    next_column: float = 0.7
    """It begins in the next column, with no rule between."""
    reads_on: float = 0.5
    """How much the text at both ends counts, as a share of its worth in chains."""
    keep_head: float = 0.5
    """Head and chain that are bound by less stay apart."""
    keep_chain: float = 0.6
    """Two chains that are bound by less stay apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What the signs of `convert.articles.confidence` say: log odds of being right."""

    base: float = 2.8
    torn_start: float = -1.0
    torn_end: float = -0.8
    headless: float = -1.7
    bare: float = -2.0
    rival: float = -0.5
    claim: float = -0.4
    insets: float = -1.2
    strays: float = -2.3
    foreign: float = -0.6
    short: float = -2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The whole set."""

    flow: Flow = field(default_factory=Flow)
    order: Order = field(default_factory=Order)
    bond: Bond = field(default_factory=Bond)
    doubt: Doubt = field(default_factory=Doubt)
