"""What changed between two contents, in the words that the editor reads."""

import shutil
from pathlib import Path
from typing import Literal

import pytest

from safecomm.changes import change_lines
from safecomm.changes.change_lines import TEXT
from safecomm.changes.compare import Changes
from safecomm.comparison import Version, compare_drafts, load_drafts
from safecomm.content.kept_records import KeptRecords
from tests.changes.drafts import Edit, copied, everywhere, moved, removed, replaced, written

LIGHTING = "measures/lighting.md"
NEW = "---\ntitle: Nytt\ncriterion: networks\norder: 5\nresponsible: polisen\nstatus: planned\n---\n\nNy text.\n"


def after(folder: Path, *edits: Edit, language: Literal["sv", "en"] = "sv") -> Changes:
    old, new = copied(folder / "old"), copied(folder / "new")
    for edit in edits:
        edit(new)
    return between(old, new, language)


def between(old: Path, new: Path, language: Literal["sv", "en"] = "sv") -> Changes:
    return compare_drafts(*load_drafts(Version(old), Version(new), language))


def lines(changes: Changes) -> list[str]:
    """Without the heading."""
    return change_lines.summary(changes, "1", "2", TEXT).splitlines()[2:]


def records(changes: Changes) -> list[str]:
    """Without what follows."""
    return lines(changes._replace(appeared=(), vanished=()))


def test_nothing(tmp_path: Path) -> None:
    assert lines(after(tmp_path)) == ["inget har ändrats"]


def test_what_is_read_is_kept_of_a_project_and_not_of_a_revision(tmp_path: Path) -> None:
    old, project, exported = (copied(tmp_path / name) for name in ("old", "project", "exported"))
    for after in (Version(project), Version(exported, "HEAD")):
        load_drafts(Version(old), after, "sv")
    assert [len(KeptRecords(folder).made) > 0 for folder in (old, project, exported)] == [False, True, False]


ONE = [
    (
        replaced(LIGHTING, "responsible: kansliet", "responsible: polisen"),
        "Insatsen lighting: ansvarig Kansliet → Polisen",
        "The measure lighting: responsible Executive Office → Police",
    ),
    (
        replaced(LIGHTING, "responsible: kansliet\n", ""),
        "Insatsen lighting: ansvarig: utgick Kansliet",
        "The measure lighting: responsible: removed Executive Office",
    ),
    (
        replaced(LIGHTING, "[polisen]", "[polisen, styrelsen, council]"),
        "Insatsen lighting: i samverkan med: tillkom Styrelsen, Trygghetsrådet",
        "The measure lighting: in collaboration with: added Executive Board, the Safety Council",
    ),
    (
        replaced(LIGHTING, "[children, older]", "[older, children]"),
        "Insatsen lighting: åldrar: ny ordning: Äldre 65 år och över, Barn 0–14 år",
        "The measure lighting: ages: new order: Older people 65 and over, Children 0–14",
    ),
    (
        replaced(LIGHTING, "status: planned", "status: ongoing"),
        "Insatsen lighting: status planerad → pågående",
        "The measure lighting: status planned → ongoing",
    ),
    (
        replaced(LIGHTING, "Insatsen görs.", "Insatsen görs varje höst."),
        "Insatsen lighting: text: Insatsen görs{+ varje höst+}.",
        "The measure lighting: text: Insatsen görs{+ varje höst+}.",
    ),
    (
        replaced("measures/lighting.en.md", "title: Lighting", "title: Lights"),
        "Insatsen lighting: rubrik, på engelska Lighting → Lights",
        "The measure lighting: title, in English Lighting → Lights",
    ),
    (
        replaced("organisations.yaml", "name: {sv: Polisen, en: Police}", "name: {sv: Polisen, en: The Police}"),
        "Organisationen polisen: namn, på engelska Police → The Police",
        "The organisation polisen: name, in English Police → The Police",
    ),
    (
        replaced("evidence.yaml", "period: 2005-2008", "period: 2005-2009"),
        "Underlaget registret: period 2005–2008 → 2005–2009",
        "The evidence registret: period 2005–2008 → 2005–2009",
    ),
    (
        replaced("statistics/inhabitants.csv", "12 345", "0"),
        "Statistiken inhabitants: värden, 2008, värde 12\u00a0345 → 0",
        "The statistics inhabitants: figures, 2008, value 12,345 → 0",
    ),
    (
        written("measures/new.md", NEW),
        "Insatsen new ”Nytt” har tillkommit",
        "The measure new “Nytt” has been added",
    ),
    (
        removed("projects/exchange.md", "projects/exchange.en.md"),
        "Projektet exchange ”Utbytet” har utgått",
        "The project exchange “The exchange” has been removed",
    ),
]


@pytest.mark.parametrize(("edit", "swedish", "english"), ONE)
def test_one_change_is_one_line(tmp_path: Path, edit: Edit, swedish: str, english: str) -> None:
    assert records(after(tmp_path / "sv", edit)) == [swedish]
    assert records(after(tmp_path / "en", edit, language="en")) == [english]


def test_several_fields_stand_below_their_record(tmp_path: Path) -> None:
    edits = replaced(LIGHTING, "order: 10", "order: 0"), replaced(LIGHTING, "status: planned", "status: ongoing")
    assert records(after(tmp_path, *edits)) == [
        "Insatsen lighting:",
        "    ordning 10 → 0",
        "    status planerad → pågående",
    ]


def test_a_text_wrapped_anew_or_moved_in_its_file_is_the_same(tmp_path: Path) -> None:
    changes = after(
        tmp_path,
        replaced(LIGHTING, "Insatsen görs.", "\n\nInsatsen\ngörs."),
        replaced(LIGHTING, "status: planned\n", ""),
        replaced(LIGHTING, "title: Belysning\n", "status: planned\ntitle: Belysning\n"),
    )
    assert records(changes) == ["inget har ändrats"]


@pytest.mark.parametrize(
    ("text_", "shown"),
    [
        ("Insatsen *görs*.", "Insatsen {+*+}görs{+*+}."),
        ("Insatsen [görs](https://localhost).", "Insatsen {+[+}görs{+](https://localhost)+}."),
        ("Insatsen görs.[^1]\n\n[^1]: Hos polisen.", "Insatsen görs.{+[^1]+}"),
    ],
)
def test_what_is_not_a_word_counts_as_well(tmp_path: Path, text_: str, shown: str) -> None:
    found = records(after(tmp_path, replaced(LIGHTING, "Insatsen görs.", text_)))
    assert any(line.endswith(f"text: {shown}") for line in found)


def test_members_are_the_same_when_their_organisation_has_got_another_id(tmp_path: Path) -> None:
    old = copied(tmp_path / "old")
    members = "\n  members:\n    - organisation: polisen\n      role: {sv: chef, en: head}\n"
    written("groups.yaml", f"fall:\n  name: {{sv: Fall, en: Falls}}{members}")(old)
    replaced("council.md", "---\n\n", members.replace("\n  ", "\n").lstrip() + "---\n\n")(old)
    new = Path(shutil.copytree(old, tmp_path / "new"))
    everywhere("polisen", "ordningen")(new)
    replaced("groups.yaml", "fall:", "fallgruppen:")(new)
    assert lines(between(old, new)) == [
        "Gruppen fall heter nu fallgruppen",
        "Organisationen polisen heter nu ordningen",
    ]


def test_the_same_content_with_another_id_is_renamed(tmp_path: Path) -> None:
    changes = after(
        tmp_path,
        moved(LIGHTING, "measures/lamps.md"),
        moved("measures/lighting.en.md", "measures/lamps.en.md"),
        everywhere("[lighting]", "[lamps]"),
        everywhere("polisen", "ordningen"),
    )
    assert lines(changes) == ["Insatsen lighting heter nu lamps", "Organisationen polisen heter nu ordningen"]


def test_a_criterion_that_lost_its_only_evidence(tmp_path: Path) -> None:
    changes = after(tmp_path, replaced("evidence.yaml", "evaluation, networks]", "evaluation]"))
    assert lines(changes) == [
        "Underlaget registret: kriterier: utgick Utbyte",
        "",
        "Det som följer:",
        "",
        "    ny lucka: kriterium 6, ”Utbyte”, har inget underlag",
    ]


def test_a_gap_that_is_filled(tmp_path: Path) -> None:
    old, new = copied(tmp_path / "old"), copied(tmp_path / "new")
    replaced(LIGHTING, "responsible: kansliet\n", "")(old)
    replaced(LIGHTING, "title: Belysning", "title: Ljus")(new)
    (new / "content/measures/lighting.en.md").unlink()
    found = between(old, new)
    assert [each.code for each in found.vanished] == ["no-responsible"]
    assert [each.code for each in found.appeared] == ["untranslated"]


def test_templates_are_compared_by_their_bytes(tmp_path: Path) -> None:
    old, new = copied(tmp_path / "old"), copied(tmp_path / "new")
    for project, data in ((old, b"1\r\n"), (new, b"1\n")):
        (project / "templates").mkdir()
        (project / "templates" / "application.docx").write_bytes(data)
    (new / "templates" / "programme.docx").write_bytes(b"")
    assert lines(between(old, new)) == ["Mallfilen templates/programme.docx har tillkommit"]
