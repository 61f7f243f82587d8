"""What counts as a link in each format of a wiki, where it stands, and what is none. `§` in a text marks where a link begins."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from course.wiki.formats import ENDINGS, links

from .conftest import ROOT

HTML = {
    "anchors, areas, frames": ("<a href='§https://h/1'>x</a><AREA HREF=§https://h/2><iframe class=\"x\" src=\"§https://h/3\" height=1>", ["https://h/1", "https://h/2", "https://h/3"]),
    "entities": ('<a href="§https://h/?a=1&amp;b=2&#35;x&copy=3">x</a>', ["https://h/?a=1&b=2#x&copy=3"]),
    "a tag over several lines": ('<a\n  title="a > b"\n  href="§https://h/1">x</a>', ["https://h/1"]),
    "spaces around it": ('<a href="§ https://h/1\n">x</a>', ["https://h/1"]),
    "the first of two": ('<a href="§https://h/1" href="https://h/2">x</a>', ["https://h/1"]),
    "no address in words": ("<p>https://h/1</p><img src='https://h/2'><link href='https://h/3'><a name=x>x</a></a href='https://h/4'>", []),
    "comments": ("<!-- <a href='https://h/1'> --><a href='§https://h/2'>x</a><!-- <a href='https://h/3'>", ["https://h/2"]),
    "scripts": ("<script>\"<a href='https://h/1'>\"</script><textarea><a href='https://h/2'></TEXTAREA><a href='§https://h/3'>x</a>", ["https://h/3"]),
    "code is escaped": ("<pre>&lt;a href=\"https://h/1\"&gt;</pre>", []),
    "broken markup": ("a < b <a <a href='§https://h/1'>x</a><a href=\"https://h/2>x", ["https://h/1"]),
}
MARKDOWN = {
    "inline": ("[a](§https://h/1) [b](§https://h/2 \"title\") [c](<§https://h/3 x>) [d]( §https://h/4_(x) )", ["https://h/1", "https://h/2", "https://h/3 x", "https://h/4_(x)"]),
    "escaped": (r"[a](§https://h/1\_x\))", ["https://h/1_x)"]),
    "references": ("[a][x], [y], [^1]\n\n[x]: §https://h/1 'title'\n> [y]: <§https://h/2>\n[^1]: §https://h/3", ["https://h/1", "https://h/2", "https://h/3"]),
    "in angle brackets": ("<§https://h/1> <§HTTP://h/2>", ["https://h/1", "HTTP://h/2"]),
    "in words": ("See §https://h/1, (§https://h/2) or **§https://h/3**. §https://h/4_(x)!", ["https://h/1", "https://h/2", "https://h/3", "https://h/4_(x)"]),
    "in Chinese words": ("见§https://h/1。再看，https://h/2\u3000第三节（§https://h/3 ）", ["https://h/1。再看，https://h/2", "https://h/3"]),
    "pictures": ("![a](https://h/1) [![a](https://h/2)](§https://h/3)", ["https://h/3"]),
    "brackets in its words": ("[a [b] c](§https://h/1)", ["https://h/1"]),
    "relative": ("[a](§/book/go/x/) [b](§#c)", ["/book/go/x/", "#c"]),
    "HTML": ('a <a href="§https://h/1">x</a> <img src="https://h/2">', ["https://h/1"]),
    "comments": ("<!-- https://h/1\n[a](https://h/2) --> §https://h/3", ["https://h/3"]),
    "a span of code": ("`https://h/1` ``[a](https://h/2) ` `` §https://h/3 ` `` §https://h/4", ["https://h/3", "https://h/4"]),
    "a span ends with its paragraph": ("a ` b\n\n§https://h/1 ` c", ["https://h/1"]),
    "an escaped backtick": ("\\`§https://h/1`", ["https://h/1"]),
    "a fence": ("```sh\nhttps://h/1\n~~~\n```` \n§https://h/2\n~~~\nhttps://h/3\n```\n", ["https://h/2"]),
    "a fence in a list": ("1. a\n   ```\n   https://h/1\n   ```\n   §https://h/2\n- ~~~\n  https://h/3\n", ["https://h/2"]),
    "a fence in a quotation": ("> ```\n> https://h/1\n\n§https://h/2", ["https://h/2"]),
    "no fence": ("```a `b` §https://h/1\n§https://h/2", ["https://h/1", "https://h/2"]),
    "indented": ("a\n\n    https://h/1\n\n    https://h/2\n\tno https://h/3\n\n§https://h/4\n    §https://h/5", ["https://h/4", "https://h/5"]),
    "indented in a list": ("- a\n\n    §https://h/1\n\n   - b\n\n        §https://h/2\n\nc\n\n    https://h/3", ["https://h/1", "https://h/2"]),
    "indented in a list that goes on": ("- a\nb\n\n    §https://h/1", ["https://h/1"]),
    "indented after a fence": ("```\n\n```\n\n    https://h/1\n\n    ```\n\n§https://h/2", ["https://h/2"]),
}
CONFLUENCE = {
    "as HTML": ('<p><a href="§https://h/?a=1&amp;b=2">x</a></p>', ["https://h/?a=1&b=2"]),
    "of the wiki": ('<ac:link><ri:page ri:content-title="https://h/1"/><ac:plain-text-link-body><![CDATA[<a href="https://h/2">]]></ac:plain-text-link-body></ac:link>', []),
    "a resource": ('<ac:image><ri:url ri:value="§https://h/1" /></ac:image>', ["https://h/1"]),
    "a parameter": ('<ac:structured-macro ac:name="iframe"><ac:parameter ac:name="src"><ri:url ri:value="§https://h/1"/></ac:parameter><ac:parameter ac:name="url">see §https://h/2</ac:parameter></ac:structured-macro>', ["https://h/1", "https://h/2"]),
    "macros in macros": (
        '<ac:structured-macro ac:name="panel"><ac:rich-text-body><a href="§https://h/1">x</a>'
        '<ac:structured-macro ac:name="code"><ac:parameter ac:name="language">xml</ac:parameter><ac:plain-text-body><![CDATA[<a href="https://h/2">https://h/3]]></ac:plain-text-body></ac:structured-macro>'
        '<ac:structured-macro ac:name="expand"><ac:rich-text-body><ac:structured-macro ac:name="html"><ac:plain-text-body><![CDATA[https://h/4 <iframe src="§https://h/5">]]></ac:plain-text-body></ac:structured-macro></ac:rich-text-body></ac:structured-macro>'
        '<a href="§https://h/6">x</a></ac:rich-text-body></ac:structured-macro>',
        ["https://h/1", "https://h/5", "https://h/6"],
    ),
    "Markdown": ('<ac:structured-macro ac:name="markdown"><ac:plain-text-body><![CDATA[[a](§https://h/1)\n`https://h/2`]]></ac:plain-text-body></ac:structured-macro>', ["https://h/1"]),
    "the export of a space": (
        '<object><property name="body"><![CDATA[<p><a href="§https://h/1">x</a></p><ac:structured-macro ac:name="html"><ac:plain-text-body><![CDATA[<a href="§https://h/2">]] ></ac:plain-text-body></ac:structured-macro>'
        '<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[<a href="https://h/3">]] ></ac:plain-text-body></ac:structured-macro><a href="§https://h/4">x</a>]]></property></object>',
        ["https://h/1", "https://h/2", "https://h/4"],
    ),
}
MEDIAWIKI = {
    "in brackets": ("[§https://h/1 a] [§https://h/2] [§//h/3 a] [a]", ["https://h/1", "https://h/2", "//h/3"]),
    "in words": ("See §https://h/1. (§https://h/2), ''§https://h/3'' [§https://h/4''x'' y]", ["https://h/1", "https://h/2", "https://h/3", "https://h/4"]),
    "in templates": ("{{Quote|{{Link|§https://h/1|url=§https://h/2}}}}", ["https://h/1", "https://h/2"]),
    "pages of the wiki": ("[[Offer|https]] [[§https://h/1|a]]", ["https://h/1"]),
    "in tables": ("{|\n| §https://h/1 || [§https://h/2|b]\n|}", ["https://h/1", "https://h/2"]),
    "entities": ("[§https://h/?a=1&amp;b=2 a]", ["https://h/?a=1&b=2"]),
    "code": ("<nowiki>https://h/1</nowiki> <syntaxhighlight lang='sh'>\nhttps://h/2\n</syntaxhighlight> <PRE>https://h/3</pre > <nowiki/>§https://h/4", ["https://h/4"]),
    "comments": ("<!-- https://h/1 -->§https://h/2 <!-- §https://h/3", ["https://h/2", "https://h/3"]),
    "what nothing closes": ("<pre>§https://h/1 <nowiki>x</nowiki> §https://h/2", ["https://h/1", "https://h/2"]),
}
EXPORT = {
    "the text of pages": (
        '<mediawiki xmlns="https://h/0">\n<page><title>https://h/1</title><text bytes="9" xml:space="preserve">&lt;nowiki&gt;https://h/2&lt;/nowiki&gt;\n'
        '“&quot;§https://h/3&quot; [§https://h/?a=1&amp;b=2 x]</text></page>\n<page><text>§https://h/4&lt;br&gt;</text></page></mediawiki>',
        ["https://h/3", "https://h/?a=1&b=2", "https://h/4"],
    ),
}
CASES = [(ending, what, *case) for ending, cases in ((".html", HTML), (".md", MARKDOWN), (".xml", CONFLUENCE), (".wiki", MEDIAWIKI), (".xml", EXPORT)) for what, case in cases.items()]


@pytest.mark.parametrize(("ending", "what", "marked", "urls"), CASES, ids=[f"{ending[1:]}: {what}" for ending, what, *_ in CASES])
def test_links_and_their_places(ending: str, what: str, marked: str, urls: list[str]) -> None:
    found = list(links(marked.replace("§", ""), ending))
    assert [link.url for link in found] == urls
    lines = [list(re.finditer("§", line)) for line in marked.split("\n")]
    places = [(number, mark.start() - before + 1) for number, marks in enumerate(lines, 1) for before, mark in enumerate(marks)]
    assert [(link.line, link.column) for link in found] == places


def test_the_text_decides_what_is_storage_format() -> None:
    storage = '<ac:structured-macro ac:name="iframe"><ac:parameter ac:name="src">https://h/1</ac:parameter></ac:structured-macro>'
    assert [link.url for link in links(storage, ".html")] == ["https://h/1"]
    assert [link.url for link in links("<p>https://h/1</p>", ".html")] == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_has_a_reader(ending: str) -> None:
    assert list(links("", ending)) == []
    assert [link.url for link in links('<a href="https://h/1">x</a>', ending)] == ["https://h/1"]


ENDLESS = ("<", "[", "{{", "](", "[a](", "[a](<", "[a](b(", "[a]:\n", "`", "` `` ", "```\n", "<!--", "<![CDATA[", "<a ", "<a href=", "<a 'x\"", "<pre>", "<script>",
           "<ac:structured-macro ac:name='html'>", "http://", "[[http://", "https://h/(", "https://h/)*", "&", "\\", "> ", "    ", "\n\n", "1. ", "<text>")  # fmt: skip
"""Each a million characters long in one page, and `a`, as the name of one attribute."""


def test_a_page_that_never_ends_is_read_in_the_time_of_any_other() -> None:
    """In all formats. Whatever grows with the square of the length would take hours; the limit is for a machine that has much else to do."""
    program = f"""
import sys
sys.path.insert(0, "scripts")
from course.wiki.formats import links
for part in {ENDLESS!r}:
    text = part * (1_000_000 // len(part))
    for ending in (".html", ".md", ".xml", ".wiki"):
        for _ in links(text, ending): pass
for ending in (".html", ".md", ".xml"):
    assert not list(links("<a " + "a" * 1_000_000 + ">", ending))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
