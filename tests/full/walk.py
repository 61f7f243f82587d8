"""One short way through a site, wherever it is served: a lesson, its checklist, the search, a review, an exam. The steps are those of tests/site."""

from __future__ import annotations

from collections.abc import Callable

from course.models import Bank, Course

from ..site import test_checklist as checklists
from ..site import test_practice as practice
from ..site import test_search as search
from ..site.learner import Learner
from ..site.places import Place


def walk(place: Place, language: str, new_context: Callable, bank: Bank, course: Course) -> list[str]:
    """What was walked. Each step asserts for itself, and the journal hears every complaint of the browser."""
    def page():
        return new_context().new_page()

    def later():
        found = page()
        found.clock.set_fixed_time(practice.TODAY)
        return found

    search.test_from_the_keys_to_the_section(0, place, language, page())
    checklists.test_ticks_stay_and_show_their_day(place, page(), bank.checklists[0])
    of_review = later()
    practice.test_a_review_comes_back_until_it_is_right(place, language, of_review, Learner(of_review, bank), bank)
    practice.test_an_exam_survives_a_reload_and_is_marked_once(place, language, later(), course)
    return ["search", "checklist", "questions", "review", "exam"]
