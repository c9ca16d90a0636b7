# SPDX-License-Identifier: GPL-3.0-or-later
import contextlib
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import zlib

from browsing import begins_with, cards
from checks import check, main
from feeds import feed, record, theme
from nginx import Nginx, free_port
from sidekick import running
from window import until

MAGENTA = (240, 0, 200)
PICTURES = "Show Pictures of Tools"
METERED = "Fetch Them Over a Metered Connection Too"
# From the top of a card to the middle of its cover.
COVER_MIDDLE = 30
# This monitor takes a network for granted.
ONLINE = {"GIO_USE_NETWORK_MONITOR": "base"}


def png(width=64, height=48, colour=MAGENTA):
    """A picture of one colour."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes(colour) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def tool(name, image=None):
    return record(name.replace(" ", "-"), name=name, about=[theme("privacy")], **({"image": image} if image else {}))


@contextlib.contextmanager
def published(*, environment=None):
    """A server, a folder for the catalogue, and what lets the window trust the server."""
    with Nginx() as server, tempfile.TemporaryDirectory(prefix="sidekick-") as folder:
        trusting = {"GIO_EXTRA_MODULES": os.environ["SK_MODULES"], "SK_TRUST": str(server.certificate)}
        yield server, folder, trusting | ONLINE | (environment or {})


def take_in(server, folder, *tools):
    url = server.publish("feed.json", feed(*tools))
    subprocess.run([os.environ["SK_CTL"], "--data-dir", folder, "--quiet", "sync", url], check=True)


def find(program, words, first):
    """Searches, and waits for a tool to be the first."""
    until("cards", lambda: cards(program))
    program.tree.find("entry").write(words)
    begins_with(program, first)


def place(program, name):
    """The middle of the cover of a tool's card."""
    left, top, width, _height = program.tree.find("table cell", f"{name}…").place
    return left + width // 2, top + COVER_MIDDLE


def seen(program, name):
    return program.window.colour(*place(program, name))


def shows_picture(program, name):
    until(f"the picture of {name}, not {seen(program, name)}", lambda: seen(program, name) == MAGENTA)


def preferences(program):
    program.window.keys("ctrl+comma")
    return program.tree.find("dialog", "Preferences")


def turn(program, name, on):
    """Turns a switch of the preferences on or off."""
    dialog = preferences(program)
    # The row is one too, and may have to be scrolled to.
    switch = until(name, lambda: dialog.all("check box", name)[-1:])[0]
    switch.press()
    until(f"{name} to be {on}", lambda: switch.has("checked") == on)
    program.window.keys("Escape")
    program.tree.gone("dialog", "Preferences")


@check
def a_card_and_its_page_show_the_picture():
    with published() as (server, folder, environment):
        take_in(server, folder, tool("quagga one", server.publish_picture("one.png", png())))
        with running(folder=folder, environment=environment) as program:
            find(program, "quagga", "quagga one")
            shows_picture(program, "quagga one")
            program.tree.find("table cell", "quagga one…").click()
            program.tree.gone("table", "Tools")
            left, top, _width, _height = program.tree.find("heading", "quagga one").place
            until("the picture on its page", lambda: program.window.colour(left - 150, top + 40) == MAGENTA)
            assert server.asked(".png") == ["one.png"]


@check
def what_was_fetched_is_there_without_a_network():
    with published() as (server, folder, environment):
        take_in(server, folder, tool("quagga one", server.publish_picture("one.png", png())))
        with running(folder=folder, environment=environment) as program:
            find(program, "quagga", "quagga one")
            shows_picture(program, "quagga one")
        server.stop()
        with running(folder=folder, environment=environment) as program:
            find(program, "quagga", "quagga one")
            shows_picture(program, "quagga one")


@check
def where_there_is_no_picture_the_cover_stays():
    with published() as (server, folder, environment):
        good = server.publish_picture("good.png", png())
        page = server.publish_picture("page.png", b"<html>Log in</html>")
        half = server.publish_picture("half.png", png()[:60])
        large = server.publish_picture("large.png", png(5000, 4001))
        open_to_all = good.replace(f"https://127.0.0.1:{server.secure_port}", f"http://127.0.0.1:{server.port}")
        names = ["quagga none", "quagga page", "quagga half", "quagga large", "quagga http", "quagga dead"]
        images = [None, page, half, large, open_to_all, f"https://localhost:{free_port()}/dead.png"]
        take_in(server, folder, tool("quagga a", good), *map(tool, names, images))
        with running(folder=folder, environment=environment) as program:
            find(program, "quagga", "quagga a")
            shows_picture(program, "quagga a")
            until("all to be asked for", lambda: set(server.asked(".png")) == {"good.png", "page.png", "half.png", "large.png"})
            program.window.settle()
            for name in names:
                assert seen(program, name) != MAGENTA, name
            assert len(server.asked(".png")) == 4


@check
def only_what_is_in_sight_is_asked_for():
    with published() as (server, folder, environment):
        images = [server.publish_picture(f"{n:02}.png", png()) for n in range(60)]
        take_in(server, folder, *(tool(f"quagga {n:02}", image) for n, image in enumerate(images)))
        with running(folder=folder, environment=environment) as program:
            find(program, "quagga", "quagga ")
            first = cards(program)[0].split(",")[0]
            shows_picture(program, first)
            program.window.settle()
            assert 0 < len(server.asked(".png")) < 20, server.asked(".png")
            program.window.keys("Down", "End")
            program.window.settle()
            last = cards(program)[-1].split(",")[0]
            shows_picture(program, last)
            program.window.settle()
            assert len(server.asked(".png")) < 40, server.asked(".png")


@check
def nothing_is_asked_for_where_pictures_are_off():
    with published() as (server, folder, environment), tempfile.TemporaryDirectory() as config:
        kept = environment | {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": config}
        with running(folder=folder, environment=kept) as program:
            turn(program, PICTURES, False)
        take_in(server, folder, tool("quagga one", server.publish_picture("one.png", png())))
        with running(folder=folder, environment=kept) as program:
            find(program, "quagga", "quagga one")
            program.window.settle()
            assert server.asked(".png") == []
            assert seen(program, "quagga one") != MAGENTA

            turn(program, PICTURES, True)
            shows_picture(program, "quagga one")

            turn(program, PICTURES, False)
            until("the cover again", lambda: seen(program, "quagga one") != MAGENTA)


@contextlib.contextmanager
def metered():
    """A bus on which a network manager says that the connection is metered."""
    here = pathlib.Path(__file__).parent
    with contextlib.ExitStack() as stack:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        bus = stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        stack.callback(bus.terminate)
        address = bus.stdout.readline().strip()
        command = [sys.executable, here / "network-manager.py", address]
        manager = stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        stack.callback(manager.terminate)
        assert manager.stdout.readline() == "here\n"
        yield {"DBUS_SYSTEM_BUS_ADDRESS": address, "GIO_USE_NETWORK_MONITOR": "networkmanager"}


@check
def nothing_is_asked_for_over_a_metered_connection():
    with metered() as environment, published(environment=environment) as (server, folder, environment):
        take_in(server, folder, tool("quagga one", server.publish_picture("one.png", png())))
        with running(folder=folder, environment=environment) as program:
            find(program, "quagga", "quagga one")
            program.window.settle()
            assert server.asked(".png") == []

            turn(program, METERED, True)
            shows_picture(program, "quagga one")
            assert server.asked(".png") == ["one.png"]


@check
def what_is_kept_can_be_cleared():
    with published() as (server, folder, environment):
        take_in(server, folder, tool("quagga one", server.publish_picture("one.png", png())))
        with running(folder=folder, environment=environment) as program:
            find(program, "quagga", "quagga one")
            shows_picture(program, "quagga one")
            images = pathlib.Path(folder) / "images"
            assert len(list(images.iterdir())) == 1
            preferences(program).find("button", "Clear").press()
            program.tree.says("None")
            until("no picture on disk", lambda: list(images.iterdir()) == [])


main()
