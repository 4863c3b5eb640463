"""What rules ask about in the texts of a record, language by language."""

from collections.abc import Mapping

from safecomm.content.found_texts import with_found_texts
from safecomm.content.load import load
from safecomm.content.record_entry import RecordEntry
from tests.test_broken import HERE


def entry(titles: Mapping[str, str]) -> RecordEntry:
    measure = load(HERE / "good").records["sv"].measures["lighting"]
    records = {language: measure.model_copy(update={"title": title}) for language, title in titles.items()}
    return with_found_texts(RecordEntry("measures", "lighting", records=records))


def test_each_translation_has_its_own_blanks() -> None:
    found = entry({"sv": "Belysning", "en": "FILL IN title", "nb": "FYLL INN tittel"})
    assert [(blank.language, blank.key) for blank in found.blanks] == [("en", ("title",)), ("nb", ("title",))]


def test_what_the_original_lacks_is_asked_for_once() -> None:
    found = entry({"sv": "FYLL I titel", "en": "FYLL I titel", "nb": "FYLL I titel"})
    assert [blank.language for blank in found.blanks] == ["sv"]


def test_what_is_private_in_every_language_is_asked_about_once() -> None:
    found = entry({"sv": "Ring 070-123 45 67", "en": "Call 070-123 45 67", "nb": "Ring 070-765 43 21"})
    assert [(text.language, text.text) for text in found.private] == [("sv", "070-123 45 67"), ("nb", "070-765 43 21")]
