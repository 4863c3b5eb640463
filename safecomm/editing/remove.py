"""A record taken out of the content, with its translations and its figures, and with it what refers to it or nothing."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from safecomm.content.field_types import reference_fields
from safecomm.content.file import FOLDER, text_of
from safecomm.content.folder import COLLECTIONS, KINDS, SINGLES
from safecomm.content.load import load
from safecomm.content.project_index import ProjectIndex, index_project
from safecomm.content.references import RECORDS
from safecomm.content.yaml_data import Key, Value
from safecomm.diagnostic import ContentError, Location, problem
