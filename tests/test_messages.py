"""What the editor reads is in the editor's words, in both languages."""

import re
from pathlib import Path

import pytest

from safecomm.codes.codes import all_codes, code_named, load_group
from safecomm.intake.importing import ANSWERS
from safecomm.messages.texts import FOLDER, INTERFACE, load_texts, texts_of
from tests.test_broken import HERE

FORBIDDEN = re.compile(
    r"(?i:\b(?:python|pydantic|yaml|libyaml|jinja|docxtpl|lxml|xml|markdown|commonmark|markdown-it|regex|json|mapping|scalar"
    r"|sequence entry|token|parser?|anchor|alias|tag|tagg|dict|list\[|str|int|bool|float|tuple|null|nan|object"
    r"|instance|exception|traceback|stack|schema|validation|attribute|syntax|front ?matter|escape|octet|stream|node"
    r"|nod|sträng|string|heltalstyp|variabel|variable|metod|method|funktion|function|modul|module|klass|class)\b)"
    r"|\bNone\b"
)
"""Words of the program's making."""

FILES = re.compile(r"\w+[./]\w*(?:\.\w+)*")
"""The names of files are what the editor sees in a folder: organisations.yaml."""

ALLOWED = {
    # What docs/templates.md calls the marks in a template.
    "template-": {"tag", "tagg"},
    "text-": {"tag", "tagg"},
    "audit-tag": {"tag", "tagg"},
    # What Word itself calls a format and what one inserts.
    "docx-strict": {"xml"},
    # What the pages of authorities call one of the forms in which they hand out their figures.
    "import-foreign": {"json"},
    "audit-part": {"object"},
}
"""Words that those who read a message of that code, or of a code that begins so, do know."""


def foreign(code: str, text: str) -> set[str]:
    found = {match[0].lower() for match in FORBIDDEN.finditer(FILES.sub("", text))}
    return found - {word for start, words in ALLOWED.items() if code.startswith(start) for word in words}


@pytest.mark.parametrize("code", sorted(all_codes()))
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_message_needs_a_programmer(code: str, language: str) -> None:
    for texts in (code_named(code).message, code_named(code).hint, code_named(code).why):
        assert foreign(code, texts[language]) == set()


@pytest.mark.parametrize("group", ["rules", "readiness", "review", "drafts", "forms", "intake"])
def test_the_desk_sends_nobody_to_a_command_or_a_file(group: str) -> None:
    """Errors of a file that cannot be read name what stands in it."""
    for name, code in load_group(group).codes.items():
        if (group != "intake" or name in ANSWERS or code.desk) and (code.severity != "error" or code.desk):
            for text in (code.desk or code.hint).values():
                assert not re.search(r"\bsafecomm\b|--\w|docs/|[“”]#? ?[a-z_]+\b[^“”]*”|\.(yaml|md)\b", text), name


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_the_commands_say_needs_no_programmer(language: str) -> None:
    assert {word for text in INTERFACE[language].values() for word in foreign("", text)} == set()


@pytest.mark.parametrize("group", sorted({file.stem for file in FOLDER.glob("*.toml")} - {"record_fields"}))
def test_every_text_stands_in_both_languages(group: str) -> None:
    assert load_texts(group).keys() == {"sv", "en"}
    assert texts_of(group, "sv").keys() == texts_of(group, "en").keys()


@pytest.mark.parametrize("file", sorted(HERE.glob("*/*/messages.txt")), ids=lambda file: str(file.parent.name))
def test_no_value_in_a_message_needs_one(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    told = [
        match[1]
        for line in lines
        if (match := re.search(r"\b(?:fel|lucka|tips): (.*?)(?: \[[\w-]+(?: [\w/-]+)?\])?$", line))
    ]
    assert len(told) == len(lines)
    assert foreign("", " ".join(told)) == set()


@pytest.mark.parametrize("text", ["the mapping is wrong", "ett fel i YAML", "a valid string", "None", "str", "a Token"])
def test_the_list_of_words_finds_them(text: str) -> None:
    assert foreign("unknown-key", text)
