# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills syncs at random moments: the catalogue is the old one or the new one, never a mix."""

import os
import random
import subprocess
import time

from ctl import PROGRAM, Catalogue, check, environment, feed, main, names, record

KILLS = 20
RECORDS = 2000
SEED = int(os.environ.get("SK_SEED", time.time_ns() % 1_000_000))


def publish(catalogue, generation):
    return catalogue.write("feed.json", feed(*(
        record(f"tool-{i}", name=str(generation), description="word " * 20) for i in range(RECORDS))))


def find_generation(catalogue):
    """Which one is there, after checking that all of it is."""
    found = names(catalogue.json("search", "--limit", str(RECORDS + 1)))
    assert len(found) == RECORDS, f"{len(found)} records, not {RECORDS}"
    assert len(set(found)) == 1, f"a mix of the generations {set(found)}"
    return int(found[0])


def kill_after(seconds, catalogue, command="sync"):
    """Whether it was still at work."""
    process = subprocess.Popen([PROGRAM, *catalogue.options, command], env=environment(),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.kill()
    return process.wait() != 0


@check
def killed_anywhere_the_old_or_the_new_stands_whole():
    print(f"# SK_SEED={SEED}", flush=True)
    chance = random.Random(SEED)
    catalogue = Catalogue()
    path = publish(catalogue, 0)
    began = time.monotonic()
    catalogue.run("sync", path).must(0)
    lasts = time.monotonic() - began

    held, killed = 0, 0
    for generation in range(1, KILLS + 1):
        publish(catalogue, generation)
        killed += kill_after(chance.uniform(0, 1.2 * lasts), catalogue)
        found = find_generation(catalogue)
        assert found in (held, generation), f"{found}, where {held} was and {generation} came"
        held = found

    # Not before they began, nor when all was over.
    assert KILLS // 3 < killed, f"only {killed} of {KILLS} were at work"

    publish(catalogue, KILLS + 1)
    [report] = catalogue.json("sync")["sources"]
    assert report["changed"] == RECORDS, report
    assert find_generation(catalogue) == KILLS + 1


def list_index(catalogue):
    return os.listdir(os.path.join(catalogue.data, "index"))


@check
def killed_while_it_indexes_it_leaves_nothing_that_harms():
    chance = random.Random(SEED)
    catalogue = Catalogue()
    catalogue.run("sync", publish(catalogue, 0)).must(0)
    began = time.monotonic()
    find_generation(catalogue)
    lasts = time.monotonic() - began

    killed = 0
    for _ in range(KILLS // 2):
        for name in list_index(catalogue):
            os.unlink(os.path.join(catalogue.data, "index", name))
        killed += kill_after(chance.uniform(0, 1.5 * lasts), catalogue, "search")
        assert find_generation(catalogue) == 0
    assert KILLS // 8 < killed, f"only {killed} of {KILLS // 2} were at work"

    publish(catalogue, 1)
    catalogue.run("sync").must(0)
    assert find_generation(catalogue) == 1
    assert len(list_index(catalogue)) == 1, list_index(catalogue)


@check
def killed_on_its_first_start_the_starter_comes_whole_the_next_time():
    chance = random.Random(SEED)
    for _ in range(KILLS // 2):
        catalogue = Catalogue(starter=True)
        kill_after(chance.uniform(0, 0.3), catalogue)
        assert catalogue.json("search")["count"] == 493


main()
