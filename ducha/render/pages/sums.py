"""A total with its parts as a table, and the sentences on how they add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ducha.assess import Assessment
from ducha.assess.figures.sums import Part, Sum
from ducha.render.page import Column, Page, Table
from ducha.render.words.figures import of_members, reached
from ducha.render.words.targets import target
from ducha.render.words.values import DISPUTED, amount, marked, number, quoted

_COLUMNS = (
    Column("项目", narrowest=16),
    Column("目标", right=True),
    Column("完成情况", right=True, narrowest=12),
    Column("编号", narrowest=10),
)


def sum_blocks(assessment: Assessment, one: Sum) -> Page:
    """Return the total, each part, what the parts add up to, and the difference, with what is to be known of them."""
    notes = "；".join(_notes(one))
    table = _table(one, assessment.campaign.year, assessment.campaign.sample)
    return [table, notes] if notes else [table]


def _table(one: Sum, year: int, sample: bool) -> Table:
    whole, unit = one.whole, one.whole.unit
    rows: list[tuple[str, ...]] = [(f"总量：{whole.title}", target(whole), reached(whole, year), whole.id)]
    rows += [_part(part, year) for part in one.parts]
    added = DISPUTED if one.is_disputed else amount(one.actual, unit)
    rows.append(("各分项相加", amount(one.target, unit), added, ""))
    rows.append(("比总量", _more_or_less(one.target_difference, unit), _more_or_less(one.actual_difference, unit), ""))
    return Table(marked(f"{quoted(whole.title)}的总量与分项（{unit}）", sample), _COLUMNS, tuple(rows))


def _notes(one: Sum) -> Iterator[str]:
    if not one.is_complete:
        yield "文件没有说各分项构成全部总量，相差的数照列，不凑数"
    elif one.target_difference:
        yield "方案写明各分项构成全部总量，目标相加却不等，照列，不凑数"
    if one.is_summed:
        yield "总量没有单独报数，由各分项相加"
    if one.actual is not None and _silent(one):
        yield _silent(one)


def beside_county(one: Sum, year: int) -> str:
    """A county's figure beside those of its units: …：目标15.7万平方米，各单位任务相加3.6万平方米，少12.1万平方米."""
    whole, unit = one.whole, one.whole.unit
    text = f"{quoted(whole.title)}：目标{target(whole)}"
    if one.target is not None:
        text += f"，各单位任务相加{amount(one.target, unit)}，{_more_or_less(one.target_difference, unit)}"
    if one.is_disputed:
        return f"{text}；各单位完成相加{DISPUTED}"
    if one.actual is None:
        return text
    silent = f"（{_silent(one)}）" if _silent(one) else ""
    if one.actual_difference is None:
        return f"{text}；各单位完成相加{amount(one.actual, unit)}{silent}"
    difference = _more_or_less(one.actual_difference, unit)
    return f"{text}；完成{reached(whole, year)}，各单位相加{amount(one.actual, unit)}，{difference}{silent}"


def _silent(one: Sum) -> str:
    """How many parts, or units of a part, have no figure."""
    parts = sum(part.actual is None for part in one.parts)
    units = sum(len(part.standing.silent_members) for part in one.parts if part.actual is not None)
    said = [f"{parts}个分项没有数据"] * bool(parts) + [f"{units}个单位未报"] * bool(units)
    return "，".join(said)


def _part(part: Part, year: int) -> tuple[str, ...]:
    standing = part.standing
    if standing.members is None:
        return standing.title, target(standing), reached(standing, year), standing.id
    task = amount(standing.ranked_task, standing.unit)
    if standing.is_disputed:
        return f"{standing.title}（各单位相加）", task, DISPUTED, standing.id
    total = amount(standing.ranked_total, standing.unit)
    return f"{standing.title}（各单位相加）", task, f"{total}（{of_members(standing.members)}）", standing.id


def _more_or_less(difference: Decimal | None, unit: str) -> str:
    if difference is None:
        return "—"
    return f"{'多' if difference > 0 else '少'}{number(abs(difference))}{unit}" if difference else "相等"
