"""The filters by which a template gives a chart its words from the phrases."""

from collections.abc import Iterable, Mapping
from enum import Enum

from safecomm.charts import Chart
from safecomm.word.fault import TagError


def labelled(chart: object, *labels: Mapping[str, str]) -> Chart:
    """The chart with the label of each value of a vocabulary that it shows, from the first list that has one."""
    if not all(isinstance(each, Mapping) for each in labels):
        raise TagError("template-kind")
    found = {key: label for each in reversed(labels) for key, label in each.items() if isinstance(label, str)}

    def word(text: str) -> str:
        return found.get(text, text) if isinstance(text, Enum) else text

    of = _chart(chart)
    return of._replace(
        title=word(of.title),
        unit=word(of.unit),
        categories=tuple(map(word, of.categories)),
        series=tuple(each._replace(name=word(each.name)) for each in of.series),
    )


def described(chart: object, text: object) -> Chart:
    """The chart with the text for whoever does not see it."""
    of = _chart(chart)
    if not isinstance(text, str):
        raise TagError("template-none" if text is None else "template-kind")
    return of._replace(description=text)


def require_words(chart: Chart) -> None:
    """Raises TagError for a chart that lacks a word."""
    if value := next((each for each in words(chart) if isinstance(each, Enum)), None):
        raise TagError("template-vocabulary", value=str(value.value))
    if not chart.description.strip():
        raise TagError("template-description", title=chart.title)


def words(chart: Chart) -> Iterable[str]:
    return (chart.title, chart.unit, *(each.name for each in chart.series), *chart.categories)


def _chart(value: object) -> Chart:
    if not isinstance(value, Chart):
        raise TagError("template-none" if value is None else "template-kind")
    return value
