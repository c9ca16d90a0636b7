# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os

from ctl import SOURCE, Catalogue, check, feed, main, names, record, run

with open(os.path.join(SOURCE, "data/catalogue/starter.json"), encoding="utf-8") as file:
    STARTER = [element["item"] for element in json.load(file)["dataFeedElement"] if "item" in element]


@check
def an_empty_folder_starts_with_the_starter():
    status = Catalogue(starter=True).json("status")
    assert status["resources"] == len(STARTER), status
    assert len(status["sources"]) == 1
    assert status["sources"][0]["builtIn"] is True
    assert status["sources"][0]["resources"] == len(STARTER)


@check
def an_empty_folder_without_the_starter_has_nothing():
    catalogue = Catalogue()
    status = catalogue.json("status")
    assert status["resources"] == 0 and status["sources"] == [] and status["lastSync"] is None
    assert catalogue.json("search") == {"count": 0, "results": []}
    assert catalogue.json("sources") == {"sources": []}


@check
def the_starter_comes_into_an_empty_folder_only():
    catalogue = Catalogue()
    catalogue.json("status")
    assert run("--data-dir", catalogue.data, "--json", "status").must(0).json["resources"] == 0


@check
def status_is_read_by_people_too():
    text = Catalogue(starter=True).run("status").must(0).out
    assert f"{len(STARTER)} tools\n1 source\n" in text, text


@check
def show_prints_every_resource_of_the_starter():
    catalogue = Catalogue(starter=True)
    found = catalogue.json("search", "--limit", "0")
    assert found["count"] == len(found["results"]) == len(STARTER)
    assert {each["id"] for each in found["results"]} == {each["id"] for each in STARTER}


@check
def show_prints_all_that_is_known():
    catalogue = Catalogue()
    path = catalogue.write("feed.json", feed(record(
        "cards",
        name={"nl": "Kaartspel", "en": "Card game"},
        description="Talk about chat.",
        inLanguage=["nl", "en"],
        keywords=["chat"],
        typicalAgeRange="8-10",
        timeRequired="PT45M",
        about=[{"id": "https://w3id.org/sidekick/theme/bullying", "type": "Concept"}],
        publisher=[{"type": "Organization", "name": "Example Centre", "id": "https://example.org/"}],
        license={"id": "https://creativecommons.org/licenses/by/4.0/"},
        isAccessibleForFree=True,
        url="https://example.org/cards",
        dateModified="2026-02-10",
        encoding=[{"type": "MediaObject", "contentUrl": "https://example.org/cards.pdf",
                   "encodingFormat": "application/pdf", "contentSize": "2048"}],
    )))
    catalogue.run("sync", path).must(0)

    shown = catalogue.json("show", "https://example.org/tools/cards")
    assert shown["name"] == "Kaartspel" and shown["names"] == {"nl": "Kaartspel", "en": "Card game"}
    assert shown["description"] == "Talk about chat."
    assert shown["ages"] == "8-10" and shown["minutes"] == 45
    assert shown["languages"] == ["nl", "en"] and shown["keywords"] == ["chat"]
    assert shown["themes"][0]["value"] == "https://w3id.org/sidekick/theme/bullying"
    assert shown["publishers"] == ["Example Centre"]
    assert shown["free"] is True and shown["url"] == "https://example.org/cards"
    assert shown["modified"].startswith("2026-02-10")
    assert shown["groupMin"] is None and shown["talkQuestions"] == []
    assert shown["attachments"] == [{"url": "https://example.org/cards.pdf", "name": None,
                                     "mediaType": "application/pdf", "sha256": None, "size": 2048}]

    text = catalogue.run("show", "https://example.org/tools/cards").must(0).out
    for fact in ("Kaartspel", "Talk about chat.", "8-10", "45 minutes", "Example Centre",
                 "https://example.org/cards.pdf", "Free of charge"):
        assert fact in text, (fact, text)


@check
def show_of_an_unknown_id_fails():
    answer = Catalogue(starter=True).run("show", "https://example.org/nothing").must(1)
    assert "https://example.org/nothing" in answer.err and answer.out == ""


@check
def show_takes_one_id():
    Catalogue().run("show").must(2)
    Catalogue().run("show", "a", "b").must(2)


@check
def names_come_in_the_readers_language():
    catalogue = Catalogue()
    path = catalogue.write("feed.json", feed(record(
        "cards", name={"nl": "Kaartspel", "fr": "Jeu de cartes", "en": "Card game"})))
    catalogue.run("sync", path).must(0)
    for language, name in (("nl_BE:en", "Kaartspel"), ("fr", "Jeu de cartes"), ("en", "Card game")):
        answer = run(*catalogue.options, "--json", "search", LC_ALL="", LC_MESSAGES="C.UTF-8",
                     LANG="C.UTF-8", LANGUAGE=language).must(0).json
        assert names(answer) == [name], (language, answer)


@check
def a_newer_catalogue_is_read_but_not_changed():
    catalogue = Catalogue()
    path = catalogue.write("feed.json", feed(record("one")))
    catalogue.run("sync", path).must(0)
    with open(os.path.join(catalogue.data, "catalogue.db"), "r+b") as database:
        database.seek(60)  # where SQLite keeps user_version
        database.write((9999).to_bytes(4, "big"))
    answer = catalogue.run("status").must(0)
    assert "newer version" in answer.err and answer.err.count("\n") == 1, answer.err
    assert catalogue.json("search")["count"] == 1
    for words in (["sync"], ["sources", "remove", path]):
        assert "newer version" in catalogue.run(*words).must(1).err


@check
def a_data_folder_that_is_a_file_fails():
    catalogue = Catalogue()
    path = catalogue.write("data", b"not a folder")
    for command in (["status"], ["search"], ["sync"], ["sources"]):
        assert path in run("--data-dir", path, *command).must(1).err


@check
def a_data_folder_under_a_file_fails():
    catalogue = Catalogue()
    path = catalogue.write("file", b"")
    run("--data-dir", os.path.join(path, "data"), "status").must(1)


@check
def a_data_folder_that_cannot_be_made_fails():
    # /proc takes no new folder from anyone, not from root either.
    run("--data-dir", "/proc/sidekick", "status").must(1)


@check
def a_publishers_control_characters_do_not_reach_the_terminal():
    catalogue = Catalogue()
    path = catalogue.write("feed.json", feed(record("x", name="Red \x1b[31m alert\x07\nnext")))
    catalogue.run("sync", path).must(0)
    text = catalogue.run("search").must(0).out
    assert "Red [31m alert next" in text and "\x1b" not in text and "\x07" not in text, text


@check
def a_plain_terminal_gets_what_it_can_show():
    catalogue = Catalogue()
    path = catalogue.write("feed.json", feed(record("x", name="Élève 网络")))
    catalogue.run("sync", path).must(0)
    for command in (["search"], ["show", "https://example.org/tools/x"], ["status"], ["help"]):
        answer = run(*catalogue.options, *command, LC_ALL="C").must(0)
        assert answer.out.isascii(), answer.out
    found = run(*catalogue.options, "--json", "search", "élève", LC_ALL="C").must(0).json
    assert names(found) == ["Élève 网络"]


@check
def a_search_word_that_is_not_utf_8_finds_nothing():
    answer = Catalogue(starter=True).run("--json", "search", b"\xff\xfezzz").must(0)
    assert answer.json["count"] == 0


main()
