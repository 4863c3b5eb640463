"""A handful of returned drafts; `python -m tests.returned.run` tries as many as there is time for."""

from pathlib import Path
from random import Random

import pytest

from tests.returned.judgement import Judgement, Outcome, contents
from tests.returned.officer import Later
from tests.returned.reviewer import Edit, edit
from tests.returned.scenarios import ROOT, SCENARIOS, Scenario
from tests.returned.texts import merged, segments, texts_of, words_of
from tests.returned.trial import trial
