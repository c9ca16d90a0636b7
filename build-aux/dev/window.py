# SPDX-License-Identifier: GPL-3.0-or-later
"""Sidekick's window on the display of with-display.sh: started, sized, pictured."""

import contextlib
import ctypes
import dataclasses
import gettext
import os
import pathlib
import subprocess
import sys
import tempfile
import time

LANGUAGES = {"nl": "nl_BE.UTF-8", "fr": "fr_BE.UTF-8", "de": "de_BE.UTF-8", "en": "en_GB.UTF-8"}
PREFIX = pathlib.Path(os.environ["SK_PREFIX"])
HERE = pathlib.Path(__file__).parent
# Without a compositor GTK draws a border of its own: it is kept outside the screen.
BORDER = 5
MIRRORED = "he_IL.UTF-8"
# That of letters as they are.
DPI = 96
# In seconds; what is slow here is slower where many tests run at a time.
PATIENCE = 60
DRAG_STEPS = 10
# Of 10 ms, between two looks at it.
TICKS_AT_REST = 2


@dataclasses.dataclass(frozen=True)
class Look:
    """How a person has set up the screen."""

    name: str
    dark: bool = False
    contrast: bool = False
    large: bool = False
    """Letters of twice the size."""
    mirrored: bool = False
    """From right to left, as Hebrew is; in the words of the window's own language."""

    @contextlib.contextmanager
    def environment(self):
        """What the program is started with, for as long as a with block."""
        env = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if self.dark else "prefer-light"}
        if self.contrast:
            env["ADW_DEBUG_HIGH_CONTRAST"] = "1"
        if self.mirrored:
            env["LC_CTYPE"] = MIRRORED
        if not self.large:
            yield env
            return
        with tempfile.NamedTemporaryFile("w", prefix="sidekick-resources-") as resources:
            resources.write(f"Xft.dpi: {2 * DPI}\n")
            resources.flush()
            yield env | {"XENVIRONMENT": resources.name}


LIGHT = Look("light")
DARK = Look("dark", dark=True)


class WindowError(Exception):
    """The window did not do what was expected of it."""


class Vanished(Exception):
    """What was looked at has gone meanwhile: another look is due."""


def on_a_display(width, height, command, **options):
    """Runs a command on a display of its own with room for a window of that size."""
    env = os.environ | {"SK_SCREEN": f"{width + 2 * BORDER}x{height + 2 * BORDER}"}
    tied = ["setpriv", "--pdeathsig", "TERM", HERE / "with-display.sh"]
    return subprocess.run([*tied, *command], env=env, check=False, **options)


def until(what, get, patience=PATIENCE):
    """What get() returns as soon as it is true."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        with contextlib.suppress(Vanished):
            value = get()
            if value:
                return value
        time.sleep(0.05)
    raise WindowError(f"Waited {patience} seconds in vain: {what}")


def scale_text(factor):
    """Has the programs that start from now on show their text at a multiple of its size, as the setting
    for large text does: the display says how many dots an inch has."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    window = ctypes.c_ulong(x11.XDefaultRootWindow(display))
    words = f"Xft.dpi:\t{96 * factor}\n".encode()
    # Predefined atoms: RESOURCE_MANAGER is 23, STRING 31; the property is replaced.
    x11.XChangeProperty(display, window, ctypes.c_ulong(23), ctypes.c_ulong(31), 8, 0, words, len(words))
    x11.XCloseDisplay(display)


class Window:
    """A running Sidekick in one language and look, for as long as a with block."""

    def __init__(self, language="en", *, look=LIGHT, arguments=(), environment=None, stderr=None):
        self.language = language
        self.size = None
        self.id = None
        env = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
        env["LANG"] = LANGUAGES[language]
        self._stack = contextlib.ExitStack()
        env |= self._stack.enter_context(look.environment())
        self.program = subprocess.Popen(
            [PREFIX / "bin" / "sidekick", *arguments],
            env=env | (environment or {}),
            stdout=sys.stderr,
            stderr=stderr,
        )

    def __enter__(self):
        try:
            self.id = until("the window to be shown", self._look_for_window)
        except WindowError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_exception):
        self.program.terminate()
        try:
            self.program.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.program.kill()
            self.program.wait()
        self._stack.close()

    def _look_for_window(self):
        if self.program.poll() is not None:
            raise WindowError(f"The program ended, with status {self.program.returncode}, and showed no window")
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.program.pid)],
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()[:1] and found.stdout.split()[0]

    def _xdotool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True)

    def resize(self, width, height):
        """Gives the window's content this size, at the upper left of the screen."""
        self.size = (width, height)
        self._xdotool("windowsize", self.id, width + 2 * BORDER, height + 2 * BORDER)
        self._xdotool("windowmove", self.id, -BORDER, -BORDER)
        # Where it hovers over nothing.
        self._xdotool("mousemove", width + BORDER, height + BORDER)

    def measure(self):
        """The size of its content."""
        done = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", self.id], capture_output=True, text=True, check=True
        )
        found = dict(line.split("=") for line in done.stdout.split())
        return int(found["WIDTH"]) - 2 * BORDER, int(found["HEIGHT"]) - 2 * BORDER

    def click(self, x, y, button=1):
        """Clicks at a place that is given as screen readers are told it."""
        self._xdotool("mousemove", x + BORDER, y + BORDER, "click", button)

    @contextlib.contextmanager
    def carrying(self, start, end):
        """Drags from one place to another, in steps as a hand does, and lets go after the with block."""
        (x, y), (to_x, to_y) = start, end
        self._xdotool("mousemove", x + BORDER, y + BORDER, "mousedown", 1)
        try:
            for step in range(1, DRAG_STEPS + 1):
                along = step / DRAG_STEPS
                self._xdotool("mousemove", x + round((to_x - x) * along) + BORDER, y + round((to_y - y) * along) + BORDER)
                self.settle(0.1)
            yield
        finally:
            self._xdotool("mouseup", 1)

    def drag(self, start, end):
        """Drags from one place to another."""
        with self.carrying(start, end):
            pass

    @contextlib.contextmanager
    def holding(self, key):
        """A key that is held for as long as a with block."""
        self._xdotool("keydown", key)
        try:
            yield
        finally:
            self._xdotool("keyup", key)

    def double_click(self, x, y):
        """Clicks twice at a place."""
        self._xdotool("mousemove", x + BORDER, y + BORDER, "click", "--repeat", 2, "--delay", 60, 1)

    def click_secondary(self, x, y):
        """Clicks with the right button, which asks for a menu."""
        self.click(x, y, 3)

    def scroll(self, x, y, notches):
        """Turns the wheel down over a place."""
        self._xdotool("mousemove", x + BORDER, y + BORDER, "click", "--repeat", notches, 5)

    def keys(self, *names):
        """Presses keys by the names of X: ctrl+f, Escape, Return."""
        self._xdotool("key", *names)

    def type(self, text):
        self._xdotool("type", "--delay", 20, text)

    def translate(self, text, plural=None, count=0):
        """A string of the program's as its user reads it in the language of this window."""
        words = gettext.translation(
            "sidekick", PREFIX / "share" / "locale", [LANGUAGES[self.language], self.language], fallback=True
        )
        return words.ngettext(text, plural, count) if plural else words.gettext(text)

    def _picture(self, kind):
        width, height = self.size
        done = subprocess.run(
            ["import", "-silent", "-window", "root", "-crop", f"{width}x{height}+0+0", "+repage", kind],
            capture_output=True,
            check=True,
        )
        return done.stdout

    def _worked(self):
        """How long the program has computed, in clock ticks."""
        stat = pathlib.Path(f"/proc/{self.program.pid}/stat").read_text(encoding="utf-8")
        return sum(map(int, stat.rpartition(")")[2].split()[11:13]))

    def settle(self, rest=0.4):
        """Waits until the program has rested, and the picture stayed the same, for a while."""
        end = time.monotonic() + PATIENCE
        before, worked, since = self._picture("ppm:-"), self._worked(), time.monotonic()
        while time.monotonic() < end:
            time.sleep(0.1)
            if self.program.poll() is not None:
                raise WindowError(f"The program ended, with status {self.program.returncode}")
            now, work = self._picture("ppm:-"), self._worked()
            if now != before or work - worked > TICKS_AT_REST:
                since = time.monotonic()
            elif time.monotonic() - since >= rest and len(set(now[-30000:])) > 1:
                return
            before, worked = now, work
        raise WindowError(f"The window was still changing, or blank, after {PATIENCE} seconds")

    def colour(self, x, y):
        """The colour that is seen at a place that is given as screen readers are told it: red, green, blue."""
        width, height = self.size
        picture = self._picture("ppm:-")
        # Of one or two bytes each, the first of which counts.
        depth = len(picture) // (3 * width * height)
        start = len(picture) - 3 * depth * (width * height - (y + BORDER) * width - x - BORDER)
        return tuple(picture[start : start + 3 * depth : depth])

    def save(self, path):
        """Writes a picture of the window, once it has come to rest."""
        self.settle()
        path = pathlib.Path(path)
        path.write_bytes(self._picture("png:-"))
