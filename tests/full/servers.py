"""Starts nginx and Caddy with the files of deploy/, as an unprivileged user would: a free port of this machine, all they write in one folder."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tasks import servers

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
SUBFOLDER = "/fieldbook/"
WIKI = "https://wiki.example.com"


def adapted(text: str, subfolder: bool, wiki: str | None) -> str:
    """What the files tell an administrator to do: take what stands behind `# subfolder:` in its line, and name the wiki."""
    if subfolder:
        text = _instead("subfolder", text)
    if wiki:
        # nginx has a line for it; for Caddy it goes behind 'self' at the end of its line
        text = _instead("wiki", text).replace(WIKI, wiki) if "# wiki:" in text else text.replace("frame-ancestors 'self'\"", f"frame-ancestors 'self' {wiki}\"")
        assert wiki in text
    return text


def _instead(word: str, text: str) -> str:
    text, lines = re.subn(rf"^(\s*).*?\S\s+# {word}: (.*)$", r"\1\2", text, flags=re.MULTILINE)
    assert lines, f"no line is marked for {word}"
    return text


class Running:
    """`folder` holds the site as `fieldbook/`. Ends with `stop`."""

    def __init__(self, name: str, folder: Path, scratch: Path, subfolder: bool = False, wiki: str | None = None) -> None:
        self.name, self.site, self.prefix = name, folder / "fieldbook", SUBFOLDER if subfolder else "/"
        scratch.mkdir(parents=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        file, start = {"nginx": ("nginx.conf", self._nginx), "caddy": ("Caddyfile", self._caddy)}[name]
        text = adapted((DEPLOY / file).read_text(encoding="utf-8"), subfolder, wiki)
        command = start(servers.get(name), text.replace("/srv", str(folder)), scratch)
        self._log = scratch / "log"
        environment = os.environ | {"XDG_DATA_HOME": str(scratch), "XDG_CONFIG_HOME": str(scratch)}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(command, cwd=scratch, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        for _ in range(200):
            assert self._process.poll() is None, f"{name} did not start:\n{self.log()}"
            with socket.socket() as door:
                if not door.connect_ex(("127.0.0.1", self.port)):
                    return
            time.sleep(0.05)
        self.stop()
        raise AssertionError(f"{name} does not answer:\n{self.log()}")

    def _nginx(self, program: str, text: str, scratch: Path) -> list[str]:
        (scratch / "fieldbook.conf").write_text(text.replace("listen 80;", f"listen 127.0.0.1:{self.port};"), encoding="utf-8")
        ways = "".join(f"  {name}_temp_path {scratch / name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        # the frame that a distribution's nginx.conf is; root alone may and must say whose the workers are
        user = "user root;\n" if os.geteuid() == 0 else ""
        main = f"{user}daemon off;\nworker_processes 1;\npid {scratch / 'pid'};\nerror_log stderr warn;\nevents {{ }}\nhttp {{\n  access_log off;\n{ways}  include {scratch / 'fieldbook.conf'};\n}}\n"
        (scratch / "nginx.conf").write_text(main, encoding="utf-8")
        return [program, "-e", "stderr", "-p", str(scratch), "-c", str(scratch / "nginx.conf")]

    def _caddy(self, program: str, text: str, scratch: Path) -> list[str]:
        text = text.replace("http://fieldbook.example.com {", f"http://127.0.0.1:{self.port} {{")
        (scratch / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{text}", encoding="utf-8")
        return [program, "run", "--config", str(scratch / "Caddyfile"), "--adapter", "caddyfile"]

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.prefix}"

    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def complaints(self) -> list[str]:
        """Warnings and errors, without those that a test brings about: files that are not there, a folder without a page."""
        return [line for line in self.log().splitlines() if re.search(r"\[(warn|error|crit|alert|emerg)\]|\"level\":\"(warn|error)\"|panic", line) and not re.search("No such file|directory index of|admin endpoint disabled", line)]

    def client(self) -> Client:
        return Client(self)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(20)


class Answer:
    def __init__(self, response: HTTPResponse) -> None:
        self.status = response.status
        self.body = response.read()
        self.headers: dict[str, list[str]] = {}
        for name, value in response.getheaders():
            self.headers.setdefault(name.lower(), []).append(value)

    def __getitem__(self, name: str) -> str | None:
        """The one header of that name; None where there is none."""
        values = self.headers.get(name, [])
        assert len(values) < 2, f"{name} stands there {len(values)} times"
        return values[0] if values else None


class Client:
    """One connection for many questions."""

    def __init__(self, server: Running) -> None:
        self._prefix = server.prefix
        self._connection = HTTPConnection("127.0.0.1", server.port, timeout=20)

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """`path` from the site's root, without a slash in front; names of headers with _ for -."""
        self._connection.request(method, self._prefix + path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        return Answer(self._connection.getresponse())

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_) -> None:
        self._connection.close()
