"""What every code of ``ducha check`` means: one YAML file a code, and the record that one is read into."""

from __future__ import annotations

from typing import NamedTuple

from ducha.problems import Severity


class Entry(NamedTuple):
    """What an official has to know of a code."""

    code: str
    severity: Severity
    title: str
    meaning: str
    """what it says and what follows from it"""
    why: str
    """what went wrong in the office's work without it"""
    bad: str
    """an example that has the problem and no other"""
    good: str
    """the same, put right"""
    note: str = ""
    """how to live with it"""
    file: str = "plan"
    """what the examples are of: a ``plan``, the ``campaign``, the office's own records (``supervision``) or a project
    ledger (``projects``)"""
    prose: bool = False
    """whether the examples are sentences, since no text could show them"""
