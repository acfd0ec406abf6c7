"""The terms by which a text is found: pairs of characters where no spaces part words.

In Han, kana, Hangul and Thai every two neighbours are a term, so that any piece of the
text can be found; the last of a run stands alone. Other scripts give their words.
"""

import re

DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Letters of scripts that are set without spaces, or whose words are often joined."""
_TOKEN = re.compile(rf"([{DENSE}])|([^\W_{DENSE}]+)")


def terms(folded: str) -> set[str]:
    """Return all terms of a folded text."""
    found: set[str] = set()
    last: re.Match[str] | None = None
    for token in _TOKEN.finditer(folded):
        if last is not None:
            found.update(_joint(last, token))
        if token[2]:
            found.add(token[2])
        last = token
    if last is not None and last[1]:
        found.add(last[1])
    return found


def _joint(last: re.Match[str], token: re.Match[str]) -> tuple[str, ...]:
    touching = last.end() == token.start()
    if touching and (last[1] or token[1]):
        return (last[0][-1] + token[0][0],)
    return (last[1],) if last[1] else ()
