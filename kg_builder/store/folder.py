"""The folder of a store::

format.json     {"format": 1, "kg_builder": "0.1.0"}
current/        what the one writer works on
snapshots/3/    what readers read; the last two are kept
published       the name of the newest snapshot
"""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from kg_builder import __version__
from kg_builder.errors import StoreError

FORMAT = 1  #: of the folder; a store of a higher one is refused


def prepare(path: Path) -> Path:
    """The writer's folder in the store at ``path``, which is made where it is missing or empty. Raises StoreError."""
    if path.exists() and not path.is_dir():
        raise StoreError(f"{path}: a file, not a store; name a folder")
    if path.is_dir() and any(path.iterdir()):
        check(path)
    else:
        _create(path)
    return path / "current"


def check(path: Path) -> None:
    """Raises StoreError unless a store of our format is there."""
    if not path.exists():
        raise StoreError(f"no store at {path}; run kg-builder build PATH --store {path} first")
    try:
        format = int(json.loads((path / "format.json").read_text(encoding="utf-8"))["format"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: not a store of kg-builder; name another folder") from error
    if format != FORMAT:
        raise StoreError(
            f"{path}: a store of format {format}, but this version reads {FORMAT}; install a newer kg-builder"
        )


def published(path: Path) -> Path:
    """The newest snapshot. Raises StoreError where there is none yet."""
    name = _read(path / "published")
    if not name:
        raise StoreError(f"{path}: nothing published yet; let kg-builder build PATH --store {path} come to its end")
    return path / "snapshots" / name


def publish(path: Path, snapshot: Callable[[Path], None]) -> None:
    """Lets ``snapshot`` fill a new folder and names that; the one before is kept, since a reader may be in it."""
    snapshots = path / "snapshots"
    snapshots.mkdir(exist_ok=True)
    older = [folder for folder in snapshots.iterdir() if folder.name.isdecimal()]
    name = str(max((int(folder.name) for folder in older), default=0) + 1)
    before = _read(path / "published")
    snapshot(snapshots / name)
    _put(path / "published", name)
    for folder in older:
        if folder.name != before:
            shutil.rmtree(folder)


def refused(path: Path, error: OSError) -> StoreError:
    """The error that tells what the disk refused; the engine's own numbers it nothing, so the words are looked at."""
    words = str(error).lower()
    if "no space" in words or "quota" in words:
        return StoreError(f"{path}: no space left on its disk; free some and build again, nothing is lost")
    if "read-only" in words or "permission" in words or "not permitted" in words:
        return StoreError(f"{path}: may not be written; change its permissions or name another folder")
    return StoreError(f"{path}: cannot be opened or written ({error}); mend it or build into a new folder")


def _create(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
        _put(path / "format.json", json.dumps({"format": FORMAT, "kg_builder": __version__}) + "\n")
    except OSError as error:
        raise refused(path, error) from error


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8").strip() if file.exists() else ""


def _put(file: Path, text: str) -> None:
    """Writes so that a reader sees the old text or the new one, never half of it."""
    beside = file.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, file)
