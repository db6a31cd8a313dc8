"""Years behind an office that say its time is over: "until 2019", "from 2015 to 2019", "(2015–2019)"."""

import re

from kg_builder.office_words import Words

_YEARS = re.compile(
    r"\(?(?:(?:from|between|in) )?(?:(?:19|20)\d\d ?(?:to|and|until|till|[-–]) ?|(?:until|till) (?:[A-Z][a-z]+ )?)"
    r"(?P<year>(?:19|20)\d\d|last \w+)\b"
)
_WORDS = 9


def is_over(words: Words, i: int) -> bool:
    """Whether token ``i`` starts such years, and they end before the article came out."""
    article = words.doc._.article
    published = (article.published if article is not None else None) or "9999"
    found = _YEARS.match(words.doc[i : i + _WORDS].text)
    return found is not None and (found["year"].startswith("last") or found["year"] < published[:4])
