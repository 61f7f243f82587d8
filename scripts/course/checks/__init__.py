"""The rules that content is checked against: `check(course, today)` runs them all.

Every rule is a small function that yields problems; the lists below say what each is asked about. Rules open
no file, print nothing, and know a course only as data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ..codes import TABLE
from ..models import Course, Item
from ..problems import Problem
from . import (
    arrangement, balance, bilingual, blueprint, columns, copies, cues, evidence, excuses, feedback, front_matter, headings, ids, ledger, links,
    markers, minutes, negatives, options, parity, paths, pattern, provenance, questions, raw, repeats, sections, stems, terms, texts, typography, waiting, worn,
)
from .index import Index
from .said import Said
from .table import explain

__all__ = ["TABLE", "check", "explain"]

COURSE_RULES: tuple[Callable[[Index], Iterable[Problem]], ...] = (
    ids.unique,
    ids.alias_headings,
    ids.aliases_lead_on,
    ids.named,
    ledger.in_order,
    ledger.in_ledger,
    ledger.leads_somewhere,
    sections.section_exists,
    sections.objective_exists,
    provenance.named_entries_exist,
    provenance.sources_stand_on_their_pages,
    provenance.claims_stand_on_their_pages,
    evidence.addresses_of_references,
    blueprint.lesson_bank,
    balance.places_of_keys,
    balance.longest_is_key,
    parity.both_languages,
    parity.same_front_matter,
    parity.same_headings,
    parity.same_markers,
    parity.same_links,
    raw.no_raw_html,
    markers.near_misses,
    markers.fits,
    markers.placed,
    markers.blueprint_is_whole,
    markers.banks_have_pages,
    paths.paths_lead_somewhere,
    paths.search_words_lead_somewhere,
    paths.path_and_app_markers,
    links.links_of_pages,
    links.links_of_texts,
    links.links_of_pictures,
    links.unreadable_links,
    headings.explicit_ids,
    headings.glued_marks,
    front_matter.complete,
    front_matter.kind_fits,
    front_matter.real_date,
    pattern.opening,
    pattern.sections,
    pattern.bank_and_quiz,
    pattern.length,
    minutes.minutes_in_tables,
    columns.columns_without_a_name,
    terms.abbreviations,
    terms.terms_that_nobody_links,
    typography.typography_of_pages,
    worn.worn_in_pages,
    repeats.same_run,
    repeats.same_edges,
)

DATED_RULES: tuple[Callable[[Index, date], Iterable[Problem]], ...] = (front_matter.reviewed,)

QUESTION_RULES: tuple[Callable[[Item], Iterable[Problem]], ...] = (
    excuses.excuses,
    questions.gaps,
    questions.accepted,
    questions.pairs,
    questions.steps,
    questions.own_ids,
    feedback.long_enough,
    feedback.says_why,
    feedback.each_its_own,
    options.longest,
    options.all_or_none,
    options.combined,
    options.equal,
    options.numbers_of_options,
    stems.bare,
    stems.very_long,
    stems.double_negative,
    negatives.unmarked_negative,
    cues.absolutes,
    cues.vague,
    cues.echoes,
    cues.converging,
    arrangement.out_of_order,
    arrangement.same_beginning,
    arrangement.not_parallel,
    arrangement.long_right_sides,
    bilingual.same_figures,
    bilingual.same_emphasis,
)

AMONG_QUESTIONS: tuple[Callable[[Index], Iterable[tuple[Item, Problem]]], ...] = (
    copies.copied,
    copies.near_twins,
)
"""Rules that hold a question against pages and other questions; each problem comes with its question, which may excuse it."""

TEXT_RULES: tuple[Callable[[Said], Iterable[Problem]], ...] = (
    texts.one_line,
    texts.trimmed,
    texts.restricted,
    typography.typography_of_text,
    worn.worn_in_text,
)


def check(course: Course, today: date) -> list[Problem]:
    """Every problem of the course, sorted; a warning that a question excuses has severity 'excused'."""
    index = Index(course)
    found: set[Problem] = set()
    for rule in COURSE_RULES:
        found.update(rule(index))
    for dated in DATED_RULES:
        found.update(dated(index, today))
    for item, _ in index.items:
        for of_question in QUESTION_RULES:
            found.update(excuses.excused(of_question(item), item))
    for among in AMONG_QUESTIONS:
        for item, problem in among(index):
            found.update(excuses.excused([problem], item))
    for said in index.said:
        for of_text in TEXT_RULES:
            found.update(excuses.excused(of_text(said), said.item))
    return sorted(waiting.can_be_judged(found, course))
