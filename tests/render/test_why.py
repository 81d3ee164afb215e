"""Why an obligation stands where it stands: one chain for each state, and every step that may be in it."""

from __future__ import annotations

from typing import Any

import pytest

from ducha.assess import State
from ducha.render.why import Question, why
from tests.conftest import assess_on, make_campaign, make_plan

EXTENSION = {"day": "2013-06-20", "to": "2013-07-20", "by": "县政府", "reason": "雨季"}
STOP = {"day": "2013-06-10", "by": "县政府", "reason": "规划调整"}
CONFIRMED = {"day": "2013-06-10", "due": "2013-07-31", "by": "县府办"}
REPORT = {"day": "2013-06-20", "text": "正在办理", "cause": "人手不足"}


def chain(day: str = "2013-07-01", campaign: dict[str, Any] | None = None, **keys: Any) -> tuple[State, list[str]]:
    """The state of a plan's only item on a day, and why; places are written as the keys that lead there."""
    kind = "indicators" if "target" in keys else "milestones"
    plan = make_plan(**{kind: [{"id": "task", "title": "任务", **keys}]})
    assessment = assess_on(day, plan, make_campaign(**campaign or {}))
    obligation = assessment.obligations[0]
    question = Question(assessment, plan, obligation, lambda path: "/".join(map(str, path)))
    return obligation.state, list(why(question))


@pytest.mark.parametrize(
    ("state", "keys", "sentences"),
    [
        (State.STOPPED, {"due": "5月底", "stopped": STOP}, [
            "milestones/0/stopped：2013年6月10日县政府批准取消或暂缓，原因：规划调整。",
            "已批准取消或暂缓，不再判断是否逾期：判为“经批准取消或暂缓”。",
            "取消或暂缓的不计入任务完成率和到期任务按期完成率。",
        ]),
        (State.DONE, {"due": "6月底前", "done": "2013-06-30"}, [
            "milestones/0/due写明时限“6月底前”。",
            "“6月底前”即2013年6月30日，当天完成仍算按期。",
            "milestones/0/done记录于2013年6月30日完成。",
            "完成日不晚于现时限：判为“按期完成”。",
            "任务完成率：分子、分母都计入；到期任务按期完成率：分子、分母都计入。",
        ]),
        (State.DONE, {"done": "2013-06-30"}, [
            "milestones/0没有写时限。",
            "没有时限，完成即为按期：判为“按期完成”。",
            "任务完成率：分子、分母都计入；到期任务按期完成率：不计入。",
        ]),
        (State.DONE_LATE, {"due": "5月底", "done": "2013-06-30"}, [
            "完成日晚于现时限：判为“逾期完成”。",
            "逾期30天，从现时限2013年5月31日算到2013年6月30日。",
            "任务完成率：分子、分母都计入；到期任务按期完成率：只计入分母。",
        ]),
        (State.UNDATED, {"due": "10月起"}, [
            "“10月起”从2013年10月1日起，没有写截止日。",
            "没有截止日，不判按期也不判逾期：判为“未明确时限”。",
        ]),
        (State.UNCLEAR, {"due": "7月份前"}, [
            "“7月份前”有两种读法：到2013年6月30日为止，或到2013年7月31日为止。",
            "没有人确认哪一种读法，2013年6月30日以后、2013年7月31日以前无法判断是否逾期。",
            "参照日是2013年7月1日，在两种读法之间，没有确认，不作评价：判为“时限待明确”。",
            "任务完成率：只计入分母；到期任务按期完成率：不计入。",
        ]),
        (State.DUE_SOON, {"due": "7月份前", "confirmed": {**CONFIRMED, "due": "2013-07-16"}}, [
            "milestones/0/confirmed：2013年6月10日县府办确认时限为2013年7月16日。",
            "因此现时限是2013年7月16日。",
            "参照日是2013年7月1日，离现时限15天，不超过设定的15天：判为“即将到期”。",
        ]),
        (State.UNVERIFIED, {"due": "3月底"}, [
            "参照日是2013年7月1日，时限早于文件印发日2013年5月8日，从未报过进展，没有设核实期限，先核实，不判逾期："
            "判为“待核实”。",
        ]),
        (State.OVERDUE, {"due": "3月底", "reports": [REPORT]}, [
            "最近一次进展（2013年6月20日）：正在办理；单位反映原因：人手不足。",
            "参照日是2013年7月1日，晚于现时限，而没有完成：判为“到期未完成”。",
            "逾期54天，从文件印发日2013年5月8日（现时限在印发以前）算到2013年7月1日。",
        ]),
        (State.OVERDUE, {"due": "6月底", "done": "2013-07-05"}, [
            "没有批准过延期。",
            "完成记录（2013年7月5日）在数据截止日2013年7月1日以后，不计。",
            "参照日是2013年7月1日，晚于现时限，而没有完成（未收到完成情况）：判为“到期未完成”。",
            "任务完成率：只计入分母；到期任务按期完成率：只计入分母。",
        ]),
        (State.PENDING, {"due": "6月底", "extensions": [EXTENSION, {**EXTENSION, "day": "2013-07-10"}]}, [
            "milestones/0/extensions/0：2013年6月20日县政府批准延期至2013年7月20日，原因：雨季。",
            "milestones/0/extensions/1：2013年7月10日县政府批准延期至2013年7月20日，原因：雨季；"
            "在完成或数据截止日以后，不计。",
            "参照日是2013年7月1日，离现时限19天，超过设定的15天：判为“未到时限”。",
        ]),
        (State.UNCLEAR, {"due": "12月底", "restates": [{"section": "三1", "due": "5月底"}]}, [
            "文件三1另写“5月底”，即2013年5月31日，当天完成仍算按期。",
        ]),
        (State.DUE_SOON, {"due": "2013-07-05", "due_text": "7月上旬"}, [
            "milestones/0/due写明时限2013-07-05，文件的用语是“7月上旬”。",
            "“2013-07-05”即2013年7月5日，当天完成仍算按期。",
        ]),
        (State.OVERDUE, {"due": "4—6月"}, ["“4—6月”是2013年4月1日至2013年6月30日，以最后一天为时限。"]),
        (State.OVERDUE, {"due": "6月底", "lead": "国土局", "support": "建设局"}, [
            "本项的牵头单位是县国土资源局，逾期由牵头单位负责。",
            "配合单位县建设局对逾期不负责。",
        ]),
        (State.OVERDUE, {"due": "6月底", "responsible": ["国土局", "建设局"]}, [
            "本项的责任单位是县国土资源局、县建设局，没有牵头单位，逾期由责任单位共同负责。",
        ]),
        (State.OVERDUE, {"due": "6月底"}, ["文件没有明确由谁负责，逾期不计在任何单位名下。"]),
        (State.OVERDUE, {"due": "6月底", "target": "500", "unit": "亩"}, [
            "应达500亩，截至2013年7月1日没有数据。",
        ]),
        (State.OVERDUE, {"due": "6月底", "target": "500", "unit": "亩",
                         "actuals": [{"day": "2013-06-25", "value": "430"}]}, [
            "应达500亩，2013年6月25日为430亩（数据截至2013年7月1日）。",
        ]),
        (State.DONE, {"due": "12月底", "target": "900", "unit": "亩", "checkpoints": [{"due": "6月底", "value": "400"}],
                      "actuals": [{"day": "2013-06-25", "value": "430"}]}, [
            "indicators/0/checkpoints/0/due写明时限“6月底”。",
            "2013年6月25日的数据首先达到，即为完成日。",
        ]),
        (State.STOPPED, {"due": "5月底", "done": "2013-06-01", "stopped": STOP}, [
            "milestones/0/done记录于2013年6月1日完成。",
        ]),
        (State.DONE_LATE, {"due": "7月份前", "done": "2013-06-30", "extensions": [{**EXTENSION, "to": "2013-06-25"}],
                           "confirmed": {**CONFIRMED, "day": "2013-07-01"}}, [
            "milestones/0/confirmed：2013年7月1日县府办确认时限为2013年7月31日；在完成或数据截止日以后，不计。",
            "因此现时限是2013年6月25日。",
        ]),
        (State.OVERDUE, {"due": "5月底", "restates": [{"section": "三", "due": "长期"}]}, [
            "文件三另写“长期”，没有写截止日。",
        ]),
        (State.DONE, {"due": "8月底", "done": "2013-06-30"}, [
            "任务完成率：分子、分母都计入；到期任务按期完成率：不计入。",
        ]),
        (State.DONE, {"due": "6月底", "unit": "件", "target": {"at_most": "5"},
                      "actuals": [{"day": "2013-06-20", "value": "3"}]}, [
            "应不超过5件，2013年6月20日为3件（数据截至2013年7月1日）。",
            "到2013年6月30日为止的数据符合要求，即为完成日。",
        ]),
        (State.OVERDUE, {"due": "12月底", "unit": "件", "target": {"at_most": "100"},
                         "checkpoints": [{"due": "6月底", "value": "60"}],
                         "actuals": [{"day": "2013-06-20", "value": "80"}]}, [
            "应不超过60件，2013年6月20日为80件（数据截至2013年7月1日）。",
        ]),
        (State.OVERDUE, {"due": "6月底", "unit": "名", "target": {"rank_within": "3"}}, [
            "应进入前3名，截至2013年7月1日没有数据。",
        ]),
        (State.DONE, {"due": "6月底", "unit": "名", "target": {"equal": "10"},
                      "actuals": [{"day": "2013-05-20", "value": "4"}, {"day": "2013-06-20", "value": "10"}]}, [
            "应为10名，2013年6月20日为10名（数据截至2013年7月1日）。",
            "2013年6月20日起一直恰为目标数，即为完成日。",
        ]),
        (State.DONE, {"due": "6月底", "unit": "%", "target": "23", "base": "上年同期",
                      "actuals": [{"day": "2013-06-20", "value": "23.1"}]}, [
            "到2013年6月30日为止的数据符合要求，即为完成日。",
        ]),
        (State.OVERDUE, {"due": "6月底", "unit": "%", "target": "23",
                         "base": {"what": "上年", "value": "81.3", "unit": "亿元"},
                         "actuals": [{"day": "2013-05-20", "value": "35.8"}]}, [
            "应达23%，2013年5月20日为35.8亿元，没有同期数，增幅算不出（数据截至2013年7月1日）。",
        ]),
        (State.DONE, {"due": "6月底", "unit": "个", "target": "1", "each": "各乡镇", "actuals": [
            {"day": "2013-06-20", "value": "1", "by": "县府办"},
            {"day": "2013-06-25", "value": "1", "by": "建设局"}]}, [
            "2个单位中2个已报，其中2个达标（数据截至2013年7月1日）。",
            "2013年6月25日最后一个成员的数据达到，即为完成日。",
            "本项逐单位考核，责任单位是各乡镇（街道），没有牵头单位，逾期由责任单位共同负责。",
        ]),
    ],
)  # fmt: skip
def test_the_chain_of_every_state(state: State, keys: dict[str, Any], sentences: list[str]) -> None:
    got, chained = chain(**keys)
    assert got is state
    assert [sentence for sentence in sentences if sentence not in chained] == []


def test_the_whole_chain_in_order() -> None:
    _, sentences = chain(due="6月底前", lead="国土局")
    assert sentences == [
        "milestones/0/due写明时限“6月底前”。",
        "“6月底前”即2013年6月30日，当天完成仍算按期。",
        "没有批准过延期。",
        "因此现时限是2013年6月30日。",
        "截至2013年7月1日没有完成记录。",
        "参照日是2013年7月1日，晚于现时限，而没有完成（未收到完成情况）：判为“到期未完成”。",
        "逾期1天，从现时限2013年6月30日算到2013年7月1日。",
        "本项的牵头单位是县国土资源局，逾期由牵头单位负责。",
        "任务完成率：只计入分母；到期任务按期完成率：只计入分母。",
    ]


def test_what_has_no_unit_of_its_own_says_that_it_is_the_plans() -> None:
    plan = make_plan(lead="国土局", milestones=[{"id": "task", "title": "任务", "due": "6月底"}])
    assessment = assess_on("2013-07-01", plan)
    sentences = why(Question(assessment, plan, assessment.obligations[0], str))
    assert "本项没有写牵头或责任单位，按方案的牵头单位是县国土资源局，逾期由牵头单位负责。" in sentences


def test_the_day_until_which_the_silent_are_verified_is_told() -> None:
    state, sentences = chain(due="3月底", campaign={"verify_by": "2013-07-15"})
    assert state is State.UNVERIFIED
    assert any("核实期限2013年7月15日未过" in sentence for sentence in sentences)
    state, sentences = chain(due="3月底", campaign={"verify_by": "2013-06-15"})
    assert state is State.OVERDUE
    assert any("印发前已到期，至今未核实" in sentence for sentence in sentences)


RAISED = {"day": "2013-06-20", "by": "县府办", "text": "已于6月18日完成。"}
SETTLED = {**RAISED, "settled": {"day": "2013-06-28", "text": "属实，已补登"}}


def test_an_open_objection() -> None:
    state, sentences = chain("2013-06-27", due="6月底前", done="2013-06-18", objections=[SETTLED])
    assert state is State.DISPUTED
    assert sentences[-4:-2] == [
        "milestones/0/objections/0：2013年6月20日县府办提出异议：已于6月18日完成；2013年6月28日处理：属实，已补登，"
        "在核对截止日2013年6月27日以后，仍按没有处理。",
        "异议处理以前，本期不列，不判按期也不判逾期：判为“数据核对中”。",
    ]
    assert sentences[-1] == "数据核对中的不计入任务完成率和到期任务按期完成率。"
    assert (
        "milestones/0/objections/0：2013年6月20日县府办提出异议：已于6月18日完成；还没有处理。"
        in chain(due="6月底前", objections=[RAISED])[1]
    )


def test_a_settled_objection_and_a_later_one_stay_to_be_seen() -> None:
    later = {**RAISED, "day": "2013-07-02"}
    state, sentences = chain("2013-07-01", due="6月底前", done="2013-06-18", objections=[later, SETTLED])
    assert state is State.DONE
    told = [sentence for sentence in sentences if "objections" in sentence]
    assert told == [
        "milestones/0/objections/1：2013年6月20日县府办提出异议：已于6月18日完成；2013年6月28日处理：属实，已补登。",
        "milestones/0/objections/0：2013年7月2日县府办提出异议：已于6月18日完成；在核对截止日2013年7月1日以后，不计。",
    ]


def test_a_figure_in_dispute_is_not_told() -> None:
    keys: dict[str, Any] = {
        "unit": "亩",
        "target": "100",
        "due": "6月底",
        "actuals": [{"day": "2013-06-25", "value": "43"}],
    }
    state, sentences = chain(**keys, objections=[RAISED])
    assert state is State.DISPUTED
    assert "43" not in "".join(sentences)


def test_whose_figure_and_which_part_are_in_dispute() -> None:
    keys: dict[str, Any] = {"unit": "亩", "target": "100", "due": "6月底"}
    rows = [{"day": "2013-06-25", "value": "120", "by": unit} for unit in ("县府办", "建设局")]
    _, sentences = chain(**keys, each="各乡镇", actuals=rows, objections=[RAISED])
    assert "县府办只对自己的数据有异议，其余成员的照列。" in sentences
    part = {**keys, "id": "part", "title": "甲", "part_of": {"indicator": "task", "complete": "true"}}
    plan = make_plan(indicators=[{**keys, "id": "task", "title": "任务"}, {**part, "objections": [RAISED]}])
    assessment = assess_on("2013-07-01", plan)
    total = next(o for o in assessment.obligations if o.title == "任务")
    told = list(why(Question(assessment, plan, total, lambda path: "")))
    assert "组成部分“甲”的数据正在核对，相加的数也不列。" in told
