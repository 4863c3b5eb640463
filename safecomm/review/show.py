"""What reviewers wrote as text for a terminal, as JSON, and as Markdown."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from safecomm.diagnostic import quote
from safecomm.markdown.escape_markdown import escape_markdown
from safecomm.messages.texts import texts_of
from safecomm.ooxml.escape import beginning
from safecomm.report.data_formats import to_json
from safecomm.review.review_finding import ReviewFinding
from safecomm.review.run_text import NO_TEXT, OBJECT, PAGE_BREAK, STRANGE, find_forbidden
from safecomm.review.word_changes import mark_changes

if TYPE_CHECKING:
    from safecomm.review.apply import Proposal

VISIBLE = {ord("\n"): " ⏎ ", ord("\t"): " ⇥ ", ord("\u00ad"): "¬"}
CHANGES = ("edit", "split", "merged", "margin")


def as_text(findings: Sequence[ReviewFinding], language: str) -> str:
    """One line that says where, what, who and when, and below it the words."""
    return "".join(
        f"{heading(finding, language)}\n" + "".join(f"    {line}\n" for line in words(finding, language))
        for finding in findings
    )


def heading(finding: ReviewFinding, language: str) -> str:
    if finding.times > 1:
        return deed(finding, language)
    by = " ".join(filter(None, (printable(finding.author), printable(finding.date[:10]))))
    said = ", ".join(filter(None, (deed(finding, language), by)))
    return f"{place_of(finding, language)}: {said} ({printable(finding.file)})"


def deed(finding: ReviewFinding, language: str) -> str:
    """What the reviewer did, and how far that is known."""
    says = texts_of("review", language)
    kind = says[finding.kind]
    if finding.times > 1:
        return says["unshown"].format(count=finding.times, kind=kind, file=printable(finding.file))
    said = [says.get(f"differs-{finding.kind}", f"{kind}, {says['differs']}") if finding.differs else kind]
    said += [says["silent"]] if finding.silent and not finding.differs else []
    behind = quote(beginning(printable(finding.behind)), language)
    said += [says["behind"].format(text=behind)] if finding.behind else []
    return ", ".join([*said, says["resolved"]] if finding.resolved else said)


def place_of(finding: ReviewFinding, language: str) -> str:
    """In the content, else in the document."""
    if finding.location:
        return str(finding.location)
    says = texts_of("review", language)
    heading = beginning(printable(finding.heading))
    return says["below"].format(heading=heading) if heading else says["nowhere"]


def words(finding: ReviewFinding, language: str) -> Iterator[str]:
    says = texts_of("review", language)
    if finding.kind in CHANGES:
        told = mark_changes(finding.about, finding.text)
        yield printable(told)
        if "…" in told and not is_writable(finding):
            yield says["wording"].format(text=printable(finding.text))
    else:
        texts = finding.about.split("\n") if finding.kind == "moved-section" else [finding.about]
        yield from (quote(beginning(printable(text)), language) for text in texts if text)
        yield from (printable(line) for line in finding.text.splitlines())
    if finding.fact:
        yield says["fact"].format(fact=finding.fact)
    for answer in finding.answers:
        yield f"{says['answer']}, {printable(answer.who.author)}: {printable(' '.join(answer.text.split()))}"


def is_writable(finding: ReviewFinding) -> bool:
    """As far as the finding itself tells; else its whole wording is shown, for whoever writes it by hand."""
    return finding.edit is not None and not (NO_TEXT.search(finding.edit.new) or find_forbidden(finding.edit.new))


def printable(text: str) -> str:
    """Without what a terminal would take for a command; what is no text, and a line end, are visible marks."""
    shown = re.sub(f"[{OBJECT}{STRANGE}{PAGE_BREAK}]", "▯", text).translate(VISIBLE)
    return "".join(character if character.isprintable() or character == "\u00a0" else " " for character in shown)


def as_json(findings: Sequence[ReviewFinding], _language: str) -> str:
    return to_json([fields_of(finding) for finding in findings])


def fields_of(finding: ReviewFinding) -> dict[str, object]:
    fields = finding._asdict()
    location = fields.pop("location")
    for within in ("comment", "places"):
        del fields[within]
    path, line = (location.path, location.line) if location else ("", 0)
    answers = [
        {"author": answer.who.author, "date": answer.who.date, "text": answer.text} for answer in finding.answers
    ]
    return {**fields, "edit": finding.edit is not None, "path": path, "line": line, "answers": answers}


def as_markdown(findings: Sequence[ReviewFinding], language: str) -> str:
    return "".join(
        f"- **{escape_markdown(heading(finding, language))}**\n"
        + "".join(f"  {line}  \n" for line in map(escape_markdown, words(finding, language)))
        for finding in findings
    )


def summary(findings: Sequence[ReviewFinding], language: str) -> str:
    says, differences = texts_of("review", language), sum(finding.differs for finding in findings)
    if not findings:
        return says["none"]
    comments = sum(finding.kind == "comment" for finding in findings)
    counts = {
        "comments": count(comments, "comment", language),
        "changes": count(len(findings) - comments - differences, "change", language),
        "writable": sum(map(is_writable, findings)),
    }
    lines = [says["count"].format(**counts)]
    if differences:
        lines.append(says["count-differs"].format(differences=count(differences, "difference", language)))
    return "\n".join(lines)


def count(number: int, noun: str, language: str) -> str:
    says = texts_of("review", language)
    return f"{number} {says[noun if number == 1 else f'{noun}s']}"


def proposed_text(proposal: "Proposal", language: str) -> str:
    """A text, with every reviewer's wording where they disagree, and what is to be written where they do not."""
    if proposal.wanted is not None:
        lines = [printable(mark_changes(proposal.old, proposal.wanted))]
    else:
        lines = [
            f"{printable(finding.author or finding.file)}: {printable(mark_changes(finding.about, finding.text))}"
            for finding in proposal.findings
        ]
        texts = "".join(finding.text for finding in proposal.findings)
        characters = (f"U+{ord(character):04X}" for character in dict.fromkeys(find_forbidden(texts)))
        values = {"now": beginning(printable(proposal.old)), "characters": ", ".join(characters)}
        lines.append(texts_of("review", language)[proposal.reason].format(**values))
    return f"{proposal.location}\n" + "".join(f"    {line}\n" for line in lines)


FORMATS = {"text": as_text, "json": as_json, "md": as_markdown}
