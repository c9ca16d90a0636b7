# SPDX-License-Identifier: GPL-3.0-or-later
"""Syncs where there is no room: no file may grow beyond a limit, which is a full disk to who writes."""

import resource
import subprocess

from ctl import PROGRAM, TIMEOUT, Answer, Catalogue, check, environment, feed, main, names, record

RECORDS = 2000


def publish(catalogue, name, count):
    return catalogue.write("feed.json", feed(*(
        record(f"tool-{i}", name=name, description=f"{i} " + "word " * 100) for i in range(count))))


def sync_with_room(catalogue, size):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = subprocess.run([PROGRAM, *catalogue.options, "sync"], capture_output=True, timeout=TIMEOUT,
                          env=environment(), preexec_fn=limit, check=False)
    return Answer(done.returncode, done.stdout, done.stderr)


@check
def without_room_the_old_stands_and_the_next_sync_works():
    catalogue = Catalogue()
    catalogue.run("sync", publish(catalogue, "old", 10)).must(0)
    publish(catalogue, "new", RECORDS)

    # Room for less of what is kept for a moment, of the catalogue, of its log.
    for size in (0, 4096, 256 * 1024, 1024 * 1024):
        answer = sync_with_room(catalogue, size).must(1)
        assert "disk" in answer.err, answer.err
        assert names(catalogue.json("search")) == ["old"] * 10

    catalogue.run("sync").must(0)
    assert catalogue.json("search", "--limit", "1")["count"] == RECORDS


main()
