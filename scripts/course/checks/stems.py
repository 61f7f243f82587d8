"""F12, F17 and F18: questions that say nothing of their own, that are very long, and double negatives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..models import LANGUAGES, Choice, Item
from ..problems import Problem
from .measuring import length, plain, unit
from .negatives import QUOTED, asks_for_what_is_not
from .said import LANGUAGE_NAMES
from .table import problem

SHORTEST = {"zh": 10, "en": 6}
LONGEST = {"zh": 150, "en": 90}

_WHICH = "哪(?:一|几|两|三)?(?:个|项|种|些|条|句)?"
_ZH_BARE = re.compile(
    rf"(?:关于[^，,。？?]{{1,20}}[，,：:]?)?(?:请|请问)?(?:选出|选择|指出|找出)?(?:关于[^，,。？?]{{1,20}})?(?:在)?(?:下列|以下|下面|上述)?(?:关于[^，,。？?]{{1,20}})?(?:的)?(?:各项|{_WHICH})?"
    rf"(?:说法|叙述|描述|表述|选项|陈述|观点|做法|内容|句子|判断|理解|答案)?(?:中)?[，,]?(?:{_WHICH})?(?:是|为)?(?:最)?(?:不)?(?:正确|错误|对|错|恰当|合适|准确|合理|真|妥当)(?:的)?(?:说法|叙述|描述|表述|选项|陈述|做法|答案)?(?:一项)?(?:是|有|为)?(?:{_WHICH})?"
    rf"|(?:下列|以下|下面)?{_WHICH}关于[^，,。？?]{{1,20}}的?(?:说法|叙述|描述|表述|陈述)(?:是|最)?(?:不)?(?:正确|错误|对|错|准确)的?|(?:下列|以下|下面)?{_WHICH}最?符合要求"
)
_EN_BARE = re.compile(
    r"(?:(?:about|regarding|concerning|with regard to) [^,.?]{1,40}, )?(?:which|what)(?: one)?(?: of (?:the|these))?(?: following)?(?: (?:statements?|options?|answers?|sentences?|claims?))?(?: (?:about|on|of|regarding) [^,.?]{1,40}?)? (?:is|are)(?: \*{0,2}not\*{0,2})?(?: the)?(?: most)? (?:true|correct|right|false|wrong|incorrect|accurate|appropriate|best)(?: (?:statements?|options?|answers?|ones?))?(?: (?:about|of|regarding|concerning) [^,.?]{1,40})?"
    r"|which of (?:the following|these)(?: (?:statements?|options?|sentences?))? best (?:describes?|defines?|explains?) [^,.?]{1,40}"
    r"|(?:choose|select|pick|mark|find|tick) (?:the|all|every|one)(?: the)? (?:true|correct|right|false|wrong|incorrect|best|appropriate) (?:statements?|options?|answers?|ones?|sentences?)"
)

_A_NOT_A = re.compile(r"(.)[不没]\1")
_ZH_DOUBLE = re.compile(
    r"不得不|不能不|不可不|不会不|不应不|不该不|不要不|不是不|不是没有|不会没有|不可能不|不可能没有|不应该不|不会没|并不是不|不能没有|并非不|并非没有|未必不|未尝不|莫不|(?<!有)无不(?![良妥当同适足利满符])"
    r"|没有(?:一个|一位|哪个|哪位|谁|人|任何|什么)[^，。！？；：、“”]{0,8}不(?![同错少断久过])|(?<!并)(?<!除)非[^，。！？；：“”]{1,8}不可(?=[，。！？；”’）]|$)|没有哪[^，。！？；：、“”]{0,8}不(?![同错少断久过])|无法不|不无(?=[道理关益影])|没有不(?![同少良满便足适])"
)
_POSITIVE_UN = "impossible|improbable|improper|inappropriate|incorrect|inaccurate|illegal|irrelevant|inadvisable|insignificant|incomplete|inconsistent|ineffective|insufficient|invalid|irresponsible|unable|unacceptable|unaware|uncertain|unclear|uncommon|undesirable|unethical|unfair|unfamiliar|unhappy|unhelpful|unimportant|unjustified|unlikely|unnecessary|unreasonable|unrelated|unreliable|unsafe|unsuitable|untrue|unusual|unwelcome|unwilling|unwise|unknown"
_MORE_UN = "inadmissible|inaccessible|indispensable|inflexible|incompatible|incapable|inevitable|ineligible|inexperienced|inconvenient|intolerable|impatient|impolite|imprecise|imperfect|irregular|irreversible|illegible|illogical|dishonest|dissatisfied|uneven|unlike|unpaid|unsaid|unseen|unsold|unspoken|unwritten|unheard|unread|uninteresting"
# 'not unloaded' undoes an action; 'must not be left unattended' is how safety signs say it
_UN_PARTICIPLE = r"un(?!loaded|packed|locked|plugged|screwed|wrapped|veiled|folded|ited|ified|covered|earthed|subscribed|installed|attended|der|hooked|rolled|tied|zipped|derlin|clamped|bolted)\w{3,}(?:ed|able|ible)"
_EN_DOUBLE = re.compile(
    rf"(?:\bnot|n['’]t|\bnever|\bcannot)\*{{0,2}} (?:(?:be|been|being|at|all|entirely|really|left|go|gone|remain|stay|stand|completely|wholly|altogether|so|necessarily) ){{0,3}}(?:{_MORE_UN}|{_UN_PARTICIPLE})\b|(?:\bnot|n['’]t|\bnever|\bcannot)\*{{0,2}} (?:leave|keep) (?:[\w’'-]+ ){{1,3}}(?:{_POSITIVE_UN}|{_MORE_UN}|{_UN_PARTICIPLE})(?=[.?!,;:]|$| (?:when|before|until|after|if|at|on|in|for)\b)|"
    rf"(?:\bnot|n['’]t|\bnever|\bcannot)\*{{0,2}} (?:be |been |an? |at all |entirely |really )?(?:{_POSITIVE_UN})\b|(?:n['’]t|\bnot|\bcannot|\bnever)\*{{0,2}} (?:not|without|(?:fail|neglect|omit) to)\b|\b(?:no|none|nobody|no one)\b(?: (?!but\b|and\b|when\b|if\b|who\b|until\b|so\b)[\w’']+){{0,3}} (?:is|are|was|were|does|do|did|will|can) not\b|\bno reason not to\b|\bnot (?:disagree|dislike|avoid|refuse)\b|\bnobody (?:said|says|knew|knows|did|does) nothing\b|(?:n['’]t|\bcannot|\bnever) (?:\w+ )?(?:no|nothing|nobody|never|none)\b(?! (?:later|longer|more|less|fewer|matter)\b)",
    re.IGNORECASE,
)
_ZH_NEGATIVE = re.compile(r"不(?![错断同少过仅管论久但如锈])|没(?!问题)|未(?!来)|(?<![特区级性个分类差辨])别(?![人的处墅名家])|勿|切忌")
_EN_NEGATIVE = re.compile(r"\b(?:not|never|no|without|neither|nor|cannot|nothing|nobody)\b|n['’]t\b", re.IGNORECASE)


def bare(item: Item) -> Iterator[Problem]:
    """F12."""
    for language in LANGUAGES:
        ask = item.ask[language]
        text = plain(ask).strip().rstrip("：:？?。.（）() _\u3000").strip()
        place, where = item.ask.place(language), f"({LANGUAGE_NAMES[language]}, question {item.id})"
        if (_ZH_BARE.fullmatch(text) if language == "zh" else _EN_BARE.fullmatch(text.casefold())):
            yield problem("F12", place, f"'{ask}' {where}")
        elif length(ask, language) < SHORTEST[language] and not any(mark in ask for mark in "?？") and "____" not in ask:
            yield problem("F12", place, f"'{ask}' has {length(ask, language)} {unit(language)} and asks nothing {where}")


def very_long(item: Item) -> Iterator[Problem]:
    """F17."""
    if item.vignette:
        return
    for language in LANGUAGES:
        found = length(item.ask[language], language)
        if found > LONGEST[language]:
            yield problem("F17", item.ask.place(language), f"{found} {unit(language)} of at most {LONGEST[language]} ({LANGUAGE_NAMES[language]}, question {item.id})")


def double_negative(item: Item) -> Iterator[Problem]:
    """F18: two negatives in one clause, or a question for what is not so with an option that says 'not'."""
    for language in LANGUAGES:
        pattern = _ZH_DOUBLE if language == "zh" else _EN_DOUBLE
        texts = [(item.ask, "'ask'")]
        if isinstance(item, Choice):
            texts += [(option, f"option {option.id}") for option in item.options]
        for text, what in texts:
            # 能不能 asks, it does not negate
            found = pattern.search(_A_NOT_A.sub("\x00" * 3, plain(text[language])) if language == "zh" else plain(text[language]))
            if found:
                yield problem("F18", text.place(language), f"'{found[0]}' in {what} ({LANGUAGE_NAMES[language]}, question {item.id})")
        if isinstance(item, Choice) and asks_for_what_is_not(item.ask[language], language):
            for option in item.options:
                if found := _negative(option[language], language):
                    yield problem("F18", option.place(language), f"the question asks for what is not so, and option {option.id} says '{found[0]}' ({LANGUAGE_NAMES[language]}, question {item.id})")


def _negative(text: str, language: str) -> re.Match[str] | None:
    text = QUOTED.sub("", plain(text))
    if language == "zh":
        return _ZH_NEGATIVE.search(_A_NOT_A.sub("", text))
    return _EN_NEGATIVE.search(text)
