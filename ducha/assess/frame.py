"""What judging anything of a plan takes."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ducha.assess.answering import Units
from ducha.assess.reference import Reference, check_day, checked_until
from ducha.deadlines.cycles import Period
from ducha.model import Campaign, Indicator, Item, Plan, Register, Report


class Frame(NamedTuple):
    """What judging any obligation of a plan takes: the campaign, its register, the plan and the two days."""

    campaign: Campaign
    register: Register
    plan: Plan
    at: Reference

    @property
    def reference(self) -> date:
        """The day of judgement."""
        return self.at.day

    @property
    def until(self) -> date:
        """The last day whose records exist."""
        return self.at.records_until

    @property
    def before(self) -> Period | None:
        """The period before the one reported on."""
        return self.at.period.preceding if self.at.period else None

    @property
    def checked_until(self) -> date:
        """The last day whose objections count."""
        return checked_until(self.campaign, self.at)

    @property
    def checked_before(self) -> date | None:
        """The same of the report on the period before."""
        return check_day(self.campaign, self.before.last) if self.before else None

    def units_of(self, item: Item) -> Units:
        """Return who answers; an item naming any lead or responsible unit inherits nothing.

        What holds for each member of a group is answered for by the group, where nobody else is named.
        """
        known = self.register.known
        if item.lead or item.responsible:
            return Units(known(item.lead), known(item.responsible), known(item.support))
        support = known(item.support or self.plan.support)
        if isinstance(item, Indicator) and item.each:
            return Units((), known((item.each,)), support)
        return Units(known(self.plan.lead), known(self.plan.responsible), support)

    def reports_of(self, item: Item) -> tuple[Report, ...]:
        """Return what was said by ``until``, oldest first, by units under their registered names."""
        known = sorted((report for report in item.reports if report.day <= self.until), key=lambda report: report.day)
        return tuple(self._registered(report) for report in known)

    def _registered(self, report: Report) -> Report:
        name = report.by and (self.register.resolve(report.by) or report.by)
        return report.model_copy(update={"by": name}) if name != report.by else report
