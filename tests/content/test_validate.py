"""Records from plain data: values as editors write them, and every error type of ours in the editor's words."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from safecomm.codes.codes import load_group
from safecomm.content.field_types import Record, Years
from safecomm.content.folder import KINDS
from safecomm.content.records import Figure, Followup, Measure, Observation, Value
from safecomm.content.validate import CODES, validate
from safecomm.content.yaml_data import Data, parse
from safecomm.markdown.blocks import Prose
from tests.bilingual import LANGUAGES


class Sample(Record):
    period: Years
    share: float = 0.5


def test_numbers_as_swedes_and_britons_write_them() -> None:
    for text, value in (("65 289", 65289), ("65\u00a0289", 65289), ("21,66", "21.66"), ("21.66", "21.66")):
        record, problems = validate(Observation, {"year": "2008", "value": text}, Data("x.csv", {}), LANGUAGES)
        assert problems == []
        assert record is not None
        assert record.value == Decimal(value)


@pytest.mark.parametrize("text", ["nan", "Infinity", "12 kg", "1e", "--1", "ett"])
def test_what_is_no_number(text: str) -> None:
    record, problems = validate(Observation, {"year": "2008", "value": text}, Data("x.csv", {}), LANGUAGES)
    assert record is None
    assert [each.code for each in problems] == ["not-a-number"]
    assert problems[0].values["value"] == text


@pytest.mark.parametrize("text", ["2008", "2008-2011", "2008–2011", "2008 - 2011"])
def test_periods(text: str) -> None:
    assert validate(Sample, {"period": text}, Data("x.md", {}), LANGUAGES)[0] is not None


@pytest.mark.parametrize("text", ["08", "2011-2008", "2008/2011", "", "2008-"])
def test_what_is_no_period(text: str) -> None:
    assert [each.code for each in validate(Sample, {"period": text}, Data("x.md", {}), LANGUAGES)[1]] == [
        "not-a-period"
    ]


def test_an_error_type_without_a_code_of_its_own_still_has_a_message() -> None:
    problems = validate(Sample, {"period": "2008", "share": "half"}, Data("x.md", {}), LANGUAGES)[1]
    assert [each.code for each in problems] == ["wrong-value"]


def test_every_code_has_a_message() -> None:
    assert set(CODES.values()) <= load_group("fields").codes.keys()


def test_all_problems_of_a_record_are_told_at_their_places() -> None:
    data = parse("titel: X\norder: first\npartners: polisen\n", "content/measures/x.md", 2)
    problems = validate(Measure, data.value, data, LANGUAGES)[1]
    assert {(each.code, each.location.line) for each in problems} >= {
        ("unknown-key", 2),
        ("not-a-whole-number", 3),
        ("not-a-list", 4),
        ("missing-key", 1),
        ("missing-text", 1),
    }


def test_nested_problems_name_the_whole_path() -> None:
    data = parse("value: 1\nname: {sv: A}\nunit: {se: km}\n", "content/x.yaml")
    problems = validate(Figure, data.value, data, LANGUAGES)[1]
    assert {(each.code, each.values["key"]) for each in problems} == {
        ("missing-key", "unit.sv"),
        ("unknown-key", "unit.se"),
    }


WRONG: tuple[Any, ...] = (
    "",
    " ",
    "x",
    "two\nlines",
    "1e400",
    "9" * 5000,
    "-1",
    "-",
    "1.5",
    "1.500",
    "2008-02-30",
    "2011-2008",
    None,
    [],
    [""],
    ["x"],
    [["x"]],
    [{}],
    [{"x": "y"}],
    {},
    {"x": "y"},
    {"sv": ""},
    {"sv": ["x"]},
    {"sv": "a", "en": {}},
    Prose("x", "sv", ()),
)
"""What a file can hold in place of a value: text of any kind, nothing, a list, fields, a text of paragraphs."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_wrong_value_of_every_field_has_words_of_its_own(kind: str) -> None:
    model = KINDS[kind]
    told: set[str] = set()
    for field in (*model.model_fields, "unknown"):
        for value in WRONG:
            for each in validate(model, {field: value}, Data("x.md", {}), LANGUAGES)[1]:
                told.add(each.code)
                for language in ("sv", "en"):
                    assert each.message(language)
                    assert each.hint(language)
    assert told >= {"missing-key", "unknown-key", "empty-value", "not-text"}
    assert "wrong-value" not in told


def test_every_code_of_pydantic_is_one_that_a_record_can_raise() -> None:
    raised = set()
    for row in ({"value": "4", "status": "suppressed"}, {"value": "4", "lower": "5", "upper": "6"}):
        with pytest.raises(ValidationError) as wrong:
            Observation.model_validate({"year": "2008", **row})
        raised |= {each["type"] for each in wrong.value.errors()}
    models: tuple[type[Record], ...] = (*KINDS.values(), Figure, Observation)
    for model in models:
        for field in (*model.model_fields, "unknown"):
            for value in WRONG:
                try:
                    model.model_validate({field: value}, context={"languages": LANGUAGES})
                except ValidationError as fault:
                    raised |= {each["type"] for each in fault.errors()}
    with pytest.raises(ValidationError) as alone:
        Value.model_validate(
            {"name": "Skogen", "kind": "environment", "within": ["youth"]}, context={"languages": LANGUAGES}
        )
    raised |= {error["type"] for error in alone.value.errors()}
    with pytest.raises(ValidationError) as unexplained:
        Followup.model_validate({"status": "stopped"}, context={"languages": LANGUAGES})
    raised |= {error["type"] for error in unexplained.value.errors()}
    assert raised == CODES.keys()
