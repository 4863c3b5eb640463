"""The program as people install it: its wheel in an environment of its own, without the network."""

import os
import site
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
needs_builder = pytest.mark.skipif(not (find_spec("hatchling") and find_spec("pip")), reason="needs hatchling and pip")


def install(folder: Path) -> Path:
    """Builds the wheel and installs it; the folder of the environment's commands comes back.

    Its libraries are those of the tests.
    """
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    build = ("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, REPOSITORY)
    subprocess.run([*pip, *build], check=True)
    venv.create(folder / "venv", symlinks=os.name != "nt")
    python = commands(folder) / Path(sys.executable).name
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel], check=True)
    asked = subprocess.run([python, "-c", "import site; print(site.getsitepackages()[-1])"], capture_output=True)
    libraries = Path(os.fsdecode(asked.stdout).strip()) / "libraries.pth"
    libraries.write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return commands(folder)


def commands(folder: Path) -> Path:
    return folder / "venv" / ("Scripts" if os.name == "nt" else "bin")


def environment(folder: Path) -> dict[str, str]:
    """Without the checkout, and without what Git knows of whoever runs the tests."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    others = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GIT_"))}
    path = os.pathsep.join([str(commands(folder)), os.environ["PATH"]])
    return {**others, "PATH": path, "HOME": str(home), "USERPROFILE": str(home), "GIT_CONFIG_NOSYSTEM": "1"}
