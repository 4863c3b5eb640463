"""`python -m safecomm`."""

from safecomm.cli.main import main

main()
