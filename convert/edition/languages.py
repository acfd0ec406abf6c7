"""The language of a paper and of the articles that say too little to tell it by."""

from dataclasses import replace

from convert.language import main_language
from convert.letters import letters
from convert.model import Edition, EditionArticle


def settle_languages(edition: Edition) -> Edition:
    """Return `edition` with a language for the paper and for every article.

    The paper has the language of most of its articles, if its profile names none. An
    article without a language has the paper's, and one in the paper's language its whole
    tag: in a paper in `en-GB`, `en` is that.
    """
    paper = edition.publication.language or main_language(
        (article.language, _length(article)) for article in edition.articles
    )
    plain = paper.partition("-")[0]
    return replace(
        edition,
        publication=replace(edition.publication, language=paper),
        articles=tuple(
            replace(article, language=paper) if article.language in ("", plain) else article
            for article in edition.articles
        ),
    )


def _length(article: EditionArticle) -> int:
    return sum(len(letters(block.text)) for block in article.blocks)
