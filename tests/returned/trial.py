"""One draft that comes back, and what `review --apply` makes of it."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.returned import officer
from tests.returned.judgement import Judgement, Outcome, contents
from tests.returned.reviewer import edit
from tests.returned.scenarios import Scenario, safecomm
from tests.returned.texts import texts_of

DOCUMENTS = ("programme.sv", "application.sv", "application.en")
WHOLE = "application.sv"
"""The document in which every kind of edit can be made."""


def trial(scenario: Scenario, seed: int, kinds: Sequence[str] = ()) -> Outcome:
    """With edits of these kinds, else of some by chance."""
    folder = Path(tempfile.mkdtemp())
    try:
        return try_draft(scenario, seed, kinds, folder)
    finally:
        shutil.rmtree(folder)


def try_draft(scenario: Scenario, seed: int, kinds: Sequence[str], folder: Path) -> Outcome:
    random, outcome = Random(seed), Outcome(seed)
    draft, returned = scenario.draft(WHOLE if kinds else random.choice(DOCUMENTS)), folder / "granskare.docx"
    project = scenario.sent(folder)
    texts, sent = texts_of(project), contents(project)
    edits = edit(draft, returned, texts, random, seed, kinds)
    edited = [edit.text for edit in edits if edit.text]
    # Now and then nothing is changed later, and now and then nearly all.
    count = random.choice((0, 3, 6, 6, 6, 10, 10, 10, 10, len(texts) * 2))
    later = officer.change(project, texts, edited, random, count)
    project = scenario.back(project)
    before = contents(project)
    result = safecomm("review", returned, "--apply", "--yes", "--project", project, *scenario.options(draft))
    if result.exit_code not in (0, 1) or not isinstance(result.exception, SystemExit | None):
        outcome.fault("crashed", f"exit code {result.exit_code}: {result.exception!r}")
    elif result.exit_code:
        outcome.fault("refused", result.output.strip())
    draft_known = scenario.finds_draft or before == sent
    Judgement(edits, before, result.output, draft_known, outcome).judge(project, later)
    checked = safecomm("check", "--project", project)
    if checked.exit_code:
        outcome.fault("elsewhere", f"the content no longer loads: {checked.output}")
    return outcome
