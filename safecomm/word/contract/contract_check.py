"""Checks every tag of a template and its phrases against the view of its document, without content."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import get_type_hints

from jinja2 import TemplateSyntaxError

from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.word.contract.contract_finding import ContractFinding
from safecomm.word.contract.jinja_tree import syntax, torn_tags, tree
from safecomm.word.contract.kinds import ANYTHING, BESIDE, Kind, Macro, Named, Phrases, kind_of
from safecomm.word.contract.scope import TagScope
from safecomm.word.contract.statements import Statements
from safecomm.word.jinja_source import in_lines, jinja_source
from safecomm.word.place import Sources
from safecomm.word.sandbox import compiled
from safecomm.word.template import Template, open_template

PRINTED = ("untranslated", "caption_table", "caption_figure")
"""The phrases that the program itself prints."""


def check_template(docx: Path, phrases: Iterable[Path], view: type, title: str) -> list[Diagnostic]:
    """All that is wrong with a template, with the phrases of each language; `title` is the document's, with tags."""
    found: list[Diagnostic] = []
    for each in phrases:
        try:
            template, problems = open_template(docx, each)
            problems += Contract(template, view, title).diagnostics()
        except ContentError as error:
            problems = error.diagnostics
        found += [problem for problem in problems if problem not in found]
    return sorted(found, key=lambda each: each.location)


class Contract:
    """One template with the phrases of one language."""

    def __init__(self, template: Template, view: type, title: str) -> None:
        self.template = template
        self.torn = Sources(template, {part: in_lines(template.parts[part]) for part in template.stories()})
        self.halves = [each for part, source in self.torn.parts.items() for each in torn_tags(part, source)]
        # Half a tag swallows what follows, up to the end of the next one.
        sound = self.torn.parts.keys() - {each.spot.source for each in self.halves}
        parts = {part: jinja_source(template.parts[part]) for part in sorted(sound)}
        self.sources = Sources(template, parts | {"title": title})
        self.statements = Statements(lines={part: source.split("\n") for part, source in parts.items()})
        self.offered = offer(view)

    def diagnostics(self) -> Iterator[Diagnostic]:
        yield from (told(self.torn, each) for each in self.halves)
        phrases = self.phrases()
        for part, source in self.sources.parts.items():
            names = {**self.offered, "t": phrases}
            self.follow(part, source, {name: Named(kind, name) for name, kind in names.items()})
        findings = sorted(self.statements.findings.values(), key=lambda found: found.spot)
        yield from (told(self.sources, each) for each in without_consequences(findings))
        if isinstance(phrases, Phrases):
            place = Location(self.template.phrases_name)
            missing = (name for name in PRINTED if name not in phrases.fields)
            yield from (problem("template-own-phrase", place, name=name) for name in missing)

    def phrases(self) -> Kind:
        """What `t.` offers."""
        name = self.template.phrases_name
        names: dict[str, Named] = {}
        if not self.follow(name, self.template.phrases, names):
            return ANYTHING
        return Phrases(name, {each: named.kind for each, named in names.items()})

    def follow(self, name: str, source: str, names: dict[str, Named]) -> bool:
        """Follows one source, which may add to the names; whether it could be read."""
        root, findings, readable = tree(name, source)
        scope = TagScope(names, name)
        try:
            self.statements.body(root.body if root else (), scope)
            # Phrases that nothing calls are followed, too, as far as that goes without values.
            for kind in [each.kind for each in names.values()]:
                if isinstance(kind, Macro):
                    self.statements.follow(kind, {}, scope)
            if not findings and not self.statements.findings:
                # Numbers beyond all bounds show only here.
                compiled(readable, name, captures=name == self.template.phrases_name)
        except (TemplateSyntaxError, RecursionError) as error:
            findings.append(syntax(name, getattr(error, "lineno", 1)))
        self.statements.add(findings)
        return root is not None


def offer(view: type) -> Mapping[str, Kind]:
    """Every name that a template can begin with, but for the phrases."""
    return {**{name: kind_of(hint) for name, hint in get_type_hints(view).items()}, **BESIDE}


def without_consequences(findings: Iterable[ContractFinding]) -> Iterator[ContractFinding]:
    """Where a tag lacks its other half, loops end too early, and behind the first name that is unknown others are."""
    for _, group in groupby(findings, key=lambda found: found.spot.source):
        here = list(group)
        halved = any(each.code in ("template-stray", "template-unclosed") for each in here)
        doubtful = [each for each in here if halved and each.code == "template-unknown-name" and each.first_name]
        yield from (each for each in here if each not in doubtful[1:])


def told(sources: Sources, finding: ContractFinding) -> Diagnostic:
    """Of what a phrase makes of its values, both places are told: the phrase's and that of the tag that calls it."""
    around = sources.around(*(finding.call or finding.spot))
    if finding.call is not None:
        around["part"] = f"{Path(sources.template.name).name}, {around['part']}"
    return problem(
        finding.code, sources.location(*finding.spot), nearest=finding.nearest, **around, **dict(finding.values)
    )
