"""``ducha inspections``: required against held on the shipped campaign, by method, group and plan."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Run, printed

PLANS = ROOT / "plans"


def data(*arguments: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(printed("inspections", *arguments, "--format", "json", "--plans", PLANS))
    return content


def test_what_was_required_is_held_against_the_list() -> None:
    """新政发〔2013〕36号 督查工作方案 二: recomputed from the inspections alone."""
    found = data()
    held = [(one["method"], one["day"]) for one in found["inspections"]]
    for one in found["requirements"]:
        if one["kind"] == "inspection":
            method = one["id"].partition("@")[0]
            assert one["held"] == sum(m == method and one["first"] <= day <= one["last"] for m, day in held)
        is_due = one["due"] < found["as_of"]
        assert one["state"] == ("done" if one["held"] >= one["required"] else "overdue" if is_due else "pending")
    short = [one["id"] for one in found["requirements"] if one["state"] == "overdue" and not one["in_principle"]]
    assert short == ["onsite@2013-06"]


def test_plans_and_groups_are_counted_from_the_list() -> None:
    found = data()
    for plan in found["plans"]:
        looked = [one for one in found["inspections"] if any(a.partition("/")[0] == plan["plan"] for a in one["about"])]
        assert sum(plan["times"].values()) == len(looked)
        assert plan["last"] == max((one["until"] or one["day"] for one in looked), default=None)
    assert [plan["number"] for plan in found["plans"]] == list(range(1, 13))
    for group in found["groups"]:
        assert group["held"] == sum(one["group"] == group["id"] for one in found["inspections"])


def test_the_shortfall_is_the_offices_own_and_stands_everywhere() -> None:
    words = "现场督查（5—6月份应不少于1次，没有开展）"
    assert f"县府办应开展而未开展的：{words}" in printed("inspections", "--plans", PLANS)
    assert f"县府办应开展而未开展的督查：{words}" in printed("status", "--plans", PLANS)
    bulletin = printed("bulletin", "--month", "6", "--plans", PLANS)
    assert words in bulletin
    assert "其中应开展而未开展的1项。" in bulletin


def test_it_stands_in_the_ledger_and_on_the_sheet_of_the_office() -> None:
    """Part 1 of what the supervision plan orders is an obligation of the office itself."""
    words = "现场督查（5—6月份应不少于1次，没有开展）"
    for command in ("unit", "show"):
        ledger = printed(command, "县府办", "--plans", PLANS)
        assert "由本单位负责的督查和通报（全县合计）" in ledger
        assert f"\n应开展而未开展的：{words}\n" in ledger
    assert "由本单位负责的督查" not in printed("unit", "羽林街道", "--plans", PLANS)
    found = json.loads(printed("unit", "县府办", "--format", "json", "--plans", PLANS))
    assert found["requirements"] == data()["requirements"]
    sheet = printed("verify", "县府办", "--month", "6", "--plans", PLANS)
    assert "文件要求你单位开展、本月到期的：情况通报（5月份应不少于1次，印发1次）、" in sheet
    assert f"{words}、会议督查（二季度原则上1次，没有开展）。其中应开展而未开展的1项。" in sheet


def test_it_stands_in_the_ledger_of_each_that_the_document_names() -> None:
    """三抓两促 二（一）: 县政府督查室、效能中心 send out the weekly paper together; week 37 had none."""
    sanzhua = ROOT / "tests/campaigns/sanzhua-liangcu"
    words = "应开展而未开展的：政务督查（9月12—18日应不少于1次，没有印发）"
    for unit, other in (("县政府督查室", "县效能中心"), ("县效能中心", "县政府督查室")):
        assert f"与{other}共同{words}" in printed("unit", unit, "--month", "9", "--plans", sanzhua)
        assert "其中应开展而未开展的1项。" in printed("verify", unit, "--month", "9", "--plans", sanzhua)
        assert "督查开展情况" not in printed("verify", unit, "--week", "39", "--plans", sanzhua)


def test_it_is_charged_to_no_other_unit(run: Run) -> None:
    assert "现场督查" not in run("status", "--unit", "县发改局", "--plans", PLANS).out
    assert "现场督查" in run("status", "--unit", "县府办", "--plans", PLANS).out


def rows(*arguments: str) -> list[dict[str, str]]:
    text = printed("inspections", *arguments, "--format", "csv", "--plans", PLANS)
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


@pytest.mark.parametrize("arguments", [("--group", "2"), ("--group", "3"), ("--group", "3", "--month", "6")])
def test_text_spreadsheet_and_program_get_the_same_of_a_group(arguments: tuple[str, ...]) -> None:
    found, group = data(*arguments), int(arguments[1])
    known = [one["id"] for one in data(*arguments[2:])["inspections"] if one["group"] == group]
    assert 0 < len(known) < len(data()["inspections"])
    assert [one["id"] for one in found["inspections"]] == known
    assert [one["id"] for one in found["groups"]] == [group]
    assert [row["编号"] for row in rows(*arguments)] == known
    text = printed("inspections", *arguments, "--plans", PLANS)
    assert f"各次督查（{len(known)}次）" in text
    assert all(name in text for name in known)


def test_what_is_required_is_county_wide_for_a_group_too() -> None:
    whole, own = data(), data("--group", "2")
    assert own["requirements"] == whole["requirements"]
    method = re.compile(r"联合督查 .*")
    texts = (printed("inspections", *only, "--plans", PLANS) for only in ((), ("--group", "2")))
    assert len({method.search(text)[0] for text in texts}) == 1  # type: ignore[index]


def test_status_counts_what_a_group_held() -> None:
    found = json.loads(printed("status", "--group", "2", "--format", "json", "--plans", PLANS))
    assert found["supervision"]["held"] == sum(one["group"] == 2 for one in data()["inspections"])


def test_a_group_sees_its_own(run: Run) -> None:
    out = run("inspections", "--group", "3", "--plans", PLANS).out
    assert "范围：第三督导组" in out
    assert "joint-0619" in out
    assert "joint-0517" not in out
    assert "第二组" not in out
    assert run("inspections", "--group", "9", "--plans", PLANS).code == 2


@pytest.mark.parametrize("month", ["5", "6"])
def test_a_month_agrees_with_its_bulletin(month: str) -> None:
    found = data("--month", month)
    text = printed("bulletin", "--month", month, "--plans", PLANS)
    assert all(one["day"][5:7] == f"0{month}" for one in found["inspections"])
    assert f"{month}月份开展联合督查{len(found['inspections'])}次" in text
    seen = {a.partition("/")[0] for one in found["inspections"] for a in one["about"]}
    assert f"覆盖{len(seen)}个专项行动" in text


def test_the_spreadsheet_has_a_row_each() -> None:
    assert [row["编号"] for row in rows()] == [one["id"] for one in data()["inspections"]]
    assert [row["事先通知"] for row in rows()] == ["是", "是", "是", "否"]


def of_method(title: str, *arguments: str | Path) -> list[str]:
    """The row of a method: what is asked, how often it was held, what fell due, was met and was not, what is ahead."""
    lines = printed("inspections", *arguments).splitlines()
    return next(line.split()[1:] for line in lines if line.startswith(f"{title} "))


def test_what_is_met_before_its_day_is_told_as_ahead() -> None:
    """The week of 3—9 October may still be sent out until the 16th, as it was."""
    weekly = of_method("政务督查", "--as-of", "2011-10-11", "--plans", ROOT / "tests/campaigns/sanzhua-liangcu")
    assert weekly == ["每周不少于1次", "9", "9", "8", "9月12—18日", "10月3—9日1/1次、10月10—16日0/1次"]
    joint = of_method("联合督查", "--as-of", "2013-06-20", "--plans", PLANS)
    assert joint == ["每月不少于1次", "3", "1", "1", "—", "6月份1/1次"]


def test_what_groups_and_plans_were_seen_is_told_from_the_beginning_whatever_the_month() -> None:
    text = printed("inspections", "--month", "6", "--plans", PLANS)
    assert "只列2013年6月份的督查和到期的要求" in text
    assert "各督导组（文件印发以来累计）" in text
    assert "各专项（文件印发以来累计；尚未督查的，天数自文件印发之日起算）" in text
    assert re.search(r"10  城市交通治堵 +第四组 +0 +0 +0 +0 +0 +尚未督查 +54\n", text)


def test_what_was_looked_at_is_told_by_its_title() -> None:
    text = printed("inspections", "--plans", PLANS)
    assert "控违拆违整治、资源要素保障（土地出让）、羽林街道、县国土资源局" in text
    assert "控违拆违整治（确定必拆违建和推进计划）" in text
    assert "transfer" not in text


def test_an_inspection_of_two_days_is_told_so_everywhere() -> None:
    assert re.search(r"^5月16—17日 .*joint-0517$", printed("inspections", "--plans", PLANS), re.MULTILINE)
    assert re.search(r"^5月16—17日 .*joint-0517$", printed("unit", "羽林街道", "--plans", PLANS), re.MULTILINE)


@pytest.mark.parametrize("arguments", [(), ("--month", "6")])
def test_another_spreadsheet_holds_what_was_required_against_what_was_held(arguments: tuple[str, ...]) -> None:
    listed, found = rows("--required", *arguments), data(*arguments)["requirements"]
    words = {"done": "已满足", "overdue": "未满足", "pending": "未到期"}
    assert [(row["编号"], row["时限"], row["应开展次数"], row["开展（印发）次数"], row["状态"]) for row in listed] == [
        (one["id"], one["due"], str(one["required"]), str(one["held"]), words[one["state"]]) for one in found
    ]
    (onsite,) = [row for row in listed if row["编号"] == "onsite@2013-06"]
    assert list(onsite.values())[:9] == [
        *("现场督查", "2013-05-01", "2013-06-30", "2013-06-30", "1", "0", "未满足", "否", "县府办"),
    ]


def test_required_is_for_a_spreadsheet(run: Run) -> None:
    done = run("inspections", "--required", "--plans", PLANS)
    assert (done.code, done.out) == (2, "")
    assert "--required只与--format csv同用" in done.err
