"""Text of the paper as the site shows it: nothing in it acts, nothing turns the line."""

import re
from collections.abc import Iterable

from convert.letters import writable
from convert.model import EditionArticle, Role

_INVISIBLE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters and those that override the direction of what follows."""
_BREAKS = re.compile("[\u2028\u2029\u0085]")

SUMMARY = 160
"""Characters of a summary in an alphabet; of Chinese and Japanese half as many."""
BODY = (Role.PARAGRAPH, Role.QUOTE, Role.OTHER, Role.CAPTION, Role.TABLE)


def clean(text: str) -> str:
    """Return `text` without characters that a reader does not see but a browser obeys."""
    return writable(_INVISIBLE.sub("", _BREAKS.sub("\n", text)))


def one_line(text: str) -> str:
    """Return `text` cleaned, in one line."""
    return " ".join(clean(text).split())


def shortened(text: str, limit: int = SUMMARY) -> str:
    """Return the beginning of `text`: whole words, with an ellipsis if any is left out."""
    line = one_line(text)
    dense = sum("\u2e80" <= char <= "\uffef" for char in line[:limit]) > limit / 4
    limit = limit // 2 if dense else limit
    if len(line) <= limit:
        return line
    cut = line[:limit]
    return f"{cut if dense or ' ' not in cut else cut.rpartition(' ')[0]}…"


def first_words(article: EditionArticle, roles: Iterable[Role] = BODY) -> str:
    """Return how the text of an article begins; of several roles the first that it has."""
    for role in roles:
        for block in article.blocks:
            if block.role is role and block.text.strip():
                return block.text
    return ""


def reading_text(article: EditionArticle) -> str:
    """Return all words of an article but its headline; what stands above that comes last."""
    above = (Role.KICKER, Role.BYLINE)
    text = [b for b in article.blocks if b.role not in (*above, Role.HEADLINE, Role.JUMP)]
    text += [b for b in article.blocks if b.role in above]
    return "\n".join(one_line(block.text) for block in text)
