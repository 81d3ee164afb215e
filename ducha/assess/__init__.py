"""Campaign + plans + reference day → one ``Assessment``: obligations with states, counts, rates.

What is made of an assessment stands in modules of its own: ``bulletin``.
"""

from ducha.assess.assessment import Assessment, assess, longest_late, longest_late_first, put_together
from ducha.assess.figures.indicators import IndicatorStanding
from ducha.assess.obligations import Obligation
from ducha.assess.reference import Reference, on_day, on_known_periods, on_period, on_period_before
from ducha.assess.scope import Scope
from ducha.assess.standing import EVERYTHING, Assessor, Contents, PlanStanding, every
from ducha.assess.states import State
from ducha.assess.tally import Tally

__all__ = [
    "EVERYTHING",
    "Assessment",
    "Assessor",
    "Contents",
    "IndicatorStanding",
    "Obligation",
    "PlanStanding",
    "Reference",
    "Scope",
    "State",
    "Tally",
    "assess",
    "every",
    "longest_late",
    "longest_late_first",
    "on_day",
    "on_known_periods",
    "on_period",
    "on_period_before",
    "put_together",
]
