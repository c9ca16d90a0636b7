# SPDX-License-Identifier: GPL-3.0-or-later
import re
import subprocess

from ctl import PROGRAM, check, main


@check
def no_window_is_linked():
    done = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True)
    assert "libsqlite3" in done.stdout, done.stdout
    assert not re.search(r"lib(gtk|gdk|adwaita|X11|wayland)", done.stdout), done.stdout


main()
