"""Signs that nobody sees and that change what is seen, how a line is counted, or whether a feed can be read. Touches no file."""

from __future__ import annotations

import re

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Control signs, line ends that editors do not show, the marks that turn the direction of writing, and what is no sign at all."""

HINT = "delete it (and type the words around it again); it changes what is read, and nobody sees why"


def named(sign: str) -> str:
    return f"an unseen sign, U+{ord(sign):04X}"
