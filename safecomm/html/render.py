"""Pages for a browser, each from the template of its name in this folder; every value is text, whatever is in it."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent


def render_page(template: str, /, **values: object) -> str:
    """A page, or a part of one that is shown."""
    return environment().get_template(f"{template}.html.jinja").render(values)


@cache
def environment() -> "Environment":
    # Most runs write no page.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from safecomm.bytecode import UserBytecodeCache

    return Environment(
        loader=FileSystemLoader(FOLDER),
        bytecode_cache=UserBytecodeCache(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
