"""A made-up municipality's content/ at any scale, the same bytes for the same seed: `python -m benchmarks.generate`.

Scale 1 is the size of a real programme: 40 measures, 40 activities, 12 projects, 30 organisations, 30 pieces of
evidence; scale N has N times as many. What there is one of (programme, criteria, community) stays as it is.
"""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.facts import Facts
from benchmarks.prose import LANGUAGES, Writer
from benchmarks.singles import CRITERIA, SINGLES, STATISTICS, Texts, themes

COUNTS = {"measures": 40, "activities": 40, "projects": 12, "organisations": 30, "evidence": 30}


def generate(project: Path, scale: int, seed: int = 1) -> None:
    """Writes project/content, which must not hold anything yet."""
    content = project / "content"
    for folder in ("measures", "activities", "projects", "criteria", "statistics"):
        (content / folder).mkdir(parents=True)
    facts = Facts(seed, {kind: count * scale for kind, count in COUNTS.items()})
    for kind in ("measures", "activities", "projects"):
        for number in range(facts.counts[kind]):
            write_work(content, facts, kind, number)
    for kind, entry in (("organisations", facts.organisation), ("evidence", facts.evidence)):
        write(content / f"{kind}.yaml", "".join(map(entry, range(facts.counts[kind]))))
    write_rest(content, seed)


def write_work(content: Path, facts: Facts, kind: str, number: int) -> None:
    """One measure, activity or project and its translation."""
    id_ = facts.id(kind, number)
    for language in LANGUAGES:
        writer = facts.writer(kind, number, language)
        fields = {"title": writer.title()} | (facts.work(kind, number) if language == "sv" else {})
        write_markdown(content / kind / id_, language, fields, writer.text(number))


def write_rest(content: Path, seed: int) -> None:
    for name, fields in STATISTICS.items():
        write(content / "statistics" / name, fields)
    for name, (facts, translated, prose) in SINGLES.items():
        write_single(content / name, seed, facts, translated, prose)
    for number, id_ in enumerate(CRITERIA):
        area = {"area": (f"Område {number + 1}", f"Area {number + 1}")}
        write_single(content / "criteria" / id_, seed, themes(id_), area, ("introduction", "ambition"))


def write_single(file: Path, seed: int, facts: str, translated: Texts, prose: Iterable[str]) -> None:
    """A file of which there is one, with a section of about 60 words for each of its texts."""
    for language in LANGUAGES:
        writer = Writer(f"{seed} {file.name}", language)
        fields = {key: pair[LANGUAGES.index(language)] for key, pair in translated.items()}
        sections = (f"# {name}\n\n{writer.text(number)}" for number, name in enumerate(prose))
        write_markdown(file, language, fields, "\n".join(sections), facts if language == "sv" else "")


def write_markdown(file: Path, language: str, fields: Mapping[str, str], body: str, more: str = "") -> None:
    front = "".join(f"{key}: {value}\n" for key, value in fields.items())
    infix = "" if language == "sv" else f".{language}"
    write(file.with_name(f"{file.name}{infix}.md"), f"---\n{front}{more}---\n\n{body}")


def write(file: Path, text: str) -> None:
    file.write_bytes(text.encode())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description="Writes a made-up project.")
    parser.add_argument("project", type=Path, help="an empty or new folder")
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    generate(arguments.project, arguments.scale, arguments.seed)


if __name__ == "__main__":
    main()
