"""The faults that a template's tags can have, raised where they show; `fault_location.py` says where that is."""


class TagError(Exception):
    """A code of codes/ with the values that its text names."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, values)
        self.code, self.values = code, values
