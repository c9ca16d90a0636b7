# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a picture of every state of Sidekick's window, and of every sheet: OUTDIR [--only WORD].

Each is STATE-LANGUAGE-WIDTH-SCHEME.png, or SHEET-LANGUAGE-PAGE.png; index.html shows them all.
"""

import argparse
import concurrent.futures
import contextlib
import html
import os
import pathlib
import subprocess
import sys
import tempfile

import gallery_browse
import gallery_plan
import gallery_sheets
from gallery_state import LOOKS, SIZES, Tree
from sidekick import skip_group
from window import LANGUAGES, PREFIX, Window, WindowError, on_a_display

JOBS = 2
STATES = [*gallery_browse.STATES, *gallery_plan.STATES]


def picture_name(state, language, width, scheme):
    return f"{state.name}-{language}-{width}-{scheme}.png"


def draw(state, language, scheme, out):
    """One start of the program: one state at every width, the widest first."""
    with contextlib.ExitStack() as stack:
        arguments = list(state.arguments)
        if "--data-dir" not in arguments:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            if not state.first:
                skip_group(folder)
            if state.prepare:
                state.prepare(pathlib.Path(folder), language)
            arguments += ["--data-dir", folder]
        if state.before:
            command = [PREFIX / "bin" / "sidekickctl", *arguments, "--quiet", *state.before]
            subprocess.run(command, check=False)
        window = stack.enter_context(Window(language, look=LOOKS[scheme], arguments=arguments))
        window.resize(*state.sizes[0])
        Tree(window).wait_for_catalogue()
        window.settle()
        stack.enter_context(state.reach(window) or contextlib.nullcontext())
        for width, height in state.sizes:
            # What is carried would be lost.
            if window.size != (width, height):
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


def write_index(states, sheets, out):
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
        for scheme in state.schemes:
            for language in LANGUAGES:
                parts.extend(figure(picture_name(state, language, width, scheme)) for width, _height in state.sizes)
    for sheet in sheets:
        parts.append(f"<h2>{html.escape(sheet.name)}</h2>")
        parts.extend(map(figure, gallery_sheets.pictures(sheet, out)))
    (out / "index.html").write_text("\n".join(parts), encoding="utf-8")


def named(all_of_them, word):
    return [one for one in all_of_them if word in one.name]


def parse():
    parser = argparse.ArgumentParser(prog="./dev gallery", description="Makes a picture of every state.")
    parser.add_argument("out", metavar="OUTDIR", type=pathlib.Path)
    parser.add_argument("--only", metavar="WORD", default="", help="only the states and sheets with WORD in the name")
    parser.add_argument("--lang", choices=LANGUAGES, help="only in this language")
    parser.add_argument("--here", nargs=2, metavar=("LANGUAGE", "SCHEME"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not named([*STATES, *gallery_sheets.SHEETS], options.only):
        names = " ".join(one.name for one in [*STATES, *gallery_sheets.SHEETS])
        parser.error(f"nothing has “{options.only}” in its name; there are: {names}")
    return options


def draw_here(options):
    try:
        draw(next(state for state in STATES if state.name == options.only), *options.here, options.out)
    except WindowError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def draw_all(options):
    out = options.out.absolute()
    os.makedirs(out, exist_ok=True)
    states, sheets = named(STATES, options.only), named(gallery_sheets.SHEETS, options.only)
    languages = [options.lang] if options.lang else LANGUAGES
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        jobs = [
            pool.submit(draw_elsewhere, state, language, scheme, out)
            for state in states for scheme in state.schemes for language in languages
        ]
        jobs += [
            pool.submit(gallery_sheets.draw, sheet, language, out) for sheet in sheets for language in languages
        ]
        results = [job.result() for job in jobs]
    write_index(states, sheets, out)
    problems = [problem for problem in results if problem]
    for problem in problems:
        print(f"✗ {problem}", file=sys.stderr)
    print(f"{out / 'index.html'}: {len(results) - len(problems)} of {len(results)} series of pictures", file=sys.stderr)
    return 1 if problems else 0


def main():
    options = parse()
    return draw_here(options) if options.here else draw_all(options)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
