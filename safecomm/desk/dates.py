"""Days and times as the person's language writes them."""

from datetime import date, datetime

from safecomm.content.content import Language
from safecomm.language import write_date


def day_text(day: date | str, language: Language) -> str:
    """Of `2009-02-01` what it is; what is no day, as a file of anybody's may say, stays."""
    try:
        return write_date(date.fromisoformat(day) if isinstance(day, str) else day, language)
    except ValueError:
        return str(day)


def time_text(time: datetime | None, language: Language) -> str:
    return f"{day_text(time.date(), language)} {time:%H:%M}" if time else "–"
