"""The kinds of field that records are made of, and the marks that loading and resolving read from them."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from safecomm.markdown.blocks import Prose as ProseBlocks

YEAR = "[12][0-9]{3}"
MINUS = "\u2212"
NUMBER = re.compile(rf"[-{MINUS}]?(?:[0-9]{{1,15}}|[0-9]{{1,3}}(?:\s[0-9]{{3}}){{1,4}})(?:[.,][0-9]{{1,10}})?")
THOUSANDS_OR_DECIMALS = re.compile(f"([-{MINUS}]?)([1-9][0-9]{{0,2}})[.,]([0-9]{{3}})")
# Thousands parted by one mark, and perhaps decimals after the other.
GROUPED = re.compile(r"-?[0-9]{1,3}(?:(?:,[0-9]{3})+(?:,[0-9]{3}|\.[0-9]+)|(?:\.[0-9]{3})+(?:\.[0-9]{3}|,[0-9]+))")
MISSING = {".", "..", "…", "-", "–", "—"}
"""What statistical tables write where there is no figure."""
COUNCIL = "council"


class Record(BaseModel):
    """Frozen, and a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class RefersTo(NamedTuple):
    """Marks a field that holds ids of a `kind` (a folder or file); with `council` the council may stand there too.

    Of a field that holds values of a closed list, and of the project's own beside them, `beside` is that list.
    """

    kind: str
    council: bool = False
    beside: type[Enum] | None = None


class Mark(Enum):
    """What a field's annotation says beside its type."""

    TRANSLATED = "a translation file may hold it, as it always may prose"
    SELDOM = "few records need it, so that a new file does without it"


TRANSLATED, SELDOM = Mark

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n]*$")]
"""Text on one line."""


class OnlyInstance:
    """Takes what has been parsed already; Pydantic's own InstanceOf builds schemas of all that Prose is made of."""

    @staticmethod
    def __get_pydantic_core_schema__(source: type, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.is_instance_schema(source)


Prose = Annotated[ProseBlocks, OnlyInstance]
"""Markdown: the body of a file, or the part of it under a first-level heading with the field's name."""


def member_of(vocabulary: type[StrEnum]) -> AfterValidator:
    """A text that is a value of the list becomes that value; whether another is the project's own, resolving asks."""
    values: Mapping[str, str] = {value.value: value for value in vocabulary}
    return AfterValidator(lambda text: values.get(text, text))


@dataclass(frozen=True)
class LocalizedText:
    """A short text by language, for the files that hold many records: `{sv: …, en: …}`, or the source's text alone.

    Which languages there are is told by the `languages` of the validation's context.
    """

    texts: Mapping[str, str]
    source: str

    def to(self, language: str) -> str:
        """The text in a language, or in the source language while there is no other."""
        return self.texts.get(language) or self.texts[self.source]

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        texts = core_schema.dict_schema(core_schema.str_schema(), handler.generate_schema(Line))
        return core_schema.with_info_wrap_validator_function(parse_localized, texts)


def parse_localized(value: Any, validate: Any, info: ValidationInfo) -> LocalizedText:
    languages: Sequence[str] = (info.context or {})["languages"]
    source = languages[0]
    if isinstance(value, dict):
        wrong = [("extra_forbidden", key) for key in value if key not in languages]
        wrong += [] if source in value else [("missing", source)]
        if wrong:
            errors = [InitErrorDetails(type=type_, loc=(key,), input=value.get(key)) for type_, key in wrong]
            raise ValidationError.from_exception_data(LocalizedText.__name__, errors)
        value = {language: text for language, text in value.items() if text is not None or language == source}
    return LocalizedText(validate({source: value} if isinstance(value, str) else value), source)


class OpenPeriod(Record):
    """From a year on, with no end yet."""

    start: int

    def write(self, dash: str) -> str:
        return f"{self.start}{dash}"


class Period(OpenPeriod):
    """Whole years, both included."""

    end: int

    def write(self, dash: str) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}{dash}{self.end}"


def parse_period(value: Any) -> Any:
    """`2008` or `2008-2011` (hyphen or en dash) as a Period."""
    match = re.fullmatch(rf"({YEAR})(?:\s*[-–]\s*({YEAR}))?", value) if isinstance(value, str) else None
    if not match or int(match[2] or match[1]) < int(match[1]):
        raise PydanticCustomError("period", "not a period")
    return {"start": match[1], "end": match[2] or match[1]}


def parse_open_period(value: Any) -> Any:
    """`2006-` too."""
    match = re.fullmatch(rf"({YEAR})\s*[-–]", value) if isinstance(value, str) else None
    try:
        return OpenPeriod(start=int(match[1])) if match else Period(**parse_period(value))
    except PydanticCustomError:
        raise PydanticCustomError("open_period", "not a period, open or not") from None


def parse_date(value: Any) -> Any:
    """A date written `2008-10-13`; Pydantic alone would take a bare number for seconds since 1970."""
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()
    except (TypeError, ValueError):
        raise PydanticCustomError("date", "not a date") from None


def parse_date_or_year(value: Any) -> Any:
    """`2008-10-13`, or `2008` where no day is known."""
    try:
        return int(parse_year(value)) if re.fullmatch(YEAR, str(value)) else parse_date(value)
    except PydanticCustomError:
        raise PydanticCustomError("date_or_year", "neither a date nor a year") from None


def parse_number(value: Any) -> Any:
    """A number as Swedes or Britons write it: `65 289`, `65289`, `21,66`, `21.66`; not `65,289`, which is both."""
    text = value.strip() if isinstance(value, str) else ""
    if match := THOUSANDS_OR_DECIMALS.fullmatch(text):
        sign, thousands, hundreds = "-" * bool(match[1]), match[2], match[3]
        values = {"whole": sign + thousands + hundreds, "spaced": f"{sign}{thousands} {hundreds}"}
        # With a point, for in a file with commas another comma would begin another cell.
        values["decimals"] = f"{sign}{thousands}.{hundreds}0"
        raise PydanticCustomError("ambiguous", "thousands or decimals", values)
    if text in MISSING:
        raise PydanticCustomError("missing_number", "no number")
    if not NUMBER.fullmatch(text):
        raise PydanticCustomError("number", "not a number", {"nearest": number_meant(text)})
    return "".join(text.split()).replace(",", ".").replace(MINUS, "-")


def number_meant(text: str) -> str | None:
    """The number without what parts its thousands, and with a point; None where that is not certain."""
    digits = re.sub(r"[\s'’_]", "", text)
    if GROUPED.fullmatch(digits):
        *groups, last = re.split("[.,]", digits)
        separators = re.findall("[.,]", digits)
        return "".join((*groups, last)) if len(set(separators)) == 1 else f"{''.join(groups)}.{last}"
    return digits.replace(",", ".") if digits != text and NUMBER.fullmatch(digits) else None


def parse_year(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(YEAR, value):
        raise PydanticCustomError("year", "not a year")
    return value


Number = Annotated[Decimal, BeforeValidator(parse_number)]
Year = Annotated[int, BeforeValidator(parse_year)]
Years = Annotated[Period, BeforeValidator(parse_period)]
OpenYears = Annotated[OpenPeriod, BeforeValidator(parse_open_period)]
Date = Annotated[datetime.date, BeforeValidator(parse_date)]
DateOrYear = Annotated[datetime.date | int, BeforeValidator(parse_date_or_year)]


class OneOf(Record):
    """A record in which one of the fields `ONE_OF` stands, and no more."""

    ONE_OF: ClassVar[tuple[str, ...]]

    @model_validator(mode="after")
    def check_one(self) -> Self:
        if sum(getattr(self, field) is not None for field in self.ONE_OF) != 1:
            raise PydanticCustomError("one_of", "not one of them", {"allowed": ", ".join(self.ONE_OF)})
        return self


@cache
def prose_fields(model: type[Record]) -> list[str]:
    return [name for name, info in model.model_fields.items() if ProseBlocks in types_in(info.annotation)]


def types_in(annotation: Any) -> Iterator[Any]:
    """The annotation and, through unions, tuples and dicts, the types that it is made of."""
    yield annotation
    for part in get_args(annotation):
        yield from types_in(part)


@cache
def field_types(model: type[Record], name: str) -> tuple[Any, ...]:
    """The types that a field is made of."""
    return tuple(types_in(model.model_fields[name].annotation))


def vocabularies(model: type[Record], name: str) -> list[type[Enum]]:
    """The closed lists of whose values a field may hold some."""
    reference = reference_fields(model).get(name)
    types = [*field_types(model, name), reference and reference.beside]
    return [part for part in types if isinstance(part, type) and issubclass(part, Enum)]


def choices_of(model: type[Record], name: str) -> list[str]:
    """The values of the closed lists that a field may hold."""
    return [choice.value for vocabulary in vocabularies(model, name) for choice in vocabulary]


@cache
def translated_fields(model: type[Record]) -> frozenset[str]:
    """What a translation file of this kind of record may hold."""
    marked = {name for name, info in model.model_fields.items() if TRANSLATED in info.metadata}
    return frozenset(marked.union(prose_fields(model)))


def closed_list(annotation: Any) -> list[str]:
    """The values of a type that has only these; empty for any other."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [choice.value for choice in annotation]
    if get_origin(annotation) is Literal:
        return [*get_args(annotation)]
    if get_origin(annotation) in (Union, UnionType):
        lists = [closed_list(part) for part in get_args(annotation) if part is not NoneType]
        return [choice for choices in lists for choice in choices] if all(lists) else []
    return []


@cache
def reference_fields(model: type[Record]) -> Mapping[str, RefersTo]:
    return {
        name: mark for name, info in model.model_fields.items() for mark in info.metadata if isinstance(mark, RefersTo)
    }


def records_in(record: Record, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Record]]:
    """The record and those in its fields, each with the path that leads to it."""
    yield at, record
    for field in record_fields(type(record)):
        value = getattr(record, field)
        for number, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            if isinstance(item, Record):
                yield from records_in(item, (*at, field) if number is None else (*at, field, number))


@cache
def record_fields(model: type[Record]) -> Mapping[str, type[Record]]:
    """The fields that hold records of their own, and of what kind these are."""
    parts = ((name, part) for name, info in model.model_fields.items() for part in types_in(info.annotation))
    return {name: part for name, part in parts if isinstance(part, type) and issubclass(part, Record)}


def inner_record(model: type[Record], name: str) -> type[Record] | None:
    """Of what kind the records are that a field holds; a period is written as a value."""
    inner = record_fields(model).get(name)
    return None if inner and issubclass(inner, OpenPeriod) else inner
