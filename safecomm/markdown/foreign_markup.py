"""Markup that no document has a form for and that would be printed as typed: HTML, and that of other programs."""

import re

from markdown_it.rules_inline import StateInline

COMMENT = r"<!--(?s:.*?-->|.*)"
BREAK = r"<br\s*/?>"
NAME = r"[a-z][a-z0-9-]*"
SETTINGS = r"(?:\s+[a-z_:][a-z0-9:._-]*(?:\s*=\s*(?:[^\"'=<>`\x00-\x20]+|'[^']*'|\"[^\"]*\"))?)*"
# What CommonMark calls raw HTML; of an element the text up to its end too, so that one mistake is told once.
HTML = (
    rf"<(?P<name>{NAME}){SETTINGS}\s*/?>(?:[^<]*</(?P=name)\s*>)?|</{NAME}\s*>"
    r"|<(?:[?!][a-z]|!\[cdata\[)[^<>]*>?"
)
LINE, LINE_END = r"(?<![^\n])", r"[ ]*(?![^\n])"
OTHERS = (
    r"(?<!~)~~(?=[^\s~])[^~]+(?<=\S)~~",  # struck out
    r"(?<!=)==(?=[^\s=])[^=\n]+(?<=\S)==(?!=)",  # marked
    r"%%(?=\S)[^%]+%%",  # a comment
    r"(?<=\w)~[\w+-]{1,10}~(?!~)",  # H~2~O
    r"(?<=\w)\^[\w+-]{1,10}\^",  # m^2^
    r"\[\[[^\[\]\n]+\]\](?![(\[{:])",  # a wiki's link
    r"\$\$[^$]+\$\$|\$(?=\S)[^$\n]{0,200}?[\\^_{][^$\n]{0,200}?(?<![\s\\])\$(?!\d)",  # mathematics
    r"\{(?:>>|\+\+|--|~~|==)[^{}\n]*(?:<<|\+\+|--|~~|==)\}",  # a reviewer's marks
    rf"{LINE}:{{3,}}[ \w{{][^\n]*|{LINE}:{{3,}}{LINE_END}",  # a box
    rf"{LINE}!!!\+? [a-z]+(?: \"[^\"\n]*\")?{LINE_END}",  # a box
    rf"{LINE}\[![a-z]+\]",  # a box
    rf"{LINE}\[toc\]{LINE_END}",  # a table of contents
    rf"{LINE}={{3,}}{LINE_END}",  # what remains of a merge, or a line
)
FOREIGN = {
    "markdown-comment": re.compile(COMMENT),
    "markdown-break": re.compile(BREAK, re.IGNORECASE),
    "markdown-html": re.compile(HTML, re.IGNORECASE),
    "markdown-task": re.compile(rf"{LINE}\[[ x]\](?=\s)", re.IGNORECASE),
    "markdown-foreign": re.compile("|".join(OTHERS), re.IGNORECASE),
}
STARTS = frozenset("<~=%^[${:!")
# Of these, running text that has no other mark can be full.
INNOCENT = (":::", "%%")

# A field is shown character by character, and nothing in it can be made literal: only what HTML really has is meant.
ELEMENTS = (
    "a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark"
    "|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|video"
)
IN_FIELD = re.compile(rf"(?P<comment><!--)|</?(?:{ELEMENTS})(?:\s[^<>]*)?/?>", re.IGNORECASE)


def take_foreign(state: StateInline, silent: bool) -> bool:
    """Takes the markup whole: what stands in it is not looked at."""
    if state.src[state.pos] not in STARTS:
        return False
    for code, pattern in FOREIGN.items():
        if match := pattern.match(state.src, state.pos, state.posMax):
            if not silent:
                token = state.push("foreign", "", 0)
                token.info, token.content = code, match[0]
            state.pos = match.end()
            return True
    return False


def code_of_block(text: str) -> tuple[str, str]:
    """The code and the beginning of a block of HTML."""
    for code, pattern in FOREIGN.items():
        if match := pattern.match(text.lstrip()):
            return code, match[0]
    return "markdown-html", text.lstrip().partition("\n")[0]


def html_in_field(text: str) -> tuple[str, str] | None:
    """The code and the text of the first comment or mark of HTML in a field."""
    match = IN_FIELD.search(text)
    return match and (("markdown-comment" if match["comment"] else "field-html"), match[0])
