"""What the asker accepts: the Accept header and its q-values (RFC 9110, 12.5.1)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kg_builder.store.answers import FORMATS

#: The media types of each format, the one that we write first; others are what askers of old say.
MEDIA: Final[Mapping[str, tuple[str, ...]]] = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "turtle": ("text/turtle", "application/x-turtle"),
    "nt": ("application/n-triples", "text/plain"),
    "jsonld": ("application/ld+json", "application/json"),
    "rdfxml": ("application/rdf+xml", "application/xml", "text/xml"),
    "trig": ("application/trig",),
    "nq": ("application/n-quads",),
    "html": ("text/html", "application/xhtml+xml"),
}
_RANGE = re.compile(r"\s*([!#$%&'*+.^_`|~\w-]+)/([!#$%&'*+.^_`|~\w-]+)\s*")
_QUALITY = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.IGNORECASE)


def chosen(accept: str, formats: Sequence[str]) -> str | None:
    """The format of ``formats`` that the header likes best, None where it likes none; of equals the first.

    The most specific range decides on a type; a range with ``*`` means our own type of a format alone. An empty header
    accepts everything; what does not parse accepts nothing.
    """
    if not accept.strip():
        return formats[0]
    ranges = list(_ranges(accept))
    best, best_quality = None, 0.0
    for format in formats:
        ours, *others = MEDIA[format]
        exact = [one for one in ranges if "*" not in one]
        quality = max(_quality(ours, ranges), *(_quality(other, exact) for other in others), 0.0)
        if quality > best_quality:
            best, best_quality = format, quality
    return best


def by_form(accept: str, format: str | None) -> dict[str, str | None]:
    """For each form of answer the format wanted: ``format`` where it can hold it, or by the header if None."""
    if format is not None:
        return {form: format if format in formats else None for form, formats in FORMATS.items()}
    return {form: chosen(accept, formats) for form, formats in FORMATS.items()}


def content_type(format: str) -> str:
    """The Content-Type that we say."""
    text = MEDIA[format][0]
    return f"{text}; charset=utf-8" if text.startswith("text/") else text


def _ranges(accept: str) -> Iterable[tuple[str, str, float]]:
    for part in accept.lower().split(","):
        range, *parameters = part.split(";")
        if found := _RANGE.fullmatch(range):
            quality = 1.0
            for parameter in parameters:
                if parameter.strip().startswith("q") and "=" in parameter:
                    weight = _QUALITY.fullmatch(parameter)
                    quality = float(weight[1]) if weight else 0.0
            yield found[1], found[2], quality


def _quality(type: str, ranges: Iterable[tuple[str, str, float]]) -> float:
    main, _, sub = type.partition("/")
    found = [
        (2 if one_sub == sub else 1 if one_main == main else 0, quality)
        for one_main, one_sub, quality in ranges
        if (one_main, one_sub) in {(main, sub), (main, "*"), ("*", "*")}
    ]
    return max(found, default=(0, 0.0))[1]
