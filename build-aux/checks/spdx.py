# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source says under which licence it is, in its first lines."""

import house

SUFFIXES = (".c", ".h", ".py", ".sh", ".blp", ".css", ".svg", ".sql", ".desktop.in", ".metainfo.xml.in")
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
LINES = 5


def check(root):
    for path in house.files(root, *SUFFIXES):
        if LICENCE not in "\n".join(house.text(path).splitlines()[:LINES]):
            yield f"{house.where(root, path)}: no “{LICENCE}” in the first {LINES} lines"


house.run(
    "sources name their licence",
    check,
    {
        "a source without it": ({"src/a.c": "int a;\n"}, "src/a.c"),
        "a source of another licence": ({"src/a.h": "/* SPDX-License-Identifier: MIT */\n"}, "src/a.h"),
        "a licence far below": ({"src/a.py": "\n" * 20 + f"# {LICENCE}\n"}, "src/a.py"),
    },
)
