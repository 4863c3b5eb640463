"""Rules about what a certifier looks for in the programme's objectives and in the application as a whole."""

from safecomm.content.content import ATTACHABLE, Content, Language
from safecomm.content.vocabulary import ApplicationKind
from safecomm.rules.rule_finding import Findings, finding

NETWORKS = "networks"


def no_objectives(content: Content, _language: Language) -> Findings:
    """Serves the certifier, who asks what the work is to reach, not only what it does."""
    if not content.records[content.source].objectives:
        yield finding(content, "no-objectives", "programme", "programme")


def no_network(content: Content, _language: Language) -> Findings:
    """Serves the certifier: a Safe Community takes part in the networks of the others, by year."""
    if not content.records[content.source].networks:
        if NETWORKS in content.wordings:
            yield finding(content, "no-network", "criteria", NETWORKS, criterion=NETWORKS)
        else:
            yield finding(content, "no-network", "application", "application")


def no_summary(content: Content, language: Language) -> Findings:
    """Serves every reader: half a page says whether to read on."""
    if content.records[language].application.summary is None:
        yield finding(content, "no-summary", "application", "application")


def renewal_incomplete(content: Content, language: Language) -> Findings:
    """Serves the certifier, who compares with the last time."""
    application = content.records[language].application
    if application.kind is ApplicationKind.RENEWAL:
        if not application.designations:
            yield finding(content, "renewal-without-designation", "application", "application", "kind")
        if application.since_last_time is None:
            yield finding(content, "renewal-without-account", "application", "application", "kind")


def missing_attachment(content: Content, language: Language) -> Findings:
    """Serves the reader, who looks for what is said to be attached."""
    for id_, attachment in content.records[language].attachments.items():
        if attachment.text is None and not content.has_file(attachment.file):
            yield finding(content, "missing-attachment", "attachments", id_, "file", title=attachment.title)


def attachment_of_other_kind(content: Content, _language: Language) -> Findings:
    """Serves the editor, who else would learn only from the PDF what it cannot hold."""
    for id_, attachment in content.records[content.source].attachments.items():
        if attachment.file and not attachment.file.lower().endswith(ATTACHABLE):
            yield finding(content, "attachment-kind", "attachments", id_, "file", path=attachment.file)
