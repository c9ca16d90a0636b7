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
  types {{ application/json json; image/png png; text/html html; }}
  log_format path '$uri';
  access_log {folder}/access.log path;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{
    listen 127.0.0.1:{port};
    listen 127.0.0.1:{secure_port} ssl;
    ssl_certificate {folder}/certificate.pem;
    ssl_certificate_key {folder}/key.pem;
    root {folder}/web;
  }}
}}
"""


CERTIFICATE = (
    *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"),
    *("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Nginx:
    """Runs for as long as a with block, or until it is stopped; by https too, for who trusts it."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="sidekick-nginx-")
        self.folder = pathlib.Path(self._folder.name)
        (self.folder / "web").mkdir()
        self.folder.chmod(0o755)
        self.port = free_port()
        self.secure_port = free_port()
        self.certificate = self.folder / "certificate.pem"
        command = [*CERTIFICATE, "-keyout", self.folder / "key.pem", "-out", self.certificate]
        subprocess.run(command, stderr=subprocess.DEVNULL, check=True)
        configuration = CONFIGURATION.format(folder=self.folder, port=self.port, secure_port=self.secure_port)
        (self.folder / "nginx.conf").write_text(configuration)
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

    def publish_picture(self, name, content):
        """Puts bytes on the web, and says where by https."""
        (self.folder / "web" / name).write_bytes(content)
        return f"https://127.0.0.1:{self.secure_port}/{name}"

    def asked(self, suffix):
        """What was asked for so far that ends like this, in the order of asking."""
        lines = (self.folder / "access.log").read_text().splitlines()
        return [line.removeprefix("/") for line in lines if line.endswith(suffix)]

    def _answers(self):
        with socket.socket() as client:
            return client.connect_ex(("127.0.0.1", self.port)) == 0
