# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a picture of Sidekick's window: OUT.png [WIDTHxHEIGHT] [--lang LANG] [--dark] [--contrast] [--large] [--mirrored]
[-- ARGS]."""

import argparse
import contextlib
import pathlib
import re
import sys
import tempfile

from window import LANGUAGES, Look, Window, WindowError, on_a_display

TESTS = pathlib.Path(__file__).parents[2] / "tests"
sys.path.extend([str(TESTS / "app"), str(TESTS / "shared")])
from atspi import Tree  # noqa: E402
from sidekick import skip_group  # noqa: E402


def size(text):
    found = re.fullmatch(r"(\d{2,4})x(\d{2,4})", text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text} is no size, such as 1280x800")
    return int(found[1]), int(found[2])


def parse(arguments):
    parser = argparse.ArgumentParser(prog="./dev screenshot", description="Makes a picture of Sidekick's window.")
    parser.add_argument("out", metavar="OUT.png", type=pathlib.Path)
    parser.add_argument("size", metavar="WIDTHxHEIGHT", type=size, nargs="?", default=(1280, 800))
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--contrast", action="store_true", help="high contrast")
    parser.add_argument("--large", action="store_true", help="letters of twice the size")
    parser.add_argument("--mirrored", action="store_true", help="from right to left")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    own, program = arguments, []
    if "--" in arguments:
        at = arguments.index("--")
        own, program = arguments[:at], arguments[at + 1 :]
    options = parser.parse_args(own)
    if not options.out.absolute().parent.is_dir():
        parser.error(f"there is no folder {options.out.absolute().parent} to write the picture in")
    return options, program


def main():
    options, program = parse(sys.argv[1:])
    if not options.here:
        return on_a_display(*options.size, [sys.executable, __file__, "--here", *sys.argv[1:]]).returncode
    try:
        look = Look("", dark=options.dark, contrast=options.contrast, large=options.large, mirrored=options.mirrored)
        with contextlib.ExitStack() as stack:
            if "--data-dir" not in program:
                folder = stack.enter_context(tempfile.TemporaryDirectory())
                skip_group(folder)
                program = ["--data-dir", folder, *program]
            window = stack.enter_context(Window(options.lang, look=look, arguments=program))
            window.resize(*options.size)
            Tree(window).wait_for_catalogue()
            window.save(options.out)
    except WindowError as error:
        print(f"✗ {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
