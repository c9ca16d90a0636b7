# SPDX-License-Identifier: GPL-3.0-or-later
"""Each family of themes has its colours in every style, and they can be read (WCAG 2.2)."""

import json
import re

import house

RULE = re.compile(r"^\.family-(\w+) \{([^}]*)\}", re.MULTILINE)
COLOUR = re.compile(r"--sk-([a-z-]+): (#[0-9a-f]{6});")

# The style sheets that libadwaita loads over each other, the ground that icons lie on, and the
# least contrast of text and icons.
STYLES = {
    "light": (["style"], "#ebebed", 5.0),
    "dark": (["style", "style-dark"], "#2e2e32", 5.0),
    "high contrast": (["style", "style-hc"], "#ebebed", 7.0),
    "dark high contrast": (["style", "style-dark", "style-hc", "style-hc-dark"], "#2e2e32", 7.0),
}


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def read(root, sheets):
    families = {}
    for sheet in sheets:
        for name, body in RULE.findall(house.text(root / "src" / "app" / f"{sheet}.css")):
            families.setdefault(name, {}).update(COLOUR.findall(body))
    return families


def check(root):
    scheme = json.loads(house.text(root / "data" / "vocabularies" / "themes.json"))
    names = [family["notation"] for family in scheme["collections"]]
    for style, (sheets, ground, least) in STYLES.items():
        families = read(root, sheets)
        for name in names:
            colours = families.get(name, {})
            if set(colours) != {"family", "icon", "tag-bg", "tag-fg"}:
                yield f"{style}: {name} has {sorted(colours)}"
                continue
            for what, one, other in (
                ("tag", colours["tag-fg"], colours["tag-bg"]),
                ("icon", colours["icon"], ground),
            ):
                if contrast(one, other) < least:
                    yield f"{style}: {name}'s {what} has {contrast(one, other):.2f}:1, below {least}:1"


def tree(light, high="#000000"):
    """A tree of one family."""
    rule = ".family-a {\n  --sk-family: #ffffff;\n  --sk-icon: %s;\n  --sk-tag-bg: #ffffff;\n  --sk-tag-fg: %s;\n}\n"
    made = {f"src/app/{sheet}.css": "" for sheet in ("style-dark", "style-hc-dark")}
    made["src/app/style.css"] = light if "{" in light else rule % (light, light)
    made["src/app/style-hc.css"] = rule % (high, high)
    made["data/vocabularies/themes.json"] = json.dumps({"collections": [{"notation": "a"}]})
    return made


house.run(
    "the families' colours can be read",
    check,
    {
        "a family without colours": (tree(".family-b {\n}\n"), "light: a has []"),
        "a tag that is too faint": (tree("#999999"), "light: a's tag has 2.85:1"),
        "an icon that is too faint": (tree("#999999"), "light: a's icon has"),
        "a high contrast that is none": (tree("#555555", "#666666"), "high contrast: a's tag has 5.74:1"),
    },
)
