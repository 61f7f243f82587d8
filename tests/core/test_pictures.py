"""A picture is a drawing with places for words; what could load, run or hide something is refused, with its line."""

from __future__ import annotations

import pytest
from course.drawing import picture_html
from course.loading.picture import read_picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 100">\n  <rect class="fb-soft" x="0" y="0" width="90" height="40"/>\n  <text x="8" y="24" font-size="16">{{who}}</text>\n</svg>\n'
WORDS = "title:\n  zh: 谁来接\n  en: Who answers\nalt:\n  zh: 白天你接\n  en: By day you answer\nwords:\n  who:\n    zh: 你 & 同事\n    en: You <and> others\n"


def read(svg: str = SVG, words: str = WORDS):
    picture, problems = read_picture(svg, "docs/x/who.svg", words, "docs/x/who.yml")
    return picture, [f"{p.path}:{p.line}: {p.message}" for p in sorted(problems)]


def test_words_title_and_alternative_stand_in_it() -> None:
    picture, problems = read()
    assert not problems and picture is not None
    html = picture_html(picture, "en", "x/index")
    assert html.startswith('<figure class="fb-picture"><svg ') and "\n" not in html
    assert "You &lt;and&gt; others" in html and "{{" not in html
    assert 'role="img" aria-labelledby="picture-who-title picture-who-alt"' in html
    assert '<title id="picture-who-title">Who answers</title><desc id="picture-who-alt">By day you answer</desc>' in html
    assert "你 &amp; 同事" in picture_html(picture, "zh", "x/index")


def test_a_link_is_counted_from_the_page_that_shows_it() -> None:
    linked = SVG.replace("<text ", '<a href="../y/rule.md#how"><text ').replace("</text>", "</text></a>")
    picture, problems = read(linked)
    assert not problems and picture is not None
    # inside an image no link could be reached
    assert 'role="group"' in picture_html(picture, "zh", "x/index") and 'role="img"' not in picture_html(picture, "zh", "x/index")
    assert '<a href="../y/rule/#how">' in picture_html(picture, "zh", "x/index")
    assert '<a href="../../y/rule/#how">' in picture_html(picture, "zh", "x/other")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{{who}}", "{{whom}}", "docs/x/who.svg:3: no words for the place '{{whom}}'"),
        ("{{who}}", "fixed", "docs/x/who.yml:9: the words 'who' have no place in the drawing"),
        ("<text ", "<script>1</script><text ", "docs/x/who.svg:3: <script> has no place in a drawing"),
        ("<text ", '<image href="https://x.org/a.png"/><text ', "docs/x/who.svg:3: <image> has no place in a drawing"),
        ('x="8"', 'style="fill:red"', "docs/x/who.svg:3: the attribute 'style' has no place in a drawing"),
        ('x="8"', 'href="rule.md"', "docs/x/who.svg:3: the attribute 'href' has no place in a drawing"),
        ('x="8"', 'onclick="x()"', "docs/x/who.svg:3: the attribute 'onclick' has no place in a drawing"),
        ('x="8"', 'fill="#000"', "docs/x/who.svg:3: the attribute 'fill' has no place in a drawing"),
        ("</text>", "", "docs/x/who.svg:4: not well-formed SVG: mismatched tag"),
        ("<svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg', "docs/x/who.svg:1: a document type has no place in a drawing"),
        (' viewBox="0 0 360 100"', "", "docs/x/who.svg:1: the drawing must be an <svg> with a viewBox"),
    ],
)
def test_what_is_refused(old: str, new: str, said: str) -> None:
    _, problems = read(SVG.replace(old, new, 1))
    assert said in problems


def test_a_missing_language_is_said() -> None:
    _, problems = read(words=WORDS.replace("    en: You <and> others\n", ""))
    assert problems == ["docs/x/who.yml:9: the English text (en) is missing"]
