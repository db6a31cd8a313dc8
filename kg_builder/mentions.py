"""The spaCy component ``mentions``: which states, organizations and strategic goods the words of a Doc name.

Sets ``doc._.mentions``, a tuple of Mention in text order at character offsets, and ``doc._.mention_at``, the Mention
that covers a token, by the token's index. ``doc._.mentions_within`` holds what the names of organizations name
besides (the UN in "UN Security Council", the EU in "EU-US Trade and Technology Council"). States and organizations
never overlap one another, goods never overlap goods.
"""

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg_builder.good_names import GoodNames
from kg_builder.model import Entity, EntityKind, Evidence, Mention, Reference
from kg_builder.party_names import PartyNames

if not Doc.has_extension("article"):  # set by ``language``; a Doc read without it has none
    Doc.set_extension("article", default=None)
Doc.set_extension("mentions", default=(), force=True)
Doc.set_extension("mentions_within", default=(), force=True)
Doc.set_extension("mention_at", default=None, force=True)


class Mentions:
    """The component; its matchers are built once per pipeline."""

    def __init__(self, overlay: Path | None) -> None:
        self._parties = PartyNames(overlay)
        self._goods = GoodNames(overlay)

    def __call__(self, doc: Doc) -> Doc:
        parties = self._parties.find(doc)
        doc._.mentions = tuple(sorted([*parties, *self._goods.find(doc, parties)]))
        doc._.mentions_within = tuple(self._parties.find_within(doc, parties))
        doc._.mention_at = _by_token(doc, doc._.mentions)
        return doc


@Language.factory(
    "mentions",
    default_config={"lexicons": None},
    assigns=["doc._.mentions", "doc._.mentions_within", "doc._.mention_at"],
)
def create(nlp: Language, name: str, lexicons: str | None) -> Mentions:
    """``lexicons`` is the path of a folder that overlays the shipped lexicons."""
    return Mentions(Path(lexicons) if lexicons else None)


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
    """A party before a good where both cover a token; where a token holds two names ("U.S.-EU"), the first."""
    found: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda m: (m.entity.kind == "good", m.start)):
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        for token in span or ():
            found.setdefault(token.i, mention)
    return found
