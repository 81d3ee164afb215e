"""The sheets of the shipped campaign say what its bulletin says: no more, no less, and no other number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

import pytest

from ducha.assess import State, assess, on_period, on_period_before
from ducha.assess.bulletin.bulletin import Bulletin, compose_bulletin
from ducha.assess.obligations import Obligation
from ducha.assess.verify.checking import compose_sheets, nobodys
from ducha.assess.verify.sheet import Sheet
from ducha.deadlines.cycles import Cycle
from ducha.model import Register
from ducha.render.papers.markdown import render_bulletin, render_sheets
from ducha.render.papers.templates import FORMS
from ducha.render.words.rows import row_number
from ducha.store import load_plans
from tests.conftest import ROOT

PLANS = ROOT / "plans"


class Month(NamedTuple):
    """The bulletin of a month, or of another period, and every unit's sheet, as values and as text."""

    bulletin: Bulletin
    text: str
    sheets: dict[str, Sheet]
    texts: dict[str, str]


def month(number: int) -> Month:
    return on(Cycle.MONTH, number)


@cache
def on(cycle: Cycle, number: int) -> Month:
    loaded = load_plans(PLANS)
    assert loaded.campaign
    at = on_period(loaded.campaign, number, 2013, date(2020, 1, 1), cycle)
    before = on_period_before(loaded.campaign, at)
    whole = assess(loaded.campaign, loaded.results, at, before=before, records=loaded.records)
    bulletin = compose_bulletin(whole)
    sheets = compose_sheets(bulletin, loaded.campaign, Register(loaded.campaign).addressees)
    texts = render_sheets(bulletin, sheets, PLANS)
    names = [sheet.unit for sheet in sheets]
    text = render_bulletin(bulletin, FORMS[cycle], PLANS)
    return Month(bulletin, text, dict(zip(names, sheets, strict=True)), dict(zip(names, texts, strict=True)))


both = pytest.mark.parametrize("number", [5, 6])


def own(sheet: Sheet) -> tuple[Obligation, ...]:
    return (*sheet.unfinished, *sheet.finished, *sheet.moved, *sheet.unjudged, *sheet.ahead)


def named(bulletin: Bulletin) -> dict[str, Obligation]:
    """Everything that the bulletin names, by id, gathered from its own lists."""
    b = bulletin
    lists = [b.newly_finished, b.extended, b.late.all, b.unclear, b.unverified, b.disputed, b.stopped]
    lists += [b.not_begun, b.due_next]
    if b.changes:
        lists += [b.changes.finished, b.changes.moved, b.changes.stopped, b.changes.disputed]
        lists += [b.changes.still_late, b.changes.newly_late]
    return {o.id: o for some in lists for o in some}


@both
def test_every_item_of_a_sheet_is_one_of_the_bulletin(number: int) -> None:
    bulletin, _, sheets, _ = month(number)
    said = named(bulletin)
    for sheet in sheets.values():
        shared = [one.obligation for one in (*sheet.as_member, *sheet.concerning)]
        assert {o.id for o in (*own(sheet), *shared)} <= said.keys(), sheet.unit
        assert not {o.id for o in own(sheet)} & {o.id for o in shared}
        assert all(sheet.unit in o.units.charged for o in own(sheet))
        assert all(sheet.unit not in o.units.charged for o in shared)


@both
def test_every_item_that_the_bulletin_names_is_on_the_sheet_of_whom_it_is_charged_to(number: int) -> None:
    """Of a group that lists its members on theirs, with the group's name."""
    bulletin, _, sheets, _ = month(number)
    register = Register(bulletin.campaign)
    unclaimed = {o.id for o in nobodys(bulletin)}
    for o in named(bulletin).values():
        assert (o.id in unclaimed) is not bool(o.units.charged)
        for name in o.units.charged:
            if name in sheets:
                assert o in own(sheets[name]), (o.id, name)
                continue
            for member in register.members_of(name):
                shared = sheets[member].as_member
                assert o in own(sheets[member]) or o in [one.obligation for one in shared], (o.id, name, member)


@both
def test_every_return_and_figure_is_on_a_sheet(number: int) -> None:
    bulletin, _, sheets, _ = month(number)
    owed = {entry.one.id for sheet in sheets.values() for entry in sheet.returns}
    rounds = bulletin.rounds
    told = Counter((duty.id, one.unit) for duty in bulletin.duties for one in duty.returns if one.id in owed)
    for one in (*rounds.all, *rounds.owing, *rounds.caught_up, *rounds.contested):
        for short in (*one.late, *one.missing, *one.disputed):
            assert told[one.duty.id, short.unit], (one.duty.id, short.unit)
    in_period = [one for duty in bulletin.duties for one in duty.due_in(bulletin.period).returns]
    assert {one.id for one in in_period} <= owed
    total = rounds.reported
    sums = [sum(counts) for counts in zip(*(sheet.reported for sheet in sheets.values()), strict=True)]
    assert sums == list(total)
    charged = {(i.id, unit) for i in bulletin.assessment.indicators for unit in i.units.charged if unit in sheets}
    assert {(i.id, unit) for unit, sheet in sheets.items() for i in sheet.indicators} == charged


@both
def test_the_counts_at_the_head_are_those_of_the_units_items(number: int) -> None:
    bulletin, _, sheets, texts = month(number)
    for unit, sheet in sheets.items():
        charged = [o for o in bulletin.assessment.obligations if unit in o.units.charged]
        counts = Counter(o.state for o in charged)
        assert sheet.tally.total == len(charged)
        if charged:
            you = f"“{unit}”" if sheet.is_group else "你单位"
            states = "，".join(f"{state.label}{counts[state]}项" for state in State if counts[state])
            assert f"计入{you}名下的事项{len(charged)}项" in texts[unit]
            assert f"：{states}。" in texts[unit]
        assert sheet.named_late in (None, sum(o in charged for o in bulletin.late.all))


def rows(text: str, heading: str) -> Iterator[list[str]]:
    """The rows of the table below a heading that has some words in it."""
    for section in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        if heading in section.partition("\n")[0]:
            for line in [line for line in section.splitlines() if line.startswith("| ")][2:]:
                yield line[2:-2].split(" | ")


@both
def test_every_row_of_figures_is_a_row_of_the_bulletin(number: int) -> None:
    _, text, _, texts = month(number)
    annex = {row[1]: row for row in rows(text, "附件2")}
    members = list(rows(text, "附件3"))
    told = ("| 本月 |" in text.split("### 附件3")[1], "| 上月名次 |" in text)
    found = 0
    for unit, sheet in texts.items():
        for row in rows(sheet, "指标数据"):
            _, title, *figures = row
            del figures[4]  # 口径, which the bulletin sums up at its head
            assert figures == annex[title][2:], (unit, title)
            found += 1
        for _, _, target, change, total, percent, missing, place, before in rows(sheet, "逐单位考核"):
            figure = total.partition("（")[0]
            dashed = [cell for cell, is_told in zip((change, before), told, strict=True) if not is_told]
            assert set(dashed) <= {"—"}, "a column that the bulletin leaves out has nothing to tell"
            row = [place, unit, target, *[change][: told[0]], figure, percent, missing, *[before][: told[1]]]
            assert row in members
            found += 1
    assert found > 20


@both
def test_every_sentence_on_lateness_is_the_bulletins_own(number: int) -> None:
    """Of the worst cases the body's sentence, of all the words of annex 1."""
    bulletin, text, sheets, _ = month(number)
    body = text.partition("### 附件1")[0]
    annex = {row[2]: row for row in rows(text, "附件1")}
    for sheet, page in ((sheet, month(number).texts[unit]) for unit, sheet in sheets.items()):
        cells = {row[0]: row[2] for row in rows(page, "到期未完成")}
        assert list(cells) == [row_number(o) for o in sheet.unfinished]
        for o in sheet.unfinished:
            row = annex[o.marked_title]
            if o.reason:
                assert "未收到完成情况" in cells[row_number(o)]
            else:
                assert row[7] in cells[row_number(o)]
            if o in bulletin.late.tasks[: bulletin.campaign.bulletin.worst_cases] or o in bulletin.late.nodes:
                assert cells[row_number(o)] in body
            if o.days_late and not (o.reason or o.figure or o.strength == "strive"):
                assert f"{o.days_late}天" in cells[row_number(o)]
                assert row[5] == f"{o.days_late}天"
        for row in rows(page, "完成"):
            if row[0] in {row_number(o) for o in sheet.finished}:
                assert row[2] in body


@both
def test_every_number_of_a_sheet_is_one_of_the_bulletin_or_counts_its_rows(number: int) -> None:
    """But the numbers of its own counts, ids, days of receipt, and who is to be called."""
    _, text, sheets, texts = month(number)
    known = set(re.findall(r"\d+(?:\.\d+)?", text))
    for unit, page in texts.items():
        sheet = sheets[unit]
        told = re.sub(r"（联系人：.*）|^\| \d.*? \||（[^（）]*(?:收到|完成)）", "", page, flags=re.MULTILINE)
        assert sheet.reply_day
        tallies = (sheet.reported, sheet.worked)
        lists = (sheet.unfinished, sheet.finished, sheet.moved, sheet.unjudged)
        counts = [*sheet.tally.counts.values(), sheet.tally.total, *(count for tally in tallies for count in tally)]
        counts += [tally.due + tally.ahead for tally in tallies] + [len(some) for some in lists]
        counts += [entry.one.days_late for entry in sheet.returns] + [sheet.reply_day.month, sheet.reply_day.day]
        assert set(re.findall(r"\d+(?:\.\d+)?", told)) <= known | set(map(str, counts)), unit


@both
def test_sheets_read_as_prose_and_name_no_persons(number: int) -> None:
    loaded = load_plans(PLANS)
    for unit, page in month(number).texts.items():
        assert page.count("示例数据，非实际进展") == page.count("### ")  # the head's, and each section's but the form's
        prose = re.sub(r"（联系人：.*）|^\| \d.*? \||\| :?-+:? .*|#+|\*\*", "", page, flags=re.MULTILINE)
        assert re.findall(r"[A-Za-z_]{2,}|\{|\}", prose) == [], unit
        marks = re.findall(r"[。，；：、][。，；：、]|（）|））|““|””|\n\n\n", re.sub("(?:街道|乡)））?", "", prose))
        assert [found for found in marks if found.strip()] == [], unit
        for plan in loaded.results:
            assert not any(leader.name in page for leader in plan.leaders)
        assert page.count("督查室（示例）") == 1
        assert "联络员" not in page
        assert "通报印发以前，本单内容请勿外传。" in page


@both
def test_every_matter_that_the_bulletin_lists_is_on_the_sheets_of_its_units(number: int) -> None:
    rows = re.findall(r"^\| \d{4}-\d{3} \| .*$", month(number).text, re.MULTILINE)
    assert rows
    for row in rows:
        for unit in re.split("、|，|牵头", row.split(" | ")[3]):
            assert not unit or row in month(number).texts[unit]


@pytest.mark.parametrize(
    ("cycle", "number", "heading"), [(Cycle.QUARTER, 2, "单位排名"), (Cycle.YEAR, 1, "单位考核事实")]
)
def test_every_row_on_a_unit_is_on_its_sheet(cycle: Cycle, number: int, heading: str) -> None:
    """Of the ranking and of the facts for the appraisal, word for word; no unit sees another's."""
    found = on(cycle, number)
    annex = found.text[found.text.rindex("### 附件") :]
    for unit, page in found.texts.items():
        own = [row for row in table_rows(annex) if row[1] == unit]
        assert list(rows_of_all_tables(page, heading)) == own, unit
    assert sum(f"、{heading}" in page for page in found.texts.values()) > 20


def table_rows(text: str) -> Iterator[list[str]]:
    """The rows of every table of a text, without their headers."""
    for table in re.findall(r"(?:^\|.*\n)+", text, flags=re.MULTILINE):
        yield from (line[2:-2].split(" | ") for line in table.splitlines()[2:])


def rows_of_all_tables(text: str, heading: str) -> Iterator[list[str]]:
    """The rows of the tables below a heading that has some words in it."""
    for section in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        if heading in section.partition("\n")[0]:
            yield from table_rows(section)


def test_who_is_not_ranked_is_told_so_as_in_the_bulletin() -> None:
    quarter = on(Cycle.QUARTER, 2)
    (unranked,) = re.findall(r"本季度没有到期事项，不参加排名：(.*)。", quarter.text)[:1]
    said = "通报的单位排名表中“县级部门”一类，本季度没有到期事项，不参加排名："
    for unit in unranked.split("、"):
        assert f"{said}{unit}。" in quarter.texts[unit]


def test_the_sheet_on_a_week_has_what_the_weekly_paper_prints_and_nothing_else() -> None:
    week = on(Cycle.WEEK, 26)
    b, items = week.bulletin, {o.id for sheet in week.sheets.values() for o in own(sheet)}
    printed = {o.id: o for some in (b.newly_finished, b.extended, b.late.all, b.due_next) for o in some}
    assert items == {name for name, o in printed.items() if set(o.units.charged) & week.sheets.keys()}
    missed = {(one.duty.id, short.unit) for one in b.rounds.all for short in (*one.late, *one.missing)}
    missed |= {(one.duty.id, short.unit) for one in b.rounds.caught_up for short in one.late}
    missed |= {(one.duty.id, short.unit) for one in b.rounds.owing for short in one.missing}
    assert {(r.duty.id, unit) for unit, sheet in week.sheets.items() for r in sheet.returns} == missed
    for unit, page in week.texts.items():
        for row in table_rows(page.partition("### 核对意见")[0]):
            for title in re.findall(r"“((?:[^“”]|“[^”]*”)*)”", row[-1]):
                assert title in week.text, (unit, title)
        for word in ("指标数据", "逐单位考核", "不作评价", "上期已通报", "未收到开始情况", "计入你单位名下的事项"):
            assert word not in page, (unit, word)


def test_what_a_week_s_sheet_says_of_lateness_and_matters_is_the_weekly_paper_s_own() -> None:
    week = on(Cycle.WEEK, 26)
    late = {row[1]: row for row in table_rows(week.text.split("### 二、")[1])}
    page = week.texts["县科技局"]
    (row,) = rows(page, "到期未完成")
    units, title, _, limit, days, situation = late["组建智能纺织印染专家顾问团队"]
    assert row[2] == f"{units}：“{title}”时限{limit}，逾期{days}。{situation}。"
    assert "；文件印发前已到期的，自印发之日（5月8日）起算。" in page
    (matter,) = rows(page, "交办事项")
    assert matter[1] in week.text
    assert "异议处理以前，通报不列该项" in page
