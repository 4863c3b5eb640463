"""Several reviewers' files as an editor sees them, decides on them, and has the decisions written."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from safecomm.diagnostic import ContentError
from safecomm.editing.init import Answers, init
from safecomm.review.chosen import disputed, hindered, undisputed, withdraw, write_chosen
from safecomm.review.decisions import ReviewChoice, ReviewDecision
from safecomm.review.kept_files import keep_decisions, kept_files, take_in
from safecomm.review.overview import ReviewItem, decided, find_in, places, receive
from safecomm.review.review import Reviewing
from tests.review.reviewer import Reviewer, project, sent
from tests.review.test_search import NEW_PROJECT, change

PROGRAMME = Path("content/programme.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project to which Anna and Bo have answered: they disagree on one text, and each has changed another."""
    root = project(tmp_path)
    copy = sent(root, kept=True)
    anna, bo = Reviewer(copy, "Anna"), Reviewer(copy, "Bo")
    anna.tracked("Sex", "Sju")
    anna.tracked("Inriktningen", "Riktningen")
    anna.comment("skador", "Hur många?")
    bo.tracked("Sex", "Fem")
    bo.tracked("fast", "tydlig")
    for reviewer in (anna, bo):
        take_in(root, f"{reviewer.author}.docx", reviewer.write().read_bytes())
    return root


def items(root: Path) -> list[ReviewItem]:
    reviewing = Reviewing(root)
    return [item for file in kept_files(root).files for item in decided(file, find_in(reviewing, file))]


def problems(root: Path) -> list[tuple[str, str]]:
    """The codes of what is wrong, each with the file that it is said of."""
    found = [find_in(Reviewing(root), file) for file in kept_files(root).files]
    return [(problem.code, problem.location.path) for in_file in found for problem in in_file.problems]


def item_of(root: Path, text: str) -> ReviewItem:
    (found,) = (item for item in items(root) if text in item.finding.text)
    return found


def choose(root: Path, chosen: Iterable[ReviewItem], choice: ReviewChoice, wording: str = "") -> None:
    for item in chosen:
        keep_decisions(root, {item.found.digest: {item.found.key: ReviewDecision(choice, wording)}})


def states(root: Path) -> dict[str, str]:
    return {
        item.finding.text: "written" if item.is_written else str(item.choice)
        for item in items(root)
        if item.finding.edit
    }


def test_all_reviewers_stand_together_at_the_place(root: Path) -> None:
    lines = (root / PROGRAMME).read_text(encoding="utf-8").splitlines()
    shown = {
        lines[place.location.line - 1]: [(item.finding.author, item.finding.text) for item in place.items]
        for place in places(items(root))
        if place.location
    }
    assert [*shown.items()] == [
        ("Inriktningen är fast.", [("Anna", "Riktningen är fast."), ("Bo", "Inriktningen är tydlig.")]),
        ("- minska skadorna", [("Anna", "Hur många?")]),
        ("Sex områden.", [("Anna", "Sju områden."), ("Bo", "Fem områden.")]),
    ]


def test_disputes_are_told_until_one_side_is_refused(root: Path) -> None:
    assert {item.finding.text for item in items(root) if item.found.key in disputed(items(root))} == {
        "Sju områden.",
        "Fem områden.",
    }
    assert {item.finding.text for item in undisputed(items(root))} == {"Riktningen är fast.", "Inriktningen är tydlig."}
    choose(root, [item_of(root, "Fem områden.")], ReviewChoice.REFUSED)
    assert disputed(items(root)) == set()


def test_what_is_chosen_is_written_once(root: Path) -> None:
    choose(root, undisputed(items(root)), ReviewChoice.ACCEPTED)
    choose(root, [item_of(root, "Sju områden.")], ReviewChoice.ACCEPTED)
    choose(root, [item_of(root, "Fem områden.")], ReviewChoice.REFUSED)
    before = (root / PROGRAMME).read_text(encoding="utf-8")
    assert len(write_chosen(root, items(root)).done) == 2
    after = (root / PROGRAMME).read_text(encoding="utf-8")
    assert after == before.replace("Inriktningen är fast.", "Riktningen är tydlig.").replace("Sex", "Sju")
    assert states(root) == {
        "Riktningen är fast.": "written",
        "Inriktningen är tydlig.": "written",
        "Sju områden.": "written",
        "Fem områden.": "refused",
    }
    assert write_chosen(root, items(root)).done == ()
    assert (root / PROGRAMME).read_text(encoding="utf-8") == after


def test_what_is_written_is_taken_out_again(root: Path) -> None:
    before = (root / PROGRAMME).read_bytes()
    choose(root, undisputed(items(root)), ReviewChoice.ACCEPTED)
    write_chosen(root, items(root))
    assert withdraw(root, [item_of(root, "Riktningen är fast.")]).left == ()
    assert (root / PROGRAMME).read_bytes() == before.replace(b"fast.", b"tydlig.")
    assert withdraw(root, [item_of(root, "Inriktningen är tydlig.")]).left == ()
    assert (root / PROGRAMME).read_bytes() == before


def test_all_that_was_written_of_a_text_is_taken_out_at_once(root: Path) -> None:
    before = (root / PROGRAMME).read_bytes()
    choose(root, undisputed(items(root)), ReviewChoice.ACCEPTED)
    write_chosen(root, items(root))
    assert withdraw(root, items(root)).left == ()
    assert (root / PROGRAMME).read_bytes() == before


def test_what_was_changed_by_hand_since_is_not_taken_out(root: Path) -> None:
    item = item_of(root, "Sju områden.")
    choose(root, [item], ReviewChoice.ACCEPTED)
    write_chosen(root, items(root))
    change(root, ("Sju områden.", "Sju områden, minst."))
    assert withdraw(root, [item_of(root, "Sju områden.")]).left == ()
    assert "\nSex områden, minst.\n" in (root / PROGRAMME).read_text(encoding="utf-8")
    choose(root, [item], ReviewChoice.ACCEPTED)
    write_chosen(root, items(root))
    change(root, ("Sju områden, minst.", "Sjutton områden."))
    assert withdraw(root, [item_of(root, "Sju områden.")]).done == ()


def test_the_editor_may_word_it_anew(root: Path) -> None:
    before = (root / PROGRAMME).read_text(encoding="utf-8")
    both = [item_of(root, "Sju områden."), item_of(root, "Fem områden.")]
    choose(root, both, ReviewChoice.EDITED, 'Fyra "stora" områden.')
    assert disputed(items(root)) == set()
    assert len(write_chosen(root, items(root)).done) == 1
    assert (root / PROGRAMME).read_text(encoding="utf-8") == before.replace("Sex områden.", "Fyra ”stora” områden.")
    assert states(root)["Sju områden."] == states(root)["Fem områden."] == "written"
    assert write_chosen(root, items(root)).done == ()
    withdraw(root, [item_of(root, "Sju områden.")])
    assert (root / PROGRAMME).read_text(encoding="utf-8") == before


def test_a_wording_that_is_more_than_words_says_why_it_waits(root: Path) -> None:
    carin = Reviewer(root / "build" / "programme.sv.docx", "Carin")
    carin.tracked("En not med", "En fotnot med", "word/footnotes.xml")
    take_in(root, "Carin.docx", carin.write().read_bytes())
    item = item_of(root, "En fotnot med")
    choose(root, [item], ReviewChoice.EDITED, "En not utan.")
    assert hindered(root, items(root)) == {item.found.key: "markup"}
    assert write_chosen(root, items(root)).done == ()
    choose(root, [item], ReviewChoice.EDITED, "Not med en länk.")
    assert hindered(root, items(root)) == {}
    assert len(write_chosen(root, items(root)).done) == 1


def test_a_comment_stands_beside_its_text_and_is_settled_when_it_is_noted(root: Path) -> None:
    comment = next(item for item in items(root) if item.finding.kind == "comment")
    assert "skador" in comment.finding.passage
    assert (comment.is_settled, comment.can_be_written, comment.can_be_edited) == (False, False, False)
    choose(root, [comment], ReviewChoice.NOTED)
    assert next(item for item in items(root) if item.finding.kind == "comment").is_settled
    assert write_chosen(root, items(root)).done == ()


def test_one_bad_file_does_not_keep_the_others_from_being_read(root: Path) -> None:
    before = items(root)
    take_in(root, "skräp.docx", b"PK\x03\x04 no zip")
    assert items(root) == before
    assert problems(root) == [("docx-not-word", "skräp.docx")]


def test_a_draft_that_nobody_has_kept_is_told_and_taken_all_the_same(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.tracked("Sex", "Sju")
    copy = anna.write()
    change(root, ("Allt följs upp.", "Allt följs noga upp."))
    assert receive(Reviewing(root), copy).name == "Anna.docx"
    assert problems(root) == [("review-draft-lost", "Anna.docx")]
    assert item_of(root, "Sju områden.").can_be_written


@pytest.mark.parametrize(("broken", "code"), [("damaged", "docx-not-word"), ("pasted", "review-not-ours")])
def test_what_cannot_be_reviewed_is_not_kept(tmp_path: Path, broken: str, code: str) -> None:
    root = project(tmp_path)
    copy = Reviewer(sent(root))
    copy.replace("SafecommBuild", "Other", "docProps/custom.xml")
    file = copy.write()
    if broken == "damaged":
        file.write_bytes(file.read_bytes()[:-200])
    assert refused(root, file) == [(code, file.name)]


def test_a_file_of_another_community_is_not_kept(tmp_path: Path) -> None:
    for name in ("Ena", "Andra"):
        init(tmp_path / name, Answers(f"{name} kommun", **NEW_PROJECT), "sv")
    file = sent(tmp_path / "Andra")
    assert refused(tmp_path / "Ena", file) == [("review-foreign", file.name)]


def refused(root: Path, file: Path) -> list[tuple[str, str]]:
    """The codes and names of files for which it is not kept."""
    with pytest.raises(ContentError) as caught:
        receive(Reviewing(root), file)
    assert kept_files(root).files == ()
    return [(fault.code, fault.location.path) for fault in caught.value.diagnostics]
