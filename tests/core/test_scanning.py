"""What a page's Markdown holds, with lines and columns; code is left alone."""

from __future__ import annotations

from course.scanning import scan


def test_headings_with_ids_and_classes() -> None:
    found = scan("## 边界 { #limits .note }\n\n### Without an id\n\nUnder\n-----\n", "p.md", first_line=10).headings
    assert [(h.level, h.text, h.id, h.classes, h.place.line) for h in found] == [
        (2, "边界", "limits", ("note",), 10),
        (3, "Without an id", "", (), 12),
        (2, "Under", "", (), 14),
    ]


def test_markers_stand_alone_on_their_line() -> None:
    text = "<!-- quiz -->\n\n<!-- checklist rule-01-call -->\n\nwords <!-- quiz -->\n\n    <!-- quiz -->\n\n<!--quiz-->\n\n`<!-- quiz -->`\n\n```\n<!-- quiz -->\n```\n"
    assert [(m.kind, m.argument, m.place.line) for m in scan(text, "p.md").markers] == [("quiz", "", 1), ("checklist", "rule-01-call", 3)]


def test_links_outside_code() -> None:
    text = "甲[法则8](rule-08.md#limits)乙 `[x](y.md)` [`code`](z.md)\n\n~~~~\n[a](b.md)\n~~~\n[c](d.md)\n~~~~\n\n![pic](p.png) <https://x.org/> <a href=\"q\">r</a>\n"
    assert [(link.text, link.target, link.place.line, link.place.column) for link in scan(text, "p.md").links] == [
        ("法则8", "rule-08.md#limits", 1, 2),
        ("`code`", "z.md", 1, 40),
        ("", "https://x.org/", 9, 15),
        ("", "q", 9, 32),
    ]


def test_claim_marks_know_their_section() -> None:
    text = "## A { #limits }\n\nwords\n{: .note data-claim=\"r-01 r-02\" }\n\n### B { #more }\n\nwords\n{: data-claim=\"r-03\" }\n"
    assert [(c.id, c.section, c.place.line) for c in scan(text, "p.md").claim_marks] == [("r-01", "limits", 4), ("r-02", "limits", 4), ("r-03", "limits", 9)]


def test_paragraphs_by_section_and_kind() -> None:
    text = "Opening.\n\n## A { #a }\n\nOne\nline.\n{: .note }\n\n- point\n- point\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert [(p.section, p.kind, p.text) for p in scan(text, "p.md").paragraphs] == [
        ("", "prose", "Opening."),
        ("a", "prose", "One\nline."),
        ("a", "list", "- point\n- point"),
        ("a", "table", "| a | b |\n|---|---|\n| 1 | 2 |"),
    ]
