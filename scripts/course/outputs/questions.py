"""`assets/questions/<page>.js`: the questions of one page as they stand in it, for review and exam. `page id + HTML → the script's text`.

A script and no HTML file, because pages on disk load nothing else.
"""

from __future__ import annotations

import json
import re

_QUESTION = re.compile(r'<div class="fb-question" id="([^"]+)".*?</details>\n</div>', re.DOTALL)


def questions_script(page_id: str, html: str) -> str:
    """Calls `fieldbookQuestions(page, {question id: HTML})`, which the script that loads it has put there; '' without questions."""
    found = {match[1]: match[0] for match in _QUESTION.finditer(html)}
    return f"fieldbookQuestions({json.dumps(page_id)}, {json.dumps(found, ensure_ascii=False)});\n" if found else ""
