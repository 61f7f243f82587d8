"""The rules, in a process of their own beside `serve`: the reader waits for the page, not for the check (2 s)."""

from __future__ import annotations

import subprocess
import sys
import threading

from .environment import ROOT


class Aside:
    """One check at a time; a newer one takes the place of one that is still going on. Says what it found when that is news."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._said = ""

    def begin(self) -> None:
        self.end()
        command = [sys.executable, "scripts/build.py", "check"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace")
        threading.Thread(target=self._say, args=(self._process,), daemon=True).start()

    def end(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.terminate()

    def _say(self, process: subprocess.Popen[str]) -> None:
        said, _ = process.communicate()
        # the one that was ended has nothing to say
        if process is self._process and process.returncode >= 0 and said != self._said:
            self._said = said
            print(said.strip(), flush=True)
