"""What can stand in a frame of another page: the card of a lesson, its question set, a checklist. `course → ids`."""

from __future__ import annotations

from .models import Course, Language


def embeddable(course: Course, language: Language) -> list[str]:
    """Ids with an address `/embed/<id>/`, in the order of the pages: each lesson, `<lesson>.check`, its checklists."""
    found = []
    for page in course.in_language(language):
        bank = course.bank(page.id)
        if page.kind == "lesson":
            found.append(page.id)
            if bank and bank.questions:
                found.append(f"{page.id}.check")
        found += [checklist.id for checklist in bank.checklists] if bank else []
    return found
