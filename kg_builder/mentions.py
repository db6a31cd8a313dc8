"""The component ``mentions``: which states, organizations and strategic goods the words of a Doc name.

The first of the components: it sets ``doc._.lexicons``, by which those behind it look up classes of words. It sets
``doc._.mentions``, a tuple of Mention in text order at character offsets, and ``doc._.mention_at``, the Mention
that covers a token, by the token's index. ``doc._.mentions_within`` holds what the names of organizations name
besides (the UN in "UN Security Council", the EU in "EU-US Trade and Technology Council"). States and organizations
never overlap one another, goods never overlap goods.
"""

from collections.abc import Iterator
from pathlib import Path

from kg_builder.good_names import GoodNames
from kg_builder.model import Entity, EntityKind, Evidence, Mention, Reference
from kg_builder.party_names import PartyNames
from kg_builder.tokens import Doc


class Mentions:
    """The component; its matchers are built once per pipeline. ``overlay`` is the folder of a user's own lexicons."""

    def __init__(self, overlay: Path | None) -> None:
        self._overlay = overlay
        self._parties = PartyNames(overlay)
        self._goods = GoodNames(overlay)

    def __call__(self, doc: Doc) -> Doc:
        doc._.lexicons = self._overlay
        parties = self._parties.find(doc)
        doc._.mentions = tuple(sorted([*parties, *self._goods.find(doc, parties)]))
        doc._.mentions_within = tuple(self._parties.find_within(doc, parties))
        doc._.mention_at = _by_token(doc, doc._.mentions)
        return doc


def references(doc: Doc, kind: EntityKind) -> Iterator[Reference]:
    """One Reference for each entity of the kind, in order of first mention; evidence quotes the article as it came."""
    text = doc._.article.text if doc._.article else doc.text
    found: dict[Entity, list[Evidence]] = {}
    for mention in sorted((*doc._.mentions, *doc._.mentions_within)):
        if mention.entity.kind == kind:
            quote = Evidence(mention.start, mention.end, text[mention.start : mention.end])
            found.setdefault(mention.entity, []).append(quote)
    for entity, quotes in found.items():
        yield Reference(entity, tuple(quotes))


def _by_token(doc: Doc, mentions: tuple[Mention, ...]) -> dict[int, Mention]:
    """A party before a good where both cover a token; where a token holds two names ("U.S.-EU"), the first.

    "Non-OPEC producers", "an anti-PKK operation" name bodies, and are none of them: nobody may take the word for the
    party. "Anti-Iranian sanctions", in turn, hit Iran.
    """
    found: dict[int, Mention] = {}
    text = doc.text
    inside = (m for m in mentions if not _is_outside(text[max(0, m.start - 5) : m.start].lower(), m))
    for mention in sorted(inside, key=lambda m: (m.entity.kind == "good", m.start)):
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        for token in span or ():
            found.setdefault(token.i, mention)
    return found


def _is_outside(before: str, mention: Mention) -> bool:
    """Whether the word that the name ends is none of whom it names."""
    return before.endswith("non-") or (mention.entity.kind != "state" and before.endswith("anti-"))
