"""Built drafts are kept, the latest and those that were sent; what is no draft of ours is left alone."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from safecomm.drafts.kept import KeptDraft
from safecomm.drafts.store import MOST_BUILDS, find, keep
from safecomm.ooxml.archive import write_parts
from safecomm.word.own_parts import custom_properties
from tests.review.reviewer import project
from tests.word.sample import W, parts

DOCUMENT = "programme.sv"


def draft(build: str = "0123abcd", text: str = "") -> KeptDraft:
    origin = {"SafecommBuild": build, "SafecommDocument": DOCUMENT}
    body = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'
    members = {name: parts("")[name].encode() for name in ("_rels/.rels", "[Content_Types].xml")}
    members |= {"docProps/custom.xml": custom_properties(origin).encode(), "word/document.xml": body.encode()}
    docx = write_parts(members)
    return KeptDraft(build, DOCUMENT, docx, {}, {"measure:a": {"Kansliet": "responsible"}})


def store(root: Path) -> Path:
    return root / ".safecomm" / "drafts"


def old(root: Path, number: int, size: int = 1) -> Path:
    """A file of a build so many seconds after another."""
    store(root).mkdir(parents=True, exist_ok=True)
    file = store(root) / f"{number:08x}.{DOCUMENT}.{number:08x}.zip"
    file.touch()
    os.truncate(file, size)
    os.utime(file, (number, number))
    return file


def names(root: Path) -> set[str]:
    return {file.name for file in store(root).iterdir()}


def test_a_kept_draft_is_found_by_build_and_document(tmp_path: Path) -> None:
    made = draft()
    keep(tmp_path, [made])
    assert find(tmp_path, made.build, DOCUMENT) == ((made,), ())
    assert find(tmp_path, made.build, "application.sv") == ((), ())
    assert find(tmp_path, "*", "../*") == ((), ())


def test_the_same_draft_is_kept_once_and_becomes_young_again(tmp_path: Path) -> None:
    made = draft()
    keep(tmp_path, [made])
    file = store(tmp_path) / made.file_name
    os.utime(file, (1, 1))
    before = file.stat().st_ino
    keep(tmp_path, [made])
    assert names(tmp_path) == {made.file_name}
    assert (file.stat().st_ino, file.stat().st_mtime > 1) == (before, True)


def test_another_document_of_the_same_content_takes_no_place(tmp_path: Path) -> None:
    one, other = draft(text="one"), draft(text="other")
    keep(tmp_path, [one])
    keep(tmp_path, [other])
    assert sorted(kept.docx for kept in find(tmp_path, one.build, DOCUMENT).drafts) == sorted((one.docx, other.docx))


def test_of_what_was_not_sent_the_latest_builds_stay(tmp_path: Path) -> None:
    files = [old(tmp_path, number) for number in range(1, MOST_BUILDS + 11)]
    note = store(tmp_path) / f"00000003.{DOCUMENT}.sent.json"
    note.write_text("damaged", encoding="utf-8")
    mine = store(tmp_path) / "mine.zip"
    mine.write_bytes(b"")
    made = draft()
    keep(tmp_path, [made])
    assert names(tmp_path) == {made.file_name, mine.name, note.name, files[2].name} | {
        file.name for file in files[-MOST_BUILDS + 1 :]
    }


def test_of_what_was_not_sent_two_hundred_megabytes_stay(tmp_path: Path) -> None:
    oldest, sent, older, latest = (old(tmp_path, number, 90_000_000) for number in range(1, 5))
    (store(tmp_path) / f"{2:08x}.{DOCUMENT}.sent.json").write_text("[]", encoding="utf-8")
    keep(tmp_path, [draft()])
    assert (oldest.exists(), sent.exists(), older.exists(), latest.exists()) == (False, True, True, True)


def test_what_was_built_last_stays_whatever_its_size(tmp_path: Path) -> None:
    made = draft()
    keep(tmp_path, [made])
    another = store(tmp_path) / f"{made.build}.application.sv.00000000.zip"
    another.touch()
    os.truncate(another, 300_000_000)
    old(tmp_path, 1)
    keep(tmp_path, [made])
    assert names(tmp_path) == {made.file_name, another.name}


def test_links_and_folders_with_names_of_ours_are_left_alone(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"x")
    store(tmp_path).mkdir(parents=True)
    link, folder = (store(tmp_path) / f"{number}.{DOCUMENT}.00000000.zip" for number in ("00000001", "00000002"))
    link.symlink_to(outside)
    folder.mkdir()
    keep(tmp_path, [draft(f"{number:08x}") for number in range(16, 16 + MOST_BUILDS + 1)])
    assert (link.is_symlink(), folder.is_dir(), outside.read_bytes()) == (True, True, b"x")
    assert find(tmp_path, "00000001", DOCUMENT) == ((), ())


def described(text: str) -> Callable[[bytes], bytes]:
    """The draft with another description."""

    def damage(data: bytes) -> bytes:
        with ZipFile(BytesIO(data)) as archive:
            return write_parts({"draft.docx": archive.read("draft.docx"), "draft.json": text.encode()})

    return damage


MARK = '{{"format": 1, "facts": {{}}, "marks": {{"_Text_1": [{}]}}}}'


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda data: data[: len(data) // 2], "draft-damaged"),
        (lambda _data: b"", "draft-damaged"),
        (described(""), "draft-damaged"),
        (described("[" * 200_000), "draft-damaged"),
        (described("{}"), "draft-damaged"),
        (described('{"format": 1}'), "draft-damaged"),
        (described('{"format": 1, "marks": [], "facts": {}}'), "draft-damaged"),
        (described(MARK.format('"../../x.text", "sv", 1, "text"')), "draft-damaged"),
        (described(MARK.format('"x.text", "../sv", 1, "text"')), "draft-damaged"),
        (described(MARK.format('"x.text", "sv", -1, "text"')), "draft-damaged"),
        (described(MARK.format('"x.text", "sv", 1e999, "text"')), "draft-damaged"),
        (described(MARK.format('"x.text", "sv", 1, "other"')), "draft-damaged"),
        (described(MARK.format('"x.text", "sv"')), "draft-damaged"),
        (described('{"format": 1, "marks": {}, "facts": {"\\u001b[2J": {"x": "y"}}}'), "draft-damaged"),
        (described('{"format": 1, "marks": {}, "facts": {"measure:a": {"x": "\\u001b"}}}'), "draft-damaged"),
        (described('{"format": 2}'), "draft-newer"),
    ],
)
def test_a_damaged_draft_is_not_there(damage: Callable[[bytes], bytes], code: str, tmp_path: Path) -> None:
    made = draft()
    keep(tmp_path, [made])
    file = store(tmp_path) / made.file_name
    file.write_bytes(damage(file.read_bytes()))
    found = find(tmp_path, made.build, DOCUMENT)
    place = f".safecomm/drafts/{made.file_name}"
    assert (found.drafts, [(diagnostic.code, str(diagnostic.location)) for diagnostic in found.problems]) == (
        (),
        [(code, place)],
    )
    keep(tmp_path, [made])
    assert find(tmp_path, made.build, DOCUMENT) == ((made,), ())


def test_a_draft_under_the_name_of_another_is_not_there(tmp_path: Path) -> None:
    made = draft()
    keep(tmp_path, [made])
    file = store(tmp_path) / made.file_name
    file.rename(file.with_name(file.name.replace(made.build, "ffffffff")))
    found = find(tmp_path, "ffffffff", DOCUMENT)
    assert (found.drafts, [diagnostic.code for diagnostic in found.problems]) == ((), ["draft-damaged"])


def build(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["build", "--project", str(root), *arguments], catch_exceptions=False)


@pytest.mark.slow
def test_the_build_keeps_drafts_wherever_it_writes_them_and_no_final_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without LibreOffice, which would only put in page numbers.
    monkeypatch.setenv("PATH", str(tmp_path))
    root, output = project(tmp_path / "project"), tmp_path / "output"
    assert build(root, "--final", "--output", str(output)).exit_code == 0
    assert not store(root).exists()
    assert build(root, "--output", str(output)).exit_code == 0
    assert sorted(name[9:-13] for name in names(root)) == ["application.en", "application.sv", "programme.sv"]
    assert {file.name for file in root.iterdir()} == {"content", ".safecomm"}


def test_the_documents_are_written_though_they_cannot_be_kept(tmp_path: Path) -> None:
    (project(tmp_path) / ".safecomm").write_bytes(b"in the way")
    result = build(tmp_path, DOCUMENT)
    assert result.exit_code == 0
    assert (tmp_path / "build" / "programme.sv.docx").is_file()
    assert "[draft-not-kept]" in result.stderr
    assert "[draft-not-kept]" not in result.stdout
