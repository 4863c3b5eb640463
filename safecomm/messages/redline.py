"""What can be wrong with two drafts that are to be compared."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error

MESSAGES: Mapping[str, Message] = {
    "draft-not-word": error(
        "utkastet är ingen Word-fil",
        "välj en .docx-fil som safecomm build har skrivit",
        "the draft is not a Word file",
        "choose a .docx file that safecomm build has written",
    ),
    "draft-too-big": error(
        "utkastet är för stort att jämföra: mer än {limit} MB",
        "dela upp dokumentet eller förminska bilderna",
        "the draft is too big to compare: more than {limit} MB",
        "divide the document, or make its pictures smaller",
    ),
}
