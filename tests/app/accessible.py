# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program tells screen readers, asked over D-Bus (AT-SPI), each time anew.

libatspi keeps what it heard, and answers events while it waits for an answer, in which it can wait
for itself; a test wants neither.
"""

import gi
from window import until

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

_ROOT = "/org/a11y/atspi/accessible/root"
_A11Y = "org.a11y.atspi."
_WINDOW = int(Atspi.CoordType.WINDOW)
_LABELLED_BY = int(Atspi.RelationType.LABELLED_BY)
_TIMEOUT_MS = 60_000
# What an accessible is called that is no more, or has no parent.
_NULL = "/org/a11y/atspi/null"


class _Bus:
    """The bus of accessibility, which the bus of the session knows the address of."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        answer = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, _TIMEOUT_MS, None
        )
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(answer.unpack()[0], flags, None, None)

    def call(self, name, path, interface, method, arguments=None):
        answer = self.connection.call_sync(name, path, interface, method, arguments, None, 0, _TIMEOUT_MS, None)
        return answer.unpack()


class Accessible:
    """One object of a program, by its name and path on the bus. Whatever is asked of one that is no
    more raises GLib.Error."""

    def __init__(self, bus, name, path):
        self._bus = bus
        self._name = name
        self.path = path

    def listen(self):
        """What the program that it is in says aloud, from now on."""
        return Announcements(self._bus, self._name)

    def _call(self, interface, method, signature=None, *arguments):
        values = GLib.Variant(signature, arguments) if signature else None
        return self._bus.call(self._name, self.path, _A11Y + interface, method, values)

    def _property(self, interface, name):
        arguments = GLib.Variant("(ss)", (_A11Y + interface, name))
        return self._bus.call(self._name, self.path, "org.freedesktop.DBus.Properties", "Get", arguments)[0]

    def _at(self, reference):
        return Accessible(self._bus, *reference)

    @property
    def process(self):
        """The number of the process that it is in, as this machine counts them."""
        arguments = GLib.Variant("(s)", (self._name,))
        return self._bus.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID", arguments)[0]

    @property
    def role(self):
        return Atspi.role_get_name(Atspi.Role(self._call("Accessible", "GetRole")[0]))

    @property
    def name(self):
        return self._property("Accessible", "Name")

    @property
    def description(self):
        return self._property("Accessible", "Description")

    @property
    def children(self):
        return [self._at(each) for each in self._call("Accessible", "GetChildren")[0] if each[1] != _NULL]

    @property
    def labels(self):
        """What labels it."""
        relations = self._call("Accessible", "GetRelationSet")[0]
        return [self._at(each) for kind, targets in relations if kind == _LABELLED_BY for each in targets]

    def has(self, state):
        """Whether it is in a state, by its name in AtspiStateType: "FOCUSED"."""
        bit = int(getattr(Atspi.StateType, state))
        return bool(self._call("Accessible", "GetState")[0][bit // 32] >> bit % 32 & 1)

    def _can(self, interface):
        return _A11Y + interface in self._call("Accessible", "GetInterfaces")[0]

    @property
    def text(self):
        """What it holds; nothing where it holds no text."""
        if not self._can("Text"):
            return ""
        return self._call("Text", "GetText", "(ii)", 0, self._property("Text", "CharacterCount"))[0]

    def write(self, text):
        """Puts a text in the place of what it holds; whether it could be done."""
        return self._can("EditableText") and self._call("EditableText", "SetTextContents", "(s)", text)[0]

    def act(self):
        """Does the first of its actions; whether there is one."""
        return self._can("Action") and self._property("Action", "NActions") > 0 and self._call("Action", "DoAction", "(i)", 0)[0]

    @property
    def extents(self):
        """From the left and from the top of its window, its width, its height, in pixels."""
        return self._call("Component", "GetExtents", "(u)", _WINDOW)[0]


class Announcements:
    """What a program says aloud, from now on."""

    def __init__(self, bus, name):
        self._heard = []
        bus.connection.signal_subscribe(
            name, _A11Y + "Event.Object", "Announcement", None, None, Gio.DBusSignalFlags.NONE, self._hear
        )

    def _hear(self, _connection, _name, _path, _interface, _signal, parameters):
        self._heard.append(parameters.unpack()[3])

    def wait_for(self, words):
        """Waits until those words were said."""

        def listen():
            while GLib.MainContext.default().iteration(False):
                continue
            return words in self._heard

        until(f"“{words}” to be said, and not only {self._heard}", listen)


def find_program(fits):
    """Waits for the first program that is known to screen readers and fits."""
    bus = _Bus()
    registry = Accessible(bus, "org.a11y.atspi.Registry", _ROOT)

    def look():
        for program in registry.children:
            try:
                if fits(program):
                    return program
            except GLib.Error:
                # It has ended since.
                continue
        return None

    return until("the program to be known to screen readers", look)
