"""What is kept of reviewers' files: it outlives the program, and may have come from anybody."""

import json
from pathlib import Path

import pytest

from safecomm.diagnostic import ContentError
from safecomm.review import kept_files as store
from safecomm.review.decisions import ReviewChoice, ReviewDecision
from safecomm.review.kept_files import keep_decisions, kept_files, put_away, shown_name, take_in, word_file

EDITED = ReviewDecision(ReviewChoice.EDITED, "Så.\n")
REFUSED = ReviewDecision(ReviewChoice.REFUSED, answer="Nej, det är fel år.")


def test_what_was_decided_is_there_again(tmp_path: Path) -> None:
    one, other = take_in(tmp_path, "svar.docx", b"1"), take_in(tmp_path, "svar.docx", b"2")
    keep_decisions(tmp_path, {one.digest: {"a": REFUSED, "b": ReviewDecision(ReviewChoice.ACCEPTED)}})
    keep_decisions(tmp_path, {one.digest: {"b": None}, other.digest: {"c": EDITED}})
    assert [(file.name, file.decisions) for file in kept_files(tmp_path).files] == [
        ("svar (2).docx", {"c": EDITED}),
        ("svar.docx", {"a": REFUSED}),
    ]
    assert word_file(tmp_path, one.digest).read_bytes() == b"1"


def test_a_file_that_comes_twice_keeps_its_decisions(tmp_path: Path) -> None:
    first = take_in(tmp_path, "svar.docx", b"1")
    keep_decisions(tmp_path, {first.digest: {"a": REFUSED}})
    word_file(tmp_path, first.digest).unlink()
    assert take_in(tmp_path, "svar igen.docx", b"1").decisions == {"a": REFUSED}
    assert [file.name for file in kept_files(tmp_path).files] == ["svar.docx"]
    assert word_file(tmp_path, first.digest).read_bytes() == b"1"


def test_what_is_put_away_is_gone(tmp_path: Path) -> None:
    digest = take_in(tmp_path, "svar.docx", b"1").digest
    put_away(tmp_path, digest)
    assert kept_files(tmp_path) == ((), ())
    assert list((tmp_path / ".safecomm" / "reviews").iterdir()) == []


@pytest.mark.parametrize(
    "record",
    [
        "",
        "[]",
        "[" * 100_000,
        '{"name": "x"}',
        '{"name": 1, "decisions": {}}',
        '{"name": "x", "decisions": {"a": ["sold", "", ""]}}',
        '{"name": "x", "decisions": {"a": ["noted"]}}',
        '{"name": "x", "decisions": {"a": ["noted", 1, ""]}}',
    ],
)
def test_a_damaged_record_is_told_and_not_overwritten(tmp_path: Path, record: str) -> None:
    digest = take_in(tmp_path, "svar.docx", b"1").digest
    file = tmp_path / ".safecomm" / "reviews" / f"{digest}.json"
    file.write_text(record, encoding="utf-8")
    found = kept_files(tmp_path)
    assert (found.files, [problem.code for problem in found.problems]) == ((), ["review-record-damaged"])
    for change in (
        lambda: keep_decisions(tmp_path, {digest: {"a": REFUSED}}),
        lambda: take_in(tmp_path, "svar.docx", b"1"),
    ):
        with pytest.raises(ContentError):
            change()
    assert file.read_text(encoding="utf-8") == record


def test_only_so_many_lie_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST", 2)
    for data in (b"1", b"2", b"2"):
        take_in(tmp_path, "svar.docx", data)
    with pytest.raises(ContentError) as caught:
        take_in(tmp_path, "för många.docx", b"3")
    assert [(fault.code, fault.location.path) for fault in caught.value.diagnostics] == [
        ("review-too-many", "för många.docx")
    ]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".safecomm").mkdir()
    (tmp_path / ".safecomm" / "reviews").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ContentError):
        take_in(tmp_path, "svar.docx", b"1")
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Anna å.docx", "Anna å.docx"),
        ("C:\\svar\\a.docx", "a.docx"),
        ("../a.docx", "a.docx"),
        ("a\x1b[2J\n.docx", "a[2J.docx"),
        ("", "?.docx"),
        ("x" * 500 + ".docx", "x" * 115 + ".docx"),
    ],
)
def test_a_name_is_one_that_can_be_shown(tmp_path: Path, name: str, shown: str) -> None:
    assert shown_name(name) == shown
    file = take_in(tmp_path, "svar.docx", b"1")
    record = tmp_path / ".safecomm" / "reviews" / f"{file.digest}.json"
    record.write_text(json.dumps({"name": name, "decisions": {}}), encoding="utf-8")
    assert kept_files(tmp_path).files[0].name == shown
