"""LibreOffice as the converter: where it is, which one it is, and one process for all documents."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from safecomm.diagnostic import ContentError, Location, problem

TIMEOUT = 600.0
"""Seconds that all documents together may take; three of them took two."""
START = 60.0
"""Seconds within which LibreOffice must tell its version."""
NAMES = ("soffice", "libreoffice")
USUAL = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    # soffice.exe would return at once and print nothing.
    Path(os.environ.get("PROGRAMFILES", "C:/Program Files")) / "LibreOffice/program/soffice.com",
)
FILTER = {
    "SelectPdfVersion": 2,  # PDF/A-2b
    "PDFUACompliance": True,
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
}
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item></oor:items>"""
"""Otherwise LibreOffice fetches a picture that a template links to from the network."""
KINDS = {int: "long", bool: "boolean"}
LIBREOFFICE = Location("LibreOffice")


class Office(NamedTuple):
    """`version` is what the program says of itself."""

    program: str
    version: str


def find() -> Office:
    """The LibreOffice of this machine; raises ContentError when there is none, or none that runs."""
    if (program := find_program()) is None:
        raise ContentError([problem("office-missing", LIBREOFFICE)])
    return Office(program, run([program, "--version"], START).strip())


def find_program() -> str | None:
    installed = filter(None, map(shutil.which, NAMES))
    return next(installed, None) or next((str(place) for place in USUAL if place.is_file()), None)


def office_id() -> str:
    """Tells one LibreOffice from another without starting it; raises OSError where there is none."""
    if (program := find_program()) is None:
        raise FileNotFoundError(NAMES[0])
    status = Path(program).resolve().stat()
    return f"{program} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def convert(office: Office, documents: Mapping[str, bytes], timeout: float = TIMEOUT) -> dict[str, bytes]:
    """What LibreOffice makes of each Word file; raises ContentError, and then there is no PDF of any."""
    with TemporaryDirectory(prefix="safecomm-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS, encoding="utf-8")
        for stem, docx in documents.items():
            (folder / f"{stem}.docx").write_bytes(docx)
        run(command(office, folder, documents), timeout)
        missing = [stem for stem in documents if not (folder / f"{stem}.pdf").is_file()]
        if missing:
            raise ContentError([problem("pdf-missing", Location(f"{stem}.pdf")) for stem in missing])
        return {stem: (folder / f"{stem}.pdf").read_bytes() for stem in documents}


def command(office: Office, folder: Path, stems: Iterable[str]) -> list[str]:
    """A user profile of its own keeps the run apart from another one, and from the settings of whoever runs it."""
    data = {name: {"type": KINDS[type(value)], "value": str(value).lower()} for name, value in FILTER.items()}
    return [
        office.program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(data)}",
        "--outdir",
        str(folder),
        *(str(folder / f"{stem}.docx") for stem in stems),
    ]


def run(arguments: Sequence[str], timeout: float) -> str:
    """What the program prints; raises ContentError when it does not start, does not end, or ends badly."""
    # The language of the user's session would decide about fonts and quotation marks.
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    try:
        with subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        ) as process:
            output = wait(process, timeout)
    except OSError as fault:
        raise ContentError([problem("office-crashed", LIBREOFFICE, reason=f"E{fault.errno}")]) from None
    if process.returncode:
        raise ContentError([problem("office-crashed", LIBREOFFICE, reason=process.returncode)])
    return output.decode(errors="replace")


def wait(process: "subprocess.Popen[bytes]", timeout: float) -> bytes:
    """Its output; nothing of it goes on when it takes too long or the editor stops us."""
    try:
        return process.communicate(timeout=timeout)[0]
    except subprocess.TimeoutExpired:
        kill(process.pid)
        raise ContentError([problem("office-hangs", LIBREOFFICE, seconds=f"{timeout:g}")]) from None
    except BaseException:
        kill(process.pid)
        raise


def kill(pid: int) -> None:
    """Ends the process and all that it started: `soffice` is a script around the program."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
