"""What `safecomm import` is told of a file: which columns it has, what its signs mean, and what it is about."""

import re
from enum import StrEnum
from typing import Any, TypeVar

import click

from safecomm.cli.usage import wrong_usage

OneOfThese = TypeVar("OneOfThese", bound=StrEnum)


class ColumnNames(click.ParamType[Any]):
    """`year=År,value=Antal`: which column of the file is which of ours."""

    name = "columns"

    def convert(self, value: Any, _parameter: click.Parameter | None, _context: click.Context | None) -> Any:
        from safecomm.content.records import FigureColumn

        pairs = [pair.partition("=")[::2] for pair in split_pairs(value)]
        return {member(FigureColumn, ours): theirs.strip() for ours, theirs in pairs}


class SignMeanings(click.ParamType[Any]):
    """`XX=suppressed,-=zero`: what the signs in the file mean."""

    name = "signs"

    def convert(self, value: Any, _parameter: click.Parameter | None, _context: click.Context | None) -> Any:
        from safecomm.content.records import FigureSign

        pairs = [pair.rpartition("=")[::2] for pair in split_pairs(value)]
        return {sign.strip(): member(FigureSign, meaning) for sign, meaning in pairs}


class SubjectName(click.ParamType[Any]):
    """`injuries`: what the figures are about."""

    name = "subject"

    def convert(self, value: Any, _parameter: click.Parameter | None, _context: click.Context | None) -> Any:
        from safecomm.content.vocabulary import StatisticsSubject

        return member(StatisticsSubject, value)


def split_pairs(text: str) -> list[str]:
    """The name of a column may have a comma."""
    return re.split(r",(?=[^,]*=)", text)


def member(known: type[OneOfThese], word: str) -> OneOfThese:
    if word.strip() not in [*known]:
        raise wrong_usage("usage-pair", name=word.strip(), known=", ".join(known))
    return known(word.strip())
