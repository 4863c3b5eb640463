"""Projects far larger than any: what a file costs must not grow with their number, or the process is ended."""

import resource
import time
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from safecomm.content.folder import list_folder
from safecomm.content.load import load
from safecomm.content.read_files import ReadFiles
from safecomm.content.record_files import read_kind
from safecomm.content.record_memory import RecordMemory
from safecomm.diagnostic import ContentError, Location, Severity
from tests.bilingual import LANGUAGES
from tests.fuzz.mutations import GOOD, RICH, Files, Odd
from tests.fuzz.run import process
from tests.fuzz.trial import found, write

pytestmark = pytest.mark.slow

MANY = 2000
PATIENCE = 10
"""Seconds of computing; the slowest takes one or two."""
PLAIN = GOOD["measures/lighting.md"].removesuffix(RICH) + b"\n\n"
LIGHTING = "measures/lighting.md"


def repeated(piece: bytes, times: int = MANY) -> bytes:
    """The piece as often, with its number in the place of each §."""
    return b"".join(piece.replace("§".encode(), b"%d" % number) for number in range(times))


def measures(name: str, text: bytes) -> Files:
    return {f"measures/{name.replace('§', str(number))}.md": PLAIN + text for number in range(MANY)}


LARGE: dict[str, Files] = {
    "measures": measures("insats-§", b"Text.\n"),
    "dead references among as many": {
        **measures("insats-§", b"Text.\n"),
        LIGHTING: PLAIN + repeated("[](measure:insatsen-§-x)\n\n".encode()),
    },
    "captions": {LIGHTING: PLAIN + repeated("| a |\n|---|\n\n: b {#t-§}\n\n> - **_[](table:t-§)_**\n\n".encode())},
    "pictures": {
        LIGHTING: PLAIN + repeated("![a](p-§.png)\n\n".encode()),
        **{f"measures/p-{number}.png": GOOD["measures/karta.png"] for number in range(MANY)},
    },
    "notes": {LIGHTING: PLAIN + repeated("a[^§]\n\n[^§]: [](measure:lighting)\n\n".encode())},
    "calls of a long note": {LIGHTING: PLAIN + b"a[^n] " * 20 * MANY + b"\n\n[^n]: " + b"[](table:a) " * MANY},
    "keys that a translation has alone": {
        "criteria/programmes.md": b"---\narea: a\nthemes:\n" + repeated("  t§: x\n".encode()) + b"---\n",
        "criteria/programmes.en.md": b"---\nthemes:\n" + repeated("  tx§: x\n".encode()) + b"---\n",
    },
    "a line": {LIGHTING: PLAIN + b"a* _b [c](d {lang=" * 10_000},
    "attributes": {LIGHTING: PLAIN + b"[a]{" + b"lang=xx " * 10_000 + b"}"},
}


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPoolExecutor]:
    """Of one process; what ends it fails, and so do those that come after it."""
    with process() as pool:
        yield pool


def codes(project: Path) -> set[str]:
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + PATIENCE, resource.RLIM_INFINITY))
    return {diagnostic.code for diagnostic in found(project)}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_project_comes_to_an_end(name: str, tmp_path: Path, pool: ProcessPoolExecutor) -> None:
    project = write(tmp_path, {**GOOD, **LARGE[name]})
    assert pool.submit(codes, project).result()


def test_names_that_differ_in_their_normal_form_only(tmp_path: Path) -> None:
    """Both are refused, so that no computer takes one for the other."""
    names = {unicodedata.normalize(form, "åäö") for form in ("NFC", "NFD")}
    project = write(tmp_path, {**GOOD, **{f"measures/{name}.md": PLAIN + b"Text.\n" for name in names}})
    said = [diagnostic for diagnostic in found(project) if diagnostic.severity is Severity.ERROR]
    assert [diagnostic.code for diagnostic in said] == ["bad-id"] * 2
    assert {Path(diagnostic.location.path).stem for diagnostic in said} == names


def test_a_picture_may_have_a_swedish_name(tmp_path: Path) -> None:
    files = {**GOOD, "measures/karta över ån.png": GOOD["measures/karta.png"]}
    project = write(tmp_path, {**files, LIGHTING: GOOD[LIGHTING] + "\n![a](<karta över ån.png>)\n".encode()})
    assert "content/measures/karta över ån.png" in load(project).pictures


@pytest.mark.parametrize("odd", Odd)
@pytest.mark.parametrize("path", ["measures/karta.png", LIGHTING, "organisations.yaml", "statistics/injuries.csv"])
def test_something_else_where_a_file_should_be(odd: Odd, path: str, tmp_path: Path) -> None:
    project = write(tmp_path, {**GOOD, path: odd})
    with pytest.raises(ContentError) as caught:
        load(project)
    paths = {diagnostic.location.path for diagnostic in caught.value.diagnostics}
    assert paths & {f"content/{path}", f"content/{LIGHTING}"}


def test_a_file_that_vanishes_while_others_are_read(tmp_path: Path) -> None:
    content = write(tmp_path, {**GOOD}) / "content"
    listing = list_folder(content, LANGUAGES)
    (content / LIGHTING).unlink()
    _, problems = read_kind(ReadFiles(content, LANGUAGES), "measures", listing, RecordMemory())
    assert [(diagnostic.code, diagnostic.location) for diagnostic in problems] == [
        ("missing-file", Location(f"content/{LIGHTING}"))
    ]
