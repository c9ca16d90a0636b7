# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions in files of their own, made by the real sidekickctl in a zone of its own."""

import os

from ctl import Catalogue, run

__all__ = ["TOOL", "ZONE", "Planning"]

ZONE = "Europe/Brussels"
FILES = (".sidekick", ".ics", ".odt", ".md", ".html", ".csv", ".json", ".pdf")
TOOL = "https://w3id.org/sidekick/starter/mediamasters"


class Planning:
    """A folder for sessions, beside a data folder with the built-in tools."""

    def __init__(self):
        self.catalogue = Catalogue(starter=True)

    def path(self, name):
        return os.path.join(self.catalogue.folder, name)

    def run(self, *words, **more):
        """Runs `session WORDS…`; names of files are those in the folder."""
        places = [self.path(word) if word.endswith(FILES) else word for word in words]
        return run(*self.catalogue.options, "session", *places, **{"TZ": ZONE, **more})

    def show(self, name):
        return self.run("show", name, "--json").must(0).json

    def hour(self, name="hour.sidekick"):
        """Fifty minutes from 10:25 on Safer Internet Day 2027, with a lock, lanes and a note."""
        self.run("new", name, "--title", "Safer Internet Day met 5B", "--start", "2027-02-09T10:25",
                 "--end", "2027-02-09T11:15", "--age", "10-11", "--size", "22", "--group", "5B",
                 "--language", "nl", "--place", "Lokaal 12; \"blauw\"", "--room", "internet,screen",
                 "--aims", "Weten wie helpt").must(0)
        self.run("add", name, "--own", "welcome", "--title", "Welkom <b>& hallo</b>", "--minutes",
                 "5", "--goal", "Wie was online?\n=1+1", "--material", "stiften", "--material",
                 "papier").must(0)
        self.run("add", name, TOOL, "--minutes", "25", "--note", "Noah zit alleen").must(0)
        self.run("add", name, "--own", "play", "--title", "=HYPERLINK(\"x\")", "--minutes", "12",
                 "--lock", "10:50").must(0)
        self.run("add", name, "--own", "talk", "--title", "Kring", "--beside", "3").must(0)
        self.run("add", name, "--own", "debrief", "--minutes", "8").must(0)
        return name

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def export(self, name, *words):
        """What an export to standard output writes."""
        return self.run("export", name, *words, "-o", "-").must(0)
