"""A growth can be worked out: its base is a number in a unit that goes with it, and it is clear whose amounts grow."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Base, Indicator, Plan
from ducha.model.measures import is_percent, is_points
from ducha.problems import ANY, KEY, Path, Problem

_IDS: tuple[Path, ...] = (("indicators", ANY, "id"),)
_OWN = "写本方案里有数额的那个指标的id"


def check_growth(plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every base from which no growth can be worked out."""
    for index, indicator in enumerate(plan.indicators):
        path: Path = ("indicators", index)
        if indicator.base is None:
            continue
        if indicator.each or indicator.is_rank:
            what = "逐单位考核的指标" if indicator.each else "名次"
            hint = "直接填各单位的增幅：删去base，写measure: point" if indicator.each else "删去base"
            rests_on: tuple[Path, ...] = ((*path, "each"), (*path, "target"), (*path, "unit"))
            yield Problem("DC512", f"{what}不能写base", hint, (*path, "base"), rests_on=rests_on)
        elif indicator.base.of is not None:
            yield from _source(plan, indicator, indicator.base, path)
        else:
            yield from _number(indicator, indicator.base, indicator.base.unit, path)
            yield from _periods(indicator, indicator, path)


def _source(plan: Plan, indicator: Indicator, base: Base, path: Path) -> Iterator[Problem]:
    """The amounts of another indicator of the plan, which is itself no growth and holds for nobody in particular."""
    source = next((one for one in plan.indicators if one.id == base.of), None)
    place: Path = (*path, "base", "of")
    if source is None:
        from ducha.advice.names import advise_name

        hint = advise_name(base.of or "", [one.id for one in plan.indicators if one is not indicator], _OWN)
        yield Problem("DC512", f"指标“{base.of}”不存在", hint, place, rests_on=_IDS)
    elif source is indicator or source.base or source.each or source.is_rank:
        hint = "写有数额的那个指标的id；数额填在本指标里的，删去of"
        yield Problem("DC512", f"“{base.of}”没有可以比较的数额", hint, place, rests_on=(("indicators",),))
    elif indicator.actuals:
        hint = "删去本指标的actuals；数额要填在本指标里的，删去of"
        yield Problem("DC512", f"数额取自“{base.of}”，这里不能再填", hint, (*path, "actuals", KEY), rests_on=(place,))
    elif base.unit is not None and base.unit != source.unit:
        hint = f"写{source.unit}，或删去unit"
        message = f"基数的单位“{base.unit}”不是“{base.of}”的单位“{source.unit}”"
        yield Problem("DC512", message, hint, (*path, "base", "unit"), rests_on=(("indicators",),))
    else:
        yield from _number(indicator, base, source.unit, path)
        yield from _periods(indicator, source, ("indicators", plan.indicators.index(source)))


def _number(indicator: Indicator, base: Base, unit: str | None, path: Path) -> Iterator[Problem]:
    place: Path = (*path, "base")
    if base.value is not None and unit is None:
        yield Problem("DC512", "写了基数，没有写它的计量单位", "在base里写unit，如unit: 亿元", (*place, "value"))
    elif base.value is None and base.of is None:
        if unit is not None:
            hint = "补上value；历次数值本身就是增幅的，删去unit"
            yield Problem("DC512", "写了基数的单位，没有写基数", hint, (*place, "unit"))
    elif unit is not None and not _go_together(indicator.unit, unit):
        message = f"基数是{unit}，增长多少却用{indicator.unit}"
        hint = f"增长百分之几的，指标的unit写“%”；增长多少{unit}的，写{unit}"
        if is_points(indicator.unit):
            hint = "提高几个百分点的，基数是百分数，unit写“%”；增长百分之几的，指标的unit写“%”"
        yield Problem("DC512", message, hint, (*path, "unit"), rests_on=((*place, "unit"), (*place, "of")))
    elif base.value is not None and indicator.is_relative and base.value <= 0:
        hint = "改正基数；基数是0或负数的，增长多少写成数额，不写%"
        yield Problem("DC512", f"增幅要除以基数，{base.value}不能作除数", hint, (*place, "value"))


def _go_together(unit: str, of_base: str) -> bool:
    """Whether a growth in one unit can be over a base in another: percent over anything, points over percent."""
    if is_percent(unit):
        return not is_points(of_base)
    return is_percent(of_base) if is_points(unit) else unit == of_base


def _periods(indicator: Indicator, source: Indicator, path: Path) -> Iterator[Problem]:
    """The same periods with which an indicator's own amounts, or those of another, are compared."""
    for at, actual in enumerate(source.actuals):
        if indicator.is_relative and actual.same_period is not None and actual.same_period <= 0:
            place: Path = (*path, "actuals", at, "same_period")
            hint = "改正同期数；同期没有数的，删去same_period"
            yield Problem("DC512", f"增幅要除以同期数，{actual.same_period}不能作除数", hint, place)
