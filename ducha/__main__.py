"""``python -m ducha`` and the ``ducha`` script."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line and leave with its exit code."""
    from ducha.cli.app import main

    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
