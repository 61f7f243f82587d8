"""`build.py build`, killed (SIGKILL) at the point that $KILLED names: 'before|after module.name nth', counted from the exchange when $SINCE says so.

Run in the project's folder.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path("scripts").resolve()))

from tasks import building, publishing  # noqa: E402, F401


counting = True


def starts_counting(real: Callable[..., Any]) -> Callable[..., Any]:
    def called(*arguments: Any) -> Any:
        global counting
        found = real(*arguments)
        counting = True
        return found

    return called


def dies(real: Callable[..., Any], when: str, nth: int) -> Callable[..., Any]:
    calls = 0

    def called(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += counting
        if when == "before" and calls == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        found = real(*arguments, **named)
        if when == "after" and calls == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    return called


def main() -> int:
    when, path, nth = os.environ["KILLED"].split()
    owner: Any = None
    names = path.split(".")
    for at in range(len(names) - 1, 0, -1):
        try:
            owner = importlib.import_module(".".join(names[:at]))
        except ModuleNotFoundError:
            continue
        for name in names[at:-1]:
            owner = getattr(owner, name)
        break
    if "SINCE" in os.environ:
        global counting
        counting = False
        publishing._exchange = starts_counting(publishing._exchange)
    if "NO_EXCHANGE" in os.environ:
        publishing._exchange = lambda *_: False
    setattr(owner, names[-1], dies(getattr(owner, names[-1]), when, int(nth)))
    return building.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
