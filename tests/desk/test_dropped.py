"""Files that are dropped on a page."""

from base64 import b64encode

import pytest

from safecomm.desk.dropped import dropped_files
from safecomm.desk.routing import RequestError


def file(name: str, data: bytes = b"1") -> dict[str, str]:
    return {"name": name, "data": b64encode(data).decode()}


def test_they_are_there_under_their_names_until_they_are_read() -> None:
    with dropped_files({"files": [file("svar å.docx", b"one"), file("svar å.docx", b"other")]}) as paths:
        assert [path.name for path in paths] == ["svar å.docx", "svar å.docx"]
        assert [path.read_bytes() for path in paths] == [b"one", b"other"]
    assert not any(path.exists() for path in paths)


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\a.docx", "a.docx"),
        ("..", "_"),
        ("", "_"),
        ("a\0b\n.docx", "a_b_.docx"),
        (f"{'å' * 300}.docx", f"{'å' * 120}.docx"),
    ],
)
def test_a_name_leads_nowhere(name: str, fit: str) -> None:
    with dropped_files({"files": [file(name)]}) as (path,):
        assert path.name == fit
        assert path.read_bytes() == b"1"


@pytest.mark.parametrize(
    "files", [None, [], {}, "x", ["x"], [{"name": "a"}], [{"name": 1, "data": ""}], [{"name": "a", "data": "å"}]]
)
def test_what_is_no_file_is_refused(files: object) -> None:
    with pytest.raises(RequestError), dropped_files({"files": files}):
        pass
