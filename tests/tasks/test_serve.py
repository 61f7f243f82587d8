"""serve: both languages, every save, and a server that survives a broken bank."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from tasks import serving
from tasks.environment import InstallationProblem

PAGE = "docs/sales-rules/rule-08.zh.md"
BANK = "quizzes/sales-rules/rule-08.yml"
LIMIT = 90.0


class Server:
    def __init__(self, project) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = (project.folder / "serve.log").open("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, "scripts/build.py", "serve", "--port", str(self.port)], cwd=project.folder, stdout=self.log, stderr=subprocess.STDOUT
        )

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=LIMIT) as answer:
            return answer.read().decode()

    def says(self, words: str) -> None:
        """Sooner or later."""
        end = time.monotonic() + LIMIT
        while words not in self.said():
            assert time.monotonic() < end, self.said()
            time.sleep(0.05)

    def shows(self, path: str, words: str, present: bool = True) -> str:
        """Wait until the page holds the words (or no longer does)."""
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            try:
                page = self.get(path)
                if (words in page) is present:
                    return page
            except urllib.error.URLError:
                assert self.process.poll() is None, self.said()
            time.sleep(0.05)
        raise AssertionError(f"/{path}: {words!r} {'did not appear' if present else 'stayed'}\n{self.said()}")

    def said(self) -> str:
        self.log.flush()
        self.log.seek(0)
        return self.log.read()


@pytest.fixture
def server(project) -> Iterator[Server]:
    running = Server(project)
    try:
        running.shows("", "销售实务手册")
        yield running
    finally:
        running.process.terminate()
        running.process.wait()
        running.log.close()


def test_a_day_of_writing(project, server: Server) -> None:
    lesson, english = "sales-rules/rule-08/", "en/sales-rules/rule-08/"
    assert "Rule 8" in server.get(english)

    # a page is saved
    project.edit(PAGE, "## 边界 {", "## 边界在哪里 {")
    assert "边界在哪里" in server.shows(lesson, "边界在哪里")

    # a bank is saved: both languages
    project.edit(BANK, "en: A customer asks on WeCom", "en: Your customer asks on WeCom")
    server.shows(english, "Your customer asks on WeCom")

    # navigation keeps its titles when only a part was built
    assert "关于本站" in server.get("reference/")
    page = server.get(lesson)
    assert ">None<" not in page and "销售法则" in page

    # the bank breaks: the page says so, with file, line and hint; the server lives
    project.edit(BANK, "correct: true", "corect: true")
    broken = server.shows(lesson, "fb-problem")
    assert f"{BANK}:36:9" in broken and "corect" in broken and "did you mean" in broken
    assert 'data-question="rule-08-engineer-tuesday"' not in broken
    assert server.get("reference/")
    server.says("unknown word 'corect'")

    # and is mended
    project.edit(BANK, "corect: true", "correct: true")
    assert 'data-question="rule-08-engineer-tuesday"' in server.shows(lesson, "fb-problem", present=False)

    # a title spreads to the navigation of other pages
    project.edit("docs/reference/about.zh.md", "title: 关于本站", "title: 来历与用法")
    server.shows("reference/", "来历与用法")

    # a page that was never there
    with pytest.raises(urllib.error.HTTPError) as missing:
        server.get("nowhere/")
    assert missing.value.code == 404 and "<html" in missing.value.read().decode()


def test_a_template_that_breaks_does_not_end_the_server(project, server: Server) -> None:
    project.edit("overrides/main.html", "{% extends", "{% nonsense %}{% extends")
    server.says("nonsense")
    project.edit("overrides/main.html", "{% nonsense %}", "")
    project.edit("docs/index.zh.md", "我是新人", "我刚来")
    server.shows("", "我刚来")


def test_whoever_ends_the_command_ends_the_server(project) -> None:
    """Started by a script or a service, it must not go on by itself and hold the port."""
    running = Server(project)
    running.shows("", "销售实务手册")
    running.process.terminate()
    running.process.wait()
    running.log.close()
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", running.port))


def test_a_port_in_use_is_said(project, server: Server) -> None:
    done = project.run("serve", "--port", str(server.port))
    assert done.returncode == 2
    assert f"cannot serve on port {server.port}" in done.stderr and "--port" in done.stderr


def test_what_serve_cannot_begin_with_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        serving.run(["--port", "99999"])
    assert ended.value.code == 2 and "no port has the number 99999" in capsys.readouterr().err

    def full(**_) -> str:
        raise OSError(28, "No space left on device", "/tmp")

    monkeypatch.setattr(serving.tempfile, "mkdtemp", full)
    monkeypatch.setattr(serving.os, "environ", dict(serving.os.environ))
    with pytest.raises(InstallationProblem, match=r"cannot be kept: No space left on device \(/tmp\)\n    hint: the disk is full"):
        serving.run(["--port", "8000"])
