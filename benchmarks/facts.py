"""The facts of a generated project: who does what with whom, for which ages and environments, on what evidence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.prose import LANGUAGES, Writer
from benchmarks.singles import CRITERIA, THEMES
from benchmarks.words import BODIES, ENDS, STEMS, WHEN, WHERE
from safecomm.content.vocabulary import Age, Environment, EvidenceKind, OrganisationKind, RiskGroup, Status, TargetGroup

NAMES = {
    "measures": "measure",
    "activities": "activity",
    "projects": "project",
    "organisations": "organisation",
    "evidence": "evidence",
}
COUNCIL_MEMBERS = 4
"""However large the project: a council does not grow with the number of measures."""


@dataclass(frozen=True)
class Facts:
    """`counts` is how many records of each kind there are."""

    seed: int
    counts: Mapping[str, int]

    def id(self, kind: str, number: int) -> str:
        return f"{NAMES[kind]}-{number}"

    def writer(self, kind: str, number: int, language: str) -> Writer:
        return Writer(f"{self.seed} {kind} {number}", language)

    def draw_ids(self, random: Random, kind: str, least: int, most: int) -> str:
        """A list of so many ids, none twice."""
        numbers = random.sample(range(self.counts[kind]), random.randint(least, most))
        return yaml_list(self.id(kind, number) for number in numbers)

    def work(self, kind: str, number: int) -> dict[str, str]:
        """What the front matter of a measure, activity or project says, beside its title."""
        random = Random(f"{self.seed} facts {kind} {number}")
        criterion = CRITERIA[number % len(CRITERIA)]
        common = {"criterion": criterion, "order": str(number)} | tags(number)
        own = {"measures": self.measure, "activities": self.activity, "projects": self.project}[kind]
        return common | own(random, number, criterion)

    def measure(self, random: Random, number: int, criterion: str) -> dict[str, str]:
        """Every twentieth has nobody responsible, every thirtieth has the council as a partner."""
        fields = {"partners": "[council]" if number % 30 == 7 else self.draw_ids(random, "organisations", 0, 4)}
        if number % 20:
            fields["responsible"] = self.id("organisations", random.randrange(self.counts["organisations"]))
        if criterion == "programmes" and number % 4:
            fields["theme"] = turn(THEMES, number)
        return fields | {"status": turn(tuple(Status), number), "period": f"{2008 + number % 2}-{2010 + number % 2}"}

    def activity(self, random: Random, number: int, _criterion: str) -> dict[str, str]:
        organisations = self.draw_ids(random, "organisations", 0, 3)
        return {"target_group": turn(tuple(TargetGroup), number), "organisations": organisations}

    def project(self, random: Random, number: int, _criterion: str) -> dict[str, str]:
        group, status = turn(tuple(TargetGroup), number), turn(tuple(Status), number)
        return {"target_group": group, "status": status, "participants": self.draw_ids(random, "organisations", 0, 4)}

    def organisation(self, number: int) -> str:
        """An entry of organisations.yaml."""
        place, body = f"{turn(STEMS, number)}{turn(ENDS, number)}", BODIES[number % len(BODIES)]
        names = (f"{place}s {body[0]} {number + 1}", f"{place} {body[1]} {number + 1}")
        council = "  council: true\n" if number < COUNCIL_MEMBERS else ""
        kind = turn(tuple(OrganisationKind), number)
        return f"{self.id('organisations', number)}:\n{both('name', names)}  kind: {kind}\n{council}"

    def evidence(self, number: int) -> str:
        """An entry of evidence.yaml; like all, it supports one or two measures and one criterion."""
        random = Random(f"{self.seed} facts evidence {number}")
        writers = [self.writer("evidence", number, language) for language in LANGUAGES]
        publisher = self.id("organisations", random.randrange(self.counts["organisations"]))
        return "".join(
            (
                f"{self.id('evidence', number)}:\n",
                both("title", [writer.title() for writer in writers]),
                f"  kind: {turn(tuple(EvidenceKind), number)}\n  publisher: {publisher}\n  period: 2008-2011\n",
                f"  criteria: [{turn(CRITERIA, number)}]\n  measures: {self.draw_ids(random, 'measures', 1, 2)}\n",
                both("interval", [writer.phrase(WHEN) for writer in writers]),
                both("kept", [writer.phrase(WHERE) for writer in writers]),
                both("note", [f"{writer.sentence()}. {writer.sentence()}." for writer in writers]),
            )
        )


def tags(number: int) -> dict[str, str]:
    """Every second one names an age and an environment, whose 28 pairs come in turn; every fourth a risk group."""
    if number % 2:
        return {}
    turned = number // 2
    ages = {turn(tuple(Age), turned), turn(tuple(Age), turned + turned % 3 % 2)}
    fields = {"ages": yaml_list(sorted(ages)), "environments": yaml_list([turn(tuple(Environment), turned)])}
    return fields | ({"risk_groups": yaml_list([turn(tuple(RiskGroup), turned // 2)])} if turned % 2 else {})


def turn(values: Sequence[str], number: int) -> str:
    """Each value in its turn."""
    return str(values[number % len(values)])


def yaml_list(values: Iterable[str]) -> str:
    return f"[{', '.join(values)}]"


def both(key: str, texts: Sequence[str]) -> str:
    """A field of an entry with a text in each language."""
    lines = (f"    {language}: {text}\n" for language, text in zip(LANGUAGES, texts, strict=True))
    return "".join((f"  {key}:\n", *lines))
