"""Rules about translations that their originals have left behind."""

from collections.abc import Iterator

from safecomm.content.content import Content, Language, Outdated
from safecomm.content.file import read_text
from safecomm.content.folder import KINDS
from safecomm.content.versions import lines_of_file, version
from safecomm.diagnostic import brief, problem
from safecomm.diffing import opcodes
from safecomm.history import earlier_texts
from safecomm.rules.finding import Finding, Findings, criterion_of, named

# More would hide the first.
SHOWN = 3


def outdated(content: Content, _language: Language) -> Findings:
    """Serves the reader of the other language: a translation of what the original no longer says misleads."""
    for each in content.outdated:
        code = "translation-outdated" if each.follows else "translation-unconfirmed"
        values = {"path": each.location.path, "original": each.original, "changes": changes(content, each)}
        found = problem(code, each.location, nearest=None, **values)
        yield Finding(named(each.kind, each.id), criterion_of(content, each.kind, each.id), found)


def changes(content: Content, each: Outdated) -> str:
    """What has changed in the original since it was translated, as far as Git remembers; begins with a colon."""
    if not each.follows:
        return ""
    model = KINDS[each.kind]
    for text in earlier_texts(content.project, each.original):
        before = lines_of_file(model, text, each.original)
        if before is not None and version(before) == each.follows:
            now = lines_of_file(model, read_text(content.project / each.original, each.original), each.original)
            found = list(differences(before, now or []))
            return ": " + "; ".join(found[:SHOWN]) + (" …" if len(found) > SHOWN else "")
    return ""


def differences(old: list[str], new: list[str]) -> Iterator[str]:
    for tag, start, end, begin, stop in opcodes(old, new):
        before, after = (" ".join(" ".join(lines).split()) for lines in (old[start:end], new[begin:stop]))
        if tag != "equal" and before != after:
            yield f"”{brief(before)}” → ”{brief(after)}”"
