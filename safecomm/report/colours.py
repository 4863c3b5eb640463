"""The colours of what a person reads; `click.echo` takes them away where nobody sees them, or nobody wants them."""

from functools import partial

from click import style

from safecomm.diagnostic import Severity

bold = partial(style, bold=True)
red, green, yellow, cyan = (partial(style, fg=colour) for colour in ("red", "green", "yellow", "cyan"))

SEVERITIES = {Severity.ERROR: red, Severity.WARNING: yellow, Severity.NOTE: green}
