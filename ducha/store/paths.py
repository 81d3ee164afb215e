"""What stands at a path of plain data."""

from __future__ import annotations

from typing import Any

from ducha.problems import Path


def existing(data: Any, path: Path) -> Path:
    """Return as much of a path as the data has: the short form ``done: 昨天`` has no ``day`` of its own."""
    for depth, step in enumerate(path):
        if not has(data, step):
            return path[:depth]
        data = data[step]
    return path


def has(data: Any, step: Any) -> bool:
    """Whether the data has a key or an entry."""
    return step in data if isinstance(data, dict) else is_entry(data, step) and step < len(data)


def is_entry(data: Any, step: Any) -> bool:
    """Whether a step leads to an entry of a list."""
    return isinstance(data, list) and isinstance(step, int)


def has_keys(data: Any, path: Path) -> bool:
    """Whether a mapping stands at a path."""
    for step in path:
        if not has(data, step):
            return False
        data = data[step]
    return isinstance(data, dict)
