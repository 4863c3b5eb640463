"""Several works in one file are the same works: read, refused, translated, printed, renamed and reviewed alike."""

import shutil
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.changes.compare import compare
from safecomm.changes.facts import ContentSnapshot
from safecomm.content.load import load
from safecomm.content.record_memory import RecordMemory
from safecomm.diagnostic import ContentError
from safecomm.editing.rename import rename
from safecomm.labels import Labels
from safecomm.review.apply import apply, proposals
from safecomm.review.review import review
from tests.bilingual import documents_matching
from tests.review.reviewer import Reviewer, sent
from tests.test_broken import HERE, diagnostics

LIST = "content/activities/sma-verksamheter.yaml"
WORKS = """simskola:
  title: {sv: Simskola, en: Swimming school}
  criterion: programmes
  target_group: children-youth-parents
  order: 50
  organisations: [polisen]
  text:
    sv: |
      Simskolan är öppen för alla barn. Se
      också [](measure:lighting).

      - Den är gratis.
    en: |
      The swimming school is open to all children. See
      also [](measure:lighting).

      - It is free.
promenader:
  title: {sv: Promenader, en: Walks}
  criterion: programmes
  target_group: everyone
  order: 60
  text:
    sv: Vi promenerar ofta.
    en: We walk often.
"""
FILES = {
    "simskola.md": """---
title: Simskola
criterion: programmes
target_group: children-youth-parents
order: 50
organisations: [polisen]
---

Simskolan är öppen för alla barn. Se
också [](measure:lighting).

- Den är gratis.
""",
    "simskola.en.md": """---
title: Swimming school
translates: {}
---

The swimming school is open to all children. See
also [](measure:lighting).

- It is free.
""",
    "promenader.md": """---
title: Promenader
criterion: programmes
target_group: everyone
order: 60
---

Vi promenerar ofta.
""",
    "promenader.en.md": "---\ntitle: Walks\ntranslates: {}\n---\n\nWe walk often.\n",
}


def project(folder: Path, works: str = WORKS) -> Path:
    shutil.copytree(HERE / "good", folder)
    (folder / LIST).write_text(works, encoding="utf-8")
    return folder


def told(folder: Path) -> list[tuple[str, str]]:
    """The place of each problem in the list, and its code."""
    return [(str(fault.location).removeprefix(f"{LIST}:"), fault.code) for fault in diagnostics(folder)]


@pytest.mark.parametrize("document", ["application.en", "application.sv"])
def test_the_documents_are_those_of_a_file_for_each(tmp_path: Path, document: str) -> None:
    listed, apart = project(tmp_path / "listed"), tmp_path / "apart"
    shutil.copytree(HERE / "good", apart)
    for name, text in FILES.items():
        (apart / "content" / "activities" / name).write_text(text, encoding="utf-8")
    twins = [build(folder, documents_matching(document), False, None).built[0].twin for folder in (listed, apart)]
    follows = "This translation follows an earlier text; the Swedish original has changed since."
    assert twins[0] == twins[1].replace(f"{follows}\n\n", "")
    assert "Sim" in twins[0] or "Swimming" in twins[0]


def test_a_text_without_its_translation_is_a_gap_at_its_place(tmp_path: Path) -> None:
    works = WORKS.replace("{sv: Promenader, en: Walks}", "Promenader").replace("    en: We walk often.\n", "")
    assert told(project(tmp_path / "p", works)) == [
        ("19", "untranslated-field"),
        ("24", "untranslated-field"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "place", "code"),
    [
        ("children-youth-parents", "alla", "4:17", "unknown-value"),
        ("organisations: [polisen]", "organisations: [polis]", "6:19", "unknown-reference"),
        ("också [](measure:lighting)", "också [](measure:lightning)", "10:13", "dead-reference"),
        ("also [](measure:lighting)", "also [](measure:lightning)", "15:12", "dead-reference"),
        ("      - Den är gratis", "      # Den är gratis", "12", "heading-too-high"),
        ("Vi promenerar ofta.", "Vi <b>går</b> ofta.", "24:12", "markdown-html"),
        ("en: Walks", "no: Turer", "19:27", "unknown-key"),
        ("    sv: Vi promenerar ofta.\n", "", "24:5", "missing-key"),
        ("sv: Vi promenerar ofta.", "sv: [Vi går]", "24:9", "not-text"),
        ("sv: Vi promenerar ofta.", "sv: ''", "24:5", "missing-key"),
        ("promenader:\n", "networks-work:\n", "18:1", "id-taken"),
        ("promenader:\n", "Promenader:\n", "18:1", "bad-id"),
        ("order: 60", "order: sist", "22:10", "not-a-whole-number"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(tmp_path: Path, before: str, after: str, place: str, code: str) -> None:
    assert before in WORKS
    assert (place, code) in told(project(tmp_path / "p", WORKS.replace(before, after)))


@pytest.mark.parametrize(
    ("name", "code"),
    [("Små verksamheter.yaml", "bad-id"), ("sma-verksamheter (1).yaml", "sync-copy"), ("andra.yml", "unexpected-file")],
)
def test_a_list_has_a_plain_name(tmp_path: Path, name: str, code: str) -> None:
    folder = project(tmp_path / "p")
    (folder / LIST).with_name(name).write_text(WORKS, encoding="utf-8")
    assert [fault.code for fault in diagnostics(folder)] == [code]


def test_a_list_that_cannot_be_read_makes_no_dead_references(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", WORKS + "sist: [\n")
    file = folder / "content" / "measures" / "lighting.md"
    file.write_text(f"{file.read_text(encoding='utf-8')}\nSe [](activity:simskola).\n", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load(folder)
    assert [fault.code for fault in raised.value.diagnostics] == ["yaml-bracket"]


def test_a_new_id_stands_in_the_list_and_in_what_refers_to_it(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    rename(folder, "lighting", "belysning")
    rename(folder, "simskola", "simskolan")
    text = (folder / LIST).read_text(encoding="utf-8")
    assert text == WORKS.replace("measure:lighting", "measure:belysning").replace("simskola:", "simskolan:")


def test_a_change_of_one_is_told_of_that_one(tmp_path: Path) -> None:
    before, after = project(tmp_path / "before"), project(tmp_path / "after", WORKS.replace("ofta.", "sällan."))
    drafts = (ContentSnapshot(load(folder), Labels(folder, "sv")) for folder in (before, after))
    (change,) = compare(*drafts).records
    assert (change.kind, change.id, [field.path for field in change.fields]) == (
        "activities",
        "promenader",
        [("text",)],
    )


def test_a_reviewers_words_find_their_line_and_are_written_there(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    anna = Reviewer(sent(folder, "application.sv", kept=True))
    anna.tracked("alla barn", "alla")
    anna.tracked("gratis", "billig")
    anna.tracked("promenerar ofta", "går")
    findings = review(folder, [anna.write()]).findings
    assert [str(finding.location) for finding in findings] == [f"{LIST}:{line}" for line in (24, 9, 12)]
    apply(folder, findings, proposals(folder, findings))
    wanted = WORKS.replace("alla barn", "alla").replace("gratis", "billig").replace("promenerar ofta", "går")
    assert (folder / LIST).read_text(encoding="utf-8") == wanted


def test_what_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    folder, memory = project(tmp_path / "p"), RecordMemory()
    first = load(folder, memory).records["sv"].activities["simskola"]
    assert load(folder, memory).records["sv"].activities["simskola"] is first
    (folder / LIST).write_text(WORKS.replace("alla barn", "alla"), encoding="utf-8")
    assert load(folder, memory).records["sv"].activities["simskola"] != first
