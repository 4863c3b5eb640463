"""Checks every tag of a template and its phrases against the view of its document, without content."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import get_type_hints

from jinja2 import TemplateSyntaxError

from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.word.contract.kinds import ANYTHING, BESIDE, Kind, Macro, Named, Phrases, kind_of
from safecomm.word.contract.scope import ContractFinding, Spot, TagScope
from safecomm.word.contract.statements import Statements
from safecomm.word.contract.template_parser import find_half_tags, read_tree, without_containers
from safecomm.word.fault_location import Sources
from safecomm.word.jinja_source import in_lines, jinja_source
from safecomm.word.sandbox import compile_source
from safecomm.word.template import Template, open_template

PRINTED = ("untranslated", "caption_table", "caption_figure")
"""The phrases that the program itself prints."""


def check_template(docx: Path, phrases: Iterable[Path], view: type, title: str) -> list[Diagnostic]:
    """All that is wrong with a template, with the phrases of each language; `title` is the document's, with tags."""
    problems: list[Diagnostic] = []
    for file in phrases:
        try:
            template, flaws = open_template(docx, file)
            of_this = [*flaws, *Contract(template, view, title).diagnostics()]
        except ContentError as error:
            of_this = error.diagnostics
        problems += [problem for problem in of_this if problem not in problems]
    return sorted(problems, key=lambda problem: problem.location)


class Contract:
    """One template with the phrases of one language."""

    def __init__(self, template: Template, view: type, title: str) -> None:
        self.template = template
        self.paragraphs = Sources(
            template, {part: in_lines(template.parts[part].decode()) for part in template.stories()}
        )
        self.half_tags = [half for part, lines in self.paragraphs.parts.items() for half in find_half_tags(part, lines)]
        # Half a tag swallows what follows, up to the end of the next one.
        sound = self.paragraphs.parts.keys() - {half.spot.source for half in self.half_tags}
        parts = {part: jinja_source(template.parts[part].decode()) for part in sorted(sound)}
        self.sources = Sources(template, parts | {"title": title})
        self.statements = Statements(lines={part: source.split("\n") for part, source in parts.items()})
        self.names = view_names(view)

    def diagnostics(self) -> Iterator[Diagnostic]:
        yield from (to_diagnostic(self.paragraphs, finding) for finding in self.half_tags)
        phrases = self.phrases()
        for part, source in self.sources.parts.items():
            names = {**self.names, "t": phrases}
            self.check_source(part, source, {name: Named(kind, name) for name, kind in names.items()})
        findings = sorted(self.statements.findings.values(), key=lambda finding: finding.spot)
        yield from (to_diagnostic(self.sources, finding) for finding in without_consequences(findings))
        if isinstance(phrases, Phrases):
            place = Location(self.template.phrases_name)
            missing = (name for name in PRINTED if name not in phrases.fields)
            yield from (problem("template-own-phrase", place, name=name) for name in missing)

    def phrases(self) -> Kind:
        """What `t.` offers."""
        name = self.template.phrases_name
        names: dict[str, Named] = {}
        if not self.check_source(name, self.template.phrases, names):
            return ANYTHING
        return Phrases(name, {phrase: named.kind for phrase, named in names.items()})

    def check_source(self, name: str, source: str, names: dict[str, Named]) -> bool:
        """Checks one source, which may add to the names; whether it could be read."""
        source = without_containers(source)
        root, findings = read_tree(name, source)
        scope = TagScope(names, name)
        try:
            self.statements.check_body(root.body if root else (), scope)
            # Phrases that nothing calls are checked, too, as far as that goes without values.
            for macro in [named.kind for named in names.values() if isinstance(named.kind, Macro)]:
                self.statements.check_macro(macro, {}, scope)
            if not findings and not self.statements.findings:
                # Numbers beyond all bounds show only here.
                compile_source(source, name, captures=name == self.template.phrases_name)
        except (TemplateSyntaxError, RecursionError) as error:
            findings.append(ContractFinding("template-syntax", Spot(name, getattr(error, "lineno", 1))))
        self.statements.add(findings)
        return root is not None


def view_names(view: type) -> Mapping[str, Kind]:
    """Every name that a template can begin with, but for the phrases."""
    return {**{name: kind_of(hint) for name, hint in get_type_hints(view).items()}, **BESIDE}


def without_consequences(findings: Iterable[ContractFinding]) -> Iterator[ContractFinding]:
    """Where a tag lacks its other half, loops end too early, and behind the first name that is unknown others are."""
    for _, group in groupby(findings, key=lambda finding: finding.spot.source):
        here = list(group)
        halved = any(finding.code in ("template-stray", "template-unclosed") for finding in here)
        unknown = [finding for finding in here if finding.code == "template-unknown-name" and finding.first_name]
        yield from (finding for finding in here if not (halved and finding in unknown[1:]))


def to_diagnostic(sources: Sources, finding: ContractFinding) -> Diagnostic:
    """Of what a phrase makes of its values, both places are told: the phrase's and that of the tag that calls it."""
    around = sources.around(*(finding.call or finding.spot))
    if finding.call is not None:
        around["part"] = f"{Path(sources.template.name).name}, {around['part']}"
    return problem(
        finding.code, sources.location(*finding.spot), nearest=finding.nearest, **around, **dict(finding.values)
    )
