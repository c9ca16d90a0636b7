# SPDX-License-Identifier: GPL-3.0-or-later
"""What a state of the window is, and the ways to reach one that are used all over the gallery."""

import contextlib
import dataclasses
import pathlib
import sys
from collections.abc import Callable, Sequence

from window import DARK, LIGHT, Look, Window

TESTS = pathlib.Path(__file__).parents[2] / "tests"
sys.path.extend([str(TESTS / "app"), str(TESTS / "shared")])
from atspi import Tree  # noqa: E402

WIDE, MIDDLE, NARROW = (1280, 800), (720, 900), (360, 720)
SIZES = [WIDE, MIDDLE, NARROW]
LOOKS = {
    look.name: look
    for look in (
        LIGHT,
        DARK,
        Look("contrast", contrast=True),
        Look("contrast-dark", dark=True, contrast=True),
        Look("large", large=True),
        Look("mirrored", mirrored=True),
    )
}
SCHEMES = ["light", "dark"]
# Where colours carry much.
ALL_SCHEMES = [*SCHEMES, "contrast", "contrast-dark"]
# What one meets every day.
EVERY_DAY = [*ALL_SCHEMES, "large"]


@dataclasses.dataclass
class State:
    """A state of the window, reached from the first one at the first of its sizes."""

    name: str
    arguments: Sequence[str] = ()
    before: Sequence[str] = ()
    """What sidekickctl is told before the window opens."""
    sizes: Sequence[tuple[int, int]] = tuple(SIZES)
    schemes: Sequence[str] = tuple(SCHEMES)
    first: bool = False
    """Whether whoever looks was never asked about their group."""
    prepare: Callable[[pathlib.Path, str], None] | None = None
    """Fills a data folder of its own, for a window in some language."""
    reach: Callable[[Window], contextlib.AbstractContextManager | None] = lambda window: None
    """May give what holds the state until its pictures are made."""


def keys(*names):
    """Reaches a state by pressing keys."""

    def reach(window):
        for name in names:
            window.keys(name)
            window.settle()

    return reach


def press(role, words):
    """Presses what has those words."""
    return lambda window: Tree(window).find(role, window.translate(words).replace("_", "")).press()


def each(*steps):
    """Reaches a state by one step after the other."""

    def reach(window):
        for step in steps:
            held = step(window)
            window.settle()
        return held

    return reach
