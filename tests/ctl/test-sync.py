# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import re
import signal
import subprocess

from ctl import PROGRAM, TIMEOUT, Answer, Catalogue, check, environment, feed, main, names, record, until

MEMBERS = {"url", "name", "added", "changed", "withdrawn", "unchanged", "refused", "requests",
           "bytes", "notModified", "error"}


def has_read(process):
    """How many bytes a program has read."""
    return int(re.search(r"rchar: (\d+)", pathlib.Path(f"/proc/{process.pid}/io").read_text())[1])


def sync(catalogue, *words):
    [report] = catalogue.json("sync", *words)["sources"]
    return report


@check
def a_file_is_added_and_synced():
    catalogue = Catalogue()
    path = catalogue.write("feed.json", feed(record("one"), record("two")))
    report = sync(catalogue, path)
    assert set(report) == MEMBERS, report
    assert report["url"] == pathlib.Path(path).as_uri() and report["name"] == "Example feed"
    assert (report["added"], report["changed"], report["withdrawn"]) == (2, 0, 0)
    assert report["error"] is None and report["bytes"] == os.path.getsize(path)
    assert catalogue.json("search")["count"] == 2


@check
def a_file_may_be_named_relative_or_by_uri():
    catalogue = Catalogue()
    path = catalogue.write("feed with space.json", feed(record("one")))
    relative = os.path.relpath(path)
    assert sync(catalogue, relative)["added"] == 1
    assert sync(catalogue, pathlib.Path(path).as_uri())["added"] == 0
    assert len(catalogue.json("sources")["sources"]) == 1


@check
def a_file_named_twice_is_synced_once():
    catalogue = Catalogue()
    path = catalogue.write("feed.json", feed(record("one")))
    assert sync(catalogue, path, os.path.relpath(path))["added"] == 1


@check
def a_publisher_who_no_longer_refreshes_is_told_to_people_too():
    catalogue = Catalogue()
    catalogue.run("sync", catalogue.write("index.json", {
        "type": "DataFeed", "version": 1, "expires": "2020-01-01T00:00:00Z", "distribution": []})).must(0)
    assert "has not refreshed it" in catalogue.run("status").must(0).out


@check
def nothing_is_no_address():
    catalogue = Catalogue()
    assert "not the address" in catalogue.run("sync", "").must(1).err
    assert catalogue.json("sources")["sources"] == []


@check
def a_missing_file_is_named_with_the_cause_and_the_way_out():
    catalogue = Catalogue()
    path = os.path.join(catalogue.folder, "missing.json")
    why = catalogue.run("--json", "sync", path).must(1).json["sources"][0]["error"]
    assert why.count(path) == 1 and "No such file" in why and "Check that it is there" in why, why


@check
def a_second_sync_brings_what_changed():
    catalogue = Catalogue()
    catalogue.run("sync", catalogue.write("feed.json", feed(
        record("same"), record("old"), record("gone")))).must(0)
    catalogue.write("feed.json", feed(
        record("same"), record("old", name="renamed"), record("fresh")))
    report = sync(catalogue)
    assert (report["added"], report["changed"], report["withdrawn"], report["unchanged"]) == (
        1, 1, 1, 1), report
    assert sorted(names(catalogue.json("search"))) == ["fresh", "renamed", "same"]


@check
def a_sync_of_the_same_file_changes_nothing():
    catalogue = Catalogue()
    path = catalogue.write("feed.json", feed(record("one")))
    sync(catalogue, path)
    report = sync(catalogue)
    assert (report["added"], report["changed"], report["withdrawn"]) == (0, 0, 0), report


@check
def a_record_that_cannot_be_used_is_counted_and_the_others_come():
    catalogue = Catalogue()
    path = catalogue.write("feed.json", feed(record("one"), {"type": ["LearningResource"]}))
    report = sync(catalogue, path)
    assert report["added"] == 1 and report["refused"] == 1, report
    catalogue.write("feed.json", feed(record("two"), {"type": ["LearningResource"]}))
    assert "1 record could not be used" in catalogue.run("sync").must(0).out


@check
def status_and_sources_tell_of_the_sync():
    catalogue = Catalogue()
    catalogue.run("sync", catalogue.write("feed.json", feed(record("one")))).must(0)
    status = catalogue.json("status")
    assert status["resources"] == 1
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", status["lastSync"]), status
    assert status["sources"] == catalogue.json("sources")["sources"]
    [source] = status["sources"]
    assert source["state"] == "fresh" and source["resources"] == 1 and not source["builtIn"]
    assert source["signature"] == "not-checked"
    text = catalogue.run("sources").must(0).out
    assert "Example feed" in text and "1 tool" in text, text


@check
def a_missing_file_fails_and_the_old_tools_stand():
    catalogue = Catalogue()
    path = catalogue.write("feed.json", feed(record("one")))
    catalogue.run("sync", path).must(0)
    os.remove(path)
    answer = catalogue.run("--json", "sync").must(1)
    assert answer.json["sources"][0]["error"], answer.out
    assert catalogue.json("search")["count"] == 1
    assert catalogue.json("sources")["sources"][0]["state"] == "failed"


@check
def a_broken_file_fails_and_the_old_tools_stand():
    catalogue = Catalogue()
    path = catalogue.write("feed.json", feed(record("one")))
    catalogue.run("sync", path).must(0)
    catalogue.write("feed.json", b"{")
    assert "Example feed" in catalogue.run("sync").must(1).err
    assert catalogue.json("search")["count"] == 1


@check
def one_of_two_sources_failing_fails_and_the_other_comes():
    catalogue = Catalogue()
    good = catalogue.write("good.json", feed(record("one")))
    bad = catalogue.write("bad.json", b"{")
    answer = catalogue.run("--json", "sync", bad, good).must(1)
    reports = answer.json["sources"]
    assert len(reports) == 2 and sorted(report["added"] for report in reports) == [0, 1]
    assert catalogue.json("search")["count"] == 1


@check
def a_source_is_removed_with_its_tools():
    catalogue = Catalogue()
    first = catalogue.write("first.json", feed(record("one")))
    second = catalogue.write("second.json", feed(record("two")))
    catalogue.run("sync", first, second).must(0)
    assert catalogue.json("sources", "remove", first) == {"removed": pathlib.Path(first).as_uri()}
    assert names(catalogue.json("search")) == ["two"]
    assert len(catalogue.json("sources")["sources"]) == 1


@check
def an_unknown_source_is_not_removed():
    answer = Catalogue().run("sources", "remove", "https://example.org/none").must(1)
    assert "https://example.org/none" in answer.err


@check
def sources_takes_nothing_else():
    Catalogue().run("sources", "remove").must(2)
    Catalogue().run("sources", "drop", "x").must(2)


@check
def nothing_to_sync_is_done():
    catalogue = Catalogue()
    assert catalogue.json("sync") == {"sources": []}
    assert "sidekickctl sync URL" in catalogue.run("sync").must(0).out


@check
def quiet_says_nothing_of_a_sync_that_went_well():
    catalogue = Catalogue()
    answer = catalogue.run("--quiet", "sync", catalogue.write("feed.json", feed(record("one"))))
    answer.must(0)
    assert answer.out == "" and answer.err == ""


@check
def no_bar_is_drawn_but_on_a_terminal():
    catalogue = Catalogue()
    answer = catalogue.run("sync", catalogue.write("feed.json", feed(record("one")))).must(0)
    assert answer.err == ""


@check
def an_interrupt_stops_a_sync_and_the_old_tools_stand():
    catalogue = Catalogue()
    catalogue.run("sync", catalogue.write("feed.json", feed(record("one")))).must(0)
    # Enough to be at work still when the signal comes.
    big = feed(*(record(f"big-{i}", description="word " * 400) for i in range(20000)))
    path = catalogue.write("big.json", big)
    process = subprocess.Popen([PROGRAM, *catalogue.options, "sync", path], env=environment(),
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until("a part of it to be read", lambda: has_read(process) > os.path.getsize(path) // 4)
    assert process.poll() is None, "the sync was over before it could be interrupted"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=TIMEOUT)
    answer = Answer(process.returncode, out, err).must(1)
    assert "stopped" in answer.err and answer.out == "", (answer.out, answer.err)
    assert names(catalogue.json("search")) == ["one"]


main()
