# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import datetime
import html.parser
import io
import json
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree
import zipfile

import icalendar
from ctl import check, main
from planning import Planning

PLANNING = Planning()
HOUR = PLANNING.hour()
LANGUAGES = {"nl": ("Verloop", "Privénotitie", "dinsdag 9 februari 2027", "10.25"),
             "fr": ("Déroulement", "Note privée", "mardi 9 février 2027", "10 h 25"),
             "de": ("Ablauf", "Private Notiz", "Dienstag, 9. Februar 2027", "10:25"),
             "en": ("Programme", "Private note", "9 February 2027", "10:25")}
SECRET = "Noah zit alleen"


class Page(html.parser.HTMLParser):
    """What a page holds: its elements, its text, and what it would load."""

    VOID = {"meta", "br", "path"}

    def __init__(self, text):
        super().__init__()
        self.elements, self.open, self.text, self.links, self.languages = [], [], "", [], []
        self.feed(text)
        assert self.open == [], f"not closed: {self.open}"

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.elements.append(tag)
        self.links += [attributes[name] for name in ("src", "href") if name in attributes]
        self.languages += [attributes["lang"]] if "lang" in attributes else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert tag in self.VOID or self.open.pop() == tag, tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.text += data


def plain(text):
    """The text with its no-break spaces as blanks."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def events(*words):
    calendar = icalendar.Calendar.from_ical(PLANNING.export(HOUR, "--to", "ics", *words).out)
    return calendar, list(calendar.walk("VEVENT"))


def local(moment):
    return moment.strftime("%Y-%m-%dT%H:%M")


def from_odt(name):
    """The text of a document, as LibreOffice reads it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["libreoffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                        "--convert-to", "pdf", "--outdir", folder, PLANNING.path(name)],
                       check=True, capture_output=True, timeout=200)
        pdf = os.path.join(folder, os.path.splitext(name)[0] + ".pdf")
        return plain(subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True,
                                    capture_output=True, text=True).stdout)


@check
def a_calendar_has_one_event_with_the_agenda():
    calendar, found = events()
    assert calendar["VERSION"] == "2.0" and len(found) == 1
    event = found[0]
    assert event["SUMMARY"] == "Safer Internet Day met 5B"
    assert local(event["DTSTART"].dt) == "2027-02-09T10:25"
    assert local(event["DTEND"].dt) == "2027-02-09T11:15"
    assert event["LOCATION"] == 'Lokaal 12; "blauw"'
    assert event["UID"] == PLANNING.show(HOUR)["id"]
    assert event["DTSTART"].params["TZID"] == "Europe/Brussels"
    agenda = plain(event["DESCRIPTION"]).splitlines()
    assert "10.25 Welkom <b>& hallo</b> (5 min)" in agenda, agenda
    assert "   – Kring" in agenda and "11.15 Bel" in agenda
    assert SECRET not in event["DESCRIPTION"]


@check
def a_calendar_has_an_event_a_block_if_one_likes():
    _, found = events("--events", "blocks")
    session = PLANNING.show(HOUR)
    assert [local(event["DTSTART"].dt) for event in found] == [b["start"] for b in session["blocks"]]
    assert [local(event["DTEND"].dt) for event in found] == [b["end"] for b in session["blocks"]]
    assert len({event["UID"] for event in found}) == 4
    assert "– Kring" in found[2]["DESCRIPTION"]
    assert SECRET not in "".join(str(event.get("DESCRIPTION", "")) for event in found)


@check
def a_calendar_is_written_as_its_standard_asks_and_always_the_same():
    PLANNING.run("export", HOUR, "--to", "ics", "-o", "one.ics").must(0)
    PLANNING.run("export", HOUR, "--to", "ics", "-o", "two.ics").must(0)
    data = PLANNING.read("one.ics")
    assert data == PLANNING.read("two.ics")
    lines = data.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode("utf-8") for line in lines[:-1])


def read_event(text):
    return next(iter(icalendar.Calendar.from_ical(text).walk("VEVENT")))


@check
def the_zone_is_right_on_both_sides_of_a_change_of_clocks():
    for zone, start, hours in (("Europe/Brussels", "2027-02-09T10:25", 1),
                               ("Europe/Brussels", "2027-03-27T10:00", 1),
                               ("Europe/Brussels", "2027-03-28T10:00", 2),
                               ("Europe/Brussels", "2027-07-01T10:00", 2),
                               ("Europe/Brussels", "2027-10-31T10:00", 1),
                               ("America/St_Johns", "2027-02-09T10:00", -3.5),
                               ("America/St_Johns", "2027-07-09T10:00", -2.5),
                               ("Asia/Tokyo", "2027-02-09T10:00", 9)):
        name = f"{zone.replace('/', '-')}-{start[:10]}.sidekick"
        PLANNING.run("new", name, "--start", start, "--end", start[11:13] + ":50", "--zone", zone).must(0)
        text = PLANNING.export(name, "--to", "ics").out
        event = read_event(text)
        assert event["DTSTART"].params["TZID"] == zone
        # Under a name that no machine knows, the file itself must tell the offset.
        told = read_event(text.replace(zone, f"Told/{name[:-9]}"))
        for moment in (event["DTSTART"].dt, told["DTSTART"].dt):
            assert local(moment) == start
            assert moment.utcoffset() == datetime.timedelta(hours=hours), (zone, start, moment)


@check
def a_session_over_a_change_of_clocks_lasts_as_long_as_it_does():
    PLANNING.run("new", "night.sidekick", "--start", "2027-03-28T01:30", "--zone", "Europe/Brussels").must(0)
    PLANNING.run("add", "night.sidekick", "--own", "play", "--minutes", "60").must(0)
    event = read_event(PLANNING.export("night.sidekick", "--to", "ics").out)
    assert local(event["DTEND"].dt) == "2027-03-28T03:30"
    assert event["DTEND"].dt.timestamp() - event["DTSTART"].dt.timestamp() == 3600


@check
def a_zone_without_a_name_is_told_in_utc():
    PLANNING.run("new", "utc.sidekick", "--start", "2027-02-09T10:25", "--zone", "UTC").must(0)
    PLANNING.run("add", "utc.sidekick", "--own", "play", "--minutes", "60").must(0)
    text = PLANNING.export("utc.sidekick", "--to", "ics").out
    assert "DTSTART:20270209T102500Z" in text and "VTIMEZONE" not in text


@check
def a_table_can_be_read_and_is_no_formula():
    PLANNING.run("export", HOUR, "--to", "csv", "-o", "hour.csv").must(0)
    data = PLANNING.read("hour.csv")
    assert data.endswith(b"\r\n") and SECRET.encode() not in data
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    assert [row["#"] for row in rows] == ["1", "2", "3", "3.1", "3.2", "4"]
    assert rows[0]["Titel"] == "Welkom <b>& hallo</b>" and rows[0]["Begin"] == "10:25"
    assert rows[0]["Wat en waarom"] == "Wie was online?\n=1+1"
    assert rows[0]["Klaarzetten"] == "stiften; papier"
    assert rows[1]["Min"] == "25" and rows[1]["Link"].startswith("https://")
    assert rows[3]["Titel"] == "'=HYPERLINK(\"x\")"


@check
def json_is_what_show_says_without_the_notes():
    exported = json.loads(PLANNING.export(HOUR, "--to", "json").out)
    shown = PLANNING.show(HOUR)
    for block in shown["blocks"]:
        del block["note"]
        for lane in block["lanes"]:
            del lane["note"]
    assert exported == shown


@check
def a_block_without_a_title_is_called_by_its_kind():
    PLANNING.run("new", "untitled.sidekick", "--language", "de").must(0)
    PLANNING.run("add", "untitled.sidekick", "--own", "welcome").must(0)
    for words, title in (((), "Begrüßung"), (("--language", "fr"), "Accueil"), (("--language", "nl,fr"), "Welkom")):
        exported = json.loads(PLANNING.export("untitled.sidekick", "--to", "json", *words).out)
        assert [block["title"] for block in exported["blocks"]] == [title], words


@check
def a_page_stands_on_its_own():
    for language, (programme, note, date, clock) in LANGUAGES.items():
        text = plain(PLANNING.export(HOUR, "--to", "html", "--language", language).out)
        page = Page(text)
        assert f'<html lang="{language}">' in text
        for words in (programme, note, date, clock, SECRET, "Welkom <b>& hallo</b>", "=1+1", "Kring", "116 000"):
            assert words in page.text, (language, words)
        assert page.elements.count("h1") == 1 and page.elements.count("table") == 1
        assert "thead" in page.elements and "b" not in page.elements
        assert not re.search(r"(?i)<(link|img|script|iframe)|@import|url\(", text)
        assert all(link.startswith(("https://", "sidekick:")) for link in page.links), page.links


@check
def markdown_says_the_same():
    for language, (programme, note, date, clock) in LANGUAGES.items():
        text = plain(PLANNING.export(HOUR, "--to", "md", "--language", language).out)
        assert text.startswith("# Safer Internet Day met 5B\n")
        for words in (f"## {programme}", f"**{note}**", date, f"| {clock} | 5 |", SECRET,
                      r"Welkom \<b\>\& hallo\</b\>", "- [ ] stiften", r"\=1+1", "| ↳ Kring", "116 000"):
            assert words in text, (language, words, text)
        table = [line for line in text.splitlines() if line.startswith("|")]
        assert len({line.replace(r"\|", "").count("|") for line in table}) == 1, table


@check
def a_text_document_is_a_sound_package():
    PLANNING.run("export", HOUR, "--to", "odt", "-o", "hour.odt").must(0)
    data = PLANNING.read("hour.odt")
    assert data[30:38] == b"mimetype" and data[38:77] == b"application/vnd.oasis.opendocument.text"
    with zipfile.ZipFile(PLANNING.path("hour.odt")) as package:
        assert package.testzip() is None
        assert package.infolist()[0].compress_type == zipfile.ZIP_STORED
        names = package.namelist()
        parts = {name: xml.etree.ElementTree.fromstring(package.read(name))
                 for name in names if name.endswith(".xml")}
    listed = [entry.attrib.get("{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path")
              for entry in parts["META-INF/manifest.xml"]]
    assert set(listed) == set(names) - {"mimetype", "META-INF/manifest.xml"} | {"/"}
    content = xml.etree.ElementTree.tostring(parts["content.xml"], encoding="unicode")
    assert re.search(r'outline-level="1"', content) and re.search(r'outline-level="2"', content)
    assert "table-header-rows" in content
    title = parts["content.xml"].find(".//{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title")
    assert "dit plan, zonder server" in title.text
    PLANNING.run("export", HOUR, "--to", "odt", "-o", "again.odt").must(0)
    assert PLANNING.read("again.odt") == data


@check
def libreoffice_opens_the_text_document():
    for language, (programme, note, date, clock) in LANGUAGES.items():
        PLANNING.run("export", HOUR, "--to", "odt", "--language", language, "-o", "text.odt").must(0)
        text = from_odt("text.odt")
        for words in (programme, note, date, clock, SECRET, "Welkom <b>& hallo</b>", "stiften", "116 000"):
            assert words in text, (language, words, text)


@check
def two_languages_stand_side_by_side():
    page = Page(PLANNING.export(HOUR, "--to", "html", "--language", "nl,fr").out)
    assert "Verloop / Déroulement" in page.text and "Bel" in page.text and "Sonnerie" in page.text
    assert page.languages[0] == "nl" and set(page.languages[1:]) == {"fr"}
    assert "| Bel | Sonnerie |" in PLANNING.export(HOUR, "--to", "md", "--language", "nl,fr").out
    PLANNING.run("export", HOUR, "--to", "odt", "--language", "de,en", "-o", "both.odt").must(0)
    assert re.search(r"Schluss +Bell", from_odt("both.odt"))
    rows = list(csv.DictReader(io.StringIO(PLANNING.export(HOUR, "--to", "csv", "--language", "nl,fr").out)))
    assert rows[5]["Titel (nl)"] == "Nabespreking" and rows[5]["Titre (fr)"] == "Bilan"
    _, found = events("--language", "nl,fr")
    agenda = plain(found[0]["DESCRIPTION"])
    assert "11.15 Bel" in agenda and "11 h 15 Sonnerie" in agenda


@check
def only_the_leader_reads_the_notes():
    for format_ in ("html", "md", "odt"):
        for kind in ("wall", "family"):
            name = f"{kind}.{format_}"
            PLANNING.run("export", HOUR, "--to", format_, "--sheet", kind, "-o", name).must(0)
            text = from_odt(name) if format_ == "odt" else PLANNING.read(name).decode()
            assert "Kring" in text and "10.25" in text, (name, text)
            for secret in (SECRET, "Wie was online", "stiften", "sidekick:session#"):
                assert secret not in text, (name, secret)
    for format_ in ("ics", "csv", "json"):
        assert SECRET not in PLANNING.export(HOUR, "--to", format_).out


@check
def a_sheet_is_a_pdf():
    for kind in ("leader", "wall", "family"):
        name = f"{kind}.pdf"
        PLANNING.run("export", HOUR, "--to", "pdf", "--sheet", kind, "--language", "nl", "-o", name).must(0)
        assert PLANNING.read(name).startswith(b"%PDF-")
        text = subprocess.run(["pdftotext", PLANNING.path(name), "-"], check=True,
                              capture_output=True, text=True).stdout
        assert (SECRET in text) == (kind == "leader"), (kind, text)


@check
def the_code_in_a_document_is_the_link():
    link = PLANNING.run("link", HOUR).must(0).out.strip()
    PLANNING.run("export", HOUR, "--to", "odt", "-o", "code.odt").must(0)
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(PLANNING.path("code.odt")) as package:
            picture = package.extract("Pictures/code.png", folder)
        scanned = subprocess.run(["zbarimg", "--quiet", "--raw", picture], check=True,
                                 capture_output=True, text=True).stdout.strip()
    assert scanned == link


@check
def a_plan_too_long_for_a_code_is_written_without_one():
    PLANNING.run("new", "long.sidekick").must(0)
    for number in range(12):
        text = " ".join(str(n * n * 7919 % 99991) for n in range(number * 99, number * 99 + 99))
        PLANNING.run("add", "long.sidekick", "--own", "do", "--goal", text).must(0)
    assert len(PLANNING.run("link", "long.sidekick").must(0).out) > 2331
    assert "svg" not in Page(PLANNING.export("long.sidekick", "--to", "html").out).elements
    PLANNING.run("export", "long.sidekick", "--to", "odt", "-o", "long.odt").must(0)
    with zipfile.ZipFile(PLANNING.path("long.odt")) as package:
        assert "Pictures/code.png" not in package.namelist()


@check
def an_empty_session_is_exported_too():
    PLANNING.run("new", "empty.sidekick", "--title", "").must(0)
    for format_ in ("ics", "odt", "md", "html", "csv", "json", "pdf"):
        PLANNING.run("export", "empty.sidekick", "--to", format_, "-o", f"empty.{format_}").must(0)
        assert PLANNING.read(f"empty.{format_}")


@check
def odd_wishes_are_wrong_use():
    for words in ((), ("--to", "docx", "-o", "x.json"), ("--to", "md"),
                  ("--to", "md", "-o", "x.md", "--language", "es"),
                  ("--to", "md", "-o", "x.md", "--language", "nl,fr,de"),
                  ("--to", "md", "-o", "x.md", "--language", "nl,nl"),
                  ("--to", "csv", "-o", "x.csv", "--sheet", "wall"),
                  ("--to", "pdf", "-o", "x.pdf", "--sheet", "ceiling"),
                  ("--to", "pdf", "-o", "x.pdf", "--events", "blocks"),
                  ("--to", "ics", "-o", "x.ics", "--events", "often"),
                  ("--to", "odt", "-o", "x.odt", "--large-print")):
        PLANNING.run("export", HOUR, *words).must(2)
    assert not [name for name in os.listdir(PLANNING.catalogue.folder) if name.startswith("x.")]
    PLANNING.run("export", HOUR, "--to", "md", "-o", "/nowhere/x.md").must(1)
    PLANNING.run("export", "nowhere.sidekick", "--to", "md", "-o", "x.md").must(1)


main()
