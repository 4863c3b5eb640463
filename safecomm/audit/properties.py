"""What a document says about itself: its title, its language, and whether it may be edited."""

from collections.abc import Iterator

from safecomm.audit.audited_document import AuditedDocument
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.wordml import OFF, value, w


def title(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 2.4.2 Page Titled; PDF/UA-1 (ISO 14289-1), 7.1."""
    if not document.core_property("title"):
        yield document.problem("audit-title")


def language(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 3.1.1 Language of Page; PDF/UA-1, 7.2."""
    styles = document.styles
    default = styles.elements.get(styles.default)
    in_style = None if default is None else value(default, "rPr/lang")
    if not (value(styles.root, "docDefaults/rPrDefault/rPr/lang") or in_style or document.core_property("language")):
        yield document.problem("audit-language")


def protection(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 17.15.1.29 documentProtection and 17.15.1.93 writeProtection."""
    settings = document.package.related_root("settings")
    editing = settings.find(w("documentProtection"))
    enforced = editing is not None and editing.get(w("enforcement"), "0") not in OFF
    if enforced or settings.find(w("writeProtection")) is not None:
        yield document.problem("audit-protected")
