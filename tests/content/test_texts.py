"""What texts lead to and show, through the whole loading."""

import shutil
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from PIL import Image

from safecomm.content.content import Content
from safecomm.content.load import load
from safecomm.diagnostic import MOST, ContentError
from tests.test_broken import HERE

TABLE = "| A |\n|---|\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"></svg>'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "good", tmp_path / "project"))


def write(project: Path, text: str, language: str = "") -> None:
    """Adds to the measure `lighting`."""
    file = project / "content" / "measures" / f"lighting{language}.md"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


def draw(file: Path) -> bytes:
    file.parent.mkdir(exist_ok=True)
    Image.new("RGB", (4, 3)).save(file)
    return file.read_bytes()


def problems(project: Path) -> list[tuple[str, str, str | None]]:
    with pytest.raises(ContentError) as caught:
        load(project)
    return [(each.code, str(each.location), each.nearest) for each in caught.value.diagnostics]


def references(content: Content) -> list[tuple[str, str]]:
    text = content.records["sv"].measures["lighting"].text
    return [(each.kind, each.identifier) for each in text.references]


def test_all_that_a_text_may_refer_to(project: Path) -> None:
    known = "measure:lighting project:exchange activity:programmes-work criterion:risk_groups evidence:planen"
    targets = [*known.split(), "organisation:polisen", "table:lampor"]
    write(
        project,
        f"{' '.join(f'[]({each})' for each in targets)}[^1]\n\n{TABLE}: B {{#lampor}}\n\n[^1]: [](table:lampor)",
    )
    assert references(load(project)) == [tuple(each.split(":")) for each in (*targets, "table:lampor")]


def test_the_nearest_target(project: Path) -> None:
    write(project, "[](evidence:lighting) [](measure:lightning) [](figure:lampor)[^1]\n\n[^1]: [](organisation:polisn)")
    write(project, f"[^1]\n\n{TABLE}: B {{#lampor}}")
    assert [nearest for _, _, nearest in problems(project)] == [
        "measure:lighting",
        "measure:lighting",
        "table:lampor",
        "organisation:polisen",
    ]


def test_a_record_that_could_not_be_read_is_there(project: Path) -> None:
    write(project, "[](activity:programmes-work) [](evidence:planen)")
    (project / "content/activities/programmes-work.md").write_text("x", encoding="utf-8")
    (project / "content/evidence.yaml").write_text("x", encoding="utf-8")
    assert "dead-reference" not in {code for code, _, _ in problems(project)}


def test_each_language_has_its_own_captions(project: Path) -> None:
    write(project, f"{TABLE}: B {{#lampor}}\n\n[](table:lampor)")
    write(project, f"{TABLE}: B {{#lampor}}\n\n[](table:lampor)", ".en")
    load(project)
    write(project, f"{TABLE}: B {{#bara-engelska}}", ".en")
    write(project, "[](table:bara-engelska)")
    assert [code for code, _, _ in problems(project)] == ["dead-caption"]


def test_pictures_by_their_paths(project: Path) -> None:
    first, second = (draw(project / "content" / name) for name in ("bilder/en karta.png", "measures/a.png"))
    (project / "content/bilder/en karta.svg").write_text(SVG)
    write(project, "![Karta](../bilder/en%20karta.svg)\n\n- ![A](a.png)\n\n![A](./a.png)")
    write(project, "![Map](<../bilder/en karta.svg>)", ".en")
    content = load(project)
    assert list(content.pictures) == ["content/bilder/en karta.svg", "content/measures/a.png"]
    assert [(each.fallback, each.data) for each in content.pictures.values()] == [(first, SVG.encode()), (None, second)]


@pytest.mark.parametrize("forms", [("NFD", "NFC"), ("NFC", "NFD")])
def test_a_picture_is_found_however_the_letters_of_its_name_are_stored(
    project: Path, forms: tuple[Literal["NFC", "NFD"], Literal["NFC", "NFD"]]
) -> None:
    """As from a Mac, where accents are stored apart from their letters; a folder's name, too."""
    stored, written = (normalize(form, "över/Karta över sjön.png") for form in forms)
    drawn = draw(project / "content" / stored)
    write(project, f"![Karta](<../{written}>)")
    assert [picture.data for picture in load(project).pictures.values()] == [drawn]


def test_a_picture_that_no_text_shows_does_not_belong_in_content(project: Path) -> None:
    for name in ("bilder/a.png", "kartor/b.png", "measures/c.png"):
        draw(project / "content" / name)
    write(project, "![A](../bilder/a.png)")
    assert [place for _, place, _ in problems(project)] == ["content/kartor", "content/measures/c.png"]


def test_a_broken_picture_is_reported_wherever_it_is_shown(project: Path) -> None:
    (project / "content/a.png").write_text("x")
    write(project, "![A](../a.png)")
    write(project, "![A](../a.png)", ".en")
    assert [code for code, _, _ in problems(project)] == ["picture-broken"] * 2


@pytest.mark.parametrize("target", ["outside.png", "project/inside.png"])
def test_a_link_out_of_content_is_not_followed(project: Path, target: str) -> None:
    draw(project.parent / target)
    (project / "content/a.png").symlink_to(project.parent / target)
    (project / "content/bilder").symlink_to((project.parent / target).parent)
    write(project, f"![A](../a.png)\n\n![A](../bilder/{Path(target).name})")
    assert [code for code, _, _ in problems(project)] == ["picture-outside"] * 2


def test_a_note_that_is_called_often_refers_once(project: Path) -> None:
    write(project, "a[^n] " * 999 + "\n\n[^n]: " + "[](measure:lighting) " * 99)
    assert len(references(load(project))) == 99


def test_among_very_many_names_none_is_guessed(project: Path) -> None:
    """Each guess looks at all names: thousands of dead references among thousands of names would take hours."""
    table = TABLE + "\n: A {{#namn-{}}}\n\n"
    write(project, "[](table:namn-0x)\n\n" + "".join(map(table.format, range(MOST))))
    assert problems(project)[0][2] == "table:namn-0"
    write(project, table.format(MOST))
    assert problems(project)[0][2] is None


def test_a_loop_of_links_is_refused(project: Path) -> None:
    loop = project / "content/a.png"
    loop.symlink_to(loop)
    write(project, "![A](../a.png)")
    assert [code for code, _, _ in problems(project)] == ["picture-outside"]
