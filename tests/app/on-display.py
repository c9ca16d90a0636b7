# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test, in Python or not, where the program is installed, with a display of its own: TEST ARGS…"""

import fcntl
import os
import pathlib
import subprocess
import sys

BUILD = pathlib.Path(os.environ["SK_BUILD_ROOT"])
SOURCE = pathlib.Path(os.environ["SK_SOURCE_ROOT"])
DEV = SOURCE / "build-aux" / "dev"


def install():
    """Installs what was built, once, whatever the number of tests that start at a time."""
    done = BUILD / "installed"
    with (BUILD / "installing").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if done.exists() and done.stat().st_mtime > (BUILD / ".ninja_log").stat().st_mtime:
            return
        env = {name: value for name, value in os.environ.items() if name != "DESTDIR"}
        command = ["meson", "install", "-C", BUILD, "--no-rebuild", "--only-changed", "--quiet"]
        subprocess.run(command, env=env, check=True, stdout=sys.stderr)
        done.touch()


def main(test, *args):
    install()
    prefix = pathlib.Path(os.environ["SK_PREFIX"])
    system = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share")
    env = os.environ | {
        "PYTHONPATH": os.pathsep.join([os.environ["PYTHONPATH"], str(DEV)]),
        "XDG_DATA_DIRS": f"{prefix / 'share'}:{system}",
    }
    python = [sys.executable] if test.endswith(".py") else []
    command = [DEV / "with-display.sh", *python, test, *args]
    os.execvpe(command[0], command, env)


main(*sys.argv[1:])
