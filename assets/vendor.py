"""Copies what the pages need from npm packages into the package, pinned by package-lock.json.

    python assets/vendor.py        (needs npm; only after a change of package.json or its lock)

The copies are committed, so that neither installing nor serving needs npm or the network. ``vendored.json`` beside them
tells versions and hashes, which a test compares.
"""

import hashlib
import json
import re
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "kg_builder" / "serve" / "static" / "vendor"
MODULES = HERE / "node_modules"
FILES = [
    "@zazuko/yasgui/build/yasgui.min.js",
    "@zazuko/yasgui/build/yasgui.min.css",
    *(f"d3-{part}/dist/d3-{part}.min.js" for part in ("dispatch", "force", "quadtree", "timer")),
]


def main() -> None:
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=HERE, check=True)
    TARGET.mkdir(parents=True, exist_ok=True)
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    packages = {path.removeprefix("node_modules/"): one for path, one in lock["packages"].items() if path}
    hashes = {}
    for file in FILES:
        text = re.sub(r"\n?(//|/\*)# sourceMappingURL=.*", "", (MODULES / file).read_text(encoding="utf-8"))
        (TARGET / Path(file).name).write_text(text, encoding="utf-8")
        hashes[Path(file).name] = hashlib.sha256(text.encode()).hexdigest()
    versions = {name: one["version"] for name, one in packages.items() if name in FILES_OF}
    told = {"packages": versions, "files": hashes}
    (TARGET / "vendored.json").write_text(json.dumps(told, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    (TARGET / "LICENSES.txt").write_text("\n".join(licences(packages)), encoding="utf-8")


FILES_OF = {file.partition("/dist/")[0].partition("/build/")[0] for file in FILES}


def licences(packages: dict[str, dict[str, str]]) -> list[str]:
    """The licence of each package that the copies may hold parts of."""
    told = []
    for name, one in sorted(packages.items()):
        texts = sorted(path for path in (MODULES / name).glob("[Ll][Ii][Cc][Ee][Nn][CcSs][Ee]*") if path.is_file())
        words = texts[0].read_text(encoding="utf-8", errors="replace").strip() if texts else "(no text in the package)"
        told.append(f"{name} {one['version']}: {one.get('license', 'see below')}\n\n{words}\n\n{'-' * 80}\n")
    return told


if __name__ == "__main__":
    main()
