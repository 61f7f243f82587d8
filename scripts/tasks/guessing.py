"""guess: plays the bank by cues alone, in each language; exit 1 when a cue or their vote is outside the 95 % band of chance.

--show CUE lists the questions that drive a cue, the easiest to mend first; --write keeps the tables in benchmarks/guess.md.
"""

from __future__ import annotations

import argparse
import json

from course.guessing.playing import play
from course.guessing.report import as_data, names, shown, table, verdicts
from course.loading import load_course
from course.models import LANGUAGES
from course.problems import as_text, has_errors

from .environment import ROOT
from .writing import write

FILE = ROOT / "benchmarks" / "guess.md"
HEAD = """\
# The bank, played by cues alone

Made by `python3 scripts/build.py guess --write`. Somebody who knows test papers and not the trade marks as many options of each choice
question as it has keys: by one cue after the other, then by what most cues say. A hit is a mark on a right option. Where options tie, each
has its share of the mark, so nothing hangs on their order and nothing is drawn. The band is exact: it counts every way in which the keys
could stand among the options, and chance alone leaves it, above or below, in at most 5 of 100 banks. A cue that is right too seldom helps
a guesser as much as one that is right too often. `speaks in` counts the questions whose options the cue tells apart.

To see which questions drive a cue, and by how much: `python3 scripts/build.py guess --show longest --language en`.
"""


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py guess", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=LANGUAGES, help="one language only")
    parser.add_argument("--show", choices=names(), metavar="CUE", help=f"list the questions that drive a cue: {', '.join(names())}")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people or programs")
    parser.add_argument("--write", action="store_true", help="keep the tables of both languages in benchmarks/guess.md")
    options = parser.parse_args(arguments)
    if options.write and (options.language or options.show):
        parser.error("--write keeps everything; leave --language and --show out")
    course, problems = load_course(ROOT)
    if has_errors(problems):
        print(as_text(problems))
        return 1
    rounds = {language: play(course, language) for language in LANGUAGES if options.language in (None, language)}
    every = [of for found in rounds.values() for of in found]
    if not every[0].plays:
        print("no choice questions to play")
        return 0
    told = verdicts(every)
    if options.format == "json":
        print(json.dumps(as_data(every), ensure_ascii=False, indent=1))
    elif options.show:
        print("\n\n".join(shown(of) for of in every if of.cue == options.show))
    else:
        print("\n\n".join(table(found) for found in rounds.values()))
        print(f"\n{told or 'every cue is inside its band'}")
    if options.write:
        write({FILE: "\n\n".join([HEAD.strip(), *(table(found) for found in rounds.values())]) + "\n"})
        if options.format == "text":
            print(f"wrote {FILE.relative_to(ROOT).as_posix()}")
    return 1 if told else 0
