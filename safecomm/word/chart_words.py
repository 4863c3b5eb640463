"""The filters by which a template gives a chart its words from the phrases."""

from collections.abc import Mapping
from enum import Enum

from safecomm.charts.chart import Chart
from safecomm.word.fault import TagError


def labelled(chart: object, words: object, categories: object) -> Chart:
    """The chart with labels for values of a vocabulary: `categories` for its categories, `words` for all else."""
    of = _chart(chart)
    return of._replace(
        title=_label(of.title, words),
        unit=_label(of.unit, words),
        categories=tuple(_label(each, categories) for each in of.categories),
        series=tuple(each._replace(name=_label(each.name, words)) for each in of.series),
    )


def described(chart: object, text: object) -> Chart:
    """The chart with the text for whoever does not see it."""
    of = _chart(chart)
    if not isinstance(text, str):
        raise TagError("template-none" if text is None else "template-kind")
    return of._replace(description=text)


def require_words(chart: Chart) -> None:
    """Raises TagError for a chart that lacks a word."""
    texts = (chart.title, chart.unit, *(each.name for each in chart.series), *chart.categories)
    if (value := next((each for each in texts if isinstance(each, Enum)), None)) is not None:
        raise TagError("template-vocabulary", value=str(value.value))
    if not chart.description.strip():
        raise TagError("template-description", title=chart.title)


def _label(text: str, labels: object) -> str:
    if not isinstance(labels, Mapping):
        raise TagError("template-kind")
    label = labels.get(text, text) if isinstance(text, Enum) else text
    if not isinstance(label, str):
        raise TagError("template-kind")
    return label


def _chart(value: object) -> Chart:
    if not isinstance(value, Chart):
        raise TagError("template-none" if value is None else "template-kind")
    return value
