"""safecomm: one content folder, the Safe Community application and the safety programme as Word files."""

__version__ = "0.1.0"
