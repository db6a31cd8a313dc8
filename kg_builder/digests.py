"""What must be done again: a hash of all that decides what is read from an article, or what follows from everything."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from rdflib import URIRef

from kg_builder import __version__, resources
from kg_builder.model import Article
from kg_builder.settings import Settings


class Digests:
    """Digests of articles under one choice of settings, with this version's lexicons and shapes."""

    def __init__(self, settings: Settings) -> None:
        choices = asdict(settings) | {"lexicons": None}
        folders = [resources.path("data", "lexicons"), resources.path("shapes"), settings.lexicons]
        files = [file for folder in folders if folder is not None for file in _files(folder)]
        self._common = _hash(__version__, _version(settings.model), json.dumps(choices, sort_keys=True), *files)

    def of(self, article: Article) -> str:
        """Changes when the text, what is known of the article, or anything else that decides its facts does."""
        return _hash(self._common, json.dumps(asdict(article), sort_keys=True))


def of_ground() -> str:
    """Of this version's ontology and reference data."""
    files = [*_files(resources.path("ontology")), *_files(resources.path("data", "reference"))]
    return _hash(__version__, *files)


def of_all(ground: str, articles: Mapping[URIRef, str]) -> str:
    """Of all that inference starts from, by the digests of its parts."""
    return _hash(ground, *(f"{article} {digest}" for article, digest in sorted(articles.items())))


def _hash(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()


def _files(folder: Path) -> list[str]:
    """Name and hash of each file, so that a folder counts by its content, wherever it is."""
    return [
        f"{file.name} {sha256(file.read_bytes()).hexdigest()}"
        for file in sorted(folder.iterdir())
        if file.suffix in {".yaml", ".ttl"}
    ]


def _version(model: str) -> str:
    """Of the package that holds the language model; a model that is a folder has none."""
    try:
        return metadata.version(model)
    except metadata.PackageNotFoundError:
        return ""
