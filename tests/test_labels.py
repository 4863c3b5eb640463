"""Every value, field and kind of record has a label, in the project's words where it has some of its own."""

import shutil
from enum import Enum, StrEnum
from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.catalogue import known_languages, packaged_templates
from safecomm.cli.main import cli
from safecomm.content import vocabulary
from safecomm.content.content import Language
from safecomm.content.field_types import Record, inner_record
from safecomm.content.folder import KINDS
from safecomm.content.records import Contact, Figure, Measure
from safecomm.content.versions import TRANSLATES
from safecomm.content.vocabulary import Age
from safecomm.labels import Labels, lower_first, snake
from tests.test_broken import HERE

PROJECT = HERE.parent
LANGUAGES: tuple[Language, ...] = ("sv", "en")


def models(model: type[Record]) -> list[type[Record]]:
    """The model and those of the records that its fields hold."""
    inner = filter(None, (inner_record(model, name) for name in model.model_fields))
    return [model, *(part for record in inner for part in models(record))]


MODELS: list[type[Record]] = [part for kind in KINDS.values() for part in models(kind)]
LISTS: list[type[Enum]] = [
    each
    for each in vars(vocabulary).values()
    if isinstance(each, type) and issubclass(each, Enum) and each is not StrEnum
]


def own(folder: Path, phrases: str) -> Labels:
    (folder / "templates").mkdir()
    (folder / "templates" / "phrases.sv.jinja").write_text(phrases, encoding="utf-8")
    return Labels(folder, "sv")


@pytest.mark.parametrize("language", known_languages())
def test_everything_has_a_label(language: Language) -> None:
    labels = Labels(PROJECT, language)
    assert [name for model in MODELS for name in model.model_fields if labels.field(model, name) == name] == []
    assert [kind for kind in KINDS if kind in (labels.kind(kind), labels.subject(kind))] == []
    values = [value for each in LISTS for value in each]
    assert len(values) > 50
    assert [value for value in values if not labels.phrase(snake(type(value).__name__), value.value)] == []


def test_no_label_is_without_its_field() -> None:
    swedish, english = (Labels(PROJECT, language).packaged["field"] for language in LANGUAGES)
    assert isinstance(swedish, dict)
    assert isinstance(english, dict)
    assert list(swedish) == list(english) == sorted(swedish)
    fields = {name for model in MODELS for name in model.model_fields} | {*known_languages(), TRANSLATES}
    special = {f"{snake(model.__name__)}.{name}" for model in MODELS for name in model.model_fields}
    assert swedish.keys() <= fields | special


def test_a_field_may_mean_something_else_in_one_record() -> None:
    labels = Labels(PROJECT, "sv")
    assert [labels.field(model, "name") for model in (Contact, Figure)] == ["Namn", "Benämning"]
    assert labels.field(Measure, "weather") == "weather"


def test_what_older_phrases_of_a_project_lack_the_program_names(tmp_path: Path) -> None:
    labels = own(tmp_path, '{% set age = {"youth": "Unga"} %}{% set field = {"email": "Mejl"} %}{% set record = "" %}')
    assert [labels.value(each) for each in (Age.YOUTH, Age.ADULTS)] == ["Unga", "Vuxna 25–64 år"]
    assert [labels.field(Contact, name) for name in ("email", "phone")] == ["Mejl", "Telefon"]
    assert labels.kind("measures") == "Insats"


@pytest.mark.parametrize("phrases", ["{% set age = ", "{% set age = 1 / 0 %}", "{% set age = [].x.y %}"])
def test_labels_do_not_fail_with_the_phrases(phrases: str, tmp_path: Path) -> None:
    assert own(tmp_path, phrases).value(Age.YOUTH) == "Ungdomar 15–24 år"


@pytest.mark.parametrize("text", ["{annat}", "{0}", "{first.x}", "{first", "{first[x]}"])
def test_a_phrase_that_asks_for_what_there_is_not_does_not_fail(text: str, tmp_path: Path) -> None:
    labels = own(tmp_path, f'{{% set figures_text = {{"same": "{text}"}} %}}')
    assert labels.filled({"first": "1", "last": "2"}, "figures_text", "same") == "oförändrat, 1 och 2."


def test_every_command_takes_the_projects_word(tmp_path: Path) -> None:
    before = shutil.copytree(HERE / "good", tmp_path / "before")
    project = shutil.copytree(HERE / "good", tmp_path / "project")
    shutil.copytree(packaged_templates(), project / "templates")
    phrases = project / "templates" / "phrases.sv.jinja"
    phrases.write_text(phrases.read_text(encoding="utf-8").replace('"Ansvarig"', '"Bollhållare"'), encoding="utf-8")
    measure = project / "content" / "measures" / "lighting.md"
    measure.write_text(measure.read_text(encoding="utf-8").replace("kansliet", "polisen"), encoding="utf-8")

    def said(*arguments: str) -> str:
        return CliRunner().invoke(cli, [*arguments, "--project", str(project)], catch_exceptions=False).output

    assert "lighting: bollhållare Kansliet → Polisen" in said("diff", str(before))
    assert '"title": "Bollhållare"' in said("schema", "measures")
    said("new", "measure", "nytt")
    assert "# Bollhållare: " in (project / "content" / "measures" / "nytt.md").read_text(encoding="utf-8")


def test_an_english_project_gets_english_files(tmp_path: Path) -> None:
    project = shutil.copytree(HERE / "good", tmp_path, dirs_exist_ok=True)
    community = project / "content" / "community.md"
    text = community.read_text(encoding="utf-8")
    community.write_text(text.replace("languages: [sv, en]", "language: en"), encoding="utf-8")
    for arguments in (["new", "measure", "more"], ["schema", "--write"]):
        assert CliRunner().invoke(cli, [*arguments, "--project", str(project)]).exit_code == 0
    assert "# Ages: 0–14 years (children)" in (project / "content" / "measures" / "more.md").read_text(encoding="utf-8")
    schemas = "".join(file.read_text(encoding="utf-8") for file in (project / "content" / ".schemas").iterdir())
    assert "There is no such id." in schemas
    assert "å" not in schemas.lower()


@pytest.mark.parametrize(("label", "inside"), [("E-post", "e-post"), ("WHO", "WHO"), ("Ö", "ö"), ("", "")])
def test_a_label_inside_a_sentence(label: str, inside: str) -> None:
    assert lower_first(label) == inside
