"""A picture: the drawing (`<name>.svg`) and its words (`<name>.yml`) → `Picture`, or problems. Touches no file."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from ..drawing import PLACE
from ..models import Picture
from ..problems import Problem
from .fields import to_model
from .tree import read_tree

_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = {"svg", "a", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}
_ATTRIBUTES = {
    "class", "cx", "cy", "d", "dx", "dy", "font-size", "font-weight", "height", "points", "r", "rx", "ry", "stroke-dasharray", "stroke-linecap",
    "stroke-linejoin", "stroke-width", "text-anchor", "transform", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
}


def read_picture(svg: str, svg_path: str, words: str, words_path: str) -> tuple[Picture | None, list[Problem]]:
    """Both files together; every place in the drawing has words, and all words have a place."""
    tree, problems = read_tree(words, words_path)
    picture, more = to_model(tree, Picture, words_path)
    problems = [*problems, *more, *_drawing(svg, svg_path)]
    if picture is None or problems:
        return None, problems
    asked = {found[1]: svg.count("\n", 0, found.start()) + 1 for found in PLACE.finditer(svg)}
    for name in asked.keys() - picture.words.keys():
        problems.append(Problem(svg_path, asked[name], 1, "S01", f"no words for the place '{{{{{name}}}}}'", f"add '{name}:' with zh and en under 'words:' in {words_path}"))
    for name in picture.words.keys() - asked.keys():
        problems.append(Problem(*picture.words[name].place(), "S01", f"the words '{name}' have no place in the drawing", f"write {{{{{name}}}}} where they stand, or delete them"))
    return (None if problems else picture.model_copy(update={"svg": svg})), problems


def _drawing(svg: str, path: str) -> list[Problem]:
    """A drawing is shapes, text and links: no script, no style, nothing that loads. Its colours come from classes. (Where its links lead, `checks/links.py` judges.)"""
    declared = svg.find("<!DOCTYPE")
    if declared >= 0:
        return [Problem(path, svg.count("\n", 0, declared) + 1, 1, "S01", "a document type has no place in a drawing", "delete the line <!DOCTYPE …>")]
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        line, column = error.position
        return [Problem(path, line, column + 1, "S01", f"not well-formed SVG: {error.msg.partition(':')[0]}", "open it in a browser; look for an unclosed element or a bare '&'")]
    problems = []
    if root.tag != f"{_SVG}svg" or not root.get("viewBox"):
        problems.append(Problem(path, 1, 1, "S01", "the drawing must be an <svg> with a viewBox", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 240">'))
    for element in root.iter():
        name = str(element.tag).removeprefix(_SVG)
        if name not in _ELEMENTS:
            problems.append(Problem(path, _line(svg, f"<{re.escape(name)}"), 1, "S01", f"<{name}> has no place in a drawing", f"use {', '.join(sorted(_ELEMENTS))}"))
        known = _ATTRIBUTES | {"href"} if name == "a" else _ATTRIBUTES
        for attribute in sorted(set(element.keys()) - known):
            problems.append(Problem(path, _line(svg, rf"\s{re.escape(attribute)}\s*="), 1, "S01", f"the attribute '{attribute}' has no place in a drawing", "colours and fonts come from classes (fb-line, fb-soft, fb-strong, fb-on-strong, fb-accent-line, fb-muted)"))
    return problems


def _line(text: str, pattern: str) -> int:
    """The line of the first match; 1 where there is none (a name with a prefix of its own)."""
    found = re.search(pattern, text)
    return text.count("\n", 0, found.start() + 1) + 1 if found else 1
