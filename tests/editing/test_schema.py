"""The schemas and the program agree, by the judgement of a JSON Schema validator and a YAML reader like an editor's."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from safecomm.cli.main import cli
from safecomm.content import records
from safecomm.content.content import Language
from safecomm.content.field_types import Record
from safecomm.content.folder import KINDS as MODELS
from safecomm.content.folder import LISTS
from safecomm.content.load import load
from safecomm.content.project_index import index_of_known_ids
from safecomm.content.validate import ROWS
from safecomm.diagnostic import ContentError
from safecomm.editing import schema_files
from safecomm.editing.schema import IDS, description_of, id_lists, names, schema
from safecomm.labels import Labels
from safecomm.messages.texts import record_texts
from tests.bilingual import LANGUAGES
from tests.conftest import Golden
from tests.test_broken import HERE, broken_project

PROJECT = Path(__file__).parents[2]
CONTENT = PROJECT / "content"
LABELS = Labels(PROJECT, "sv")

EXPRESSED = [
    "duplicate-key",
    "empty-value",
    "line-break",
    "missing-key",
    "not-a-date",
    "not-a-list",
    "not-a-mapping",
    "not-a-number",
    "not-text",
    "not-translated",
    "not-true-or-false",
    "rows-in-yaml",
    "text-in-front-matter",
    "unknown-key",
    "unknown-reference",
    "unknown-value",
    "yaml-no-mapping",
]
"""The codes that a schema, or the YAML reader before it, can express; others need the text, the CSV or two files."""

UNSEEN = {
    "not-a-number": {"content/community.md", "content/statistics/injuries.csv"},
    "unknown-key": {"content/criteria/programmes.en.md"},
}
"""What the program refuses and a schema cannot see: `1e10`, a CSV, the themes of another file."""


class Reader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it; unlike PyYAML, they refuse a key that stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        if len(keys) != len(set(keys)):
            raise yaml.YAMLError("a key stands twice")
        return super().construct_mapping(node, deep)


Reader.yaml_implicit_resolvers = {}
for tag, pattern in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
):
    Reader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), None)


def kind_of(path: str) -> str:
    """The schema for a path such as `content/measures/hearings.en.md`."""
    kind = path.split("/")[1].split(".")[0]
    if kind in LISTS and path.endswith(".yaml"):
        return f"{kind}.list"
    return f"{kind}.en" if path.endswith(".en.md") else kind


def rejected(project: Path) -> Iterator[str]:
    """The files that a schema does not accept."""
    ids = DRAFT7.create_resource(id_lists(index_of_known_ids(project).ids, "sv"))
    registry: Registry[Any] = Registry().with_resource(IDS, ids)
    validators = {
        name: Draft7Validator(schema(name, LABELS, LANGUAGES), registry=registry, format_checker=CHECKER)
        for name in names(LANGUAGES)
    }
    for file in sorted((project / "content").rglob("*.*")):
        path = file.relative_to(project).as_posix()
        if file.suffix in (".md", ".yaml") and not any(part.startswith(".") for part in path.split("/")):
            text = file.read_text(encoding="utf-8")
            try:
                value = yaml.load(text.split("---\n")[1] if file.suffix == ".md" else text, Reader)
            except yaml.YAMLError:
                yield path
            else:
                if not validators[kind_of(path)].is_valid(value):
                    yield path


CHECKER = Draft7Validator.FORMAT_CHECKER


@pytest.mark.parametrize("project", [PROJECT, HERE / "good"], ids=["real", "good"])
def test_what_the_program_accepts_the_schemas_accept(project: Path) -> None:
    assert list(rejected(project)) == []


@pytest.mark.parametrize("code", EXPRESSED)
def test_what_the_program_refuses_the_schemas_refuse(code: str, tmp_path: Path) -> None:
    project = broken_project(HERE / "broken" / code, tmp_path)
    with pytest.raises(ContentError) as caught:
        load(project)
    expected = {each.location.path for each in caught.value.diagnostics} - UNSEEN.get(code, set())
    assert expected
    assert set(rejected(project)) == expected


def test_the_committed_schemas_are_current(golden: Golden) -> None:
    for name in names(LANGUAGES):
        golden(CONTENT / ".schemas" / f"{name}.json", schema_files.text(schema(name, LABELS, LANGUAGES)))
    golden(CONTENT / ".schemas" / IDS, schema_files.text(id_lists(index_of_known_ids(PROJECT).ids, "sv")))
    assert {file.stem for file in (CONTENT / ".schemas").iterdir()} == {*names(LANGUAGES), "ids"}


def test_every_content_file_names_its_schema() -> None:
    seen = 0
    for file in [*CONTENT.rglob("*.md"), *CONTENT.glob("*.yaml"), *CONTENT.glob("*/*.yaml")]:
        path = file.relative_to(PROJECT).as_posix()
        line = file.read_text(encoding="utf-8").split("\n")[1 if file.suffix == ".md" else 0]
        assert line == schema_files.comment(kind_of(path)), path
        assert (file.parent / line.split("=")[1]).is_file()
        seen += 1
    assert seen > 100


def test_every_schema_is_one() -> None:
    for name in names(LANGUAGES):
        Draft7Validator.check_schema(schema(name, LABELS, LANGUAGES))
    Draft7Validator.check_schema(id_lists({"measures": ["a"], "projects": []}, "sv"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_field_is_described_and_nothing_else(language: Language) -> None:
    models: set[type[Record]] = {
        each for each in vars(records).values() if isinstance(each, type) and issubclass(each, Record)
    }
    for model in models - {Record, records.Observation}:
        for name in model.model_fields.keys() - {ROWS}:
            assert description_of(model, name, language).endswith(".")
    for model in models:
        assert record_texts(language)["fields"].get(model.__name__, {}).keys() <= model.__annotations__.keys()
    assert record_texts(language)["fields"].keys() <= {model.__name__ for model in models}
    assert record_texts(language)["kinds"].keys() == MODELS.keys()
    assert record_texts(language)["hints"].keys() == record_texts("sv")["hints"].keys()


def run(*arguments: str) -> str:
    return CliRunner().invoke(cli, ["schema", *arguments], catch_exceptions=False).output


def test_the_command_lists_and_prints() -> None:
    assert run().split() == names(LANGUAGES)
    assert json.loads(run("measures.en")) == schema("measures.en", LABELS, LANGUAGES)
    assert "välj bland: community" in run("measure")


def test_the_command_writes_all_or_nothing(tmp_path: Path) -> None:
    project = broken_project(HERE / "broken" / "yaml-documents", tmp_path)
    assert "[yaml-documents]" in run("--write", "--project", str(project))
    assert not (project / "content" / ".schemas").exists()
    (project / "content" / "evidence.yaml").write_bytes((HERE / "good" / "content" / "evidence.yaml").read_bytes())
    assert "skrev scheman" in run("--write", "--project", str(project))
    ids = json.loads((project / "content" / ".schemas" / IDS).read_text(encoding="utf-8"))
    assert ids["definitions"]["organisations"]["enum"] == ["kansliet", "polisen", "styrelsen"]
    assert ids["definitions"]["activities"]["enum"]
    assert load(project)
