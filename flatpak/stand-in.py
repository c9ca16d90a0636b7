# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the manifest into one for the stand-in runtime: MANIFEST OUT.json.

Modules that come from elsewhere are left out, since the stand-in has them among its packages; the
build fails where it has not.
"""

import json
import pathlib
import sys

import yaml


def is_local(module):
    return all(source["type"] == "dir" for source in module["sources"])


def with_full_paths(module, folder):
    sources = [source | {"path": str((folder / source["path"]).resolve())} for source in module["sources"]]
    return module | {"sources": sources}


def main():
    manifest, out = map(pathlib.Path, sys.argv[1:])
    content = yaml.safe_load(manifest.read_text(encoding="utf-8"))
    for module in content["modules"]:
        if not is_local(module):
            print(f"→ Left out: the module {module['name']}, of which the stand-in has Debian's package", file=sys.stderr)
    content["modules"] = [
        with_full_paths(module, manifest.parent) for module in content["modules"] if is_local(module)
    ]
    out.write_text(json.dumps(content, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
