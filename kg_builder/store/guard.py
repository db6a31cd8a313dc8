"""What no query may do: leave this machine."""

import re
import string

import pyoxigraph as ox

from kg_builder import sparql
from kg_builder.errors import RefusedQuery
from kg_builder.vocabulary import PREFIXES

_SERVICE = re.compile("service", re.IGNORECASE)


def check(text: str) -> None:
    """Raises RefusedQuery for an update and wherever SERVICE would be obeyed, InvalidQuery for an unknown prefix.

    The engine's own parser is the judge of the last, since it reads ``true SERVICE`` in ``trueSERVICE`` and knows from
    the context alone whether ``<`` begins an IRI: a name, string or comment that says "service" may say any other seven
    letters as well, the keyword may not.
    """
    sparql.check(text, PREFIXES)
    if not _SERVICE.search(text):
        return
    other = next(word for letter in string.ascii_lowercase if (word := letter * 7) not in text.lower())
    try:
        ox.Store().query(_SERVICE.sub(lambda found: _cased(other, found.group()), text), prefixes=dict(PREFIXES))
    except SyntaxError as error:
        raise RefusedQuery("query: SERVICE would leave this machine; ask the store alone") from error
    except (RuntimeError, ValueError):
        return  # it parses, and runs into the same trouble again on the store itself


def _cased(word: str, pattern: str) -> str:
    return "".join(new.upper() if old.isupper() else new for new, old in zip(word, pattern, strict=True))
