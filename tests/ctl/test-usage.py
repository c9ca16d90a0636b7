# SPDX-License-Identifier: GPL-3.0-or-later
import re
import subprocess

from ctl import PROGRAM, Answer, Catalogue, check, environment, main, run

COMMANDS = ["status", "sync", "sources", "search", "show", "session", "user", "dead-links", "validate", "bench-query", "help"]


@check
def links_no_window():
    libraries = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
    assert "libglib" in libraries
    assert not re.search(r"lib(gtk|gdk|adwaita)", libraries), libraries


@check
def says_its_version():
    assert re.fullmatch(r"sidekickctl \d+\.\d+\.\d+\n", run("--version").must(0).out)


@check
def help_lists_every_command():
    for words in (["help"], ["--help"], ["-h"]):
        text = run(*words).must(0).out
        for command in COMMANDS:
            assert f"\n  {command} " in text, (words, command, text)


@check
def help_explains_every_command():
    for command in COMMANDS:
        text = run("help", command).must(0).out
        assert f"sidekickctl [OPTION" in text and command in text, text
        assert run(command, "--help").must(0).out == text


@check
def help_json_documents_every_member_that_is_promised():
    text = run("help", "json").must(0).out
    for member in ("resources", "sources", "lastSync", "count", "results", "id", "name", "facets",
                   "added", "changed", "withdrawn", "unchanged", "refused", "requests", "bytes"):
        assert f'"{member}"' in text, member


@check
def no_command_is_wrong_use():
    assert "say what to do" in run().must(2).err


@check
def an_unknown_command_is_wrong_use():
    assert "“serach”" in run("serach").must(2).err
    assert "“serach”" in run("help", "serach").must(2).err


@check
def an_unknown_option_is_wrong_use():
    for words in (["--frobnicate"], ["status", "--frobnicate"], ["status", "--age", "8"]):
        assert "sidekickctl help" in run(*words).must(2).err


@check
def a_word_too_many_is_wrong_use():
    assert "“now”" in run("status", "now").must(2).err


@check
def an_option_without_its_value_is_wrong_use():
    run("status", "--data-dir").must(2)
    run("--data-dir", "", "status").must(2)
    run("--data-dir=", "sync").must(2)


@check
def global_options_stand_before_or_after_the_command():
    catalogue = Catalogue()
    data = catalogue.data
    before = run("--json", "--no-starter", "--data-dir", data, "status").must(0).json
    after = run("status", "--json", "--no-starter", f"--data-dir={data}").must(0).json
    assert before == after
    assert before["resources"] == 0


@check
def an_answer_that_cannot_be_written_is_a_failure():
    catalogue = Catalogue(starter=True)
    for words in (["status"], ["search", "--json", "--limit", "0"]):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, *catalogue.options, *words], stdout=full,
                                  stderr=subprocess.PIPE, env=environment(), check=False)
        Answer(done.returncode, b"", done.stderr).must(1)


@check
def wrong_use_makes_no_data_folder():
    catalogue = Catalogue()
    catalogue.run("show").must(2)
    catalogue.run("search", "--limit", "-1").must(2)
    run("--data-dir", catalogue.data, "sources", "add", "x").must(2)
    assert subprocess.run(["ls", catalogue.folder], capture_output=True, check=True).stdout == b""


main()
