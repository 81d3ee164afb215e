"""The language of deadlines: ``6月底前`` and its kin, read by one published table (docs/deadlines.md).

``read(phrase, year=2013)`` returns what the phrase means as ``Reading``s; ``cutoffs(rule, first, last)`` the
periods of a recurrence. The package depends on nothing but the standard library's calendar, is linear in the
phrase, and never raises: what it cannot read is a reading of kind ``UNRESOLVABLE`` whose note says why.
"""

from ducha.deadlines.grammar import read
from ducha.deadlines.periods import Due, cutoffs
from ducha.deadlines.reading import Kind, Reading
from ducha.deadlines.spans import Span

__all__ = ["Due", "Kind", "Reading", "Span", "cutoffs", "read"]
