"""The phrases of one language: the words and sentences that a template prints beside the content."""

from types import SimpleNamespace

from safecomm.word.sandbox import print_plain, remembered_code, run, sandbox


def phrases(source: str, name: str) -> SimpleNamespace:
    """Every name that the phrases set; a macro gives plain text, which is escaped like any other when it is printed."""
    _, names = run(sandbox(print_plain), remembered_code(source, name, captures=True), {})
    return SimpleNamespace(**names)
