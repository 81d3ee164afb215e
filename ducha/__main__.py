"""``python -m ducha`` and the ``ducha`` script."""

from __future__ import annotations

import os
import sys


def run() -> None:
    """Run the command line and leave with its exit code."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some costs a twentieth of the start
    from ducha.cli.app import main

    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
