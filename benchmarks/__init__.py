"""How fast safecomm is beside pandoc, on generated content, and how redlines stand up to random edits."""
