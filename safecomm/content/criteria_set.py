"""The versions of the Safe Community criteria: data beside this module, chosen by the application's `criteria_set`."""

from collections.abc import Mapping
from pathlib import Path

from safecomm.content import yaml_data
from safecomm.content.fields import LocalizedText

FOLDER = Path(__file__).parent / "criteria_sets"
NAMES = ("sc6-2002", "sc7-2012")
"""The data files: one that is missing has been left out by us."""


def wordings(name: str) -> Mapping[str, LocalizedText]:
    """The official wording of each criterion of one of the sets, in its order."""
    file = FOLDER / f"{name}.yaml"
    data = yaml_data.parse(file.read_text(encoding="utf-8"), file.name)
    assert isinstance(data.value, dict)
    return {id_: LocalizedText.model_validate(wording) for id_, wording in data.value.items()}
