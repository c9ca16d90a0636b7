# SPDX-License-Identifier: GPL-3.0-or-later
"""Says on a bus what NetworkManager says of a metered connection, until it is ended: ADDRESS."""

import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.NetworkManager"
INTERFACE = """
<node>
  <interface name="org.freedesktop.NetworkManager">
    <property name="Connectivity" type="u" access="read"/>
    <property name="Metered" type="u" access="read"/>
    <property name="State" type="u" access="read"/>
  </interface>
</node>
"""
# A connection to all of the internet, which its user said is metered.
PROPERTIES = {name: GLib.Variant("u", value) for name, value in (("Connectivity", 4), ("Metered", 1), ("State", 70))}


def main(address):
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
    interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
    bus.register_object(
        "/org/freedesktop/NetworkManager", interface, None, lambda *asked: PROPERTIES[asked[4]], None
    )
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_owned: print("here", flush=True), None)
    GLib.MainLoop().run()


main(sys.argv[1])
