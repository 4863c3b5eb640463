"""Reviewers' wordings in the content: written where they concern one text, and nothing else is."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safecomm.diagnostic import Location
from safecomm.markdown.blocks import Paragraph
from safecomm.markdown.parse import parse
from safecomm.markdown.traversal import plain_text
from safecomm.review.alignment import align
from safecomm.review.apply import ApplyResult, apply, proposals
from safecomm.review.review import review
from safecomm.review.review_finding import Edit
from safecomm.review.rewriting import changes_in_source
from safecomm.review.word_changes import apply_changes, changes, merge
from safecomm.word.source_map import SourceLocation
from tests.review.reviewer import Reviewer, git, project, sent

PROGRAMME = "content/programme.md"
FRONT = "---\ntitle: x\n---\n"
WHERE = SourceLocation("programme.text", "sv", 4, "text")


def applied(root: Path, *copies: Path) -> ApplyResult:
    findings = review(root, copies).findings
    return apply(root, findings, [each for each in proposals(root, findings) if each.wanted is not None])


def written(markdown: str, shown: str, wanted: str) -> str | None:
    text = FRONT + markdown
    made = changes_in_source(
        text, Edit("x", WHERE, Location("content/programme.md", 4), shown, wanted, shown), shown, wanted
    )
    return None if made is None else apply_changes(text, made).removeprefix(FRONT)


@pytest.mark.parametrize(
    ("markdown", "shown", "wanted", "expected"),
    [
        ("Ett *viktigt* ord.\n", "Ett viktigt ord.", "Ett viktigt sista ord.", "Ett *viktigt* sista ord.\n"),
        ("Ett *viktigt* ord.\n", "Ett viktigt ord.", "Ett mycket viktigt ord.", "Ett mycket *viktigt* ord.\n"),
        ("Ett *viktigt* ord.\n", "Ett viktigt ord.", "Ett stort ord.", "Ett *stort* ord.\n"),
        (
            'Se [vår sida](https://vår.example/sida "Sidan") nu.\n',
            "Se vår sida nu.",
            "Se vår webbsida då.",
            'Se [vår webbsida](https://vår.example/sida "Sidan") då.\n',
        ),
        ("Före[^1] efter.\n\n[^1]: En not.\n", "Före\ufffc efter.", "Före\ufffc och efter.", None),
        ('Han sa "ja" - och 5 % kom.\n', "Han sa ”ja” – och 5\u00a0% kom.", "Hon sa ”ja” – och 5\u00a0% kom.", None),
        (
            "Klart 2008-10-13 för grupper och -miljöer.\n",
            "Klart 2008\u201110\u201113 för grupper och \u2011miljöer.",
            "Klart 2008\u201110\u201114 för grupper och \u2011platser.",
            "Klart 2008-10-14 för grupper och -platser.\n",
        ),
        ("- ett\n- två ord\n  till\n", "ett", "ett ord", "- ett ord\n- två ord\n  till\n"),
        ("rad ett\nrad två\n", "rad ett rad två", "rad ett och två", "rad ett\noch två\n"),
        (
            "Se mer i [](measure:a)\nsom gäller nu.\nOch mer.\n",
            "Se mer i Belysning som gäller nu. Och mer.",
            "Se allt i Belysning som gäller då. Och mer.",
            "Se allt i [](measure:a)\nsom gäller då.\nOch mer.\n",
        ),
        ("Ett ord.\n", "Ett ord.", "Ett *ord* [x] & <b>.", "Ett \\*ord\\* \\[x\\] & \\<b>.\n"),
        ("Ett ord.\n", "Ett ord.", "Ett ~~ord~~ ==x== m^2^.", "Ett \\~~ord\\~~ \\==x\\== m\\^2^.\n"),
        ("Ett ord.\n", "Ett ord.", "[ ] Ett $$x$$ %%x%% ~5.", "\\[ \\] Ett \\$\\$x\\$$ \\%%x\\%% ~5.\n"),
    ],
)
def test_only_the_words_change(markdown: str, shown: str, wanted: str, expected: str | None) -> None:
    found = written(markdown, shown, wanted)
    assert found == (expected or markdown.replace("efter.", "och efter.", 1).replace("Han sa", "Hon sa"))


@pytest.mark.parametrize(
    ("markdown", "shown", "wanted"),
    [
        ("Ett *viktigt* ord.\n", "Ett viktigt ord.", "Tre."),
        ("Ett *viktigt* ord.\n", "Ett viktigt ord.", "Ett ord."),
        ("Före[^1] efter.\n\n[^1]: En not.\n", "Före\ufffc efter.", "Före efter."),
        ("Ett ord.\n", "Ett ord.", "Ett\nord."),
        ("Ett ord.\n", "Ett annat ord.", "Ett nytt ord."),
        ("Ett ord.\n", "Ett ord.", "# Ett ord."),
        ("Se [](measure:a) nu.\n", "Se Belysning nu.", "Se Ljus nu."),
    ],
)
def test_what_would_touch_more_than_words_is_left(markdown: str, shown: str, wanted: str) -> None:
    assert written(markdown, shown, wanted) is None


WORDS = st.lists(
    st.sampled_from(
        ["ett", "*två*", "**tre**", "[fyra](https://a.example)", '"fem"', "5 %", "- sex", "-sju", "2008-10-13"]
    ),
    max_size=8,
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    WORDS,
    st.integers(0, 30),
    st.integers(0, 30),
    st.sampled_from(["", "ny", "ny text ", "*", "[x]", "_a_", "&amp;", "\\"]),
)
def test_what_is_written_is_what_was_wanted(words: list[str], start: int, end: int, text: str) -> None:
    markdown = "Först " + " ".join(words) + " sist.\n"
    (block,) = parse(markdown, "x.md", 1, "sv")[0]
    assert isinstance(block, Paragraph)
    shown = plain_text(block.children)
    assert align(markdown.strip(), shown)
    wanted = (shown[: min(start, end)] + text + shown[max(start, end) :]).strip()
    if found := written(markdown, shown, wanted):
        (after,), problems = parse(found, "x.md", 1, "sv")
        assert isinstance(after, Paragraph)
        assert problems == []
        assert plain_text(after.children) == wanted


@given(st.text("ab c", max_size=20), st.text("ab c", max_size=20))
def test_the_changes_of_a_text_make_the_other(old: str, new: str) -> None:
    assert apply_changes(old, changes(old, new)) == new
    assert merge(old, [new]) == new
    assert merge(old, [new, old, new]) == new


def test_a_dispute_is_shown_and_not_written(tmp_path: Path) -> None:
    root = project(tmp_path)
    copy = sent(root)
    anna, bo = Reviewer(copy, "Anna"), Reviewer(copy, "Bo")
    anna.tracked("Sex", "Sju")
    anna.tracked("Inriktningen", "Riktningen")
    bo.tracked("Sex", "Fem")
    bo.tracked("fast", "tydlig")
    before = (root / PROGRAMME).read_text(encoding="utf-8")
    copies = anna.write(), bo.write()
    made = proposals(root, review(root, copies).findings)
    assert [(each.wanted, each.reason) for each in made] == [
        ("Riktningen är tydlig.", ""),
        (None, "disputed"),
    ]
    result = applied(root, *copies)
    assert [each.text for each in result.left] == ["Sju områden.", "Fem områden."]
    after = before.replace("Inriktningen är fast.", "Riktningen är tydlig.")
    assert (root / PROGRAMME).read_text(encoding="utf-8") == after


def test_after_applying_only_the_rest_is_left(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.tracked("Sex", "Sju")
    anna.tracked("En not med", "En fotnot med", "word/footnotes.xml")
    anna.silently("minska skadorna", "minska *alla* skador")
    anna.comment("fast", "Hur?")
    anna.parts["word/document.xml"] = anna.parts["word/document.xml"].replace("Kansliet", "Polisen", 1)
    copy = anna.write()
    result = applied(root, copy)
    assert len(result.done) == 3
    again = review(root, [copy])
    assert [(each.kind, each.text) for each in again.findings] == [(each.kind, each.text) for each in result.left]
    assert len(result.left) == 2


def test_a_text_that_has_moved_on(tmp_path: Path) -> None:
    root = project(tmp_path)
    git(root, "init", "-q")
    git(root, "add", "content")
    git(root, "commit", "-qm", "Utskickat")
    anna = Reviewer(sent(root))
    anna.tracked("Sex", "Sju")
    anna.tracked("Inriktningen", "Riktningen")
    copy = anna.write()
    file = root / PROGRAMME
    before = file.read_text(encoding="utf-8").replace("Sex områden.", "Åtta områden.")
    file.write_text(before.replace("är fast.", "är tydlig."), encoding="utf-8")
    made = proposals(root, review(root, [copy]).findings)
    assert [(each.old, each.wanted, each.reason) for each in made] == [
        ("Inriktningen är tydlig.", "Riktningen är tydlig.", ""),
        ("Åtta områden.", None, "moved-on"),
    ]
    assert [each.text for each in applied(root, copy).left] == ["Sju områden."]
    assert file.read_text(encoding="utf-8") == before.replace("Inriktningen är fast.", "Riktningen är tydlig.")
    assert [each.text for each in review(root, [copy]).findings] == ["Sju områden."]


def test_a_note_that_was_removed_is_left(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    main = anna.parts["word/document.xml"]
    end = main.index("</w:r>", main.index("<w:footnoteReference")) + len("</w:r>")
    start = main.rindex("<w:r>", 0, end)
    anna.replace(main[start:end], "")
    findings = review(root, [anna.write()]).findings
    assert [each.kind for each in findings] == ["edit"]
    assert [(each.wanted, each.reason) for each in proposals(root, findings)] == [(None, "markup")]


@pytest.mark.parametrize("end", [b"\r\n", b"\r", b"\n\r\n"])
def test_line_ends_and_the_byte_order_mark_stay(tmp_path: Path, end: bytes) -> None:
    root = project(tmp_path)
    file = root / PROGRAMME
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n\n", end * 2))
    before = file.read_bytes()
    anna = Reviewer(sent(root))
    anna.tracked("Sex", "Sju")
    applied(root, anna.write())
    assert file.read_bytes() == before.replace(b"Sex", b"Sju")
