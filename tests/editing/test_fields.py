"""Fields and texts are changed where they stand: what is written says the new value, and every other byte stays."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safecomm.content.load import load
from safecomm.content.markdown_parts import DEFAULT, split_front_matter
from safecomm.content.project_index import index_project
from safecomm.content.validate import value_at
from safecomm.content.yaml_data import parse
from safecomm.content.yaml_spans import spans
from safecomm.diagnostic import ContentError
from safecomm.editing.fields import FieldEdit, edit_fields, edit_file, front_of, with_value
from safecomm.editing.prose_edit import section_text
from safecomm.editing.yaml_edit import replace_value
from safecomm.journal import take_back
from tests.test_broken import HERE

TEXTS = st.text(st.characters(blacklist_categories=("C", "Zl", "Zp")), max_size=30).map(str.strip)
VALUES: Any = st.recursive(
    TEXTS.filter(bool),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from(["sv", "en", "value"]), inner, min_size=1)
    ),
    max_leaves=5,
)
YAML = """\
# Om filen
name: Ås # det första
responsible:
title: {sv: Åk, en: Go}
ages: [youth, "adults"]
none: []
facts:
  - group: {sv: A}
    figures:
      - name: q

  # Här slutar siffrorna
text: |
  En rad.

  Två.

last: >-
  a
  b
"""
PLACES: list[tuple[str | int, ...]] = [
    ("name",),
    ("responsible",),
    ("title",),
    ("title", "en"),
    ("title", "nb"),
    ("ages",),
    ("ages", 1),
    ("ages", 2),
    ("none", 0),
    ("facts", 0, "group", "en"),
    ("facts", 0, "figures", 0, "name"),
    ("facts", 0, "figures", 0, "value"),
    ("facts", 0, "figures", 1),
    ("facts", 1),
    ("text",),
    ("last",),
    ("new",),
    ("contact", "email"),
    ("events", 0),
]

LIGHTING = FieldEdit("measures", "lighting", ("responsible",), "polisen")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "good", tmp_path / "project"))


def text(project: Path, name: str) -> str:
    return (project / "content" / name).read_bytes().decode()


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.split("\n"), after.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


@given(place=st.sampled_from(PLACES), value=VALUES)
@settings(max_examples=300, deadline=None)
def test_any_value_at_any_place(place: tuple[str | int, ...], value: Any) -> None:
    replacement = replace_value(YAML, place, value)
    assert replacement is not None
    start, end, written = replacement
    after = YAML[:start] + written + YAML[end:]
    said = parse(after, "")
    assert said.value == with_value(parse(YAML, "").value, place, value)
    assert [fault for fault in said.problems if fault.code == "yaml-comment"] == [
        fault for fault in parse(YAML, "").problems if place != ("name",)
    ]
    assert "# Här slutar siffrorna" in after
    assert "# Om filen" in after


@pytest.mark.parametrize(
    ("edit", "gone", "come"),
    [
        (
            FieldEdit("measures", "lighting", ("responsible",), "polisen"),
            ["responsible: kansliet"],
            ["responsible: polisen"],
        ),
        (
            FieldEdit("measures", "lighting", ("partners",), ["polisen", "styrelsen"]),
            None,
            ["partners: [polisen, styrelsen]"],
        ),
        (FieldEdit("measures", "lighting", ("title",), "Ljus: nu"), None, ['title: "Ljus: nu"']),
        (
            FieldEdit("measures", "lighting", ("text",), "Nya lampor.\n\n- en\n- två"),
            None,
            ["Nya lampor.", "- en", "- två"],
        ),
        (FieldEdit("measures", "lighting", ("text",), "New lamps.", "en"), None, ["New lamps."]),
        (FieldEdit("organisations", "polisen", ("name", "en"), "The police"), None, None),
        (FieldEdit("application", "application", ("contact", "phone"), "08-1"), None, None),
    ],
)
def test_a_record_says_what_was_asked_for(
    project: Path, edit: FieldEdit, gone: list[str] | None, come: list[str] | None
) -> None:
    (file,) = edit_fields(project, [edit])
    name = file.relative_to(project / "content").as_posix()
    removed, added = changed_lines(text(HERE / "good", name), text(project, name))
    assert gone is None or removed == gone
    assert come is None or added == come
    if edit.key == ("text",):
        body = split_front_matter(text(project, name), name).body
        assert section_text(body, [DEFAULT], DEFAULT) == edit.value
    load(project)
    assert take_back(project) == [f"content/{name}"]
    assert text(project, name) == text(HERE / "good", name)


def test_an_absent_text_comes_where_it_belongs_and_goes_with_its_heading(project: Path) -> None:
    before = text(project, "application.md")
    edit = FieldEdit("application", "application", ("threats",), "Färre tjänster.")
    edit_fields(project, [edit])
    assert "# threats\n\nFärre tjänster.\n" in text(project, "application.md")
    edit_fields(project, [edit._replace(value=None)])
    assert "threats" not in text(project, "application.md")
    assert text(project, "application.md").split() == before.split()


def test_a_text_that_stood_in_one_language_gets_the_other_beside_it(project: Path) -> None:
    file = project / "content" / "organisations.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("name: {sv: Polisen, en: Police}", "name: Polisen"), "utf-8"
    )
    edit_fields(project, [FieldEdit("organisations", "polisen", ("name", "en"), "Police")])
    assert load(project).records["en"].organisations["polisen"].name.to("en") == "Police"


def test_a_translation_is_begun(project: Path) -> None:
    (project / "content" / "measures" / "lighting.en.md").unlink()
    edits = [
        FieldEdit("measures", "lighting", ("title",), "Light", "en"),
        FieldEdit("measures", "lighting", ("text",), "There is light.", "en"),
    ]
    edit_fields(project, edits)
    assert text(project, "measures/lighting.en.md") == "---\ntitle: Light\n---\n\nThere is light.\n"


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (LIGHTING._replace(value="nobody"), "unknown-reference"),
        (FieldEdit("measures", "lighting", ("status",), "soon"), "unknown-value"),
        (FieldEdit("measures", "lighting", ("text",), "Se <b>här</b>."), "markdown-html"),
        (FieldEdit("measures", "lighting", ("text",), None), "missing-text"),
        (FieldEdit("measures", "lighting", ("title",), "a\u2028b"), "character-forbidden"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(project: Path, edit: FieldEdit, code: str) -> None:
    good = FieldEdit("organisations", "polisen", ("name", "en"), "The police")
    with pytest.raises(ContentError) as fault:
        edit_fields(project, [good, edit])
    assert [found.code for found in fault.value.diagnostics] == [code]
    assert text(project, "organisations.yaml") == text(HERE / "good", "organisations.yaml")
    assert text(project, "measures/lighting.md") == text(HERE / "good", "measures/lighting.md")


def test_windows_line_ends_and_the_mark_stay(project: Path) -> None:
    file = project / "content" / "measures" / "lighting.md"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    edit_fields(project, [LIGHTING])
    assert file.read_bytes() == before.replace(b"responsible: kansliet", b"responsible: polisen")


@pytest.mark.slow
def test_every_field_of_a_community_can_be_written_again(tmp_path: Path) -> None:
    """To what it says already: the data is equal, and only the form of the value may change."""
    project = Path(shutil.copytree(HERE / "communities" / "nb", tmp_path / "nb"))
    files = {entry.data.path: entry.data for entry in index_project(project).entries if entry.data}
    tried = 0
    for path, data in files.items():
        source = (project / path).read_text(encoding="utf-8")
        front = front_of(source, path)[1]
        for key in [key for key in spans(front) if key]:
            start, end, written = replace_value(front, key, value_at(data.value, key)) or (0, 0, "")  # type: ignore[arg-type]
            assert parse(front[:start] + written + front[end:], path).value == parse(front, path).value
            tried += 1
    assert tried > 500


def test_what_is_no_yaml_is_told_with_its_line() -> None:
    with pytest.raises(ContentError) as fault:
        edit_file(b"---\nstatus: planned\nages: [youth\n---\n", "content/measures/lighting.md", (), LIGHTING)
    assert [(found.code, found.location.line) for found in fault.value.diagnostics] == [("yaml-bracket", 3)]
