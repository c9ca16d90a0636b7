# SPDX-License-Identifier: GPL-3.0-or-later
"""What `meson install` puts where, and that it runs there: MESON."""

import configparser
import gettext
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

APP = os.environ["SK_APP_ID"]
BUILD = pathlib.Path(os.environ["SK_BUILD_ROOT"])
STAGE = BUILD / "tests" / "install" / "stage"
PREFIX = STAGE / pathlib.Path(os.environ["SK_PREFIX"]).relative_to("/")
SHARE = PREFIX / "share"
SOURCE = pathlib.Path(os.environ["SK_SOURCE_ROOT"])
MEDIA_TYPE = "application/vnd.betternet.sidekick-session+json"
LANGUAGES = ("nl", "fr", "de")
# Programs of the prefix run as they do where their folders are among the user's.
os.environ["SK_CTL"] = str(PREFIX / "bin" / "sidekickctl")
os.environ["XDG_DATA_DIRS"] = f"{SHARE}:/usr/local/share:/usr/share"

from ctl import Catalogue, check, main, run  # noqa: E402

FILES = {
    "bin/sidekick",
    "bin/sidekickctl",
    f"share/applications/{APP}.desktop",
    "share/bash-completion/completions/sidekick",
    "share/bash-completion/completions/sidekickctl",
    f"share/dbus-1/services/{APP}.service",
    f"share/glib-2.0/schemas/{APP}.gschema.xml",
    f"share/gnome-shell/search-providers/{APP}.search-provider.ini",
    f"share/icons/hicolor/scalable/apps/{APP}.svg",
    f"share/icons/hicolor/symbolic/apps/{APP}-symbolic.svg",
    *(f"share/locale/{language}/LC_MESSAGES/sidekick.mo" for language in LANGUAGES),
    "share/man/man1/sidekick.1",
    "share/man/man1/sidekickctl.1",
    f"share/metainfo/{APP}.metainfo.xml",
    f"share/mime/packages/{APP}.mime.xml",
    "share/sidekick/schemas/feed.schema.json",
    "share/sidekick/schemas/session.schema.json",
    "share/sidekick/schemas/user.schema.json",
}


def install(meson):
    shutil.rmtree(STAGE, ignore_errors=True)
    command = [meson, "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", STAGE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"Bail out! The installation failed: {done.stdout}{done.stderr}")


@check
def each_file_is_in_its_place_and_there_is_no_other():
    found = {path.relative_to(PREFIX).as_posix() for path in STAGE.rglob("*") if not path.is_dir()}
    assert found == FILES, f"missing: {FILES - found}, unexpected: {found - FILES}"


@check
def both_programs_say_their_version():
    for program in ("sidekick", "sidekickctl"):
        done = subprocess.run([PREFIX / "bin" / program, "--version"], capture_output=True, text=True, check=True)
        assert done.stdout.split()[-1] == os.environ["SK_VERSION"], done.stdout


@check
def the_command_line_searches_the_starter_catalogue():
    catalogue = Catalogue(starter=True)
    assert catalogue.json("status")["resources"] > 0
    assert catalogue.json("search", "--theme", "bullying", "--limit", "3")["results"]


@check
def the_command_line_explains_itself():
    assert "search" in run("help").must(0).out


@check
def the_desktop_entry_starts_a_program_and_shows_an_icon():
    entry = configparser.RawConfigParser()
    entry.optionxform = str
    entry.read(SHARE / "applications" / f"{APP}.desktop", encoding="utf-8")
    start = entry["Desktop Entry"]
    assert (PREFIX / "bin" / start["Exec"].split()[0]).is_file(), start["Exec"]
    assert (SHARE / "icons/hicolor/scalable/apps" / f"{start['Icon']}.svg").is_file(), start["Icon"]
    for language in LANGUAGES:
        assert start[f"Comment[{language}]"] != start["Comment"], language


@check
def a_session_is_known_by_its_name_and_by_what_is_in_it():
    [session, *_] = sorted((SOURCE / "tests" / "shared" / "sessions").glob("*.sidekick"))
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder)
        shutil.copytree(SHARE / "mime", data / "mime")
        subprocess.run(["update-mime-database", data / "mime"], check=True)
        (data / "other.sidekick").write_text("{}")
        shutil.copy(session, data / "nameless")
        for name in ("other.sidekick", "nameless"):
            found = subprocess.run(["gio", "info", "-a", "standard::content-type", data / name], check=True,
                                   capture_output=True, text=True, env={**os.environ, "XDG_DATA_HOME": folder})
            assert MEDIA_TYPE in found.stdout, found.stdout


@check
def sessions_and_their_links_open_in_the_program():
    entry = configparser.RawConfigParser()
    entry.read(SHARE / "applications" / f"{APP}.desktop", encoding="utf-8")
    start = entry["Desktop Entry"]
    assert start["Exec"].endswith(" %U"), start["Exec"]
    assert start["MimeType"].split(";") == [MEDIA_TYPE, "x-scheme-handler/sidekick", ""], start["MimeType"]


@check
def the_shell_finds_who_answers_and_the_bus_can_start_it():
    def read(path, section):
        parser = configparser.RawConfigParser()
        parser.optionxform = str
        parser.read(SHARE / path, encoding="utf-8")
        return parser[section]

    provider = read(f"gnome-shell/search-providers/{APP}.search-provider.ini", "Shell Search Provider")
    service = read(f"dbus-1/services/{APP}.service", "D-BUS Service")
    entry = read(f"applications/{APP}.desktop", "Desktop Entry")
    assert provider["DesktopId"] == f"{APP}.desktop" and provider["Version"] == "2"
    assert provider["BusName"] == service["Name"] == APP
    assert provider["ObjectPath"] == "/" + APP.replace(".", "/") + "/SearchProvider"
    program, option = service["Exec"].split()
    assert (STAGE / pathlib.Path(program).relative_to("/")).is_file(), program
    assert option == "--gapplication-service"
    assert entry["DBusActivatable"] == "true"


@check
def the_settings_are_described():
    command = ["glib-compile-schemas", "--strict", "--dry-run", SHARE / "glib-2.0" / "schemas"]
    subprocess.run(command, check=True)


@check
def the_translations_are_found():
    for language in LANGUAGES:
        strings = gettext.translation("sidekick", SHARE / "locale", [language])
        assert strings.gettext("Last sync: %s\n") != "Last sync: %s\n", language


install(sys.argv[1])
main()
