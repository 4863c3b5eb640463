"""What the comments in an answer say, in the language of the document."""

from pathlib import Path

from safecomm.catalogue import known_languages
from safecomm.diagnostic import brief
from safecomm.drafts.kept import DOCUMENT
from safecomm.labels import Labels
from safecomm.ooxml.package import Package
from safecomm.review.decisions import ReviewChoice, ReviewDecision
from safecomm.review.review_finding import ReviewFinding
from safecomm.review.show import printable
from safecomm.word.own_parts import CUSTOM, origin_in


class AnswerWords:
    def __init__(self, package: Package) -> None:
        language = origin_in(package.root(CUSTOM)).get(DOCUMENT, "").rpartition(".")[2]
        # The copy may come from anybody, and the language names a file.
        self.labels = Labels(Path(), language if language in known_languages() else "en")

    def reply(self, decision: ReviewDecision) -> list[str]:
        """To a comment; nothing where it is enough that it is resolved."""
        lines = answer_lines(decision)
        if decision.choice is ReviewChoice.EDITED and decision.wording:
            lines.append(self.say("wording", text=decision.wording))
        return lines or ([self.say("refused")] if decision.choice is ReviewChoice.REFUSED else [])

    def remark(self, finding: ReviewFinding, decision: ReviewDecision, *, shows: bool, placed: bool) -> list[str]:
        """On a change; `shows` says whether the file itself does what was decided, `placed` whether beside it."""
        about = brief(printable(finding.about))
        if not (placed or about):
            # Nobody could tell what was adopted or not.
            return answer_lines(decision)
        lines = [*answer_lines(decision), *self.outcome(finding, decision, shows=shows)]
        return [self.say("about", text=about), *lines] if lines and not placed else lines

    def outcome(self, finding: ReviewFinding, decision: ReviewDecision, *, shows: bool) -> list[str]:
        if decision.is_adopted:
            return [] if shows else [self.say("accepted")]
        if decision.choice is ReviewChoice.EDITED:
            return [self.say("proposal", text=finding.text) if shows else self.say("wording", text=decision.wording)]
        if decision.choice is ReviewChoice.REFUSED:
            stands = finding.kind == "edit" and finding.silent
            return [self.say("stands", text=finding.about) if stands else self.say("refused")]
        return []

    def say(self, key: str, text: str = "") -> str:
        return self.labels.filled({"text": printable(text)}, "review_answer", key)


def answer_lines(decision: ReviewDecision) -> list[str]:
    return [printable(line) for line in decision.answer.splitlines() if line.strip()]
