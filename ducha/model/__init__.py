"""What a campaign and its plans *are*: frozen, closed records that keep the words of every date."""

from ducha.model.campaign import Campaign, Liaison, Method, SupervisionGroup, Unit, UnitGroup
from ducha.model.duty import Duty, Exemption, Return, ReturnObjection
from ducha.model.indicator import Actual, Base, Checkpoint, Indicator, PartOf
from ducha.model.item import Confirmation, Extension, Item, Limit, Milestone, Report, Stop
from ducha.model.listed import FromLedger, ListedProjects, ProjectClass
from ducha.model.objection import Objection, Settlement
from ducha.model.plan import Ignored, Leader, Phase, Plan
from ducha.model.register import Register
from ducha.model.target import Target

__all__ = [
    "Actual",
    "Base",
    "Campaign",
    "Checkpoint",
    "Confirmation",
    "Duty",
    "Exemption",
    "Extension",
    "FromLedger",
    "Ignored",
    "Indicator",
    "Item",
    "Leader",
    "Liaison",
    "Limit",
    "ListedProjects",
    "Method",
    "Milestone",
    "Objection",
    "PartOf",
    "Phase",
    "Plan",
    "ProjectClass",
    "Register",
    "Report",
    "Return",
    "ReturnObjection",
    "Settlement",
    "Stop",
    "SupervisionGroup",
    "Target",
    "Unit",
    "UnitGroup",
]
