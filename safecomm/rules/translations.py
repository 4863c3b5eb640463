"""Rules about translations that their originals have left behind."""

from collections.abc import Iterator

from safecomm.content.content import Content, Language, Outdated
from safecomm.content.file import read_text
from safecomm.content.folder import KINDS
from safecomm.content.versions import lines_of_file, version
from safecomm.diagnostic import brief, problem, quote
from safecomm.diffing import opcodes
from safecomm.history import earlier_texts
from safecomm.rules.finding import Finding, Findings, criterion_of, named

# More would hide the first.
SHOWN = 3


def outdated(content: Content, language: Language) -> Findings:
    """Serves the reader of the other language: a translation of what the original no longer says misleads."""
    for text in content.outdated:
        code = "translation-outdated" if text.follows else "translation-unconfirmed"
        values = {
            "path": text.location.path,
            "original": text.original,
            "changes": describe_changes(content, text, language),
        }
        fault = problem(code, text.location, nearest=None, **values)
        yield Finding(named(text.kind, text.id), criterion_of(content, text.kind, text.id), fault)


def describe_changes(content: Content, outdated_text: Outdated, language: Language) -> str:
    """What has changed in the original since it was translated, as far as Git remembers; begins with a colon."""
    kind, path, follows = outdated_text.kind, outdated_text.original, outdated_text.follows
    for text in earlier_texts(content.project, path) if follows else ():
        before = lines_of_file(KINDS[kind], text, path)
        if before is not None and version(before) == follows:
            now = lines_of_file(KINDS[kind], read_text(content.project / path, path), path)
            changed = list(differences(before, now or [], language))
            return ": " + "; ".join(changed[:SHOWN]) + (" …" if len(changed) > SHOWN else "")
    return ""


def differences(old: list[str], new: list[str], language: Language) -> Iterator[str]:
    for tag, start, end, begin, stop in opcodes(old, new):
        before, after = (" ".join(" ".join(lines).split()) for lines in (old[start:end], new[begin:stop]))
        if tag != "equal" and before != after:
            yield " → ".join(quote(brief(text), language) for text in (before, after))
