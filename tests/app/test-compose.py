# SPDX-License-Identifier: GPL-3.0-or-later
"""A session composed in the window: three proposals to choose from, and what becomes of the file."""

import json
import pathlib
import re
import tempfile

import sessions
import sidekick
from checks import check, main
from planning import open_session, planning
from sidekick import running
from window import until

DUTCH = "safer-internet-day-5b"
GERMAN = "safer-internet-day-5-klasse"
ENGLISH = "safer-internet-day-year-5"
DONE = "mediamasters-6a"


def open_dialog(program):
    program.tree.wait_for_catalogue()
    program.tree.find("button", program.words("_Compose the Whole Session…").replace("_", "")).press()
    return program.tree.find("dialog", program.words("Compose a Session"))


def compose(plan):
    """Opens the dialog, and waits until there are proposals."""
    open_dialog(plan.program)
    return cards(plan.program)


def cards(program):
    """What the proposals say of themselves, once there are some."""
    return until("proposals", lambda: names(program))


def names(program):
    return [name for name in program.tree.names("radio button") if "/" not in name and name.count(",") >= 4]


def chosen(program):
    return [node.name for node in program.tree.all("radio button", "…")
            if node.name.count(",") >= 4 and node.has("checked")]


def use(program):
    program.tree.find("button", program.words("_Use").replace("_", "")).press()


def minutes(blocks):
    return sum(block["minutes"] for block in blocks)


def proposals_are_used_and_taken_back(session, language):
    with planning(session, language=language) as plan:
        before = plan.blocks()
        found = compose(plan)
        assert 1 <= len(found) <= 3 and len(set(found)) == len(found), found
        use(plan.program)
        until("other blocks", lambda: plan.blocks() != before)
        blocks = plan.blocks()
        assert blocks[0]["kind"] == "welcome" and blocks[-1]["kind"] == "debrief", blocks
        assert all(block["reasons"] for block in blocks), blocks
        assert all("record" in block for block in blocks if block["kind"] == "tool"), blocks
        assert minutes(blocks) == 50
        plan.keys("ctrl+z")
        until("all as it was", lambda: plan.blocks() == before)


def ask_for(program, dialog, minutes):
    """Says how many minutes there are, as one does with the keyboard."""
    dialog.find("spin button", program.words("Minutes")).click()
    program.window.keys("ctrl+a")
    program.window.type(str(minutes))
    program.window.keys("Tab")


@check
def in_dutch_a_proposal_is_used_and_taken_back():
    proposals_are_used_and_taken_back(DUTCH, "nl")


@check
def in_german_a_proposal_is_used_and_taken_back():
    proposals_are_used_and_taken_back(GERMAN, "de")


@check
def where_nothing_fits_one_press_asks_for_what_does():
    for session, language in ((ENGLISH, "en"), (DUTCH, "nl")):
        with planning(session, language=language) as plan:
            program = plan.program
            dialog = open_dialog(program)
            cards(program)
            ask_for(program, dialog, 6)
            dialog.says(program.words("Nothing Fits"))
            use_it = dialog.find("button", program.words("_Use").replace("_", ""))
            assert not use_it.has("sensitive")
            # "Make It 10 Minutes"
            relax = until("the way out", lambda dialog=dialog: [
                button for button in dialog.all("button") if re.search(r"\d+", button.name)])[0]
            enough = int(re.search(r"\d+", relax.name)[0])
            assert enough > 6, relax.name
            relax.press()
            assert cards(program)
            until("its being on", lambda use_it=use_it: use_it.has("sensitive"))
            use(program)
            until(f"a plan of {enough} minutes", lambda plan=plan, enough=enough: minutes(plan.blocks()) == enough)


def put_group(folder, name, group):
    """Says that a session of before was with that group."""
    path, = sessions.put(folder, name)
    session = json.loads(path.read_text(encoding="utf-8"))
    session["group"]["name"] = group
    path.write_text(json.dumps(session), encoding="utf-8")


@check
def what_was_done_before_is_left_out_until_it_is_allowed():
    tool = "MediaMasters"
    for language in ("en", "fr"):
        with tempfile.TemporaryDirectory(prefix="sidekick-") as folder:
            put_group(folder, DONE, sessions.load(DUTCH)["group"]["name"])
            sessions.put(pathlib.Path(folder), DUTCH)
            with running(language, folder=folder) as program:
                open_session(program, sessions.load(DUTCH)["title"])
                dialog = open_dialog(program)
                cards(program)
                dialog.says(program.words("Not Once More"))
                left_out = f"{tool} ({program.words('not once more')})"
                dialog.says(left_out)
                chip = dialog.find("button", f"{tool}, …")
                assert chip.description == program.words("Allow “%s” once more").replace("%s", tool)
                chip.press()
                dialog.gone("label", program.words("Not Once More"))
                until("it no longer to be left out", lambda dialog=dialog, left_out=left_out: not [
                    label for label in dialog.all("label") if left_out in label.text])


@check
def a_new_session_is_composed_from_the_list():
    for language in ("en", "de"):
        with sidekick.planning(language, names=(ENGLISH,)) as program:
            program.tree.find("toggle button", program.words("Other Ways to Begin")).press()
            program.tree.find("menu item", program.words("_Compose…").replace("_", "")).press()
            program.tree.find("dialog", program.words("Compose a Session"))
            assert cards(program)
            use(program)
            program.tree.gone("dialog", program.words("Compose a Session"))
            folder = program.folder / "sessions"
            found = until("a second session", lambda: len(list(folder.glob("*.sidekick"))) == 2 and [
                path for path in folder.glob("*.sidekick") if path != sessions.path_of(program.folder, ENGLISH)])
            session = json.loads(found[0].read_text(encoding="utf-8"))
            assert session["title"] == program.words("Safer Internet Day"), session["title"]
            assert minutes(session["blocks"]) == 50, session["blocks"]
            program.tree.find("list item", f"{session['title']}, …")
            first = session["blocks"][1]["title"]
            program.tree.find("list item", f"{first}, …")


main()
