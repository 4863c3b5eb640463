"""Fields: begun and ended in the same part, each with a result to show until Word renews it."""

from collections.abc import Iterator

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument, AuditedStory
from safecomm.audit.elements import holds
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.fields import Field, scan_fields

# Fields that show nothing, or draw what they show from their instruction.
WITHOUT_RESULT = {
    *("TC", "XE", "RD", "TA", "SET", "ASK", "IF", "NEXT", "NEXTIF", "SKIPIF", "PRIVATE", "ADDIN", "ADVANCE", "LISTNUM"),
    *("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "EQ", "MACROBUTTON", "GOTOBUTTON"),
    *("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"),
    # Those without a text are told as links.
    "HYPERLINK",
}
SHOWS = holds(
    ".//w:t[normalize-space()] | .//w:drawing | .//w:pict | .//w:object | .//w:sym | .//w:tab | .//w:br"
    " | .//w:fldChar[@w:fldCharType = 'begin']"
)


def unclosed_fields(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 17.16.18 fldChar: begin, perhaps separate, end; one within another."""
    for story in document.stories:
        for found in scan_fields(story.root):
            if not isinstance(found, Field):
                yield story.problem("audit-field-open", found)


def empty_fields(document: AuditedDocument) -> Iterator[Diagnostic]:
    """What Word has not worked out is missing in other programs, in the PDF and when read aloud."""
    for story in document.stories:
        for field in story.fields:
            if field.name not in WITHOUT_RESULT and not any(map(SHOWS, field.runs)):
                yield story.problem("audit-field-empty", place_of(field, story), field=field.name)


def place_of(field: Field, story: AuditedStory) -> etree._Element:
    """An element of the field; a simple one without a result has none that is known."""
    return next((each for each in (field.begin, *field.runs) if each is not None), story.root)


FIELD_RULES = (unclosed_fields, empty_fields)
