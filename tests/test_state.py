"""The program's own folder lies in the project, and nowhere else."""

from pathlib import Path

import pytest

from safecomm.diagnostic import ContentError
from safecomm.state import state_folder


def test_the_folder_is_in_the_project_whether_or_not_it_is_there(tmp_path: Path) -> None:
    assert state_folder(tmp_path, "drafts") == tmp_path / ".safecomm" / "drafts"
    (tmp_path / ".safecomm" / "drafts").mkdir(parents=True)
    assert state_folder(tmp_path, "drafts") == tmp_path / ".safecomm" / "drafts"


@pytest.mark.parametrize("link", [".safecomm", ".safecomm/drafts"])
@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_refused_wherever_it_leads(tmp_path: Path, link: str, there: bool) -> None:
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    (project / link).parent.mkdir(parents=True)
    if there:
        elsewhere.mkdir()
    (project / link).symlink_to(elsewhere)
    with pytest.raises(ContentError) as caught:
        state_folder(project, "drafts")
    assert [(fault.code, str(fault.location)) for fault in caught.value.diagnostics] == [("state-link", link)]
