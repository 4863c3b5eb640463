"""A few hundred broken projects from fixed seeds; `python -m tests.fuzz.run` tries as many as there is time for."""

from pathlib import Path

import pytest

from safecomm.diagnostic import Severity
from tests.fuzz.mutations import GOOD, mutated
from tests.fuzz.run import outcomes
from tests.fuzz.trial import found, write

pytestmark = pytest.mark.slow


def test_every_broken_project_ends_in_a_result_or_in_diagnostics() -> None:
    assert [each.failure for each in outcomes(range(150)) if each.failure] == []


def test_what_is_broken_was_good(tmp_path: Path) -> None:
    said = found(write(tmp_path, {**GOOD}))
    assert [each for each in said if each.severity is Severity.ERROR] == []


def test_a_seed_is_always_the_same_project() -> None:
    assert [mutated(seed) for seed in range(9)] == [mutated(seed) for seed in range(9)]
    assert len({repr(mutated(seed)) for seed in range(99)}) > 90
