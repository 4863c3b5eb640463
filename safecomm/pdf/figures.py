"""The alternative texts of figures, which LibreOffice 7.4 drops where the figure is a chart."""

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


def describe_figures(document: Pdf, texts: Sequence[str]) -> None:
    """Gives those figures that have no text theirs; `texts` are those of all, in the order of the document."""
    figures = list(found(document.Root.get(Name.StructTreeRoot)))
    # With other figures than expected a text could come to the wrong one.
    if len(figures) == len(texts):
        for figure, text in zip(figures, texts, strict=True):
            if text and Name.Alt not in figure:
                figure.Alt = String(text)


def found(element: Object | None) -> Iterator[Object]:
    """The figures among the structure elements below one, in reading order."""
    if isinstance(element, Array):
        for each in element:
            yield from found(each)
    elif isinstance(element, Dictionary):
        if element.get(Name.S) == Name.Figure:
            yield element
        yield from found(element.get(Name.K))
