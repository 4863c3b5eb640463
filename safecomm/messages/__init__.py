"""Every diagnostic code with its severity, message and hint: one module for each room that reports."""

from collections.abc import Mapping

from safecomm.messages import (
    audit,
    changes,
    content,
    drafts,
    editing,
    machine,
    markdown,
    ooxml,
    pdf,
    readiness,
    review,
    rules,
    template,
    word,
)
from safecomm.messages.message import Message

NEAREST = {"sv": "menade du ”{nearest}”?", "en": "did you mean “{nearest}”?"}

MESSAGES: Mapping[str, Message] = {
    **audit.MESSAGES,
    **content.MESSAGES,
    **markdown.MESSAGES,
    **rules.MESSAGES,
    **readiness.MESSAGES,
    **word.MESSAGES,
    **template.MESSAGES,
    **ooxml.MESSAGES,
    **machine.MESSAGES,
    **pdf.MESSAGES,
    **editing.MESSAGES,
    **changes.MESSAGES,
    **drafts.MESSAGES,
    **review.MESSAGES,
}
