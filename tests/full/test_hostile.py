"""Hostile strings in every text field, import file, address and parameter: none runs in any output, without a policy to help.

One course holds them all (`tests/site/poison.py`), served without a Content-Security-Policy. A canary calls out; besides, each
page is looked through for what could run or load, both as a browser has it and as it stands in the file.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect
from tasks.proof import enter

from ..site.conftest import open_context
from ..site.hostile import HOSTILE, KINDS
from ..site.places import Place, Server
from ..site.poison import GATE, Poisoned, folder_of, may_stand_in_files, name, refused_when_read

PART = "privacy and security"
LEAST = 500
WRITTEN = [text for text in HOSTILE if may_stand_in_files(text)]
"""What the course holds, by number. The others are typed, imported and asked for all the same."""

FIRST = """
window.__hit = () => console.error('CANARY ' + location.href);
window.print = () => {};
"""

LOOK = r"""
const SCHEMES = ['http:', 'https:', 'file:', 'mailto:'];
const THINGS = /^(iframe|object|embed|applet|frame|frameset|style|marquee|portal|template|math|foreignobject|animate|set|audio|video|source|track)$/;
window.__look = (doc, base) => {
  const bad = [];
  const origin = new URL(base).origin;
  for (const element of doc.querySelectorAll('*')) {
    const kind = element.localName.toLowerCase();
    const say = (why) => bad.push(`${why}: ${element.outerHTML.slice(0, 160)}`);
    if (THINGS.test(kind)) say('element');
    if (kind === 'script' && !element.getAttribute('src') && element.type !== 'application/json') say('inline script');
    if (kind === 'meta' && /refresh/i.test(element.httpEquiv) && !/^0; url=[^:]*$/.test(element.content)) say('refresh');
    for (const { name, value } of element.attributes) {
      if (/^on|^(srcdoc|formaction|ping|srcset|background|action|data|poster|codebase)$/i.test(name)) say('attribute');
      if (/^style$/i.test(name) && /url|expression|import/i.test(value)) say('style');
      if (!/^(href|src|xlink:href)$/i.test(name)) continue;
      if (/^[\w./-]*(#[\w.-]*)?$/.test(value)) continue;
      let to;
      try { to = new URL(value, base); } catch { continue; }
      if (!SCHEMES.includes(to.protocol)) say('scheme');
      else if (to.origin !== origin && kind !== 'a') say('loads from elsewhere');
    }
  }
  return bad;
};
"""

PROVOKE = """(text) => {
  for (const each of document.querySelectorAll('details')) each.open = true;
  for (const question of document.querySelectorAll('[data-question]')) {
    question.querySelector('input:not([type=text])')?.click();
    for (const field of question.querySelectorAll('input[type=text]')) { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); }
    for (const choice of question.querySelectorAll('select')) { choice.selectedIndex = choice.options.length - 1; choice.dispatchEvent(new Event('input', { bubbles: true })); }
    question.querySelector('[data-action=check]')?.click();
  }
  for (const box of document.querySelectorAll('input[data-item]')) box.click();
  for (const button of document.querySelectorAll('[data-action=copy], .headerlink, [data-sheet=facilitator]')) button.click();
  for (const element of document.querySelectorAll('body *')) for (const event of ['mouseover', 'mouseenter', 'pointerenter', 'focus']) element.dispatchEvent(new Event(event));
  document.querySelector('.fb-term')?.focus();
}"""


class Canary:
    """All that must not happen, as it happens."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.sung: list[str] = []

    def follow(self, context: BrowserContext) -> BrowserContext:
        context.add_init_script(FIRST + LOOK)
        context.on("console", self._console)
        context.on("dialog", lambda dialog: (self.sung.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        context.on("request", self._asked)
        context.on("weberror", lambda error: self.sung.append(f"uncaught: {error.error}"))
        return context

    def _console(self, message: ConsoleMessage) -> None:
        if "CANARY" in message.text:
            self.sung.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.place.base, "data:", "blob:", "about:")):
            self.sung.append(f"asked: {request.url}")


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Poisoned, Place, str]]:
    folder = tmp_path_factory.mktemp("poisoned")
    course = Poisoned(folder / "project", WRITTEN)
    said = course.build(folder / "out")
    server = Server(folder / "out" / "zh", policy="")
    yield course, server.place, said
    server.stop()


@pytest.fixture
def place(poisoned: tuple[Poisoned, Place, str]) -> Place:
    return poisoned[1]


@pytest.fixture
def canary(place: Place) -> Canary:
    return Canary(place)


@pytest.fixture
def context(browser: Browser, canary: Canary) -> Iterator[BrowserContext]:
    opened = canary.follow(open_context(browser, accept_downloads=True))
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def look(page: Page) -> list[str]:
    return page.evaluate("() => window.__look(document, document.baseURI)")


def note(what: str, number: int, found: list[str], remark: str = "") -> None:
    enter(PART, f"hostile strings: {what}", "none runs", f"{number} looked at, {len(found)} that run or load", not found, remark)
    assert not found, "\n".join(found[:20])


def test_there_are_enough_and_no_two_alike() -> None:
    enter(PART, "hostile strings", f"≥ {LEAST}, no two alike", f"{len(HOSTILE)} in {len(KINDS)} kinds", len(HOSTILE) >= LEAST)
    assert len(set(HOSTILE)) == len(HOSTILE) >= LEAST


def test_the_canary_sings(browser: Browser, tmp_path: Path) -> None:
    """Without this, all the others might pass for want of ears."""
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title><img src=x onerror=__hit()><script>alert(1)</script><img src='http://canary.test/p.png'><a href='javascript:__hit()'>x</a>", encoding="utf-8")
    server = Server(tmp_path, policy="")
    canary = Canary(server.place)
    context = canary.follow(open_context(browser))
    page = context.new_page()
    page.goto(server.place.base)
    page.wait_for_load_state("networkidle")
    seen = look(page)
    context.close()
    server.stop()
    assert {kind.partition(" ")[0] for kind in canary.sung} == {"CANARY", "dialog:", "asked:"}
    assert {kind.partition(":")[0] for kind in seen} == {"attribute", "inline script", "loads from elsewhere", "scheme"}


def test_what_is_refused_is_counted(poisoned: tuple[Poisoned, Place, str], tmp_path: Path) -> None:
    """In the text of a page raw HTML would be HTML: there it is refused, by reading, by a check, or by the last look at what Markdown made of it."""
    course, _, said = poisoned
    unseen = [text for text in HOSTILE if text not in WRITTEN]
    read = [text for text in unseen if not refused_when_read(tmp_path, text)]
    by = {why: sum(count for reason, count in course.refused.items() if reason.endswith(why)) for why in ("reading", "check", "last look")}
    gate = GATE.findall(said)
    enter(PART, "hostile strings in the text of a page", "refused, or harmless", f"{sum(by.values())} refused ({', '.join(f'{count} by {why}' for why, count in by.items())}), {sum(course.taken.values())} built", not gate and not read, f"six places in a page; {len(unseen)} strings with unseen signs are refused in every file")
    assert read == []
    assert not gate, "\n".join(gate[:10])
    assert by["check"] and sum(course.taken.values()) > len(WRITTEN)


def test_every_file_as_it_stands(poisoned: tuple[Poisoned, Place, str], page: Page, place: Place, canary: Canary) -> None:
    """Each HTML file, both languages, through the browser's own parser."""
    files = sorted(file.relative_to(place.folder).as_posix() for file in place.folder.rglob("*.html"))
    page.goto(place.address("embed/wiki-probe/"))
    found: list[str] = []
    for start in range(0, len(files), 200):
        found += page.evaluate(
            """async ([files, root]) => {
              const bad = [];
              const texts = await Promise.all(files.map(async (file) => [file, await (await fetch(new URL(file, root))).text()]));
              for (const [file, text] of texts) {
                const url = new URL(file, root).href;
                const doc = new DOMParser().parseFromString(text, 'text/html');
                const base = new URL(doc.querySelector('base')?.getAttribute('href') ?? '', url).href;
                if (!base.startsWith(root)) bad.push(`${file}: base`);
                bad.push(...window.__look(doc, base).map((each) => `${file}: ${each}`));
              }
              return bad;
            }""",
            [files[start : start + 200], place.base],
        )
    note("every file, parsed", len(files), found + canary.sung)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lessons_and_what_one_does_there(page: Page, place: Place, canary: Canary, language: str) -> None:
    found: list[str] = []
    mine = range(0 if language == "zh" else 1, len(WRITTEN), 2)
    for number in mine:
        page.goto(place.address(f"{folder_of(number)}/{name(number)}/", language))
        found += [f"{number}: {each}" for each in look(page)]
        page.evaluate(PROVOKE, WRITTEN[number])
        found += [f"{number}, used: {each}" for each in look(page)]
    page.wait_for_timeout(500)
    note(f"lessons, answered, printed, linked ({language})", len(mine), found + canary.sung)


def test_lists(page: Page, place: Place, canary: Canary) -> None:
    """Glossary, evidence, sources, claims, blueprint, path, home: all strings on one page."""
    found: list[str] = []
    paths = [*(f"reference/{each}/" for each in ("glossary", "evidence", "sources", "claims", "blueprint")), "path/", "", "404.html"]
    for language in ("zh", "en"):
        for path in paths:
            page.goto(place.address(path, language))
            found += [f"{path}: {each}" for each in look(page)]
    note("lists of the whole course", 2 * len(paths), found + canary.sung)


def test_frames_with_parameters(page: Page, place: Place, canary: Canary) -> None:
    """The card, the questions or the checklist of each string, with the string as language, theme, query and hash."""
    found: list[str] = []
    for number, text in enumerate(HOSTILE):
        id = name(number % len(WRITTEN)) + ("", ".check", "-list")[number % 3]
        asked = quote(text, safe="") if number % 2 else text.replace("\n", "").replace("\r", "").replace("\t", "").replace("#", "%23")
        page.goto(place.address(f"embed/{id}/", "en" if number % 5 == 0 else "zh") + f"?lang={asked}&theme={asked}&{asked}#{asked}")
        found += [f"{number}: {each}" for each in look(page)]
        page.evaluate(PROVOKE, text)
        found += [f"{number}, used: {each}" for each in look(page)]
    note("frames and their parameters", len(HOSTILE), found + canary.sung)


def test_short_addresses_and_queries(page: Page, place: Place, canary: Canary) -> None:
    """`/go/<id>/` hands on what the address asks for: a query, and what to look for."""
    found: list[str] = []
    for number, text in enumerate(HOSTILE):
        asked = quote(text, safe="")
        page.goto(place.address(f"go/{name(number % len(WRITTEN))}/") + f"?only={asked}&{asked}={asked}#find={asked}")
        page.wait_for_url(f"**/{folder_of(number % len(WRITTEN))}/**")
        found += [f"{number}: {each}" for each in look(page)]
    page.goto(place.address("practice/review/") + f"?only={quote(HOSTILE[0])}#{quote(HOSTILE[0])}")
    found += look(page)
    note("short addresses, queries and fragments", len(HOSTILE), found + canary.sung)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_search(page: Page, place: Place, canary: Canary, language: str) -> None:
    """Each string typed, and each page that bears one found."""
    page.goto(place.address("practice/progress/", language))
    page.keyboard.press("Control+k")
    field = page.locator(".fb-find[open]").get_by_role("combobox")
    expect(field).to_be_focused()
    found: list[str] = []
    seen = 0
    queries = [query for number, text in enumerate(HOSTILE) for query in (text, f"q{name(number % len(WRITTEN))}")]
    for start in range(0, len(queries), 100):
        bad, options = page.evaluate(
            """async (queries) => {
              const bad = [];
              let options = 0;
              const field = document.querySelector('.fb-find[open] input');
              for (const query of queries) {
                field.value = query;
                field.dispatchEvent(new Event('input', { bubbles: true }));
                await new Promise((done) => setTimeout(done, 20));
                options += document.querySelectorAll('.fb-find [role=option]').length;
                bad.push(...window.__look(document.querySelector('.fb-find'), document.baseURI));
              }
              return [bad, options];
            }""",
            queries[start : start + 100],
        )
        found += bad
        seen += options
    assert seen > len(queries) / 2, "the search answered"
    note(f"search, typed and found ({language}, {seen} results)", len(queries), found + canary.sung)


def test_every_question_as_review_and_exam_show_it(page: Page, place: Place, canary: Canary) -> None:
    """The HTML that these pages put in, put in: of each question, in both languages; and the bank, read as a script."""
    found: list[str] = []
    seen = 0
    for language in ("zh", "en"):
        page.goto(place.address("practice/exam/", language))
        page.locator(".fb-app button").first.wait_for()
        root = place.base + ("en/" if language == "en" else "")
        bad, questions = page.evaluate(
            """async ([root, pages]) => {
              const bad = [];
              let questions = 0;
              const into = document.querySelector('.fb-app');
              for (const name of pages) {
                let found = {};
                window.fieldbookQuestions = (_, all) => (found = all);
                await new Promise((done, fail) => { const script = document.createElement('script'); script.onload = done; script.onerror = fail; script.src = `${root}assets/questions/${name}.js`; document.head.append(script); });
                for (const html of Object.values(found)) { into.textContent = ''; into.insertAdjacentHTML('beforeend', html); questions++; bad.push(...window.__look(into, document.baseURI)); }
              }
              into.textContent = '';
              await new Promise((done, fail) => { const script = document.createElement('script'); script.onload = done; script.onerror = fail; script.src = `${root}assets/bank.js`; document.head.append(script); });
              if (window.fieldbookBank.questions.length !== questions) bad.push(`${window.fieldbookBank.questions.length} questions in the bank, ${questions} on pages`);
              return [bad, questions];
            }""",
            [root, [name(number) for number in range(len(WRITTEN))]],
        )
        found += bad
        seen += questions
    page.wait_for_timeout(1000)
    assert seen == len(WRITTEN) * 2 * 5, seen
    note("questions of review and exam, and the bank", seen, found + canary.sung)


def test_an_exam_a_review_and_progress(page: Page, place: Place, canary: Canary) -> None:
    found: list[str] = []
    page.goto(place.address("practice/exam/", "en"))
    app = page.locator(".fb-app")
    app.locator("select").first.select_option(index=2)
    app.get_by_role("button", name="Begin").click()
    for _ in range(40):
        expect(app.locator("[data-question]")).to_be_visible()
        found += look(page)
        page.evaluate(PROVOKE, HOSTILE[_])
        following = app.locator(".fb-actions button[data-action=check]").last
        if following.inner_text() == "Hand in":
            break
        following.click()
    app.get_by_role("button", name="Hand in").last.click()
    app.locator(".fb-sure button").first.click()
    expect(app.locator(".fb-lead")).to_be_visible()
    for path in ("practice/progress/", "practice/review/", ""):
        page.goto(place.address(path, "en"))
        page.wait_for_timeout(300)
        found += look(page)
    note("an exam handed in, progress, review, home", 4, found + canary.sung)


FIELDS = ["id", "n", "t", "day", "kind", "item", "v", "value", "ok", "where"]
GOOD = ["tab-1", 1, 0, 20000, "answer", "p0001-blank", 1, "x", False, "lesson"]


def records() -> dict[str, str]:
    """Files that somebody might import: each field of each level with each string, other kinds of value, and what breaks readers."""
    head = {"file": "sales-fieldbook-record", "schema": 1, "exported": "2026-03-02T01:00:00.000Z", "aside": []}
    rows, n = [], 1
    for text in HOSTILE:
        for position, field in enumerate(FIELDS):
            row = [f"tab{n}-{n}" if other == "id" else n if other == "n" else value for other, value in zip(FIELDS, GOOD, strict=True)]
            row[position] = text
            rows.append(row)
            n += 1
        for item in ("p0001-single", "p0001-multiple", "p0001-blank", "p0001-order", "p0001-match", "p0001-item"):
            kind = "tick" if item.endswith("item") else "answer"
            for value in (text, [text], {text: text}, True):
                rows.append([f"val{n}-{n}", n, 0, 20000, kind, item, 1, value, False if kind == "answer" else None, "lesson"])
                n += 1
        rows.append([f"exam{n}-{n}", n, 0, 20000, "exam", text, 1, {"seed": text, "bank": text, "answers": {text: text}}, None, "exam"])
        n += 1
    other: list[object] = [None, True, 0, -1, 1e308, "", [], {}, [[]], {"__proto__": {"x": 1}}, {"constructor": 1}]
    for value in other:
        for position in range(len(FIELDS)):
            row = [f"odd{n}-{n}" if at == 0 else n if at == 1 else each for at, each in enumerate(GOOD)]
            row[position] = value
            rows.append(row)
            n += 1
    whole = head | {"fields": FIELDS, "entries": rows}
    found = {"all fields": json.dumps(whole, ensure_ascii=False), "escaped": json.dumps(whole)}
    for field in ("file", "schema", "exported", "aside", "fields", "entries"):
        for number, value in enumerate([*HOSTILE[::40], *other]):
            found[f"{field} {number}"] = json.dumps(head | {"fields": FIELDS, "entries": [GOOD]} | {field: value}, ensure_ascii=False)
    proto = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}'
    found |= {
        "prototype": '{"file":"sales-fieldbook-record","schema":1,' + proto + ',"fields":["__proto__",' + json.dumps(FIELDS)[1:] + ',"entries":[[{"polluted":1},"a-1",1,0,20000,"answer","__proto__",1,{' + proto + '},false,"lesson"]]}',
        "keys twice": '{"file":"x","file":"sales-fieldbook-record","schema":1,"schema":1,"fields":[],"fields":' + json.dumps(FIELDS) + ',"entries":[' + json.dumps(GOOD) + "]}",
        "deep": '{"file":"sales-fieldbook-record","schema":1,"fields":' + json.dumps(FIELDS) + ',"entries":[["d-1",1,0,20000,"answer","p0001-blank",1,' + "[" * 100_000 + "]" * 100_000 + ',false,"lesson"]]}',
        "deep object": '{"file":"sales-fieldbook-record","schema":1,"fields":' + json.dumps(FIELDS) + ',"entries":[["e-1",1,0,20000,"answer","p0001-match",1,' + '{"a":' * 5_000 + "1" + "}" * 5_000 + ',false,"lesson"]]}',
        "too deep": "[" * 1_000_000,
        "huge": json.dumps(head | {"fields": FIELDS, "entries": [], "x": "x" * 21_000_000}),
        "no text": "\x00\x01\x02",
        "not UTF-8": "\udcff\udcfe",
        "HTML": HOSTILE[0],
    }
    return found


def test_files_to_import(page: Page, place: Place, canary: Canary, tmp_path: Path) -> None:
    """Into progress, then every page that shows what a record holds; and into the analysis."""
    found: list[str] = []
    files = []
    for number, (what, text) in enumerate(records().items()):
        file = tmp_path / f"{number}.json"
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
        files.append((what, file))
    page.goto(place.address("practice/progress/", "en"))
    field = page.locator(".fb-app input[type=file]")
    for what, file in files:
        field.wait_for(state="attached")
        field.set_input_files(file)
        # the page says what it did, in a place that may be made anew
        page.wait_for_function("() => [...document.querySelectorAll('.fb-app .fb-status')].some((each) => each.textContent)")
        found += [f"{what}: {each}" for each in look(page)]
        if page.evaluate("() => 'polluted' in {} || 'polluted' in []"):
            found.append(f"{what}: Object.prototype was changed")
        page.evaluate("() => document.querySelectorAll('.fb-app .fb-status').forEach((each) => (each.textContent = ''))")
    for path in ("practice/progress/", "practice/review/", "practice/exam/", "", "m00/p0001/", "embed/p0001.check/"):
        for language in ("en", "zh"):
            page.goto(place.address(path, language))
            page.wait_for_timeout(400)
            found += [f"{path} with that record: {each}" for each in look(page)]
    page.goto(place.address("reference/analysis/", "en"))
    field = page.locator(".fb-app input[type=file]")
    for what, file in files:
        field.wait_for(state="attached")
        field.set_input_files(file)
        page.wait_for_timeout(50)
        found += [f"analysis of {what}: {each}" for each in look(page)]
    field.set_input_files([])
    note("files to import, into progress and analysis", len(files), found + canary.sung, "one of them has every string in every field")


def test_what_stands_in_the_storage(context: BrowserContext, page: Page, place: Place, canary: Canary) -> None:
    """An exam under way, last queries, the palette and entries of the record, as another page of the host may have left them."""
    found: list[str] = []
    draft = {"scope": "", "seed": 1, "bank": "x", "count": 10, "began": 0, "limit": 0, "at": 0, "answers": {}, "flags": {}}
    page.goto(place.address("practice/exam/"))
    draft["bank"] = page.evaluate("window.fieldbookOutline.bank")
    for start in range(0, len(HOSTILE), 90):
        texts = HOSTILE[start : start + 90]
        page.evaluate(
            """([texts, draft]) => {
              indexedDB.deleteDatabase('fieldbook-exam');
              localStorage.setItem('fieldbook-queries', JSON.stringify(texts));
              localStorage.setItem('/.__palette', texts[0]);
              localStorage.setItem('fieldbook:exam:', JSON.stringify({ ...draft, began: 1e9, at: 1e9, answers: Object.fromEntries(texts.map((text) => [text, text])), flags: Object.fromEntries(texts.map((text) => [text, text])) }));
              texts.forEach((text, i) => { localStorage.setItem('fieldbook:' + text, text); localStorage.setItem('fieldbook:x-' + i, text); });
            }""",
            [texts, draft],
        )
        for path in ("practice/exam/", "practice/progress/", "m00/p0001/"):
            page.goto(place.address(path))
            page.wait_for_timeout(300)
            page.keyboard.press("Control+k")
            page.wait_for_timeout(200)
            found += [f"{path}: {each}" for each in look(page)]
    note("what stands in the storage", len(HOSTILE), found + canary.sung)


def test_feeds_catalogue_and_sitemap(poisoned: tuple[Poisoned, Place, str], tmp_path: Path) -> None:
    """What is no HTML: well formed, the strings as text, and no cell that a spreadsheet reckons with."""
    course, place, _ = poisoned
    found: list[str] = []
    for path in ("feed.xml", "en/feed.xml", "sitemap.xml", "en/sitemap.xml"):
        text = (place.folder / path).read_text(encoding="utf-8")
        try:
            names = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(text).iter()}
        except ElementTree.ParseError as error:
            found.append(f"{path}: {error}")
            continue
        found += [f"{path}: <{each}>" for each in names - {"feed", "id", "title", "subtitle", "author", "name", "link", "updated", "entry", "summary", "urlset", "url", "loc", "lastmod"}]
        found += [f"{path}: declares" for each in ("<!DOCTYPE", "<!ENTITY") if each in text]
    links = json.loads((place.folder / "links.json").read_text(encoding="utf-8"))["links"]
    rows = list(csv.reader(io.StringIO((place.folder / "links.csv").read_text(encoding="utf-8-sig"), newline="")))
    found += [f"links.csv: {cell!r}" for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))]
    if any(len(row) != len(rows[0]) for row in rows) or len(rows) != len(links) + 1:
        found.append("links.csv: a row was broken")
    titles = {entry["id"]: entry["title"]["zh"] for entry in links}
    found += [f"links.json: {number}" for number, text in enumerate(WRITTEN) if titles[name(number)] != f"{text} q{name(number)}"]
    note("feeds, sitemap, links.json and links.csv", len(links) + len(rows), found)
