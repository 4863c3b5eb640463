"""The documents of the real content, built once, and one with charts, which that has none of."""

import pytest

from safecomm.build import build
from tests.bilingual import DOCUMENTS, documents_matching
from tests.test_broken import HERE, broken_project


@pytest.fixture(scope="session")
def real() -> dict[str, bytes]:
    """By stem, as `application.en`."""
    return {
        built.document.stem: built.docx for built in build(HERE.parent, DOCUMENTS, final=False, language=None).built
    }


@pytest.fixture(scope="session")
def with_charts(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    project = broken_project(HERE / "figures", tmp_path_factory.mktemp("charts"))
    return build(project, documents_matching("application.en"), final=False, language=None).built[0].docx
