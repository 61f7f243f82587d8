"""F01, F02, F09, F10, F19: options that give the key away, stand for each other, or are too few or too many."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from ..models import LANGUAGES, Choice, Item, Language, Multiple, Option
from ..problems import Problem
from .measuring import folded, length, plain, unit
from .ranges import range_of
from .said import LANGUAGE_NAMES
from .table import problem

LONGEST_ERROR = 1.5
LONGEST_WARNING = 1.25
LEAST_DIFFERENCE: dict[Language, float] = {"zh": 2, "en": 2}
"""Below this the difference is no cue: of options of two words each, one has three."""
LEAST_ERROR: dict[Language, float] = {"zh": 3, "en": 2}
"""Between the two it is a cue, but no reason to stop the build: six characters beside four."""
NEARLY_EQUAL = 0.9

_SHORTEST_PART: dict[Language, int] = {"zh": 3, "en": 6}
_AROUND = 8

_NUMBERS_ONLY = re.compile(r"[\d\s.,，%％/:：+–-]+")

# what is said of all of them: 都对, 没有一项合适
_ZH_ABOVE = "(?:以上|上述|前述|上面|前面|上列|所列)"
_ZH_KIND = "(?:的|各|这|几|两|二|三|四|五|所有|全部|选项|答案|说法|做法|办法|回答|项|种|个|者|条|句|点|样)"
_ZH_NOT_ONE = "(?:没有(?:任何|哪)?一?(?:项|个|种|条|句|样)|没一(?:项|个|种|条|句)|无一项?|哪一?(?:项|个|种|条|句)[都也]|任何一?(?:项|个|种|条|句)[都也]?|一(?:项|个|种|条|句)[都也])"
_ZH_FIT = "(?:是|对|正确|合适|适合|适用|恰当|妥当|合理|可行|可以|可取|行|符合|成立|错误|错|非)"
_ZH_FITS = "(?:不|没有?)?(?:是|对|正确|合适|适合|适用|恰当|妥当|合理|可行|可以|可取|行|符合|成立|错误|错|非|可|选|要|需要|必要|做|有|包括|考虑|用){0,2}(?:的|了)?"
_ALL_OR_NONE = {
    "zh": re.compile(
        rf"{_ZH_ABOVE}{_ZH_KIND}*(?:都|均|皆|全|全都|全部|全部都|无|没有|统统|{_ZH_NOT_ONE})*{_ZH_FITS}(?:答案|选项)?"
        rf"|(?:都|均|皆|全|全都|全部都?)不?{_ZH_FIT}(?:的)?|{_ZH_NOT_ONE}(?:是|能)?不?{_ZH_FIT}(?:的)?(?:答案|选项)?|没有(?:任何)?一项|(?:没有|无)(?:正确|对的?|合适)(?:的)?(?:答案|选项)?"
        r"|(?:全部?都?|都|全都?不|都不|一个都不|一项都不)选|全选"
        r"|(?:前|这|其余|其他|其它)?(?:面|的)*[两三四几](?:项|个|种|条|句|者|样)(?:全部|都|均|全|皆)+(?:不?对|不?正确|不?是|不?可以|不?合适|不?行|要|要做|要选|选|需要)"
    ),
    "en": re.compile(
        r"(?:all|none|both|neither|any|some|two|either) (?:of )?(?:the )?(?:two |three |four |five )?(?:above|foregoing|preceding|options|answers|choices|replies|statements|these|those|them)(?: (?:options|answers|choices|replies|statements))?(?: above)?(?: (?:is|are|would be)(?: (?:equally|all|both))? (?:right|correct|true|wrong|false|fine|acceptable|incorrect|suitable|possible|needed|required|good)| apply| applies| fits?| will do)?"
        r"|.*\b(?:all|none|both|neither|any|each|every one|not one|nothing|everything|anything) of the above(?:[,;:–—-]? ?(?:until|unless|if|as|because|since|before|when|apart|except|together|and|but|is|are|would|will|applies|apply|at|in) .*)?"
        r"|(?:all|none|any|both) of the above (?:\w+ ?){1,2}|(?:everything|nothing|anything)(?: listed| mentioned| named)? above|(?:every|each|no) (?:option|answer|choice|statement)(?: above| (?:is|would be) (?:right|correct|true|wrong|suitable|acceptable))+"
        r"|not (?:one|any) of (?:these|those|them|the (?:options|answers|choices))|all (?:two|three|four|five)(?: of (?:these|them|those))?(?: apply| fit)?|(?:all|both|none|neither|all (?:two|three|four)) (?:of (?:these|them|those) )?(?:is|are) (?:right|correct|true|wrong|false|fine|acceptable)"
        r"|(?:all|none|any|either) of the (?:others?|other (?:options|answers|choices|three|two|replies))"
    ),
}
_ZH_AND = r"\s*(?:、|和|与|及|以及|或|加上?|还有|跟|&|\+)+\s*"
_ZH_LAST = r"(?:[两二三几][项种者个条句样]|[项者])?(?:都|均|皆|全)*(?:不?对|是|不?正确|可以|合适|做|要|选)?"
_ZH_ONE = r"第?(?:[甲乙丙丁戊]|[一二三四五]|[1-6])(?:项|种|条|个|句)?"
_EN_ONE = r"(?:\(?[a-e1-6]\)|[a-e]|[1-6]|(?:i{1,3}|iv|v)|one|two|three|four|five)"
_EN_NUMBER = "[1-6]"
_EN_AND = r"(?:\s*(?:,|&|\+|/|\band\b|\bor\b|\bplus\b|\bas well as\b|\btogether with\b|\bcombined with\b)+\s*)"
_EN_WHAT = "(?:options?|answers?|choices?|statements?|replies|reply)"
_EN_LAST = r"(?:,? (?:together|combined|only|alone|(?:are|is) (?:both )?(?:right|correct|true)))*"
_COMBINED = (
    # letters of options: A and C, A、C都对, both (a) and (b)
    re.compile(r"(?:既?选|同时(?:做|选)?|both |either |only |options? |answers? |选项|只有)*\(?[a-e]\)?(?:\s*(?:、|和|与|及|或|加上?|以及|,|&|\+|/|\band\b|\bor\b|\bplus\b)+\s*(?:选项)?\(?[a-e]\)?)+(?:[两三几]?[项种]|[两三]者|都|均|皆|全)*(?:对|是|正确|可以|做|要|选)?(?:,? but not [a-e])?(?: together| combined| only| (?:are|is) (?:right|correct|true))*"),
    re.compile(r"[a-e]{2,4}(?:项)?(?:都|均|皆|全)(?:对|是|正确|可以)"),
    re.compile(r"既选?[a-e甲乙丙丁]也?[选又]?[a-e甲乙丙丁]|[\d、和]{3,}(?:都|均|皆|全)(?:对|是|正确)"),
    # 甲、丙两种, 选项二加选项三, 第一和第三项, 1、3
    re.compile(rf"(?:既?选|同时(?:做|选)?|只有|只选)?(?:选项|答案)?{_ZH_ONE}(?:{_ZH_AND}(?:选项|答案)?{_ZH_ONE})+{_ZH_LAST}|[甲乙丙丁戊]{{2,4}}(?:[两三][项种者个]|都|均|皆)+(?:对|是|正确|可以)?"),
    # 前两项, 最后两种: not 前两天, 前两批
    re.compile(r"(?:只?选|只有)?(?:前|后|头|最后|最前|上|上面|前面|后面)(?:面|的)?[两二三](?:项|种|条|句|者|个(?:选项|答案|做法|说法)?)(?:都|均|皆|全)*(?:不?对|是|不?正确|可以|合适|做|要|选)?"),
    # the first two, the last two of these; options 1 and 3
    re.compile(rf"(?:both |only |just )?(?:of )?(?:the )?(?:first|last|top|bottom|upper|lower) (?:two|three)(?: {_EN_WHAT}| ones)?(?: (?:of )?(?:these|those|them|the above|above|the {_EN_WHAT}))?{_EN_LAST}"),
    re.compile(rf"(?:both |either |only |just )?{_EN_WHAT} {_EN_ONE}(?:{_EN_AND}(?:{_EN_WHAT} )?{_EN_ONE})+{_EN_LAST}"),
    # 1 and 3, but no fraction, no list of figures and not 'two or three'
    re.compile(rf"(?:both |only |just )?{_EN_NUMBER}(?:, ?{_EN_NUMBER})*,?(?: (?:and|plus|as well as|together with) | ?& ?){_EN_NUMBER}{_EN_LAST}"),
    re.compile(r"(?:both |either )?(?:the )?(?:first|second|third|last)(?: (?:one|option|answer))?(?:,? (?:and|or|plus) (?:the )?(?:first|second|third|fourth|last)(?: (?:one|option|answer))?)+(?: (?:one|option|answer)s?)?(?: (?:is|are) (?:right|correct|true))?"),
    # numbered statements: ①③, (1) and (3), I and III
    re.compile(r".*[①-⑳]\s*(?:、|和|与|及|,|and)?\s*[①-⑳].*"),
    re.compile(r"(?:only |both |either )?\(\d\)(?:\s*(?:、|和|与|及|,|&|and)?\s*\(\d\))+(?: only)?"),
    re.compile(r"(?:only )?(?:i{1,3}|iv|v)(?:\s*(?:、|和|与|,|&|\band\b)+\s*(?:i{1,3}|iv|v))+(?: only)?"),
)
_FIGURES_ONLY = re.compile(r"(?:[1-6]|\s|,|、|和|与|及|或|&|\+|and|plus)+")
_NUMBERED = re.compile(r"(?:^|[\s。？！；：,.;:，])[（(]?[1-6](?:[)）、：]|[.．:](?!\d))")
"""'1 and 3' stands for options or lines only where these are numbered; elsewhere it is a figure."""
_NO_NUMBER = re.compile(r"一(?:下|起|定|样|并|直|律|同|般|旦|些|点儿)|万一")
"""一 that counts nothing; two options that differ in it alone are the same."""
# what makes two sentences different although they look alike: figures, days, months
_DECIDING = re.compile(r"[+-]?\d[\d.,:/]*|[一二三四五六七八九十百千万两半]+|[周天]?日|[上中下]午|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|morning|evening|afternoon)\b")


def longest(item: Item) -> Iterator[Problem]:
    """F01. With several keys their mean is taken, and the longest option must be one of them."""
    if not isinstance(item, Choice) or not item.keys or not item.distractors:
        return
    for language in LANGUAGES:
        if all(_NUMBERS_ONLY.fullmatch(option[language]) for option in item.options):
            continue
        keys = [(length(option[language], language), option) for option in item.keys]
        others = [length(option[language], language) for option in item.distractors]
        top, option = max(keys, key=lambda pair: pair[0])
        mean = sum(others) / len(others)
        mine = sum(size for size, _ in keys) / len(keys)
        if top <= max(others) or mine - mean < LEAST_DIFFERENCE[language] or mine < LONGEST_WARNING * mean:
            continue
        yield problem(
            "F01", option.place(language),
            f"option {option.id} has {top} {unit(language)}, the wrong ones {mean:.0f} on average ({LANGUAGE_NAMES[language]}, question {item.id})",
            severity="error" if mine >= LONGEST_ERROR * mean and mine - mean >= LEAST_ERROR[language] else "warning",
        )


def all_or_none(item: Item) -> Iterator[Problem]:
    """F02."""
    for option, language in _options(item):
        if _ALL_OR_NONE[language].fullmatch(_bare(option[language])):
            yield problem("F02", option.place(language), f"'{option[language]}' ({LANGUAGE_NAMES[language]}, question {item.id})")


def combined(item: Item) -> Iterator[Problem]:
    """F09."""
    for option, language in _options(item):
        bare = _bare(option[language], circled=True)
        if any(pattern.fullmatch(bare) for pattern in _COMBINED) and (not _FIGURES_ONLY.fullmatch(bare) or _is_numbered(item, language)) or _holds_two_others(option, item, language):
            yield problem("F09", option.place(language), f"'{option[language]}' ({LANGUAGE_NAMES[language]}, question {item.id})")


def _is_numbered(item: Item, language: Language) -> bool:
    texts = [item.ask, *(item.options if isinstance(item, Choice) else ())]
    return any(_NUMBERED.search(plain(text[language])) for text in texts)


def _holds_two_others(option: Option, item: Item, language: Language) -> bool:
    """'By phone and by WeCom' beside 'By phone' and 'By WeCom': word for word, with little around them."""
    if not isinstance(item, Choice) or any(map(str.isdigit, option[language])):
        return False
    rest, held = folded(option[language]), 0
    for other in sorted(item.options, key=lambda other: -len(other[language])):
        said = folded(other[language])
        if other is not option and len(said) >= _SHORTEST_PART[language] and said in rest:
            rest, held = rest.replace(said, "", 1), held + 1
    return held >= 2 and len(rest) <= _AROUND


def _options(item: Item) -> Iterator[tuple[Option, Language]]:
    if isinstance(item, Choice):
        for option in item.options:
            for language in LANGUAGES:
                yield option, language


def _bare(text: str, circled: bool = False) -> str:
    """Small letters, half-width, no punctuation at the ends. NFKC would make ① a plain 1."""
    text = plain(text)
    text = text if circled and re.search("[①-⑳]", text) else unicodedata.normalize("NFKC", text)
    return text.casefold().strip(" .。!?,，;；:：“”\"'")


def equal(item: Item) -> Iterator[Problem]:
    """F10: the same words, nearly the same words, or ranges that share numbers."""
    if not isinstance(item, Choice):
        return
    for language in LANGUAGES:
        for one, two in combinations(item.options, 2):
            where = f"({LANGUAGE_NAMES[language]}, question {item.id})"
            if _same(one[language], two[language]):
                yield problem("F10", two.place(language), f"options {one.id} and {two.id} {where}")
                continue
            ranges = range_of(one[language]), range_of(two[language])
            if ranges[0] and ranges[1] and ranges[0].overlaps(ranges[1]):
                yield problem("F10", two.place(language), message=f"the ranges of options {one.id} and {two.id} overlap: '{one[language]}' and '{two[language]}' {where}", hint="let each range begin where the one before has ended: 0–9, 10–19, 20 or more")


def _same(one: str, two: str) -> bool:
    if _deciding(one) != _deciding(two):
        return False
    a, b = folded(one), folded(two)
    if a == b:
        return True
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.real_quick_ratio() >= NEARLY_EQUAL and matcher.quick_ratio() >= NEARLY_EQUAL and matcher.ratio() >= NEARLY_EQUAL


def _deciding(text: str) -> list[str]:
    return [found.replace(",", "").rstrip(".:/") for found in _DECIDING.findall(_NO_NUMBER.sub("", unicodedata.normalize("NFKC", text).casefold()))]


def numbers_of_options(item: Item) -> Iterator[Problem]:
    """F19."""
    if not isinstance(item, Choice):
        return
    place, options, keys = item.place("options"), len(item.options), len(item.keys)
    if not 3 <= options <= 5:
        yield problem("F19", place, message=f"{options} options in question {item.id}", hint="write three or four, at most five; three good ones beat five")
    if isinstance(item, Multiple):
        if not 2 <= keys <= 4:
            yield problem("F19", place, message=f"{keys or 'no'} right option{'s' * (keys != 1)} in question {item.id}, of type 'multiple'", hint="mark two to four options with 'correct: true', or make it 'single'")
        elif not item.distractors:
            yield problem("F19", place, message=f"no wrong option in question {item.id}", hint="add what a sensible beginner would choose")
    elif keys != 1:
        yield problem("F19", place, message=f"{keys or 'no'} right option{'s' * (keys != 1)} in question {item.id}, of type 'single'", hint="mark exactly one option with 'correct: true', or make it 'multiple'")
