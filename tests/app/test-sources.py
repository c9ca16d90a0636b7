# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import tempfile

from checks import check, main
from feeds import feed, record
from nginx import Nginx
from sidekick import running
from window import until

STARTER = "Sidekick starter catalogue"
# Where the handle of a row is.
HANDLE = 22
# A name that no server has, whoever answers for names here (RFC 6761).
NOWHERE = "http://sidekick.invalid/feed.json"


def preferences(program):
    program.window.keys("ctrl+comma")
    return program.tree.find("dialog", "Preferences")


def sources(dialog):
    """The names of the sources in their order."""
    return [item.name for item in dialog.find("list", "Sources").children() if item.role == "list item"]


def try_to_add(program, address):
    preferences(program).find("button", "Add a Source…").press()
    dialog = program.tree.find("dialog", "Add a Source")
    dialog.find("text", "Address").write(address)
    dialog.find("button", "Add").press()
    return dialog


def add(program, address):
    try_to_add(program, address)
    program.tree.gone("dialog", "Add a Source")


def choose(program, source, item):
    """Opens a source's menu in the preferences and presses an item."""
    program.tree.find("toggle button", f"Menu of {source}").press()
    program.tree.find("menu item", item).press()


def close_dialog(program, name):
    program.window.keys("Escape")
    program.tree.gone("dialog", name)


def holds(program, expected):
    """Waits until the catalogue holds so many tools, as another program counts them."""
    command = [os.environ["SK_CTL"], "--data-dir", program.folder, "--json", "status"]

    def count():
        return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["resources"]

    until(f"{expected} tools, not {count()}", lambda: count() == expected)


@check
def the_starter_is_a_source():
    with running() as program:
        dialog = preferences(program)
        until("the starter to be listed", lambda: sources(dialog) == [STARTER])
        dialog.says("Came with Sidekick. 493 tools.")


@check
def a_feed_is_added_by_its_address():
    with Nginx() as server, running() as program:
        url = server.publish("feed.json", feed(record("one"), record("two"), name="Tools of a school"))
        add(program, url)
        program.tree.find("list item", "Tools of a school").says("2 tools, signature not checked.")
        close_dialog(program, "Preferences")
        program.tree.says("Updated today, ")
        holds(program, 495)


@check
def what_is_no_address_is_not_added():
    with running() as program:
        dialog = try_to_add(program, "gopher://example.org/feed")
        dialog.says("“gopher://example.org/feed” is not the address of a catalogue")
        close_dialog(program, "Add a Source")
        dialog = program.tree.find("dialog", "Preferences")
        until("the starter to be alone", lambda: sources(dialog) == [STARTER])


@check
def a_source_is_added_once():
    with Nginx() as server, running() as program:
        url = server.publish("feed.json", feed(record("one"), name="Tools of a school"))
        add(program, url)
        program.tree.find("list item", "Tools of a school")
        close_dialog(program, "Preferences")
        try_to_add(program, url).says("This source is in the list already.")


@check
def an_answer_that_is_no_feed_is_explained():
    with Nginx() as server, running() as program:
        add(program, server.publish("feed.json", "Log in to this hotel"))
        program.tree.says("Not updated.")
        holds(program, 493)


@check
def a_source_that_is_removed_takes_its_tools_along():
    with Nginx() as server, running() as program:
        add(program, server.publish("feed.json", feed(record("one"), name="Tools of a school")))
        program.tree.find("list item", "Tools of a school").says("1 tool, ")
        choose(program, "Tools of a school", "Remove…")
        program.tree.says("Remove the Source?")
        program.tree.find("button", "Remove").press()
        program.tree.gone("list item", "Tools of a school")
        holds(program, 493)


@check
def a_source_is_moved_by_menu_and_by_keyboard():
    with Nginx() as server, running() as program:
        add(program, server.publish("feed.json", feed(record("one"), name="Tools of a school")))
        program.tree.find("list item", "Tools of a school").says("1 tool, ")
        dialog = program.tree.find("dialog", "Preferences")
        choose(program, "Tools of a school", "Move Up")
        until("it to be first", lambda: sources(dialog) == ["Tools of a school", STARTER])
        until("it to have the focus", lambda: dialog.find("list item", "Tools of a school").has("focused"))
        program.window.keys("alt+Down")
        until("it to be last", lambda: sources(dialog) == [STARTER, "Tools of a school"])


@check
def a_source_is_dragged_by_its_handle():
    with Nginx() as server, running() as program:
        add(program, server.publish("feed.json", feed(record("one"), name="Tools of a school")))
        program.tree.find("list item", "Tools of a school").says("1 tool, ")
        program.window.settle()
        dialog = program.tree.find("dialog", "Preferences")
        left, top, _width, height = dialog.find("list item", "Tools of a school").place
        program.window.drag((left + HANDLE, top + height // 2), (left + HANDLE, top - height // 2))
        until("it to be first", lambda: sources(dialog) == ["Tools of a school", STARTER])


@check
def what_was_not_updated_for_a_day_is_updated_by_itself():
    with Nginx() as server, tempfile.TemporaryDirectory() as folder:
        url = f"http://127.0.0.1:{server.port}/feed.json"
        command = [os.environ["SK_CTL"], "--data-dir", folder, "--quiet", "sync", url]
        assert subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 1
        server.publish("feed.json", feed(record("one"), name="Tools of a school"))
        # This monitor takes a network for granted.
        with running(folder=folder, environment={"GIO_USE_NETWORK_MONITOR": "base"}) as program:
            program.tree.says("Updated today, ")
            holds(program, 494)


@check
def without_a_network_everything_is_still_there():
    with Nginx() as server, running() as program:
        add(program, server.publish("feed.json", feed(record("one"), name="Tools of a school")))
        program.tree.find("list item", "Tools of a school").says("1 tool, ")
        close_dialog(program, "Preferences")
        add(program, NOWHERE)
        close_dialog(program, "Preferences")
        program.tree.says("You can still search and read all 494 tools.")
        program.tree.says("Offline, catalogue of today, ")
        holds(program, 494)
        server.stop()
        program.tree.find("button", "Try Again").press()
        program.tree.says("2 sources not updated")


main()
