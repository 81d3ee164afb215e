"""The language of deadlines: ``6月底前`` and its kin, read by one published table.

``read(phrase, year=2013)`` returns what the phrase means as ``Reading``s. It depends on nothing
but ``datetime`` and ``re``, is linear in the phrase, and never raises: what it cannot read is a reading of
kind ``UNRESOLVABLE`` whose note says why.
"""

from ducha.deadlines.grammar import read
from ducha.deadlines.reading import Kind, Reading

__all__ = ["Kind", "Reading", "read"]
