"""What the pages are shipped with is what the lock file pins, and is served from our own copy."""

import hashlib
import json
from pathlib import Path

import pytest

from .conftest import Server

ROOT = Path(__file__).parent.parent.parent
VENDOR = ROOT / "kg_builder" / "serve" / "static" / "vendor"
TOLD = json.loads((VENDOR / "vendored.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(TOLD["files"]))
def test_copies_are_those_made(server: Server, name: str) -> None:
    content = (VENDOR / name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == TOLD["files"][name]
    assert server.get(f"/static/vendor/{name}").body == content


@pytest.mark.parametrize("folder", ["assets", "tests/serve"])
def test_locks_pin_with_hashes_and_name_no_host(folder: str) -> None:
    packages = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert not [name for name, one in packages.items() if name and "integrity" not in one]
    assert not [name for name, one in packages.items() if "resolved" in one]
    wanted = json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))
    pinned = {**wanted.get("dependencies", {}), **wanted.get("devDependencies", {})}
    assert pinned
    assert {name: packages[f"node_modules/{name}"]["version"] for name in pinned} == pinned


def test_versions_are_those_of_the_lock() -> None:
    packages = json.loads((ROOT / "assets" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in TOLD["packages"]} == TOLD["packages"]
    assert (VENDOR / "LICENSES.txt").stat().st_size > 10_000
