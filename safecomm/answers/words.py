"""What the comments in an answer say, in the language of the document."""

from pathlib import Path

from safecomm.answers.decision import Decision
from safecomm.catalogue import known_languages
from safecomm.diagnostic import brief
from safecomm.drafts.kept import DOCUMENT
from safecomm.labels import Labels
from safecomm.ooxml.package import Package
from safecomm.review.show import printable
from safecomm.word.own_parts import CUSTOM, origin_in


class AnswerWords:
    def __init__(self, package: Package) -> None:
        language = origin_in(package.root(CUSTOM)).get(DOCUMENT, "").rpartition(".")[2]
        # The copy may come from anybody, and the language names a file.
        self.labels = Labels(Path(), language if language in known_languages() else "en")

    def reply(self, decision: Decision) -> list[str]:
        """To a comment; nothing where it is enough that it is resolved."""
        lines = answer_lines(decision)
        if decision.outcome == "edited" and decision.wording:
            lines.append(self.say("wording", text=decision.wording))
        return lines or ([self.say("refused")] if decision.outcome == "refused" else [])

    def remark(self, decision: Decision, *, shows: bool, placed: bool) -> list[str]:
        """On a change; `shows` says whether the file itself does what was decided, `placed` whether beside it."""
        lines = [*answer_lines(decision), *self.outcome(decision, shows=shows)]
        about = brief(printable(decision.finding.about))
        return [self.say("about", text=about), *lines] if lines and about and not placed else lines

    def outcome(self, decision: Decision, *, shows: bool) -> list[str]:
        finding = decision.finding
        if decision.outcome == "accepted":
            return [] if shows else [self.say("accepted")]
        if decision.outcome == "edited":
            return [self.say("proposal", text=finding.text) if shows else self.say("wording", text=decision.wording)]
        if decision.outcome == "refused":
            stands = finding.kind == "edit" and finding.silent
            return [self.say("stands", text=finding.about) if stands else self.say("refused")]
        return []

    def say(self, key: str, text: str = "") -> str:
        return self.labels.filled({"text": printable(text)}, "review_answer", key)


def answer_lines(decision: Decision) -> list[str]:
    return [printable(line) for line in decision.answer.splitlines() if line.strip()]
