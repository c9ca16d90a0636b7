# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the installed Flatpak from within its sandbox and from outside of it.

It runs in a session of its own, whose home folder is empty and is left behind.
"""

import gettext
import json
import os
import pathlib

from checks import check, main
from feeds import feed, record
from nginx import Nginx
from sandbox import APP, choose, ctl, flatpak, inside, listed, location, make_prefix, opened
from window import LANGUAGES, until

SOURCE = pathlib.Path(__file__).resolve().parent.parent
HOME = pathlib.Path.home()
PERMISSIONS = {
    "shared": {"network", "ipc"},
    # Flatpak writes fallback-x11 as x11 too, for versions of itself that do not know it.
    "sockets": {"wayland", "x11", "fallback-x11"},
    "devices": {"dri"},
}


def synced(reports, name):
    """What a sync says of the source of that name."""
    [report] = [each for each in reports["sources"] if each["name"] == name]
    return report


def ask_for_a_source(window, tree):
    window.keys("ctrl+comma")
    tree.find("dialog", "Preferences").find("button", "Add a Source…").press()
    return tree.find("dialog", "Add a Source")


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
def the_command_line_speaks_every_language():
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
    assert ".var" in listed(HOME)
    # Where Flatpak keeps its own things, it lays an empty folder over them.
    installed = pathlib.Path(os.environ["FLATPAK_USER_DIR"])
    ways = {HOME, HOME / ".var", installed, *installed.parents}
    for folder in map(pathlib.Path, (HOME, "/root", "/home", "/media", "/mnt", "/srv", SOURCE, installed)):
        seen = {folder / name for name in listed(folder)}
        assert seen <= ways, f"{folder}: {seen - ways}"


@check
def nothing_is_written_to_the_home_folder():
    inside("sh", "-c", 'touch "$HOME/written"')
    assert not (HOME / "written").exists()


@check
def a_feed_is_synced_over_loopback_and_kept():
    with Nginx() as server:
        url = server.publish("feed.json", feed(record("Zonnebloemig"), name="Of the network"))
        assert synced(ctl("sync", url), "Of the network")["added"] == 1
        assert synced(ctl("sync", url), "Of the network")["notModified"]
    assert ctl("search", "Zonnebloemig")["count"] == 1


@check
def a_file_is_read_through_the_portal_and_no_other_way():
    path = HOME / "feed.json"
    path.write_text(json.dumps(feed(record("Kwartelnest"), name="Of a file")), encoding="utf-8")
    inside("sidekickctl", "--data-dir", "/tmp/none", "sync", str(path), status=1)
    assert synced(ctl("sync", "@@", str(path), "@@"), "Of a file")["added"] == 1
    assert ctl("search", "Kwartelnest")["count"] == 1


@check
def its_window_opens_in_every_language_and_flatpak_lists_it():
    for language in LANGUAGES:
        with opened(language) as (window, tree):
            tree.says(window.translate("The catalogue that came with Sidekick"))
            assert APP in flatpak("ps", "--columns=application").stdout
        until("flatpak ps to list it no more", lambda: APP not in flatpak("ps", "--columns=application").stdout)


@check
def a_source_is_added_in_the_window_by_its_address():
    with Nginx() as server, opened() as (window, tree):
        url = server.publish("feed.json", feed(record("Zonnebloemig"), name="Of the network"))
        dialog = ask_for_a_source(window, tree)
        dialog.find("text", "Address").write(url)
        dialog.find("button", "Add").press()
        tree.says("Of the network")
        tree.says("1 tool")


@check
def a_source_is_added_in_the_window_by_choosing_a_file():
    path = HOME / "chosen.json"
    path.write_text(json.dumps(feed(record("Kwartelnest"), name="Of a chosen file")), encoding="utf-8")
    with opened() as (window, tree):
        ask_for_a_source(window, tree).find("button", "Choose a File…").press()
        choose(window, path)
        tree.says("Of a chosen file")
        tree.says("1 tool")


make_prefix()
main()
