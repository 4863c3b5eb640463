"""Whoever fills in a form reads what a field is for, and nothing of files, ids and values in YAML."""

import re
from collections.abc import Iterator

import pytest

from safecomm.content.field_types import Record, choices_of, record_fields
from safecomm.content.folder import KINDS
from safecomm.content.records import Decision
from safecomm.editing.form_words import explain_field, explain_kind
from safecomm.messages.texts import load_texts

RAW = re.compile(
    r"[a-z]_[a-z]|\b[iI]d\b|content/|\.(md|yaml|csv)\b|safecomm |\btrue\b|\["
    r"|citattecken|quotation marks|\bcsv\b|SHA|(skriven|written) [0-9-]{10}\."
)
SAID_BY_THE_PROGRAM = {Decision}
"""What no form shows: it is decided on a page of its own."""


def models(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for inner in record_fields(model).values():
        yield from models(inner)


MODELS = sorted(
    {inner for model in KINDS.values() if model not in SAID_BY_THE_PROGRAM for inner in models(model)},
    key=lambda model: model.__name__,
)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("model", MODELS)
def test_a_field_is_explained_without_what_stands_in_its_file(model: type[Record], language: str) -> None:
    for name in model.model_fields:
        said = explain_field(model, name, language)
        assert not RAW.search(said)
        # In English a value may be the word itself, and “social” is one in Swedish, too.
        values = [value for value in choices_of(model, name) if language == "sv" and value.isalpha()]
        values = [value for value in values if value != "social"]
        assert not [value for value in values if re.search(rf"\b{re.escape(value)}\b", said)]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_kind_of_record_is_explained_without_its_file(language: str) -> None:
    for kind in KINDS.keys() - {"decisions"}:
        assert explain_kind(kind, language)
        assert not re.search(r"\bid\b|\bfile|\bfil|safecomm", explain_kind(kind, language))


def test_every_explanation_belongs_to_a_field_and_stands_in_both_languages() -> None:
    texts = load_texts("desk_fields")
    declared = {
        f"{owner.__name__}.{name}" for model in MODELS for owner in model.__mro__ for name in model.model_fields
    }
    assert texts["sv"]["fields"].keys() == texts["en"]["fields"].keys() <= declared
    assert texts["sv"]["kinds"].keys() == texts["en"]["kinds"].keys() <= KINDS.keys()
