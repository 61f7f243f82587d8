"""One row a code: what is wrong, how to mend it, in both languages, and where the rule comes from.

Data only: touches nothing. Rules fill in the particulars (`checks/table.py`); the page for trainers prints
the rows whole (`lists.py`).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

HALADYNA = "Haladyna, Downing & Rodriguez 2002"
NBME = "NBME item-writing guide"
OURS = "house rule"


class Row(NamedTuple):
    """`both` means: an error beyond one limit, a warning beyond a lower one. `zh` says `wrong` and `mend` in Chinese."""

    code: str
    level: Literal["error", "warning", "both"]
    wrong: str
    mend: str
    zh: tuple[str, str]
    source: str = OURS

    @property
    def can_be_excused(self) -> bool:
        return self.level != "error"


FAMILIES: tuple[tuple[str, str, str], ...] = (
    ("S", "form and ids", "格式与编号"),
    ("E", "evidence", "引用"),
    ("F", "questions", "题目"),
    ("B", "the bank as a whole", "整个题库"),
    ("L", "the two languages of a text", "中英文对照"),
    ("P", "pages", "页面"),
    ("R", "repetition", "重复"),
    ("T", "wording and punctuation", "用词与标点"),
)
"""First letters of codes, in the order in which people read them."""

_ROWS = (
    # the form of what is written
    Row("S01", "error", "a field or a text is not in its form", "see CONTRIBUTING.md for an example of every field",
        ("字段或文字的格式不对", "对照CONTRIBUTING.md，每个字段那里都有例子")),
    Row("S02", "error", "an id is not in order", "ids are written by hand once and never change; run `python3 scripts/build.py ids` to enter new ones in quizzes/ids.txt",
        ("编号没有登记、重复或不见了", "编号写定就不再改；新编号用`python3 scripts/build.py ids`登记进quizzes/ids.txt")),
    Row("S03", "error", "a question names a section or an objective that does not exist", "name the heading id that answers the question, and an objective of the same file",
        ("题目指向的小节或学习目标不存在", "写上答案所在小节的编号，学习目标要在同一个文件里")),
    Row("S04", "error", "the feedback is missing something", "say why, in 20 characters or 12 words at least: what happens next if somebody acts like this",
        ("反馈太短，或者只是把选项重说一遍", "至少20个字，说出后果：照这样做，接下来会怎样"), "Van der Kleij, Feskens & Eggen 2015"),
    Row("S05", "error", "a source or claim is not where it must stand", "compare with quizzes/inventory.yml: its ids, and the pages that each claim names",
        ("来源或主张没有写在该写的页面上", "对照quizzes/inventory.yml：编号是什么，每条主张落在哪几页")),
    # evidence
    Row("E01", "error", "something is cited that is not on the closed list", "cite what stands in quizzes/references.yml, or look the source up and add it there first",
        ("引用了名单以外的文献或网址", "只引quizzes/references.yml里有的；没有的，先查实，再补进去")),
    # writing of items
    Row("F01", "both", "the right option is the longest", "shorten it, or write the wrong options as fully as the right one",
        ("正确的一项最长", "把它写短，或者把错的选项也写得一样具体"), HALADYNA),
    Row("F02", "error", "an option stands for all or none of the others", "write what somebody would really do instead, or make the question 'multiple'",
        ("有“以上都是”“以上都不对”一类的选项", "换成真会有人去做的事，或者改成多选题"), HALADYNA),
    Row("F03", "error", "the question asks for what is not so, without emphasis", "ask for what is so, or set the negative word in bold",
        ("题干在问“哪一项不是”，否定词却不显眼", "改成正面问；非反着问不可，把否定词加粗"), HALADYNA),
    Row("F04", "warning", "only wrong options use absolute words", "take the absolute word out, or use one in the right option too",
        ("只有错的选项用了“总是”“一定”“必须”这类绝对的词", "去掉这个词，或者让正确的一项也用上"), NBME),
    Row("F05", "warning", "a vague word of frequency", "name a number or a condition",
        ("“通常”“往往”“有时”说不清是多少次", "写出次数，或者写明在什么条件下"), NBME),
    Row("F06", "warning", "a rare word of the question stands in the right option alone", "use it in a wrong option too, or say it in other words",
        ("题干里少见的词，只在正确的一项里又出现", "错的选项也用上它，或者换个说法"), NBME),
    Row("F08", "warning", "the right option shares most with the others", "vary the wrong options independently of the right one",
        ("正确的一项和其他各项重合最多，凑一凑就能猜中", "错的选项各错各的，别都从正确的一项改出来"), NBME),
    Row("F09", "error", "an option combines others", "write each option for itself, or make the question 'multiple'",
        ("选项由别的选项拼成，例如“A和C”", "每个选项写一件事，或者改成多选题"), HALADYNA),
    Row("F10", "error", "two options say the same", "make each option a different thing to do; ranges of numbers must not touch",
        ("两个选项是一个意思，或者数字范围有重叠", "每个选项是不同的做法；数字范围互不相交"), HALADYNA),
    Row("F11", "warning", "numbers or dates do not stand in order", "sort the options from small to large",
        ("数字或日期没有按顺序排", "从小到大排好"), HALADYNA),
    Row("F12", "error", "the question says nothing of its own", "describe a situation and ask for a decision, so that it can be answered before the options are read",
        ("题干什么也没说，例如“下列说法正确的是”", "写一个情形，问怎么决定；不看选项也答得出来"), HALADYNA),
    Row("F14", "warning", "all options begin with the same words", "move the common words into the question",
        ("所有选项开头都是同样的几个字", "把这几个字挪进题干"), HALADYNA),
    Row("F15", "warning", "the options are not built alike", "write all as sentences or all as phrases, with the same end",
        ("选项的写法不一致：有的成句，有的是短语，句末标点也不同", "要么都写成句子，要么都写成短语，末尾一致"), HALADYNA),
    Row("F16", "warning", "a right side is too long for a phone", "use at most 18 characters or 8 words",
        ("配对题的右边太长，手机上显示不全", "最多18个字")),
    Row("F17", "warning", "the question is very long", "shorten it, or say `vignette: true`",
        ("题干超过150个字", "写短；情形非长不可的，标上`vignette: true`"), HALADYNA),
    Row("F18", "error", "a double negative", "say it in the affirmative",
        ("双重否定", "从正面说"), HALADYNA),
    Row("F19", "error", "the number of options or keys is wrong", "three or four options; one key in 'single', two to four keys and a wrong option in 'multiple'",
        ("选项的个数或正确项的个数不对", "写三四个选项；单选题一个正确项，多选题两到四个，还要有错的"), "Rodriguez 2005; Haladyna, Downing & Rodriguez 2002"),
    Row("F23", "warning", "a sentence of the page is copied", "put the same point into a new situation",
        ("照抄了正文的句子", "同一个道理，换一个新的情形来问"), HALADYNA),
    Row("F24", "warning", "two questions ask nearly the same", "keep the better one",
        ("两道题问的几乎一样", "留下好的那道")),
    # the bank as a whole
    Row("B01", "warning", "the key stands in one place too often", "move keys until all positions are used about equally",
        ("正确项老在同一个位置", "挪动几题，让各个位置差不多"), NBME),
    Row("B02", "warning", "the longest option is the key more or less often than by chance", "even out the lengths of options",
        ("最长的一项恰好正确的次数，比碰巧多或者少", "把选项的长短拉平"), "Downing 2005; Pham 2018"),
    Row("B03", "error", "the bank of a lesson lacks something", "five questions or more, two types, 40 % on 'apply' or 'analyse', two for each objective",
        ("一课的题不够", "至少五题、两种题型；四成考应用或分析；每个目标两题以上")),
    Row("L01", "warning", "figures or emphasis differ between the languages", "compare the two texts",
        ("中英文的数字或加粗对不上", "两边对着读一遍，改好错的那一边")),
    # pages
    Row("P01", "error", "the two languages of a page differ", "give both the same headings, markers, internal links, minutes, sources and claims",
        ("同一页的中英文结构不同", "标题、标记、站内链接、分钟数、来源和主张，两边写成一样")),
    Row("P02", "error", "a marker, a link or a bank fits nothing", "compare it with what is there; nothing is guessed",
        ("标记、链接或题库对不上任何东西", "和现有的名字逐字核对；命令不会替你猜")),
    Row("P03", "error", "a heading has no id of its own", "write the same short ASCII id in both languages: `## 边界 { #limits }`",
        ("小标题没有自己的编号", "两种语言写同一个简短的英文编号：`## 边界 { #limits }`")),
    Row("P04", "error", "the front matter is not complete", "id, kind, title, description and reviewed on every page; minutes, sources and claims on a lesson",
        ("文件开头的信息不全", "每页要有id、kind、title、description、reviewed；课文还要minutes、sources、claims")),
    Row("P05", "error", "a lesson departs from the pattern", "source, why, how, example, limits, practice, check, next – in this order, with a bank and one quiz",
        ("课文没有按固定的八节来写", "来源要点、为什么、怎么做、案例、边界、练习、自测、延伸，依次写全，配一个题库")),
    Row("P06", "warning", "the length of a lesson", "900–1,600 Chinese characters or 550–1,000 English words; minutes within two of what the reading and the questions take",
        ("课文太长或太短，或者分钟数不符", "中文900到1600字；分钟数和读完、做完所需的相差不超过两分钟")),
    Row("P07", "warning", "the page has not been reviewed for twelve months", "read it again, mend it, and write today's date after 'reviewed:'",
        ("十二个月没有人审阅过", "重读一遍，改好，在`reviewed:`后面写上当天的日期")),
    Row("P08", "error", "a column of the table has no name", "write a word into the first row; a screen reader says it with every cell",
        ("表格有一列没有列名", "在第一行写上列名；读屏软件念每一格都会念它")),
    Row("P09", "warning", "an abbreviation that the glossary does not explain", "enter it in quizzes/glossary.yml (as a term or a synonym), or write it out",
        ("缩写在词汇表里查不到", "写进`quizzes/glossary.yml`（作为词条或别名），或者写全称")),
    Row("P10", "warning", "a term of the glossary is used and never linked", "link its first use on a page: `[words](term-…)`",
        ("词汇表里的词用了，却没有一页链接到它", "在一页上第一次用到时写成链接：`[词](term-…)`")),
    Row("R01", "error", "the same words stand on several pages", "say it in the words of this page",
        ("同样的话出现在好几页上", "用这一页自己的话来说")),
    # the surface of the text
    Row("T01", "error", "the typography of the other language", "run `python3 scripts/build.py check --fix`",
        ("中文里用了半角标点或空格，英文里用了全角", "运行`python3 scripts/build.py check --fix`")),
    Row("T04", "warning", "a worn phrase", "say what happens, or leave it out",
        ("套话", "说清发生了什么，或者删掉")),
)

TABLE: dict[str, Row] = {row.code: row for row in _ROWS}
