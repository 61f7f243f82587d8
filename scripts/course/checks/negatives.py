"""F03: a question that asks for what is *not* so says it in a way nobody can miss. Also tells F18 which questions these are.

不 or *not* elsewhere in a question (能不能, 'will not be done until Friday') asks for nothing negative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..models import LANGUAGES, Item, Language
from ..problems import Problem
from .measuring import length, plain
from .said import LANGUAGE_NAMES
from .table import problem

QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"")
"""Words spoken in the scene are no part of what is asked."""

_WHICH = "(?:哪|谁|什么|下列|以下|下面|上面|上述|其中)"
# judged as a whole: asked for wherever they stand before 的是 or after 哪, in one clause that ends the question
_NOT_SO = "不(?:太|够|很)?(?:正确|恰当|合适|妥当|妥|属于|应该|应当|应|该|包括|包含|符合|适合|适宜|适用|合理|准确|可取|建议|推荐|允许|利于|成立|相关|真实|宜|当(?![面场时天日年月地班])|得(?!不)|需要|必要|需|必|用|可以|可|能|是|对(?=的|[？?：:]|$))|(?:没有|未)(?:包括|包含|列入|必要|帮助)|无关(?=的|[？?：:]|$)"
_A_NOT_A = re.compile(r"(.)不\1|是不是|能不能|会不会")
_END = "[？?：:。（(_\u3000 ]*$"
_ZH_ASKS_NOT = (
    re.compile(rf"{_WHICH}[^，,。？?：:；;]{{0,18}}?(?P<word>{_NOT_SO})(?!不)[^，,。？?：:；;]{{0,14}}{_END}"),
    re.compile(rf"(?P<word>{_NOT_SO})(?!不)[^，,。？?：:；;就才也]{{0,10}}(?:的|的?(?:一项|一个|做法|说法|事))(?:是|有|为)(?:{_WHICH}[^，,。？?：:；;]{{0,8}})?{_END}"),
    # 不包括下面哪一笔: the negative stands before the word that asks, at most two characters from it
    re.compile(rf"(?P<word>不(?:包括|包含|属于|应该|应当|应|该|符合|适合|适宜|适用|需要|用|需|宜|可以|能)|(?:没有|未)(?:包括|包含|列入))[^，,。？?：:；;时先后就再找问才也都会得了的]{{0,2}}(?:下列|以下|下面|上面|上述|其中)?(?:的)?哪[^，,。？?：:；;]{{0,10}}{_END}"),
    re.compile(rf"{_WHICH}[^，,。？?：:；;]{{0,18}}(?P<word>错误|有误)(?:的|$|[？?])[^，,。？?：:；;]{{0,6}}{_END}"),
    re.compile(rf"(?P<word>错误|有误)的(?:一项|一个|做法|说法|叙述|描述)?(?:是|有|为)(?:{_WHICH}[^，,。？?：:；;]{{0,8}})?{_END}"),
    re.compile(rf"(?P<word>除了?)(?:哪|下列|以下|下面)(?![^。？?]*[还也])|(?P<last>除了?)(?:外)?{_END}|(?P<all>除了?)[^，。？?]{{0,8}}哪[^。？?]*[都均]"),
)
# 'which of these is not …', but not 'what do you say if it is not …' nor 'the buyer, who has not paid, …'
_BREAK = r"(?!\b(?:when|if|that|because|while|until|whose|who|after|before|as|but|so|though|although|since)\b)"
_AUX = r"(?:is|are|was|were|do|does|did|should|would|could|can|may|might|must|will|has|have|need)"
_ASKING = r"(?:^|[.?!;:,—–]\s+(?:and |so |then |but |now )?|\b(?:on|in|to|of|for|with|at|from|by|about) |\b(?:sheet|table|list|call|page|file|these|those) )(?:which|what|who|whom)\b"
_EN_ASKS_NOT = (
    re.compile(rf"{_ASKING}(?:{_BREAK}[^.?!,;])*?\b(?:{_AUX}\s+(?:\w+\s+){{0,3}}?(?P<word>not)\b|(?P<short>\w+n['’]t)\b|(?P<can>cannot)\b)[^.!;]*(?:\?|:|_|$)", re.IGNORECASE),
    re.compile(r"(?:which|what|who|whom|all|each|every|any)\b[^.?!]*\b(?P<word>except)\b|\b(?P<last>except)(?: for)?\W*$", re.IGNORECASE),
    re.compile(rf"{_ASKING}[^.?!]*?(?<!at )(?<!at the very )\b(?P<word>least) (?:likely|useful|suited|fit|credible|plausible|promising|valuable|practical|precise|clear|trustworthy|persuasive|fair|sound|suitable|appropriate|helpful|effective|important|urgent|relevant|accurate|acceptable|reliable|convincing|true|fitting|sensible|advisable|wise|desirable|professional|correct|polite|necessary|probable|consistent)\b", re.IGNORECASE),
)
# 'which reply is wrong' asks for the bad one among options; 'what is wrong with the pump' asks about the pump
_BAD = "incorrect|wrong|false|mistaken|inaccurate"
_UNFIT = "unsuitable|inappropriate|improper|inadvisable|unacceptable|unhelpful|unwise|unprofessional|irrelevant|unnecessary|impolite|untrue|invalid|out of place"
_SAID = "(?:repl(?:y|ies)|answers?|statements?|explanations?|sentences?|steps?|options?|ways?|claims?|descriptions?|approach(?:es)?|choices?|moves?|actions?|questions?|phrases?|reasons?|conclusions?|definitions?|wordings?|readings?|rules?|one|ones|of (?:these|those|the following|them)(?: [a-z]+){0,3})"
_EN_ASKS_FOR_BAD = (
    re.compile(rf"{_ASKING} (?:(?:one|two|three) )?(?:of (?:these|those|the|the following|following) )?(?:[\w’'-]+ ){{0,2}}?{_SAID}(?: (?:of|in|about|on|to|from|for|here)(?: [\w’'-]+){{0,5}})? (?:is|are|would be|sounds?)(?: (?:the|an?|clearly|plainly))? (?P<word>{_BAD}|an? (?:mistake|error))\b(?! (?:with|about|by|in|address|number|date|order|person))", re.IGNORECASE),
    re.compile(rf"{_ASKING} (?:{_BREAK}[\w’'-]+ ){{0,7}}?(?:is|are|would be|sounds?|seems?)(?: (?:the|an?|clearly|plainly|most))? (?P<word>{_UNFIT})\b", re.IGNORECASE),
    re.compile(r"(?:choose|select|pick|mark|find|tick|name|identify) (?:the|all|every|one|two) (?:(?:one|two|three) )?(?P<word>incorrect|wrong|false|unsuitable|inappropriate|untrue) (?:repl(?:y|ies)|answers?|statements?|options?|sentences?|steps?|claims?|ones?)\b", re.IGNORECASE),
    re.compile(rf"{_ASKING}[^.?!]*?\b(?:help(?:s|ed)?|suits?|fits?|serves?|matters?|convinces?|persuades?|reassures?|supports?|explains?|belongs?|deserves?|contributes?|likely)\b[^.?!,;]{{0,40}}(?<!at )(?<!at the very )\b(?P<word>least)\W*$", re.IGNORECASE),
    re.compile(rf"{_ASKING}(?:{_BREAK}[^.?!,;])*?\b(?:should|must|do|may|can|would)\s+(?:{_BREAK}\w+\s+){{0,3}}?(?P<word>never)\b[^.!;]*(?:\?|:|_|$)", re.IGNORECASE),
)
_UNTIL = re.compile(r"\bnot\b[^.?!]{0,20}\b(?:until|only|yet|later than)\b|\bat least\b|\bnot (?:just|only|merely)\b|\bwhy not\b|\bor not\b|\bhaven['’]t\b[^.?!]{0,20}\byet\b", re.IGNORECASE)
_SPAN = re.compile(r"(\*{1,3}|_{1,2})(?=[^\s*_])([^*_]+)(?<=\S)\1")
_CAPITALS = re.compile(r"\b(?:NOT|EXCEPT|LEAST|NEVER|DON['’]T|CANNOT|INCORRECT|WRONG|FALSE|UNSUITABLE|INAPPROPRIATE|UNNECESSARY|IRRELEVANT|UNHELPFUL|MISTAKE)\b")
_LONGEST_EMPHASIS: dict[Language, int] = {"zh": 8, "en": 4}
"""Emphasis on a whole question is emphasis on nothing."""


def asks_for_what_is_not(ask: str, language: Language) -> str:
    """The negative word of a question that asks for what is not so, emphasised or not; '' for others."""
    return _negative_word(plain(ask), language)


def unmarked_negative(item: Item) -> Iterator[Problem]:
    """F03."""
    for language in LANGUAGES:
        text = plain(_without_emphasised(item.ask[language], language))
        word = _negative_word(text, language) or (_bad_word(text) if language == "en" else "")
        if word:
            yield problem("F03", item.ask.place(language), f"'{word}' ({LANGUAGE_NAMES[language]}, question {item.id})")


def _negative_word(text: str, language: Language) -> str:
    text = QUOTED.sub("\x01", text).strip()
    if language == "zh":
        text, patterns = _A_NOT_A.sub("\x01\x01\x01", text), _ZH_ASKS_NOT
    else:
        text, patterns = _UNTIL.sub("\x01", text), _EN_ASKS_NOT
    for pattern in patterns:
        found = pattern.search(text)
        if found:
            return next(word for word in found.groupdict().values() if word)
    return ""


def _bad_word(text: str) -> str:
    """A question for the wrong reply. It holds no 'not', so an option that says 'not' beside it is no double negative."""
    text = QUOTED.sub("\x01", text).strip()
    return next((found["word"] for pattern in _EN_ASKS_FOR_BAD if (found := pattern.search(text))), "")


def _without_emphasised(text: str, language: Language) -> str:
    """A negative word that is set in bold or capitals is no longer a trap, so it is taken out."""
    text = _SPAN.sub(lambda span: "\x01" if length(span[2], language) <= _LONGEST_EMPHASIS[language] else span[2], text)
    return _CAPITALS.sub("\x01", text) if language == "en" else text
