"""What must be done again: a hash of all that decides what is read from an article, or what follows from everything."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from kg_builder import __version__, lexicons, resources
from kg_builder.errors import InvalidOntology
from kg_builder.model import Article
from kg_builder.settings import Settings


class Digests:
    """Digests of articles under one choice of settings, with this version's lexicons and shapes."""

    def __init__(self, settings: Settings) -> None:
        """Raises UsageError where the user's folder of lexicons is not there, InvalidLexicon for a stray file in it."""
        lexicons.check(settings.lexicons)
        choices = asdict(settings) | {"lexicons": None}
        folders = [resources.path("data", "lexicons"), resources.path("shapes"), settings.lexicons]
        files = [file for folder in folders if folder is not None for file in _files(folder)]
        self._common = _hash(__version__, _version(settings.model), json.dumps(choices, sort_keys=True), *files)

    def of(self, article: Article) -> str:
        """Changes when the text, what is known of the article, or anything else that decides its facts does."""
        return _hash(self._common, json.dumps(asdict(article), sort_keys=True))


def of_ground(modules: Sequence[Path] = ()) -> str:
    """Of this version's ontology and reference data, and of a user's own modules. Raises InvalidOntology."""
    files = [*_files(resources.path("ontology")), *_files(resources.path("data", "reference"))]
    try:
        own = sorted(sha256(module.read_bytes()).hexdigest() for module in modules)
    except OSError as error:
        raise InvalidOntology(f"{error.filename}: cannot be read ({error.strerror}); name a Turtle file") from error
    return _hash(__version__, *files, *own)


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
