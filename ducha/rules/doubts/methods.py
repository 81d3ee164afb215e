"""What the document requires of those who supervise can be counted."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.deadlines import Kind
from ducha.model import Campaign
from ducha.model.supervised import is_counted
from ducha.problems import Path, Problem


def question_methods(campaign: Campaign) -> Iterator[Problem]:
    """Yield a problem for every method with a number that no period counts, or those of one cadence of several."""
    for at, method in enumerate(campaign.supervision.methods):
        kind = campaign.read(method.every).kind
        is_cadence = kind in (Kind.RECURRENCE, Kind.OPEN)  # what is none is a problem already
        cadences = len({reading.rrule for reading in campaign.readings(method.every)})
        if not method.at_least or not is_cadence or (cadences == 1 and is_counted(campaign, method)):
            continue
        if cadences > 1:
            message = f"“{method.every}”是{cadences}个周期，只按第一个计次"
            hint = "分成几个方法，每个方法一个周期、一个at_least"
        elif kind is Kind.OPEN:
            message = f"“{method.every}”没有固定的周期，没法按期计次"
            hint = "every写成每月、每两个月这样的周期；文件没有规定多久一次的，删去at_least"
        else:
            message = f"没有以“{method.every}”为一期的通报，没法按期计次"
            hint = "every写每周、每月、每季度、每半年或每年；不是通报的，删去kind"
        path: Path = ("supervision", "methods", at)
        yield Problem("DC724", message, hint, (*path, "at_least"), rests_on=((*path, "every"),))
