# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a picture of every state of Sidekick's window: OUTDIR [--only WORD].

Each is STATE-LANGUAGE-WIDTH-SCHEME.png; index.html shows them all.
"""

import argparse
import concurrent.futures
import dataclasses
import html
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence

from window import LANGUAGES, PREFIX, Window, WindowError, on_a_display

TESTS = pathlib.Path(__file__).parents[2] / "tests"
sys.path.extend([str(TESTS / "app"), str(TESTS / "shared")])
import sessions  # noqa: E402
from atspi import Tree  # noqa: E402

SIZES = [(1280, 800), (720, 900), (360, 720)]
SCHEMES = ["light", "dark"]
JOBS = 2


@dataclasses.dataclass
class State:
    """A state of the window, reached from the first one at the first of its sizes."""

    name: str
    arguments: Sequence[str] = ()
    before: Sequence[str] = ()
    """What sidekickctl is told before the window opens."""
    sizes: Sequence[tuple[int, int]] = tuple(SIZES)
    sessions: Sequence[str] = ()
    """Those of tests/shared that are in its data folder."""
    reach: Callable[[Window], None] = lambda window: None


def keys(*names):
    """Reaches a state by pressing keys."""

    def reach(window):
        for name in names:
            window.keys(name)
            window.settle()

    return reach


def add_what_is_no_address(window):
    keys("ctrl+comma")(window)
    tree = Tree(window)
    tree.find("button", window.translate("_Add a Source…").replace("_", "")).press()
    dialog = tree.find("dialog", window.translate("Add a Source"))
    dialog.find("text").write("gopher://example.org/")
    window.keys("Return")
    dialog.find("alert")


def concept(window, vocabulary, notation):
    """What a theme or a format is called in the language of the window."""
    path = pathlib.Path(__file__).parents[2] / "data" / "vocabularies" / f"{vocabulary}.json"
    concepts = json.loads(path.read_text(encoding="utf-8"))["hasTopConcept"]
    return next(one["prefLabel"][window.language] for one in concepts if one["notation"] == notation)


def choose(ages, *themes, text=""):
    """Reaches a state by filters, and a text."""

    def reach(window):
        tree = Tree(window)
        tree.find("radio button", ages).press()
        for theme in themes:
            tree.find("check box", f"{concept(window, 'themes', theme)}, …").press()
        window.type(text)

    return reach


def open_sheet(window):
    tree = Tree(window)
    tree.find("button", f"{window.translate('Filters')} …").press()
    tree.find("radio button", "9–11").press()
    window.settle()
    tree.find("check box", f"{concept(window, 'themes', 'privacy')}, …").press()


def open_tool(name):
    """Reaches the page of a tool."""

    def reach(window):
        window.type(name)
        window.settle()
        keys("Return", "Return")(window)

    return reach


def unfold_facets(window):
    """Folds the themes and formats, and unfolds the length and the language."""
    for heading in ("Theme", "Format", "Length", "Language"):
        name = window.translate(f"facet\x04{heading}").rpartition("\x04")[2]
        Tree(window).find("button", f"{name}…").press()
        window.settle()


# The session that speaks a language.
SESSIONS = {
    "nl": "safer-internet-day-5b",
    "fr": "safer-internet-day-5eb",
    "de": "safer-internet-day-5-klasse",
    "en": "safer-internet-day-year-5",
}


def plan(then=lambda window: None):
    """Reaches the session in the language of the window, and goes on from there."""

    def reach(window):
        tree = Tree(window)
        window.keys("alt+2")
        window.settle()
        title = sessions.load(SESSIONS[window.language])["title"]
        tree.find("list item", f"{title}, …").click()
        window.settle()
        then(window)

    return reach


def press(role, words):
    """Presses what has those words."""
    return lambda window: Tree(window).find(role, window.translate(words).replace("_", "")).press()


def open_details(window):
    press("toggle button", "Session Menu")(window)
    press("menu item", "_Details…")(window)


def paste_link(window):
    keys("alt+2")(window)
    press("button", "Paste a Session Link…")(window)


def open_list(window):
    """The sessions, where there is room for them or for one of them."""
    plan()(window)
    window.resize(360, 720)
    window.settle()
    window.keys("alt+Left")


# A name that no server has (RFC 6761).
NOWHERE = "http://feeds.sidekick.invalid/index.json"

STATES = [
    State("browse"),
    State("search", reach=lambda window: window.type("privacy")),
    State("repaired", reach=lambda window: window.type("cyberpesetn")),
    State("filtered", reach=choose("9–11", "bullying", "privacy")),
    State("nothing-found", reach=choose("3–5", "gaming", text="bitesize")),
    State("resource", reach=open_tool("Hass in der Demokratie begegnen")),
    State("facets", reach=unfold_facets, sizes=[(1280, 800)]),
    State("sheet", reach=open_sheet, sizes=[(360, 720)]),
    State("preferences", before=["sync", NOWHERE], reach=keys("ctrl+comma")),
    State("add-source", reach=add_what_is_no_address),
    State("offline", before=["sync", NOWHERE], reach=keys("ctrl+r")),
    State("shortcuts", reach=keys("ctrl+question")),
    State("no-sessions", reach=keys("alt+2")),
    State("session", sessions=sessions.NAMES, reach=plan()),
    State("session-details", sessions=sessions.NAMES, reach=plan(open_details)),
    State("session-link", reach=paste_link),
    State("sessions", sessions=sessions.NAMES, reach=open_list, sizes=[(360, 720)]),
    State("cannot-open", arguments=["--data-dir", "/dev/null/nowhere"]),
]


def picture_name(state, language, width, scheme):
    return f"{state.name}-{language}-{width}-{scheme}.png"


def arguments_of(state, folder):
    """What the program is told: a folder of its own, where it is to have sessions."""
    if not state.sessions:
        return state.arguments
    sessions.put(folder, *state.sessions)
    return ["--data-dir", folder, *state.arguments]


def draw(state, language, scheme, out):
    """One start of the program: one state at every width, the widest first."""
    if state.before:
        subprocess.run([PREFIX / "bin" / "sidekickctl", "--quiet", *state.before], check=False)
    with tempfile.TemporaryDirectory() as folder, Window(
        language, dark=scheme == "dark", arguments=arguments_of(state, folder)
    ) as window:
        window.resize(*state.sizes[0])
        Tree(window).wait_for_catalogue()
        window.settle()
        state.reach(window)
        for width, height in state.sizes:
            window.resize(width, height)
            window.save(out / picture_name(state, language, width, scheme))


def draw_elsewhere(state, language, scheme, out):
    """The same in a process with a display and a home of its own; what went wrong, or nothing."""
    command = [sys.executable, __file__, str(out), "--only", state.name, "--here", language, scheme]
    width, height = (max(sizes) for sizes in zip(*SIZES))
    done = on_a_display(width, height, command, capture_output=True, text=True)
    if done.returncode == 0:
        print(f"{state.name} {language} {scheme}", file=sys.stderr)
        return None
    return f"{state.name} {language} {scheme}: {(done.stderr + done.stdout).strip()}"


def write_index(states, out):
    def figure(name):
        return (
            f'<figure><a href="{name}"><img src="{name}" alt="" loading="lazy"></a>'
            f"<figcaption>{html.escape(name)}</figcaption></figure>"
        )

    parts = [
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>Sidekick</title><style>",
        "body{font-family:sans-serif;margin:1em;background:#888}figure{display:inline-block;margin:.5em;",
        "vertical-align:top}img{height:20em;border:1px solid #444}h2{margin:1em 0 0}</style>",
    ]
    for state in states:
        parts.append(f"<h2>{html.escape(state.name)}</h2>")
        for scheme in SCHEMES:
            for language in LANGUAGES:
                parts.extend(figure(picture_name(state, language, width, scheme)) for width, _height in state.sizes)
    (out / "index.html").write_text("\n".join(parts), encoding="utf-8")


def parse():
    parser = argparse.ArgumentParser(prog="./dev gallery", description="Makes a picture of every state.")
    parser.add_argument("out", metavar="OUTDIR", type=pathlib.Path)
    parser.add_argument("--only", metavar="WORD", default="", help="only the states whose name has WORD in it")
    parser.add_argument("--here", nargs=2, metavar=("LANGUAGE", "SCHEME"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    states = [state for state in STATES if options.only in state.name]
    if not states:
        parser.error(f"no state has “{options.only}” in its name; there are: {' '.join(s.name for s in STATES)}")
    return options, states


def main():
    options, states = parse()
    if options.here:
        try:
            state = next(state for state in states if state.name == options.only)
            draw(state, *options.here, options.out)
        except WindowError as error:
            print(error, file=sys.stderr)
            return 1
        return 0

    out = options.out.absolute()
    os.makedirs(out, exist_ok=True)
    todo = [(state, language, scheme) for state in states for scheme in SCHEMES for language in LANGUAGES]
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        results = list(pool.map(lambda job: draw_elsewhere(*job, out), todo))
    write_index(states, out)
    problems = [problem for problem in results if problem]
    for problem in problems:
        print(f"✗ {problem}", file=sys.stderr)
    print(f"{out / 'index.html'}: {len(todo) - len(problems)} of {len(todo)} series of pictures", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
