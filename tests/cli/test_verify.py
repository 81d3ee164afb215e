"""``ducha verify``: a sheet to the terminal, or one file a unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PLAN_YAML, ROOT, Run, printed

PLANS = ROOT / "plans"

JUNE = ("--month", "6")


def add_unit(county: Path, name: str) -> None:
    """Register one more unit, and give it a task."""
    campaign, plan = county / "campaign.yaml", county / "08-land.yaml"
    campaign.write_text(campaign.read_text(encoding="utf-8") + f"  - {{name: {name}, category: 部门}}\n", "utf-8")
    number = plan.read_text(encoding="utf-8").count("- id: ")
    text = f"  - id: task-{number}\n    title: 第{number}项\n    due: 6月底前\n    lead: {name}\n"
    plan.write_text(plan.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_sheet_says_what_the_bulletin_will_say(run: Run, county: Path) -> None:
    ran = run("verify", "国土局", *JUNE, "--plans", county)
    assert (ran.code, ran.err) == (0, "")
    head, form = ran.out.split("### 核对意见")
    assert head == (
        "# 三项行动6月份数据核对单\n\n"
        "县府办　　　　2013年7月　　日\n\n"
        "县国土资源局：\n\n"
        "三项行动督查通报拟通报2013年6月份进展情况，其中涉及你单位的内容如下，请予核对。数据截至6月30日。"
        "请于7月5日前反馈县府办（联系人：　　　　，电话：　　　　）。通报印发以前，本单内容请勿外传。\n\n"
        "计入你单位名下的事项1项（有牵头单位的计入牵头单位，没有的计入责任单位；几个单位共同负责的，各单位都计）："
        "到期未完成1项。以下按编号列出通报将要写明的内容。\n\n"
        "### 一、到期未完成1项\n\n"
        "逾期天数算至7月1日。\n\n"
        "| 编号 | 专项行动 | 拟通报的内容 |\n"
        "| :--- | :--- | :--- |\n"
        "| 8-01 | 资源要素保障 | “上报指标”应于6月30日前完成，截至6月30日未收到完成情况。"
        "牵头单位：县国土资源局。 |\n\n"
    )
    assert "□核对无误\n" in form
    assert "| 编号 | 应为 | 依据 |" in form
    assert "单位（盖章）：" in form


def test_every_unit_of_which_something_is_said_has_its_file(run: Run, county: Path, tmp_path: Path) -> None:
    add_unit(county, "县建设局")
    folder = tmp_path / "核对" / "6月"
    ran = run("verify", "--all", *JUNE, "--plans", county, "-o", folder)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (f"写了2份数据核对单，在“{folder}”。\n6月份的通报不会提到、不必核对的1个单位：县府办。\n")
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["数据核对单-2013-06-县国土资源局.md", "数据核对单-2013-06-县建设局.md"]
    alone = run("verify", "县建设局", *JUNE, "--plans", county).out
    assert (folder / names[1]).read_text(encoding="utf-8") == alone


def test_nothing_is_overwritten(run: Run, county: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run("verify", "国土局", *JUNE, "--plans", county, "-o", folder)
    (path,) = folder.iterdir()
    path.write_text("改过的\n", encoding="utf-8")
    add_unit(county, "县建设局")
    ran = run("verify", "--all", *JUNE, "--plans", county, "-o", folder)
    assert (ran.code, ran.out) == (2, "")
    assert f"以下文件已经存在，没有写入任何文件：{path}" in ran.err
    assert [one.name for one in folder.iterdir()] == [path.name]
    assert path.read_text(encoding="utf-8") == "改过的\n"


def test_names_no_file_can_have(run: Run, county: Path, tmp_path: Path) -> None:
    for name in ("甲/乙局", "甲:乙局", "局" * 120, '"../../外面"'):
        add_unit(county, name)
    folder = tmp_path / "out"
    ran = run("verify", "--all", *JUNE, "--plans", county, "-o", folder)
    assert (ran.code, ran.err) == (0, "")
    names = {path.name for path in folder.iterdir()}
    assert len(names) == 5
    assert {"数据核对单-2013-06-甲_乙局.md", "数据核对单-2013-06-甲_乙局-2.md"} < names
    assert "数据核对单-2013-06-.._.._外面.md" in names


def test_a_folder_that_is_a_file_is_one_line(run: Run, county: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    ran = run("verify", "国土局", *JUNE, "--plans", county, "-o", tmp_path / "out")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"ducha：目录“{tmp_path / 'out'}”建不了：已有同名的文件\n"


def test_a_unit_of_which_nothing_is_said_is_told_so(run: Run, county: Path, tmp_path: Path) -> None:
    for more in ((), ("-o", tmp_path / "out")):
        ran = run("verify", "县府办", *JUNE, "--plans", county, *more)
        assert (ran.code, ran.out) == (0, "6月份的通报不会提到县府办，没有要核对的内容。\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("国土局",), "没有写所报的时间"),
        (JUNE, "写一个单位的名称，或者写--all"),
        (("国土局", "--all", *JUNE), "写一个单位的名称，或者写--all"),
        (("--all", *JUNE), "--all要写入目录；用-o写明目录"),
        (("国土", *JUNE), "没有单位“国土”；你是否想写：国土局"),
        (("国土局", "--month", "13"), "--month“13”不是月份"),
        (("国土局", *JUNE, "--quarter", "2"), "只能用一个"),
        (("国土局", "--month", "8"), "8月还没有数据可报"),
    ],
)
def test_what_cannot_be_is_one_line(run: Run, county: Path, arguments: tuple[str, ...], message: str) -> None:
    ran = run("verify", *arguments, "--plans", county)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_a_plan_with_an_error_is_said_to_be_left_out(run: Run, county: Path) -> None:
    (county / "09-x.yaml").write_text(
        PLAN_YAML.replace("国土局", "国土据").replace("land", "x").replace("8", "9"), encoding="utf-8"
    )
    ran = run("verify", "国土局", *JUNE, "--plans", county)
    assert ran.code == 1
    said = "因方案文件内容有误，以下方案未列入本单：《资源要素保障专项行动方案》（09-x.yaml）。"
    assert said in ran.out
    assert "DC302" in ran.err
    ran = run("verify", "县府办", *JUNE, "--plans", county)
    assert (ran.code, ran.out) == (
        1,
        "6月份的通报不会提到县府办，没有要核对的内容。\n"
        "因方案文件内容有误，以下方案不在其内：《资源要素保障专项行动方案》（09-x.yaml）。\n",
    )


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (("--week", "26"), "6月24—30日"),
        (("--quarter", "2"), "二季度"),
        (("--half", "1"), "上半年"),
        (("--year", "2013"), "2013年度"),
    ],
)
def test_any_period_that_a_bulletin_may_have(run: Run, county: Path, period: tuple[str, str], words: str) -> None:
    ran = run("verify", "国土局", *period, "--plans", county)
    assert ran.code == 0
    assert f"# 三项行动{words}数据核对单" in ran.out


def test_a_period_cut_short_is_dated_as_its_bulletin_and_answered_soon_after(run: Run, county: Path) -> None:
    """Not half a year after the bulletin that it is to be checked for."""
    out = run("verify", "国土局", "--year", "2013", "--plans", county).out
    assert "县府办　　　　2013年7月　　日" in out
    assert "数据截至6月30日（本年度尚未期满）。请于7月5日前反馈县府办" in out
    assert "县府办　　　　2013年7月　　日" in run("bulletin", "--year", "2013", "--plans", county).out


def test_the_campaigns_own_template(run: Run, county: Path) -> None:
    own = county / "templates" / "verify.md.j2"
    own.parent.mkdir()
    own.write_text("{{ sheet.unit }}{{ bulletin.period.name }}\n", encoding="utf-8")
    assert run("verify", "国土局", *JUNE, "--plans", county).out == "县国土资源局2013-06\n"
    own.write_text("{{ sheet.unt }}", encoding="utf-8")
    ran = run("verify", "国土局", *JUNE, "--plans", county)
    assert (ran.code, ran.out) == (1, "")
    assert "verify.md.j2:1：没有“unt”；你是否想写unit" in ran.err
    own.write_text("{{ shet }}", encoding="utf-8")
    assert "可用的名称：bulletin、sheet" in run("verify", "国土局", *JUNE, "--plans", county).err


def test_what_is_in_dispute_already_is_told_with_the_argument_to_its_author_alone() -> None:
    own = printed("verify", "县旅游局", *JUNE, "--plans", PLANS)
    beside = printed("verify", "县现代服务业办", *JUNE, "--plans", PLANS)
    helping = printed("verify", "新林乡", *JUNE, "--plans", PLANS)
    said = "“服务业招商到位县外资金”数据核对中，本期不列"
    assert f"{said}；你单位6月27日提出的异议还没有处理：旅游项目到位资金尚未并入" in own
    assert f"{said}；县旅游局6月27日提出的异议还没有处理 |" in beside
    assert f"{said} |" in helping
    assert "3-定01 | 报送“万元亩产”建设进度表 | 6月 | 6月21日 | 数据核对中，本期不列" in helping


def test_an_objection_recorded_by_its_id_changes_the_bulletin(run: Run, county: Path) -> None:
    path = county / "campaign.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("as_of: 2013-07-01", "as_of: 2013-08-01"), encoding="utf-8"
    )
    raised = "    objections: [{day: 2013-07-04, by: 国土局, text: 已于6月20日上报}]\n"
    plan = county / "08-land.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + raised, encoding="utf-8")
    assert "数据核对中，本期不列1项：“上报指标”。" in run("bulletin", *JUNE, "--plans", county).out
    settled = raised.replace("text: 已于6月20日上报", "text: 已于6月20日上报, settled: {day: 2013-07-05, text: 属实}")
    done = plan.read_text(encoding="utf-8").replace(raised, f"    done: 2013-06-20\n{settled}")
    plan.write_text(done, encoding="utf-8")
    out = run("bulletin", *JUNE, "--plans", county).out
    assert "“上报指标”（6月20日）" in out
    assert "没有时限待明确、待核实、数据核对中或者取消、暂缓的事项。" in out


def test_its_help_reads_in_chinese(run: Run) -> None:
    out = run("verify", "--help").out
    assert "用法：ducha verify [选项] [单位]" in out
    assert "数据核对单" in out


def test_what_is_left_of_earlier_periods_is_marked_where_it_is_not_counted() -> None:
    out = printed("verify", "巧英乡", *JUNE, "--plans", PLANS)
    assert "本月到截止日的定期报送2份：按时1份，迟报0份，未报1份。" in out
    assert "| 5月 | 5月21日 | 未报（以前各期，不计入本月份数） |" in out
    assert "| 6月 | 6月21日 | 未报 |" in out


def test_a_collective_is_called_by_its_name() -> None:
    out = printed("verify", "各部门（单位）", *JUNE, "--plans", PLANS)
    assert "其中涉及各单位的内容如下" in out
    assert "计入“各部门（单位）”名下的事项4项" in out
    assert "你单位" not in out
