# SPDX-License-Identifier: GPL-3.0-or-later
from browsing import ask, begins_with, cards, choose, exploring, filtered, shows, unfold
from checks import check, main
from window import until


@check
def typing_anywhere_searches():
    with exploring() as program:
        shows(program, 493)
        program.window.type("priva")
        found = ask(program.folder, "priva")
        shows(program, found["count"])
        begins_with(program, found["results"][0]["name"])

        program.window.type("xyzzy")
        shows(program, 0)
        program.window.keys("Escape")
        shows(program, 493)
        until("cards", lambda: len(cards(program)) > 5)


@check
def a_slip_is_repaired_and_said():
    with exploring() as program:
        heard = program.tree.listen()
        found = ask(program.folder, "cyberpesten")
        program.window.type("cyberpesetn")
        shows(program, found["count"])
        program.tree.says("Nothing for “cyberpesetn”, showing “cyberpesten”")
        begins_with(program, found["results"][0]["name"])
        heard.wait_for(f"Nothing for “cyberpesetn”, showing “cyberpesten”. {found['count']} tools")

        program.window.keys("Escape")
        shows(program, 493)
        program.tree.gone("label", "Nothing for…")


@check
def an_age_and_a_language_leave_what_the_command_line_finds():
    with exploring() as program:
        age = ("--age", "9-11")
        choose(program, "9–11")
        shows(program, ask(program.folder, *age)["count"])
        unfold(program, "Language")
        choose(program, "Dutch")
        dutch = ask(program.folder, *age, "--language", "nl")["count"]
        shows(program, dutch)

        every = ask(program.folder, *age)["count"]
        program.tree.find("button", f"{every - dutch} more in other languages").press()
        shows(program, every)
        filtered(program, "9–11 years")


@check
def what_nobody_states_is_offered():
    with exploring() as program:
        choose(program, "9–11")
        stated = ask(program.folder, "--age", "9-11")["count"]
        both = ask(program.folder, "--age", "9-11", "--age", "none")["count"]
        program.tree.find("button", f"{both - stated} more without a stated age").press()
        shows(program, both)
        program.tree.gone("button", "…more without a stated age")
        program.tree.find("button", "Remove the filter “Age: not stated”").press()
        shows(program, stated)


main()
