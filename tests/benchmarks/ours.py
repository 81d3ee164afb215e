"""``python ours.py DIRECTORY`` prints the seconds ``ducha``'s own loader took, imports not counted, and its plans."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from ducha.store import check


def load_plans(directory: Path) -> int:
    """Load, validate and apply every rule; return how many plans a report could use."""
    return len(check(directory).identities)


if __name__ == "__main__":
    start = perf_counter()
    plans = load_plans(Path(sys.argv[1]))
    print(perf_counter() - start, plans)
