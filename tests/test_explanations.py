"""Every code is explained, in both languages, with examples that are proven to be wrong and right."""

import re
import shutil
from pathlib import Path

import pytest

from safecomm.explanations import EXPLANATIONS, GROUPS, page
from safecomm.explanations.explanation import Explanation
from safecomm.messages import MESSAGES
from tests.conftest import Golden
from tests.test_broken import HERE, broken_project, diagnostics

DOCS = HERE.parent / "docs"
TITLES = {
    "sv": "# Koder\n\nVad ”safecomm explain” säger om varje kod som ett meddelande kan sluta med.\n",
    "en": "# Codes\n\nWhat “safecomm explain” says of every code that a message can end with.\n",
}
EXAMPLES = {code: each for code, each in EXPLANATIONS.items() if each.wrong}
MAP = HERE / "broken" / "picture-title" / "content" / "measures" / "karta.png"
TOP_KEY = re.compile(r"^(?:- )?([^\s:#]+):?", re.MULTILINE)


def test_every_code_is_explained() -> None:
    assert EXPLANATIONS.keys() == MESSAGES.keys()
    assert sum(len(group) for _, group in GROUPS) == len(EXPLANATIONS)


@pytest.mark.parametrize(("language", "file"), [("en", "codes.md"), ("sv", "codes.sv.md")])
def test_the_documentation_says_the_same(language: str, file: str, golden: Golden) -> None:
    text = TITLES[language]
    for title, group in GROUPS:
        text += f"\n## {title[language]}\n"
        for code in group:
            text += f"\n### {code}\n\n{shown_as_written(page(code, language))}"
    golden(DOCS / file, text)


def shown_as_written(text: str) -> str:
    """As Markdown; the examples are code, in which every mark is itself."""
    lines = text.splitlines(keepends=True)
    return "".join(each if each.startswith("    ") else re.sub(r"([\\`*<\[])", r"\\\1", each) for each in lines)


def codes(project: Path, explanation: Explanation, snippet: str) -> set[str]:
    """What the good project says once the snippet stands in it."""
    file = project / "content" / explanation.file
    if "(karta.png)" in snippet:
        shutil.copy(MAP, file.parent)
    file.write_text(laid(file.read_text(encoding="utf-8"), explanation, snippet), encoding="utf-8")
    return {each.code for each in diagnostics(project)}


def laid(text: str, explanation: Explanation, snippet: str) -> str:
    if explanation.part == "file":
        return f"{snippet}\n"
    if not text.startswith("---\n"):
        return with_fields(text, explanation, snippet)
    front, body = text.removeprefix("---\n").split("---\n", 1)
    if explanation.part == "text":
        return f"---\n{front}---\n\n{snippet}\n"
    return f"---\n{with_fields(front, explanation, snippet)}---\n{body}"


def with_fields(fields: str, explanation: Explanation, snippet: str) -> str:
    """The fields with those that either example names replaced by the snippet."""
    replaced = {key for example in (explanation.wrong, explanation.right) for key in TOP_KEY.findall(example)}
    records = re.split(r"^(?=\S)", fields, flags=re.MULTILINE)
    kept = "".join(each for each in records if each.split(":")[0] not in replaced)
    return f"{kept}{snippet}\n"


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_wrong_example_is_wrong(code: str, tmp_path: Path) -> None:
    project = broken_project(HERE / "good", tmp_path)
    assert code in codes(project, EXAMPLES[code], EXAMPLES[code].wrong)


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_right_example_is_right(code: str, tmp_path: Path) -> None:
    project = broken_project(HERE / "good", tmp_path)
    found = codes(project, EXAMPLES[code], EXAMPLES[code].right)
    assert code not in found
    assert {each for each in found if MESSAGES[each].severity == "error"} == set()
