"""What each kind of change becomes: two texts, and the body and notes of their redline."""

from pathlib import Path

import pytest

from tests.conftest import Golden
from tests.redline.sample import compared, readable

HERE = Path(__file__).parent / "cases"
CASES = sorted(each.name.removesuffix(".old.md") for each in HERE.glob("*.old.md"))


@pytest.mark.parametrize("case", CASES)
def test_case(case: str, tmp_path: Path, golden: Golden) -> None:
    old, new = ((HERE / f"{case}.{each}.md").read_text(encoding="utf-8") for each in ("old", "new"))
    golden(HERE / f"{case}.xml", readable(compared(tmp_path, old, new, contents="contents" in case)))


def test_cases_were_seen() -> None:
    assert len(CASES) > 15
