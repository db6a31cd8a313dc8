"""The only reader of ``data/lexicons``: YAML in, checked models out.

A lexicon's schema is a pydantic model that stands with the module that uses it. A folder given with ``--lexicons``
overlays the shipped one: for a file of the same name, its lists are appended and its mappings merged over ours
(docs/lexicons.md).
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from yaml.constructor import ConstructorError

from kg_builder import resources
from kg_builder.errors import InvalidLexicon, UsageError


class Lexicon(BaseModel):
    """What every lexicon schema extends: an unknown key is a typing error, not a wish."""

    model_config = ConfigDict(extra="forbid", frozen=True)


L = TypeVar("L", bound=Lexicon)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML 1.2: "on" is a preposition and "NO" a country, not truth values; the keys of a mapping are unique (3.2.1.1),
    where PyYAML would keep the last of two and lose the first."""

    yaml_implicit_resolvers = {  # noqa: RUF012  (PyYAML's own attribute)
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        known: set[str] = set()
        for key, _ in node.value:
            if key.value in known:
                raise ConstructorError(None, None, f"{key.value} is there twice, put both into one", key.start_mark)
            known.add(key.value)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


@cache
def read(name: str, schema: type[L], overlay: Path | None = None) -> L:
    """The lexicon ``name`` (``"states"`` reads ``states.yaml``), with the user's overlay if there is one.

    Raises InvalidLexicon naming the file and the entry that is wrong.
    """
    file = resources.path("data", "lexicons", f"{name}.yaml")
    content = _parse(file)
    if overlay is not None and (overlay / f"{name}.yaml").exists():
        file = overlay / f"{name}.yaml"
        content = _merge(content, _parse(file))
    try:
        return schema.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "top"
        raise InvalidLexicon(f"{file}: at {place}: {first['msg']}; mend the entry") from error


def check(overlay: Path | None) -> None:
    """Raises UsageError where the user's folder is not there, InvalidLexicon for a file in it that overlays nothing."""
    if overlay is None:
        return
    if not overlay.is_dir():
        raise UsageError(f"{overlay}: no folder of lexicons; pass another with --lexicons")
    for file in sorted(overlay.iterdir()):
        if file.suffix in {".yaml", ".yml"} and not (resources.path("data", "lexicons") / file.name).exists():
            raise InvalidLexicon(f"{file}: no lexicon has this name; name it as one of docs/lexicons.md")


def _parse(file: Path) -> Any:
    try:
        return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise InvalidLexicon(f"{file}: not YAML: {line}{error.problem}; mend the file") from error
    except yaml.YAMLError as error:
        raise InvalidLexicon(f"{file}: not YAML: {' '.join(str(error).split())}; mend the file") from error


def _merge(ours: Any, theirs: Any) -> Any:
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        return {**ours, **{key: _merge(ours[key], value) if key in ours else value for key, value in theirs.items()}}
    if isinstance(ours, list) and isinstance(theirs, list):
        return ours + theirs
    return theirs
