# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import re
import shutil
import subprocess

from ctl import SOURCE, check, main, run


def complete(*words):
    """What bash offers for the last word."""
    program = words[0]
    script = (
        'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
        f'_{program}; printf "%s\\n" "${{COMPREPLY[@]}}"'
    )
    path = os.path.join(SOURCE, "data/completions", program)
    done = subprocess.run([shutil.which("bash"), "-c", script, "bash", path, *words],
                          capture_output=True, text=True, check=True)
    assert done.stderr == "", done.stderr
    return done.stdout.split()


def notations(name):
    with open(os.path.join(SOURCE, "data/vocabularies", name + ".json"), encoding="utf-8") as file:
        scheme = json.load(file)
    found = []

    def walk(node):
        if isinstance(node, dict):
            if node.get("type") == "Concept" and "notation" in node:
                found.append(node["notation"])
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(scheme)
    assert found
    return found


@check
def commands_complete():
    assert complete("sidekickctl", "se") == ["search", "session"]
    assert complete("sidekickctl", "s") == ["status", "sync", "sources", "search", "show", "session"]
    assert complete("sidekickctl", "--data-dir", "/tmp", "va") == ["validate"]
    assert complete("sidekickctl", "sources", "") == ["remove"]
    assert complete("sidekickctl", "user", "") == ["export", "import"]
    assert "--csv" in complete("sidekickctl", "dead-links", "--")
    assert "json" in complete("sidekickctl", "help", "")


@check
def every_option_of_search_completes():
    text = run("help", "search").must(0).out
    options = {word.split("=")[0].rstrip(",") for word in text.split() if word.startswith("--")}
    offered = set(complete("sidekickctl", "search", "--"))
    assert options == offered, options ^ offered


@check
def every_option_of_bench_query_completes():
    text = run("help", "bench-query").must(0).out
    options = {word.split("=")[0] for word in text.split() if word.startswith("--")}
    assert options == set(complete("sidekickctl", "bench-query", "--"))
    assert complete("sidekickctl", "bench-query", "--queries", "") == []


@check
def every_option_of_compose_completes():
    text = run("help", "compose").must(0).out
    options = {word.split("=")[0] for word in text.split() if word.startswith("--")}
    assert options == set(complete("sidekickctl", "compose", "--"))
    assert complete("sidekickctl", "compose", "--without", "s") == ["screen", "sound"]
    assert complete("sidekickctl", "compose", "--theme", "bul") == ["bullying"]


@check
def every_option_of_every_verb_of_session_completes():
    verbs = complete("sidekickctl", "session", "")
    assert verbs == ["new", "add", "move", "set", "remove", "show", "export", "link"]
    for verb in verbs:
        text = run("help", "session", verb).must(0).out
        options = {word.split("=")[0].rstrip(",") for word in text.split()
                   if re.match("--[a-z]", word) and not word.startswith("--own|")}
        offered = set(complete("sidekickctl", "--quiet", "session", verb, "--"))
        assert options - {"--start,"} == offered, (verb, options ^ offered)


@check
def values_of_session_complete():
    templates = complete("sidekickctl", "session", "new", "a.sidekick", "--template", "")
    folder = os.path.join(SOURCE, "data/templates")
    assert sorted(name + ".json" for name in templates) == sorted(os.listdir(folder))
    assert complete("sidekickctl", "session", "add", "a.sidekick", "--own", "de") == ["debrief"]
    assert complete("sidekickctl", "session", "export", "a.sidekick", "--to", "o") == ["odt"]


@check
def every_global_option_completes():
    text = run("help", "status").must(0).out
    options = {word.split("=")[0].rstrip(",") for word in text.split() if word.startswith("--")}
    assert options == set(complete("sidekickctl", "--"))


@check
def every_concept_completes():
    for option, name in (("--theme", "themes"), ("--format", "formats"),
                         ("--audience", "audiences"), ("--setting", "settings")):
        offered = complete("sidekickctl", "search", option, "")
        assert sorted(offered) == sorted(notations(name) + ["none"]), (option, offered)


@check
def values_complete_in_the_middle_of_a_line():
    assert complete("sidekickctl", "search", "--theme", "bul") == ["bullying"]
    assert complete("sidekickctl", "--json", "search", "--order", "ti") == ["title"]
    assert complete("sidekickctl", "search", "--publisher", "") == []


@check
def the_window_completes_too():
    assert complete("sidekick", "--da") == ["--data-dir"]


main()
