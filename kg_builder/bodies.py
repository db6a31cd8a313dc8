"""Names of bodies that no list knows: "Global Forum on Clean Ports (GFCP)", and then "GFCP".

A capitalised name with a head such as Forum or Coalition is taken for an intergovernmental body where a word in it
("Global", "Ministerial") or before it ("members of the ...") says so; national agencies, companies, parties and
dialogues between two states are not.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from kg_builder.lexicons import Lexicon
from kg_builder.model import Entity, Mention
from kg_builder.tokens import Doc, Span

_CAPITAL = r"[A-Z][\w'&]*(?:-[A-Z]\w*)*"
_LINK = r"(?:of|on|for|to|against|in|and|the|de)"
_ACRONYM = re.compile(r"\s*\(\"?([A-Z][A-Za-z0-9+&-]{1,9})\"?\)")


class Bodies(Lexicon):
    """Heads and cue words, as they are written in names."""

    heads: tuple[str, ...]
    sure: tuple[str, ...]
    international: frozenset[str]
    national: frozenset[str]
    member: tuple[str, ...]


def find(
    doc: Doc, words: Bodies, parties: list[Mention], taken: list[tuple[int, int]], listed: Mapping[str, Entity]
) -> Iterator[Mention]:
    """Bodies named in the doc outside the stretches ``taken``; a name that begins with a party is that party's own.

    What is so named by ``listed`` is that body: "members of the Security Council" are the United Nations'.
    """
    text = doc.text
    for match in _pattern(words.heads).finditer(text):
        start, end = _trimmed(match, parties)
        name = text[start:end]
        if any(start < stop and end > begin for begin, stop in taken) or _in_title(text, start):
            continue
        if any(re.fullmatch(r"(?:'s)? ", text[party.end : start]) for party in parties):
            continue
        if _is_international(name, text[max(0, start - 40) : start], words):
            plain = re.sub(r"^The ", "", " ".join(name.split()))
            yield Mention(start, end, listed.get(plain, Entity("organization", plain)), "name")


def with_acronyms(doc: Doc, mentions: list[Mention]) -> list[Mention]:
    """The mentions, and each later use of an acronym that the text itself gives behind an organization's name."""
    text = doc.text
    found = list(mentions)
    taken = [(mention.start, mention.end) for mention in mentions]
    for mention in mentions:
        given = _ACRONYM.match(text, mention.end)
        if mention.entity.kind != "organization" or mention.form != "name" or not given or not given[1][:2].isupper():
            continue
        for use in re.finditer(rf"(?<!\w){re.escape(given[1])}(?!\w)", text):
            if use.start() > mention.start and not any(use.start() < e and use.end() > s for s, e in taken):
                found.append(replace(mention, start=use.start(), end=use.end(), form="abbreviation"))
                taken.append((use.start(), use.end()))
    return sorted(found)


@cache
def _pattern(heads: tuple[str, ...]) -> re.Pattern[str]:
    """Before the head only capitalised words, behind it what it is for: "Coalition to Defeat ISIS"."""
    head = "|".join(map(re.escape, heads))
    tail = rf"(?: (?:of|on|for|to|against)(?: the)? {_CAPITAL}(?:(?: {_LINK}){{0,2}} {_CAPITAL})*)?"
    return re.compile(rf"\b(?:{_CAPITAL} )*(?:{head})\b(?!-){tail}")


def _trimmed(match: re.Match[str], parties: list[Mention]) -> tuple[int, int]:
    """Without a leading article."""
    start, end = match.span()
    article = re.match(r"(?:The|A|An|This|Our|Their) ", match[0])
    return start + (article.end() if article else 0), end


def is_title_line(span: Span) -> bool:
    """Whether the span stands in a line where every word is capitalised, so that capitals tell nothing."""
    return _in_title(span.doc.text, span.start_char)


def _in_title(text: str, at: int) -> bool:
    line = text[text.rfind("\n", 0, at) + 1 : (text.find("\n", at) + 1 or len(text) + 1) - 1]
    small, capitalised = re.findall(r"\b[a-z]{3,}\b", line), re.findall(r"\b[A-Z]\w{3,}", line)
    return 2 * len(small) < len(capitalised)


def _is_international(name: str, before: str, words: Bodies) -> bool:
    parts = re.findall(r"[\w'&]+(?:-[\w'&]+)*", name)
    if len(parts) < 2 or words.national & set(parts):
        return False
    if any(name.endswith(head) for head in words.sure):
        return True
    named = bool(words.international & set(parts))
    member = any(before.lower().endswith(cue + " ") for cue in words.member)
    return named or member
