"""Every command on every campaign: it runs, it says what it must, and nothing in it is a machine's word."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from ducha.assess import Reference, assess
from ducha.model import Register
from ducha.model.records import Records
from ducha.problems import SEVERITIES, Severity
from ducha.rules import identify
from ducha.rules.records.mentions import check_mentions
from ducha.rules.records.nameable import nameables
from ducha.store import check, load_plans
from tests.conftest import ROOT, Run, printed

HERE = Path(__file__).parent
CAMPAIGNS = {
    HERE / "zhuzhou-2015": (4, 5, 6),
    HERE / "sanzhua-liangcu": (8, 9),
    HERE / "touzi-huanjing-2010": (4, 5, 6),
    ROOT / "plans": (5, 6),
}
"""campaign → months of which it has a bulletin"""

each = pytest.mark.parametrize("plans", CAMPAIGNS, ids=lambda path: path.name)

COMMANDS = (
    ("check",),
    ("check", "--notes", "--format", "json"),
    ("status",),
    ("status", "--format", "csv"),
    ("indicators",),
    ("indicators", "--format", "csv"),
    ("due",),
    ("due", "--within", "60", "--format", "md"),
    ("returns",),
    ("returns", "--format", "csv"),
    ("projects",),
)


@each
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_runs(run: Run, plans: Path, command: tuple[str, ...]) -> None:
    done = run(*command, "--plans", plans)
    assert (done.code, done.err) == (0, "")
    assert done.out
    assert "None" not in done.out


SUPERVISION = (
    ("issues",),
    ("issues", "--needs-decision"),
    ("issues", "--state", "超期未办结"),
    ("inspections",),
    ("units",),
    ("ranking", "--quarter", "2"),
    ("ranking", "--half", "1", "--for-leaders"),
)
PERIODS = (
    {"--week": "26", "--month": "6", "--quarter": "2", "--half": "1"},
    {"--week": "39", "--month": "9", "--quarter": "3", "--half": "2"},
)
"""a period of each length; of 三抓两促, which begins in August, a later one"""


@each
@pytest.mark.parametrize("format_", ["text", "md", "csv"])
@pytest.mark.parametrize("command", SUPERVISION, ids=" ".join)
def test_every_command_of_supervision_runs_in_each_format(plans: Path, command: tuple[str, ...], format_: str) -> None:
    out = printed(*_in(plans, command), "--format", format_, "--plans", plans)
    assert out.strip()
    assert _MACHINE.findall(out) == []


@each
@pytest.mark.parametrize("command", SUPERVISION, ids=" ".join)
def test_every_command_of_supervision_has_json(plans: Path, command: tuple[str, ...]) -> None:
    content = json.loads(printed(*_in(plans, command), "--format", "json", "--plans", plans))
    assert content["command"] == command[0]
    assert content["problems"] == []


@each
def test_a_unit_that_is_charged_has_its_ledger_and_its_notices(plans: Path) -> None:
    """The unit with most matters handed over; both kinds of notice, or the reason why there is none."""
    issues = json.loads(printed("issues", "--format", "json", "--plans", plans))["issues"]
    late = [one for one in issues if one["state"] == "overdue"]
    for name in dict.fromkeys((one["lead"] or one["responsible"])[0] for one in late):
        pages = [printed("unit", name, "--format", format_, "--plans", plans) for format_ in ("text", "md")]
        pages += [printed("notice", name, "--kind", kind, "--plans", plans) for kind in ("remind", "supervise")]
        for page in pages:
            assert name in page
            assert _MACHINE.findall(page) == []


@each
@pytest.mark.parametrize("period", [*PERIODS[0], "--year"])
def test_every_period_has_its_paper(plans: Path, period: str) -> None:
    year = json.loads(printed("status", "--format", "json", "--plans", plans))["as_of"][:4]
    page = printed("bulletin", period, _periods(plans).get(period, year), "--plans", plans)
    assert page.startswith("# ")
    assert _MACHINE.findall(page) == []


def _in(plans: Path, command: tuple[str, ...]) -> tuple[str, ...]:
    """A command on a period that the campaign has begun."""
    later = dict(zip(PERIODS[0].values(), _periods(plans).values(), strict=True))
    return tuple(later.get(word, word) for word in command)


def _periods(plans: Path) -> dict[str, str]:
    return PERIODS[plans.name == "sanzhua-liangcu"]


_MACHINE = re.compile(
    r"None|\bnan\b|\{\}|\[\]|True|False|<[a-z]+ |\{[{%]|\b(?:overdue|unverified|pending|inspection)\b"
)
"""what only a program says"""


@each
def test_every_thing_can_be_shown(run: Run, plans: Path) -> None:
    """Plans, their first items and duties, and the units that are charged with most."""
    status = json.loads(run("status", "--format", "json", "--plans", plans).out)
    names = [plan["id"] for plan in status["plans"]]
    names += [o["id"] for o in status["obligations"][:6]] + [i["id"] for i in status["indicators"][:3]]
    names += [duty["id"] for duty in status["duties"][:8]]
    names += [unit for o in status["obligations"][:3] for unit in o["charged"]]
    for name in dict.fromkeys(names):
        done = run("show", name, "--plans", plans)
        assert (done.code, done.err) == (0, ""), name
        assert "None" not in done.out


@each
def test_its_bulletins_read_as_prose_and_agree_with_its_returns(run: Run, plans: Path) -> None:
    for month in CAMPAIGNS[plans]:
        text = run("bulletin", "--month", month, "--plans", plans).out
        assert "联络员：" not in text
        prose = re.sub(r"\| :?-+:? .*|\*\*|#+", "", text)
        assert re.findall(r"[A-Za-z_]{2,}|\{|\}", prose.replace("PPP", "")) == []
        marks = re.findall(r"[。，；：、][。，；：、]|（）|））|““|””", re.sub("(?:街道|乡)））?", "", prose))
        assert marks == []
        data = json.loads(run("returns", "--month", month, "--format", "json", "--plans", plans).out)
        reports = [duty["returns"] for duty in data["duties"] if duty["recipients"]]
        on_time, late, missing = (sum(one[key] for one in reports) for key in ("on_time", "late", "missing"))
        if on_time + late + missing:
            assert f"按时{on_time}份，迟报{late}份，未报{missing}份" in text


@each
def test_its_sheets_to_be_checked_read_as_prose(run: Run, plans: Path, tmp_path: Path) -> None:
    for month in CAMPAIGNS[plans]:
        done = run("verify", "--all", "--month", month, "--plans", plans, "-o", tmp_path)
        assert (done.code, done.err) == (0, "")
    pages = [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()]
    assert pages
    for page in pages:
        prose = re.sub(r"（联系人：.*）|^\| [a-z].*? \||\| :?-+:? .*|#+|\*\*", "", page, flags=re.MULTILINE)
        assert re.findall(r"[A-Za-z_]{2,}|\{|\}", prose.replace("PPP", "")) == []
        assert re.findall(r"[。，；：、][。，；：、]|（）|““|””", prose) == []


def test_an_inferred_year_is_said_at_the_head_of_everything(run: Run) -> None:
    plans = HERE / "sanzhua-liangcu"
    for command in (["status"], ["due"], ["returns"], ["show", "1"]):
        assert "年份为推定，按2011年：" in run(*command, "--plans", plans).out
    assert "年份为推定，各项时限按2011年理解：" in run("bulletin", "--month", "9", "--plans", plans).out
    assert "年份为推定，各项时限按2011年理解：" in run("verify", "县发改委", "--month", "9", "--plans", plans).out


def test_a_campaign_that_crosses_the_year(run: Run) -> None:
    """株县办〔2015〕4号 项目突破年 六: from January 2015 to January 2016."""
    out = run("show", "projects", "--plans", HERE / "zhuzhou-2015").out
    assert "2016年1月31日" in out


def test_a_growth_is_of_the_amounts_that_are_reported_anyway(run: Run) -> None:
    """项目突破年 二: 投资100亿元以上，同比增长23%, two targets of one figure."""
    out = run("show", "projects/investment-growth", "--month", "6", "--plans", HERE / "zhuzhou-2015").out
    assert "增长的基数：2014年固定资产投资，81.3亿元，达到99.999亿元即完成目标，数额取自“全县固定资产投资”" in out
    assert "上年同期29.32亿元→35.8亿元，增长22.1%：（35.8−29.32）÷29.32=22.1%。" in out


def test_more_than_is_not_at_least_and_a_good_spring_is_not_the_year(run: Run) -> None:
    """项目突破年 四（六）: 引进外资、内联引资增长超过15%; 16.8% in May is not done."""
    status = json.loads(run("status", "--month", "6", "--format", "json", "--plans", HERE / "zhuzhou-2015").out)
    capital = next(i for i in status["indicators"] if i["id"] == "projects/domestic-capital")
    assert (capital["target"], capital["actual"]["value"], capital["state"]) == ({"more_than": 15}, 16.8, "unjudged")


def test_classes_that_do_not_add_up_are_shown(run: Run) -> None:
    """项目突破年 二、四: 100个重点项目, of which 27, 23, 35 and 12 are named: 97."""
    data = json.loads(run("indicators", "--format", "json", "--plans", HERE / "zhuzhou-2015").out)
    (one,) = data["sums"]
    assert one["target"] == {"total": 100, "sum": 97, "difference": -3}
    out = run("indicators", "--plans", HERE / "zhuzhou-2015").out
    assert "文件没有说各分项构成全部总量，相差的数照列，不凑数" in out


def test_keep_the_fourth_and_strive_for_the_third_place(run: Run) -> None:
    """三抓两促 二（一）抓工作落实: 确保年底“保四争三”; in September it is fourth."""
    plans = HERE / "sanzhua-liangcu"
    out = run("show", "sanzhua/economy-rank", "--month", "9", "--plans", plans).out
    assert "保底目标第4名：已达到。" in out
    assert "力争目标第3名：尚未达到。" in out
    assert "进度判为“未到节点（目前保底已达，力争未达）”。" in out
    assert "为第4名（目标保4争3）" in run("bulletin", "--month", "9", "--plans", plans).out


def test_two_windows_are_two_obligations(run: Run) -> None:
    """项目突破年 四（一）: 集中在4月份、8月份."""
    out = run("show", "projects/frontline", "--plans", HERE / "zhuzhou-2015").out
    assert "（4月份）" in out
    assert "（8月份）" in out
    assert out.count("写了2个时间") == 2


def test_quarterly_returns_of_thirty_three_units(run: Run) -> None:
    """投资环境年 二（五）3: 全县各单位每季度向县委县政府督查室报告一次."""
    data = json.loads(run("returns", "--format", "json", "--plans", HERE / "touzi-huanjing-2010").out)
    (duty,) = [duty for duty in data["duties"] if len(duty["units"]) > 30]
    assert [one["period"] for one in duty["periods"]] == ["2010-Q1", "2010-Q2", "2010-Q3"]
    assert len(duty["obligations"]) == 99


@each
def test_the_notices_that_are_written_are_sound(run: Run, plans: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(plans, tmp_path / "plans")
    for kind in ("remind", "supervise"):
        assert run("notice", "--all", "--kind", kind, "-o", tmp_path / kind, "--plans", copy).code == 0
    found = [one.code for one in check(copy).problems if one.file.endswith("supervision.yaml")]
    assert [code for code in found if SEVERITIES[code] is not Severity.NOTE] == []


@each
def test_a_notice_may_name_all_that_is_late_or_soon_and_nothing_else(plans: Path) -> None:
    """The ids behind which stand a day, or a period and a unit, are those of the assessment."""
    loaded = load_plans(plans)
    assert loaded.campaign
    day = loaded.campaign.end
    register, reference = Register(loaded.campaign), Reference(day, "option", day)
    assessment = assess(loaded.campaign, loaded.results, reference)
    returns = [one for duty in assessment.duties for one in duty.returns]
    items = [one.id for one in assessment.obligations] + [one.id for one in returns]
    named = {name.partition("@")[0] for name in items}
    identities = [
        identify(one, nameables(loaded.campaign, register, one, named, lambda _: True)) for one in loaded.results
    ]

    def problems(names: list[str]) -> int:
        sent = {"number": "1", "kind": "remind", "day": "2013-06-10", "unit": loaded.results[0].id, "items": names}
        records = Records.model_validate({"notices": [sent]})
        assert loaded.campaign
        return len([*check_mentions(loaded.campaign, records, identities, are_all=True)])

    assert problems(items) == 0
    dated = [name for name in items if "@" in name]
    assert dated
    assert problems([name.replace("@", "@1") for name in dated]) == len(dated)
