"""The sentences and rows that papers must have, made from what was reckoned."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

from ducha.model import Indicator
from tests.plans.reckoning import (
    Item,
    Paper,
    accounts,
    boxes,
    by_plan,
    compared,
    day_words,
    finished_rate,
    in_order,
    judged,
    latest_values,
    on_time_rate,
    percent,
    rate,
    returned,
    states,
)


def overall(p: Paper) -> list[str]:
    items, day, w = p.items, p.now["as_of"], p.words
    then, then_day = (p.before["obligations"], p.before["as_of"]) if p.before else (None, "")
    found, finished, on_time = states(items), finished_rate(items), on_time_rate(items, day)
    tasks = sum(o["kind"] == "milestone" for o in items)
    rise = compared(finished, finished_rate(then), w.last) if then else ""
    line = [
        f"列入督查的事项{len(items)}项（任务{tasks}项，指标及其节点{len(items) - tasks}项），"
        f"已完成{finished[0]}项，任务完成率{rate(*finished)}{rise}。{w.label}新完成{len(p.finished)}项。"
    ]
    more = found["overdue"] - states(then)["overdue"] if then else 0
    change = f"（比{w.last}末{'增加' if more > 0 else '减少'}{abs(more)}项）" if more else ""
    if then:
        rise = compared(on_time, on_time_rate(then, then_day), w.last)
    line.append(
        f"应完成并可评价的{on_time[1]}项：按期完成{on_time[0]}项，逾期后完成{found['done_late']}项，"
        f"到期未完成{found['overdue']}项{change}；到期任务按期完成率{rate(*on_time)}{rise if then else ''}。"
    )
    others = {
        "提前完成或没有时限而已完成": found["done"] - on_time[0],
        "文件未明确时限": found["undated"],
        "时限待明确": found["unclear"],
        "待核实": found["unverified"],
        "数据核对中": found["disputed"],
        "经批准取消或暂缓": found["stopped"],
    }
    line.append(f"其余{len(items) - on_time[1]}项中，")
    line.append(f"未到时限{found['pending'] + found['due_soon']}项")
    line += [f"{words}{count}项" for words, count in others.items() if count]
    return line


def plan_rows(p: Paper) -> list[str]:
    rows = []
    for title, items in [*by_plan(p, p.items), ("合计", p.items)]:
        done, new = finished_rate(items), [o for o in items if p.in_period(o["done"])]
        counts = f"{len(items)} | {done[0]} | {len(new)} | {states(items)['overdue']}"
        rows.append(f"| {title} | {counts} | {rate(*done)} | {rate(*on_time_rate(items, p.now['as_of']))} |")
    return rows


def returns(p: Paper) -> list[str]:
    found, w = returned(p.reports, p.now["as_of"]), p.words
    due = sum(found.values()) - found["ahead"]
    if not due:
        return [f"{w.this}没有到截止日的定期报送。"]
    others = {"待核实": found["unverified"], "数据核对中": found["disputed"]}
    extra = "".join(f"，{words}{count}份" for words, count in others.items() if count)
    owed = found["on_time"] + found["late"] + found["missing"]
    counts = f"按时{found['on_time']}份，迟报{found['late']}份，未报{found['missing']}份"
    share = rate(found["on_time"], owed)
    return [f"{w.this}到截止日的定期报送{due}份，{counts}{extra}，按时报送率{share}"]


def problems(p: Paper) -> list[str]:
    plain = [o for o in p.late if o["strength"] != "strive"]
    silent = [o for o in plain if o["reason"]]
    tasks = [o for o in plain if not o["reason"] and o["kind"] == "milestone"]
    nodes = [o for o in plain if not o["reason"] and o["kind"] == "checkpoint"]
    most = Counter(unit for o in p.late for unit in o["charged"])
    units = [f"{unit}{count}项" for unit, count in most.items() if count > 2]
    kinds = {"已报进展的任务": len(tasks), "未达目标的指标及节点": len(nodes), "未报完成情况的": len(silent)}
    kinds["力争目标"] = len(p.late) - len(plain)
    several = "".join(f"{words}{count}项，" for words, count in kinds.items() if count)
    (alone, *others) = [words for words, count in kinds.items() if count]
    return [
        f"到期未完成的{len(p.late)}项{f'中，{several}' if others else f'，为{alone}，'}清单见附件1。",
        *units,
        *([f"以下{len(silent)}项已经到期"] if silent else []),
        *unjudged(p),
    ]


def unjudged(p: Paper) -> list[str]:
    found = states(p.items)
    kinds = {"时限待明确": "unclear", "完成情况待核实": "unverified", "经批准取消或暂缓": "stopped"}
    return [f"{words}{found[state]}项：" for words, state in kinds.items() if found[state]]


def due_next(p: Paper) -> list[Item]:
    first = date.fromisoformat(p.last) if p.words.label != "2013年度" else date(2013, 12, 31)
    begin = first + timedelta(1)
    days = {"本周": 7, "本季度": 92, "上半年": 184, "本年度": 365}[p.words.this]
    end = begin + timedelta(days - 1)
    ahead = [o for o in p.items if o["state"] in ("due_soon", "pending", "unclear")]
    return [o for o in ahead if any(str(begin) <= (o[key] or "") <= str(end) for key in ("due", "strict_due"))]


def next_steps(p: Paper) -> list[str]:
    found, w, following = states(p.items), p.words, due_next(p)
    named = [o for o in following if o["charged"]]
    lines = [f"到期未完成的{len(p.late)}项，请"] if p.late else []
    lines += [
        f"其中未报完成情况的{n}项" for n in [sum(bool(o["reason"]) for o in p.late if o["strength"] != "strive")] if n
    ]
    lines += [f"待核实的{found['unverified']}项，"] * bool(found["unverified"])
    lines += [f"时限待明确的{found['unclear']}项，"] * bool(found["unclear"])
    begun = sum(o["not_begun"] for o in p.items)
    lines += [f"未收到开始情况的{begun}项"] * bool(begun)
    if p.now["records_until"] < p.now["as_of"] and p.words.this == "本年度":
        ahead = states(o for o in p.items if o["due"] and o["due"][:4] == p.last[:4])
        lines.append(f"期内另有{ahead['pending'] + ahead['due_soon']}项未到时限。")
    if not following:
        return [*lines, f"{w.next}没有到期的"]
    lines.append(f"{w.next}到期{len(following)}项，")
    groups = {tuple(o["charged"]) for o in following}
    if not named or len(groups) == 1:
        who = f"由{'、'.join(following[0]['charged'])}承担" if named else f"文件{'均' * (len(following) > 1)}未明确单位"
        return [*lines, f"{lines.pop()}{who}。"]
    if named and len(groups) > 6:
        lines.append(f"其中文件明确单位的{len(named)}项")
    else:
        lines += [f"{'、'.join(g)}{sum(tuple(o['charged']) == g for o in named)}项" for g in groups if g]
    if len(named) < len(following):
        lines.append(f"文件未明确单位的{len(following) - len(named)}项")
    return lines


def comparison(p: Paper) -> list[str]:
    lines = [
        f"{p.words.this}到期{len(p.fell_due)}项" + (f"：{boxes(p.fell_due, p.now['as_of'])}" if p.fell_due else "")
    ]
    if p.before:
        then = dict(by_plan(p, p.before["obligations"])) | {"合计": p.before["obligations"]}
        for title, items in [*by_plan(p, p.items), ("合计", p.items)]:
            old = then[title]
            finished = f"{rate(*finished_rate(items))} | {rate(*finished_rate(old))}"
            on_time = [rate(*on_time_rate(items, p.now["as_of"])), rate(*on_time_rate(old, p.before["as_of"]))]
            late = f"{states(items)['overdue']} | {states(old)['overdue']}"
            lines.append(f"| {title} | {finished} | {' | '.join(on_time)} | {late} |")
    return lines


def ranking(p: Paper) -> list[str]:
    assert p.loaded.campaign
    now = accounts(p.items, p.duties, p.in_period, p.now["as_of"])
    then = {}
    if p.before:
        before = p.before
        then = accounts(before["obligations"], p.duties_before, p.in_period_before, before["as_of"])
    owed = [o for o in judged(p.items, p.now["as_of"]) if o["state"] == "overdue" or p.in_period(o["due"])]
    shared, nobody = sum(len(o["charged"]) > 1 for o in owed), sum(not o["charged"] for o in owed)
    lines = [f"{p.words.this}应完成{len(owed)}项"]
    lines += [f"共同负责的{shared}项"] * bool(shared) + [f"文件未明确单位的{nobody}项不计入"] * bool(nobody)
    answering = {unit for o in p.items for unit in o["charged"]}
    answering |= {unit for duty in p.duties if duty["recipients"] for unit in duty["units"]}
    classed = set()
    for one in p.loaded.campaign.ranking.classes:
        units = [unit.name for unit in p.loaded.campaign.units if unit.category in one.held]
        classed |= {*units}
        places, old = in_order(units, one.by, now), in_order(units, one.by, then)
        out = [unit for unit in units if unit in answering and unit not in places]
        lines += [f"参加排名{len(places)}个，"] * bool(places) + [f"不参加排名的{len(out)}个。"] * bool(out)
        first = [unit for unit, place in places.items() if place == 1]
        lines += [f"等{len(first)}个单位（并列）"] * (len(first) > 5)
        for unit, place in places.items():
            facts, change = now[unit], place - old[unit] if unit in old else None
            moved = "—" if change is None else f"{'前' if change < 0 else '后'}移{abs(change)}位" if change else "持平"
            counts = [rate(facts.on_time, facts.due), facts.overdue, rate(facts.sent["on_time"], facts.owed)]
            counts += [facts.sent["late"], facts.sent["missing"], old.get(unit, "—"), moved]
            lines.append(f"| {place} | {unit} | {' | '.join(map(str, counts))} |")
            lines += [f"{unit}（{moved}）"] * bool(change)
    elsewhere = Counter(unit for o in owed for unit in o["charged"] if unit not in classed)
    return [*lines, *(f"{name}{count}项" for name, count in elsewhere.items())]


def members(p: Paper) -> list[str]:
    """The foot of the table of each figure that holds for a group's members, and the county's figure beside it."""
    assert p.loaded.campaign
    groups = {group.name: len(group.members) for group in p.loaded.campaign.unit_groups}
    lines = []
    for plan in p.files:
        for i in plan.indicators:
            known = latest_values(i, p.last)
            if not (i.each and groups[i.each] and known) or i.measure == "point":
                continue
            task, done = i.target.value * groups[i.each], sum(known.values(), Decimal(0))
            counts = f"合计（{groups[i.each]}个，已报{len(known)}个）"
            lines.append(f"| {counts} | {task}{i.unit} | {done}{i.unit} | {percent(done, task)} |")
            for county in plan.indicators:
                if i.part_of and county.id == i.part_of.indicator:
                    lines.append(_beside(county, latest_values(county, p.last)[None], task, done, i.unit))
                    lines.append(f"{lines[-1]}（{groups[i.each] - len(known)}个单位未报）")
    return lines


def _beside(county: Indicator, actual: Decimal, task: Decimal, done: Decimal, unit: str) -> str:
    whole, wan = county.target.value, 10000 if county.unit == f"万{unit}" else 1
    day = day_words(str(max(one.day for one in county.actuals)), 2013)
    parts = [
        f"“{county.title}”：目标{whole}{county.unit}，各单位任务相加{_plain(task / wan)}{county.unit}，",
        f"{_apart(task / wan, whole)}{county.unit}；完成{actual}{county.unit}（{day}），",
        f"各单位相加{_plain(done / wan)}{county.unit}，{_apart(done / wan, actual)}{county.unit}",
    ]
    return "".join(parts)


def _apart(one: Decimal, other: Decimal) -> str:
    return f"{'多' if one > other else '少'}{_plain(abs(one - other))}"


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def nodes(p: Paper) -> list[str]:
    day, w = p.now["as_of"], p.words
    share = rate(*on_time_rate(p.fell_due, day))
    lines = [f"{w.this}到期{len(p.fell_due)}项：{boxes(p.fell_due, day)}；{w.this}到期任务按期完成率{share}。"]
    for title, items in [*by_plan(p, p.fell_due), ("合计", p.fell_due)]:
        if items:
            (on_time, due), found = on_time_rate(items, day), states(items)
            counts = [len(items), on_time, found["done_late"], found["overdue"], len(items) - due]
            lines.append(f"| {title} | {' | '.join(map(str, counts))} | {rate(on_time, due)} |")
    lines.append(f"{w.this}到期的指标及其节点{sum(o['kind'] == 'checkpoint' for o in p.fell_due)}项")
    following = due_next(p)
    months = Counter(int(o["due"][5:7]) for o in following)
    lines.append("按月看：" + "，".join(f"{month}月份{count}项" for month, count in sorted(months.items())) + "。")
    for title, items in [*by_plan(p, following), ("合计", following)]:
        figures = sum(o["kind"] == "checkpoint" for o in items)
        lines += [f"| {title} | {len(items)} | {figures} | "] * bool(items)
    return lines


def appraisal(p: Paper) -> list[str]:
    day = p.now["as_of"]
    shared, nobody = sum(len(o["charged"]) > 1 for o in p.items), sum(not o["charged"] for o in p.items)
    lines = [f"共同负责的{shared}项", f"文件未明确单位的{nobody}项"]
    proofs = {f"{plan.id}/{m.id}" for plan in p.files for m in plan.milestones if m.done and m.done.proof}
    for unit in {u for o in p.items for u in o["charged"]} | {one["unit"] for one in p.reports}:
        items = [o for o in p.items if unit in o["charged"]]
        sent = returned([one for one in p.reports if one["unit"] == unit], day)
        unjudged_returns = sent["unverified"] + sent["disputed"]
        due = sum(sent[key] for key in ("on_time", "late", "missing")) + unjudged_returns
        silent, idle = sum(bool(o["reason"]) for o in items), sum(o["not_begun"] for o in items)
        if due or silent or idle:
            counts = [due, *(sent[key] for key in ("on_time", "late", "missing")), unjudged_returns]
            share = rate(sent["on_time"], due - unjudged_returns)
            lines.append(f"| {unit} | {' | '.join(map(str, counts))} | {share} | {silent} | {idle} |")
        if items:
            found, on_time, done = states(items), on_time_rate(items, day), finished_rate(items)
            most = max(o["days_late"] for o in items)
            extended = sum(o["extensions"] > 0 for o in items)
            counts = [on_time[0], found["done_late"], found["overdue"]]
            shown = [*map(str, counts), rate(*on_time), f"{most}天" if most else "—"]
            lines.append(f"| {unit} | {len(items)} | {done[0]} | {rate(*done)} | {' | '.join(shown)} | {extended} |")
        figures = [o for o in judged(items, day) if o["kind"] == "checkpoint"]
        tasks = [o for o in items if o["kind"] == "milestone" and o["state"] in ("done", "done_late")]
        if figures or tasks:
            reached = rate(sum(o["state"] in ("done", "done_late") for o in figures), len(figures))
            lines.append(f"| {unit} | {reached} | {rate(sum(o['id'] in proofs for o in tasks), len(tasks))} |")
    return lines


def week(p: Paper) -> list[str]:
    found = states(p.items)
    recent = [o for o in p.late if p.in_period(o["due"])]
    until = day_words(p.last, int(p.last[:4]))
    return [
        f"列入督查的事项{len(p.items)}项，截至{until}已完成{finished_rate(p.items)[0]}项，其中本周完成{len(p.finished)}项",
        f"本周到期{len(p.fell_due)}项：{boxes(p.fell_due, p.now['as_of'])}。",
        *[f"以前到期、至今未完成的{n}项" for n in [len(p.late) - len(recent)] if n],
        *[
            f"{w}{found[s]}项，本期不作评价"
            for w, s in (("时限待明确", "unclear"), ("待核实", "unverified"))
            if found[s]
        ],
        *[f"本周到期未完成的{len(recent)}项"] * bool(recent),
        f"到期未完成的{len(p.late)}项，请",
        *returns(p),
    ]
