"""``ducha returns`` as a page: what every unit owed and sent, period by period."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ducha.assess import Assessment, State
from ducha.assess.charged import by_sender
from ducha.assess.duties.returns import DutyStanding, ReturnStanding, ReturnTally, added, count, reports
from ducha.assess.duties.rounds import notes_of
from ducha.model import Register
from ducha.model.owed import Owed
from ducha.render.page import Column, Page, Table
from ducha.render.pages.heading import heading
from ducha.render.problems import left_out_note
from ducha.render.words.duties import brief, period
from ducha.render.words.periods import label
from ducha.render.words.values import day, marked, quoted, rate_cell, units

MOST = 12
"""periods that a table has room for"""


class _Words(NamedTuple):
    """How the counts of some duties are headed."""

    title: str
    due: str
    late: str
    missing: str
    punctual: str


_REPORTS = _Words("定期报送", "应报", "迟报", "未报", "按时报送率")
_WORKS = _Words("其他定期任务（文件没有写报给谁的）", "应办", "逾期", "无记录", "按时完成率")


def returns_page(assessment: Assessment, duties: Sequence[DutyStanding], left_out: Sequence[str] = ()) -> Page:
    """Return the page of some duties: their totals, a table of units and periods each, and each unit's totals."""
    shown = [duty for duty in duties if duty.returns]
    sample, year = assessment.campaign.sample, assessment.campaign.year
    page: list[str | Table] = ["\n".join(_head(assessment))]
    if shown:
        page += [*totals(shown, sample), _LEGEND]
        page += [_matrix(duty, year, sample) for duty in shown]
        page += _by_unit(assessment, shown)
    else:
        page.append("没有逐期统计的定期任务。")
    return [*page, *_remarks(duties), *left_out_note(left_out)]


def duty_blocks(assessment: Assessment, duty: DutyStanding) -> Page:
    """Return one duty's table of units and periods, and what is to be known of it."""
    campaign = assessment.campaign
    if not duty.returns:
        return _remarks([duty])
    return [_LEGEND, _matrix(duty, campaign.year, campaign.sample), *_remarks([duty])]


_LEGEND = (
    "以下各表写的是收到的月-日；迟N天：截止日以后才收到；未报、无记录：到数据截止日没有收到；待核实：文件印发以前应报；核对中：单位有异议，本期不列；"
    "零：零报告；更：其后更正过；代：由别的单位代报；空格：没有到期"
)


def _head(assessment: Assessment) -> Iterator[str]:
    campaign, reference = assessment.campaign, assessment.reference
    yield from heading(campaign, "报送情况")
    only = f"只列{label(reference.period)}截止的各期；" if reference.period else ""
    yield f"{only}参照日：{day(reference.day)}，数据截至{day(reference.records_until)}；截止日当天收到算按时"
    if assessment.scope.unit:
        yield f"范围：{assessment.scope.unit}"


def totals(duties: Sequence[DutyStanding], sample: bool) -> Iterator[Table]:
    """Yield the totals of some duties: of what is sent to somebody, then of other standing work."""
    for words, kind in ((_REPORTS, True), (_WORKS, False)):
        if listed := [duty for duty in duties if duty.is_report is kind]:
            yield _totals(listed, words, sample)


def _totals(duties: Sequence[DutyStanding], words: _Words, sample: bool) -> Table:
    whole = added(d.tally for d in duties)
    columns = (
        Column("序", right=True, narrowest=2),
        Column("专项行动", narrowest=8),
        Column("定期任务", narrowest=12),
        Column("周期", narrowest=8),
        *_count_columns(words, whole),
        Column("编号", narrowest=10),
    )
    rows = [
        (str(d.number), d.plan_title, d.duty.title, brief(d.duty.every), *_counts(d.tally, whole), d.id) for d in duties
    ]
    rows.append(("", "合计", "", "", *_counts(whole, whole), ""))
    return Table(marked(words.title, sample), columns, tuple(rows), has_total=True)


def _matrix(duty: DutyStanding, year: int, sample: bool) -> Table:
    by_unit: dict[str, dict[Owed, ReturnStanding]] = {}
    for one in duty.returns:
        by_unit.setdefault(one.unit, {})[one.period] = one
    periods = duty.periods[-MOST:]
    cut = f"，只列最近{MOST}期" if len(duty.periods) > MOST else ""
    words = _REPORTS if duty.is_report else _WORKS
    to = f"，报{units(duty.recipients)}" if duty.is_report else ""
    whole = count(duty.returns)
    rows = tuple(_row(duty, unit, by_unit.get(unit, {}), periods, whole) for unit in duty.listed)
    unjudged = (header for header, _ in _unjudged(whole, whole))
    return Table(
        marked(f"{quoted(duty.duty.title)}（{brief(duty.duty.every)}{to}{cut}）", sample),
        (
            Column("单位", narrowest=8),
            *(Column(period(one.name, year), right=True) for one in periods),
            *(Column(header, right=True) for header in ("按时", words.late, words.missing, *unjudged)),
        ),
        rows,
    )


def _row(
    duty: DutyStanding, unit: str, owed: dict[Owed, ReturnStanding], periods: Sequence[Owed], whole: ReturnTally
) -> tuple[str, ...]:
    name = f"{unit}（未列成员）" if unit in duty.open_groups else unit
    tally = count(owed.values())
    cells = (cell(owed[one], duty.is_report) if one in owed else "免报" for one in periods)
    unjudged = (str(number) for _, number in _unjudged(tally, whole))
    return name, *cells, str(tally.on_time), str(tally.late), str(tally.missing), *unjudged


def cell(one: ReturnStanding, is_report: bool) -> str:
    """What became of one return, in a few characters."""
    if one.received is None:
        missing = "未报" if is_report else "无记录"
        said = {State.OVERDUE: missing, State.UNVERIFIED: "待核实", State.DISPUTED: "核对中"}
        return said.get(one.state, "")
    text = f"{one.received.month}-{one.received.day}" if one.state is State.DONE else f"迟{one.days_late}天"
    if one.senders:
        text += f"({one.senders}家)"
    record = one.record
    marks = (("零", record and record.zero), ("更", record and record.corrected), ("代", record and record.through))
    return text + "".join(mark for mark, holds in marks if holds)


def _by_unit(assessment: Assessment, duties: Sequence[DutyStanding]) -> list[Table]:
    """Each unit's totals, where there is more than one duty to add up; of what is sent to somebody."""
    if sum(duty.is_report for duty in duties) < 2:
        return []
    owed = by_sender(reports(duties))
    register = Register(assessment.campaign)
    tallies = {unit: count(owed[unit]) for unit in sorted(owed, key=register.position)}
    whole = added(tallies.values())
    rows = tuple((unit, *_counts(tally, whole)) for unit, tally in tallies.items())
    title = marked("各单位定期报送合计", assessment.campaign.sample)
    return [Table(title, (Column("单位", narrowest=8), *_count_columns(_REPORTS, whole)), rows)]


def _count_columns(words: _Words, whole: ReturnTally) -> Iterator[Column]:
    """The headers of ``_counts`` in a table of which ``whole`` counts all."""
    unjudged = (header for header, _ in _unjudged(whole, whole))
    headers = (words.due, "按时", words.late, words.missing, *unjudged, *(["未到期"] if whole.ahead else []))
    yield from (Column(header, right=True) for header in headers)
    yield Column(words.punctual, right=True, narrowest=8)


def _counts(tally: ReturnTally, whole: ReturnTally) -> tuple[str, ...]:
    """What is due, then what it adds up from, what is ahead where the table has any, and the rate."""
    unjudged = (number for _, number in _unjudged(tally, whole))
    shown = (tally.due, tally.on_time, tally.late, tally.missing, *unjudged, *([tally.ahead] if whole.ahead else []))
    return (*map(str, shown), rate_cell(tally.punctual))


def _unjudged(tally: ReturnTally, whole: ReturnTally) -> Iterator[tuple[str, int]]:
    """What nobody can judge yet: header → count, of each kind of which the whole table has any."""
    if whole.unverified:
        yield "待核实", tally.unverified
    if whole.disputed:
        yield "核对中", tally.disputed


class _Remark(NamedTuple):
    """A kind of duty of which something is to be said, and what."""

    text: str
    holds: Callable[[DutyStanding], bool]


_REMARKS = (
    _Remark("没有固定周期、不逐期统计", lambda duty: not duty.is_periodic),
    _Remark("文件没有写由谁承担、不逐期统计", lambda duty: duty.is_periodic and not duty.units),
    _Remark("有单位的报送情况在核对中，不计入按时报送率", lambda duty: duty.tally.disputed > 0),
    _Remark(
        "没有成员名单的集合单位，有一家报送即计为已报",
        lambda duty: any(one.unit in duty.open_groups for one in duty.returns),
    ),
)


def _remarks(duties: Iterable[DutyStanding]) -> list[str]:
    told = list(duties)
    lines = []
    for remark in _REMARKS:
        if named := [f"{quoted(d.duty.title)}（{brief(d.duty.every)}）" for d in told if remark.holds(d)]:
            lines.append(f"{remark.text}：{'、'.join(named)}")
    for note, cadences in notes_of(d for d in told if d.returns).items():
        lines.append(f"{''.join(quoted(brief(one)) for one in cadences)}：{note}")
    return ["\n".join(lines)] if lines else []
