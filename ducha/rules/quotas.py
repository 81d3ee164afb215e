"""A task of its own belongs to one member of the group, and is one number."""

from __future__ import annotations

from collections.abc import Iterator

from ducha.model import Indicator, Plan, Register
from ducha.problems import CAMPAIGN, KEY, Path, Problem


def check_quotas(register: Register, plan: Plan) -> Iterator[Problem]:
    """Yield a problem for every quota of which nobody can say whose it is, or that no single number can be."""
    for index, indicator in enumerate(plan.indicators):
        path: Path = ("indicators", index)
        if not indicator.quotas:
            continue
        if indicator.each is None:
            hint = "要给各单位分任务，在指标里写each；不分的，删去quotas"
            yield Problem(
                "DC510", "本指标不逐单位考核，不能写quotas", hint, (*path, "quotas", KEY), rests_on=((*path, "each"),)
            )
        elif not indicator.target.is_one_number:
            hint = "target写成一个数；各单位目标相同的，删去quotas"
            message = "目标是名次、区间或保底和力争，不能按单位另定数"
            yield Problem("DC511", message, hint, (*path, "quotas", KEY), rests_on=((*path, "target"),))
        else:
            yield from _owners(register, indicator, path)


def _owners(register: Register, indicator: Indicator, path: Path) -> Iterator[Problem]:
    group = register.group(indicator.each or "")
    members = register.known(group.members) if group else ()
    is_listed = bool(members) and all(register.resolve(member) for member in members)
    first: dict[str, Path] = {}
    for at, quota in enumerate(indicator.quotas):
        place: Path = (*path, "quotas", at, "unit")
        unit = register.resolve(quota.unit)
        if unit is None:
            continue  # told where names are looked up
        if is_listed and unit not in members:
            hint = f"{indicator.each}的成员：{'、'.join(members)}"
            message = f"“{quota.unit}”不是“{indicator.each}”的成员"
            rests_on: tuple[Path, ...] = ((*path, "each"), (CAMPAIGN, "unit_groups"))
            yield Problem("DC510", message, hint, place, rests_on=rests_on)
        elif first.setdefault(unit, place) is not place:
            hint = "每个单位只写一个任务，删去其中一个"
            yield Problem("DC510", f"“{quota.unit}”的任务写了两次", hint, place, (first[unit],))
