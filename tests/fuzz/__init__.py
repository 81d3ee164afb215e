"""Damaged plans: whatever stands in a file, ``ducha check`` ends in a result; ``python -m tests.fuzz SEED`` shows one.

``pytest tests/fuzz --mutants 10000`` tries more than an ordinary run does. A seed always makes the same file.
"""
