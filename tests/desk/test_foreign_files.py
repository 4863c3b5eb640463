"""Files that nobody should have dropped: each is told in one sentence, without a command, and changes nothing."""

import re
import shutil
from base64 import b64encode
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.desk.conftest import ROOT
from tests.returned.judgement import contents
from tests.review.reviewer import members, saved, sent

FILES = {
    "empty.docx": b"",
    "page.docx": b"<html><body><p>Hej</p></body></html>",
    "cut.docx": b"PK\x03\x04\x14\x00",
    "old.doc": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000),
    "big.docx": bytes(31_000_000),
}


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Another community's draft, as it is and with macros, beside all that is no Word file."""
    folder = tmp_path_factory.mktemp("foreign")
    shutil.copytree(ROOT / "tests" / "communities" / "nz" / "content", folder / "content")
    draft = sent(folder, "application.en")
    parts = members(draft)
    plain, macro = "openxmlformats-officedocument.wordprocessingml.document", "ms-word.document.macroEnabled"
    types = parts["[Content_Types].xml"].replace(f"{plain}.main", f"{macro}.main")
    assert macro in types
    macros = saved(folder / "macros.docm", {**parts, "[Content_Types].xml": types})
    return {**FILES, "other.docx": draft.read_bytes(), "macros.docm": macros.read_bytes()}


@pytest.mark.parametrize("address", ["reviews/receive", "figures/read", "followup/read", "followup/translation"])
def test_each_is_told_in_one_sentence(
    client: TestClient, project: Path, foreign: dict[str, bytes], address: str
) -> None:
    before = contents(project)
    for name, data in foreign.items():
        file = {"name": name, "data": b64encode(data).decode()}
        answer = client.post(f"/{address}", json={"files": [file], "year": "2008"})
        (problem,) = answer.json()["problems"]
        assert problem["path"] == name
        assert not re.search(r"safecomm|--|Traceback", f"{problem['message']} {problem['hint']}"), name
    assert contents(project) == before
    assert not (project / ".safecomm" / "reviews").exists()
