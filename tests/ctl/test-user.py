# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import io
import json
import os
import pathlib
import subprocess
import zipfile

import sessions
from ctl import PROGRAM, Catalogue, check, environment, feed, main, record, run

TOOL = "https://example.org/tools/one"
OTHER = "https://example.org/tools/two"
DEAD = {"url": "https://example.org/one/gone", "date": "2027-02-09"}
HOUR = "safer-internet-day-5b"


def keep(catalogue, tools, **more):
    """Writes what a person keeps into the data folder, as the window does."""
    os.makedirs(catalogue.data, exist_ok=True)
    path = pathlib.Path(catalogue.data, "user.json")
    path.write_text(json.dumps({"version": 1, "tools": tools} | more))
    return path


def kept(catalogue):
    return json.loads(pathlib.Path(catalogue.data, "user.json").read_text())


def export(catalogue):
    path = os.path.join(catalogue.folder, "mine.zip")
    catalogue.run("user", "export", path).must(0)
    return path


def brought(catalogue, path):
    return catalogue.json("user", "import", path)


def somebody():
    """Somebody who has something of everything."""
    catalogue = Catalogue()
    catalogue.run("sync", catalogue.write("feed.json", feed(record("one", publisher=[{"type": "Organization", "name": "A school"}]), record("two")))).must(0)
    keep(catalogue, {TOOL: {"favourite": "2027-01-01T10:00:00Z", "note": "With sound", "deadLink": DEAD},
                     OTHER: {"shoeSize": 42}},
         profile={"languages": ["nl"], "typicalAgeRange": "9-11"})
    sessions.put(catalogue.data, HOUR)
    return catalogue


@check
def an_archive_holds_all_that_is_ones_own():
    catalogue = somebody()
    path = export(catalogue)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names[:2] == ["user.json", "sources.json"] and len(names) == 3, names
        for name in names:
            assert archive.read(name) == pathlib.Path(catalogue.data, name).read_bytes()
    assert os.stat(path).st_mode & 0o077 == 0, "others may read one's notes"


@check
def an_archive_can_go_to_standard_output():
    catalogue = somebody()
    path = os.path.join(catalogue.folder, "mine.zip")
    with open(path, "wb") as out:
        subprocess.run([PROGRAM, *catalogue.options, "user", "export", "-"], stdout=out, env=environment(), check=True)
    with zipfile.ZipFile(path) as archive:
        assert "user.json" in archive.namelist()


@check
def all_of_it_arrives_elsewhere():
    here, there = somebody(), Catalogue()
    assert brought(there, export(here)) == {"tools": 2, "sessions": 1, "sources": 1}
    assert kept(there) == kept(here)
    folder = pathlib.Path("sessions")
    ours, theirs = (sorted(pathlib.Path(each.data, folder).glob("*.sidekick")) for each in (here, there))
    assert [path.name for path in ours] == [path.name for path in theirs]
    assert json.loads(ours[0].read_text())["blocks"] == json.loads(theirs[0].read_text())["blocks"]
    assert [source["url"] for source in there.json("sources")["sources"]] == \
        [source["url"] for source in here.json("sources")["sources"]]


@check
def twice_is_once():
    here, there = somebody(), Catalogue()
    path = export(here)
    brought(there, path)
    before = kept(there)
    assert brought(there, path) == {"tools": 0, "sessions": 0, "sources": 0}
    assert kept(there) == before


@check
def nothing_of_ones_own_is_replaced():
    here, there = somebody(), Catalogue()
    keep(there, {TOOL: {"note": "In class 5B", "favourite": "2020-01-01T10:00:00Z"}}, profile={"languages": ["fr"]})
    assert brought(there, export(here))["tools"] == 2
    assert kept(there)["tools"] == {
        TOOL: {"note": "In class 5B\n\nWith sound", "favourite": "2020-01-01T10:00:00Z", "deadLink": DEAD},
        OTHER: {"shoeSize": 42},
    }
    assert kept(there)["profile"] == {"languages": ["fr"]}


@check
def what_others_zipped_can_be_read():
    there = Catalogue()
    path = os.path.join(there.folder, "other.zip")
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        with zipfile.ZipFile(path, "w", method) as archive:
            archive.comment = b"packed again"
            archive.writestr("user.json", json.dumps({"version": 1, "tools": {TOOL: {"note": str(method)}}}))
            archive.writestr("read me.txt", "something else")
        brought(there, path)
    assert kept(there)["tools"][TOOL]["note"] == f"{zipfile.ZIP_STORED}\n\n{zipfile.ZIP_DEFLATED}"


@check
def what_is_no_archive_is_refused_and_changes_nothing():
    there = somebody()
    before = kept(there)
    good = pathlib.Path(export(there)).read_bytes()
    for name, content in (("empty", b""), ("text", b"PK? No."), ("half", good[:len(good) // 2]),
                          ("flipped", good[:60] + bytes([good[60] ^ 255]) + good[61:])):
        answer = there.run("user", "import", there.write(name, content)).must(1)
        assert name in answer.err and "exported from Sidekick" in answer.err, answer.err
    there.run("user", "import", os.path.join(there.folder, "nowhere")).must(1)
    assert kept(there) == before


@check
def an_archive_of_other_things_is_refused():
    there = Catalogue()
    path = os.path.join(there.folder, "photos.zip")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.jpg", "")
    assert "nothing of Sidekick’s" in there.run("user", "import", path).must(1).err


@check
def a_newer_sidekick_s_is_not_guessed_at():
    there = Catalogue()
    path = os.path.join(there.folder, "newer.zip")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("user.json", json.dumps({"version": 99, "tools": {TOOL: {"note": "?"}}}))
    assert "newer version" in there.run("user", "import", path).must(1).err
    assert not os.path.exists(os.path.join(there.data, "user.json"))


@check
def an_archive_that_swells_is_refused():
    there = Catalogue()
    path = os.path.join(there.folder, "bomb.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("sources.json", "w") as file:
        for _ in range(520):
            file.write(bytes(1 << 20))
    assert "more in it" in there.run("user", "import", path).must(1).err


@check
def wrong_use_says_what_is_right():
    for words in ((), ("export",), ("export", "a", "b"), ("lose", "a")):
        assert "user export FILE" in run("user", *words).must(2).err


@check
def dead_links_are_listed_for_their_publishers():
    catalogue = somebody()
    tool = catalogue.json("show", TOOL)
    answer = catalogue.json("dead-links")["links"]
    assert answer == [{"id": TOOL, "title": tool["name"], "publisher": ", ".join(tool["publishers"]) or None,
                       "url": DEAD["url"], "reported": DEAD["date"]}], answer
    table = list(csv.reader(io.StringIO(catalogue.run("dead-links", "--csv").must(0).out)))
    assert table[0] == ["Title", "Publisher", "Link", "Reported"]
    assert table[1] == [tool["name"], ", ".join(tool["publishers"]), DEAD["url"], DEAD["date"]]
    shown = catalogue.run("dead-links").must(0).out
    assert tool["name"] in shown and DEAD["url"] in shown


@check
def a_dead_link_of_a_tool_that_is_gone_is_listed_too():
    catalogue = Catalogue()
    keep(catalogue, {"https://example.org/gone": {"deadLink": DEAD}})
    assert catalogue.json("dead-links")["links"] == [
        {"id": "https://example.org/gone", "title": None, "publisher": None, "url": DEAD["url"], "reported": DEAD["date"]}]


@check
def no_dead_links_are_no_failure():
    catalogue = Catalogue()
    assert "no dead links" in catalogue.run("dead-links").must(0).out
    assert catalogue.json("dead-links") == {"links": []}
    catalogue.run("dead-links", "--csv", "--json").must(2)


main()
