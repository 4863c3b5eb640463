"""Every diagnostic code with its severity, message and hint: one module for each room that reports."""

from collections.abc import Mapping

from safecomm.messages import content, machine, markdown, pdf, review, rules, template, word
from safecomm.messages.message import Message

NEAREST = {"sv": "menade du ”{nearest}”?", "en": "did you mean “{nearest}”?"}

MESSAGES: Mapping[str, Message] = {
    **content.MESSAGES,
    **markdown.MESSAGES,
    **rules.MESSAGES,
    **word.MESSAGES,
    **template.MESSAGES,
    **machine.MESSAGES,
    **pdf.MESSAGES,
    **review.MESSAGES,
}
