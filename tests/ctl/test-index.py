# SPDX-License-Identifier: GPL-3.0-or-later
"""The index on disk, as those who use the command line meet it."""

import contextlib
import os
import resource
import sqlite3
import subprocess

from ctl import PROGRAM, Answer, Catalogue, check, environment, feed, main, names, record

RECORDS = 300


def published(name="tool", count=RECORDS):
    """A catalogue that has been synced."""
    catalogue = Catalogue()
    catalogue.run("sync", publish(catalogue, name, count)).must(0)
    return catalogue


def publish(catalogue, name, count=RECORDS):
    return catalogue.write("feed.json", feed(*(
        record(f"tool-{i}", name=name, description="word " * 20) for i in range(count))))


def files(catalogue):
    """What lies in the folder of the index: name → inode."""
    with os.scandir(os.path.join(catalogue.data, "index")) as folder:
        return {entry.name: entry.inode() for entry in folder}


def remove(catalogue):
    for name in files(catalogue):
        os.unlink(os.path.join(catalogue.data, "index", name))


def alter(catalogue, statement):
    with contextlib.closing(sqlite3.connect(os.path.join(catalogue.data, "catalogue.db"))) as database:
        with database:
            database.execute(statement)


@check
def a_sync_leaves_the_index_that_searches_map():
    catalogue = published()
    made = files(catalogue)
    assert len(made) == 1, made
    assert catalogue.json("search", "tool", "--limit", "1")["count"] == RECORDS
    assert files(catalogue) == made

    # Nothing new is no reason for another one.
    catalogue.run("sync").must(0)
    assert files(catalogue) == made

    publish(catalogue, "game", 5)
    catalogue.run("sync").must(0)
    assert len(files(catalogue)) == 1 and files(catalogue).keys() != made.keys()
    assert catalogue.json("search", "game")["count"] == 5


@check
def whoever_asks_for_no_tool_makes_none():
    catalogue = published()
    remove(catalogue)
    for command in ("status", "sources"):
        catalogue.run(command).must(0)
        assert files(catalogue) == {}
    catalogue.run("search").must(0)
    assert len(files(catalogue)) == 1


@check
def several_that_need_one_make_one():
    catalogue = published()
    remove(catalogue)
    command = [PROGRAM, *catalogue.options, "--json", "search", "--limit", str(RECORDS)]
    answers = {process.communicate()[0] for process in [
        subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE) for _ in range(4)]}
    assert len(answers) == 1 and answers.pop().count(b'"tool"') == RECORDS
    assert len(files(catalogue)) == 1


@check
def a_search_without_room_for_the_index_finds_all_the_same():
    catalogue = published()
    remove(catalogue)
    folder = os.path.join(catalogue.data, "index")
    os.rmdir(folder)
    os.symlink("/proc/self", folder)  # which takes no new file from anyone

    answer = catalogue.run("--json", "search", "tool").must(0)
    assert answer.json["count"] == RECORDS and folder in answer.err, answer.err


@check
def a_search_without_room_anywhere_says_so():
    def limit():
        # As much as SQLite needs to read at all.
        resource.setrlimit(resource.RLIMIT_FSIZE, (32768, 32768))

    catalogue = published()
    remove(catalogue)
    done = subprocess.run([PROGRAM, *catalogue.options, "search"], capture_output=True, env=environment(),
                          preexec_fn=limit, check=False)
    answer = Answer(done.returncode, done.stdout, done.stderr).must(1)
    assert "no room" in answer.err and os.path.join(catalogue.data, "index") in answer.err, answer.err
    assert files(catalogue) == {}


@check
def a_damaged_tool_is_no_answer():
    catalogue = published()
    alter(catalogue, "UPDATE record SET text = replace(text, 'tool', 'toad') WHERE resource % 10 = 0")
    answer = catalogue.run("search", "--limit", str(RECORDS)).must(1)
    assert "damaged" in answer.err and "toad" not in answer.out, answer.err

    # The new one has nothing until its sources are synced.
    assert catalogue.json("search")["count"] == 0
    [report] = catalogue.json("sync")["sources"]
    assert report["added"] == RECORDS, report
    assert names(catalogue.json("search", "--limit", "1")) == ["tool"]


main()
