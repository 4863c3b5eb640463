"""The documents of the real content, built once."""

import pytest

from safecomm.build import build
from tests.bilingual import DOCUMENTS
from tests.test_broken import HERE


@pytest.fixture(scope="session")
def real() -> dict[str, bytes]:
    """By stem, as `application.en`."""
    return {
        built.document.stem: built.docx for built in build(HERE.parent, DOCUMENTS, final=False, language=None).built
    }
