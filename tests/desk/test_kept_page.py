"""What a desk keeps of a document's page from one state of the files to the next changes nothing in what it shows."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.desk.desk import Desk
from safecomm.desk.document_view import SENT, document_named, render, side_of
from safecomm.desk.made_document import MadeDocument, show_document
from safecomm.desk.written_chapters import ChapterWriter, WrittenChapters
from tests.changes.drafts import replaced
from tests.test_rebuild import EDITS

Edit = Callable[[Path], object]
SOLNA = Path(__file__).parents[2] / "content"
STEMS = ("application.en", "application.sv", "programme.sv")
OF_THE_MOMENT = re.compile(r"\d\d:\d\d:\d\d|data-state=\"\d+\"")


def page(desk: Desk, stem: str) -> str:
    desk.refresh()
    shown = render(desk, document_named(desk, stem))
    return OF_THE_MOMENT.sub("", bytes(shown.body).decode())


def chapters_in(page: str) -> dict[str, str]:
    """Their HTML by their digests."""
    parts = page.partition("<section")[0].split('<div data-chapter="')[1:]
    return {part[:16]: part[18:].strip().removesuffix("</div>") for part in parts}


def added(path: str, text: str) -> Edit:
    def edit(project: Path) -> None:
        with (project / "content" / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return edit


CHANGES: dict[str, Edit] = {
    "a title that others name": replaced("measures/lighting.en.md", "title: Lighting", "title: Light"),
    "what a measure is": replaced("organisations.yaml", "en: Police", "en: Lighting"),
    "a fact of a record": replaced("measures/lighting.md", "responsible: kansliet\n", ""),
    "a text with a note": added("programme.en.md", "\n\nMore[^more].\n\n[^more]: A note before others.\n"),
    "a list": added("council.en.md", "\n\n1. one\n2. two\n"),
    "a question that is answered": replaced("application.md", "date: 2009-02-01\n", ""),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("stem", STEMS)
def test_a_changed_page_is_as_if_nothing_had_been_kept(project: Path, change: str, stem: str) -> None:
    desk = Desk(project, "en")
    before = page(desk, stem)
    CHANGES[change](project)
    changed = page(desk, stem)
    assert changed != before or not stem.endswith("en")
    assert changed == page(Desk(project, "en"), stem)


def test_only_what_has_changed_is_written_anew(project: Path) -> None:
    """Of the texts of Solna one is named in six chapters of more than a hundred."""
    shutil.rmtree(project / "content")
    shutil.copytree(SOLNA, project / "content")
    desk = Desk(project, "sv")
    page(desk, "application.sv")
    written = desk.kept(WrittenChapters).kept
    before = set(written)
    replaced("measures/accessibility-guide.md", "title: ", "title: Nya ")(project)
    page(desk, "application.sv")
    assert len(before) > 100
    assert 0 < len(written.keys() - before) < 10


def test_a_page_is_sent_the_chapters_that_it_lacks(client: TestClient, project: Path, desk: Desk) -> None:
    address = "/document/programme.sv"
    whole = chapters_in(client.get(address).text)
    assert all(whole.values())
    replaced("programme.md", "Inriktningen är fast.", "Inriktningen är ny.")(project)
    desk.refresh()
    sent = chapters_in(client.get(address, headers={SENT: " ".join(whole)}).text)
    lacking = {digest: html for digest, html in sent.items() if html}
    assert lacking.keys() == sent.keys() - whole.keys()
    assert "Inriktningen är ny." in "".join(lacking.values())
    assert chapters_in(client.get(address).text) == {digest: html or whole[digest] for digest, html in sent.items()}


def test_of_two_chapters_that_are_the_same_one_is_sent(desk: Desk) -> None:
    """The page may have but one of them."""
    side = side_of(desk, show_document(desk, document_named(desk, "programme.sv")).made)
    chapter, *_ = side.chapters
    whole = ChapterWriter(desk, side, ()).write(chapter, lambda _blocks: "same")
    writer = ChapterWriter(desk, side, [whole.digest])
    assert [writer.lacking(chapter, pytest.fail) for _ in range(2)] == [whole._replace(html=""), whole]


def test_what_is_wrong_since_stands_beside_a_text_that_has_not_changed(project: Path) -> None:
    desk = Desk(project, "en")
    assert 'class="beside wrong"' not in page(desk, "application.en")
    replaced("measures/lighting.md", "responsible: kansliet", "responsible: nobody")(project)
    assert 'class="beside wrong"' in page(desk, "application.en")


def test_a_link_goes_with_the_place_to_which_it_leads(project: Path) -> None:
    desk = Desk(project, "en")
    made = show_document(desk, document_named(desk, "application.en")).made
    without = made._replace(page=made.page._replace(names=frozenset()))
    chapter = next(chapter for chapter in made.page.chapters if chapter.led_to & made.page.names)

    def written(made: MadeDocument, html: str) -> str:
        return ChapterWriter(desk, side_of(desk, made), ()).write(chapter, lambda _blocks: html).html

    assert [written(made, "linked"), written(made, "anew"), written(without, "anew")] == ["linked", "linked", "anew"]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_a_page_is_as_if_nothing_had_been_kept(project: Path, seed: int) -> None:
    desk, chance = Desk(project, "en"), random.Random(seed)
    for _ in range(8):
        for edit in chance.choices(EDITS, k=2):
            edit(project, chance)
        fresh = Desk(project, "en")
        if not desk.refresh().problems:
            for stem in STEMS:
                assert page(desk, stem) == page(fresh, stem)
