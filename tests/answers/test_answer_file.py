"""The file that goes back to a reviewer is read again as everybody reads it: by `review`, and by LibreOffice."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from safecomm.answers.answer_file import answer_file
from safecomm.diagnostic import ContentError
from safecomm.ooxml.opening import open_word_bytes
from safecomm.ooxml.walk import visible_text
from safecomm.ooxml.wordml import ID
from safecomm.redline.annotations import CHANGES, COMMENT_CALL
from safecomm.redline.stories import story_parts
from safecomm.review.decisions import DecidedFinding, ReviewChoice, ReviewDecision
from safecomm.review.moves import ADDED
from safecomm.review.review import review
from safecomm.review.review_finding import ReviewFinding
from tests.foreign.programs import as_libre_office, as_word, as_word_online
from tests.pdf.fake import needs_office
from tests.review.reviewer import Reviewer, project, run, sent
from tests.word.test_valid import needs_validator, sdk_errors

Save = Callable[[bytes], bytes]
US, DAY = "Solna stad", "2008-03-05"
SEX = "Sex områden."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


@pytest.fixture
def anna(root: Path) -> Reviewer:
    """Two tracked changes, a silent one and a comment with an answer."""
    anna = Reviewer(sent(root, kept=True))
    anna.comment("fast", "Vad menas?")
    anna.tracked("Sex", "Sju")
    anna.tracked("hela dagen", "dygnet runt")
    anna.silently("minska skadorna", "minska alla skador")
    return anna


def found(root: Path, file: Path) -> Sequence[ReviewFinding]:
    return review(root, [file]).findings


def decide(
    root: Path, copy: Path, about: str, choice: ReviewChoice, wording: str = "", answer: str = ""
) -> DecidedFinding:
    (finding,) = [finding for finding in found(root, copy) if finding.about == about]
    return DecidedFinding(finding, ReviewDecision(choice, wording, answer))


def answered(root: Path, copy: Path, *decisions: DecidedFinding) -> Sequence[ReviewFinding]:
    """What is read in the file that goes back."""
    file = root / "answer.docx"
    file.write_bytes(answer_file(copy, decisions, US, DAY))
    return found(root, file)


def changes(findings: Sequence[ReviewFinding], about: str) -> list[tuple[str, str, str, bool]]:
    return [
        (each.kind, each.text, each.author, each.silent)
        for each in findings
        if each.about == about and each.kind != "comment"
    ]


def comments(findings: Sequence[ReviewFinding]) -> list[tuple[str, str, str]]:
    return [(each.author, each.about, each.text) for each in findings if each.kind == "comment"]


def test_a_comment_is_answered_in_its_thread_and_resolved(root: Path, anna: Reviewer) -> None:
    anna.parts["word/commentsExtended.xml"] = anna.parts["word/commentsExtended.xml"].replace('done="1"', 'done="0"')
    copy = anna.write()
    (before,) = [finding for finding in found(root, copy) if finding.kind == "comment"]
    choices = {ReviewChoice.NOTED: False, ReviewChoice.ACCEPTED: True}
    for choice, resolved in choices.items():
        (thread,) = [
            finding
            for finding in answered(root, copy, decide(root, copy, "fast", choice, answer="Bestämd.\nSe sidan 3."))
            if finding.kind == "comment"
        ]
        assert [(each.who, each.text) for each in thread.answers] == [
            (("Bo", before.date), "Håller med."),
            ((US, f"{DAY}T00:00:00Z"), "Bestämd.\nSe sidan 3."),
        ]
        assert (thread.text, thread.resolved) == ("Vad menas?", resolved)


def test_what_was_accepted_is_our_change_of_the_draft(root: Path, anna: Reviewer) -> None:
    """Whether Word had tracked it or not; nothing is said that the file shows."""
    copy = anna.write()
    accepted = [decide(root, copy, about, ReviewChoice.ACCEPTED) for about in (SEX, "minska skadorna")]
    findings = answered(root, copy, *accepted)
    assert changes(findings, SEX) == [("edit", "Sju områden.", US, False)]
    assert changes(findings, "minska skadorna") == [("edit", "minska alla skador", US, False)]
    assert changes(findings, "Trygg hela dagen.") == [("edit", "Trygg dygnet runt.", "Anna", False)]
    assert [author for author, _, _ in comments(findings)] == ["Anna"]


def test_other_words_stand_with_what_was_proposed(root: Path, anna: Reviewer) -> None:
    copy = anna.write()
    findings = answered(
        root, copy, decide(root, copy, "Trygg hela dagen.", ReviewChoice.EDITED, "Trygg jämt.", "Bra tanke.")
    )
    assert changes(findings, "Trygg hela dagen.") == [("edit", "Trygg jämt.", US, False)]
    said = "Bra tanke.\nInfört med en annan lydelse. Förslaget var: Trygg dygnet runt."
    assert (US, "Trygg jämt.", said) in comments(findings)


def test_what_was_refused_stays_as_it_was_with_a_comment(root: Path, anna: Reviewer) -> None:
    copy = anna.write()
    refused = (
        decide(root, copy, SEX, ReviewChoice.REFUSED, answer="Det är sex."),
        decide(root, copy, "minska skadorna", ReviewChoice.REFUSED),
    )
    findings = answered(root, copy, *refused)
    assert changes(findings, SEX) == [("edit", "Sju områden.", "Anna", False)]
    assert [(text, silent) for _, text, _, silent in changes(findings, "minska skadorna")] == [
        ("minska alla skador", True)
    ]
    assert set(comments(findings)) >= {
        (US, "Sju områden.", "Det är sex.\nInte infört."),
        (US, "minska alla skador", "Inte infört. Utkastets lydelse står kvar: minska skadorna"),
    }


def test_what_is_only_noted_is_left_alone(root: Path, anna: Reviewer) -> None:
    copy = anna.write()
    findings = answered(
        root, copy, *(DecidedFinding(finding, ReviewDecision(ReviewChoice.NOTED)) for finding in found(root, copy))
    )
    assert [each._replace(file="") for each in findings] == [each._replace(file="") for each in found(root, copy)]


def test_a_file_without_comments_gets_its_first(root: Path) -> None:
    anna = Reviewer(sent(root, "application.en", kept=True))
    main = anna.parts["word/document.xml"]
    anna.parts["word/document.xml"] = main.replace("The measure is taken.", "The measure is planned.", 1)
    copy = anna.write()
    ((author, about, text),) = comments(
        answered(root, copy, decide(root, copy, "The measure is taken.", ReviewChoice.REFUSED))
    )
    assert (author, about) == (US, "The measure is planned.")
    assert text == "Not adopted. The words of the draft stand: The measure is taken."


def test_a_new_paragraph_is_inserted_by_us(root: Path, anna: Reviewer) -> None:
    before = anna.parts["word/document.xml"].index("<w:p>", anna.parts["word/document.xml"].index("Inriktningen är"))
    main = anna.parts["word/document.xml"]
    anna.parts["word/document.xml"] = f"{main[:before]}<w:p>{run('Nytt stycke.')}</w:p>{main[before:]}"
    copy = anna.write()
    (new,) = [finding for finding in found(root, copy) if finding.text == "Nytt stycke."]
    for decision in (
        DecidedFinding(new, ReviewDecision(ReviewChoice.ACCEPTED)),
        DecidedFinding(new, ReviewDecision(ReviewChoice.EDITED, "Ett annat.")),
    ):
        text = decision.decision.wording or new.text
        (told,) = [finding for finding in answered(root, copy, decision) if finding.text == text]
        assert (told.kind in ADDED, told.author, told.silent) == (True, US, False)


def test_what_has_no_place_in_the_file_is_told_at_its_beginning(root: Path, anna: Reviewer) -> None:
    main = anna.parts["word/document.xml"]
    start = main.rindex("<w:p>", 0, main.index("öka tryggheten"))
    anna.parts["word/document.xml"] = main[:start] + main[main.index("</w:p>", start) + len("</w:p>") :]
    copy = anna.write()
    findings = answered(
        root, copy, decide(root, copy, "öka tryggheten", ReviewChoice.REFUSED, answer="Det ska stå kvar.")
    )
    assert "Gäller ”öka tryggheten”\nDet ska stå kvar.\nInte infört." in [text for _, _, text in comments(findings)]


def test_links_notes_and_places_outlive_other_words(root: Path, anna: Reviewer) -> None:
    """The text has a note, which no decision on its words may touch."""
    anna.tracked(" gäller alla.", " gäller många.")
    copy = anna.write()
    (finding,) = [finding for finding in found(root, copy) if "många" in finding.text]
    wording = finding.about.replace("alla", "var och en")
    (told,) = changes(
        answered(root, copy, DecidedFinding(finding, ReviewDecision(ReviewChoice.EDITED, wording))), finding.about
    )
    assert told == ("edit", wording, US, False)


def test_an_object_in_the_changed_words_is_not_lost(root: Path, anna: Reviewer) -> None:
    anna.silently("öka tryggheten", "öka</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>tryggheten")
    copy = anna.write()
    findings = answered(root, copy, decide(root, copy, "öka tryggheten", ReviewChoice.EDITED, "öka all trygghet"))
    ((_, text, _, silent),) = changes(findings, "öka tryggheten")
    assert ("\t" in text, silent) == (True, True)
    assert "Infört med denna lydelse: öka all trygghet" in [text for _, _, text in comments(findings)]


def test_a_comment_about_a_note_stands_where_it_is_called(root: Path, anna: Reviewer) -> None:
    anna.silently("En not med", "En fotnot med", "word/footnotes.xml")
    copy = anna.write()
    (finding,) = [finding for finding in found(root, copy) if "fotnot" in finding.text]
    findings = answered(
        root, copy, DecidedFinding(finding, ReviewDecision(ReviewChoice.REFUSED, answer="Den heter not."))
    )
    ((about,),) = [[about] for author, about, text in comments(findings) if author == US and "heter not" in text]
    assert about.startswith("Programmet")


def test_every_mark_has_an_id_of_its_own(root: Path, anna: Reviewer) -> None:
    copy = anna.write()
    decisions = [
        DecidedFinding(finding, ReviewDecision(ReviewChoice.EDITED, f"Ord {number}."))
        for number, finding in enumerate(found(root, copy))
    ]
    package = open_word_bytes(answer_file(copy, decisions, US, DAY), "answer.docx")
    marks = [
        mark.get(ID, "") for part in story_parts(package) for mark in package.root(part).iter(*CHANGES, COMMENT_CALL)
    ]
    assert len(marks) > len(decisions)
    assert sorted(marks) == sorted(set(marks))


def test_the_same_decisions_give_the_same_bytes(root: Path, anna: Reviewer) -> None:
    copy = anna.write()
    decisions = [
        DecidedFinding(finding, ReviewDecision(ReviewChoice.REFUSED, answer="Nej.")) for finding in found(root, copy)
    ]
    assert answer_file(copy, decisions, US, DAY) == answer_file(copy.read_bytes(), decisions, US, DAY)


@pytest.mark.parametrize("save", [as_word, as_word_online])
def test_copies_of_other_programs_are_answered(save: Save, root: Path, anna: Reviewer) -> None:
    copy = anna.write()
    copy.write_bytes(save(copy.read_bytes()))
    decisions = [
        DecidedFinding(finding, ReviewDecision(ReviewChoice.ACCEPTED, answer="Tack.")) for finding in found(root, copy)
    ]
    findings = answered(root, copy, *decisions)
    assert {each.author for each in findings if each.kind == "edit"} == {US}
    assert sum("Tack." in text for _, _, text in comments(findings)) == 3


def test_a_text_too_long_to_compare_stays_and_is_told(root: Path, anna: Reviewer) -> None:
    copy = anna.write()
    wording = "ord " * 6_000
    findings = answered(root, copy, decide(root, copy, SEX, ReviewChoice.EDITED, wording))
    assert changes(findings, SEX) == [("edit", "Sju områden.", "Anna", False)]
    assert any(text.startswith("Infört med denna lydelse: ord ord") for _, _, text in comments(findings))


def test_what_nobody_could_place_is_not_told_without_an_answer(root: Path, anna: Reviewer) -> None:
    anna.replace("</dc:title>", " ny</dc:title>", "docProps/core.xml")
    copy = anna.write()
    (title,) = [finding for finding in found(root, copy) if finding.kind == "properties"]
    for answer, said in (("", []), ("Titeln står fast.", ["Titeln står fast."])):
        findings = answered(root, copy, DecidedFinding(title, ReviewDecision(ReviewChoice.REFUSED, answer=answer)))
        assert [text for author, _, text in comments(findings) if author == US] == said


def test_a_hostile_answer_steers_nothing(root: Path, anna: Reviewer) -> None:
    copy = anna.write()
    findings = answered(root, copy, decide(root, copy, SEX, ReviewChoice.REFUSED, answer="Nej\x1b[31m\x00 <w:p/> & så"))
    assert any(re.fullmatch(r"Nej \[31m  <w:p/> & så\nInte infört\.", text) for _, _, text in comments(findings))


def test_the_language_that_a_copy_names_is_no_path(root: Path, anna: Reviewer) -> None:
    refused = decide(root, anna.write(), SEX, ReviewChoice.REFUSED)
    anna.parts["docProps/custom.xml"] = anna.parts["docProps/custom.xml"].replace("programme.sv", "programme./../sv")
    data = answer_file(anna.write(), [refused], US, DAY)
    assert "Not adopted." in visible_text(open_word_bytes(data, "answer.docx").related_root("comments"))


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(ContentError):
        answer_file(b"%PDF-1.7", [], US, DAY)


@pytest.mark.slow
@needs_validator
def test_the_open_xml_sdk_finds_nothing(root: Path, anna: Reviewer) -> None:
    for part in ("word/comments.xml", "word/commentsExtended.xml"):
        anna.parts[part] = anna.parts[part].replace('"A1"', '"0000A100"').replace('"B2"', '"0000B200"')
    copy = anna.write()
    choices = (ReviewChoice.ACCEPTED, ReviewChoice.EDITED, ReviewChoice.REFUSED, ReviewChoice.NOTED)
    for shift in range(4):
        decisions = [
            DecidedFinding(finding, ReviewDecision(choices[(number + shift) % 4], "Nya ord.", "Svar."))
            for number, finding in enumerate(found(root, copy))
        ]
        file = root / "answer.docx"
        file.write_bytes(answer_file(copy, decisions, US, DAY))
        assert sdk_errors(file) == []


@needs_office
@pytest.mark.slow
def test_libre_office_shows_the_answers(root: Path, anna: Reviewer) -> None:
    copy = anna.write()
    decisions = [
        DecidedFinding(finding, ReviewDecision(ReviewChoice.ACCEPTED, answer="Tack för det."))
        for finding in found(root, copy)
    ]
    file = root / "answer.docx"
    file.write_bytes(as_libre_office(root, answer_file(copy, decisions, US, DAY)))
    findings = found(root, file)
    assert sum((author, text) == (US, "Tack för det.") for author, _, text in comments(findings)) == 4
    assert {each.author for each in findings if each.kind == "edit"} == {US}
