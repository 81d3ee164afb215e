"""``python -m ducha`` and the ``ducha`` script: one command, and the process is over."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress


def run() -> None:
    """Run the command line and leave with its exit code.

    A command is short and keeps nearly all it makes, so the garbage collector would only go through it again
    and again, and taking the interpreter apart at the end takes longer than many a command.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some takes its time as well
    from ducha.cli.app import main

    code = main(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody is left to read it
            if stream is not None:
                stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
