"""Finds the ontology, shapes, lexicons and queries: in a checkout beside the package, in a wheel inside it."""

from pathlib import Path

from kg_builder.errors import UsageError

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_shipped"


def root() -> Path:
    """The folder that holds ``ontology/``, ``shapes/`` and ``data/``."""
    return _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent


def path(*parts: str) -> Path:
    """The path of one shipped file or folder, as in ``path("data", "lexicons", "states.yaml")``.

    Raises UsageError where the installation lacks it.
    """
    found = root().joinpath(*parts)
    if not found.exists():
        raise UsageError(f"{found}: missing from this installation; reinstall kg-builder")
    return found
