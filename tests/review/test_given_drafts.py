"""Drafts that were sent and are lost here, given by whoever still has them."""

from pathlib import Path

import pytest

from safecomm.diagnostic import ContentError
from safecomm.review.given_drafts import give_draft, given_drafts, given_files, take_back
from safecomm.review.review import Reviewing
from tests.review.reviewer import Reviewer, members, project, saved, sent
from tests.review.test_search import LATER, change, codes


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


@pytest.fixture
def draft(root: Path) -> Path:
    """Kept nowhere; the content has changed since."""
    draft = sent(root)
    change(root, *LATER)
    return draft


def found(root: Path, copy: Path) -> tuple[list[str], list[str]]:
    """What the reviewer made of it, and what is said of the file."""
    review = Reviewing(root).review(copy, copy.name)
    return [finding.text for finding in review.findings], codes(review)


def test_with_the_draft_only_what_the_reviewer_did_is_told(root: Path, draft: Path) -> None:
    anna = Reviewer(draft)
    anna.tracked("Inriktningen", "Riktningen")
    copy = anna.write()
    assert found(root, copy)[1] == ["review-draft-lost"]
    give_draft(root, draft)
    assert found(root, copy) == (["Riktningen är fast."], [])
    take_back(root, given_files(root)[0].name)
    assert found(root, copy)[1] == ["review-draft-lost"]


def test_a_copy_that_does_not_say_its_draft_is_that_of_the_only_one_given(root: Path, draft: Path) -> None:
    anna = Reviewer(draft)
    anna.tracked("Inriktningen", "Riktningen")
    nameless = saved(root / "nameless.docx", {**members(anna.write()), "docProps/custom.xml": "<Properties/>"})
    assert found(root, nameless)[1] == ["review-not-ours"]
    give_draft(root, draft)
    assert found(root, nameless) == (["Riktningen är fast."], [])


def test_only_a_draft_as_it_was_sent_is_taken(root: Path, draft: Path) -> None:
    anna = Reviewer(draft)
    anna.tracked("Inriktningen", "Riktningen")
    other = root / "other.docx"
    other.write_bytes(b"no zip")
    for file, code in ((anna.write(), "review-draft-changed"), (other, "docx-not-word")):
        with pytest.raises(ContentError) as refusal:
            give_draft(root, file)
        assert [fault.code for fault in refusal.value.diagnostics] == [code]
    assert given_files(root) == ()


def test_one_that_is_damaged_meanwhile_counts_as_not_there(root: Path, draft: Path) -> None:
    give_draft(root, draft)
    (file,) = given_files(root)
    file.write_bytes(b"no zip")
    drafts, problems = given_drafts(root)
    assert not drafts
    assert [(problem.code, problem.location.path) for problem in problems] == [
        ("docx-not-word", f".safecomm/reviews/{file.name}")
    ]
