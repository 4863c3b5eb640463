"""The documents of the real content: current twins, the same bytes everywhere, drafts and final ones told apart."""

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from safecomm.build import Built, Run, build
from safecomm.build_id import state_of
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from tests.bilingual import DOCUMENTS
from tests.content.test_real_content import RESPONSIBILITY
from tests.test_broken import HERE

PROJECT = HERE.parent


@pytest.fixture(scope="module")
def solna() -> Run:
    return build(PROJECT, DOCUMENTS, final=False, language=None)


def part(built: Built, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(built.docx)) as archive:
        return archive.read(name).decode()


def all_parts(built: Built) -> str:
    with zipfile.ZipFile(io.BytesIO(built.docx)) as archive:
        texts = (name for name in archive.namelist() if not name.startswith("word/embeddings/"))
        return "\n".join(archive.read(name).decode() for name in texts)


def test_the_committed_twins_are_current(solna: Run) -> None:
    for built in solna.built:
        committed = (PROJECT / "build" / f"{built.document.stem}.md").read_text(encoding="utf-8")
        assert built.twin == committed, f"run `safecomm build` and commit build/{built.document.stem}.md"


def test_every_measure_stands_in_the_programme_with_who_is_responsible_and_with_whom(solna: Run) -> None:
    records = load(PROJECT).records["sv"]
    names = {id_: each.name.to("sv") for id_, each in records.organisations.items()}
    in_text = {id_: (each.in_text or each.name).to("sv") for id_, each in records.organisations.items()}
    lines = iter(solna.built[0].twin.split("\n\n"))
    for id_, (responsible, partners) in (item for each in RESPONSIBILITY.values() for item in each.items()):
        title = records.measures[id_].title
        assert any(re.fullmatch(rf"#+ {re.escape(title)}", line) for line in lines), (
            f"{title} is not there, or not in its place"
        )
        assert next(lines) == responsibility(responsible, partners, names, in_text)


def responsibility(
    responsible: str | None, partners: tuple[str, ...], names: dict[str, str], in_text: dict[str, str]
) -> str:
    """The line as the programme of 2008 would have it, put together without the templates' phrases."""
    answers = (
        "framgår inte av programmet" if responsible is None else {**names, "council": "Trygghetsrådet"}[responsible]
    )
    council = ["samtliga i Trygghetsrådet"] if "council" in partners else []
    others = [in_text[each] for each in partners if each != "council"]
    listed = " och ".join(filter(None, [", ".join(others[:-1]), others[-1]])) if others else ""
    together = " samt ".join(filter(None, [*council, listed]))
    return f"Ansvarig: {answers}" + (f", i samverkan med {together}" if together else "")


def test_the_true_gaps_are_told(solna: Run) -> None:
    places = {(each.code, each.location.path) for each in solna.gaps}
    assert places >= {
        ("no-responsible", "content/measures/equal-treatment-plans.md"),
        ("no-injury-figures", "content/criteria/injury_documentation.md"),
        ("briefs-incomplete", "content/programme.md"),
        ("no-letter", "content/application.md"),
        ("no-contact", "content/application.md"),
        ("no-date", "content/application.md"),
    }


DIGESTS = """
import hashlib, sys
from pathlib import Path
from safecomm.build import build
from safecomm.build_id import state_of
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from tests.bilingual import DOCUMENTS
for each in build(Path(sys.argv[1]), DOCUMENTS, False, None).built:
    print(hashlib.sha256(each.docx).hexdigest(), hashlib.sha256(each.twin.encode()).hexdigest())
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Tokyo"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "sv_SE.UTF-8", "TZ": "America/Lima"},
    ],
)
def test_the_same_bytes_in_any_locale_zone_and_hash_seed(solna: Run, environment: dict[str, str]) -> None:
    output = subprocess.run(
        [sys.executable, "-c", DIGESTS, str(PROJECT)], env=os.environ | environment, capture_output=True, check=True
    ).stdout.decode()
    mine = [
        (hashlib.sha256(each.docx).hexdigest(), hashlib.sha256(each.twin.encode()).hexdigest()) for each in solna.built
    ]
    assert [tuple(line.split()) for line in output.splitlines()] == mine


def test_no_part_knows_what_day_it_is(solna: Run) -> None:
    for built in solna.built:
        with zipfile.ZipFile(io.BytesIO(built.docx)) as archive:
            assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "dcterms" not in re.sub(r"xmlns:dcterms=\"[^\"]*\"", "", part(built, "docProps/core.xml"))


def test_a_draft_is_marked_and_a_final_document_is_not(solna: Run) -> None:
    final = build(HERE / "good", DOCUMENTS, final=True, language=None)
    for draft, word in zip(solna.built, ("Utkast", "Utkast", "Draft"), strict=True):
        assert "<w:trackRevisions" in part(draft, "word/settings.xml")
        assert word in draft.twin
    for built in final.built:
        assert "<w:trackRevisions" not in part(built, "word/settings.xml")
        assert "Utkast" not in built.twin
        assert "Draft" not in built.twin


def test_the_build_id_stands_in_the_document_and_not_in_the_twin() -> None:
    built = build(HERE / "good", DOCUMENTS[:1], final=False, language=None).built[0]
    found = re.findall(r"\b[0-9a-f]{8}\b", part(built, "word/header1.xml") + part(built, "word/header2.xml"))
    assert found
    assert found[0] not in built.twin


def test_the_build_id_tells_states_of_content_apart_and_nothing_else(tmp_path: Path) -> None:
    shutil.copytree(HERE / "good", tmp_path / "a")
    first = state_of([tmp_path / "a"]).id
    for file in (tmp_path / "a").rglob("*.md"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    (tmp_path / "a" / ".cache").mkdir()
    (tmp_path / "a" / ".cache" / "x").write_text("x")
    (tmp_path / "a" / "content" / "~$x.docx").write_text("x")
    assert state_of([tmp_path / "a"]).id == first
    (tmp_path / "a" / "content" / "council.md").write_text("x")
    assert state_of([tmp_path / "a"]).id != first


def test_no_emblem_no_claim_and_no_leftover_tag(solna: Run) -> None:
    for built in solna.built:
        assert not re.search(r"\{[{%#]|[}%#]\}", all_parts(built))
        assert "is designated" not in built.twin
        assert "word/media" not in all_parts(built)


def with_phrases(project: Path, old: str, new: str) -> Path:
    """The good project with templates of its own, in which a phrase differs."""
    shutil.copytree(HERE / "good", project, dirs_exist_ok=True)
    shutil.copytree(PROJECT / "templates", project / "templates")
    phrases = project / "templates" / "phrases.sv.jinja"
    phrases.write_text(phrases.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return project


def test_a_project_may_bring_templates_of_its_own(tmp_path: Path) -> None:
    projects = (HERE / "good", with_phrases(tmp_path, '"Inledning"', '"Bakgrund"'))
    twins = [build(each, DOCUMENTS[:1], False, None).built[0].twin for each in projects]
    assert ["# Inledning" in twin for twin in twins] == [True, False]
    assert ["# Bakgrund" in twin for twin in twins] == [False, True]


def test_a_fault_of_a_template_is_told_in_its_place(tmp_path: Path) -> None:
    project = with_phrases(tmp_path, "{% set introduction", "{% set introduktion")
    with pytest.raises(ContentError) as caught:
        build(project, DOCUMENTS[:1], False, None)
    found = caught.value.diagnostics[0]
    assert (found.code, found.location.path) == ("template-unknown-name", "templates/programme.docx")
    assert found.nearest == "introduktion"
