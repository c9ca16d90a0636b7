# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak: its commands run in their sandbox, and its window driven from outside.

SK_PREFIX is a folder to be made, where the window drivers of the other tests find the program.
"""

import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

APP = "be.betternet.Sidekick"
PREFIX = pathlib.Path(os.environ["SK_PREFIX"])
# The fonts of the session are described in a file that the sandbox does not see.
os.environ.pop("FONTCONFIG_FILE", None)

from accessible import find_program  # noqa: E402
from atspi import Node  # noqa: E402
from window import LANGUAGES, Window, until  # noqa: E402


def flatpak(*words, language="en"):
    env = os.environ | {"LANG": LANGUAGES[language]}
    return subprocess.run(["flatpak", *words], env=env, capture_output=True, text=True, timeout=60, check=False)


def location():
    """Where the program is installed: its files, and what it exports to the desktop."""
    return pathlib.Path(flatpak("info", "--user", "--show-location", APP).stdout.strip())


def make_prefix():
    (PREFIX / "bin").mkdir(parents=True)
    (PREFIX / "bin" / "sidekick").symlink_to(pathlib.Path(os.environ["FLATPAK_USER_DIR"]) / "exports" / "bin" / APP)
    (PREFIX / "share").symlink_to(location() / "files" / "share")


def inside(*command, language="en", status=0):
    """What a command writes in the sandbox; a path between two "@@" is given through the portal."""
    program, *arguments = command
    words = ["run", "--user", "--file-forwarding", f"--command={program}", APP, *arguments]
    done = flatpak(*words, language=language)
    assert done.returncode == status, f"{' '.join(command)}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def ctl(*words):
    return json.loads(inside("sidekickctl", "--json", *words))


def listed(folder):
    """The names in a folder as the sandbox has it; none where it has none."""
    return set(inside("sh", "-c", 'ls -A -- "$1" 2>/dev/null || true', "_", str(folder)).split())


class _Window(Window):
    """The program has another number within its sandbox, so that it is known by its title, and ended by its name."""

    def _look_for_window(self):
        command = ["xdotool", "search", "--onlyvisible", "--name", "^Sidekick$"]
        found = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
        return found and found[0]

    def __exit__(self, *exception):
        flatpak("kill", APP)
        super().__exit__(*exception)
        # The next one is known by the same title.
        until("the window to be gone", lambda: not self._look_for_window())


def _tree(window, *names):
    """All of the program of one of these names, once screen readers know it."""

    return Node(find_program(lambda program: program.name in names), window)


@contextlib.contextmanager
def opened(language="en"):
    """The window on a data folder of its own, and what a screen reader knows of it."""
    data = pathlib.Path.home() / ".var" / "app" / APP / "data"
    data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=data) as folder, _Window(language, arguments=["--data-dir", folder]) as window:
        window.resize(900, 700)
        yield window, _tree(window, "sidekick", APP)


def choose(window, path):
    """Types the path of a file in the dialog of the portal, which is outside of the sandbox."""
    command = ["xdotool", "search", "--onlyvisible", "--name", "^Choose a Catalogue$", "windowfocus"]
    until("the dialog of the portal", lambda: subprocess.run(command, check=False).returncode == 0)
    dialog = _tree(window, "xdg-desktop-portal-gtk")
    # Its first character opens the entry for it, which the others would come too early for.
    window.type("/")
    entry = dialog.find("text")
    until("the entry of the path", lambda: entry.has("focused"))
    window.type(str(path)[1:])
    until(f"{path} in the entry", lambda: entry.text == str(path))
    dialog.find("table cell", path.name)
    window.keys("Return")
