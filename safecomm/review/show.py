"""What reviewers wrote as text for a terminal, as JSON, and as Markdown."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from safecomm.diagnostic import quote
from safecomm.markdown.escape import escape_markdown
from safecomm.markdown.source import FORBIDDEN
from safecomm.messages.review import SAYS
from safecomm.ooxml.escape import beginning
from safecomm.review.comments import Comment
from safecomm.review.review_finding import ReviewFinding
from safecomm.review.run_text import OBJECT, STRANGE, find_forbidden
from safecomm.review.word_changes import marked

if TYPE_CHECKING:
    from safecomm.review.apply import Proposal

CHANGES = ("edit", "split", "merged", "margin")


def as_text(findings: Sequence[ReviewFinding], language: str) -> str:
    """One line that says where, what, who and when, and below it the words."""
    return "".join(
        f"{heading(each, language)}\n" + "".join(f"    {line}\n" for line in body(each, language)) for each in findings
    )


def heading(finding: ReviewFinding, language: str) -> str:
    says = SAYS[language]
    said = [says[f"differs-{finding.kind}"]] if finding.differs else [says[finding.kind]]
    said += [says["silent"]] if finding.silent and not finding.differs else []
    said += [says["resolved"]] if finding.resolved else []
    by = " ".join(filter(None, (clean(finding.author), clean(finding.date[:10]))))
    said += [by] if by else []
    return f"{finding.location or says['nowhere']}: {', '.join(said)} ({finding.file})"


def body(finding: ReviewFinding, language: str) -> Iterator[str]:
    if finding.kind in CHANGES:
        yield clean(marked(finding.about, finding.text))
    else:
        yield from (quote(beginning(clean(finding.about)), language),) if finding.about else ()
        yield from (clean(line) for line in finding.text.splitlines())
    if finding.fact:
        yield SAYS[language]["fact"].format(fact=finding.fact)
    for answer in finding.answers:
        yield f"{SAYS[language]['answer']}, {clean(answer.who.author)}: {clean(' '.join(answer.text.split()))}"


def clean(text: str) -> str:
    """Without what a terminal would take for a command; what is no text, and a line end, are visible marks."""
    shown = re.sub(f"[{OBJECT}{STRANGE}]", "▯", text).replace("\n", " ⏎ ").replace("\u00ad", "¬")
    return "".join(each if each.isprintable() or each == "\u00a0" else " " for each in shown)


def code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def as_json(findings: Sequence[ReviewFinding], language: str) -> str:  # noqa: ARG001 (as the other forms)
    return json.dumps([row(each) for each in findings], ensure_ascii=False, indent=2) + "\n"


def row(finding: ReviewFinding) -> dict[str, object]:
    found = finding._asdict()
    location = found.pop("location")
    found["edit"] = finding.edit is not None
    found["path"], found["line"] = (location.path, location.line) if location else ("", 0)
    return {**found, "answers": [answer(each) for each in finding.answers]}


def answer(comment: Comment) -> dict[str, str]:
    return {"author": comment.who.author, "date": comment.who.date, "text": comment.text}


def as_markdown(findings: Sequence[ReviewFinding], language: str) -> str:
    return "".join(
        f"- **{escape_markdown(heading(each, language))}**\n"
        + "".join(f"  {line}  \n" for line in map(escape_markdown, body(each, language)))
        for each in findings
    )


def counted(findings: Sequence[ReviewFinding], language: str) -> str:
    says, differs = SAYS[language], sum(each.differs for each in findings)
    comments = sum(each.kind == "comment" for each in findings)
    writable = sum(each.edit is not None and not FORBIDDEN.search(each.edit.new) for each in findings)
    if not findings:
        return says["none"]
    changes = len(findings) - comments - differs
    lines = [says["count"].format(comments=comments, changes=changes, writable=writable)]
    lines += [says["count-differs"].format(differs=differs)] if differs else []
    return "\n".join(lines)


def proposed(proposal: "Proposal", language: str) -> str:
    """A text, with every reviewer's wording where they disagree, and what is to be written where they do not."""
    if proposal.wanted is not None:
        lines = [clean(marked(proposal.old, proposal.wanted))]
    else:
        lines = [
            f"{clean(each.author or each.file)}: {clean(marked(each.about, each.text))}" for each in proposal.findings
        ]
        characters = dict.fromkeys(found for each in proposal.findings for found in find_forbidden(each.text))
        values = {"now": beginning(clean(proposal.old)), "characters": ", ".join(map(code_point, characters))}
        lines.append(SAYS[language][proposal.reason].format(**values))
    return f"{proposal.location}\n" + "".join(f"    {line}\n" for line in lines)


FORMATS = {"text": as_text, "json": as_json, "md": as_markdown}
