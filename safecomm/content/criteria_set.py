"""The versions of the Safe Community criteria: data beside this module, chosen by the application's `criteria_set`."""

from collections.abc import Mapping
from pathlib import Path

from safecomm.content import yaml_data
from safecomm.content.fields import Words
from safecomm.content.file import read_text

FOLDER = Path(__file__).parent / "criteria_sets"


def names() -> list[str]:
    return sorted(file.stem for file in FOLDER.glob("*.yaml"))


def wordings(name: str) -> Mapping[str, Words]:
    """The official wording of each criterion of a set that `names` lists, in the set's order."""
    file = FOLDER / f"{name}.yaml"
    data = yaml_data.parse(read_text(file, file.name), file.name)
    assert isinstance(data.value, dict)
    return {id_: Words.model_validate(wording) for id_, wording in data.value.items()}
