"""What reviewers wrote as text for a terminal, as JSON, and as Markdown."""

import json
from collections.abc import Iterator, Sequence

from safecomm.messages.review import SAYS
from safecomm.ooxml.escape import beginning
from safecomm.review.apply import Proposal
from safecomm.review.comments import Comment
from safecomm.review.finding import Finding
from safecomm.review.paragraphs import OBJECT
from safecomm.review.words import marked

CHANGES = ("edit", "split", "merged", "margin")


def as_text(findings: Sequence[Finding], language: str) -> str:
    """One line that says where, what, who and when, and below it the words."""
    return "".join(
        f"{heading(each, language)}\n" + "".join(f"    {line}\n" for line in body(each, language)) for each in findings
    )


def heading(finding: Finding, language: str) -> str:
    says = SAYS[language]
    said = [says[finding.kind], *([says["silent"]] if finding.silent else [])]
    said += [says["resolved"]] if finding.resolved else []
    by = " ".join(filter(None, (clean(finding.author), finding.date[:10])))
    said += [by] if by else []
    return f"{finding.location or says['nowhere']}: {', '.join(said)} ({finding.file})"


def body(finding: Finding, language: str) -> Iterator[str]:
    if finding.kind in CHANGES:
        yield clean(marked(finding.about, finding.text))
    else:
        yield from (f"”{beginning(clean(finding.about))}”",) if finding.about else ()
        yield from (clean(line) for line in finding.text.splitlines())
    if finding.fact:
        yield SAYS[language]["fact"].format(fact=finding.fact)
    for answer in finding.answers:
        yield f"{SAYS[language]['answer']}, {clean(answer.who.author)}: {clean(' '.join(answer.text.split()))}"


def clean(text: str) -> str:
    """Without what a terminal would take for a command; a line end is a visible mark."""
    shown = text.replace(OBJECT, "▯").replace("\n", " ⏎ ")
    return "".join(each if each.isprintable() or each == "\u00a0" else " " for each in shown)


def as_json(findings: Sequence[Finding], language: str) -> str:  # noqa: ARG001 (as the other forms)
    return json.dumps([row(each) for each in findings], ensure_ascii=False, indent=2) + "\n"


def row(finding: Finding) -> dict[str, object]:
    found = finding._asdict()
    location = found.pop("location")
    found["edit"] = finding.edit is not None
    found["path"], found["line"] = (location.path, location.line) if location else ("", 0)
    return {**found, "answers": [answer(each) for each in finding.answers]}


def answer(comment: Comment) -> dict[str, str]:
    return {"author": comment.who.author, "date": comment.who.date, "text": comment.text}


def as_markdown(findings: Sequence[Finding], language: str) -> str:
    return "".join(
        f"- **{literal(heading(each, language))}**\n"
        + "".join(f"  {line}  \n" for line in map(literal, body(each, language)))
        for each in findings
    )


def literal(text: str) -> str:
    return "".join(f"\\{each}" if each in "\\`*_[]<>#|&@" else each for each in text)


def counted(findings: Sequence[Finding], language: str) -> str:
    comments = sum(each.kind == "comment" for each in findings)
    writable = sum(each.edit is not None for each in findings)
    if not findings:
        return SAYS[language]["none"]
    return SAYS[language]["count"].format(comments=comments, changes=len(findings) - comments, writable=writable)


def proposed(proposal: Proposal, language: str) -> str:
    """A text, with every reviewer's wording where they disagree, and what is to be written where they do not."""
    if proposal.wanted is not None:
        lines = [clean(marked(proposal.old, proposal.wanted))]
    else:
        lines = [
            f"{clean(each.author or each.file)}: {clean(marked(each.about, each.text))}" for each in proposal.findings
        ]
        lines.append(SAYS[language][proposal.reason].format(now=beginning(clean(proposal.old))))
    return f"{proposal.location}\n" + "".join(f"    {line}\n" for line in lines)


FORMATS = {"text": as_text, "json": as_json, "md": as_markdown}
