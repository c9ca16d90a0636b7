# SPDX-License-Identifier: GPL-3.0-or-later
from checks import check, main
from sidekick import running
from window import until


def focused(program):
    return next((node for node in program.tree.everything() if node.has("focused")), None)


def open_first(program):
    """Opens the first card there is, once the window rests; its name and the name of its tool."""
    program.window.settle()
    card = program.tree.find("table cell")
    name = card.name
    card.click()
    heading = program.tree.find("heading")
    assert name.startswith(heading.name), (name, heading.name)
    return name


def is_back_at(program, name):
    """Whether the focus is on that card again."""
    until(f"the focus on {name}", lambda: (node := focused(program)) and node.name == name)


@check
def from_typing_to_a_tool_and_back():
    with running() as program:
        program.tree.says("493 tools")
        program.window.type("privacy")
        program.tree.find("radio button", "12–14").press()
        program.tree.find("button", "Language…").press()
        program.tree.find("check box", "Dutch, …").press()
        program.tree.find("button", "Remove the filter…")
        name = open_first(program)
        program.window.keys("alt+Left")
        is_back_at(program, name)
        assert program.tree.find("entry").text == "privacy"


@check
def escape_leads_back_too():
    with running() as program:
        program.tree.says("493 tools")
        name = open_first(program)
        program.window.keys("Escape")
        is_back_at(program, name)


@check
def a_theme_leads_to_all_of_its_tools():
    with running() as program:
        program.tree.says("493 tools")
        program.tree.find("check box", "Gaming, …").press()
        found = program.tree.find("check box", "Gaming, …").name.removeprefix("Gaming, ")
        program.window.type("e")
        open_first(program)
        program.tree.find("button", "Gaming").press()
        program.tree.find("label", found)
        assert program.tree.find("entry").text == ""


@check
def control_f_searches_from_a_tool():
    with running() as program:
        program.tree.says("493 tools")
        open_first(program)
        program.window.keys("ctrl+f")
        until("the search to have the focus", lambda: (node := focused(program)) and node.role == "entry")


main()
