# SPDX-License-Identifier: GPL-3.0-or-later
"""A real web server on loopback, which publishes what it is given."""

import json
import pathlib
import shutil
import socket
import subprocess
import tempfile

from window import until

CONFIGURATION = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  types {{ application/json json; }}
  access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/web;
  }}
}}
"""


class Nginx:
    """Runs for as long as a with block, or until it is stopped."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="sidekick-nginx-")
        self.folder = pathlib.Path(self._folder.name)
        (self.folder / "web").mkdir()
        self.folder.chmod(0o755)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        (self.folder / "nginx.conf").write_text(CONFIGURATION.format(folder=self.folder, port=self.port))
        self.process = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_exception):
        self.stop()
        self._folder.cleanup()

    def start(self):
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        log = self.folder / "error.log"
        self.process = subprocess.Popen(
            [program, "-e", log, "-p", self.folder, "-c", self.folder / "nginx.conf"]
        )
        until("nginx to answer", self._answers)

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()
            self.process = None

    def publish(self, name, content):
        """Puts JSON on the web, and says where."""
        (self.folder / "web" / name).write_text(json.dumps(content))
        return f"http://127.0.0.1:{self.port}/{name}"

    def _answers(self):
        with socket.socket() as client:
            return client.connect_ex(("127.0.0.1", self.port)) == 0
