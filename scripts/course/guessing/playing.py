"""The game: every cue, and then their vote, marks as many options of each choice question as it has keys. Course → rounds.

Told is only how many options are right, which the site says too (“choose one”; of a `multiple` the guesser is given the number).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from ..models import Choice, Course, Language
from .chance import Chance, Try, chance, share_out
from .cues import CUES, VOTE, Scores

Verdict = Literal["", "too often", "too seldom"]


class Play(NamedTuple):
    """One question: `scores` of its options, and the share of a mark that each got."""

    item: Choice
    scores: Scores
    shares: tuple[Fraction, ...]

    @property
    def speaks(self) -> bool:
        """Whether the cue tells these options apart at all."""
        return len(set(self.scores)) > 1

    @property
    def hits(self) -> Fraction:
        """Marks on right options."""
        return sum((share for share, option in zip(self.shares, self.item.options, strict=True) if option.correct), Fraction(0))

    @property
    def by_chance(self) -> Fraction:
        return Fraction(len(self.item.keys) ** 2, len(self.item.options))


class Round(NamedTuple):
    """A cue's game through the whole bank in one language."""

    cue: str
    says: str
    language: Language
    plays: tuple[Play, ...]
    chance: Chance

    @property
    def hits(self) -> Fraction:
        return sum((play.hits for play in self.plays), Fraction(0))

    @property
    def speaks(self) -> int:
        """In how many questions the cue says anything."""
        return sum(play.speaks for play in self.plays)

    @property
    def verdict(self) -> Verdict:
        return "too often" if self.hits > self.chance.high else "too seldom" if self.hits < self.chance.low else ""


def play(course: Course, language: Language) -> tuple[Round, ...]:
    """One round a cue, the vote last."""
    items = _items(course)
    rounds = [play_cue(cue.name, course, language) for cue in CUES]
    # each cue has its marks to give, and splits them where it cannot decide: a silent one adds the same to every option
    votes: list[Scores] = [tuple(map(sum, zip(*(of.plays[at].shares for of in rounds), strict=True))) for at in range(len(items))]
    return *rounds, _round(VOTE, "what most of them say", language, items, votes)


def play_cue(name: str, course: Course, language: Language) -> Round:
    """One cue alone."""
    cue = next(cue for cue in CUES if cue.name == name)
    items = _items(course)
    return _round(cue.name, cue.says, language, items, [cue.scores(item, language) for item in items])


def _items(course: Course) -> list[Choice]:
    """A question without a wrong or a right option is no game."""
    return [item for bank in course.banks for item in bank.questions if isinstance(item, Choice) and item.keys and item.distractors]


def _round(cue: str, says: str, language: Language, items: Sequence[Choice], scores: Sequence[Scores]) -> Round:
    plays = tuple(Play(item, of, share_out(of, len(item.keys))) for item, of in zip(items, scores, strict=True))
    return Round(cue, says, language, plays, chance(Try(each.shares, len(each.item.keys)) for each in plays))
