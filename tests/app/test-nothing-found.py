# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess

from browsing import ask, choose, filtered, focused, show_all, shows, unfold
from checks import check, main
from sidekick import running
from window import until


@check
def nothing_found_names_the_step_that_gives_most():
    with running() as program:
        choose(program, "3–5", "Gaming", "Worksheet")
        unfold(program, "Language")
        choose(program, "Dutch")
        program.tree.says("Nothing matches all 4 filters")
        options = {
            "3–5 years": ["--age", "3-5"],
            "Gaming": ["--theme", "gaming"],
            "Worksheet": ["--format", "worksheet"],
            "Dutch": ["--language", "nl"],
        }
        gives = {}
        for absent in options:
            left = [word for name, words in options.items() if name != absent for word in words]
            gives[absent] = ask(program.folder, *left)["count"]
        best = max(gives, key=gives.get)
        assert gives[best] > 0, gives

        tools = "tool" if gives[best] == 1 else "tools"
        program.tree.find("button", f"Show {gives[best]} {tools} without “{best}”").press()
        shows(program, gives[best])
        filtered(program, *(name for name in options if name != best))


@check
def a_text_that_the_filters_exclude_is_found_without_them():
    with running() as program:
        choose(program, "3–5", "Gaming")
        program.window.keys("ctrl+f")
        program.window.type("bitesize")
        program.tree.says("Nothing found for “bitesize” with these filters")
        without = ask(program.folder, "bitesize")["count"]
        program.tree.find("button", f"Show {without} tools without the filters").press()
        shows(program, without)
        filtered(program)


@check
def the_best_way_out_has_the_focus_once_nobody_types():
    with running() as program:
        until("the focus on a tool", lambda: focused(program))
        choose(program, "3–5", "Gaming", "Worksheet")
        unfold(program, "Language")
        choose(program, "Dutch")
        program.tree.says("Nothing matches all 4 filters")
        until("the focus on the way out", lambda: (focused(program) or "").startswith("Show "))

        program.window.type("xyzzy")
        program.tree.says("Nothing found for “xyzzy”")
        entry = program.tree.find("entry")
        until("the focus on the search", lambda: focused(program) == entry.name)
        program.window.keys("Tab")
        until("the focus on the way out", lambda: (focused(program) or "").startswith("Show "))


@check
def a_text_that_nothing_has_leads_back_to_everything():
    with running() as program:
        show_all(program)
        shows(program, 493)
        program.window.type("xyzzy")
        program.tree.says("Nothing found for “xyzzy”")
        program.tree.find("button", "Show all 493 tools").press()
        shows(program, 493)


@check
def an_empty_catalogue_says_what_to_do():
    with running() as other:
        folder = os.path.join(other.folder, "nothing")
        command = [os.environ["SK_CTL"], "--data-dir", folder, "--no-starter", "status"]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        with running(folder=folder) as program:
            program.tree.says("No Tools Yet")
            program.tree.find("button", "Preferences").press()
            program.tree.find("dialog", "Preferences")


main()
