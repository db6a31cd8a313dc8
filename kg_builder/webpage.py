"""The article in an HTML page: its text without navigation, scripts and styles, and what its metadata say."""

import re

from kg_builder.errors import UnreadableInput
from kg_builder.publication import Publication, is_web_address

#: The encoding that a page declares is in its first bytes (HTML Living Standard, 13.2.3.2).
_DECLARED = re.compile(rb"""<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)
_XML = re.compile(r"\A\s*<\?xml[^>]*\?>")


def is_html(content: bytes) -> bool:
    """Whether the content itself says so, for input without a telling name."""
    return _BEGINNING.match(content) is not None


def declared_encoding(content: bytes) -> str | None:
    found = _DECLARED.search(content[:1024])
    return found[1].decode("ascii") if found else None


def read(html: str) -> tuple[str, Publication]:
    """The article's text, which evidence points into (a line a paragraph), and what the metadata say.

    Raises UnreadableInput for a page without an article in it.
    """
    # It takes half a second to load, which those who read no pages do not owe.
    import trafilatura
    from trafilatura.settings import Document

    found = trafilatura.bare_extraction(
        _XML.sub("", html),
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        # Its wider search takes any date on the page for the day of publication, a copyright line's too.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise UnreadableInput("no article found in the page; save the article's text as a text file")
    url = found.url if is_web_address(found.url or "") else None
    fields = {"published": found.date, "title": found.title, "publisher": found.sitename, "url": url}
    return found.text or "", Publication.read(fields)
