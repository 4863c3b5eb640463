"""The records of a project's files, kept for this user's next run: most of them will not have changed."""

import os
import pickle
from contextlib import suppress
from pathlib import Path

from safecomm.content.record_memory import Memories, RecordMemory
from safecomm.user_cache import keep, key_of, read


class KeptRecords(RecordMemory):
    """Remembers what the last run of the same program read, and keeps what this one reads."""

    def __init__(self, project: Path) -> None:
        self.key = key_of("records", os.fsencode(project.absolute()))
        super().__init__(read_records(self.key))

    def end(self) -> None:
        """Of a file in which something is wrong nothing is kept: it will soon be changed."""
        sound = {record: memory for record, memory in self.made.items() if not memory.made[1]}
        if sound.keys() != self.last.keys() or any(sound[record] is not self.last[record] for record in sound):
            # A text with very many lists within each other is more than pickle can take.
            with suppress(RecursionError):
                keep(self.key, pickle.dumps(sound, pickle.HIGHEST_PROTOCOL))


def read_records(key: str) -> Memories:
    data = read(key)
    return {} if data is None else pickle.loads(data)
