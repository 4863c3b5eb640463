"""A version of the project saved in Git, without a program, a hook or a signature that a repository can name.

It is put together in an index of its own, so that what somebody has staged elsewhere in the repository stays as it is.
In the user's own index only what the version has changed is brought up to date, as `git commit --only` does: else Git
would show it as staged to be taken back.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from safecomm.catalogue import CONTENT
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.editing.first_version import keep_first_version
from safecomm.git import HistoryError, ask_git, author_options
from safecomm.history import check_repository, printable
from safecomm.journal import only_writer
from safecomm.stray_files import is_left_behind
from safecomm.versions.saved import PATHS, refusals

UNDER_WAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
"""What Git has in its folder while it waits for somebody to settle a conflict."""
UNFILTERED = {"unspecified", "unset", "set"}


@only_writer
def save_version(project: Path, why: str, community: str) -> bool:
    """False where nothing has changed since the last one; raises ContentError, and none was saved.

    Its author is whom Git knows, else the community of that name. A project that is in no repository gets its own.
    """
    if not why.strip():
        raise ContentError([problem("version-without-reason", Location(CONTENT))])
    with refusals():
        if not is_in_git(project):
            begin(project, why, community)
            return True
        head = require_rest(project)
        with TemporaryDirectory(prefix="safecomm-") as folder:
            tree = make_tree(project, head, Path(folder) / "index")
        before = (
            tell(project, "rev-parse", f"{head}^{{tree}}")
            if head
            else tell(project, "hash-object", "-t", "tree", "--stdin")
        )
        if tree == before:
            return False
        commit(project, head, tree, before, why, community)
    return True


def is_in_git(project: Path) -> bool:
    """Raises HistoryError where Git cannot say."""
    try:
        check_repository(project)
    except HistoryError as fault:
        if str(fault) != "no-git":
            raise
        return False
    return True


def begin(project: Path, why: str, community: str) -> None:
    """Raises HistoryError."""
    if keep_first_version(project, community, why) != "kept":
        raise HistoryError("version-not-begun")


def require_rest(project: Path) -> str:
    """The version that the next one follows on, empty before the first.

    Raises HistoryError where no branch would keep the next one, or a conflict waits for somebody.
    """
    if ask_git(project, "symbolic-ref", "--quiet", "HEAD").failed:
        raise HistoryError("version-detached")
    folder = Path(tell(project, "rev-parse", "--absolute-git-dir"))
    if any((folder / name).exists() for name in UNDER_WAY) or tell(project, "ls-files", "--unmerged"):
        raise HistoryError("version-under-way")
    return os.fsdecode(ask_git(project, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").output).strip()


def make_tree(project: Path, head: str, index: Path) -> str:
    """Git's id of what the whole repository holds in the new version; raises HistoryError."""
    if head:
        tell(project, "read-tree", head, index=index)
    paths = list(own_files(project, index))
    if not paths:
        raise HistoryError("version-ignored")
    require_unfiltered(project, paths, index)
    stage = ("update-index", "--add", "--remove", "--replace", "--ignore-skip-worktree-entries", "-z", "--stdin")
    tell(project, "-c", "core.safecrlf=false", *stage, lines=paths, index=index)
    return tell(project, "write-tree", index=index)


def own_files(project: Path, index: Path) -> Iterator[str]:
    """The project's files, those that are gone among them; none that Git is told to pass over, and no links."""
    listed = tell(project, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *PATHS, index=index)
    for path in filter(None, listed.split("\0")):
        file = project / path
        is_plain = file.is_file() and not file.is_symlink()
        if (is_plain or not os.path.lexists(file)) and not is_left_behind(file.name):
            yield path


def require_unfiltered(project: Path, paths: Sequence[str], index: Path) -> None:
    """Raises HistoryError for a file that Git keeps in another form, which a program makes that it names."""
    said = tell(project, "check-attr", "-z", "--stdin", "filter", lines=paths, index=index).split("\0")
    for path, name in zip(said[::3], said[2::3], strict=False):
        if name not in UNFILTERED:
            raise HistoryError("version-filtered", path=printable(path), filter=printable(name))


def commit(project: Path, head: str, tree: str, before: str, why: str, community: str) -> None:
    """Raises HistoryError; the user's index comes first, for with it nothing is lost when the rest fails."""
    parents = ("-p", head) if head else ()
    author = (*author_options(project, community), "-c", "i18n.commitEncoding=UTF-8")
    made = tell(project, *author, "commit-tree", "--no-gpg-sign", *parents, tree, lines=[why.strip()])
    bring_up_to_date(project, before, tree)
    tell(project, "update-ref", "-m", f"commit: {printable(why)}", "HEAD", made, head)


def bring_up_to_date(project: Path, before: str, after: str) -> None:
    """In the user's index the files that differ between the trees."""
    said = tell(project, "diff-tree", "-r", "-z", "--raw", "--no-renames", before, after).split("\0")
    entries = [(*facts.split(), path) for facts, path in zip(said[::2], said[1::2], strict=False)]
    lines = (f"{mode} {id_}\t{path}" for _, mode, _, id_, _, path in entries)
    tell(project, "update-index", "--replace", "-z", "--index-info", lines=lines)


def tell(project: Path, *arguments: str, lines: Sequence[str] | Iterator[str] = (), index: Path | None = None) -> str:
    """What Git says; raises HistoryError with its reason where it refuses."""
    end = "\0" if "-z" in arguments else "\n"
    answer = ask_git(project, *arguments, lines=lines, end=end, index=index)
    if answer.failed:
        raise HistoryError("version-not-saved", reason=printable(answer.errors.strip().partition("\n")[0]))
    return os.fsdecode(answer.output).removesuffix("\n")
