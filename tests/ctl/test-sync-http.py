# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import http.server
import json
import os
import pty
import select
import signal
import subprocess
import threading
import time

from ctl import PROGRAM, TIMEOUT, Answer, Catalogue, check, environment, feed, main, names, record, until

# In seconds: how long a server says nothing, and in which a program ends that is told to.
STALLS = 60
PROMPTLY = 20


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves the server's pages with an ETag; what stalls sends half of its body."""

    def do_GET(self):
        self.server.requests.append(self.path)
        body = self.server.pages.get(self.path)
        if body is None:
            self.send_error(404)
            return
        tag = '"' + hashlib.sha256(body).hexdigest() + '"'
        if self.headers["If-None-Match"] == tag:
            self.send_response(304)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.path == "/stalls.json":
            self.wfile.write(body[:len(body) // 2])
            self.wfile.flush()
            self.server.over.wait(STALLS)
        else:
            self.wfile.write(body)

    def log_message(self, *args):
        pass


class Server:
    def __init__(self):
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.http.pages = {}
        self.http.requests = []
        self.http.over = threading.Event()
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def serve(self, path, content):
        self.http.pages[path] = json.dumps(content).encode()
        return self.url(path)

    def url(self, path):
        return f"http://127.0.0.1:{self.http.server_port}{path}"

    @property
    def requests(self):
        return self.http.requests

    def stop(self):
        self.http.over.set()
        self.http.shutdown()
        self.http.server_close()


SERVER = Server()


@check
def a_feed_is_fetched():
    catalogue = Catalogue()
    url = SERVER.serve("/feed.json", feed(record("one"), record("two")))
    [report] = catalogue.json("sync", url)["sources"]
    assert report["url"] == url and report["name"] == "Example feed", report
    assert report["added"] == 2 and report["requests"] == 1, report
    assert report["bytes"] >= len(SERVER.http.pages["/feed.json"]), report
    assert catalogue.json("search")["count"] == 2


@check
def an_unchanged_feed_costs_one_request_and_no_body():
    catalogue = Catalogue()
    url = SERVER.serve("/same.json", feed(record("one")))
    catalogue.run("sync", url).must(0)
    before = SERVER.requests.count("/same.json")
    [report] = catalogue.json("sync")["sources"]
    assert report["notModified"] is True and report["requests"] == 1, report
    assert SERVER.requests.count("/same.json") == before + 1
    assert "nothing new" in catalogue.run("sync").must(0).out


@check
def a_missing_feed_fails_and_names_its_address():
    catalogue = Catalogue()
    url = SERVER.url("/missing.json")
    assert catalogue.run("sync", url).must(1).err.count(url) == 1


@check
def a_server_that_is_not_there_fails():
    gone = Server()
    url = gone.serve("/feed.json", feed(record("one")))
    gone.stop()
    catalogue = Catalogue()
    answer = catalogue.run("--json", "sync", url).must(1)
    assert answer.json["sources"][0]["error"]
    assert catalogue.json("search")["count"] == 0


@check
def an_address_that_is_none_fails():
    Catalogue().run("sync", "gopher://127.0.0.1/feed").must(1)


@check
def an_interrupt_stops_a_server_that_stalls():
    catalogue = Catalogue()
    catalogue.run("sync", SERVER.serve("/first.json", feed(record("one")))).must(0)
    url = SERVER.serve("/stalls.json", feed(*(record(f"r{i}") for i in range(1000))))
    process = subprocess.Popen([PROGRAM, *catalogue.options, "sync", url], env=environment(),
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until("the server to stall", lambda: "/stalls.json" in SERVER.requests)
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    out, err = process.communicate(timeout=TIMEOUT)
    assert time.monotonic() - began < PROMPTLY
    Answer(process.returncode, out, err).must(1)
    assert names(catalogue.json("search")) == ["one"]


@check
def a_second_sync_at_the_same_time_says_so():
    catalogue = Catalogue()
    url = SERVER.serve("/stalls.json", feed(*(record(f"r{i}") for i in range(1000))))
    before = SERVER.requests.count("/stalls.json")
    process = subprocess.Popen([PROGRAM, *catalogue.options, "sync", url], env=environment(),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until("the server to stall", lambda: SERVER.requests.count("/stalls.json") > before)
    assert "Another Sidekick is syncing" in catalogue.run("sync").must(1).err
    assert catalogue.json("search")["count"] == 0
    process.send_signal(signal.SIGINT)
    process.wait(TIMEOUT)


@check
def a_bar_is_drawn_on_a_terminal():
    catalogue = Catalogue()
    url = SERVER.serve("/stalls.json", feed(*(record(f"r{i}") for i in range(1000))))
    controller, terminal = pty.openpty()
    process = subprocess.Popen([PROGRAM, *catalogue.options, "sync", url], env=environment(),
                               stdout=subprocess.DEVNULL, stderr=terminal)
    os.close(terminal)
    drawn = b""
    deadline = time.monotonic() + TIMEOUT
    while b"%" not in drawn and time.monotonic() < deadline:
        if select.select([controller], [], [], 0.2)[0]:
            drawn += os.read(controller, 4096)
    process.send_signal(signal.SIGINT)
    process.wait(TIMEOUT)
    assert b"[####" in drawn and b"\r" in drawn, drawn


main()
