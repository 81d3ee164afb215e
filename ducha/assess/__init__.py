"""Campaign + plans + reference day → one ``Assessment``: obligations with states, counts, rates."""

from ducha.assess.assessment import Assessment, PlanStanding, Tally, assess, longest_late_first
from ducha.assess.bulletin import Bulletin, compose_bulletin
from ducha.assess.indicators import IndicatorStanding
from ducha.assess.obligations import Obligation
from ducha.assess.reference import Period, Reference, on_day, on_period
from ducha.assess.scope import Scope
from ducha.assess.states import State

__all__ = [
    "Assessment",
    "Bulletin",
    "IndicatorStanding",
    "Obligation",
    "Period",
    "PlanStanding",
    "Reference",
    "Scope",
    "State",
    "Tally",
    "assess",
    "compose_bulletin",
    "longest_late_first",
    "on_day",
    "on_period",
]
