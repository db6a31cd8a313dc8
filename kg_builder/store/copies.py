"""A store's newest snapshot as a folder to be kept elsewhere, and a store made from one.

::

    backup.json         {"format": 1, "kg_builder": "0.1.0", "files": {"snapshot/000012.sst": "SHA-256", ...}}
    snapshot/

Both appear whole or not at all: they are made beside their place and then moved there.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path

from kg_builder import __version__
from kg_builder.errors import StoreError, UsageError
from kg_builder.store import folder

_LIST = "backup.json"
_SNAPSHOT = "snapshot"


def backup(store: Path, copy: Path) -> None:
    """Copies what readers of ``store`` see to the new folder ``copy``; a build may go on meanwhile.

    Raises StoreError, and UsageError where ``copy`` is there already.
    """
    folder.check(store)
    with _made_beside(copy) as new:
        snapshot = folder.published(store)
        try:
            shutil.copytree(snapshot, new / _SNAPSHOT)
        except (FileNotFoundError, shutil.Error):  # two publications came between
            shutil.rmtree(new / _SNAPSHOT, ignore_errors=True)
            shutil.copytree(folder.published(store), new / _SNAPSHOT)
        told = {"format": folder.FORMAT, "kg_builder": __version__, "files": _digests(new)}
        (new / _LIST).write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def lay_out(copy: Path, store: Path) -> None:
    """Makes the new folder ``store`` a store with the content of a backup as the writer's, yet to be published.

    Raises StoreError for a ``copy`` that is none, of a newer version or damaged, UsageError where ``store`` is there.
    """
    files = _listed(copy)
    with _made_beside(store) as new:
        folder.prepare(new)
        shutil.copytree(copy / _SNAPSHOT, new / "current")
        found = {name.replace("current/", f"{_SNAPSHOT}/", 1): digest for name, digest in _digests(new).items()}
        damaged = sorted(name for name in files if files[name] != found.get(name))
        if damaged:
            raise StoreError(f"{copy}: damaged at {damaged[0]}; restore from another backup")


def _listed(copy: Path) -> dict[str, str]:
    try:
        told = json.loads((copy / _LIST).read_text(encoding="utf-8"))
        format, files = int(told["format"]), dict(told["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{copy}: not a backup of kg-builder; name a folder that kg-builder backup made") from error
    if format != folder.FORMAT:
        raise StoreError(f"{copy}: of format {format}, but this version reads {folder.FORMAT}; use the right version")
    return files


def _digests(place: Path) -> dict[str, str]:
    found = {}
    for file in sorted(place.rglob("*")):
        if file.is_file():
            with file.open("rb") as stream:
                found[file.relative_to(place).as_posix()] = file_digest(stream, "sha256").hexdigest()
    return found


@contextmanager
def _made_beside(place: Path) -> Iterator[Path]:
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise UsageError(f"{place}: there is something already; name a new folder")
    new = place.with_name(f"{place.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    try:
        new.mkdir(parents=True)
        yield new
        os.replace(new, place)
    except OSError as error:
        raise folder.refused(place, error) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
