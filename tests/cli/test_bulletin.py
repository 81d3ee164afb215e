"""``ducha bulletin``: the form follows the period, and only the leaders' own has proposals."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT, Run, printed

PLANS = ROOT / "plans"
FORMS = {
    ("--week", "26"): "工作进展的通报",
    ("--month", "6"): "进展情况的通报",
    ("--quarter", "2"): "讲评和排名情况的通报",
    ("--half", "1"): "工作情况的通报",
    ("--year", "2013"): "总结和考核事实的通报",
}


@pytest.mark.parametrize("period", FORMS, ids="".join)
def test_the_form_follows_the_period(period: tuple[str, str]) -> None:
    (title,) = [line for line in printed("bulletin", *period, "--plans", PLANS).splitlines() if line.startswith("## ")]
    assert title.endswith(FORMS[period])


def test_another_form_may_be_asked_for(run: Run) -> None:
    out = run("bulletin", "--quarter", "2", "--template", "bulletin", "--plans", PLANS).out
    assert "二季度进展情况的通报" in out
    assert "单位排名" not in out
    assert "### 六、单位排名" in run("bulletin", "--month", "6", "--template", "quarterly", "--plans", PLANS).out


@pytest.mark.parametrize("period", FORMS, ids="".join)
def test_only_the_leaders_own_says_so_and_has_proposals(run: Run, period: tuple[str, str]) -> None:
    plain = printed("bulletin", *period, "--plans", PLANS)
    assert "约谈" not in plain
    assert "供领导参阅" not in plain
    own = run("bulletin", *period, "--for-leaders", "--plans", PLANS).out
    assert "**【供领导参阅，不得印发】**" in own
    assert ("拟约谈建议名单（未经批准不得印发）" in own) == (period[0] == "--quarter")


def test_a_campaign_names_its_papers(run: Run, county: Path) -> None:
    with (county / "campaign.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "bulletin: {name: 督查专报, week: {name: 政务督查, office: 督查室, subject: 动态, first: 2013-W25}}\n"
        )
    week = run("bulletin", "--week", "26", "--plans", county).out
    assert week.startswith("# 政务督查\n\n第2期\n\n督查室　")
    assert "## 关于三项行动6月24—30日动态\n" in week
    assert run("bulletin", "--month", "6", "--plans", county).out.startswith("# 督查专报\n\n第　　期\n\n县府办　")


def test_the_office_s_prose_of_a_period_is_in_the_paper_on_it(run: Run, county: Path) -> None:
    with (county / "08-land.yaml").open("a", encoding="utf-8") as file:
        file.write("narratives: {2013-W26: 周综述。, 2013-Q2: 季综述。, 2013-H1: 半年综述。, 2013: 全年综述。}\n")
    for period, prose in zip(
        (("--week", "26"), ("--quarter", "2"), ("--half", "1"), ("--year", "2013")),
        ("周综述。", "季综述。", "半年综述。", "全年综述。"),
        strict=True,
    ):
        out = run("bulletin", *period, "--plans", county).out
        assert out.count(prose) == 1
        assert out.count("综述。") == 1


@pytest.mark.parametrize(
    ("as_of", "period", "said"),
    [
        ("2013-07-20", ("--month", "7"), ("2013年7月　　日", "期内另有1项未到时限", "8月10日前")),
        ("2013-07-01", ("--year", "2013"), ("2013年7月　　日", "期内另有1项未到时限", "7月10日前")),
    ],
)
def test_a_paper_before_its_period_is_over_is_dated_by_its_day(
    run: Run, county: Path, as_of: str, period: tuple[str, str], said: tuple[str, ...]
) -> None:
    campaign = county / "campaign.yaml"
    text = campaign.read_text(encoding="utf-8").replace("as_of: 2013-07-01", f"as_of: {as_of}")
    campaign.write_text(f"{text}bulletin: {{reply_by: 10}}\n", encoding="utf-8")
    with (county / "08-land.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: later, title: 后一项, due: 7月底}\n")
    out = run("bulletin", *period, "--plans", county).out
    assert [words for words in said if words not in out] == []
