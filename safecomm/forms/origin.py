"""Whose a returned form is, and which; and what in it nobody can read."""

from collections.abc import Callable, Iterable, Iterator

from safecomm.catalogue import DocumentKind
from safecomm.content.content import Content
from safecomm.diagnostic import ContentError, Diagnostic, Location, brief, problem
from safecomm.drafts.kept import DOCUMENT
from safecomm.intake.returned_form import FormRow, ReturnedForm


def require_ours(form: ReturnedForm, content: Content, kind: DocumentKind) -> None:
    """Raises ContentError for another document, and for another community's; a form may have lost what it told."""
    document = form.told.get(DOCUMENT, "")
    if document and document.split(".")[0] != kind.name:
        raise ContentError([problem("form-other", Location(form.name), document=brief(document))])
    communities = {records.community.name for records in content.records.values()}
    if document and form.creator not in communities:
        raise ContentError([problem("form-foreign", Location(form.name), community=brief(form.creator))])


def require_readable(form: ReturnedForm, rows: Iterable[FormRow]) -> None:
    """Raises ContentError where an answer holds what is no text."""
    if faults := list(unreadable(form, rows)):
        raise ContentError(faults)


def unknown_rows(form: ReturnedForm, is_known: Callable[[FormRow], bool]) -> Iterator[Diagnostic]:
    """What was answered and can be put nowhere, the headings of tables apart."""
    for row in form.rows:
        if row.answer and not row.is_header and not is_known(row):
            yield problem("form-row-unknown", Location(form.name), asked=brief(row.asked), answer=brief(row.answer))


def unreadable(form: ReturnedForm, rows: Iterable[FormRow]) -> Iterator[Diagnostic]:
    for row in rows:
        if row.has_more:
            yield problem("form-no-text", Location(form.name), asked=brief(row.asked))
