"""A synthetic county: a campaign of any number of plans, the same bytes every time, about 8 KB a plan.

A plan has 30 milestones and 8 indicators of four levels each: three checkpoints and the target. Nothing is wrong with
any of them, and there is nothing to note.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.benchmarks import vocabulary as words

MILESTONES = 30
INDICATORS = 8
OBLIGATIONS = MILESTONES + 4 * INDICATORS
"""what ``ducha status`` counts of one plan"""

AS_OF = date(2013, 7, 1)
_LAST = AS_OF - timedelta(days=1)

_CAMPAIGN = f"""\
title: 百项行动
year: 2013
document: {{number: 测政发〔2013〕1号, issuer: 测县人民政府, issued: 2013-02-08}}
office: 县府办
start: 2013-02-01
end: 2014-01-31
as_of: {AS_OF}
sample: true
due_soon_days: 15
bulletin: {{addressees: 各单位, copies: [县委办], first: 2013-05}}
"""


def generate(directory: Path, plans: int) -> None:
    """Write ``campaign.yaml`` and so many plan files into a new directory."""
    directory.mkdir(parents=True)
    (directory / "campaign.yaml").write_text(_lines(_campaign(plans)), encoding="utf-8")
    for number in range(1, plans + 1):
        text = _lines(_plan(number, Random(number)))
        (directory / f"{number:05}-plan.yaml").write_text(text, encoding="utf-8")


def _lines(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _campaign(plans: int) -> Iterator[str]:
    yield _CAMPAIGN + "units:"
    for name in words.UNITS:
        category, alias = ("部门", f", aliases: [{name[1:]}]") if name.startswith("县") else ("乡镇", "")
        yield f"  - {{name: {name}{alias}, category: {category}}}"
    yield "unit_groups:"
    for name, category, members in words.GROUPS:
        yield f"  - {{name: {name}, category: {category}, members: [{', '.join(members)}], sourced: sample}}"
    yield "supervision:\n  groups:"
    for group in range(1, 5):
        covered = ", ".join(f"plan-{number}" for number in range(group, plans + 1, 4))
        yield f"    - {{id: {group}, leader: 组长{group}, members: [{{role: 县府办负责人}}], plans: [{covered}]}}"
    yield "  methods: [{id: joint, title: 联合督查, every: 每月, at_least: 1}]"


def _plan(number: int, random: Random) -> Iterator[str]:
    topic = random.choice(words.TOPICS)
    yield f"# 合成数据，仅供测速。\nid: plan-{number}\nnumber: {number}\ntitle: {topic}第{number}专项行动方案"
    yield f"leaders: [{{name: {random.choice(words.SURNAMES)}某{number}, title: 副县长}}]"
    yield f"deputies: [县府办联系主任, {_unit(random)}局长]\nlead: [{_unit(random)}]\nphases:"
    for phase, title, when in words.PHASES:
        yield f"  - {{id: {phase}, title: {title}, section: 二1, when: {when}}}"
    yield "milestones:"
    for index in range(MILESTONES):
        yield from _milestone(index, topic, random)
    yield "indicators:"
    for index in range(INDICATORS):
        yield from _indicator(index, topic, random)
    every = random.choice(words.CADENCES)
    yield f"duties:\n  - {{id: report, title: 报送进展, who: [县级各部门], to: 县府办, every: {every}}}"


def _milestone(index: int, topic: str, random: Random) -> Iterator[str]:
    yield f"  - id: task-{index}\n    title: {random.choice(words.ACTIONS).format(topic)}（{index + 1}）"
    if index % 2:
        yield f"    section: {random.choice(words.PARTS)}\n    phase: rollout"
    if index % 3 == 1:
        yield f"    lead: [{random.choice(words.UNITS[::2])}]\n    support: [{random.choice(words.UNITS[1::2])}]"
    if index % 5 == 1:
        yield f"    strength: {random.choice(words.STRENGTHS)}\n    note: {random.choice(words.NOTES)}"
    if index % 6:  # the others have no limit
        phrase, due = random.choice(words.LIMITS)
        yield f"    due: {phrase}"
        yield from _progress(due, random)


def _progress(due: date, random: Random) -> Iterator[str]:
    """What became of it: mostly finished if due soon enough, else extended, reported on, or nothing at all."""
    fate = random.random()
    if due <= date(2013, 7, 31) and fate < 0.85:
        yield f"    done: {min(due + timedelta(random.randint(-20, 10)), _LAST)}"
    elif due <= _LAST and fate < 0.9:
        reason = random.choice(words.REASONS)
        yield f"    extensions:\n      - {{day: {due}, to: {due + timedelta(20)}, by: 县政府, reason: {reason}}}"
    elif fate < 0.95:
        text, cause = random.choice(words.PROGRESS), random.choice(words.CAUSES)
        yield f"    reports:\n      - {{day: 2013-06-2{random.randrange(9)}, text: {text}, by: 县府办, cause: {cause}}}"


def _indicator(index: int, topic: str, random: Random) -> Iterator[str]:
    step = random.randint(2, 90) * 10
    yield f"  - id: figure-{index}\n    title: {topic}指标{index + 1}\n    unit: {random.choice(words.COUNTED)}"
    yield f"    target: {4 * step}\n    due: 年底前\n    responsible: [{_unit(random)}]\n    checkpoints:"
    yield f"      - {{due: 3月底前, value: {step}}}\n      - {{due: 2013-06-30, value: {2 * step}}}"
    yield f"      - {{due: 三季度末, value: {3 * step}}}\n    actuals:"
    for month, reached in ((3, random.uniform(0.98, 1.4)), (6, random.uniform(1.9, 2.8))):
        yield f"      - {{day: 2013-0{month}-25, value: {step * reached:.1f}}}"


def _unit(random: Random) -> str:
    return _spelt(random.choice(words.UNITS), random)


def _spelt(name: str, random: Random) -> str:
    """A unit by its name or by its short name."""
    return random.choice((name, name.removeprefix("县")))
