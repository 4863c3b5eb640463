"""Which field of which record each short text of a document comes from."""

from safecomm.drafts.kept import Facts
from safecomm.word.view_texts import texts


def facts_in(view: object) -> Facts:
    found: dict[str, dict[str, str]] = {}
    pending = [view]
    while pending:
        part = pending.pop()
        if isinstance(part, tuple):
            pending += part
            target = getattr(getattr(part, "title", None), "target", None)
            if target and hasattr(part, "_fields"):
                for field, value in zip(part._fields, part, strict=True):
                    for path, text in texts(value, field):
                        if isinstance(text, str) and text:
                            found.setdefault(target, {}).setdefault(text, path)
    return found
