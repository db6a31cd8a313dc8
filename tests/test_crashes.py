"""What cannot be helped: builds that are killed, disks that are full or closed. Nothing published is ever lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from killed_builds import content
from line_reader import ARCHIVE, read, write

from kg_builder import resources
from kg_builder.build import build
from kg_builder.errors import StoreError, UsageError
from kg_builder.store import Store

SCRIPT = Path(__file__).parent / "killed_builds.py"
FIRST = dict.fromkeys(ARCHIVE, 0)


@pytest.fixture
def still_ground(small_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of what we ship, since digests change with it and somebody may be at work in the checkout."""
    root = shutil.copytree(small_root, tmp_path / "root")
    monkeypatch.setattr(resources, "root", lambda: root)


@pytest.mark.parametrize(("times", "seed"), [(20, 1), pytest.param(200, 2, marks=pytest.mark.slow)])
def test_killed_builds_go_on_to_the_same_bytes(still_ground: None, tmp_path: Path, times: int, seed: int) -> None:
    command = [sys.executable, str(SCRIPT), str(tmp_path), str(resources.root()), str(times), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    killed, _ = map(int, done.stdout.split())
    assert killed == times


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 24 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small file system can be mounted by root only")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def filled(disk: Path, leaving: int) -> Path:
    """A file that takes all of the disk but ``leaving`` bytes."""
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_bsize
    ballast = disk / "ballast"
    ballast.write_bytes(b"x" * max(free - leaving, 0))
    return ballast


@pytest.mark.parametrize("leaving", [0, 20_000, 100_000])
def test_a_full_disk_is_told_of_and_loses_nothing(
    still_ground: None, tmp_path: Path, small_disk: Path, leaving: int
) -> None:
    articles, store = tmp_path / "articles", small_disk / "store"
    write(articles, {"a.txt": 0})
    build([articles], store, read=read)
    before = content(store)
    ballast = filled(small_disk, leaving)
    for number in range(8):
        (articles / f"{number}.txt").write_text(f"{ARCHIVE['b.txt'][0]}\n{'It was told at length. ' * 2000}", "utf-8")
    with pytest.raises(StoreError, match="no space left on its disk; free some and build again"):
        build([articles], store, read=read)
    assert content(store) == before
    ballast.unlink()
    build([articles], store, read=read)
    build([articles], tmp_path / "fresh", read=read)
    assert content(store) == content(tmp_path / "fresh")


def test_a_store_that_may_not_be_written(still_ground: None, tmp_path: Path, small_disk: Path) -> None:
    articles, store = tmp_path / "articles", small_disk / "store"
    write(articles, FIRST)
    build([articles], store, read=read)
    before = content(store)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    try:
        with pytest.raises(StoreError, match="may not be written; change its permissions"):
            build([articles], store, read=read)
        with pytest.raises(StoreError, match="may not be written; change its permissions"):
            build([articles], small_disk / "other", read=read)
        assert content(store) == before
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)


def test_a_backup_made_beside_a_build_is_restored_to_the_same_bytes(still_ground: None, tmp_path: Path) -> None:
    articles, store = tmp_path / "articles", tmp_path / "store"
    write(articles, FIRST)
    build([articles], store, read=read)
    before = content(store)
    with Store.create_or_open(store):  # somebody writes
        Store.backup(store, tmp_path / "kept" / "backup")
    write(articles, {"a.txt": 1})
    build([articles], store, read=read)
    assert content(store) != before
    Store.restore(tmp_path / "kept" / "backup", tmp_path / "again")
    assert content(tmp_path / "again") == before
    build([articles], tmp_path / "again", read=read)
    assert content(tmp_path / "again") == content(store)


def test_what_is_there_is_neither_overwritten_nor_taken_for_a_backup(still_ground: None, tmp_path: Path) -> None:
    store, copy = tmp_path / "store", tmp_path / "copy"
    write(tmp_path / "articles", {"a.txt": 0})
    build([tmp_path / "articles"], store, read=read)
    Store.backup(store, copy)
    for work in (lambda: Store.backup(store, copy), lambda: Store.restore(copy, store)):
        with pytest.raises(UsageError, match="there is something already; name a new folder"):
            work()
    with pytest.raises(StoreError, match="not a backup of kg-builder"):
        Store.restore(store, tmp_path / "other")
    file = next(one for one in sorted((copy / "snapshot").iterdir()) if one.suffix == ".sst")
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(StoreError, match=r"damaged at snapshot/.*\.sst; restore from another backup"):
        Store.restore(copy, tmp_path / "other")
    listed = copy / "backup.json"
    listed.write_text(listed.read_text("utf-8").replace('"format": 1', '"format": 2'), "utf-8")
    with pytest.raises(StoreError, match="of format 2, but this version reads 1"):
        Store.restore(copy, tmp_path / "other")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["articles", "copy", "root", "store"]
