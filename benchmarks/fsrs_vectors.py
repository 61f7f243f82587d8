"""Writes `web/tests/fsrs-vectors.json`: what py-fsrs makes of answers on whole days, for the test of our scheduler.

Run by hand, when the scheduler's version changes: `pip install fsrs==6.3.2`, then `python3 benchmarks/fsrs_vectors.py`.
Each vector: answers as [day, right (1 or 0)], then the stability in days, 30 days later the predicted recall.
"""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path

from fsrs import Card, Rating, Scheduler

START = datetime(2026, 1, 1, tzinfo=timezone.utc)
FILE = Path(__file__).resolve().parents[1] / "web" / "tests" / "fsrs-vectors.json"


def main() -> None:
    scheduler = Scheduler(desired_retention=0.85, learning_steps=(), relearning_steps=(), maximum_interval=90, enable_fuzzing=False)
    chance = random.Random(7)
    vectors = []
    for _ in range(200):
        card, day, answers = Card(), chance.randrange(5), []
        for _ in range(chance.randint(1, 8)):
            right = chance.random() < 0.75
            card, _log = scheduler.review_card(card, Rating.Good if right else Rating.Again, START + timedelta(days=day))
            answers.append([day, int(right)])
            day += chance.choice([0, 1, 2, 4, 7, 15, 30, 60])
        last = answers[-1][0]
        vectors.append({"answers": answers, "stability": round(card.stability, 6), "recall": round(scheduler.get_card_retrievability(card, START + timedelta(days=last + 30)), 6)})
    FILE.write_text("[\n" + ",\n".join(json.dumps(vector) for vector in vectors) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
