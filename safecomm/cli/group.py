"""A group of commands that answers in the language of the project, help and Click's own words included."""

import copy
import gettext
import os
import re
import sys
from collections import UserDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any, TypeVar

import click

from safecomm.cli.project import language_of
from safecomm.cli.usage import UsageFault, in_sentences, language_in, sentence

LOCALE = Path(__file__).parent / "locale"
OPTIONS, COMMAND = "[FLAGGOR]", "KOMMANDO ..."
SPELLINGS = {"templates": "template"}
"""How else a command may be typed."""
AnyCommand = TypeVar("AnyCommand", bound=click.Command)


class LazyCommands(UserDict[str, click.Command]):
    """Commands of which only the names are there until one is asked for."""

    def __init__(self, names: Iterable[str], load: Callable[[str], click.Command]) -> None:
        super().__init__()
        self.loaders = dict.fromkeys(names, load)

    def __getitem__(self, name: str) -> click.Command:
        if name in self.loaders:
            self.data[name] = self.loaders.pop(name)(name)
        return self.data[name]

    def __contains__(self, name: object) -> bool:
        return name in self.loaders or name in self.data

    def __iter__(self) -> Iterator[str]:
        return iter([*self.loaders, *self.data])

    def __len__(self) -> int:
        return len(self.loaders) + len(self.data)


def import_command(name: str) -> click.Command:
    """The command of the module of its name, which is a name of Python's: `take_in`, `import_`."""
    python_name = f"{name}_" if iskeyword(name) else name.replace("-", "_")
    command: click.Command = getattr(import_module(f"safecomm.cli.{python_name}"), python_name)
    command.options_metavar = OPTIONS
    return command


class CommandGroup(click.Group):
    """The commands stand in the code in Swedish."""

    def __init__(self, *args: Any, **extra: Any) -> None:
        super().__init__(*args, **{"options_metavar": OPTIONS, "subcommand_metavar": COMMAND} | extra)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        cmd.options_metavar = OPTIONS
        super().add_command(cmd, name)

    def main(self, args: Sequence[str] | None = None, *others: Any, **extra: Any) -> Any:
        language = language_of(sys.argv[1:] if args is None else args)
        # Click shows colours on a terminal unless told otherwise (no-color.org).
        extra = {"obj": language, "color": False if os.environ.get("NO_COLOR") else None} | extra
        with click_words(language):
            return super(CommandGroup, translate(self, language)).main(args, *others, **extra)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        with in_sentences(language_in(parent) if parent else extra["obj"]):
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with in_sentences(language_in(ctx)):
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        args = [SPELLINGS.get(args[0], args[0]), *args[1:]]
        if args[0] not in self.commands:
            known = ", ".join(sorted(self.commands))
            raise UsageFault(sentence(language_in(ctx), "usage-no-command", name=args[0], known=known), ctx)
        return super().resolve_command(ctx, args)


@contextmanager
def click_words(language: str) -> Iterator[None]:
    """Click asks gettext for its words, and gettext asks the environment for the language."""
    gettext.bindtextdomain("messages", str(LOCALE))
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def translate(command: AnyCommand, language: str, name: str = "safecomm") -> AnyCommand:
    """A copy with help, prompts and names of values in the language; `name` is how the command is typed."""
    made, texts = copy.copy(command), help_texts(language)
    says = {**texts.get("common", {}), **texts.get(name, {})}
    made.help = says.get("help", made.help)
    made.options_metavar = in_words(made.options_metavar, texts)
    made.params = [translate_parameter(parameter, says, texts) for parameter in made.params]
    if isinstance(made, click.Group) and isinstance(command, click.Group):
        made.subcommand_metavar = in_words(made.subcommand_metavar, texts) or ""
        before = "" if name == "safecomm" else f"{name} "
        made.commands = LazyCommands(
            made.commands, lambda key: translate(command.commands[key], language, before + key)
        )
    return made


def translate_parameter(
    parameter: click.Parameter, says: Mapping[str, str], texts: Mapping[str, Mapping[str, str]]
) -> click.Parameter:
    made = copy.copy(parameter)
    made.metavar = in_words(made.metavar, texts)
    if isinstance(made, click.Option):
        made.help = says.get(made.name or "", made.help)
        made.prompt = says.get(f"{made.name}-prompt", made.prompt)
    return made


def in_words(metavar: str | None, texts: Mapping[str, Mapping[str, str]]) -> str | None:
    """The name of a value, whose Swedish word may stand in brackets."""
    words = texts.get("words", {})
    return metavar and re.sub(r"\w+", lambda word: words.get(word[0], word[0]), metavar)


@cache
def help_texts(language: str) -> Mapping[str, Mapping[str, str]]:
    """By command and parameter; none in Swedish, which stands at the commands."""
    # Not needed in Swedish, as most runs are.
    import tomllib

    file = LOCALE / language / "help.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if language != "sv" else {}
