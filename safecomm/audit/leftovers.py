"""What a program left unfinished: fields without an end or a result, and the tags of a template."""

import re
from collections.abc import Iterator

from safecomm.audit.audited_document import AuditedDocument
from safecomm.audit.audited_story import holds
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.fields import INSTRUCTION, Field
from safecomm.ooxml.walk import BOUNDARY

# Fields that show nothing, or draw what they show from their instruction.
WITHOUT_RESULT = {
    *("TC", "XE", "RD", "TA", "SET", "ASK", "IF", "NEXT", "NEXTIF", "SKIPIF", "PRIVATE", "ADDIN", "ADVANCE", "LISTNUM"),
    *("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "EQ", "MACROBUTTON", "GOTOBUTTON"),
    *("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"),
    # Those without a text are told as links.
    "HYPERLINK",
}
SHOWS = holds(
    "descendant-or-self::*[self::w:t[normalize-space()] or self::w:drawing or self::w:pict or self::w:object"
    " or self::w:sym or self::w:tab or self::w:br or self::w:fldChar[@w:fldCharType = 'begin']]"
)
OPENING = re.compile(r"\{[{%#]")
# Within a tag none begins: were it not so, a text of opening braces would take the square of its length.
INSIDE = r"(?:(?!\{[{%#]).)*?"
TAG = re.compile(rf"\{{(?:\{{{INSIDE}\}}|%{INSIDE}%|#{INSIDE}#)\}}", re.DOTALL)


def unclosed_fields(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 17.16.18 fldChar: begin, perhaps separate, end; one within another."""
    for story in document.stories:
        for character in story.scanned_fields:
            if not isinstance(character, Field):
                yield story.problem("audit-field-open", character)


def empty_fields(document: AuditedDocument) -> Iterator[Diagnostic]:
    """What Word has not worked out is missing in other programs, in the PDF and when read aloud."""
    for story in document.stories:
        for field in story.fields:
            hidden = field.name == "SEQ" and "\\h" in field.words
            if not hidden and field.name not in WITHOUT_RESULT and not any(map(SHOWS, field.runs)):
                yield story.problem("audit-field-empty", story.place_of(field), field=field.name)


def leftover_tags(document: AuditedDocument) -> Iterator[Diagnostic]:
    """What a template engine left behind: Jinja's tags, save those that stand in an allowed text."""
    allowed = sorted(filter(OPENING.search, document.allowed), key=len, reverse=True)
    for story in document.stories:
        texts = [*story.texts.items(), *((element, element.text or "") for element in story.elements(INSTRUCTION))]
        for element, text in texts:
            for tag in tags_in(text, allowed) if OPENING.search(text) else ():
                yield story.problem("audit-tag", element, tag=tag)
    for tag in tags_in(document.core_property("title"), allowed):
        yield document.body.problem("audit-tag", document.body.root, tag=tag)


def tags_in(text: str, allowed: list[str]) -> Iterator[str]:
    for meant in allowed:
        text = text.replace(meant, BOUNDARY)
    return (match[0] for match in TAG.finditer(text))
