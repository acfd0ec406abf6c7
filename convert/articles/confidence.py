"""How sure an article is, and what an editor should look at first.

The signs are measured on the finished article: text that begins or breaks off in the
middle, another head that claims the text almost as well, foreign text in its ground.
A logistic model turns them into the chance that the article is right; its weights are
fitted on pages with truth (`convert.articles.weights.Doubt`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from math import exp

from convert.articles.attach import Draft
from convert.articles.bonds import chain_worth, head_worth
from convert.articles.chains import Surroundings
from convert.articles.grouping import Group, boxes_of_one_head, closed_boxes
from convert.articles.pieces import Piece
from convert.articles.weights import Doubt
from convert.model import Role

SURE = 0.9
"""Above this confidence nothing is said of an article."""
TELLING = 0.35
"""A sign that lowers the score by this much is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What speaks against an article, each from 0 (nothing) to 1."""

    torn_start: float = 0.0
    """Its text begins in the middle of a sentence."""
    torn_end: float = 0.0
    """Its text breaks off and no line says where it goes on."""
    headless: float = 0.0
    """Text without a headline."""
    bare: float = 0.0
    """A headline without text or picture."""
    rival: float = 0.0
    """Another article claims its text almost as well."""
    claim: float = 0.0
    """It claims text that another article or none has taken."""
    insets: float = 0.0
    """How much of its text stands apart from the story."""
    strays: float = 0.0
    """How much of it is of no known role."""
    foreign: float = 0.0
    """How much text of others stands within its outline."""
    short: float = 0.0
    """How little there is of it."""


WORDS = {
    "torn_start": "its text begins in the middle of a sentence",
    "torn_end": "its text breaks off",
    "headless": "it has no headline",
    "bare": "its headline has no text",
    "rival": "part of its text may belong to {rival}",
    "claim": "text of {claimed} may belong to it",
    "insets": "it holds smaller pieces that may stand for themselves",
    "strays": "it holds pieces of no known role",
    "foreign": "other text stands within it",
    "short": "it is very short",
}
"""What each sign says to an editor."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The confidence of one article, 0..1, and what lowers it."""

    confidence: float
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rivalry:
    """How close others come to a group's text, and the closest; and the same of its claims."""

    rival: float = 0.0
    by: Group | None = None
    claim: float = 0.0
    on: Group | None = None


def judge(drafts: Sequence[Draft], around: Surroundings, weights: Doubt) -> list[Judgement]:
    """Return the judgement of every draft, in their order; ads are judged by their marks."""
    groups = [d.group for d in drafts if d.group is not None]
    rivals = _rivalries(groups, around)
    result = []
    for draft in drafts:
        rivalry = _Rivalry() if draft.group is None else rivals[id(draft.group)]
        signs = find_signs(draft, rivalry.rival, rivalry.claim, drafts)
        result.append(_judgement(signs, rivalry, weights))
    return result


def chance(signs: Signs, weights: Doubt) -> float:
    """Return the chance that an article with these signs is right, 0..1."""
    score = weights.base + sum(
        getattr(weights, f.name) * getattr(signs, f.name) for f in fields(Signs)
    )
    return 1 / (1 + exp(-score))


def _judgement(signs: Signs, rivalry: _Rivalry, weights: Doubt) -> Judgement:
    confidence = chance(signs, weights)
    if confidence >= SURE:
        return Judgement(confidence, ())
    telling = [(getattr(weights, f.name) * getattr(signs, f.name), f.name) for f in fields(Signs)]
    names = {"rival": _name(rivalry.by), "claimed": _name(rivalry.on)}
    return Judgement(
        confidence,
        tuple(WORDS[name].format(**names) for worth, name in sorted(telling) if worth < -TELLING),
    )


def _name(group: Group | None) -> str:
    if group is None:
        return "a neighbour"
    text = group.head.main.block.text if group.head else next(iter(group.pieces)).block.text
    return f"“{text[:40].strip()}{'…' if len(text) > 40 else ''}”"


def find_signs(draft: Draft, rival: float, claim: float, drafts: Sequence[Draft]) -> Signs:
    """Measure what speaks against an article."""
    group = draft.group
    texts = [] if group is None else [p for chain in group.chains for p in chain]
    every = [*(group.pieces if group else ()), *draft.pieces]
    letters = sum(p.letters for p in every)
    running = sum(p.letters for p in texts)
    jumps = any(p.role is Role.JUMP for p in draft.pieces)
    inset = sum(p.letters for c in group.insets for p in c) if group else 0.0
    return Signs(
        torn_start=float(bool(texts) and not jumps and _torn_start(texts[0])),
        torn_end=float(bool(texts) and not jumps and not texts[-1].ends.terminal),
        headless=float(group is not None and group.head is None and running > 0),
        bare=float(group is not None and not texts and not draft.pictures),
        rival=rival,
        claim=claim,
        insets=inset / max(letters, 1.0),
        strays=sum(p.letters for p in draft.pieces if p.role is Role.OTHER) / max(letters, 1.0),
        foreign=min(1.0, sum(_foreign(draft, drafts)) / max(letters, 1.0)),
        short=max(0.0, 1 - letters / 120),
    )


def _torn_start(first: Piece) -> bool:
    return first.ends.lower or (first.ends.cjk and not first.ends.indent and first.lines > 2)


def _foreign(draft: Draft, drafts: Sequence[Draft]) -> Iterator[float]:
    """Yield the letters of others' text within the outline of an article."""
    if draft.group is None:
        return
    ground = draft.group.rect
    for other in drafts:
        if other is draft or other.group is None:
            continue
        if other.group.container != draft.group.container:
            continue
        for piece in other.group.texts:
            if ground.holds(piece.rect.cx, piece.rect.cy):
                yield piece.letters


def _rivalries(groups: Sequence[Group], around: Surroundings) -> dict[int, _Rivalry]:
    """Return for each group, by identity, who else may have a claim on its text."""
    alone = boxes_of_one_head([g.head for g in groups if g.head is not None])
    closed = closed_boxes(groups)

    def bond(group: Group, index: int, other: Group) -> float:
        """How well a chain of `group` goes with `other`, or with the rest of its own."""
        chain = group.chains[index]
        worths = [0.0]
        if any(p.id not in around.places for p in chain):
            return 0.0  # a listing: heads of its entries stand among the text
        if other.head is not None:
            worths.append(head_worth(other.head, chain, around, alone))
        for i, c in enumerate(other.chains):
            if (other is not group or i != index) and c[-1].id in around.places:
                worths.append(chain_worth(c, chain, around, closed))
        return max(worths)

    found = {id(g): _Rivalry() for g in groups}
    for group in groups:
        whole = max(1.0, sum(p.chars for c in group.chains for p in c))
        total, best, by = 0.0, 0.0, None
        for index, chain in enumerate(group.chains):
            own = bond(group, index, group)
            rivals = [(bond(group, index, o), i) for i, o in enumerate(groups) if o is not group]
            worth, at = max(rivals, default=(0.0, -1))
            near = min(1.0, max(0.0, 1 - (own - worth) / CLEAR)) if worth > 0 else 0.0
            total += near * sum(p.chars for p in chain) / whole
            if near > best:
                best, by = near, groups[at]
        old = found[id(group)]
        found[id(group)] = _Rivalry(total, by, old.claim, old.on)
        if by is not None and best > found[id(by)].claim:
            theirs = found[id(by)]
            found[id(by)] = _Rivalry(theirs.rival, theirs.by, best, group)
    return found


CLEAR = 1.5
"""A claim that is worse than the taken one by this much is none."""
