# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the installed Flatpak from within its sandbox and from outside of it.

It runs in a session of its own, whose home folder is empty and is left behind.
"""

import gettext
import json
import os
import pathlib
import subprocess
import sys
import traceback

from session import ENVIRONMENT, Nginx, Window, until

APP = "be.betternet.Sidekick"
SOURCE = pathlib.Path(__file__).resolve().parent.parent
HOME = pathlib.Path.home()
LANGUAGES = {"nl": "nl_BE.UTF-8", "fr": "fr_BE.UTF-8", "de": "de_BE.UTF-8", "en": "en_GB.UTF-8"}
PERMISSIONS = {
    "shared": {"network", "ipc"},
    # Flatpak writes fallback-x11 as x11 too, for versions of itself that do not know it.
    "sockets": {"wayland", "x11", "fallback-x11"},
    "devices": {"dri"},
}

_checks = []


def check(function):
    """Marks a function as a check; its name, read as words, is the check's."""
    _checks.append(function)
    return function


def flatpak(*words, language="en"):
    env = ENVIRONMENT | {"LANG": LANGUAGES[language]}
    return subprocess.run(["flatpak", *words], env=env, capture_output=True, text=True, timeout=60, check=False)


def inside(*command, language="en", options=()):
    """What a command of the sandbox writes; a path between two "@@" is given through the portal."""
    program, *arguments = command
    done = flatpak(
        "run", "--user", "--file-forwarding", f"--command={program}", *options, APP, *arguments, language=language
    )
    assert done.returncode == 0, f"{' '.join(command)}: {done.stdout}{done.stderr}"
    return done.stdout


def ctl(*words):
    return json.loads(inside("sidekickctl", "--json", *words))


def location():
    return pathlib.Path(flatpak("info", "--user", "--show-location", APP).stdout.strip())


def example_feed(name):
    """A feed of one record, which bears the feed's name."""
    return {
        "@context": ["https://schema.org", {"@language": "en"}],
        "type": "DataFeed",
        "name": name,
        "dataFeedElement": [
            {
                "type": "DataFeedItem",
                "item": {
                    "@context": ["https://w3id.org/kim/amb/context.jsonld", {"@language": "en"}],
                    "id": f"https://example.org/tools/{name}",
                    "type": ["LearningResource"],
                    "name": name,
                },
            }
        ],
    }


@check
def it_may_do_what_the_manifest_says_and_no_more():
    words = flatpak("info", "--user", "--show-permissions", APP).stdout
    context = words.partition("[Context]\n")[2].partition("\n[")[0]
    found = dict(line.split("=", 1) for line in context.split() if "=" in line)
    assert {name: set(filter(None, value.split(";"))) for name, value in found.items()} == PERMISSIONS, words


@check
def the_desktop_finds_its_entry_its_icons_and_what_it_is():
    share = location() / "export" / "share"
    for path in (
        f"applications/{APP}.desktop",
        f"metainfo/{APP}.metainfo.xml",
        f"icons/hicolor/scalable/apps/{APP}.svg",
        f"icons/hicolor/symbolic/apps/{APP}-symbolic.svg",
    ):
        assert (share / path).is_file(), path


@check
def the_starter_catalogue_is_there_and_is_searched():
    starter = json.loads((SOURCE / "data" / "catalogue" / "starter.json").read_text(encoding="utf-8"))
    assert ctl("status")["resources"] == len(starter["dataFeedElement"])
    assert ctl("search", "--theme", "bullying")["count"] > 0


@check
def it_speaks_every_language():
    seen = set()
    for language in LANGUAGES:
        strings = gettext.translation("sidekick", location() / "files" / "share" / "locale", [language], fallback=True)
        words = strings.gettext("Last sync: %s\n").partition("%s")[0]
        assert words in inside("sidekickctl", "status", language=language), words
        seen.add(words)
    assert len(seen) == len(LANGUAGES), seen


@check
def nothing_of_the_home_folder_is_seen():
    marker = HOME / "marker-of-the-home-folder"
    marker.write_text("seen", encoding="utf-8")
    assert not inside("sh", "-c", 'find / -name "$1" 2>/dev/null || true', "_", marker.name)
    assert inside("ls", "-A", str(HOME)).split() == [".var"]
    for folder in ("/root", "/home", "/media", "/mnt", "/srv", str(SOURCE), os.environ["FLATPAK_USER_DIR"]):
        listed = inside("sh", "-c", 'ls -A -- "$1" 2>/dev/null || true', "_", folder).split()
        assert set(listed) <= {HOME.name, ".var"}, f"{folder}: {listed}"


@check
def nothing_is_written_to_the_home_folder():
    inside("sh", "-c", 'touch "$HOME/written"')
    assert not (HOME / "written").exists()


@check
def a_feed_is_synced_over_loopback_and_kept():
    with Nginx({"feed.json": example_feed("Zonnebloemig")}) as server:
        [report] = [each for each in ctl("sync", server.url("feed.json"))["sources"] if not each.get("builtIn")]
        assert report["added"] == 1, report
        [again] = [each for each in ctl("sync", server.url("feed.json"))["sources"] if not each.get("builtIn")]
        assert again["notModified"], again
    assert ctl("search", "Zonnebloemig")["count"] == 1


@check
def a_file_is_read_through_the_portal_and_no_other_way():
    feed = HOME / "feed.json"
    feed.write_text(json.dumps(example_feed("Kwartelnest")), encoding="utf-8")
    done = flatpak("run", "--user", "--command=sidekickctl", APP, "sync", str(feed))
    assert done.returncode == 1, done.stdout + done.stderr
    reports = ctl("sync", "@@", str(feed), "@@")["sources"]
    assert [each["added"] for each in reports if each["name"] == "Kwartelnest"] == [1], reports
    assert ctl("search", "Kwartelnest")["count"] == 1


@check
def its_window_opens_and_flatpak_lists_it():
    with Window(APP) as window:
        assert window.frame().get_name() == "Sidekick"
        assert until("flatpak ps to list it", lambda: APP in flatpak("ps", "--columns=application").stdout)
    until("flatpak ps to list it no more", lambda: APP not in flatpak("ps", "--columns=application").stdout)


def main():
    failed = 0
    for function in _checks:
        try:
            function()
            verdict = "✓"
        except Exception:
            verdict = "✗"
            failed += 1
            traceback.print_exc()
        print(f"{verdict} {function.__name__.replace('_', ' ')}", flush=True)
    print(f"\n{len(_checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
