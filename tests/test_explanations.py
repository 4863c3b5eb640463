"""Every example of a code is proven: the wrong one gives the code and nothing else, the right one gives nothing."""

import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import indent
from typing import Literal

import pytest

from safecomm import report
from safecomm.codes.codes import GROUPS, Code, all_codes, load_group, paragraphs
from safecomm.codes.examples import example, words_of
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.editing.translated import confirm, translations_of
from safecomm.rules.all_rules import check
from tests.conftest import Golden
from tests.test_broken import HERE, broken_project

DOCS = HERE.parent / "docs"
GENERATED = "<!-- Generated from safecomm/codes/ by: pytest tests/test_explanations.py --update -->\n\n"
TITLES = {
    "sv": "# Koder\n\nVad ”safecomm explain” säger om varje kod som ett meddelande kan sluta med, och vad\n"
    "”safecomm check” säger om det som är fel skrivet.\n",
    "en": "# Codes\n\nWhat “safecomm explain” says of every code that a message can end with, and what\n"
    "“safecomm check” says of the wrong examples.\n",
}
CHECK_SAYS = {"sv": "”safecomm check” säger:", "en": "“safecomm check” says:"}
EXAMPLES = {name: code for name, code in all_codes().items() if code.wrong}
OF_TRANSLATIONS = {"not-translated", "untranslated-field"}
"""What no project in one language can have; their examples are proven in Swedish."""

PROVEN = [*((name, "sv") for name in EXAMPLES), *((name, "en") for name in EXAMPLES if name not in OF_TRANSLATIONS)]
WORD = re.compile(r"[^\W\d_]{2,}")
IN_BOTH = re.compile("en: ([^{}]*)}")
ON_TWO_LINES = re.compile(r"\n +sv: (.+)\n +en: (.+)")
NO_WORDS = {"anna", "histroy", "lightning", "responsable", "org", "www"}
"""A name, slips that examples are of, and parts of addresses."""

MAP = HERE / "broken" / "picture-title" / "content" / "measures" / "karta.png"
SHOWN = re.compile(r"^!\[.*\]\((\w+\.png)", re.MULTILINE)
"""A picture in the midst of a text is refused before anything asks for its file."""

TOP_KEY = re.compile(r"^(?:- )?([^\s:#]+):?", re.MULTILINE)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "file"), [("en", "codes.md"), ("sv", "codes.sv.md")])
def test_the_documentation_says_the_same(language: str, file: str, golden: Golden) -> None:
    text = GENERATED + TITLES[language]
    for group in map(load_group, GROUPS):
        text += f"\n## {group.title[language]}\n"
        for name in group.codes:
            text += f"\n### {name}\n\n{shown_as_written(documented(name, language))}"
    golden(DOCS / file, text)


def documented(name: str, language: str) -> str:
    """The explanation, with what `check` prints of the wrong example between that and the right one."""
    told = list(paragraphs(name, language))
    if name in EXAMPLES:
        spoken = language if (name, language) in PROVEN else "sv"
        printed = report.text(problems(name, "wrong", spoken)[language], language)
        told[-2:-2] = [CHECK_SAYS[language], indent(printed.rstrip("\n"), "    ")]
    return "\n\n".join(told) + "\n"


def shown_as_written(text: str) -> str:
    """As Markdown; the examples are code, in which every mark is itself."""
    lines = text.splitlines(keepends=True)
    return "".join(line if line.startswith("    ") else re.sub(r"([\\`*<\[])", r"\\\1", line) for line in lines)


@pytest.mark.parametrize(("name", "language"), PROVEN)
def test_the_wrong_example_gives_its_code_alone(name: str, language: str) -> None:
    assert {diagnostic.code for diagnostic in problems(name, "wrong", language)["sv"]} == {name}


@pytest.mark.parametrize(("name", "language"), PROVEN)
def test_of_the_right_example_nothing_is_said(name: str, language: str) -> None:
    assert problems(name, "right", language) == {"sv": [], "en": []}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_english_example_has_no_swedish_word(name: str) -> None:
    code = EXAMPLES[name]
    shown = {*WORD.findall(f"{example(code.wrong, 'en')} {example(code.right, 'en')}".lower())}
    assert shown - english_words() - NO_WORDS == set()


@cache
def english_words() -> set[str]:
    """Those of the English texts of the codes, of the dictionary, of the names of fields, and of their values."""
    texts = [text for code in all_codes().values() for text in (code.message["en"], code.hint["en"], code.why["en"])]
    texts += [*words_of("en").values(), (DOCS / "content.md").read_text(encoding="utf-8")]
    texts += [own for code in EXAMPLES.values() for own in IN_BOTH.findall(f"{code.wrong} {code.right}")]
    return {word for text in texts for word in WORD.findall(text.lower())}


def project_in(language: str, folder: Path) -> Path:
    """The good project; in English it has this language alone."""
    project = broken_project(HERE / "good", folder)
    for file in (project / "content").rglob("*.*"):
        if language == "en" and file.name.endswith(".en.md"):
            file.unlink()
        else:
            text = ON_TWO_LINES.sub(r" {sv: \1, en: \2}", file.read_text(encoding="utf-8"))
            file.write_text(example(text, language), encoding="utf-8")
    return project


@cache
def problems(name: str, which: Literal["wrong", "right"], language: str) -> Mapping[str, list[Diagnostic]]:
    """What `check` says in each language of the good project in one language with the example in it."""
    code = EXAMPLES[name]
    code = code._replace(wrong=example(code.wrong, language), right=example(code.right, language))
    snippet = code.wrong if which == "wrong" else code.right
    with TemporaryDirectory() as folder:
        project = project_in(language, Path(folder))
        file = project / "content" / code.file
        for picture in SHOWN.findall(snippet):
            shutil.copy(MAP, file.with_name(picture))
        lay(file, code, snippet)
        try:
            if which == "wrong":
                load(project)
            translate(project, file, code, snippet)
            content = load(project)
        except ContentError as fault:
            return {"sv": fault.diagnostics, "en": fault.diagnostics}
        return {
            "sv": [finding.diagnostic for finding in check(content, "sv")],
            "en": [finding.diagnostic for finding in check(content, "en")],
        }


def translate(project: Path, file: Path, code: Code, snippet: str) -> None:
    """What an editor does after a change that can be read: else the translation would be a gap too."""
    translation = translations_of(file, [".en.md"])[0].file
    if translation.suffix == ".md" and translation.is_file():
        if code.part == "text":
            lay(translation, code, snippet)
        confirm(project, [translation])


def lay(file: Path, code: Code, snippet: str) -> None:
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(with_snippet(text, code, snippet), encoding="utf-8")


def with_snippet(text: str, code: Code, snippet: str) -> str:
    if code.part == "file":
        return f"{snippet}\n"
    if not text.startswith("---\n"):
        return with_fields(text, code, snippet)
    front, body = text.removeprefix("---\n").split("---\n", 1)
    if code.part == "text":
        return f"---\n{front}---\n\n{snippet}\n"
    return f"---\n{with_fields(front, code, snippet)}---\n{body}"


def with_fields(fields: str, code: Code, snippet: str) -> str:
    """The fields with those that either example names replaced by the snippet."""
    replaced = {key for example in (code.wrong, code.right) for key in TOP_KEY.findall(example)}
    records = re.split(r"^(?=\S)", fields, flags=re.MULTILINE)
    kept = "".join(record for record in records if record.split(":")[0] not in replaced)
    return f"{kept}{snippet}\n"
