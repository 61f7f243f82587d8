"""The door for MkDocs: its events → calls of the core. Holds no rule about content.

May touch `page.meta`, the log and, at the end of a build, files of questions and embeds in its output. `serve` and `build` share it; under `serve` the course is read anew for
every build, and a problem shows in the page instead of ending the server.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import os
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace

# hooks are cached between builds and their folder is on sys.path only while they load: everything is imported here
import mkdocs_quiz.plugin
from markupsafe import escape
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Section
from mkdocs.utils import write_file

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from course.addresses import page_url, relative  # noqa: E402
from course.anchors import keep_anchors, old_names  # noqa: E402
from course.checks import check  # noqa: E402
from course.frame import cut_frame  # noqa: E402
from course.guarding import foreign  # noqa: E402
from course.loading import load_course  # noqa: E402
from course.models import Page  # noqa: E402
from course.outputs.bank import bank_script  # noqa: E402
from course.outputs.catalogue import catalogue  # noqa: E402
from course.outputs.embed import embed_pages, probe_page  # noqa: E402
from course.outputs.feed import feed  # noqa: E402
from course.outputs.go import go_pages  # noqa: E402
from course.outputs.outline import outline_script  # noqa: E402
from course.outputs.questions import questions_script  # noqa: E402
from course.outputs.search import search_scripts  # noqa: E402
from course.pages import fill, term_notes  # noqa: E402
from course.problems import Problem  # noqa: E402
from course.rendering import plain_html  # noqa: E402
from course.shaping import cut_widgets, shape  # noqa: E402
from course.tables import frame_tables  # noqa: E402
from course.tongues import mark_tongues  # noqa: E402

log = logging.getLogger("mkdocs.hooks.fieldbook")

# our player and our styles take the place of the plugin's, which keys answers by position; a test holds the names
for name in ("style", "js_script", "confetti_lib_script"):
    setattr(mkdocs_quiz.plugin, name, "")

# it reads its table of translations anew for every question, and makes a Markdown for each: one a language, and one a page, do
mkdocs_quiz.plugin.TranslationManager = cache(mkdocs_quiz.plugin.TranslationManager)
_make_markdown = mkdocs_quiz.plugin.MkDocsQuizPlugin._create_fragment_markdown
_convert = mkdocs_quiz.plugin.MkDocsQuizPlugin._convert_fragment_markdown


def _one_markdown_a_page(plugin, page, config, files):
    if now.markdown is None or now.markdown[0] is not page:
        now.markdown = page, _make_markdown(plugin, page, config, files)
    return now.markdown[1]


def _convert_what_is_marked_up(plugin, text, page, config, files, md_inst=None):
    """Ten texts a question, nearly all plain words."""
    return plain_html(text) or _convert(plugin, text, page, config, files, md_inst)


mkdocs_quiz.plugin.MkDocsQuizPlugin._create_fragment_markdown = _one_markdown_a_page
mkdocs_quiz.plugin.MkDocsQuizPlugin._convert_fragment_markdown = _convert_what_is_marked_up

# parts of the theme that no page of ours loads
UNUSED = re.compile(r"assets/javascripts/|assets/images/favicon|\.map$")
# what scripts and styles of the site are made of: folder and files
MADE_OF = {"web/dist": "*", "docs": "**/*.md", "quizzes": "**/*.yml", "scripts": "**/*.py", "locks": "site.lock", ".": "*.*ml"}

# one build reads the course once; both languages of `serve` share it (set by `share_course`)
now = SimpleNamespace(course=None, problems=[], shared=False, whole=True, pages={}, terms={}, written={}, markdown=None)


def share_course(course, problems: Iterable[Problem], whole: bool) -> None:
    """`serve` reads the course itself, once for both languages; problems are looked for when they are asked for.

    Where not the whole site is built, what nobody looks at while writing stays as it was: catalogue, feed, short addresses.
    """
    now.course, now.problems, now.shared, now.whole = course, problems, True, whole


def on_config(config):
    if not now.shared:
        gc.disable()
        course, problems = load_course(ROOT)
        # it stays to the end and holds no cycles: nobody need look through it again and again
        gc.freeze()
        gc.enable()
        # `build.py build` checks meanwhile, once for both languages
        checked = os.environ.get("FIELDBOOK_CHECKED") == "yes"
        now.course, now.problems = course, problems if checked else [*problems, *check(course, date.today())]
        for problem in now.problems:
            # logged under mkdocs.*, so that --strict ends the build
            if problem.severity == "error":
                log.error(str(problem))
    language = config.theme["language"]
    now.pages = {page.uri: page for page in now.course.in_language(language)}
    now.terms = {}
    now.written = {}
    now.markdown = None
    config.extra.pop("alternate", None)
    config.extra["fieldbook"] = {"version": now.course.version, "assets": _assets_version(), "company": company_name(language)}
    return config


def on_files(files: Files, config):
    language = config.theme["language"]
    other = "en" if language == "zh" else "zh"
    kept = Files([])
    # a drawing and its words stand in the pages, not beside them
    pictures = {picture.uri for picture in now.course.pictures}
    for file in files:
        if file.src_uri.endswith(".md"):
            if file.src_uri.endswith(f".{language}.md"):
                kept.append(_page_file(file, language, config))
        elif file.src_uri.startswith("assets/unfurl/") and (not config.site_url or file.src_uri.endswith(f".{other}.png")):
            # without an address of the site no page can name them
            continue
        elif not UNUSED.search(file.src_uri) and file.src_uri.rpartition(".")[0] not in pictures:
            kept.append(file)
    for built in sorted((ROOT / "web" / "dist").iterdir()):
        # fieldbook.en.js → fieldbook.js of the English site
        stem, _, suffix = built.name.rpartition(".")
        stem, _, of = stem.partition(".")
        if of in ("", language):
            kept.append(File.generated(config, f"assets/{stem}.{suffix}", abs_src_path=str(built)))
    version = config.extra["fieldbook"]["assets"]
    texts = search_scripts(now.course, language) | {
        "assets/outline.js": outline_script(now.course, language, list(_in_order(config.nav))),
        "assets/bank.js": bank_script(now.course, language),
    }
    if now.whole:
        texts |= go_pages(now.course, language, version, config.site_url or "")
        texts["feed.xml"] = feed(now.course, language, config.site_name, config.site_url or "")
    if now.whole and language == "zh":
        # one catalogue for both languages
        texts |= catalogue(now.course, config.site_url or "")
    for path, text in (texts | probe_page(language, config.site_name, version)).items():
        kept.append(File.generated(config, path, content=text))
    return kept


def company_name(language) -> str:
    """As it may stand in HTML."""
    return escape(now.course.company.say("name", language))


def _in_order(nav) -> Iterator[str]:
    """The uris of the pages as mkdocs.yml lists them."""
    for item in nav or ():
        if isinstance(item, str):
            yield item.removesuffix(".md")
        else:
            yield from _in_order(next(iter(item.values())))


def _page_file(file: File, language: str, config) -> File:
    """`rule-08.zh.md` under the name `rule-08.md`, so that links and navigation are the same in both languages."""
    uri = file.src_uri.removesuffix(f".{language}.md") + ".md"
    new = File.generated(config, uri, abs_src_path=file.abs_src_path, inclusion=file.inclusion)
    # without these two, edit links and git dates break silently (tried on the pinned version)
    new.edit_uri = file.src_uri
    new.generated_by = None
    return new


def on_nav(nav, config, files):
    for item in nav:
        _name_sections(item)
    return nav


def _name_sections(item) -> None:
    """A section takes the title of its index page, so that the languages cannot drift."""
    if isinstance(item, Section):
        index = now.pages.get(f"{item.title}/index")
        if index:
            item.title = escape(index.front.title)
        for child in item.children:
            _name_sections(child)


@event_priority(100)  # before mkdocs-quiz looks for <quiz>
def on_page_markdown(markdown: str, page, config, files):
    ours = _ours(page)
    if ours is None:
        return markdown
    filled = fill(markdown, ours, now.course, now.problems)
    now.terms[ours.uri] = filled.terms
    # the theme puts them into its HTML as they are
    page.meta |= {name: escape(page.meta.get(name, "")) for name in ("title", "description")}
    page.meta["quiz"] = {"enabled": "<quiz>" in filled.markdown}
    return filled.markdown


@event_priority(-100)  # after mkdocs-quiz
def on_page_content(html: str, page, config, files):
    ours = _ours(page)
    if ours is None:
        return html
    bank = now.course.bank(ours.id)
    html = cut_widgets(html)
    if bank:
        html = shape(html, bank, ours.language, {heading.id: heading.text for heading in ours.headings})
    html = mark_tongues(html, ours.language)
    if bank:
        script = questions_script(ours.id, html)
        if script:
            now.written[f"assets/questions/{ours.id}.js"] = script
    for sign in foreign(html):
        # under `build` this ends it; the checks say it earlier, and better
        log.error(f"{ours.path}: a page may not hold '{sign[:80]}': write Markdown, and code in backquotes")
    html = frame_tables(html, ours.language, ours.front.title, {heading.id: heading.text for heading in ours.headings})
    now.written |= embed_pages(ours, html, bank, config.site_name, config.extra["fieldbook"]["assets"])
    html = keep_anchors(html, old_names(now.course, ours))
    return html + term_notes(now.terms.get(ours.uri, ()), now.course, ours.language)


def on_env(env, config, files):
    # truthy, so that the header includes our language link; not iterable, so that no rel=alternate is written.
    # Not earlier: mkdocs-quiz iterates over it in on_page_content
    config.extra["alternate"] = True
    env.filters["tongues"] = partial(mark_tongues, language=config.theme["language"])
    return env


def on_template_context(context, template_name, config):
    # a page that is not there has no place of its own; without SITE_URL the English one would count from the Chinese root
    if template_name == "404.html" and config.theme["language"] == "en" and not config.site_url:
        context["base_url"] = "/en"
    return context


def on_page_context(context, page, config, nav):
    ours = _ours(page)
    if ours is None:
        return context
    bank = now.course.bank(ours.id)
    company = now.course.company
    context["lesson"] = {
        "id": ours.id,
        "kind": ours.kind,
        "minutes": ours.front.minutes,
        "reviewed": ours.front.reviewed,
        "provenance": ours.front.provenance,
        "objectives": [escape(objective[ours.language]) for objective in bank.objectives] if bank else [],
        "questions": len(bank.questions) if bank else 0,
        "report": company.report,
        "steps": [{"path": escape(place.path.front.title), "path_url": page_url(place.path.uri), "step": place.step, "steps": place.steps, "next": escape(place.next.front.title), "url": page_url(place.next.uri)} for place in now.course.steps_on(ours)],
        **_unfurled(ours),
        "go": relative(f"go/{ours.id}/", page_url(ours.uri)),
    }
    return context


def _unfurled(ours: Page) -> dict[str, str]:
    """The picture beside a link: the module's own, where one is drawn, else the site's."""
    name = ours.module if (ROOT / "docs" / "assets" / "unfurl" / f"{ours.module}.{ours.language}.png").exists() else "home"
    index = now.course.page(name, ours.language)
    return {"picture": name, "picture_alt": index.front.title if index else ""}


def on_post_page(output: str, page, config):
    return cut_frame(output)


def on_post_template(output: str, template_name, config):
    return cut_frame(output) if template_name == "404.html" else output


def on_post_build(config):
    # only now known: what Markdown and the plugin made of the pages
    for path, text in now.written.items():
        write_file(text.encode(), str(Path(config.site_dir) / path))


def _ours(page) -> Page | None:
    return now.pages.get(page.file.src_uri.removesuffix(".md"))


def _assets_version() -> str:
    """One short hash of all that scripts and styles are made of, those too that the build writes (bank, search, questions).

    After an update no page mixes old and new ones, and what a server lets browsers keep for a year under it does not change.
    """
    digest = hashlib.sha256()
    for path, names in MADE_OF.items():
        for file in sorted((ROOT / path).glob(names)):
            if file.is_file():
                digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:10]
