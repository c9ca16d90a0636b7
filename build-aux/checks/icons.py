# SPDX-License-Identifier: GPL-3.0-or-later
"""Every theme and format has an icon; every icon is packed, and can be recoloured by GTK."""

import json
import re
import xml.etree.ElementTree as xml

import house

FOLDER = "src/app/icons"
SVG = "{http://www.w3.org/2000/svg}"
# GTK recolours the fill of these, and of nothing else.
SHAPES = {SVG + "path", SVG + "rect", SVG + "circle"}


def notations(root, scheme):
    concepts = json.loads(house.text(root / "data" / "vocabularies" / f"{scheme}.json"))["hasTopConcept"]
    return [concept["notation"] for concept in concepts]


def check_shapes(name, path):
    svg = xml.parse(path).getroot()
    if (svg.get("width"), svg.get("height"), svg.get("viewBox")) != ("16", "16", "0 0 16 16"):
        yield f"{name}: not 16×16"
    if svg.get("fill") != "#2e3436":
        yield f"{name}: not filled with #2e3436"
    for shape in svg.iter():
        if shape is not svg and shape.tag not in SHAPES:
            yield f"{name}: has a {shape.tag.removeprefix(SVG)}"
        if {"stroke", "style", "opacity"} & set(shape.keys()):
            yield f"{name}: has a stroke, a style or an opacity"


def check(root):
    needed = {f"sk-theme-{notation}" for notation in notations(root, "themes")}
    needed |= {f"sk-format-{notation}" for notation in notations(root, "formats")}
    needed |= {"sk-theme-other", "sk-format-other"}
    paths = {path.name: path for path in house.files(root, ".svg", under=FOLDER)}
    packed = re.findall(r"actions/([^<]+)</file>", house.text(root / FOLDER / "icons.gresource.xml"))

    yield from (f"{name}: no icon" for name in sorted(needed) if f"{name}-symbolic.svg" not in paths)
    yield from (f"{name}: not packed" for name in sorted(paths) if name not in packed)
    for name, path in paths.items():
        yield from check_shapes(name, path)


def tree(svg, packed="sk-theme-a-symbolic.svg"):
    """The least tree with one theme, and whatever is wrong with its icon."""
    concept = json.dumps({"hasTopConcept": [{"notation": "a"}]})
    made = {
        "data/vocabularies/themes.json": concept,
        "data/vocabularies/formats.json": concept,
        f"{FOLDER}/icons.gresource.xml": f"<file>scalable/actions/{packed}</file>\n",
    }
    if svg is not None:
        made[f"{FOLDER}/scalable/actions/sk-theme-a-symbolic.svg"] = svg
    return made


GOOD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" fill="#2e3436">'
    '<path d="M0 0h1v1z"/></svg>'
)

house.run(
    "themes and formats have their icons",
    check,
    {
        "a theme without an icon": (tree(None), "sk-theme-a: no icon"),
        "an icon that is not packed": (tree(GOOD, "other.svg"), "sk-theme-a-symbolic.svg: not packed"),
        "an icon of another size": (tree(GOOD.replace('width="16"', 'width="24"')), "not 16×16"),
        "an icon of another colour": (tree(GOOD.replace("#2e3436", "red")), "not filled"),
        "a stroke": (tree(GOOD.replace("<path", '<path stroke="red"')), "has a stroke"),
        "a shape GTK does not recolour": (tree(GOOD.replace("<path", "<ellipse")), "has a ellipse"),
    },
)
