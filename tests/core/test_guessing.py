"""Guessing by cues: what each cue marks in a question made for it, and what chance would bring, against numbers worked out another way."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb
from pathlib import Path

import pytest
from course.guessing.chance import Chance, Try, chance, share_out
from course.guessing.playing import Round, play
from course.guessing.report import as_data, shown, table, verdicts
from course.loading import load_course
from course.models import LANGUAGES, Bank, Choice, Course, Language, Multiple, Option, Place, Single, Text

ROOT = Path(__file__).resolve().parents[2]
HALF, WHOLE, NONE = Fraction(1, 2), Fraction(1), Fraction(0)
WHY = Text(zh="因为这样做客户等得到答复，也知道等到几点。", en="Because the customer then gets an answer and knows how long to wait.")
ASK = Text(zh="怎么办？", en="What now?")


def question(options: dict[Language, tuple[str, ...]], keys: tuple[int, ...] = (0,), ask: Text = ASK, at: int = 1) -> Choice:
    """Options in one language or both; the other language gets plain ones, alike in every cue."""
    count = len(next(iter(options.values())))
    zh, en = options.get("zh", tuple("甲乙丙丁戊"[:count])), options.get("en", tuple("vwxyz"[:count]))
    made = tuple(Option(id="abcde"[n], correct=n in keys, zh=zh[n], en=en[n], why=WHY) for n in range(count))
    kind = Single if len(keys) == 1 else Multiple
    return kind(id=f"rule-01-q{at}", type="single" if kind is Single else "multiple", level="apply", objective="rule-01-x", section="how", ask=ask, options=made, places={"": Place("quizzes/sales-rules/rule-01.yml", at)})


def course(*questions: Choice) -> Course:
    return Course(version="0", banks=(Bank(page="rule-01", questions=questions, places={"": Place("quizzes/sales-rules/rule-01.yml", 1)}),))


def rounds(language: Language, *questions: Choice) -> dict[str, Round]:
    return {of.cue: of for of in play(course(*questions), language)}


def test_options_that_tie_share_the_last_marks() -> None:
    assert share_out((1, 3, 1, 0), 1) == (NONE, WHOLE, NONE, NONE)
    assert share_out((1, 3, 1, 0), 2) == (HALF, WHOLE, HALF, NONE)
    assert share_out((2, 2, 2, 2), 2) == (HALF,) * 4
    assert share_out((0, 5, 5, 5), 2) == (NONE, *(Fraction(2, 3),) * 3)


def marked(at: int, of: int) -> Try:
    return Try(tuple(WHOLE if n == at else NONE for n in range(of)), 1)


@pytest.mark.parametrize(("count", "of"), [(3, 4), (40, 3), (262, 4)])
def test_chance_with_one_key_each_is_the_binomial(count: int, of: int) -> None:
    mass = [Fraction(comb(count, hits) * (of - 1) ** (count - hits), of**count) for hits in range(count + 1)]
    low = next(hits for hits in range(count + 1) if sum(mass[: hits + 1]) > Fraction(1, 40))
    high = next(hits for hits in range(count, -1, -1) if sum(mass[hits:]) > Fraction(1, 40))
    assert chance([marked(n % of, of) for n in range(count)]) == Chance(Fraction(count, of), Fraction(low), Fraction(high))


def test_chance_with_several_keys_and_ties_counts_every_placement() -> None:
    tries = [marked(0, 3), marked(1, 4), Try((HALF, NONE, HALF, NONE), 1), Try((WHOLE, NONE, HALF, HALF), 2), Try((Fraction(2, 3), Fraction(2, 3), Fraction(2, 3), NONE), 2), Try((WHOLE, WHOLE, NONE, NONE), 2)]

    def placements(one: Try) -> list[Fraction]:
        places = range(len(one.shares))
        return [sum((one.shares[at] for at in where), NONE) for where in product(places, repeat=one.keys) if list(where) == sorted(set(where))]

    every = sorted(sum(hits, NONE) for hits in product(*map(placements, tries)))
    seldom = len(every) / 40
    low = next(hits for hits in every if sum(other <= hits for other in every) > seldom)
    high = next(hits for hits in reversed(every) if sum(other >= hits for other in every) > seldom)
    assert chance(tries) == Chance(sum(every, NONE) / len(every), low, high)


def test_a_cue_that_is_always_silent_has_no_band_to_leave() -> None:
    assert chance([Try((Fraction(1, 4),) * 4, 1)] * 8) == Chance(Fraction(2), Fraction(2), Fraction(2))


CASES: tuple[tuple[str, Language, tuple[str, ...], tuple[float, ...]], ...] = (
    ("longest", "zh", ("好", "“好，我们明天就去办。”", "不好", "不办"), (0, 1, 0, 0)),
    # counted as the eye sees it, not by words
    ("longest", "en", ("a b c d e", "congratulations", "no", "go"), (0, 1, 0, 0)),
    ("hedged", "zh", ("可能的话先问仓库", "打给经理", "如果缺货，就写进表里", "约定改日再说"), (1, 0, 0, 0)),
    ("hedged", "en", ("Ask the store", "Ring in May", "Perhaps ring him", "Ring him unless it rains"), (0, 0, 0.5, 0.5)),
    ("absolutes", "zh", ("先问仓库", "打给所有科室", "一律写进表里", "改日再说"), (0.5, 0, 0, 0.5)),
    ("absolutes", "en", ("Ask the store", "Never ring him", "Always write", "Say nothing"), (0.5, 0, 0, 0.5)),
    ("centre", "zh", ("仓库明细", "仓库账目", "财务账目", "改日再说"), (0, 1, 0, 0)),
    ("centre", "en", ("yellow valves", "yellow pumps", "broken pumps", "nothing"), (0, 1, 0, 0)),
    ("middle", "zh", ("降2%", "降9%", "降4%"), (0, 0, 1)),
    ("middle", "en", ("2 weeks", "1 week", "8 weeks", "4 weeks"), (0.5, 0, 0, 0.5)),
    ("middle", "en", ("2 weeks", "1 day", "8 months", "4 years"), (0.25,) * 4),
    ("middle", "en", ("2 weeks", "1 week", "soon", "4 weeks"), (0.25,) * 4),
)


@pytest.mark.parametrize(("cue", "language", "options", "shares"), CASES)
def test_what_a_cue_marks(cue: str, language: Language, options: tuple[str, ...], shares: tuple[float, ...]) -> None:
    [found] = rounds(language, question({language: options}))[cue].plays
    assert [float(share) for share in found.shares] == list(shares)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_shared_with_the_question(language: Language) -> None:
    ask = Text(zh="轴承磨损，备件缺货，你先做什么？", en="A bearing is worn and spares are missing. What comes first?")
    options: dict[Language, tuple[str, ...]] = {"zh": ("翻看图纸", "查轴承磨损", "订购轴承", "改日再说"), "en": ("Study the drawing", "Look up the bearings and spares", "Buy a bearing", "Leave it")}
    [found] = rounds(language, question(options, ask=ask))["stem"].plays
    assert found.scores[1] > found.scores[2] > found.scores[0] == found.scores[3] == 0
    assert found.shares == (NONE, WHOLE, NONE, NONE)


def test_the_vote_goes_to_what_most_cues_say() -> None:
    # c is the longest, b the most like the others and the only one with a doubt
    options = ("yellow valves", "perhaps yellow pumps", "write down whatever the caller wants", "broken pumps")
    found = rounds("en", question({"en": options}))
    assert found["longest"].plays[0].shares == (NONE, NONE, WHOLE, NONE)
    assert found["hedged"].plays[0].shares == found["centre"].plays[0].shares == (NONE, WHOLE, NONE, NONE)
    assert found["vote"].plays[0].shares == (NONE, WHOLE, NONE, NONE)


def test_as_many_marks_as_keys_and_each_counts() -> None:
    options = ("four", "eleven", "one hundred", "six")
    found = rounds("en", question({"en": options}, keys=(0, 2)))["longest"]
    assert found.plays[0].shares == (NONE, WHOLE, WHOLE, NONE)
    assert (found.hits, found.chance.expected) == (1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_hangs_on_the_order_of_options(language: Language) -> None:
    options: dict[Language, tuple[str, ...]] = {"zh": ("可能先问仓库", "打给经理", "写进表里", "一律改日再说"), "en": ("Perhaps ask", "Ring the boss", "Note it down", "Never say so")}
    back: dict[Language, tuple[str, ...]] = {"zh": options["zh"][::-1], "en": options["en"][::-1]}
    there, again = rounds(language, question(options, (1,))), rounds(language, question(back, (2,)))
    assert [of.hits for of in there.values()] == [of.hits for of in again.values()]


def balanced(count: int, longest: bool = False) -> list[Choice]:
    """The key goes round; the longest option goes round in another rhythm, or is the key."""
    made = []
    for n in range(count):
        key, long = n % 4, n % 4 if longest else (n // 4) % 4
        zh = tuple("再等一等再等" if at == long else "等" for at in range(4))
        en = tuple("wait for him" if at == long else "wait" for at in range(4))
        made.append(question({"zh": zh, "en": en}, (key,), at=n + 1))
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_planted_cue_is_outside_its_band_and_named(language: Language) -> None:
    found = rounds(language, *balanced(40, longest=True))
    assert (found["longest"].hits, found["longest"].verdict) == (40, "too often")
    assert f"'longest' hits too often; 24.0 outside its band, 30.0 from the average. See them: build.py guess --show longest --language {language}" in verdicts(found.values())
    assert "| longest | the longest option | 40 | 40.0 | 10.0 | 5.0–16.0 | **too often** |" in table(tuple(found.values()))
    assert {of["cue"] for of in as_data(found.values()) if of["verdict"]} >= {"longest"}


def test_a_cue_that_is_never_right_helps_a_guesser_too() -> None:
    never = [question({"en": tuple("wait for him" if at == (n + 1) % 4 else "wait" for at in range(4))}, (n % 4,)) for n in range(40)]
    assert (rounds("en", *never)["longest"].hits, rounds("en", *never)["longest"].verdict) == (0, "too seldom")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bank_without_a_cue_is_inside_every_band(language: Language) -> None:
    found = rounds(language, *balanced(48))
    assert found["longest"].hits == 12
    assert verdicts(found.values()) == ""


def test_the_questions_that_drive_a_cue_the_easiest_to_mend_first() -> None:
    far = question({"en": ("a much longer key", "four", "five", "six")}, at=3)
    near = question({"en": ("seven", "four", "five", "six")}, at=9)
    other = question({"en": ("six", "four", "seventeen", "five")}, at=20)
    said = shown(rounds("en", far, near, other)["longest"])
    assert "  * a  [5 characters]  seven\n    b  [4 characters]  four" in said
    assert "    2 characters fewer in a, or 2 more in b" in said
    assert "2 of the 2 questions where it is right" in said and "rule-01-q20" not in said
    assert said.index("rule-01.yml:9 rule-01-q9") < said.index("rule-01.yml:3 rule-01-q3")
    assert "shorten the key, or lengthen a wrong option" in said


def test_how_much_a_key_lacks_where_the_longest_is_never_right() -> None:
    said = shown(rounds("en", *(question({"en": ("six", "four", "seventeen", "five")}, at=n) for n in (4, 5, 6, 7)))["longest"])
    assert "    7 characters fewer in c, or 7 more in a" in said
    # by chance it would be right once in four: one mended is enough
    assert "1 of the 4 questions where it is wrong" in said and said.count("rule-01.yml:") == 1
    assert "lengthen the key, or shorten a wrong option" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cue_gives_the_bank_away(language: str) -> None:
    """`build.py guess` says which questions to mend."""
    course, _ = load_course(ROOT)
    assert verdicts(play(course, language)) == ""
