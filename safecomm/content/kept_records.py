"""The records of a project's files, kept for this user's next run: most of them will not have changed."""

import os
import pickle
from contextlib import suppress
from pathlib import Path

from safecomm.content.record_memory import Memory, RecordMemory, RecordName
from safecomm.user_cache import keep, key_of, read


class KeptRecords(RecordMemory):
    """Remembers what the last run of the same program read, and keeps what this one reads."""

    def __init__(self, project: Path) -> None:
        self.key = key_of("records", os.fsencode(project.absolute()))
        self.kept = read_records(self.key)
        super().__init__({record: pickle.loads(memory) for record, memory in self.kept.items()})

    def end(self) -> None:
        """Of a file in which something is wrong nothing is kept: it will soon be changed."""
        sound = {record: memory for record, memory in self.made.items() if not memory.made[1]}
        # A text with very many lists within each other is more than pickle can take.
        with suppress(RecursionError):
            kept = {record: self.packed(record, memory) for record, memory in sound.items()}
            if kept != self.kept:
                keep(self.key, pickle.dumps(kept))
                self.kept = kept

    def packed(self, record: RecordName, memory: Memory) -> bytes:
        """As it was kept, if it is the same: all of them would take longer than to read a changed one."""
        return self.kept[record] if memory is self.last.get(record) else pickle.dumps(memory)


def read_records(key: str) -> dict[RecordName, bytes]:
    """Each by itself, as it was kept."""
    data = read(key)
    return {} if data is None else pickle.loads(data)
