"""A repository from anybody: nothing that its configuration names is ever started."""

import os
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.build import build, save
from safecomm.cli.main import cli
from safecomm.git import ENVIRONMENT, HistoryError
from safecomm.history import earlier_projects, earlier_texts, export
from tests.bilingual import documents_matching
from tests.changes.drafts import committed, copied, replaced
from tests.history.repository import FOLDERS, git, program, remove_object

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs are scripts of a Unix shell")

MEASURE = "content/measures/lighting.md"
WORDS = {
    "check": (),
    "build": (),
    "status": (),
    "diff": ("HEAD~1", "--exit-code"),
    "diff --docx --html": ("HEAD~1",),
    "translated": ("content/measures/lighting.en.md",),
}
"""The commands that ask Git, or may come to, with their arguments; `review` follows."""


class Target:
    """A project whose translation is behind, so that Git is asked what changed, with a program that leaves a mark."""

    def __init__(self, folder: Path) -> None:
        self.mark, self.folder = folder / "mark", copied(folder / "projekt")
        self.program = str(program(folder / "program", f"touch '{self.mark}'"))
        (self.folder / ".gitattributes").write_text("* filter=x diff=x\n", encoding="utf-8")
        committed(self.folder)
        replaced("measures/lighting.md", "Insatsen görs.", "Insatsen görs varje höst.")(self.folder)
        git(self.folder, "commit", "-qam", "Ändrad")
        replaced("measures/lighting.md", "varje höst", "varje vår")(self.folder)

    def set(self, key: str, value: str = "") -> None:
        git(self.folder, "config", key, value or self.program)

    def is_marked(self) -> bool:
        marked = self.mark.exists()
        self.mark.unlink(missing_ok=True)
        return marked

    def ask(self) -> None:
        """Everything that is asked of Git."""
        list(earlier_texts(self.folder, MEASURE))
        with suppress(HistoryError):
            list(earlier_projects(self.folder, *FOLDERS))
        for revision in ("HEAD", "HEAD~1", ":content"):
            with suppress(HistoryError):
                export(self.folder, revision, self.folder.parent / "copy", *FOLDERS)


@pytest.fixture
def target(tmp_path: Path) -> Target:
    return Target(tmp_path)


def signature(target: Target) -> None:
    target.set("log.showSignature", "true")
    target.set("gpg.program")
    head, _, message = git(target.folder, "cat-file", "commit", "HEAD").partition("\n\n")
    signed = f"{head}\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----\n\n{message}\n"
    git(
        target.folder,
        "reset",
        "-q",
        "--soft",
        git(target.folder, "hash-object", "-t", "commit", "-w", "--stdin", given=signed.encode()),
    )


def archiver(target: Target) -> None:
    target.set("tar.zip.command")


def smudge(target: Target) -> None:
    target.set("filter.x.smudge")


def process(target: Target) -> None:
    target.set("filter.x.process")


def text_converter(target: Target) -> None:
    target.set("diff.x.textconv")


def external_diff(target: Target) -> None:
    target.set("diff.external")


def included(target: Target) -> None:
    (target.folder / "more").write_text(f"[core]\n\tfsmonitor = {target.program}\n", encoding="utf-8")
    target.set("include.path", "../more")


def monitor(target: Target) -> None:
    target.set("core.fsmonitor")


def hook(target: Target) -> None:
    program(target.folder / "hooks" / "post-checkout", f"exec '{target.program}'")
    target.set("core.hooksPath", "hooks")


def alias(target: Target) -> None:
    for name in ("x", "rev-list", "rev-parse", "cat-file"):
        target.set(f"alias.{name}", f"!{target.program}")


def promised(target: Target, address: str) -> None:
    """A clone that lacks an object and says where it could be fetched."""
    remove_object(target.folder, f"HEAD~1:{MEASURE}")
    target.set("core.repositoryFormatVersion", "1")
    target.set("extensions.partialClone", "x")
    target.set("remote.x.promisor", "true")
    target.set("remote.x.url", address)


def upload_pack(target: Target) -> None:
    promised(target, git(target.folder, "rev-parse", "--absolute-git-dir"))
    target.set("remote.x.uploadpack")


def secure_shell(target: Target) -> None:
    promised(target, "ssh://localhost/x")
    target.set("core.sshCommand")


def proxy(target: Target) -> None:
    promised(target, "git://localhost/x")
    target.set("core.gitProxy")


def remote_helper(target: Target) -> None:
    promised(target, f"ext::{target.program}")
    target.set("protocol.ext.allow", "always")


MISSING = ("cat-file", "-p", f"HEAD~1:{MEASURE}")
ATTACKS: dict[str, tuple[Callable[[Target], None], tuple[str, ...]]] = {
    "signature": (signature, ("log",)),
    "archiver": (archiver, ("archive", "--format=zip", "HEAD")),
    "smudge": (smudge, ("archive", "--format=tar", "HEAD")),
    "process": (process, ("archive", "--format=tar", "HEAD")),
    "textconv": (text_converter, ("show", "HEAD")),
    "diff": (external_diff, ("diff", "HEAD~1")),
    "include": (included, ("status",)),
    "fsmonitor": (monitor, ("status",)),
    "hook": (hook, ("checkout", "--detach")),
    "alias": (alias, ("x",)),
    "upload-pack": (upload_pack, MISSING),
    "ssh": (secure_shell, MISSING),
    "proxy": (proxy, MISSING),
    "helper": (remote_helper, MISSING),
}
"""What the repository says, and a command of Git that would do it."""


@pytest.mark.parametrize("name", ATTACKS)
def test_git_is_asked_for_data_only(target: Target, name: str) -> None:
    attack, naive = ATTACKS[name]
    attack(target)
    target.is_marked()
    target.ask()
    assert not target.is_marked()
    subprocess.run(["git", *naive], cwd=target.folder, check=False, capture_output=True)
    assert target.is_marked()


@pytest.mark.parametrize("attack", [upload_pack, secure_shell, proxy, remote_helper])
def test_what_an_older_git_would_fetch_has_no_allowed_protocol(
    target: Target, attack: Callable[[Target], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(ENVIRONMENT, "GIT_NO_LAZY_FETCH")
    attack(target)
    target.ask()
    assert not target.is_marked()


def test_no_command_starts_what_a_repository_names(target: Target) -> None:
    (sent,) = save(build(target.folder, documents_matching("programme.sv"), False, None).built, target.folder / "sent")
    git(target.folder, "commit", "-qam", "Utskickad")
    replaced("measures/lighting.md", "varje vår", "varje dag")(target.folder)
    for attack in (signature, archiver, smudge, text_converter, external_diff, monitor, hook, alias, upload_pack):
        attack(target)
    for key in ("core.pager", "core.editor", "core.askPass", "core.alternateRefsCommand", "credential.helper"):
        target.set(key, f"!{target.program}" if key == "credential.helper" else target.program)
    target.set("trace2.eventTarget", str(target.mark))
    target.is_marked()
    for words, arguments in {**WORDS, "review": (str(sent.docx),)}.items():
        CliRunner().invoke(cli, [*words.split(), *arguments, "--project", str(target.folder)], catch_exceptions=False)
        assert not target.is_marked(), words
