"""Where an article comes from: who publishes it, the capital of its dateline, and where its title travels."""

import re
from dataclasses import dataclass
from pathlib import Path

from kg_builder import agencies
from kg_builder.allegiance import headline
from kg_builder.gazetteer import entities, entity_of
from kg_builder.model import Article, Entity
from kg_builder.office_words import Words

#: The Union and its institutions.
UNION = {"EU", "European Commission", "European Council", "European Parliament"}
_DATELINE = re.compile(
    r"(?m)^\s*(?:date [\d-]+ )?([A-ZÀ-Ü][A-ZÀ-Ü.' ]{2,24}?)(?:,[^—–\n]{0,40}?)?(?: ?\([^)\n]{2,30}\))? ?(?:—|–|--?|:)\s"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Each is None where the article does not tell."""

    publisher: Entity | None
    dateline: Entity | None
    destination: Entity | None  #: where the article's title says that somebody travels
    is_presided: bool  #: the publisher, a body of the Union whose "President X" leads it
    is_ministry: bool  #: the publisher; it speaks of its own president less than of others'
    speaker: tuple[str, ...]  #: office and name of who speaks for the publisher, by the article's title

    @property
    def states(self) -> list[Entity]:
        return [one for one in (self.publisher, self.dateline) if one is not None and one.kind == "state"]


def issuer(article: Article | None, overlay: Path | None) -> Entity | None:
    """The state or union that the publisher speaks for: "U.S. Department of State", "Embassy of Uzbekistan"."""
    publisher = (article.publisher if article is not None else None) or ""
    found = list(dict.fromkeys(hit.value for hit in entities(overlay).find(publisher)))
    for code, names in agencies.read(overlay).agencies.items():
        if any(name in publisher and re.search(rf"\b{re.escape(name)}\b", publisher) for name in names):
            found.append(entity_of(code))
    return found[0] if found else None


def origin(words: Words, overlay: Path | None) -> Origin:
    article, publisher = words.doc._.article, words.publisher
    title = (article.title if article is not None else None) or ""
    told = (article.publisher if article is not None else None) or ""
    city = _DATELINE.search((article.text if article is not None else words.doc.text)[:600])
    of_many = city is not None and city[1].lower() in words.lexicon.shared_seats
    return Origin(
        publisher,
        entities(overlay).get(city[1].title()) if city and not of_many else None,
        headline.destination(title, entities(overlay)),
        is_presided=publisher is not None and publisher.id in UNION - {"EU"},
        is_ministry=bool(re.search(r"(?i)department|ministry|embassy", told)),
        speaker=headline.speaker(title) if publisher is not None else (),
    )
