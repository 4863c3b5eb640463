"""LibreOffice without a window: accepts or rejects all changes of documents."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from safecomm.pdf.office import find

NAMESPACE = "http://openoffice.org/2000/library"
MACRO = """
Sub Resolve(source As String, command As String, target As String)
    Dim hidden(0) As New com.sun.star.beans.PropertyValue, filter(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden" : hidden(0).Value = True
    filter(0).Name = "FilterName" : filter(0).Value = "MS Word 2007 XML"
    document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
    If command &lt;> "" Then
        dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
        dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
    End If
    document.storeToURL(target, filter())
    document.close(True)
End Sub
"""
ACCEPT, REJECT, AS_IT_IS = "AcceptAllTrackedChanges", "RejectAllTrackedChanges", ""


def resolved(folder: Path, jobs: Mapping[str, tuple[bytes, str]]) -> dict[str, bytes]:
    """By name: documents after a command, as LibreOffice writes them."""
    profile = folder / "profile"
    for name, (docx, _) in jobs.items():
        (folder / f"{name}.docx").write_bytes(docx)
    calls = "\n".join(
        f'Resolve("{(folder / name).as_uri()}.docx", "{command}", "{(folder / name).as_uri()}.out.docx")'
        for name, (_, command) in jobs.items()
    )
    command = [find().program, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    # A new profile gets its libraries when it is first used.
    subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=300)
    _write_macro(profile / "user" / "basic", f"{MACRO}\nSub Main\n{calls}\nStarDesktop.terminate()\nEnd Sub\n")
    subprocess.run([*command, "macro:///Standard.Jobs.Main"], check=True, capture_output=True, timeout=300)
    return {name: (folder / f"{name}.out.docx").read_bytes() for name in jobs}


def _write_macro(basic: Path, text: str) -> None:
    """Into the library that LibreOffice trusts, that of its profile."""
    header = '<?xml version="1.0" encoding="UTF-8"?>\n'
    library = f'xmlns:library="{NAMESPACE}" library:name="Standard" library:readonly="false"'
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    files = {
        "script.xlc": f'<library:libraries xmlns:library="{NAMESPACE}" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<library:library library:name="Standard" library:link="false"/></library:libraries>',
        "Standard/script.xlb": f'<library:library {library} library:passwordprotected="false">'
        '<library:element library:name="Jobs"/></library:library>',
        "Standard/Jobs.xba": '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Jobs"'
        f' script:language="StarBasic">{text}</script:module>',
    }
    for name, content in files.items():
        (basic / name).write_text(header + content, encoding="utf-8")
