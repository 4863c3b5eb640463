"""Every code of messages/word.py: what a template's designer did, and what the message then says."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from safecomm.codes.codes import load_group
from safecomm.content.vocabulary import Age
from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.markdown.blocks import Prose
from safecomm.ooxml import archive
from safecomm.word.document import render
from safecomm.word.template import read_template
from tests.word.sample import SWEDISH, paragraph, parts, problems, prose, row, write

PROSE, NOTED = prose("text"), prose("text[^a]\n\n[^a]: noten")


class Everything(NamedTuple):
    title: str = "Titel"
    missing: None = None
    age: Age = Age.YOUTH
    ages: tuple[Age, ...] = (Age.YOUTH,)
    prose: Prose = PROSE
    noted: Prose = NOTED


ALL = paragraph("{{ title }}") + paragraph("{{p prose }}") + paragraph("{{p noted }}")
HEADING = paragraph("Avsnittet", "Heading1")

BODIES = {
    "template-crowded-p": ("keep this {{p prose }} and this", "{{p prose }}|keep this {{p prose }} and this"),
    "template-syntax": ("{% for x in ages %}", "{% for x in ages %}"),
    "template-unknown-name": ("{{ titel }}", "titel|{{ titel }}"),
    "template-forbidden": ("{{ title.__class__ }}", "{{ title.__class__ }}"),
    "template-macro": ("{% set x %}a{% endset %}", "{% set x %}a{% endset %}"),
    "template-none": ("{{ missing }}", "{{ missing }}"),
    "template-vocabulary": ("{{ age }}", "youth|{{ age }}"),
    "template-kind": ("{{ ages }}", "{{ ages }}"),
    "template-calculation": ("{{ title + 1 }}", "{{ title + 1 }}"),
}
"""What a tag in a paragraph below the heading Avsnittet leads to, and the values of the message."""


@pytest.mark.parametrize("code", BODIES)
def test_tags(tmp_path: Path, code: str) -> None:
    tag, values = BODIES[code]
    (found,) = problems(tmp_path, ALL + HEADING + paragraph(tag), Everything())
    assert (found.code, str(found.location)) == (code, "templates/small.docx")
    for value in values.split("|"):
        assert value in found.values.values()
    assert "heading" not in found.values or found.values["heading"] == "Avsnittet"


@pytest.mark.parametrize("tag", ["{{ missing ~ 'x' }}", "{{ [missing]|join(', ') }}", "{{ missing|below(2) }}"])
def test_nothing_never_prints(tmp_path: Path, tag: str) -> None:
    assert [each.code for each in problems(tmp_path, ALL + paragraph(tag), Everything())] == ["template-none"]


@pytest.mark.parametrize("tag", ["{{ 'x' ~ age }}", "{{ ages|join(', ') }}"])
def test_a_bare_value_of_a_vocabulary_never_prints(tmp_path: Path, tag: str) -> None:
    assert [each.code for each in problems(tmp_path, ALL + paragraph(tag), Everything())] == ["template-vocabulary"]


@pytest.mark.parametrize(
    ("tag", "nearest"),
    [("{{ titel }}", "title"), ("{{ prose.blcks }}", "blocks"), ("{{ t.age.yuth }}", "youth"), ("{{ t.ages }}", "age")],
)
def test_unknown_names_have_a_hint(tmp_path: Path, tag: str, nearest: str) -> None:
    (found,) = problems(tmp_path, ALL + paragraph(tag), Everything(), phrases="{% set age = {'youth': 'Unga'} %}")
    assert (found.code, found.nearest) == ("template-unknown-name", nearest)


@pytest.mark.parametrize(
    ("phrases", "code", "line"),
    [
        ("{% set a = 1 %}\n{% set b = c %}{{ b }}", "template-unknown-name", 2),
        ("\n\n{% macro x() %}", "template-syntax", 3),
        ("{% macro x(y) %}\n{{ y }}{% endmacro %}\n", "template-none", 2),
    ],
)
def test_faults_in_phrases_have_a_line(tmp_path: Path, phrases: str, code: str, line: int) -> None:
    (found,) = problems(tmp_path, ALL + paragraph("{{ t.x(missing) }}"), Everything(), phrases=phrases)
    assert (found.code, str(found.location)) == (code, f"templates/phrases.sv.jinja:{line}")


def test_a_fault_of_our_own_stays_one(tmp_path: Path) -> None:
    """Blocks that no parser makes: whatever comes of them is not the designer's to mend."""
    impossible = Prose("measures/hearings.text", "sv", (42,))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        problems(tmp_path, ALL, Everything(prose=impossible))


def test_tags_of_rows_and_cells_stand_alone(tmp_path: Path) -> None:
    table = row(paragraph("{%tr if title %}"), paragraph("bredvid")) + row(
        paragraph("{{tc title }}") + paragraph("under")
    )
    found = problems(tmp_path, ALL + f"<w:tbl>{table}</w:tbl>", Everything())
    assert [each.code for each in found] == ["template-crowded-tc", "template-crowded-tr"]


def test_no_footnote_in_a_header(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, ALL, Everything(), header=paragraph("{{p noted }}"))
    assert (found.code, found.values["label"], found.values["part"]) == ("template-footnote", "a", "header1")


def test_untranslated_text_needs_its_phrase(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, paragraph("{{p prose }}"), Everything(prose=prose("text", "en")))
    assert (found.code, found.values["name"]) == ("template-unknown-name", "t.untranslated")


Members = dict[str, str]
FILES: dict[str, Callable[[Members], object]] = {
    "template-style": lambda members: replace_in(members, "word/styles.xml", '"Quote"', '"Citat"'),
    "template-list": lambda members: replace_in(members, "word/numbering.xml", "ListBullet", "Lista"),
    "template-language": lambda members: replace_in(members, "word/styles.xml", '<w:lang w:val="de-DE"/>', ""),
    "template-reviewed": lambda members: replace_in(members, "word/document.xml", "<w:r>", '<w:r w:author="Anna">'),
    "docx-damaged": lambda members: replace_in(members, "word/styles.xml", "</w:styles>", ""),
    "template-part": lambda members: members.pop("word/numbering.xml"),
    "docx-not-word": lambda members: members.pop("word/document.xml"),
}


def replace_in(members: Members, part: str, old: str, new: str) -> None:
    assert old in members[part]
    members[part] = members[part].replace(old, new)


@pytest.mark.parametrize("code", FILES)
def test_files(tmp_path: Path, code: str) -> None:
    members = parts(ALL)
    FILES[code](members)
    assert read_problems(*write(tmp_path, members)) == [(code, "templates/small.docx")]


def read_problems(docx: Path, phrases: Path) -> list[tuple[str, str]]:
    with pytest.raises(ContentError) as caught:
        render(read_template(docx, phrases), Everything(), SWEDISH, None)
    return [(each.code, str(each.location)) for each in caught.value.diagnostics]


@pytest.mark.parametrize("data", [b"PK", b"a text", b"PK\x03\x04" * 20])
def test_what_is_no_word_file(tmp_path: Path, data: bytes) -> None:
    docx, phrases = write(tmp_path, parts(ALL))
    docx.write_bytes(data)
    code = "docx-not-word" if data else "docx-empty"
    assert read_problems(docx, phrases) == [(code, "templates/small.docx")]


def test_missing_files(tmp_path: Path) -> None:
    docx, phrases = write(tmp_path, parts(ALL))
    phrases.write_bytes(b"\xe5")
    assert read_problems(docx, phrases) == [("phrases-encoding", "templates/phrases.sv.jinja")]
    phrases.write_text("{% set a = 'A' %}\n<<<<<<< HEAD\n{% set b = 'B' %}\n=======\n>>>>>>> anna\n")
    assert read_problems(docx, phrases) == [("merge-unfinished", "templates/phrases.sv.jinja:2")]
    phrases.unlink()
    assert read_problems(docx, phrases) == [("template-missing", "templates/phrases.sv.jinja")]
    docx.unlink()
    assert read_problems(docx, phrases) == [("template-missing", "templates/small.docx")]


def test_a_file_that_unpacks_to_too_much(tmp_path: Path) -> None:
    docx, phrases = write(tmp_path, parts(ALL))
    with ZipFile(docx, "a", ZIP_DEFLATED) as bomb:
        bomb.writestr("word/media/image1.png", bytes(archive.LARGEST))
    assert read_problems(docx, phrases) == [("docx-too-big", "templates/small.docx")]


def test_folders_are_no_files(tmp_path: Path) -> None:
    docx, phrases = write(tmp_path, parts(ALL))
    for file, name in ((phrases, "phrases.sv.jinja"), (docx, "small.docx")):
        file.unlink()
        file.mkdir()
        assert read_problems(docx, phrases) == [("template-missing", f"templates/{name}")]


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    members = parts(ALL)
    members["word/settings.xml"] = f'<!DOCTYPE a [<!ENTITY b "c">]>{members["word/settings.xml"]}'
    assert read_problems(*write(tmp_path, members)) == [("docx-damaged", "templates/small.docx")]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ " + "9" * 5000 + " }}",
        "{{ 0x" + "f" * 5000 + " }}",
        "{{ " + "(" * 400 + "1" + ")" * 400 + " }}",
        "{{ " + "1+" * 5000 + "1 }}",
        "{% for a in ages %}" * 25,
    ],
)
def test_what_python_cannot_follow_is_the_tags_fault(tmp_path: Path, tag: str) -> None:
    end = "{% endfor %}" * tag.count("{% for")
    assert [each.code for each in problems(tmp_path, ALL + paragraph(tag + end), Everything())] == ["template-syntax"]


@pytest.mark.parametrize("tag", ["{{ 9**99999 }}", "{{ (ages|length + 8)**99999 }}"])
def test_a_number_that_nobody_could_read_is_the_tags_fault(tmp_path: Path, tag: str) -> None:
    assert [each.code for each in problems(tmp_path, ALL + paragraph(tag), Everything())] == ["template-calculation"]


@pytest.mark.parametrize(
    "tag", ["{{p prose|below('x') }}", "{{p prose|below(1.5) }}", "{{ 5|join }}", "{{ ages|join(5.5) }}"]
)
def test_filters_take_only_what_they_can_use(tmp_path: Path, tag: str) -> None:
    assert [each.code for each in problems(tmp_path, ALL + paragraph(tag), Everything())] == ["template-kind"]


@pytest.mark.parametrize("tag", ["{{ lipsum() }}", "{{ [title]|random }}"])
def test_nothing_is_left_to_chance(tmp_path: Path, tag: str) -> None:
    (found,) = problems(tmp_path, ALL + paragraph(tag), Everything())
    assert found.code in {"template-unknown-name", "template-syntax"}


TESTED_ELSEWHERE = {
    "template-result": "test_proof.py",
    "template-inline-prose": "test_proof.py",
    "template-cell": "test_proof.py",
    "text-lost": "test_proof.py",
    "too-many-lists": "test_prose.py",
    "text-unprinted": "test_proof.py",
    "text-character": "test_values.py",
    "reference-lost": "test_finish.py",
    "template-description": "test_charts.py",
}
HERE = {
    *BODIES,
    *(code for code in FILES if not code.startswith("docx-")),
    "template-crowded-tr",
    "template-crowded-tc",
    "template-footnote",
    "template-missing",
    "phrases-encoding",
}


def test_every_code_is_tested() -> None:
    assert load_group("word").codes.keys() == TESTED_ELSEWHERE.keys() | HERE
    for code, file in TESTED_ELSEWHERE.items():
        assert f'"{code}"' in (Path(__file__).parent / file).read_text(encoding="utf-8")


def test_messages_read_well(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, ALL + HEADING + paragraph("{{ missing }}"), Everything())
    assert told(found, "sv") == (
        "taggen skriver ut något som innehållet inte anger: ”{{ missing }}” (rubrik: Avsnittet; del: document)",
        "skriv {%p if namnet is not none %} i ett eget stycke före och {%p endif %} efter",
    )
    assert told(found, "en") == (
        "the tag prints something that the content does not say: “{{ missing }}” (heading: Avsnittet; part: document)",
        "write {%p if name is not none %} in a paragraph of its own before it and {%p endif %} after it",
    )


def told(found: Diagnostic, language: str) -> tuple[str, str]:
    return found.message(language), found.hint(language)
