"""``python -m tests.fuzz SEED [DIRECTORY]``: lay a mutant into a new directory and tell what ``ducha check`` says."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import mkdtemp

from ducha.cli.app import main
from tests.fuzz.ground import Ground
from tests.fuzz.judge import judge
from tests.fuzz.mutants import mutant

if __name__ == "__main__":
    shown = mutant(int(sys.argv[1]))
    place = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(mkdtemp(prefix="ducha-fuzz-"))
    if place.exists() and any(place.iterdir()):
        sys.exit(f"{place} is not empty")
    print(Ground(place).lay(shown.name, shown.data), *shown.kinds)
    print("exit code", main(["check", "--plans", str(place)]))
    print(*judge(place).complaints, sep="\n")
