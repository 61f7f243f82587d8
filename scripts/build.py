#!/usr/bin/env python3
"""The door for people: python3 scripts/build.py VERB

Needs nothing but Python 3.11: it makes its own environment (.venv) from the lock file, then finds the verb.
Holds no logic. Exit codes: 0 good, 1 the content has problems, 2 wrong usage or a broken installation.
"""

import sys
from pathlib import Path

VERBS = {
    "serve": ("serving", "serve both languages, reload on every save"),
    "build": ("building", "build both languages into site/ (--output FOLDER, --gzip)"),
    "zip": ("archiving", "pack the site into one archive that opens from disk (--output FILE)"),
    "check": ("checking", "check all pages and banks, or those under PATH (--explain F06, --format text|json|github, --fix)"),
    "ids": ("ledger", "add new ids to quizzes/ids.txt"),
    "new": ("new_page", "begin a page: both Markdown files and the bank (new sales-rules/rule-09)"),
    "show": ("showing", "print what goes into a page (show rule-08 en)"),
    "stats": ("stats", "count pages, words, minutes, questions, checklists, ids (--format json, --write)"),
    "guess": ("guessing", "play the bank by cues alone (--show longest, --language en, --write)"),
    "schema": ("schema", "write quizzes/schema.json, for completion in editors"),
    "wiki-links": ("wiki_links", "say which links of exported wiki pages into the site are good, moved or dead"),
    "test": ("testing", "run all tests, in a real browser too"),
}
USAGE = "usage: python3 scripts/build.py VERB [options]\n\n" + "\n".join(f"  {verb:12}{what}" for verb, (_, what) in VERBS.items())


def main(arguments):
    if sys.version_info < (3, 11):
        print("Sales Fieldbook needs Python 3.11 or newer; this is %d.%d." % sys.version_info[:2], file=sys.stderr)
        return 2
    if not arguments or arguments[0] in ("-h", "--help"):
        print(USAGE)
        return 0 if arguments else 2
    if arguments[0] not in VERBS:
        import difflib

        near = difflib.get_close_matches(arguments[0], VERBS, 1)
        print(f"unknown verb '{arguments[0]}'{f': did you mean {near[0]!r}?' if near else ''}\n\n{USAGE}", file=sys.stderr)
        return 2
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from tasks import environment

    if not environment.is_ours():
        return environment.run_inside(__file__, arguments)
    module, _ = VERBS[arguments[0]]
    try:
        return __import__(f"tasks.{module}", fromlist=["run"]).run(arguments[1:])
    except environment.InstallationProblem as problem:
        print(problem, file=sys.stderr)
        return 2


if __name__ == "__main__":
    # messages hold Chinese; a console in another code page must not end the program
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
