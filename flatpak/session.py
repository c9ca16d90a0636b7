# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around the sandbox: a web server, and a person at the window."""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 30
# The fonts of this session are described in a file that the sandbox does not see.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}


def until(what, get, patience=PATIENCE):
    """What get() returns as soon as it is true."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        value = get()
        if value:
            return value
        time.sleep(0.1)
    raise AssertionError(f"waited {patience} seconds in vain for {what}")


class Nginx:
    """Serves JSON documents on loopback, for as long as a with block."""

    CONFIGURATION = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
  types {{ application/json json; }}
  access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; root {folder}/web; }}
}}
"""

    def __init__(self, documents):
        self._temporary = tempfile.TemporaryDirectory(prefix="sidekick-nginx-")
        self.folder = pathlib.Path(self._temporary.name)
        self.folder.chmod(0o755)
        (self.folder / "web").mkdir()
        for name, content in documents.items():
            (self.folder / "web" / name).write_text(json.dumps(content), encoding="utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def __enter__(self):
        configuration = self.folder / "nginx.conf"
        configuration.write_text(self.CONFIGURATION.format(folder=self.folder, port=self.port), encoding="utf-8")
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        self.process = subprocess.Popen(
            [program, "-e", self.folder / "error.log", "-p", self.folder, "-c", configuration]
        )
        until("nginx to answer", self._answers)
        return self

    def __exit__(self, *_exception):
        self.process.terminate()
        self.process.wait(PATIENCE)
        self._temporary.cleanup()

    def _answers(self):
        with socket.socket() as attempt:
            return attempt.connect_ex(("127.0.0.1", self.port)) == 0

    def url(self, name):
        return f"http://127.0.0.1:{self.port}/{name}"


def children(accessible):
    for number in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(number)
        if child is not None:
            yield child


def descendants(accessible):
    for child in children(accessible):
        yield child
        yield from descendants(child)


class Window:
    """The program's window, started in its sandbox and seen as a screen reader sees it."""

    def __init__(self, app, *arguments, language="en_GB.UTF-8"):
        self.app = app
        env = ENVIRONMENT | {"LANG": language}
        self.process = subprocess.Popen(["flatpak", "run", "--user", app, *arguments], env=env)

    def __enter__(self):
        until("the window", self.frame)
        return self

    def __exit__(self, *_exception):
        subprocess.run(["flatpak", "kill", self.app], check=True)
        self.process.wait(PATIENCE)

    def frame(self):
        """The window, once it is on the screen."""
        for application in children(Atspi.get_desktop(0)):
            if application.get_name() in ("sidekick", self.app):
                for frame in children(application):
                    if frame.get_state_set().contains(Atspi.StateType.SHOWING):
                        return frame
        return None
