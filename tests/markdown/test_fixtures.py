"""Every example in fixtures/: a title, then between lines with a single dot a text and what the parser makes of it."""

import re
from pathlib import Path

import pytest

from .outline import outline

FILES = sorted(Path(__file__).with_name("fixtures").glob("*.txt"))
EXAMPLE = re.compile(r"^(?P<title>[^\n]+)\n\.\n(?P<text>.*?)^\.\n(?P<shown>.*?)^\.$", re.MULTILINE | re.DOTALL)
EXAMPLES = [
    pytest.param(match["text"], match["shown"], id=f"{file.stem}: {match['title']}")
    for file in FILES
    for match in EXAMPLE.finditer(file.read_text(encoding="utf-8"))
]


def test_every_file_was_read_whole() -> None:
    dots = sum(file.read_text(encoding="utf-8").split("\n").count(".") for file in FILES)
    assert len(EXAMPLES) > 80
    assert dots == 3 * len(EXAMPLES)


@pytest.mark.parametrize(("text", "shown"), EXAMPLES)
def test_example(text: str, shown: str) -> None:
    assert outline(text) == shown
