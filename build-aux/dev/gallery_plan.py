# SPDX-License-Identifier: GPL-3.0-or-later
"""The states of the planner."""

import json
import pathlib

# It finds the modules of the tests.
from gallery_state import ALL_SCHEMES, MIDDLE, NARROW, WIDE, State, Tree, each, keys, press
import sessions
from window import until

# The session that speaks a language.
SESSIONS = {
    "nl": "safer-internet-day-5b",
    "fr": "safer-internet-day-5eb",
    "de": "safer-internet-day-5-klasse",
    "en": "safer-internet-day-year-5",
}
# The one that has a fixed time, minutes too many, a gap and groups.
FULL = "safer-internet-day-5b"
QUIZ = "MediaMasters"
CHECK = "Check, check, dubbelcheck op internet"
DEBRIEF = "Nabespreking: bij wie kan ik terecht?"


def put_all(folder, _language):
    sessions.put(folder)


def put_one(folder, language):
    sessions.put(folder, SESSIONS[language])


def edit(folder, name, change):
    """Writes a session that is not quite as the one of the tests."""
    path, = sessions.put(folder, name)
    session = json.loads(path.read_text(encoding="utf-8"))
    change(session)
    path.write_text(json.dumps(session), encoding="utf-8")


def put_newer(folder, language):
    edit(folder, SESSIONS[language], lambda session: session.update(version=99))


def put_too_long(folder, language):
    def lengthen(session):
        for number, block in enumerate(session["blocks"]):
            block["goal"] = " ".join(str(n * n * 7919 % 99991) for n in range(number * 99, number * 99 + 99))

    edit(folder, SESSIONS[language], lengthen)


def put_older(folder, language):
    """Sessions whose tools were other ones when they were planned."""

    def age(session):
        for block in session["blocks"]:
            if block["kind"] == "tool":
                words = block["record"]["description"]
                text = words if isinstance(words, str) else next(iter(words.values()))
                block["record"] |= {"description": f"PowerPoint {text.partition(' ')[2]}", "timeRequired": "PT15M"}

    edit(folder, SESSIONS[language], age)


def put_archived(folder, language):
    sessions.put(folder)
    edit(folder, SESSIONS[language], lambda session: session.update(archived=True))


def put_one_done(folder, language):
    """One to compose for a group that did a tool of its plan before."""
    sessions.put(folder, SESSIONS[language])
    edit(folder, "mediamasters-6a", lambda session: session["group"].update(name=group_of(language)))


def group_of(language):
    return sessions.load(SESSIONS[language])["group"]["name"]


def plan(*steps, name=None):
    """Reaches the session in the language of the window, or a given one, and goes on from there."""

    def open_session(window):
        # Where the list is beside the session.
        window.resize(*WIDE)
        window.keys("alt+2")
        window.settle()
        title = sessions.load(name or SESSIONS[window.language])["title"]
        Tree(window).find("list item", f"{title}, …").click()

    return each(open_session, *steps)


def choose(title):
    """Chooses a block, or a lane."""

    def reach(window):
        left, top, _width, _height = Tree(window).find("list item", f"{title}, …").place
        window.click(left + 20, top + 12)

    return reach


def resize(width, height):
    return lambda window: window.resize(width, height)


def open_sheet(page):
    """The sheet of a narrow window, at one of its pages."""

    def reach(window):
        tree = Tree(window)
        width, height = window.size
        window.click(width // 2, height - 20)
        window.settle()
        tree.find("page tab", window.translate(page)).press()

    return each(resize(*NARROW), reach)


def carry(window):
    """Takes a block along, and keeps hold of it."""
    tree = Tree(window)
    middles = []
    for title, down in ((QUIZ, 0.5), (DEBRIEF, 0.1)):
        left, top, width, height = tree.find("list item", f"{title}, …").place
        middles.append((left + width // 2, top + round(height * down)))
    return window.carrying(*middles)


def see_files(window):
    """The end of what is shared, which is longer than the window."""
    width, height = window.size
    window.scroll(width // 2, height // 2, 40)


def write_minutes(minutes):
    def reach(window):
        dialog = Tree(window).find("dialog", window.translate("Compose a Session"))
        dialog.find("spin button", window.translate("Minutes")).click()
        window.keys("ctrl+a")
        window.type(str(minutes))
        window.keys("Tab")

    return reach


def wait_for_proposals(window):
    Tree(window).gone("progress bar", window.translate("Looking for plans…"))


def print_sheet(sheet):
    return press("radio button", f"sheet of paper\x04{sheet}")


def choose_second_language(window):
    """Dutch, or beside Dutch what comes after it."""
    Tree(window).find("combo box", window.translate("Beside It")).click()
    window.settle()
    window.keys(*(["Down"] * (2 if window.language == "nl" else 1)), "Return")


def delete(window):
    window.keys("Menu")
    press("menu item", "_Delete")(window)


def paste_link(window):
    keys("alt+2")(window)
    press("button", "Paste a Session Link…")(window)


def look_for(text):
    def reach(window):
        window.keys("alt+2", "ctrl+f")
        window.settle()
        window.type(text)

    return reach


def unfold_archive(window):
    window.keys("alt+2")
    tree = Tree(window)
    words = window.translate("%u archived session").partition("%u")[2]
    until("the archive", lambda: [each for each in tree.all("toggle button") if words in each.name])[0].press()


def menu(words):
    return each(press("toggle button", "Session Menu"), press("menu item", words))


def planner(name, *steps, prepare=put_all, session=None, **options):
    return State(name, prepare=prepare, reach=plan(*steps, name=session), **options)


# The first page of the dialog is all that a narrow window shows of it.
COMPOSE = menu("_Compose the Whole Session…")
SHOW = press("button", "_Show Proposals")
PRINT = keys("ctrl+p")

STATES = [
    State("no-sessions", reach=keys("alt+2")),
    State("session-link", reach=paste_link),
    State("new-session", prepare=put_all, reach=each(keys("alt+2"), press("toggle button", "Other Ways to Begin")), sizes=[WIDE]),
    State("sessions-found", prepare=put_all, reach=look_for("safer"), sizes=[WIDE]),
    State("sessions-archived", prepare=put_archived, reach=unfold_archive, sizes=[WIDE]),
    planner("sessions", resize(*NARROW), keys("alt+Left"), sizes=[NARROW]),
    planner("sessions-menu", keys("Menu"), sizes=[WIDE]),
    planner("sessions-undo", delete, sizes=[WIDE]),
    planner("session", schemes=ALL_SCHEMES),
    planner("session-menu", press("toggle button", "Session Menu"), sizes=[WIDE]),
    planner("session-details", menu("_Details…")),
    planner("session-versions", choose(QUIZ), keys("plus"), menu("_Earlier Versions…"), session=FULL),
    planner("session-newer", prepare=put_newer),
    planner("timeline", session=FULL, schemes=ALL_SCHEMES),
    planner("timeline-drag", carry, session=FULL, sizes=[WIDE], schemes=ALL_SCHEMES),
    planner("timeline-solve", press("toggle button", "_Solve"), session=FULL, sizes=[WIDE, MIDDLE]),
    planner("timeline-gap", press("toggle button", "_Block"), session=FULL, sizes=[WIDE]),
    planner("timeline-menu", choose(QUIZ), keys("Menu"), session=FULL, sizes=[WIDE]),
    planner("timeline-edit", choose(QUIZ), keys("F2"), session=FULL),
    planner("block", choose(CHECK), keys("Return"), session=FULL, sizes=[WIDE]),
    planner("block-groups", choose("In twee groepen"), keys("Return"), session=FULL, sizes=[WIDE]),
    planner("block-own", choose(DEBRIEF), keys("Return"), session=FULL, sizes=[WIDE]),
    planner("blocks", choose(CHECK), keys("Return", "ctrl+a"), session=FULL, sizes=[WIDE]),
    planner("swap", choose(CHECK), keys("Return"), press("button", "_Swap…"), session=FULL, sizes=[WIDE]),
    planner("pane-narrow", open_sheet("Proposals"), session=FULL, sizes=[NARROW]),
    planner("block-narrow", choose(CHECK), open_sheet("Block"), session=FULL, sizes=[NARROW]),
    planner("balance-narrow", open_sheet("Balance"), session=FULL, sizes=[NARROW]),
    planner("compose", COMPOSE, wait_for_proposals, prepare=put_one_done, schemes=ALL_SCHEMES),
    planner("compose-proposals", resize(*MIDDLE), COMPOSE, SHOW, wait_for_proposals, sizes=[MIDDLE, NARROW]),
    planner("compose-nothing", COMPOSE, write_minutes(6), schemes=ALL_SCHEMES, sizes=[WIDE]),
    planner("compose-nothing-narrow", resize(*MIDDLE), COMPOSE, write_minutes(6), SHOW, sizes=[MIDDLE, NARROW]),
    planner("changes-banner", prepare=put_older),
    planner("changes", press("button", "_Show"), prepare=put_older),
    planner("share", press("button", "Share…")),
    planner("share-files", press("button", "Share…"), see_files, sizes=[WIDE]),
    planner("share-too-long", press("button", "Share…"), prepare=put_too_long),
    planner("print-leader", PRINT),
    planner("print-wall", PRINT, print_sheet("Wall")),
    planner("print-family", PRINT, print_sheet("Home")),
    planner("print-large", PRINT, press("check box", "Large Print"), sizes=[WIDE]),
    planner("print-languages", PRINT, choose_second_language, sizes=[WIDE]),
]
