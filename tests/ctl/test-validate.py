# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os

from ctl import SOURCE, Catalogue, check, feed, main, record, run

FOLDER = Catalogue()
STARTER = os.path.join(SOURCE, "data/catalogue/starter.json")
BROKEN = FOLDER.write("broken.json", feed(
    record("good", inLanguage=["en"]),
    {"id": "https://example.org/tools/nameless", "type": ["LearningResource"]},
))


@check
def the_starter_is_clean():
    answer = run("validate", STARTER).must(0)
    assert "errors: 0, warnings: 0" in answer.out, answer.out


@check
def a_clean_file_says_nothing_when_quiet():
    assert run("--quiet", "validate", STARTER).must(0).out == ""


@check
def a_record_without_a_name_is_named():
    answer = run("validate", BROKEN).must(1)
    assert BROKEN in answer.out and "https://example.org/tools/nameless" in answer.out, answer.out
    assert "record 1" in answer.out


@check
def problems_come_as_json():
    answer = run("--json", "validate", BROKEN).must(1)
    [checked] = answer.json["files"]
    assert checked["file"] == BROKEN and checked["error"] is None
    assert checked["resources"] == 1 and checked["refused"] == 1
    errors = [each for each in checked["problems"] if each["severity"] == "error"]
    assert len(errors) == checked["errors"]
    assert {"code", "path", "message", "index", "id", "line", "column"} < set(errors[0])
    assert errors[0]["index"] == 1 and errors[0]["id"] == "https://example.org/tools/nameless"


@check
def garbage_is_unreadable():
    for name, content in (("empty", b""), ("binary", b"\x00\xff" * 99), ("text", b"hello"),
                          ("cut", b'{"type": "DataFeed", "dataFeedElement": [{'),
                          ("login", b"<!doctype html><title>Sign in</title>")):
        path = FOLDER.write(name, content)
        answer = run("validate", path).must(2)
        assert path in answer.err, answer.err


@check
def a_missing_file_is_unreadable():
    path = os.path.join(FOLDER.folder, "missing.json")
    answer = run("--json", "validate", path).must(2)
    assert path in answer.err
    assert answer.json["files"][0]["error"]


@check
def a_folder_is_unreadable():
    run("validate", FOLDER.folder).must(2)


@check
def standard_input_is_a_dash():
    content = json.dumps(feed(record("good"))).encode()
    assert run("validate", "-", stdin=content).status in (0, 1)
    assert run("--json", "validate", "-", stdin=content).json["files"][0]["resources"] == 1
    run("validate", "-", stdin=b"").must(2)


@check
def the_worst_of_several_files_decides():
    garbage = FOLDER.write("garbage", b"hello")
    run("validate", STARTER, BROKEN).must(1)
    assert run("validate", garbage, STARTER, BROKEN).must(2).out.count(BROKEN) > 0


@check
def of_several_unreadable_files_each_is_named_and_one_line_says_how_many():
    one, two = FOLDER.write("one", b"hello"), FOLDER.write("two", b"")
    answer = run("validate", one, STARTER, two).must(2)
    assert "2 of 3 files" in answer.err and one in answer.err, answer.err
    assert one in answer.out and two in answer.out, answer.out


@check
def no_file_is_wrong_use():
    run("validate").must(2)


main()
