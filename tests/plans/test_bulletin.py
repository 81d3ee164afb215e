"""June's bulletin of the shipped campaign: its figures follow from its items' states; it reads like a paper."""

from __future__ import annotations

import json
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from ducha.store import load_plans
from tests.conftest import ROOT, Run, printed

PLANS = ROOT / "plans"


@pytest.fixture
def text() -> str:
    return printed("bulletin", "--month", "6", "--plans", PLANS)


@pytest.fixture
def status() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(printed("status", "--month", "6", "--format", "json", "--plans", PLANS))
    return content


def percent(part: int, whole: int) -> str:
    if not whole:
        return "—"
    share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{share}%（{part}/{whole}）"


def tally(obligations: list[dict[str, Any]], day: str) -> dict[str, Any]:
    """Counts and rates from the obligations alone, by the rules as the README states them."""
    states = [o["state"] for o in obligations]
    unjudged = ("stopped", "disputed", "unverified", "unclear")
    due = [o for o in obligations if o["due"] and o["due"] < day and o["state"] not in unjudged]
    done = states.count("done") + states.count("done_late")
    return {
        "total": len(states),
        "done": done,
        "overdue": states.count("overdue"),
        "finished": percent(done, len(states) - states.count("stopped") - states.count("disputed")),
        "on_time": percent(sum(o["state"] == "done" for o in due), len(due)),
        "due": len(due),
        "on_time_count": sum(o["state"] == "done" for o in due),
    }


def test_the_overall_figures(text: str, status: dict[str, Any], run: Run) -> None:
    got = tally(status["obligations"], status["as_of"])
    found = [o["state"] for o in status["obligations"]]
    may = list(states(run, 5).values())
    assert f"列入督查的事项{got['total']}项（任务209项，指标及其节点65项），已完成{got['done']}项" in text
    assert f"任务完成率{got['finished']}，比上月提高5.8个百分点。6月份新完成15项。" in text
    assert (
        f"截至6月30日应完成并可评价的{got['due']}项：按期完成{got['on_time_count']}项，"
        f"逾期后完成{found.count('done_late')}项，到期未完成{got['overdue']}项"
        f"（比上月末增加{got['overdue'] - may.count('overdue')}项）；"
        f"到期任务按期完成率{got['on_time']}，比上月下降8.0个百分点。"
    ) in text
    ahead = found.count("pending") + found.count("due_soon")
    otherwise = found.count("done") - got["on_time_count"]
    assert (
        f"其余{got['total'] - got['due']}项中，提前完成或没有时限而已完成{otherwise}项，未到时限{ahead}项，"
        f"文件未明确时限{found.count('undated')}项，时限待明确{found.count('unclear')}项，"
        f"待核实{found.count('unverified')}项，数据核对中{found.count('disputed')}项（不计入完成率），"
        f"经批准取消或暂缓{found.count('stopped')}项"
    ) in text
    rest = sum(found.count(state) for state in ("undated", "unclear", "unverified", "disputed", "stopped"))
    assert got["due"] + otherwise + ahead + rest == got["total"]


def test_the_figures_of_every_plan(text: str, status: dict[str, Any]) -> None:
    for plan in load_plans(PLANS).results:
        of_plan = [o for o in status["obligations"] if o["plan"] == plan.id]
        got = tally(of_plan, status["as_of"])
        month = sum(bool(o["done"]) and o["done"][:7] == "2013-06" for o in of_plan)
        counts = f"{got['total']} | {got['done']} | {month} | {got['overdue']}"
        row = f"| {plan.short_title} | {counts} | {got['finished']} | {got['on_time']} |"
        assert row in text
    whole = tally(status["obligations"], status["as_of"])
    assert re.search(rf"\| 合计 \| {whole['total']} \| {whole['done']} \| 15 \| {whole['overdue']} \| ", text)


def test_the_annex_lists_what_is_late_longest_first(text: str, status: dict[str, Any]) -> None:
    annex = text.split("### 附件1")[1].split("### 附件2")[0]
    days = [int(found) for found in re.findall(r"\| (\d+)天 \|", annex)]
    overdue = [o for o in status["obligations"] if o["state"] == "overdue"]
    assert days == sorted((o["days_late"] for o in overdue), reverse=True)
    for obligation in overdue:
        assert f"| {obligation['title']}" in annex


def test_the_indicator_table(text: str, status: dict[str, Any]) -> None:
    annex = text.split("### 附件2")[1].split("### 附件3")[0]
    rows = [line for line in annex.splitlines() if line.startswith("| ")][2:]
    assert len(rows) == len(status["indicators"])
    for row, indicator in zip(rows, status["indicators"], strict=True):
        assert f"| {indicator['title']} |" in row
        if indicator["done_percent"] is not None:
            share = (
                Decimal(str(indicator["actual"]["value"]))
                * 100
                / Decimal(str(next(iter(indicator["target"].values()))))
            )
            assert f"| {share.quantize(Decimal('0.1'), ROUND_HALF_UP)}% |" in row


def test_what_falls_due_next_month(text: str, status: dict[str, Any]) -> None:
    due = [
        o
        for o in status["obligations"]
        if o["due"] and o["due"].startswith("2013-07") and o["state"] in ("due_soon", "pending", "unclear")
    ]
    assert f"7月份到期{len(due)}项" in text
    annex = text.split("### 附件7")[1]
    assert all(f"| {o['title']} |" in annex for o in due)


def test_every_page_and_table_says_that_it_is_a_sample(text: str) -> None:
    tables = re.findall(r"(?:^|\n)([^\n|]+)\n\n\| ", text)
    assert len(tables) == 8
    assert all("示例数据，非实际进展" in heading for heading in tables)


def test_it_has_no_machine_words_and_no_persons(text: str) -> None:
    prose = re.sub(r"\| :?-+:? .*|\*\*|#+", "", text)
    assert re.findall(r"[A-Za-z_]{2,}|None|\{|\}|undefined", prose) == []
    for plan in load_plans(PLANS).results:
        for leader in plan.leaders:
            assert leader.name not in text
    assert "联络员" not in text


def test_it_follows_the_anatomy_of_a_bulletin(text: str) -> None:
    heads = re.findall(r"^### (\S+)", text, re.MULTILINE)
    assert heads == [
        "一、总体进展",
        "二、各专项行动进展",
        "三、上期问题整改情况",
        "四、存在的主要问题",
        "五、督查开展情况",
        "六、下步要求",
        "附件1",
        "附件2",
        "附件3",
        "附件4",
        "附件5",
        "附件6",
        "附件7",
    ]
    assert "抄送：县委办、县人大办、县政协办。" in text
    assert "签发：" in text
    assert "\n\n\n" not in text
    assert not re.search(r"[^\n]\n#", text)


@pytest.mark.parametrize("month", [2, 3, 4, 5, 6])
def test_no_month_has_doubled_punctuation_or_brackets(run: Run, month: int) -> None:
    out = run("bulletin", "--month", month, "--plans", PLANS).out
    assert re.findall(r"[。，；：、][。，；：、]|（）|））|““|””", out.replace("（街道））", "（街道）")) == []


def test_other_months_are_other_bulletins(run: Run, text: str) -> None:
    may = run("bulletin", "--month", "5", "--plans", PLANS)
    assert may.code == 0
    assert "数据截至5月31日" in may.out
    assert may.out != text


def test_one_plan_only(run: Run) -> None:
    out = run("bulletin", "--month", "6", "--plan", "8", "--plans", PLANS).out
    assert "资源要素保障" in out
    assert "控违拆违整治" not in out


def states(run: Run, month: int) -> dict[str, str]:
    out = run("status", "--month", month, "--format", "json", "--plans", PLANS).out
    return {o["id"]: o["state"] for o in json.loads(out)["obligations"]}


def test_what_became_of_last_months_late_items_adds_up(run: Run, text: str) -> None:
    may, june = states(run, 5), states(run, 6)
    late = [name for name, state in may.items() if state == "overdue"]
    still = [name for name in late if june[name] == "overdue"]
    finished = [name for name in late if june[name] in ("done", "done_late")]
    disputed = [name for name in late if june[name] == "disputed"]
    assert len(still) + len(finished) + len(disputed) == len(late)  # none moved or stopped in the sample
    section = text.split("### 三、")[1].split("### 四、")[0]
    assert f"上期通报的到期未完成{len(late)}项中，本月已完成{len(finished)}项，即“" in section
    assert f"；转为数据核对中{len(disputed)}项，即“建立许可备案和准入制度”" in section
    assert f"；仍未完成{len(still)}项，即“" in section
    assert "“确定必拆违建和推进计划”（所报与上期相同）" in section
    new = [name for name, state in june.items() if state == "overdue" and name not in late]
    settled = [name for name in new if may[name] in ("unverified", "unclear", "disputed")]
    assert f"本月新增到期未完成{len(new)}项，其中本月到期{len(new) - len(settled)}项" in section
    assert f"本期转为到期未完成的{len(settled)}项" in section


def test_every_plan_has_its_prose_of_the_month(run: Run, text: str) -> None:
    may = run("bulletin", "--month", "5", "--plans", PLANS).out
    for plan in load_plans(PLANS).results:
        assert plan.narratives["2013-06"] in text
        assert plan.narratives["2013-05"] in may
        assert plan.narratives["2013-05"] not in text


def test_the_units_of_a_shared_target_are_ranked(text: str) -> None:
    annex = text.split("### 附件3")[1].split("### 附件4")[0]
    rows = [line[2:-2].split(" | ") for line in annex.splitlines() if line.startswith("| ")][2:]
    assert rows.pop()[:2] == ["", "合计（18个，已报16个）"]
    assert len(rows) == 18
    totals = [int(row[4].removesuffix("平方米")) for row in rows if row[4] != "未报"]
    assert totals == sorted(totals, reverse=True)
    assert [row[0] for row in rows] == [str(place) for place in range(1, 17)] + ["—", "—"]
    assert rows[0][1:3] + rows[0][7:] == ["大市聚镇", "2000平方米", "3"]


def test_the_body_has_the_worst_cases_and_the_annex_all(text: str) -> None:
    body, annexes = text.split("### 附件1")
    assert len(re.findall(r"^\d+\. ", body, re.MULTILINE)) == 5
    assert len(re.findall(r"^\| \d+ \| ", annexes.split("### 附件2")[0], re.MULTILINE)) == 18


def test_what_is_in_dispute_is_named_and_nothing_else_is_said_of_it(text: str, status: dict[str, Any]) -> None:
    disputed = [o for o in status["obligations"] if o["state"] == "disputed"]
    titles = "".join(f"“{o['title']}”" for o in disputed[::-1])
    assert f"数据核对中，本期不列{len(disputed)}项：{titles}。" in text
    assert (
        "| 服务业招商到位县外资金 | 5亿元以上 | 12月31日 | — | 数据核对中，本期不列 | — | — | — | 数据核对中 |" in text
    )
    assert "（7天） | 巧英乡 | 新林乡 |" in text.split("数据核对中、本期不列的单位 |")[1]
    for objection in [one for o in disputed for one in o["objections"]]:
        assert objection["text"] not in text
    assert "1.9亿元" not in text
