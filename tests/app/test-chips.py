# SPDX-License-Identifier: GPL-3.0-or-later
from browsing import ask, choose, exploring, filtered, focus, focused, shows
from checks import check, main
from sidekick import running
from window import until


@check
def chips_take_their_own_filter_away():
    with exploring() as program:
        choose(program, "9–11", "Cyberbullying", "Privacy")
        shows(program, ask(program.folder, "--age", "9-11", "--theme", "bullying", "--theme", "privacy")["count"])
        program.tree.find("button", "Remove the filter “Cyberbullying”").press()
        shows(program, ask(program.folder, "--age", "9-11", "--theme", "privacy")["count"])
        filtered(program, "9–11 years", "Privacy")


@check
def somebody_who_takes_chips_away_by_keyboard_stays_among_them():
    with exploring() as program:
        choose(program, "9–11", "Cyberbullying", "Privacy")
        program.tree.find("button", "Remove the filter “Privacy”")
        focus(program, "Remove the filter “Cyberbullying”", "shift+Tab")
        program.window.keys("space")
        until("the focus on the next chip", lambda: focused(program) == "Remove the filter “Privacy”")
        program.window.keys("space")
        until("the focus on the last chip", lambda: focused(program) == "Remove the filter “9–11 years”")


@check
def escape_leads_back_one_step_at_a_time():
    with exploring() as program:
        choose(program, "9–11", "Privacy")
        program.window.keys("ctrl+f")
        program.window.type("game")
        shows(program, ask(program.folder, "--age", "9-11", "--theme", "privacy", "game")["count"])
        for left in (["--age", "9-11", "--theme", "privacy"], ["--age", "9-11"], []):
            program.window.keys("Escape")
            shows(program, ask(program.folder, *left)["count"])


@check
def clearing_all_filters_can_be_undone():
    with running() as program:
        choose(program, "9–11", "Privacy")
        before = ask(program.folder, "--age", "9-11", "--theme", "privacy")["count"]
        shows(program, before)
        program.window.keys("ctrl+shift+BackSpace")
        undo = program.tree.find("button", "Undo")
        filtered(program)
        undo.press()
        shows(program, before)
        filtered(program, "9–11 years", "Privacy")


main()
