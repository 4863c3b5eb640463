"""What `safecomm import` is told of a file: which columns it has, what its signs mean, and what it is about."""

import re
from collections.abc import Iterable
from typing import Any

import click

from safecomm.cli.usage import wrong_usage


class ColumnNames(click.ParamType[Any]):
    """`year=År,value=Antal`: which column of the file is which of ours."""

    name = "columns"

    def convert(self, value: Any, _parameter: click.Parameter | None, _context: click.Context | None) -> Any:
        from safecomm.content.records import FigureColumn

        pairs = [pair.partition("=")[::2] for pair in split_pairs(value)]
        return {FigureColumn(require_known(FigureColumn, ours)): theirs.strip() for ours, theirs in pairs}


class SignMeanings(click.ParamType[Any]):
    """`XX=suppressed,-=zero`: what the signs in the file mean."""

    name = "signs"

    def convert(self, value: Any, _parameter: click.Parameter | None, _context: click.Context | None) -> Any:
        from safecomm.content.vocabulary import SIGNS

        pairs = [pair.rpartition("=")[::2] for pair in split_pairs(value)]
        return {sign.strip(): SIGNS[require_known(SIGNS, meaning)] for sign, meaning in pairs}


class SubjectName(click.ParamType[Any]):
    """`injuries`: what the figures are about."""

    name = "subject"

    def convert(self, value: Any, _parameter: click.Parameter | None, _context: click.Context | None) -> Any:
        from safecomm.content.vocabulary import StatisticsSubject

        return StatisticsSubject(require_known(StatisticsSubject, value))


def split_pairs(text: str) -> list[str]:
    """The name of a column may have a comma."""
    return re.split(r",(?=[^,]*=)", text)


def require_known(known: Iterable[str], word: str) -> str:
    if word.strip() not in [*known]:
        raise wrong_usage("usage-pair", name=word.strip(), known=", ".join(known))
    return word.strip()
