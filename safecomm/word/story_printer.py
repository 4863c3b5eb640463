"""The tags of one part (body, header or footer) replaced by the view's values."""

from dataclasses import dataclass, field

from jinja2 import pass_context
from jinja2.runtime import Context

from safecomm.charts.chart import Chart, ChartGrid
from safecomm.language import language_name
from safecomm.markdown.blocks import Prose, Text
from safecomm.markdown.traversal import footnotes, paragraph_texts
from safecomm.ooxml.escape import run_text
from safecomm.word.anchors import anchor_mark
from safecomm.word.answer_box import AnswerBox, PlacedBox, box_paragraph
from safecomm.word.chart_writer import ChartWriter
from safecomm.word.lists import Numbering
from safecomm.word.prose_writer import Position, ProseWriter, is_short
from safecomm.word.runs import RunFormat, RunWriter
from safecomm.word.tag_filters import Anchored, PlacedChart, PlacedProse, charts_of, plain

LANGUAGE_NAME = "{language}"
"""In a phrase: the name of the language that a text is in."""


@dataclass
class Printed:
    """What the tags of one part printed, in order; of the proses among it the names and the texts of their notes."""

    texts: list[str] = field(default_factory=list)
    proses: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)


@dataclass
class Printer:
    """Turns each printed value into WordprocessingML and remembers it for the proof."""

    runs: RunWriter
    numbering: Numbering
    charts: ChartWriter
    language: str
    printed: Printed = field(default_factory=Printed)

    @pass_context  # As with `print_plain`.
    def finalize(self, _: Context, value: object) -> str:
        match value:
            case PlacedProse():
                return self.prose(value)
            case Prose():
                return self.prose(PlacedProse(value))
            case PlacedChart(charts, style):
                return self.charts_beside(charts, style)
            case Chart() | ChartGrid():
                return self.charts_beside(charts_of(value), self.runs.styles["BodyText"])
            case PlacedBox():
                return self.box(value)
            case AnswerBox():
                return self.box(PlacedBox(value, self.runs.styles["BodyText"]))
            case Anchored(title):
                return anchor_mark(title.target) + self.text(title)
            case _:
                return self.text(plain(value))

    def text(self, text: str) -> str:
        self.printed.texts.append(text)
        return run_text(text)

    def box(self, placed: PlacedBox) -> str:
        self.printed.texts.append(placed.box.shown)
        # What has been printed grows with each box, and so do the numbers.
        return box_paragraph(placed, len(self.printed.texts))

    def charts_beside(self, charts: tuple[Chart, ...], style: str) -> str:
        written = self.charts.paragraph(charts, style, self.runs.relationships)
        self.printed.charts += charts
        return written

    def prose(self, placed: PlacedProse) -> str:
        prose, style = placed.prose, placed.style or self.runs.styles["BodyText"]
        foreign = prose.language != self.language
        phrase = "untranslated" if foreign else "outdated" if prose.outdated else ""
        notice = self.notice(phrase, prose.language) if phrase else ""
        look = RunFormat(prose.language if foreign else "")
        self.printed.proses.add(prose.name)
        self.printed.texts += paragraph_texts(prose.blocks)
        for note in footnotes(prose.blocks):
            self.printed.notes += paragraph_texts(note.children)
        place = "" if prose.derived else prose.name
        short = is_short(prose.blocks)
        writer = ProseWriter(self.runs, self.numbering, place, look, placed.below, short)
        return notice + writer.blocks(prose.blocks, Position(style, kept=placed.kept and short))

    def notice(self, phrase: str, language: str) -> str:
        """The paragraph that says why a text in another language, or one that may be out of date, follows."""
        text = self.runs.phrase(phrase)
        if LANGUAGE_NAME in text:
            text = text.replace(LANGUAGE_NAME, language_name(language, self.language))
        self.printed.texts.append(text)
        runs = self.runs.runs([Text(text)], RunFormat(), "")
        return ProseWriter(self.runs, self.numbering, "", RunFormat()).paragraph(self.runs.styles["Untranslated"], runs)
