# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import subprocess
import tempfile

from browsing import cards, focused, show_all
from checks import check, main
from sidekick import running
from window import PATIENCE, PREFIX, until


def opens(program, key, dialog):
    """A key opens a dialog, and Escape closes it."""
    program.window.keys(key)
    program.tree.find("dialog", dialog)
    program.window.keys("Escape")
    program.tree.gone("dialog", dialog)


@check
def keys_open_what_the_list_of_shortcuts_says():
    with running() as program:
        opens(program, "ctrl+comma", "Preferences")
        opens(program, "ctrl+question", "Keyboard Shortcuts")


@check
def the_menu_leads_to_everything():
    with running() as program:
        program.menu("_Preferences")
        program.tree.find("dialog", "Preferences")
        program.window.keys("Escape")
        program.tree.gone("dialog", "Preferences")
        program.menu("_About Sidekick")
        program.tree.says("The Sidekick contributors")


@check
def control_f_goes_to_the_search():
    with running() as program:
        entry = program.tree.find("entry")
        program.window.keys("ctrl+r")
        program.window.keys("ctrl+f")
        until("the search to have the focus", lambda: any(n.has("focused") for n in entry.everything()))


@check
def it_quits_and_leaves_nothing_behind():
    with running() as program:
        program.tree.says("493 tools")
        program.window.keys("ctrl+q")
        assert program.window.program.wait(PATIENCE) == 0


@check
def it_quits_from_a_dialog_too():
    with running() as program:
        program.window.keys("ctrl+comma")
        program.tree.find("dialog", "Preferences")
        program.window.keys("ctrl+q")
        assert program.window.program.wait(PATIENCE) == 0


@check
def it_starts_at_the_first_tool_and_searches_what_is_typed():
    with running() as program:
        show_all(program)
        first_tool = until("cards", lambda: cards(program))[0]
        until("the focus on the first tool", lambda: focused(program) == first_tool)
        program.window.type("privacy")
        entry = program.tree.find("entry")
        until("the text in the search", lambda: entry.text == "privacy")
        program.window.keys("Down")
        until("the focus on the first found", lambda: focused(program) in cards(program)[:1])


@check
def it_keeps_its_size():
    with tempfile.TemporaryDirectory() as config:
        kept = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": config}
        with running(size=(900, 700), environment=kept) as program:
            until("it to have that size", lambda: program.window.measure() == (900, 700))
            program.window.settle()
            program.window.keys("ctrl+w")
            assert program.window.program.wait(PATIENCE) == 0
        with running(size=None, environment=kept) as program:
            until("it to have the size of before", lambda: program.window.measure() == (900, 700))


@check
def another_data_folder_is_another_window():
    with running() as one, tempfile.TemporaryDirectory() as folder:
        one.tree.says("493 tools")
        with running(folder=folder) as other:
            other.tree.says("493 tools")
            assert (pathlib.Path(folder) / "catalogue.db").exists()


@check
def a_folder_that_cannot_be_used_is_explained():
    with running(folder="/dev/null/no <b>where") as program:
        program.tree.says("The Catalogue Cannot Be Opened")
        program.tree.says("The data folder “/dev/null/no <b>where” cannot be used")
        program.window.keys("ctrl+f", "ctrl+r", "ctrl+shift+BackSpace")
        program.tree.find("button", "Try Again").press()
        program.tree.says("The Catalogue Cannot Be Opened")


@check
def it_says_its_version():
    done = subprocess.run([PREFIX / "bin" / "sidekick", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("sidekick 0."), done.stdout


main()
