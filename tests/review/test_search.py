"""The draft of a returned copy is found wherever it may be, and without it nothing is set back."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from safecomm.catalogue import templates
from safecomm.diagnostic import ContentError
from safecomm.drafts import store
from safecomm.drafts.kept import read_kept
from safecomm.editing.init import Answers, init
from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.package import Package
from safecomm.review.apply import apply, proposals
from safecomm.review.review import Review, review
from tests.bilingual import DOCUMENTS
from tests.review.reviewer import Reviewer, git, project, run, sent

PROGRAMME = "content/programme.md"
MAIN = "word/document.xml"


def change(root: Path, *changes: tuple[str, str], path: str = PROGRAMME) -> None:
    text = (root / path).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (root / path).write_text(text, encoding="utf-8")


LATER = (("Sex områden.", "Alla\n\nsex områden."), ("Allt följs upp.", "Allt följs noga upp."))
"""What the content says after the draft was sent."""


def copy_of(docx: Path) -> Path:
    """As a reviewer returns it without having touched it."""
    return Path(shutil.copy(docx, docx.parent.parent / f"returned.{docx.name}"))


def said(found: Review) -> list[tuple[str, str, str, bool, bool]]:
    """Kind, texts, whether nobody knows whose it is, and whether it can be written."""
    return [(each.kind, each.about, each.text, each.differs, each.edit is not None) for each in found.findings]


def codes(found: Review) -> list[str]:
    return [note.code for note in found.notes]


@pytest.mark.parametrize("document", [document.stem for document in DOCUMENTS])
def test_a_kept_draft_serves_without_git_and_after_the_content_has_changed(tmp_path: Path, document: str) -> None:
    root = project(tmp_path)
    copy = copy_of(sent(root, document, kept=True))
    change(root, *LATER)
    change(root, ("title:", "title: Ny"), path="content/measures/lighting.md")
    assert review(root, [copy]) == Review((), ())


def test_a_kept_draft_of_unchanged_content_needs_no_content_and_builds_no_document(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root, kept=True))
    anna.tracked("Sex", "Sju")
    anna.write()
    command = "from safecomm.cli.main import main; import sys; sys.argv[1:] = ['review', 'build/Anna.docx']; main()"
    libraries = ("pydantic", "yaml", "markdown_it", "jinja2", "docxtpl")
    tell = f"import atexit, sys; atexit.register(lambda: print(*sorted(sys.modules.keys() & {libraries})))"
    result = subprocess.run([sys.executable, "-c", f"{tell}; {command}"], cwd=root, capture_output=True, text=True)
    assert result.stdout.splitlines()[-2:] == ["0 kommentarer, 1 ändring, varav 1 kan skrivas in med --apply", ""]


def test_a_text_of_unchanged_content_stands_where_its_kept_draft_says(tmp_path: Path) -> None:
    root = project(tmp_path)
    draft = sent(root, kept=True)
    anna = Reviewer(draft)
    anna.tracked("Sex", "Sju")
    copy = anna.write()
    kept = review(root, [copy])
    assert [each.edit is not None for each in kept.findings] == [True]
    shutil.rmtree(root / ".safecomm")
    assert review(root, [copy]) == kept


def test_a_kept_draft_serves_after_an_upgrade_of_the_templates(tmp_path: Path) -> None:
    root = project(tmp_path)
    shutil.copytree(templates(root), root / "templates")
    anna = Reviewer(sent(root, kept=True))
    anna.tracked("fast", "tydlig")
    copy = anna.write()
    phrases = root / "templates" / "phrases.sv.jinja"
    phrases.write_text(phrases.read_text(encoding="utf-8").replace("Ansvarig", "Ansvar"), encoding="utf-8")
    assert "Ansvar" in phrases.read_text(encoding="utf-8")
    found = review(root, [copy])
    assert codes(found) == []
    assert said(found) == [("edit", "Inriktningen är fast.", "Inriktningen är tydlig.", False, True)]


def test_what_a_later_program_makes_of_the_same_content_is_told_apart(tmp_path: Path) -> None:
    root = project(tmp_path)
    copy = copy_of(sent(root, kept=True))
    (kept,) = (root / ".safecomm" / "drafts").iterdir()
    early = kept.read_bytes()
    os.utime(kept, (1, 1))
    draft = read_kept(kept)
    parts = Package(draft.docx).parts()
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"fast", b"tydlig")
    store.keep(root, [draft._replace(docx=write_parts(parts))])
    assert kept.read_bytes() == early
    assert review(root, [copy]) == Review((), ())


def test_several_copies_of_several_drafts(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root, kept=True), "Anna")
    anna.tracked("fast", "tydlig")
    first = anna.write()
    change(root, ("Sex områden.", "Alla områden."))
    bo = Reviewer(sent(root, kept=True), "Bo")
    bo.tracked("Alla", "Några")
    found = review(root, [first, bo.write()])
    assert codes(found) == []
    assert [(each.author, each.text) for each in found.findings] == [
        ("Anna", "Inriktningen är tydlig."),
        ("Bo", "Några områden."),
    ]


def reviewed(docx: Path) -> Path:
    """Three changes: one tracked, one silent, and both in one text."""
    anna = Reviewer(docx)
    anna.tracked("fast", "tydlig")
    anna.silently("minska skadorna", "minska alla skador")
    anna.silently("Sex områden.", "Sex stora områden.")
    anna.tracked("Sex", "Sju")
    return anna.write()


def test_without_the_draft_only_what_is_tracked_and_stands_now_is_written(tmp_path: Path) -> None:
    root = project(tmp_path)
    copy = reviewed(sent(root))
    change(root, ("öka tryggheten", "öka all trygghet"))
    found = review(root, [copy])
    assert codes(found) == ["review-draft-lost"]
    assert set(said(found)) == {
        ("edit", "Inriktningen är fast.", "Inriktningen är tydlig.", False, True),
        ("edit", "minska skadorna", "minska alla skador", True, False),
        ("edit", "Sex områden.", "Sex stora områden.", True, False),
        ("edit", "Sex stora områden.", "Sju stora områden.", False, False),
        ("edit", "öka all trygghet", "öka tryggheten", True, False),
    }
    assert {each.author for each in found.findings if each.differs} == {""}
    apply(root, found.findings, proposals(root, found.findings))
    text = (root / PROGRAMME).read_text(encoding="utf-8")
    assert [words in text for words in ("är tydlig.", "all trygghet", "Sex områden.", "minska skadorna")] == [True] * 4


def test_without_the_draft_a_look_is_told_of_a_text_that_has_changed_since(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    bold = run("fast").replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
    anna.silently(run("Inriktningen är fast."), run("Inriktningen är ") + bold + run("."))
    change(root, ("Inriktningen är", "Vår inriktning är"))
    found = review(root, [anna.write()])
    assert [(each.kind, each.text) for each in found.findings if each.location and each.location.line == 24] == [
        ("edit", "Inriktningen är fast."),
        ("formatting", "fast"),
    ]


@pytest.mark.parametrize(
    ("later", "kinds"),
    [
        ("Inriktningen är fast i många år.", ["moved", "edit", "formatting", "layout"]),
        ("Helt andra ord står nu här.", ["added", "formatting", "layout"]),
    ],
)
def test_without_the_draft_how_a_text_looks_is_told_wherever_it_stands_now(
    later: str, kinds: list[str], tmp_path: Path
) -> None:
    """Or where it stands no more."""
    root = project(tmp_path)
    change(root, ("Inriktningen är fast.", "Inriktningen är fast i alla år.\n\nOch tydlig."))
    anna = Reviewer(sent(root))
    bold = run("fast").replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
    text = run("Inriktningen är fast i alla år.")
    anna.silently(text, run("Inriktningen är ") + bold + run(" i alla år."))
    start = anna.parts[MAIN].rindex("<w:p>", 0, anna.parts[MAIN].index(bold))
    old = anna.parts[MAIN][start : anna.parts[MAIN].index("</w:p>", start)]
    anna.silently(old, old.replace("</w:pPr>", '<w:shd w:val="clear" w:fill="FFFF00"/></w:pPr>'))
    change(root, ("Inriktningen är fast i alla år.\n\n", ""), ("Sex områden.", f"Sex områden.\n\n{later}"))
    found = [each for each in review(root, [anna.write()]).findings if each.places or each.kind in kinds]
    assert [each.kind for each in found if each.kind != "removed"] == kinds
    assert [each.text for each in found if each.kind == "formatting"] == ["fast"]
    assert all(each.location or each.heading for each in found)


def test_a_given_draft_places_a_first_text_that_is_gone_beside_the_next(tmp_path: Path) -> None:
    root = project(tmp_path)
    docx = sent(root)
    draft = copy_of(docx)
    anna = Reviewer(docx)
    anna.tracked("Trygg hela dagen", "Trygg hela dygnet")
    change(root, ("# motto\n\nTrygg hela dagen.\n\n", ""))
    (finding,) = review(root, [anna.write()], [draft]).findings
    assert (finding.text, str(finding.location)) == ("Trygg hela dygnet.", "content/programme.md:14")


def test_without_the_draft_an_untouched_copy_sets_nothing_back(tmp_path: Path) -> None:
    root = project(tmp_path)
    copies = [copy_of(sent(root, document.stem)) for document in DOCUMENTS]
    change(root, *LATER)
    found = review(root, copies)
    assert codes(found) == ["review-draft-lost"] * len(copies)
    assert found.findings
    assert {(each.differs, each.edit) for each in found.findings} == {(True, None)}


def test_without_the_draft_a_tracked_change_of_a_text_that_is_gone_is_still_told(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.tracked("fast", "tydlig")
    copy = anna.write()
    change(root, ("Inriktningen är fast.", "Helt andra ord står nu här i stället."))
    change(root, ("Sex områden.", "Sex områden.\n\nOch ett stycke till."))
    found = review(root, [copy])
    assert ("edit", "Inriktningen är fast.", "Inriktningen är tydlig.", False, False) in said(found)


def test_without_the_draft_a_change_behind_the_end_of_what_the_content_says_is_told(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.tracked("fast.", "fast och tydlig.")
    copy = anna.write()
    change(root, ("Inriktningen är fast.", "Inriktningen är."))
    assert set(said(review(root, [copy]))) == {
        ("edit", "Inriktningen är.", "Inriktningen är fast.", True, False),
        ("edit", "Inriktningen är fast.", "Inriktningen är fast och tydlig.", False, False),
    }


def test_without_the_draft_what_was_written_in_already_is_nothing(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.tracked("fast", "tydlig")
    copy = anna.write()
    change(root, ("är fast.", "är tydlig."))
    assert said(review(root, [copy])) == []


def test_the_sent_file_serves_where_nothing_was_kept(tmp_path: Path) -> None:
    root = project(tmp_path)
    docx = sent(root)
    draft = copy_of(docx)
    anna = Reviewer(docx)
    anna.tracked("fast", "tydlig")
    anna.silently("Sex områden.", "Sex stora områden.")
    copy = anna.write()
    change(root, ("Sex områden.", "Sex områden i år."), ("Allt följs upp.", "Helt andra ord.\n\nOch fler."))
    found = review(root, [copy], [draft])
    assert codes(found) == []
    assert [(each.about, each.text, str(each.location)) for each in found.findings] == [
        ("Inriktningen är fast.", "Inriktningen är tydlig.", place(root, "Inriktningen är fast.")),
        ("Sex områden.", "Sex stora områden.", place(root, "Sex områden i år.")),
    ]
    apply(root, found.findings, proposals(root, found.findings))
    assert "Sex stora områden i år." in (root / PROGRAMME).read_text(encoding="utf-8")


def place(root: Path, text: str) -> str:
    lines = (root / PROGRAMME).read_text(encoding="utf-8").splitlines()
    return f"{PROGRAMME}:{next(number for number, line in enumerate(lines, start=1) if text in line)}"


def test_a_text_whose_file_is_gone_hinders_no_other(tmp_path: Path) -> None:
    root = project(tmp_path)
    note = root / "content" / "measures" / "extra.md"
    note.write_text((root / "content" / "measures" / "lighting.md").read_text(encoding="utf-8"), encoding="utf-8")
    change(root, ("Insatsen görs.", "Detta är extra."), path="content/measures/extra.md")
    anna = Reviewer(sent(root, kept=True))
    anna.tracked("Detta är extra.", "Detta var extra.")
    anna.tracked("fast", "tydlig")
    copy = anna.write()
    note.unlink()
    made = proposals(root, review(root, [copy]).findings)
    assert [(each.location.path, each.wanted, each.reason) for each in made] == [
        ("content/measures/extra.md", None, "gone"),
        (PROGRAMME, "Inriktningen är tydlig.", ""),
    ]


def test_what_has_no_certain_place_is_shown_near_the_text_before_it(tmp_path: Path) -> None:
    root = project(tmp_path)
    docx = sent(root)
    draft = copy_of(docx)
    anna = Reviewer(docx)
    anna.tracked("fast", "tydlig")
    copy = anna.write()
    change(root, ("Inriktningen är fast.", "Helt andra ord står nu här i stället."))
    (found,) = review(root, [copy], [draft]).findings
    assert (found.text, found.fact, found.edit) == ("Inriktningen är tydlig.", "", None)
    assert found.location
    lines = (root / PROGRAMME).read_text(encoding="utf-8").splitlines()
    assert (found.location.path, lines[found.location.line - 1]) == (PROGRAMME, "Programmet[^1] gäller alla.")


def test_a_file_that_is_not_the_draft_is_refused(tmp_path: Path) -> None:
    root = project(tmp_path)
    docx = sent(root)
    copy = reviewed(docx)
    other = sent(root, "application.sv")
    with pytest.raises(ContentError) as caught:
        review(root, [copy], [other, copy, tmp_path / "none.docx"])
    assert sorted(fault.code for fault in caught.value.diagnostics) == [
        "docx-missing",
        "review-draft-changed",
        "review-other-draft",
    ]


def test_a_shallow_clone_has_not_the_draft(tmp_path: Path) -> None:
    root, clone = project(tmp_path / "project"), tmp_path / "clone"
    git(root, "init", "-q")
    git(root, "add", "content")
    git(root, "commit", "-qm", "Utskickat")
    docx = sent(root)
    draft = copy_of(docx)
    copy = reviewed(docx)
    change(root, *LATER)
    git(root, "commit", "-qam", "Efteråt")
    git(tmp_path, "clone", "-q", "--depth=1", root.as_uri(), str(clone))
    found = review(clone, [copy])
    assert codes(found) == ["review-draft-lost"]
    assert [each.text for each in found.findings if each.edit] == ["Inriktningen är tydlig."]
    given, in_git = review(clone, [copy], [draft]), review(root, [copy])
    assert [each[:4] for each in said(given)] == [each[:4] for each in said(in_git)]
    assert [each.edit is not None for each in given.findings] == [True, True, True]


def test_why_git_gave_no_draft_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path)
    copies = [copy_of(sent(root, document.stem)) for document in DOCUMENTS]
    change(root, *LATER)
    git(root, "init", "-q")
    (root / ".git" / "config").write_text("[core\n", encoding="utf-8")
    assert codes(review(root, copies)) == ["review-git-fails", *["review-draft-lost"] * len(copies)]
    monkeypatch.setenv("PATH", "")
    assert codes(review(root, copies)) == ["review-git-missing", *["review-draft-lost"] * len(copies)]


def test_a_damaged_store_is_told_and_misleads_nobody(tmp_path: Path) -> None:
    root = project(tmp_path)
    copy = copy_of(sent(root, kept=True))
    (kept,) = (root / ".safecomm" / "drafts").iterdir()
    kept.write_bytes(kept.read_bytes()[:-100])
    assert (codes(review(root, [copy])), review(root, [copy]).findings) == (["draft-damaged"], ())
    change(root, *LATER)
    assert codes(review(root, [copy])) == ["draft-damaged", "review-draft-lost"]


NEW_PROJECT: Any = {
    "country": "Sverige",
    "county": "Län",
    "code": "0001",
    "languages": ("sv", "en"),
    "criteria_set": "sc6-2002",
}


def test_its_own_draft_is_never_foreign(tmp_path: Path) -> None:
    """However much has been written since: it names this community, or has a text of it."""
    root, renamed = project(tmp_path / "one"), project(tmp_path / "renamed")
    copy = copy_of(sent(root))
    for file in (root / "content").rglob("*.md"):
        file.write_text(
            re.sub(r"(?m)^([^#\[-].*)\.$", r"Nytt om \1.", file.read_text(encoding="utf-8")), encoding="utf-8"
        )
    change(root, ("öka tryggheten", "bygga"), ("minska skadorna", "laga"), ("En not med", "Not:"))
    assert codes(review(root, [copy])) == ["review-draft-lost"]
    change(renamed, ("name: Exempelby kommun", "name: Nya kommunen"), path="content/community.md")
    assert codes(review(renamed, [copy])) == ["review-draft-lost"]


def test_a_new_project_of_another_community_is_foreign(tmp_path: Path) -> None:
    """Though both have the same texts to fill in."""
    for name in ("Ena", "Andra"):
        init(tmp_path / name, Answers(f"{name} kommun", **NEW_PROJECT), "sv")
    docx = sent(tmp_path / "Andra")
    copy = copy_of(docx)
    with pytest.raises(ContentError) as caught:
        review(tmp_path / "Ena", [copy])
    assert [fault.code for fault in caught.value.diagnostics] == ["review-foreign"]
    # A community may have got its name after it sent the draft: who has the file that was sent can say so.
    assert codes(review(tmp_path / "Ena", [copy], [docx])) == []
