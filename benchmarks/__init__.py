"""How fast safecomm is beside pandoc: generated content, and one command that measures both."""
