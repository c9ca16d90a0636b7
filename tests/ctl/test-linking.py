# SPDX-License-Identifier: GPL-3.0-or-later
import re
import subprocess

from ctl import PROGRAM, check, main


@check
def no_window_is_linked():
    done = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True)
    assert "libsqlite3" in done.stdout, done.stdout
    assert not re.search(r"lib(gtk|gdk|adwaita|wayland)", done.stdout), done.stdout


@check
def no_display_is_linked_but_by_what_draws_on_paper():
    # Cairo itself may bring X11 along, where a system builds it so; the program asks for none.
    done = subprocess.run(["readelf", "--dynamic", "--wide", PROGRAM], capture_output=True, text=True, check=True)
    needed = re.findall(r"\(NEEDED\).*\[(.*)\]", done.stdout)
    assert any(name.startswith("libcairo.so") for name in needed), needed
    assert not [name for name in needed if re.match(r"lib(X|xcb|wayland)", name)], needed


main()
