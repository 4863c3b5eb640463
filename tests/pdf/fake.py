"""Programs that stand in for LibreOffice and go wrong in the ways that it can, and what is needed for the real one."""

import shutil
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from safecomm.pdf.office import NAMES

needs_office = pytest.mark.skipif(not any(map(shutil.which, NAMES)), reason="LibreOffice is not installed")
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="what stands in for LibreOffice are shell scripts")

SCRIPT = """#!/bin/sh
if [ "$1" = --version ]; then echo "{version}"; exit; fi
while [ "$1" != --outdir ]; do shift; done
out=$2
shift 2
{does}
"""
COPY = 'for file in "$@"; do cp {pdf} "$out/$(basename "$file" .docx).pdf"; done'


def install(folder: Path, does: str, version: str = "LibreOffice 0.0") -> Path:
    """A folder for PATH with a `soffice` that runs `does` with the files as its arguments."""
    folder.mkdir(exist_ok=True)
    script = folder / "soffice"
    script.write_text(SCRIPT.format(version=version, does=does), encoding="utf-8")
    script.chmod(0o755)
    return folder


def installed_copier(folder: Path, title: str) -> Path:
    """A `soffice` to which every document is the same PDF."""
    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Title"] = pikepdf.String(title)
    folder.mkdir(exist_ok=True)
    document.save(folder / "one.pdf")
    return install(folder, COPY.format(pdf=folder / "one.pdf"))


def one_page(**information: str) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    for key, value in information.items():
        document.docinfo[f"/{key}"] = pikepdf.String(value)
    output = BytesIO()
    document.save(output)
    return output.getvalue()
