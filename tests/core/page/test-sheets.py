# SPDX-License-Identifier: GPL-3.0-or-later
import base64
import json
import re
import zlib

from checks import check, main
from sheets import Sheet, block, ink_outside, overlaps, session

MINE = "safer-internet-day-5b"
KINDS = ["leader", "wall", "family"]
LANGUAGES = ["nl", "fr", "de", "en"]
MARGINS = {"leader": 34.0, "wall": 34.0, "family": 28.0}


def plan_in(link):
    """The plan in a hand-off link, read as its description says."""
    assert link.startswith("sidekick:session#1."), link
    packed = link.removeprefix("sidekick:session#1.")
    return json.loads(zlib.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), -15))


def in_order(text, *parts):
    """That the parts stand in the text one after the other."""
    at = 0
    for part in parts:
        at = text.find(part, at)
        assert at >= 0, f"{part!r} is not in its place in {text!r}"
        at += len(part)


@check
def every_sheet_is_tagged_a4_with_its_fonts_in_it():
    for kind in KINDS:
        for languages in [*LANGUAGES, "nl,fr"]:
            sheet = Sheet(session(MINE), kind, languages)
            info = sheet.info()
            assert info["Tagged"] == "yes" and info["Page size"].endswith("(A4)"), info
            assert int(info["Pages"]) == sheet.pages
            assert info["Title"] == "Safer Internet Day met 5B" and info["Creator"] == "Sidekick", info
            assert sheet.fonts() and all(font == ["yes"] * 3 for font in sheet.fonts()), sheet.fonts()


@check
def a_reader_is_told_the_language_and_finds_nothing_broken():
    for language in ["nl", "fr"]:
        sheet = Sheet(session(MINE), "leader", language)
        assert f"/Lang ({language})".encode() in sheet.pdf.read_bytes()
        assert sheet.complaints() == "", sheet.complaints()


@check
def a_leader_s_hour_fits_on_one_page_with_every_block_and_its_times():
    sheet = Sheet(session(MINE), "leader")
    assert sheet.pages == 1
    in_order(sheet.text(), "Blad voor de begeleider", "Safer Internet Day met 5B",
             "dinsdag 9 februari 2027", "10.25 – 11.15", "22 kinderen, 10–11 jaar", "Klaarzetten",
             "10.25", "Welkom: wie was gisteren online?", "10.30", "MediaMasters", "10.35",
             "Check, check, dubbelcheck op internet", "22 werkbladen", "10.50", "In twee groepen",
             "A · Max 24/7", "B · Zeg Stop tegen Cyberpesten", "11.02", "Pauze: even rekken", "11.05",
             "Nabespreking: bij wie kan ik terecht?", "kaartjes 116 000", "11.10", "5 min vrij", "11.15",
             "Bel", "Als we laat zijn", "Child Focus 116 000", "Voor de volgende keer", "blad 1 van 1")
    in_order(sheet.text(), "10.50", "vast")


@check
def the_leader_s_sheet_says_what_goes_wrong_and_what_to_do_then():
    text = Sheet(session(MINE), "leader").text()
    assert "5 min voorbij 10.50" in text
    assert "MediaMasters weglaten: 5 min" in text
    in_order(text, "Luister rustig", "Beloof geen geheim", "Schrijf op", "zorgcoördinator")


@check
def the_leader_s_sheet_has_a_structure_to_read_aloud():
    structure = Sheet(session(MINE), "leader").structure()
    for part in ["Document", "H1", "Table", "TR", "TH", "TD", "H2", "P"]:
        assert re.search(rf"^\s*{part}\b", structure, re.MULTILINE), f"no {part}: {structure[:2000]}"
    in_order(structure, "10.25", "Welkom", "stiften", "10.30", "MediaMasters", "drie quizvragen")


@check
def where_and_when_a_number_was_seen_is_said():
    assert "nummers gezien in november 2026 op betterinternetforkids.eu" in Sheet(session(MINE), "leader").text()


@check
def each_language_has_its_words_and_its_clock():
    expected = {"nl": ["10.25", "dinsdag 9 februari 2027", "Als een kind u iets vertelt"],
                "fr": ["10 h 25", "mardi 9 février 2027", "Si un enfant se confie à vous"],
                "de": ["10:25", "Dienstag, 9. Februar 2027", "Wenn ein Kind Ihnen etwas anvertraut"],
                "en": ["10:25", "9 February 2027", "If a child tells you something"]}
    for language, parts in expected.items():
        text = Sheet(session(MINE), "leader", language).text()
        assert all(part in text for part in parts), text


@check
def every_sheet_has_the_helpline_in_every_language():
    for kind in KINDS:
        for language in LANGUAGES:
            assert "116 000" in Sheet(session(MINE), kind, language).text(), (kind, language)


@check
def two_languages_stand_side_by_side():
    for kind, nl, fr in [("leader", "Als we laat zijn", "Si nous sommes en retard"),
                         ("wall", "Vandaag in 5B", "Aujourd’hui en 5B"),
                         ("family", "Om thuis over te praten", "À discuter à la maison")]:
        sheet = Sheet(session(MINE), kind, "nl,fr")
        text = sheet.text()
        assert nl in text and fr in text, text
        assert not overlaps(sheet), overlaps(sheet)
    assert "5 min vrij / 5 min de libre" in Sheet(session(MINE), "leader", "nl,fr").text()


@check
def private_notes_are_for_the_leader_alone():
    note = "Begin met de foto van de klasuitstap."
    assert note in Sheet(session(MINE), "leader").text()
    for kind in ["wall", "family"]:
        assert "klasuitstap" not in Sheet(session(MINE), kind).text()


@check
def the_code_holds_the_session():
    [link] = Sheet(session("mediamasters-6a"), "leader").codes()
    plan = plan_in(link)
    assert plan["t"] == session("mediamasters-6a")["title"], plan
    assert len(plan["b"]) == len(session("mediamasters-6a")["blocks"])


@check
def the_code_of_a_longer_session_leaves_out_what_is_beside_it():
    sheet = Sheet(session(MINE), "leader")
    [link] = sheet.codes()
    plan = plan_in(link)
    assert len(plan["b"]) == len(session(MINE)["blocks"]) and "klasuitstap" not in json.dumps(plan)
    assert not any("g" in each for each in plan["b"]) and "v" not in plan


@check
def what_is_too_large_for_a_code_says_so():
    many = session(MINE, blocks=[{"id": f"o{i}", "kind": "talk", "minutes": 5,
                                  "title": f"{i * 7919 % 1000003} en {i * 104729 % 999983} apart"}
                                 for i in range(60)])
    text = Sheet(many, "leader").text()
    in_order(text, "te groot voor")
    assert "zonder server" not in text


@check
def the_wall_keeps_to_what_all_may_read():
    sensitive = block(MINE, 1)
    sensitive["record"]["about"] = [{"id": "https://w3id.org/sidekick/theme/sexting-grooming",
                                     "type": "Concept"}]
    text = Sheet(session(MINE, blocks=[sensitive]), "wall").text()
    assert "MediaMasters" not in text and "Samen online" in text, text

    sensitive["title"] = "Ons spel"
    assert "Ons spel" in Sheet(session(MINE, blocks=[sensitive]), "wall").text()


@check
def blocks_on_the_wall_are_as_high_as_they_last():
    plan = session(MINE, end="2027-02-09T11:25", blocks=[
        {"id": f"b{i}", "kind": "talk", "title": f"Deel{i}", "minutes": minutes}
        for i, minutes in enumerate([10, 20, 30])])
    [page] = Sheet(plan, "wall").words()
    middles = [next((top + bottom) / 2 for _, top, _, bottom, word in page if word == f"Deel{i}")
               for i in range(3)]
    first, second = middles[1] - middles[0], middles[2] - middles[1]
    assert abs(second / first - 25 / 15) < 0.05, middles


@check
def the_family_reads_what_was_done_and_three_questions():
    sheet = Sheet(session(MINE), "family")
    text = sheet.text()
    in_order(text, "Vandaag in 5B", "Wat we deden", "MediaMasters", "Check, check, dubbelcheck op internet",
             "Max 24/7")
    assert "Om thuis over te praten" in text and "ook ’s avonds?" in text
    assert text.count("Vandaag in 5B") == 2, "two on a page"
    # Readers of pages leave out what is printed twice in one place; those of structures do not.
    structure = sheet.structure()
    for heading in ("Vandaag in 5B", "Wat we deden", "Om thuis over te praten"):
        assert structure.count(f'"{heading}"') == 2, structure
    assert set(sheet.codes()) == {"https://www.childfocus.be"}


@check
def a_family_is_asked_what_the_tools_ask_where_that_is_in_its_language():
    asking = block(MINE, 1)
    asking["record"]["additionalProperty"] = [
        {"type": "PropertyValue", "propertyID": "https://w3id.org/sidekick/property/talk-question",
         "value": "Welk spel spelen we samen?", "inLanguage": "nl"}]
    plan = session(MINE, blocks=[asking])
    assert "Welk spel spelen we samen?" in Sheet(plan, "family").text()
    assert "Welk spel spelen we samen?" not in Sheet(plan, "family", "nl,fr").text()


@check
def a_tool_that_was_withdrawn_is_marked():
    plan = session(MINE, blocks=[block(MINE, 1, withdrawn=True)])
    assert "niet meer in de catalogus" in Sheet(plan, "leader").text()


@check
def a_tool_is_called_as_its_record_in_the_language_unless_it_was_renamed():
    tool = block(MINE, 1)
    tool["record"]["name"] = {"nl": "MediaMasters", "fr": "Les maîtres des médias"}
    assert "Les maîtres des médias" in Sheet(session(MINE, blocks=[tool]), "leader", "fr").text()
    tool["title"] = "Quiz"
    text = Sheet(session(MINE, blocks=[tool]), "leader", "fr").text()
    assert "Quiz" in text and "maîtres" not in text


LONG = "Een heel lange titel over privacy op het internet, met veel woorden en zonder einde " * 4
HARD = {
    "one block and no bell": {"blocks": [block(MINE, 0)], "end": None},
    "none": {"blocks": []},
    "25 blocks": {"blocks": [block(MINE, i % 3, id=f"x{i}", lock=None) for i in range(25)]},
    "long": {"title": LONG.strip(), "blocks": [
        block(MINE, 0),
        block(MINE, 2, title=LONG, goal="Waarom doen we dit? " * 60, note="Een lange notitie. " * 400,
              materials=[f"materiaal {i} met een lange naam" for i in range(40)]),
        block(MINE, 3, title=LONG)]},
    "four lanes": {"blocks": [block(MINE, 3, lanes=[
        {"id": f"l{i}", "kind": "talk", "title": title, "note": "Rustig. " * 20, "materials": ["stiften"]}
        for i, title in enumerate(["Eén", "Twee", "Drie en een half uur later", "Donaudampfschifffahrtsgesellschaft"])])]},
    "right to left": {"blocks": [block(MINE, 0, title="אינטרנט בטוח יותר לכולם ביחד"),
                                 block(MINE, 1, title="الإنترنت الآمن للأطفال", goal="نتحدث معًا عن الخصوصية")]},
    "locks and overruns": {"blocks": [block(MINE, 0, minutes=90), block(MINE, 1, lock="10:30"),
                                      block(MINE, 2, lock="11:00", minutes=45)]},
}


def hard(name):
    plan = session(MINE, **HARD[name])
    plan["blocks"] = [{k: v for k, v in each.items() if v is not None} for each in plan["blocks"]]
    return {k: v for k, v in plan.items() if v is not None}


@check
def nothing_is_outside_the_margins_or_over_anything_else():
    for name in HARD:
        for kind in KINDS:
            for large in [False, True]:
                sheet = Sheet(hard(name), kind, "nl", large)
                assert not any(ink_outside(sheet, MARGINS[kind])), (name, kind, large)
                if name != "right to left":
                    assert not overlaps(sheet), (name, kind, large, overlaps(sheet)[:5])


@check
def nothing_is_left_out_however_much_there_is():
    text = Sheet(hard("long"), "leader").text()
    assert text.count("Een lange notitie.") + text.count("Een lange") >= 400
    assert all(f"materiaal {i} " in text for i in range(40))
    sheet = Sheet(hard("25 blocks"), "leader")
    assert sheet.pages > 1
    assert sum(sheet.text(page).count("Wat en hoe") for page in range(1, sheet.pages + 1)) == sheet.pages
    for page in range(2, sheet.pages + 1):
        assert "Safer Internet Day met 5B, vervolg" in sheet.text(page)


@check
def a_row_stays_on_one_page():
    sheet = Sheet(hard("25 blocks"), "leader")
    for page in range(1, sheet.pages + 1):
        text = sheet.text(page)
        assert text.count("Welkom: wie was gisteren online?") == text.count("stiften"), text
        assert text.count("PowerPoint") == text.count("werkbladen"), text


@check
def large_print_is_larger_and_nothing_less():
    usual, large = Sheet(session(MINE), "leader"), Sheet(session(MINE), "leader", large=True)

    def height(sheet):
        return next(bottom - top for page in sheet.words() for _, top, _, bottom, word in page
                    if word == "Geen")

    assert height(large) / height(usual) > 1.35
    for part in ["Welkom: wie was", "Nabespreking: bij wie", "Child Focus 116 000"]:
        assert part in large.text(), part


@check
def the_same_session_gives_the_same_bytes():
    one, other = Sheet(session(MINE), "leader"), Sheet(session(MINE), "leader")
    assert one.pdf.read_bytes() == other.pdf.read_bytes()


main()
