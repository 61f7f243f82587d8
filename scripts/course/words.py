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
    "probe": {"zh": "这个wiki允许什么", "en": "What this wiki allows"},
    "probe-frame": {"zh": "框", "en": "Frames"},
    "probe-frame-yes": {"zh": "可以。在wiki里看得到这一行，就能嵌入。", "en": "Yes. If you can read this line in the wiki, embedding works."},
    "probe-script": {"zh": "脚本", "en": "Scripts"},
    "probe-script-no": {"zh": "不可以。卡片和清单能看，题目的“答案与解析”能打开，不判分，也不记。", "en": "No. Cards and checklists can be read, and “Answer and explanation” opens under each question; nothing is marked or kept."},
    "probe-script-yes": {"zh": "可以。题目会判分，清单能打勾。", "en": "Yes. Questions are marked, and checklists can be ticked."},
    "probe-storage": {"zh": "记录", "en": "Record"},
    "probe-storage-unknown": {"zh": "没有脚本，什么都不记。", "en": "Without scripts, nothing is kept."},
    "probe-storage-kept": {"zh": "记得住，和直接打开网站时是同一份。", "en": "Kept, and the same as on the site itself."},
    "probe-storage-own": {"zh": "记得住，但可能只记在wiki的框里。要同一份记录，请管理员把本站和wiki放在同一个域名下。", "en": "Kept, though perhaps in the wiki’s frames alone. For one record, ask the administrator to put this site and the wiki under one domain."},
    "probe-storage-refused": {"zh": "记不住，只在这次打开期间有效。浏览器或sandbox不让存。", "en": "Not kept beyond this visit: the browser, or a sandbox, refuses storage."},
    "probe-secure": {"zh": "https", "en": "https"},
    "probe-secure-unknown": {"zh": "看浏览器地址栏：wiki是https，本站也要是https，否则框是空的。", "en": "Look at the browser’s address bar: if the wiki is on https, this site must be too, or frames stay empty."},
    "probe-secure-yes": {"zh": "是。http和https的wiki都嵌得进。", "en": "Yes. Wikis on http and on https can frame it."},
    "probe-secure-no": {"zh": "不是。只有http的wiki嵌得进；wiki改用https那天，框会变空。", "en": "No. Only a wiki on http can frame it; when the wiki moves to https, frames become empty."},
    "probe-height": {"zh": "高度", "en": "Height"},
    "probe-height-unknown": {"zh": "没有脚本，用嵌入代码里写好的高度。", "en": "Without scripts, the height in the embed code holds."},
    "probe-height-sent": {"zh": "框会把自己的高度告诉wiki。wiki不听也不要紧，用嵌入代码里写好的高度，框里能滚动。", "en": "The frame tells the wiki its height. If the wiki does not listen, the height in the embed code holds, and the frame scrolls."},
    "feed": {"zh": "新写的和改过的页面", "en": "Pages written or changed"},
    "forwards": {"zh": "这个地址通向：", "en": "This address leads to: "},
    "problem": {"zh": "这里有问题，改好后会自动消失", "en": "Something is wrong here; this notice disappears once it is put right"},
    "more-problems": {"zh": "另有{}处，见终端或运行检查", "en": "{} more: see the terminal, or run the check"},
}


def word(name: str, language: Language, *values: str) -> str:
    text = WORDS[name][language]
    return text.format(*values) if values else text
