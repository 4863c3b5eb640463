"""LibreOffice that is missing, hangs, crashes or writes nonsense: one message, exit 1, and all that needs no PDF."""

import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import Result

from safecomm import build as stops
from safecomm.diagnostic import ContentError
from safecomm.pdf.archival import archival
from safecomm.pdf.office import Office, convert, find
from tests.bilingual import DOCUMENTS
from tests.pdf.fake import COPY, install, installed_copier, needs_office, needs_shell, one_page
from tests.test_broken import HERE, broken_project
from tests.test_cli import GOOD, files
from tests.test_cli import run as safecomm
from tests.word.sample import R, unzip

pytestmark = [needs_shell, pytest.mark.slow]
STEMS = {"programme.sv", "application.en", "application.sv"}
WORD = {f"{stem}.{ending}" for stem in STEMS for ending in ("docx", "md")}


def on_path(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def build(out: Path, *options: str) -> Result:
    return safecomm("build", "--pdf", "--project", good(out), "--output", str(out), *options)


def good(out: Path) -> str:
    """A copy of the good project beside the output: what is built of it is kept in it."""
    return str(broken_project(HERE / "good", out.parent / f"{out.name}-project"))


FAULTS = {
    "crashes": ("kill -SEGV $$", "LibreOffice: fel: LibreOffice gick inte att köra eller kraschade (-11)"),
    "fails": ("exit 81", "LibreOffice: fel: LibreOffice gick inte att köra eller kraschade (81)"),
    "writes nothing": ("true", "application.en.pdf: fel: LibreOffice skrev ingen PDF av dokumentet"),
    "writes garbage": (
        'for file in "$@"; do echo x > "$out/$(basename "$file" .docx).pdf"; done',
        "programme.sv.pdf: fel: det som LibreOffice skrev är ingen hel PDF",
    ),
    "fails on one": (
        'cp {pdf} "$out/programme.sv.pdf"; cp {pdf} "$out/application.sv.pdf"',
        "application.en.pdf: fel: LibreOffice skrev ingen PDF av dokumentet",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_and_the_word_files_are_written(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    does, message = FAULTS[fault]
    (tmp_path / "one.pdf").write_bytes(one_page())
    on_path(monkeypatch, install(tmp_path / "bin", does.replace("{pdf}", str(tmp_path / "one.pdf"))))
    out = tmp_path / "out"
    out.mkdir()
    (out / "programme.sv.pdf").write_bytes(b"earlier")
    result = build(out)
    assert result.exit_code == 1
    assert message in result.output
    assert "men ingen PDF; en tidigare PDF ligger kvar" in result.output
    assert files(out) == WORD | {"programme.sv.pdf"}
    assert (out / "programme.sv.pdf").read_bytes() == b"earlier"


@pytest.mark.skipif(sys.platform == "darwin", reason="LibreOffice is also looked for among the applications")
def test_without_libreoffice_the_word_files_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = build(tmp_path / "out")
    assert result.exit_code == 1
    assert "LibreOffice: fel: LibreOffice finns inte på datorn [office-missing]" in result.output
    assert files(tmp_path / "out") == WORD


@pytest.mark.skipif(sys.platform == "darwin", reason="LibreOffice is also looked for among the applications")
def test_without_libreoffice_page_numbers_are_left_to_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = safecomm("build", "--final", "--project", good(tmp_path / "out"), "--output", str(tmp_path / "out"))
    assert result.exit_code == 0
    told = [line for line in result.output.splitlines() if "F9" in line]
    left = "innehållsförteckningen fick inga sidnummer; i Word sätts de med Ctrl+A och F9"
    assert told == [f"LibreOffice finns inte på datorn: {left}"]


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_path(monkeypatch, tmp_path)
    (tmp_path / "soffice").write_bytes(b"\x00")
    (tmp_path / "soffice").chmod(0o755)
    with pytest.raises(ContentError) as caught:
        find()
    assert [each.code for each in caught.value.diagnostics] == ["office-crashed"]


def test_what_hangs_is_stopped_with_all_that_it_started(tmp_path: Path) -> None:
    fifo = tmp_path / "alive"
    os.mkfifo(fifo)
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    folder = install(tmp_path / "bin", f"exec 9>{fifo}; echo started >&9; (sleep 60; echo alive >&9); true")
    with pytest.raises(ContentError) as caught:
        convert(Office(str(folder / "soffice"), ""), {"a": b""}, timeout=2)
    assert [each.code for each in caught.value.diagnostics] == ["office-hangs"]
    os.set_blocking(reader, True)
    with os.fdopen(reader, "rb") as stream:
        # It ends only once no process holds the other end.
        assert stream.read() == b"started\n"


def test_an_earlier_pdf_of_the_same_word_file_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    on_path(monkeypatch, installed_copier(tmp_path / "bin", "one"))
    assert f"skrev {out / 'programme.sv.pdf'}" in build(out, "programme").output
    first = (out / "programme.sv.pdf").read_bytes()
    installed_copier(tmp_path / "bin", "another")
    assert f"{out / 'programme.sv.pdf'} är oförändrad" in build(out, "programme").output
    assert (out / "programme.sv.pdf").read_bytes() == first
    install(tmp_path / "bin", COPY.format(pdf=tmp_path / "bin" / "one.pdf"), version="LibreOffice 0.1")
    assert f"skrev {out / 'programme.sv.pdf'}" in build(out, "programme").output
    assert (out / "programme.sv.pdf").read_bytes() != first


@pytest.mark.parametrize("damage", [lambda pdf: pdf[:-20], lambda _: b"", lambda _: b"%PDF-1.7\nnonsense"])
def test_a_damaged_earlier_pdf_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: object) -> None:
    assert callable(damage)
    on_path(monkeypatch, installed_copier(tmp_path / "bin", "one"))
    build(tmp_path, "programme")
    whole = (tmp_path / "programme.sv.pdf").read_bytes()
    (tmp_path / "programme.sv.pdf").write_bytes(damage(whole))
    assert "skrev " in build(tmp_path, "programme").output
    assert (tmp_path / "programme.sv.pdf").read_bytes() == whole


def test_a_terminal_is_told_which_pdf_is_made_and_a_pipe_is_not(tmp_path: Path) -> None:
    folder = installed_copier(tmp_path / "bin", "one")
    environment = os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    command = [
        sys.executable,
        "-m",
        "safecomm",
        "build",
        "application",
        "--pdf",
        "--project",
        good(tmp_path / "out"),
        "--output",
    ]
    terminal, device = pytest.importorskip("pty").openpty()
    subprocess.run([*command, tmp_path / "a"], env=environment, stdout=subprocess.DEVNULL, stderr=device, check=True)
    assert os.read(terminal, 1000).decode().split("\r\n") == [
        "gör application.sv.pdf …",
        "gör application.en.pdf …",
        "",
    ]
    piped = subprocess.run([*command, tmp_path / "b"], env=environment, capture_output=True, check=True)
    assert piped.stderr == b""


@pytest.mark.parametrize("pdf", [b"", b"garbage", b"%PDF-1.7\ntrailer << /Size 1 >>\nstartxref\n0\n%%EOF\n"])
def test_nonsense_is_no_pdf(pdf: bytes) -> None:
    with pytest.raises(ContentError):
        archival(pdf, b"origin", "name", [])


def test_what_the_metadata_say_is_text() -> None:
    made = archival(one_page(Title="R&D <1>", Author="</rdf:li>"), bytes(16), "name", [])
    assert b"R&amp;D &lt;1&gt;" in made
    assert b"&lt;/rdf:li&gt;" in made


@needs_office
def test_two_runs_at_once_do_not_meet() -> None:
    documents = {"a": stops.build(Path(GOOD), DOCUMENTS[:1], final=True, language=None).built[0].docx}
    office = find()
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(convert, office, documents) for _ in range(2)]
        pdfs = [archival(each.result()["a"], bytes(16), "a", []) for each in both]
    assert pdfs[0] == pdfs[1]


LINKED = """<w:p><w:r><w:drawing><wp:inline
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/>
<wp:docPr id="1" name="x"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:nvPicPr><pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:link="rId99"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""
RELATIONSHIP = '<Relationship Id="rId99" Type="{type}" Target="{address}" TargetMode="External"/></Relationships>'


def with_linked_picture(docx: bytes, address: str) -> bytes:
    members = unzip(docx)
    name = "word/_rels/document.xml.rels"
    relationship = RELATIONSHIP.format(type=f"{R}/image", address=address).encode()
    members["word/document.xml"] = members["word/document.xml"].replace(b"<w:body>", b"<w:body>" + LINKED.encode())
    members[name] = members[name].replace(b"</Relationships>", relationship)
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        for member, data in members.items():
            archive.writestr(member, data)
    return output.getvalue()


@needs_office
def test_libreoffice_fetches_nothing() -> None:
    docx = stops.build(Path(GOOD), DOCUMENTS[:1], final=True, language=None).built[0].docx
    with socket.create_server(("127.0.0.1", 0)) as server:
        linked = with_linked_picture(docx, f"http://127.0.0.1:{server.getsockname()[1]}/x.png")
        convert(find(), {"a": linked}, timeout=60)
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
