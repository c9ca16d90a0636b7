# SPDX-License-Identifier: GPL-3.0-or-later
"""GNOME Shell asks for tools over the session bus, as it does while one types in the overview."""

import configparser
import contextlib
import json
import os
import pathlib
import subprocess
import types

from atspi import Tree
from checks import check, main
from gi.repository import Gio, GLib
from window import LANGUAGES, until

PROVIDERS = pathlib.Path(os.environ["SK_PREFIX"]) / "share" / "gnome-shell" / "search-providers"
PATIENCE = 60
BUS = Gio.bus_get_sync(Gio.BusType.SESSION)
[DESCRIPTION] = PROVIDERS.glob("*.search-provider.ini")
PARSER = configparser.RawConfigParser()
PARSER.read(DESCRIPTION, encoding="utf-8")
NAME, PATH = PARSER["Shell Search Provider"]["BusName"], PARSER["Shell Search Provider"]["ObjectPath"]
INTERFACE = "org.gnome.Shell.SearchProvider2"


def call(method, signature, *arguments):
    answer = BUS.call_sync(NAME, PATH, INTERFACE, method, GLib.Variant(signature, arguments), None,
                           Gio.DBusCallFlags.NONE, PATIENCE * 1000, None)
    return answer.unpack()[0] if answer.n_children() else None


def ask_bus(method, signature, *arguments):
    return BUS.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                         GLib.Variant(signature, arguments), None, Gio.DBusCallFlags.NONE, -1, None).unpack()


def is_running():
    return ask_bus("NameHasOwner", "(s)", NAME)[0]


def quits():
    until("the program to end, with nothing to do", lambda: not is_running(), PATIENCE)


@contextlib.contextmanager
def speaking(language):
    """The program as the bus starts it in a language."""
    ask_bus("UpdateActivationEnvironment", "(a{ss})", {"LC_ALL": LANGUAGES[language], "LANGUAGE": ""})
    yield
    if is_running():
        BUS.call_sync(NAME, PATH.rsplit("/", 1)[0], "org.gtk.Actions", "Activate",
                      GLib.Variant("(sava{sv})", ("quit", [], {})), None, Gio.DBusCallFlags.NONE, -1, None)
    quits()


def window():
    """The window of the program that the bus started."""
    process = ask_bus("GetConnectionUnixProcessID", "(s)", NAME)[0]
    return Tree(types.SimpleNamespace(program=types.SimpleNamespace(pid=process)))


def ctl(*words):
    done = subprocess.run([os.environ["SK_CTL"], "--json", *words], capture_output=True, check=True)
    return json.loads(done.stdout)


def search(*words):
    return [each["id"] for each in ctl("search", "--limit", "30", *words)["results"]]


def visible():
    """The windows on screen."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "idekick"], capture_output=True,
                           text=True, check=False)
    return found.stdout.split()


@check
def tools_are_found_as_one_types_without_a_window():
    with speaking("nl"):
        first = call("GetInitialResultSet", "(as)", ["medi"])
        assert first == search("medi") and len(first) == 30
        fewer = call("GetSubsearchResultSet", "(asas)", first, ["mediam"])
        assert fewer == search("mediam") and 0 < len(fewer) < 30
        both = call("GetSubsearchResultSet", "(asas)", fewer, ["cyberpesten", "film"])
        assert both == search("cyberpesten", "film")
        assert call("GetInitialResultSet", "(as)", ["zzzzqqqqxxxx"]) == []
        assert visible() == []


def a_tool_with_all():
    """One that states ages, minutes and a publisher."""
    return next(each for each in ctl("search", "--limit", "0")["results"]
                if each["ages"] and each["minutes"] and each["publishers"] and each["minutes"] < 60
                and "-" in each["ages"].strip("-"))


@check
def what_is_found_is_described_in_the_language_of_the_session():
    for language, years in (("nl", "jaar"), ("fr", "ans")):
        with speaking(language):
            call("GetInitialResultSet", "(as)", ["a"])
            tool = a_tool_with_all()
            [meta] = call("GetResultMetas", "(as)", [tool["id"], "urn:not-here"])
            assert meta["id"] == tool["id"] and meta["name"] == tool["name"]
            ages, minutes, publisher = meta["description"].split(" · ", 2)
            assert ages.endswith(years), meta
            assert minutes.startswith(str(tool["minutes"])), meta
            assert publisher == tool["publishers"][0], meta
            assert meta["clipboardText"] == tool["url"]
            icon = Gio.Icon.deserialize(GLib.Variant("(sv)", (meta["icon"][0], GLib.Variant("as", meta["icon"][1]))))
            assert NAME in icon.get_names(), icon.to_string()


@check
def a_newer_question_does_not_wait_for_an_older_one():
    with speaking("en"):
        answers = {}

        def ask(text):
            def note(bus, result):
                answers[text] = bus.call_finish(result).unpack()[0]

            BUS.call(NAME, PATH, INTERFACE, "GetInitialResultSet", GLib.Variant("(as)", ([text],)), None,
                     Gio.DBusCallFlags.NONE, PATIENCE * 1000, None, note)

        texts = ["o", "on", "onl", "onli", "onlin", "online"]
        for text in texts:
            ask(text)

        def all_answered():
            GLib.MainContext.default().iteration(False)
            return len(answers) == len(texts)

        until("six answers", all_answered, PATIENCE)
        assert answers["online"] == search("online")


@check
def a_tool_is_opened_and_then_all_that_was_found():
    with speaking("fr"):
        [tool] = [each for each in ctl("search", "--limit", "0")["results"] if each["id"].endswith("/mediamasters")]
        call("ActivateResult", "(sasu)", tool["id"], ["mediam"], 0)
        until("a window", visible)
        tree = window()
        tree.find("heading", tool["name"])

        call("LaunchSearch", "(asu)", ["cyber", "harcèlement"], 0)
        tree.find("table")
        until("what is searched for", lambda: "cyber harcèlement" in [each.text for each in tree.everything()])
        assert len(visible()) == 1


main()
