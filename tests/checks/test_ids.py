"""S02: unique, well named, in the ledger; and S03, sections and objectives that questions name."""

from __future__ import annotations

import pytest
from course.addresses import addresses, moved
from course.checks.ids import aliases, page_id, present_ids
from course.loading import load_course
from course.loading.lists import read_ledger
from course.outputs.go import go_pages

from .conftest import BANK, EN, GLOSSARY, LEDGER, ZH, Site


def test_present_ids_know_kind_and_place(site: Site) -> None:
    found = present_ids(site.load())
    assert {kind for kind, _ in found.values()} == {"page", "path", "section", "checklist", "term", "question", "objective", "item"}
    assert found["method-01"] == ("page", (ZH, 2, 5))
    assert found["quality/method-01/"] == ("path", (ZH, 2, 5)) and found["quality/"][0] == "path"
    assert found["method-01.limits"] == ("section", (ZH, 32, 1))
    assert found["method-01-friday"] == ("question", (BANK, 10, 9))
    assert {found[id][0] for id in ("method-01-before-calling-owner", "method-01-before-calling", "method-01-ask")} == {"item", "checklist", "objective"}
    for id in ("method-01-before-calling-owner", "method-01-before-calling", "method-01-ask"):
        _, (path, line, column) = found[id]
        assert site.read(path).splitlines()[line - 1][column - 1 :].startswith(id)
    assert found["term-key-account"] == ("term", (GLOSSARY, 2, 9))
    assert "a" not in found, "ids of options live in their question"


def test_an_id_of_two_questions(site: Site) -> None:
    site.edit(BANK, "id: method-01-whom", "id: method-01-friday")
    assert site.lines("S02") == [
        "quizzes/ids.txt:11:1 the question 'method-01-whom' was published and is gone | bring it back, or end its line with ' retired': method-01-whom question retired",
        "quizzes/quality/method-01.yml:38:9 the id 'method-01-friday' stands twice: a question has it in quizzes/quality/method-01.yml:10, a question here | choose another id for the newer one",
    ]


def test_one_id_for_two_kinds_of_things(site: Site) -> None:
    site.edit(BANK, "  - id: method-01-before-calling\n", "  - id: method-01-ask\n")
    site.edit_both("checklist method-01-before-calling ", "checklist method-01-ask ")
    assert site.messages("S02") == [
        "the checklist 'method-01-before-calling' was published and is gone",
        "the id 'method-01-ask' stands twice: an objective has it in quizzes/quality/method-01.yml:3, a checklist here",
        "the id of the item 'method-01-before-calling-owner' does not begin with 'method-01-ask-'",
    ]


def test_two_pages_with_one_id_are_reported_once_not_per_language(site: Site) -> None:
    for language in ("zh", "en"):
        site.edit(f"docs/reference/evidence.{language}.md", "id: reference-evidence", "id: reference-glossary")
    assert site.lines("S02") == [
        "docs/reference/glossary.zh.md:2:5 the id 'reference-glossary' stands twice: a page has it in docs/reference/evidence.zh.md:2, a page here | choose another id for the newer one",
        "quizzes/ids.txt:24:1 the page 'reference-evidence' was published and is gone | bring it back, or name it under 'aliases:' of the page that took its place: aliases: [reference-evidence]",
    ]


def test_an_id_twice_in_a_bank_of_each_kind(site: Site) -> None:
    bank = site.read(BANK)
    for id in ("method-01-ask", "method-01-before-calling", "method-01-before-calling-owner"):
        site.write(BANK, bank.replace("id: method-01-friday", f"id: {id}"))
        assert [message for message in site.messages("S02") if f"the id '{id}' stands twice" in message], id
    site.write(BANK, bank)
    glossary = site.read(GLOSSARY)
    site.write(GLOSSARY, glossary + glossary.partition("terms:\n")[2])
    assert [message for message in site.messages("S02") if "stands twice: a term has it" in message and message.endswith("a term here")]


def test_option_ids_may_return_in_another_question(site: Site) -> None:
    assert site.read(BANK).count("id: a\n") == 3
    assert site.lines("S02") == []


def test_new_ids_are_named_once_a_file(site: Site) -> None:
    site.write(LEDGER, "\n".join(line for line in site.read(LEDGER).splitlines() if "friday" not in line and not line.startswith("method-01.")))
    assert site.lines("S02") == [
        "docs/quality/method-01.zh.md:14:1 8 ids of this file are not in the ledger quizzes/ids.txt: 'method-01.source', 'method-01.why', 'method-01.how', 'method-01.example', 'method-01.limits' and 3 more | run `python3 scripts/build.py ids`",
        "quizzes/quality/method-01.yml:10:9 the id 'method-01-friday' is not in the ledger quizzes/ids.txt | run `python3 scripts/build.py ids`",
    ]


def test_an_id_changes_its_kind(site: Site) -> None:
    site.edit(LEDGER, "method-01-friday question", "method-01-friday objective")
    assert site.lines("S02") == [
        "quizzes/quality/method-01.yml:10:9 'method-01-friday' is a question here and an objective in quizzes/ids.txt:7 | choose a new id: an id never changes what it stands for",
    ]


def test_a_retired_id_comes_back(site: Site) -> None:
    site.edit(LEDGER, "method-01-friday question", "method-01-friday question retired")
    assert site.lines("S02") == [
        "quizzes/quality/method-01.yml:10:9 'method-01-friday' was retired (quizzes/ids.txt:7) and is in use again | choose a new id: stored answers of the old one would attach to it",
    ]


def test_a_published_page_is_gone_and_its_sections_are_not_listed_too(site: Site) -> None:
    site.publish("method-02 page", "method-02.why section", "method-01.costs section", "method-02-x question")
    assert site.lines("S02") == [
        "quizzes/ids.txt:13:1 the section 'method-01.costs' was published and is gone | bring it back, or lead its address to the heading that took its place, in the front matter of its page: aliases: ['method-01.costs#heading']",
        "quizzes/ids.txt:21:1 the page 'method-02' was published and is gone | bring it back, or name it under 'aliases:' of the page that took its place: aliases: [method-02]",
        "quizzes/ids.txt:22:1 the question 'method-02-x' was published and is gone | bring it back, or end its line with ' retired': method-02-x question retired",
    ]


def test_a_bank_that_is_gone_is_one_problem(site: Site) -> None:
    site.delete(BANK)
    assert site.lines("S02") == [
        "quizzes/ids.txt:2:1 questions or checklists of 'method-01' were published, and its bank is gone or cannot be read | mend or bring back the bank first; its ids come back with it",
    ]


def test_a_renamed_question_is_recognised(site: Site) -> None:
    site.edit(BANK, "id: method-01-friday", "id: method-01-on-friday")
    assert site.lines("S02") == [
        "quizzes/ids.txt:7:1 the question 'method-01-friday' was published and is gone | was it renamed? ids never change: write 'method-01-friday' again in place of 'method-01-on-friday'",
        "quizzes/quality/method-01.yml:10:9 the id 'method-01-on-friday' is not in the ledger quizzes/ids.txt | run `python3 scripts/build.py ids`",
    ]


def test_a_retired_id_that_is_gone_and_an_alias_are_fine(site: Site) -> None:
    site.publish("method-01-x question retired", "method-02 page", "method-02.why section", "method-02.costs section", "method-01.costs section", "quality/method-02/ path")
    site.edit_both("claims: [r-01]", "claims: [r-01]\naliases: [method-02, quality/method-02/, 'method-02.costs#limits', 'method-01.costs#limits']")
    assert site.lines("S02") == []
    found = aliases(site.load())
    assert (found["method-02"].page, found["method-02"].heading) == ("method-01", "")
    assert (found["method-01.costs"].page, found["method-01.costs"].heading) == ("method-01", "limits")


def test_a_page_that_is_taken_over_brings_its_sections_where_the_names_are_the_same(site: Site) -> None:
    site.publish("method-02 page", "method-02.why section", "method-02.costs section", "method-02.limits section")
    site.edit_both("claims: [r-01]", "claims: [r-01]\naliases: [method-02, 'method-02.limits#how']")
    assert site.messages("S02") == ["the section 'method-02.costs' was published and is gone"]
    found = addresses(site.load(), "zh")
    assert found["method-02.why"].url == "quality/method-01/#why" and found["method-02.limits"].url == "quality/method-01/#how", "what is written comes first"


def test_an_alias_leads_to_a_heading_that_is_not_there(site: Site) -> None:
    site.publish("method-02 page")
    site.edit_both("claims: [r-01]", "claims: [r-01]\naliases: ['method-02#limit']")
    assert site.lines("S02") == [
        "docs/quality/method-01.zh.md:9:10 the alias 'method-02' leads to '#limit', which stands nowhere on this page | did you mean 'limits'?",
    ]


def test_an_alias_of_something_that_is_there(site: Site) -> None:
    site.edit_both("claims: [r-01]", "claims: [r-01]\naliases: [quality]")
    assert site.lines("S02") == [
        "docs/quality/method-01.zh.md:9:10 the alias 'quality' is the id of a page (docs/quality/index.zh.md:2) | an alias keeps an address that no longer stands in the content, and never leads in a circle: delete the alias, or change the newer id back",
    ]


def test_an_alias_on_two_pages(site: Site) -> None:
    site.publish("old page")
    site.edit_both("claims: [r-01]", "claims: [r-01]\naliases: [old]")
    for language in ("zh", "en"):
        site.edit(f"docs/quality/index.{language}.md", "kind: index", "kind: index\naliases: [old]")
    assert site.messages("S02") == [
        "the alias 'old' leads to two places: quality and method-01",
    ]
    assert site.lines("S02")[0].endswith(" | keep one of the two")


def test_names_say_where_they_belong(site: Site) -> None:
    site.edit(BANK, "id: method-01-friday", "id: friday")
    site.edit(BANK, "id: method-01-before-calling-owner", "id: method-01-owner")
    site.edit(GLOSSARY, "id: term-key-account", "id: key-account")
    site.enter_ids()
    assert site.lines("S02") == [
        "quizzes/glossary.yml:2:9 the id of the term 'key-account' does not begin with 'term-' | write 'term-key-account'",
        "quizzes/quality/method-01.yml:10:9 the id of the question 'friday' does not begin with 'method-01-' | write 'method-01-friday'",
        "quizzes/quality/method-01.yml:169:13 the id of the item 'method-01-owner' does not begin with 'method-01-before-calling-' | write 'method-01-before-calling-owner'",
    ]


def test_index_and_test_pages_take_the_name_of_their_folder(site: Site) -> None:
    for language in ("zh", "en"):
        site.edit(f"docs/quality/index.{language}.md", "id: quality", "id: quality-index")
    site.enter_ids()
    assert site.lines("S02") == [
        "docs/quality/index.zh.md:2:5 the id of quality/index is 'quality', not 'quality-index' | write 'id: quality'",
    ]
    assert [page_id(uri) for uri in ("index", "quality/index", "quality/test", "quality/method-01")] == ["home", "quality", "quality-test", ""]


def test_a_section_that_is_not_on_the_page(site: Site) -> None:
    site.edit(BANK, "section: limits", "section: limit")
    assert site.lines("S03") == [
        "quizzes/quality/method-01.yml:134:14 the page method-01 has no section 'limit' in Chinese and English (question method-01-who) | did you mean 'limits'?",
    ]


def test_a_section_that_one_language_lacks(site: Site) -> None:
    site.edit(EN, "## Limits { #limits }", "## Limits { #bounds }")
    assert site.messages("S03") == [
        "the page method-01 has no section 'limits' in English (question method-01-who)",
    ]


def test_an_objective_that_is_not_in_the_file(site: Site) -> None:
    text = site.read(BANK)
    site.write(BANK, text.replace("objective: method-01-ask", "objective: method-01-aks", 1))
    assert site.lines("S03") == [
        "quizzes/quality/method-01.yml:13:16 no objective 'method-01-aks' in this file (question method-01-friday) | did you mean 'method-01-ask'?",
    ]


def test_an_alias_leads_to_a_checklist_or_a_term(site: Site) -> None:
    site.publish("method-01-old-list checklist", "term-old term")
    site.edit_both("claims: [r-01]", "claims: [r-01]\naliases: ['method-01-old-list#method-01-before-calling']")
    for language in ("zh", "en"):
        site.edit(f"docs/reference/glossary.{language}.md", "kind: reference", "kind: reference\naliases: ['term-old#term-key-account']")
    assert site.lines("S02") == []
    found = addresses(site.load(), "zh")
    assert found["method-01-old-list"].url == "quality/method-01/#method-01-before-calling"
    assert found["term-old"].url == "reference/glossary/#term-key-account"


def test_the_old_path_of_a_page_forwards(site: Site) -> None:
    site.publish("sales/first/ path")
    site.edit_both("claims: [r-01]", "claims: [r-01]\naliases: [sales/first/]")
    assert site.lines("S02") == []
    pages = go_pages(site.load(), "zh", "v")
    assert 'data-to="../../quality/method-01/"' in pages["sales/first/index.html"]
    assert 'src="../../assets/go.js?v=v"' in pages["sales/first/index.html"]


def test_an_old_path_that_is_in_use(site: Site) -> None:
    site.publish("go/x/ path", "old/ path")
    site.edit_both("claims: [r-01]", "claims: [r-01]\naliases: [quality/, go/x/, old/]")
    for language in ("zh", "en"):
        site.edit(f"docs/quality/index.{language}.md", "kind: index", "kind: index\naliases: [old/]")
    assert sorted(site.messages("S02")) == [
        "the alias 'go/x/' stands in a folder that the site keeps for itself",
        "the alias 'old/' leads to two places: quality and method-01",
        "the alias 'quality/' is the path of a page (docs/quality/index.zh.md:2)",
    ]


def test_a_page_that_moves_says_so(site: Site) -> None:
    """The id goes with the file; the place it had does not, and links from the address bar hang on it."""
    for language in ("zh", "en"):
        page = site.read(f"docs/quality/method-01.{language}.md")
        site.delete(f"docs/quality/method-01.{language}.md")
        site.write(f"docs/time/method-01.{language}.md", page)
    assert site.lines("S02") == [
        "docs/time/method-01.zh.md:2:5 the id 'time/method-01/' is not in the ledger quizzes/ids.txt | run `python3 scripts/build.py ids`",
        "quizzes/ids.txt:23:1 the path 'quality/method-01/' was published and is gone | did the page move? links to the old place go on working with this line in the front matter of the page that stands at time/method-01/ now, in both languages: aliases: [quality/method-01/]",
    ]
    for language in ("zh", "en"):
        site.edit(f"docs/time/method-01.{language}.md", "claims: [r-01]", "claims: [r-01]\naliases: [quality/method-01/]")
    site.publish("time/method-01/ path")
    assert site.lines("S02") == []
    assert moved(site.load(), "en")["quality/method-01/"].uri == "time/method-01"


def test_a_renamed_heading_is_recognised(site: Site) -> None:
    site.edit_both("{ #limits }", "{ #limit }")
    site.edit_both("(#limits)", "(#limit)")
    [line] = [line for line in site.lines("S02") if line.startswith(LEDGER)]
    assert line.endswith("write 'method-01.limits' again in place of 'method-01.limit'; or keep the old address in the front matter of method-01: aliases: ['method-01.limits#limit']")
    site.edit_both("claims: [r-01]", "claims: [r-01]\naliases: ['method-01.limits#limit']")
    assert [line for line in site.lines("S02") if line.startswith(LEDGER)] == []


@pytest.mark.parametrize(
    ("path", "old", "new", "where"),
    [
        (BANK, "method-01-before-calling", "method-01-before-dialling", "or keep the old address in the front matter of its page: aliases: ['method-01-before-calling#method-01-before-dialling']"),
        (GLOSSARY, "term-key-account", "term-key-accounts", "or keep the old address in the front matter of the glossary: aliases: ['term-key-account#term-key-accounts']"),
        (BANK, "method-01-before-calling", "method-01-sure", "in the front matter of the page that took its place: aliases: ['method-01-before-calling#checklist']"),
        (GLOSSARY, "term-key-account", "term-vip", "in the front matter of the glossary: aliases: ['term-key-account#term-…']"),
    ],
    ids=["checklist, nearly", "term, nearly", "checklist", "term"],
)
def test_how_a_checklist_or_term_that_is_renamed_keeps_its_address(path: str, old: str, new: str, where: str, site: Site) -> None:
    def lost() -> list[str]:
        return [line for line in site.lines("S02") if f"'{old}' was published" in line]

    site.write(path, site.read(path).replace(f"id: {old}\n", f"id: {new}\n"))
    [line] = lost()
    assert line.endswith(where)
    for language in ("zh", "en"):
        page = f"docs/{'quality/method-01' if path == BANK else 'reference/glossary'}.{language}.md"
        site.edit(page, "reviewed:", f"aliases: ['{old}#{new}']\nreviewed:")
    assert lost() == []
    assert addresses(site.load(), "zh")[old].url.endswith(f"/#{new}")


def test_an_alias_in_a_circle(site: Site) -> None:
    site.edit_both("claims: [r-01]", "claims: [r-01]\naliases: [quality, method-01, 'method-01.why#limits', quality/method-01/]")
    for language in ("zh", "en"):
        site.edit(f"docs/quality/index.{language}.md", "kind: index", "kind: index\naliases: [method-01]")
    assert sorted(site.messages("S02")) == [
        "the alias 'method-01' is the id of a page (docs/quality/method-01.zh.md:2)",
        "the alias 'method-01' is the id of a page (docs/quality/method-01.zh.md:2)",
        "the alias 'method-01.why' is the id of a section (docs/quality/method-01.zh.md:19)",
        "the alias 'quality' is the id of a page (docs/quality/index.zh.md:2)",
        "the alias 'quality/method-01/' is the path of a page (docs/quality/method-01.zh.md:2)",
    ]


def test_an_alias_that_keeps_nothing(site: Site) -> None:
    site.publish("method-02 page", "method-01-x question", "en/old/ path")
    site.edit_both("claims: [r-01]", "claims: [r-01]\naliases: [method-20, method-01-x, before/this/, en/old/, from-before, from-before.part]")
    assert [line for line in site.lines("S02") if line.startswith(ZH)] == [
        f"{ZH}:9:10 the alias 'before/this/' keeps nothing: no such address was ever published here | delete it; to take over an address from before this site, add the line 'before/this/ path' to quizzes/ids.txt",
        f"{ZH}:9:10 the alias 'en/old/' stands in a folder that the site keeps for itself | an old path counts from the root of its language and is the same in both: sales-rules/rule-08/; for go/rule-08/ name the id: rule-08",
        f"{ZH}:9:10 the alias 'from-before' keeps nothing: no such address was ever published here | delete it; to take over an address from before this site, add the line 'from-before page' to quizzes/ids.txt",
        f"{ZH}:9:10 the alias 'from-before.part' keeps nothing: no such address was ever published here | delete it; to take over an address from before this site, add the line 'from-before.part section' to quizzes/ids.txt",
        f"{ZH}:9:10 the alias 'method-01-x' was a question, which has no address | delete the alias; its line in quizzes/ids.txt becomes 'method-01-x question retired'",
        f"{ZH}:9:10 the alias 'method-20' keeps nothing: no such address was ever published here | did you mean 'method-02'?",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rule-08 pages", "1: not a line of the ledger: 'rule-08 pages'"),
        ("Rule-08 page", "1: not a line of the ledger: 'Rule-08 page'"),
        ("quality/ page", "1: not a line of the ledger: 'quality/ page'"),
        ("quality path", "1: not a line of the ledger: 'quality path'"),
        ("/quality/ path", "1: not a line of the ledger: '/quality/ path'"),
        ("a page\na question", "2: 'a' stands twice in the ledger, as page in line 1 and as question here"),
        ("a question\na question retired", "2: 'a' stands twice in the ledger, retired in line 2 and in use in line 1"),
        ("a question retired\na question", "2: 'a' stands twice in the ledger, retired in line 1 and in use in line 2"),
        ("a page retired", "1: 'a' is a page: its address must go on working and cannot be retired"),
        ("<<<<<<< HEAD\na page\n=======\nb page\n>>>>>>> other", "1: an unfinished merge: '<<<<<<< HEAD'"),
    ],
)
def test_a_ledger_edited_into_nonsense(text: str, said: str) -> None:
    _, problems = read_ledger(text, LEDGER)
    assert [f"{problem.line}: {problem.message}" for problem in problems] == [said]
    assert problems[0].hint


def test_what_a_merge_may_leave_is_a_warning(site: Site) -> None:
    """Out of order, or twice word for word: nothing is lost, and the verb puts it right."""
    good = site.read(LEDGER)
    for text, said in ((f"{good}method-01 page\n", "'method-01' stands after 'term-key-account'"), (good.replace("term-key-account term\n", "term-key-account term\n" * 2), "'term-key-account' stands twice")):
        site.write(LEDGER, text)
        [problem] = site.problems("S02")
        assert said in problem.message and problem.severity == "warning" and "build.py ids" in problem.hint


def test_a_ledger_that_is_gone(site: Site) -> None:
    site.delete(LEDGER)
    [problem] = load_course(site.root)[1]
    assert problem.message == "the ledger of published ids is missing" and "git checkout" in problem.hint
