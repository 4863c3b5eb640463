"""How fast safecomm is beside pandoc, and how redlines stand up to random edits."""
