"""The colour of the pages of a Word file, which lies behind all that stands on them."""

from safecomm.ooxml.colours import WHITE, Rgb, rgb
from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import is_on, w


def page_colour(package: Package) -> Rgb:
    """Word shows it only where the settings say so."""
    background = package.document.find(w("background"))
    if background is None or not is_on(package.related_root("settings"), "displayBackgroundShape"):
        return WHITE
    colour = rgb(background.get(w("color")))
    return colour if isinstance(colour, tuple) else WHITE
