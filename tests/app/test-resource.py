# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import subprocess
import tempfile

from browsing import exploring, focus, open_tool, shows
from checks import check, main
from sidekick import running
from window import PREFIX, until

RICH = pathlib.Path(__file__).parent / "rich-tool.json"


def ctl(folder, *arguments):
    command = [PREFIX / "bin" / "sidekickctl", "--data-dir", folder, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def says_all(program, *facts):
    for fact in facts:
        program.tree.says(fact)


@check
def a_tool_of_the_starter_says_all_that_is_known_of_it():
    with exploring() as program:
        open_tool(program, "Hass in der Demokratie begegnen")
        says_all(
            program,
            "Medien in die Schule (FSM, FSF, Google)",
            "12–18 years (estimated)",
            "Lesson, Worksheet",
            "German",
            "Language of this text: German",
            "Vier Module mit Arbeitsblättern",
            "Opens medien-in-die-schule.de in your browser",
            "Hate and radicalisation",
            "Participation and citizenship",
            "School, Youth work",
            "Free",
            "CC BY-SA 4.0",
            "You may share and change it; name the maker and keep the same licence.",
            "9dok.net",
            "Seen in 2015",
            "Sidekick starter catalogue",
            "It needs the internet.",
        )


@check
def an_unknown_licence_is_explained():
    with exploring() as program:
        open_tool(program, "AI for Oceans")
        says_all(program, "Not stated", "Ask the publisher before you copy it.", "60 min", "8 years and older (estimated)")


@check
def a_theme_shows_all_that_is_about_it():
    with exploring() as program:
        open_tool(program, "Hass in der Demokratie begegnen")
        program.tree.find("button", "Hate and radicalisation").press()
        found = json.loads(ctl(program.folder, "search", "--theme", "hate-radicalisation", "--json"))
        program.tree.says(f"{found['count']} tools")
        box = program.tree.find("check box", "Hate and radicalisation, …")
        until("the theme to be checked", lambda: box.has("checked"))


@check
def the_same_tool_in_another_language_is_a_step_away():
    with exploring() as program:
        open_tool(program, "Betternet – ressources")
        focus(program, "Betternet: resources")
        program.window.keys("Return")
        program.tree.find("heading", "Betternet: resources")


def related(program):
    return program.tree.find("table", "Goes with This").names("table cell")


@check
def what_goes_with_a_tool_is_a_step_away():
    with exploring() as program:
        open_tool(program, "Hass in der Demokratie begegnen")
        cards = until("three cards", lambda: len(found := related(program)) == 3 and found)
        focus(program, cards[0])
        program.window.keys("Return")
        program.tree.gone("heading", "Hass in der Demokratie begegnen")
        program.tree.find("heading", "What It Is")


@check
def a_tool_with_every_fact_says_them_all():
    with tempfile.TemporaryDirectory() as folder:
        ctl(folder, "sync", RICH)
        with running(folder=folder) as program:
            open_tool(program, "Every fact of a tool")
            says_all(
                program,
                "Example school",
                "8–12 years (estimated)",
                "45 min, 20 at least",
                "Dutch, French",
                "Touches on a sensitive subject",
                "Wat deel jij nooit?",
                "Lesbrief",
                "PDF document, 1.2\N{NO-BREAK SPACE}MB",
                "the slides.odp",
                "Parents",
                "A screen or projector",
                "6–24 people",
                "CC BY-NC-SA 4.0",
                "2 March 2017",
                "5 November 2023",
                "pages.example.org",
                "Seen in 2019",
                "Tools with every fact",
            )


@check
def one_goes_back_with_the_keyboard():
    with running() as program:
        open_tool(program, "AI for Oceans")
        program.window.keys("alt+Left")
        program.tree.gone("heading", "AI for Oceans")
        shows(program, 1)


main()
