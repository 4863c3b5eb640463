"""The numbers of a chart as its document writes them, whatever the settings of the computer that shows it."""

from collections.abc import Iterator
from decimal import Decimal
from locale import windows_locale

from safecomm.charts.chart import Chart
from safecomm.language import locale_tag

# More would stand in each other's way: bars have a row each, lines cross.
MOST_BARS, MOST_POINTS = 40, 12


def figures(chart: Chart) -> Iterator[Decimal]:
    """The numbers that there are."""
    return (Decimal(value) for series in chart.series for value in series.values if value is not None)


def has_labels(chart: Chart) -> bool:
    """Whether each value stands beside its point; otherwise the axis tells how large they are."""
    number = sum(1 for _ in figures(chart))
    return number <= MOST_BARS if chart.kind == "bar" else len(chart.series) == 1 and number <= MOST_POINTS


def plain_number(value: Decimal | int) -> str:
    """As XML holds it: `65289`, never `6.5E+4`."""
    return f"{Decimal(value):f}"


def decimals(chart: Chart) -> int:
    """How many the longest number has."""
    return max((len(plain_number(value).partition(".")[2]) for value in figures(chart)), default=0)


def locale_number(language: str) -> str:
    """Microsoft's number of the language's locale, or its name where it has none."""
    tag = locale_tag(language)
    return next((f"{number:X}" for number, name in windows_locale.items() if name == tag.replace("-", "_")), tag)


def number_format(chart: Chart, language: str) -> str:
    """Excel's code of the number format; it names the language, or a program would write it in that of the computer."""
    digits = decimals(chart)
    return f"[$-{locale_number(language)}]#,##0{'.' if digits else ''}{'0' * digits}"
