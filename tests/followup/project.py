"""A municipality with two years of reports, in each of five among its eleven measures and projects."""

import shutil
from pathlib import Path

from tests.test_broken import HERE


def followed_project(into: Path) -> Path:
    shutil.copytree(HERE / "communities" / "sv", into)
    shutil.copytree(HERE / "followup" / "content", into / "content", dirs_exist_ok=True)
    return into
