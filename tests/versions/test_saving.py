"""A version is the project's files and nothing else, whatever else is going on in the repository."""

import os
from pathlib import Path

import pytest

from safecomm.diagnostic import ContentError
from safecomm.versions.saved import saved_versions
from safecomm.versions.saving import save_version
from tests.changes.drafts import copied, removed, replaced, written
from tests.history.repository import git, program

LIGHTING = "content/measures/lighting.md"
edited = replaced("measures/lighting.md", "Insatsen görs.", "Insatsen görs varje höst.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = copied(tmp_path / "projekt")
    git(project, "init", "-q", "-b", "main")
    git(project, "add", ".")
    git(project, "commit", "-qm", "Utkast")
    return project


def save(project: Path, why: str = "Rättat hösten") -> bool:
    return save_version(project, why, "Exempelby")


def refusal(project: Path) -> str:
    """The code with which saving is refused; what was there stays."""
    before = git(project, "for-each-ref"), git(project, "ls-files", "-s")
    with pytest.raises(ContentError) as fault:
        save(project)
    assert (git(project, "for-each-ref"), git(project, "ls-files", "-s")) == before
    (diagnostic,) = fault.value.diagnostics
    return diagnostic.code


def status(project: Path) -> str:
    return git(project, "status", "--porcelain")


def changed(project: Path) -> list[str]:
    """What the latest version changed, with a letter for how."""
    return git(project, "show", "--format=", "--name-status", "HEAD").split("\n")


def test_a_version_has_its_reason_and_leaves_nothing_behind(project: Path) -> None:
    edited(project)
    written("measures/new.md", "Ny")(project)
    removed("projects/exchange.md")(project)
    assert save(project, "  Rättat hösten\n\noch mera ")
    assert changed(project) == [
        "M\tcontent/measures/lighting.md",
        "A\tcontent/measures/new.md",
        "D\tcontent/projects/exchange.md",
    ]
    assert git(project, "log", "-1", "--format=%B") == "Rättat hösten\n\noch mera"
    assert status(project) == ""
    assert not save(project)
    assert [version.why for version in saved_versions(project)] == ["Rättat hösten", "Utkast"]


def test_what_others_have_staged_stays_staged(project: Path) -> None:
    (project / "annat.txt").write_text("ett")
    git(project, "add", "annat.txt")
    edited(project)
    git(project, "add", LIGHTING)
    replaced("measures/lighting.md", "varje höst", "varje vår")(project)
    (project / "mer.txt").write_text("två")
    assert save(project)
    assert changed(project) == ["M\tcontent/measures/lighting.md"]
    assert "varje vår" in git(project, "show", f"HEAD:{LIGHTING}")
    assert status(project).split("\n") == ["A  annat.txt", "?? mer.txt"]


def test_of_a_repository_around_it_only_the_project_is_saved(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "egen.md").write_text("ett")
    project = copied(tmp_path / "arbete" / "trygghet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Utkast")
    (tmp_path / "content" / "egen.md").write_text("två")
    edited(project)
    assert save(project)
    assert changed(tmp_path) == [f"M\tarbete/trygghet/{LIGHTING}"]
    assert status(tmp_path) == "M content/egen.md"


def test_templates_and_the_documents_as_text_belong_to_it(project: Path) -> None:
    (project / ".gitignore").write_text("build/*\n!build/*.md\ncontent/utkast.md\n")
    (project / "templates").mkdir()
    for path in ("templates/programme.docx", "build/programme.sv.md", "build/programme.sv.docx"):
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text("x")
    for path in ("utkast.md", ".DS_Store", "~$x.docx"):
        written(path, "x")(project)
    assert save(project)
    assert changed(project) == ["A\tbuild/programme.sv.md", "A\ttemplates/programme.docx"]


def test_the_first_version_of_a_repository(tmp_path: Path) -> None:
    project = copied(tmp_path)
    git(project, "init", "-q", "-b", "main")
    assert saved_versions(project) == []
    assert save(project)
    assert status(project) == ""
    assert len(saved_versions(project)) == 1


def test_a_project_that_is_in_no_repository_gets_its_own(tmp_path: Path) -> None:
    project = copied(tmp_path)
    # As `init` writes it; and a draft that has been built.
    (project / ".gitignore").write_text(".safecomm/\n", encoding="utf-8")
    (project / ".safecomm" / "drafts").mkdir(parents=True)
    (project / ".safecomm" / "drafts" / "a").write_text("x", encoding="utf-8")
    assert save(project, "Början")
    assert [version.why for version in saved_versions(project)] == ["Början"]
    assert status(project) == ""


def test_the_state_of_a_project_stays_out_of_its_first_version(tmp_path: Path) -> None:
    """Whether or not Git is told to ignore it, as in the projects that safecomm makes."""
    for name, ignored in (("plain", ""), ("ignored", ".safecomm/\n")):
        project = copied(tmp_path / name)
        (project / ".safecomm").mkdir()
        (project / ".safecomm" / "lock").write_text("")
        (project / ".gitignore").write_text(ignored)
        assert save(project, "Början")
        assert ".safecomm/lock" not in git(project, "ls-files").split()


def test_nobody_is_known_to_git(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    edited(project)
    assert save(project)
    assert saved_versions(project)[0].author == "Exempelby"
    git(project, "config", "user.name", "Åsa")
    git(project, "config", "user.email", "asa@example.org")
    replaced("measures/lighting.md", "varje höst", "varje vår")(project)
    assert save(project)
    assert git(project, "log", "-1", "--format=%an %cn %ae") == "Åsa Åsa asa@example.org"


def test_without_a_branch_nothing_is_saved(project: Path) -> None:
    git(project, "checkout", "-q", "--detach")
    edited(project)
    assert refusal(project) == "version-detached"


def conflict(project: Path) -> None:
    """Two branches that say different things of the same line."""
    git(project, "checkout", "-qb", "annan")
    edited(project)
    git(project, "commit", "-qam", "Höst")
    git(project, "checkout", "-q", "main")
    replaced("measures/lighting.md", "Insatsen görs.", "Insatsen görs varje vår.")(project)


@pytest.mark.parametrize("command", ["merge annan", "cherry-pick annan", "rebase annan", "stash pop"])
def test_while_a_conflict_waits_nothing_is_saved(project: Path, command: str) -> None:
    conflict(project)
    if command == "stash pop":
        git(project, "stash", "-q")
        git(project, "merge", "-q", "annan")
    else:
        git(project, "commit", "-qam", "Vår")
    with pytest.raises(Exception, match="non-zero"):
        git(project, *command.split())
    assert refusal(project) == ("version-detached" if command == "rebase annan" else "version-under-way")


def test_while_a_merge_waits_to_be_committed_nothing_is_saved(project: Path) -> None:
    conflict(project)
    git(project, "checkout", "-q", ".")
    git(project, "merge", "-q", "--no-ff", "--no-commit", "annan")
    assert refusal(project) == "version-under-way"


def test_another_program_is_at_work(project: Path) -> None:
    edited(project)
    (project / ".git" / "index.lock").touch()
    assert refusal(project) == "version-not-saved"
    (project / ".git" / "index.lock").unlink()
    assert save(project)


def test_content_that_git_is_to_pass_over(tmp_path: Path) -> None:
    project = copied(tmp_path)
    git(project, "init", "-q")
    (project / ".gitignore").write_text("content/\n")
    assert refusal(project) == "version-ignored"


def test_a_reason_is_asked_for(project: Path) -> None:
    with pytest.raises(ContentError, match="version-without-reason"):
        save(project, " \n")


def test_line_ends_are_kept_as_git_would(project: Path) -> None:
    git(project, "config", "core.autocrlf", "true")
    git(project, "config", "core.safecrlf", "true")
    file = project / LIGHTING
    file.write_bytes(file.read_bytes().replace(b"Insatsen", b"Denna insats").replace(b"\n", b"\r\n"))
    assert save(project)
    assert git(project, "show", "--format=", "--numstat", "HEAD") == f"1\t1\t{LIGHTING}"
    assert status(project) == ""


def test_a_link_leads_nothing_into_the_version(project: Path, tmp_path: Path) -> None:
    (tmp_path / "hemligt.md").write_text("hemligt")
    (project / "content" / "measures" / "ny.md").symlink_to(tmp_path / "hemligt.md")
    edited(project)
    assert save(project)
    assert changed(project) == [f"M\t{LIGHTING}"]


def test_what_may_be_run_stays_so(project: Path) -> None:
    git(project, "update-index", "--chmod=+x", LIGHTING)
    git(project, "commit", "-qm", "Körbar")
    git(project, "config", "core.fileMode", "false")
    edited(project)
    assert save(project)
    assert git(project, "ls-tree", "HEAD", LIGHTING).startswith("100755")


@pytest.mark.skipif(os.name == "nt", reason="the programs are scripts of a Unix shell")
def test_nothing_that_the_repository_names_is_started(project: Path, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    script = str(program(tmp_path / "program", f"touch '{mark}'"))
    for hook in ("pre-commit", "commit-msg", "post-commit", "reference-transaction", "post-index-change"):
        program(project / ".git" / "hooks" / hook, f"exec '{script}'")
    for key in ("core.fsmonitor", "gpg.program", "core.editor", "filter.x.clean", "filter.x.process", "diff.external"):
        git(project, "config", key, script)
    git(project, "config", "commit.gpgSign", "true")
    git(project, "-c", "core.fsmonitor=false", "config", "user.signingKey", "x")
    mark.unlink(missing_ok=True)
    edited(project)
    assert save(project)
    assert not mark.exists()
    (project / ".gitattributes").write_text("*.md filter=x\n")
    replaced("measures/lighting.md", "varje höst", "varje vår")(project)
    with pytest.raises(ContentError, match="version-filtered"):
        save(project)
    assert not mark.exists()


@pytest.mark.skipif(os.name == "nt", reason="the programs are scripts of a Unix shell")
def test_a_repository_inside_the_content_is_not_asked(project: Path, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    inner = project / "content" / "measures" / "inre"
    inner.mkdir()
    git(inner, "init", "-q")
    (inner / "a.md").write_text("ett")
    git(inner, "add", ".")
    git(inner, "commit", "-qm", "Inre")
    git(project, "add", ".")
    git(project, "commit", "-qm", "Med ett arkiv i arkivet")
    git(inner, "config", "core.fsmonitor", str(program(tmp_path / "program", f"touch '{mark}'")))
    git(inner, "config", "filter.x.clean", str(tmp_path / "program"))
    (inner / "a.md").write_text("två")
    mark.unlink(missing_ok=True)
    edited(project)
    assert save(project)
    assert not mark.exists()
    assert changed(project) == [f"M\t{LIGHTING}"]
    git(project, "status")
    assert mark.exists()


def test_the_attributes_that_only_the_index_has_start_nothing(project: Path, tmp_path: Path) -> None:
    git(project, "config", "filter.x.clean", f"touch '{tmp_path / 'mark'}'")
    (project / ".gitattributes").write_text("*.md filter=x\n")
    git(project, "-c", "filter.x.clean=cat", "add", ".gitattributes")
    (project / ".gitattributes").unlink()
    edited(project)
    assert save(project)
    assert not (tmp_path / "mark").exists()
