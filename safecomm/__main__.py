"""`python -m safecomm`."""

from safecomm.cli import main

main()
