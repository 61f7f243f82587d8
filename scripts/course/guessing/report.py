"""What came of the game, for people and programs: a table a language, and the questions that drive a cue, the easiest to mend first.

Rounds → text. Prints nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ..checks.measuring import plain
from ..checks.said import LANGUAGE_NAMES
from .cues import CUES, VOTE
from .playing import Play, Round

_CUES = {cue.name: cue for cue in CUES}


def table(rounds: Sequence[Round]) -> str:
    """Markdown: one row a cue, with a word where it is outside its band."""
    language, plays = rounds[0].language, rounds[0].plays
    marks = sum(len(play.item.keys) for play in plays)
    head = f"### {LANGUAGE_NAMES[language]}\n\n{len(plays)} questions, {marks} marks to give.\n"
    rows = ["| cue | marks | speaks in | hits | by chance | 95 % band | |", "|---|---|--:|--:|--:|--:|---|"]
    for of in rounds:
        verdict = f"**{of.verdict}**" if of.verdict else ""
        rows.append(f"| {of.cue} | {of.says} | {of.speaks} | {_one(of.hits)} | {_one(of.chance.expected)} | {_one(of.chance.low)}–{_one(of.chance.high)} | {verdict} |")
    return "\n".join([head, *rows])


def verdicts(rounds: Iterable[Round]) -> str:
    """The cues outside their bands, a line each with what to do; '' when all is well."""
    lines = [
        f"{LANGUAGE_NAMES[of.language]}: '{of.cue}' hits {of.verdict}; {_distance(of)}. See them: build.py guess --show {of.cue} --language {of.language}"
        for of in rounds if of.verdict
    ]
    return "\n".join(lines)


def shown(of: Round) -> str:
    """The questions that drive a cue away from chance, the smallest change first, as many as would bring it back to the average."""
    cue = _CUES.get(of.cue)
    often = of.hits >= of.chance.expected
    driving = sorted((play for play in of.plays if drives(play, often)), key=lambda play: (change(play), play.item.place()))
    missing, listed = abs(of.hits - of.chance.expected), list[Play]()
    for play in driving:
        if missing <= 0:
            break
        listed.append(play)
        missing -= gain(play)
    lines = [f"{of.cue}, {LANGUAGE_NAMES[of.language]}: {_one(of.hits)} hits, by chance {_one(of.chance.low)}–{_one(of.chance.high)}; {_distance(of)}."]
    if cue:
        lines.append(f"To mend one: {cue.too_often if often else cue.too_seldom}.")
    lines.append(f"{len(listed)} of the {len(driving)} questions where it is {'right' if often else 'wrong'}, the smallest change first; together they bring it to the average:")
    return "\n".join([*lines, *(_question(play, of) for play in listed)])


def drives(play: Play, often: bool) -> bool:
    """Whether the question takes the cue's hits up (`often`) or down."""
    return play.speaks and (play.hits > play.by_chance if often else play.hits < play.by_chance)


def change(play: Play) -> float | Fraction:
    """How far apart in score the two options are that would have to change places: the weakest marked and the strongest unmarked, one of them a key."""
    marked, unmarked = to_swap(play)
    return play.scores[marked] - play.scores[unmarked]


def gain(play: Play) -> Fraction:
    """The hits by which the bank comes nearer to chance once the two have changed places: one, or a part where they tie with others."""
    marked, unmarked = to_swap(play)
    return play.shares[marked] if play.hits > play.by_chance else 1 - play.shares[unmarked]


def to_swap(play: Play) -> tuple[int, int]:
    """The places of these two among the options: the marked one, the unmarked one. Asked of plays whose cue speaks, and is not right by chance's share."""
    right = play.hits > play.by_chance
    everywhere = range(len(play.scores))
    keys = {at for at in everywhere if play.item.options[at].correct}
    up, down = (keys, set(everywhere) - keys) if right else (set(everywhere) - keys, keys)
    marked = min((at for at in up if play.shares[at] > 0), key=lambda at: (play.scores[at], at))
    unmarked = max((at for at in down if play.shares[at] < 1), key=lambda at: (play.scores[at], -at))
    return marked, unmarked


def _question(play: Play, of: Round) -> str:
    item, language = play.item, of.language
    cue = _CUES.get(of.cue)
    seen = cue.seen(item, language) if cue else tuple(f"{float(score):.2f} votes" for score in play.scores)
    place = item.place()
    rows = [f"\n{place.path}:{place.line} {item.id}"]
    rows += [f"  {'*' if option.correct else ' '} {option.id}  [{said}]  {plain(option[language])}" for option, said in zip(item.options, seen, strict=True)]
    if of.cue == "longest":
        marked, unmarked = to_swap(play)
        by = int(change(play)) + 1
        rows.append(f"    {by} character{'s' * (by > 1)} fewer in {item.options[marked].id}, or {by} more in {item.options[unmarked].id}")
    return "\n".join(rows)


def _distance(of: Round) -> str:
    over = max(of.hits - of.chance.high, of.chance.low - of.hits)
    return f"{_one(over)} outside its band, {_one(abs(of.hits - of.chance.expected))} from the average" if of.verdict else "inside its band"


def as_data(rounds: Iterable[Round]) -> list[dict[str, object]]:
    """For programs: one entry a language and cue; hits in parts of a mark, as decimals."""
    return [
        {
            "language": of.language, "cue": of.cue, "questions": len(of.plays), "speaks": of.speaks, "hits": round(float(of.hits), 4),
            "expected": round(float(of.chance.expected), 4), "low": round(float(of.chance.low), 4), "high": round(float(of.chance.high), 4), "verdict": of.verdict,
        }
        for of in rounds
    ]


def names() -> tuple[str, ...]:
    return *_CUES, VOTE


def _one(value: Fraction) -> str:
    return f"{float(value):.1f}"

