"""Whether what was written into the content is right, and whether the rest was told."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.returned.kinds import KINDS
from tests.returned.officer import Later
from tests.returned.reviewer import Edit
from tests.returned.texts import (
    Segment,
    Text,
    line_ends,
    merged,
    same_words,
    says,
    segments,
    targets,
    words_of,
)
from tests.returned.word import wording

HARM = ("set back", "half written", "elsewhere", "refused", "no warning", "invented", "crashed")
"""What must not happen."""
COUNTS = ("edits", "could be", "written", "listed", "placed", "unsaid", *HARM)
QUOTED = 40
"""Characters that tell a text."""
WRITTEN = ("written", "whole")
COUNTED = "visas inte här: "
LOST_LABELS = {"borttaget stycke": "stycke som inte står i filen", "nytt stycke": "stycke som inte står i innehållet"}
"""How a paragraph that came or went is told, and how where it is not tracked and no draft says who did that."""
LOST = "[review-draft"
"""How the codes begin that say that no draft was found."""


@dataclass
class Outcome:
    seed: int
    counts: Counter[str] = field(default_factory=Counter)
    unsaid: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def fault(self, count: str, what: str) -> None:
        self.counts[count] += 1
        self.faults.append(f"{count}: {what}")


@dataclass
class Judgement:
    """`before` is the content as it was when the draft came back, `output` what `review --apply` said.

    `draft_known` says whether the draft was to be found.
    """

    edits: Sequence[Edit]
    before: dict[str, str]
    output: str
    draft_known: bool
    outcome: Outcome
    written: list[Text] = field(default_factory=list)

    def judge(self, project: Path, later: Iterable[Later]) -> None:
        after = contents(project)
        for path in sorted({*self.before, *after}):
            self.judge_file(path, self.before.get(path), after.get(path))
        for change in later:
            if not change.stands(project):
                self.outcome.fault("set back", f"{change.path}: {change.words}")
        for edit in self.edits:
            self.count(edit)
        if not self.draft_known and LOST not in self.output:
            self.outcome.fault("no warning", "nothing says that there is no draft")

    def judge_file(self, path: str, old: str | None, new: str | None) -> None:
        """Only edited texts may be others than before."""
        if old == new:
            return
        parts, others = segments(old or ""), segments(new or "")
        if len(parts) != len(others):
            self.outcome.fault("elsewhere", f"{path} came or went, or has other texts than before")
            return
        astray = list(filter(None, map(self.astray, [path] * len(parts), lines(parts), parts, others)))
        if astray:
            self.outcome.fault("elsewhere", f"{len(astray)} places; {astray[0]}")

    def astray(self, path: str, line: int, old: Segment, new: Segment) -> str:
        """What became of a part of a file that nobody edited."""
        if old == new:
            return ""
        text = next((text for text in self.texts() if (text.path, text.lines.start) == (path, line)), None)
        if text is None or not old.is_text:
            return f"{path}:{line}: {old.text!r} became {new.text!r}"
        self.judge_text(text, new.text)
        return ""

    def texts(self) -> list[Text]:
        return [edit.text for edit in self.edits if edit.text and not edit.text.gone]

    def judge_text(self, text: Text, new: str) -> None:
        """It says all that was wanted, and nothing else is lost."""
        edits = [edit for edit in self.edits if edit.text is text]
        words = self.wanted(edits[0])
        needs = [need for edit in edits for need in edit.made.needs]
        barred = any(edit.outcome == "left" for edit in edits)
        kept = all(target in targets(new) for target in targets(text.now))
        whole = kept and same_ends(text.now, new) and all(need in new for need in needs)
        if words and says(new, words) and whole and not barred:
            self.written.append(text)
            return
        kinds = ", ".join(edit.kind for edit in edits)
        place = f"{text.path}:{text.lines.start}"
        self.outcome.fault("half written", f"{place}: {kinds}: {text.now!r} became {new!r}; wanted {words!r}")

    def wanted(self, edit: Edit) -> str | None:
        """The words that the edit's text may get; None where it must stay."""
        text, new = edit.text, wording(edit.paragraph)
        if text is None or text.gone:
            return None
        now = words_of(text.now, text.shown, text.source)
        if self.draft_known:
            return merged(text.shown, [new, now])
        tracked = same_words(wording(edit.paragraph, accepted=False)) == same_words(text.shown)
        return same_words(new) if tracked and now == same_words(text.shown) else None

    def count(self, edit: Edit) -> None:
        counts = self.outcome.counts
        counts["edits"] += 1
        self.outcome.kinds[edit.kind] += 1
        counts["could be"] += edit.outcome == "written" and self.wanted(edit) is not None
        counts["placed"] += self.is_placed(edit)
        if edit.outcome == "nothing":
            self.count_nothing(edit)
        elif edit.outcome in WRITTEN and any(text is edit.text for text in self.written):
            counts["written"] += 1
        elif self.is_told(edit):
            counts["listed"] += 1
        else:
            counts["unsaid"] += 1
            self.outcome.unsaid[edit.kind] += 1
            self.outcome.faults.append(f"unsaid: {edit.kind}: {edit.text}")

    def count_nothing(self, edit: Edit) -> None:
        """What stands beside a text may be told with its place, and without the draft what was written in it later."""
        later = edit.text is not None and edit.text.now != edit.text.source and not self.draft_known
        if self.is_placed(edit) and not later and not any(KINDS[other.kind].structural for other in self.edits):
            self.outcome.fault("invented", f"{edit.kind}: {edit.text}")

    def is_told(self, edit: Edit) -> bool:
        """By its words, by its label, or by a line of its text."""
        said = " ".join(self.output.split()).lower()
        if any(sign.lower() in said for sign in edit.made.signs):
            return True
        if edit.text and edit.text.gone and not self.draft_known:
            # Of what the content has no more nobody knows how it was: all of it is told.
            return same_words(edit.text.shown).lower() in same_words(said)
        if edit.made.label:
            return self.is_labelled(edit.made.label, said)
        return self.is_placed(edit) or self.is_quoted(edit, said)

    def is_quoted(self, edit: Edit, said: str) -> bool:
        """The text may have no line of its own any more: then its file is told, and its own words."""
        if (text := edit.text) is None or f"{text.path}:" not in said:
            return False
        before = re.sub(r"\{\+.*?\+\}|\[-|-\]", "", said)
        return same_words(text.shown).lower()[:QUOTED] in same_words(before)

    def is_labelled(self, label: str, said: str) -> bool:
        """As often as there are such edits, those of one table at once."""
        same = (edit for edit in self.edits if edit.made.label == label)
        told_at_once = {id(edit if edit.made.whole is None else edit.made.whole) for edit in same}
        return self.times(label, said) >= len(told_at_once)

    def times(self, label: str, said: str) -> int:
        """How often it is told, or counted."""
        counted = re.findall(rf"{COUNTED}(\d+) av slaget ”{re.escape(label)}", said)
        silent = 0 if self.draft_known or label not in LOST_LABELS else said.count(LOST_LABELS[label])
        return said.count(label) + silent + sum(int(number) - 1 for number in counted)

    def is_placed(self, edit: Edit) -> bool:
        """With a line of its text, or any line of the file where the text is gone."""
        if (text := edit.text) is None:
            return False
        lines = [r"\d+"] if text.gone else map(str, text.lines)
        return any(re.search(rf"{re.escape(text.path)}:{line}\b", self.output) for line in lines)


def contents(project: Path) -> dict[str, str]:
    files = (file for file in sorted((project / "content").rglob("*")) if file.is_file())
    return {file.relative_to(project).as_posix(): file.read_bytes().decode(errors="surrogateescape") for file in files}


def lines(parts: Iterable[Segment]) -> list[int]:
    """The line on which each part begins."""
    found = [1]
    for part in parts:
        found.append(found[-1] + part.text.count("\n"))
    return found[:-1]


def same_ends(old: str, new: str) -> bool:
    """Where no line came or went, each ends as it did."""
    return len(line_ends(old)) != len(line_ends(new)) or line_ends(old) == line_ends(new)
