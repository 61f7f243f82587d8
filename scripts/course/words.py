"""The words that the build writes into pages, in both languages. (The script has its own in `web/words/`.)

Data only: touches nothing.
"""

from __future__ import annotations

from .models import Language

WORDS: dict[str, dict[Language, str]] = {
    "hint-single": {"zh": "选一项", "en": "choose one"},
    "hint-multiple": {"zh": "选出所有合适的", "en": "choose all that apply"},
    "hint-blank": {"zh": "填空", "en": "fill in the gap"},
    "hint-order": {"zh": "排序", "en": "put in order"},
    "hint-match": {"zh": "配对", "en": "match"},
    "hint": {"zh": "（{}）", "en": "({})"},
    "check": {"zh": "提交答案", "en": "Check my answer"},
    "retry": {"zh": "再答一次", "en": "Answer again"},
    "explanation": {"zh": "答案与解析", "en": "Answer and explanation"},
    "key": {"zh": "答案：{}", "en": "Answer: {}"},
    "key-order": {"zh": "正确的顺序：", "en": "The right order:"},
    "key-match": {"zh": "正确的配对：", "en": "The right pairs:"},
    "also": {"zh": "{}（也算对：{}）", "en": "{} (also accepted: {})"},
    "and": {"zh": "、", "en": ", "},
    "pair": {"zh": "{} → {}", "en": "{} → {}"},
    "your-answer": {"zh": "你的答案", "en": "Your answer"},
    "gap": {"zh": "空格", "en": "gap"},
    "choose": {"zh": "请选择", "en": "Choose"},
    "see": {"zh": "回看“{}”", "en": "Read “{}” again"},
    "no-script": {
        "zh": "脚本没有载入，答案不会判分，也不会记住。每题的“答案与解析”照样能打开。",
        "en": "The script did not load, so answers are neither marked nor remembered. “Answer and explanation” still opens under each question.",
    },
    "copy": {"zh": "复制为文字", "en": "Copy as text"},
    "print": {"zh": "打印", "en": "Print"},
    "reset": {"zh": "清空重用", "en": "Clear and use again"},
    "link": {"zh": "链接", "en": "Link"},
    "cited-on": {"zh": "引用页面：", "en": "Cited on: "},
    "evidence-thin": {"zh": "证据有限，谨慎引用", "en": "thin evidence, use with care"},
    "not-advice": {
        "zh": "截至编写时；以现行法律文本为准，不构成法律意见",
        "en": "as of writing; check the current text; not legal advice",
    },
    "synonyms": {"zh": "也叫：", "en": "Also called: "},
    "boundary": {"zh": "不是：", "en": "Not: "},
    "other-language": {"zh": "英文：", "en": "Chinese: "},
    "ask": {"zh": "拿不准，先问：**{}**。问清楚以前，不答应、不收、不发、不去。", "en": "In doubt, first ask: **{}**. Until you have the answer, don’t agree, accept, send or go."},
    "ask-unsaid": {"zh": "你的经理，或者公司里管法务、合规的同事", "en": "your manager, or whoever looks after legal matters and compliance in your company"},
    "response": {"zh": "公司的答复时限：**{}**。", "en": "Our response times: **{}**."},
    "response-unsaid": {"zh": "还没有填在这里，问你的经理", "en": "not filled in here yet; ask your manager"},
    "step-when": {"zh": "什么时候", "en": "When"},
    "step-read": {"zh": "读", "en": "Read"},
    "step-minutes": {"zh": "分钟", "en": "Minutes"},
    "step-do": {"zh": "读完做的一件事", "en": "Then do"},
    "app-needs-script": {"zh": "这一页要用脚本，脚本没有载入。课文和课末的自测照常能读。", "en": "This page needs its script, which did not load. Lessons and their checks can be read without it."},
    "entry": {"zh": "来源里的条目", "en": "Entry of the source"},
    "stands-on": {"zh": "在哪一页", "en": "Stands on"},
    "label": {"zh": "标签", "en": "Label"},
    "reason": {"zh": "为什么", "en": "Why"},
    "source": {"zh": "来源", "en": "From the source"},
    "supplement": {"zh": "补充", "en": "Supplement"},
    "left-out": {"zh": "没有收进来的", "en": "Left out"},
    "not-on-site": {"zh": "没有收进来", "en": "Left out of this site"},
    "colon": {"zh": "：", "en": ": "},
    "objectives": {"zh": "读完之后，你能", "en": "Afterwards you can"},
    "whole-page": {"zh": "读全文", "en": "Read the whole page"},
    "separate": {
        "zh": "在这个框里作的答、打的勾，可能只记在框里，和直接打开网站时的记录分开。",
        "en": "What you answer or tick in this frame may be kept in the frame alone, apart from your record on the site itself.",
    },
    "forwards": {"zh": "这个地址通向：", "en": "This address leads to: "},
    "problem": {"zh": "这里有问题，改好后会自动消失", "en": "Something is wrong here; this notice disappears once it is put right"},
    "more-problems": {"zh": "另有{}处，见终端或运行检查", "en": "{} more: see the terminal, or run the check"},
}


def word(name: str, language: Language, *values: str) -> str:
    text = WORDS[name][language]
    return text.format(*values) if values else text
