"""A directory to a campaign: what is found, what is wrong and where, and what a report may still use."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ducha.assess import assess, on_day
from ducha.model import Plan
from ducha.problems import DuchaError, Problem
from ducha.store import CampaignFiles, Where, check, load_plans
from tests.conftest import CAMPAIGN_YAML, PLAN_YAML, TODAY

RECORDS_YAML = """\
issues:
  - {id: a, title: 甲, source: public, found: 2013-05-20, due: 2013-06-10, lead: 国土局}
"""


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def found(problem: Problem) -> tuple[str, str, int | None, int | None]:
    return Path(problem.file).name, problem.code, problem.line, problem.column


def test_a_sound_campaign(county: Path) -> None:
    loaded = load_plans(county)
    assert loaded.campaign is not None
    assert [plan.id for plan in loaded.results] == ["land"]
    assert loaded.problems == ()
    assert (loaded.left_out, loaded.read) == ((), 2)
    assert [identity.id for identity in loaded.identities] == ["land"]


def test_a_report_takes_what_it_needs_and_where_it_stands(county: Path) -> None:
    def first(plan: Plan, where: Where) -> tuple[str, str]:
        return plan.id, where(("milestones", 0))

    assert CampaignFiles(county).load(first).results == (("land", f"{county / '08-land.yaml'}:5"),)


def a_file(path: Path) -> None:
    write(path, "x")


def an_empty_folder(path: Path) -> None:
    path.mkdir()


def a_campaign_without_plans(path: Path) -> None:
    path.mkdir()
    write(path / "campaign.yaml", CAMPAIGN_YAML)


def test_plans_stand_in_the_order_of_their_numbers(county: Path) -> None:
    write(county / "z.yaml", "id: first\nnumber: 1\ntitle: 一\n")
    assert [plan.id for plan in load_plans(county).results] == ["first", "land"]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "没有目录"),
        (a_file, "是文件"),
        (an_empty_folder, "没有campaign.yaml"),
        (a_campaign_without_plans, "没有方案文件"),
    ],
)
def test_an_empty_or_wrong_folder_is_never_a_success(tmp_path: Path, make: Callable[[Path], None], words: str) -> None:
    make(tmp_path / "x")
    with pytest.raises(DuchaError, match=words) as caught:
        load_plans(tmp_path / "x")
    assert caught.value.exit_code == 2


BROKEN = {
    "an unknown key": (PLAN_YAML + "leader: 甲\n", [("DC201", 9, 1)]),
    "a missing key": ("number: 8\ntitle: 甲\n", [("DC202", 1, 1)]),
    "a missing key inside": (PLAN_YAML + "phases:\n  - {id: a, title: 乙}\n", [("DC202", 10, 5)]),
    "an empty value": ("id:\nnumber: 8\ntitle: 甲\n", [("DC204", 1, 4)]),
    "a wrong id": ("id: 土地\nnumber: 8\ntitle: 甲\n", [("DC208", 1, 5)]),
    "a wrong number": ("id: a\nnumber: 八\ntitle: 甲\n", [("DC206", 2, 9)]),
    "a list for a text": ("id: a\nnumber: 8\ntitle: [甲]\n", [("DC203", 3, 8)]),
    "a text for a list": ("id: a\nnumber: 8\ntitle: 甲\nphases: 全程\n", [("DC203", 4, 9)]),
    "a text for the whole": ("只有一句话", [("DC203", 1, 1)]),
    "a word for a strength": (PLAN_YAML + "    strength: 力争\n", [("DC207", 9, 15)]),
    "a day that is none": (PLAN_YAML + "    done: 2013-02-30\n", [("DC205", 9, 11)]),
    "two targets": (
        PLAN_YAML + "indicators:\n  - {id: a, title: 甲, unit: 亩, target: {at_least: 1, equal: 2}}\n",
        [("DC210", 10, 40)],
    ),
    "an unknown unit": (PLAN_YAML.replace("国土局", "国土"), [("DC302", 8, 11)]),
    "several units in one text": (PLAN_YAML.replace("国土局", "国土局、建设局"), [("DC302", 8, 11)]),
    "an id used twice": (
        PLAN_YAML + "indicators:\n  - {id: quota, title: 甲, unit: 亩, target: 1}\n",
        [("DC301", 10, 10)],
    ),
    "an unknown phase": (PLAN_YAML + "    phase: assault\n", [("DC304", 9, 12)]),
    "an unknown total": (
        PLAN_YAML + "indicators:\n  - {id: a, title: 甲, unit: 亩, target: 1, part_of: {indicator: b}}\n",
        [("DC305", 10, 64)],
    ),
    "a total of itself": (
        PLAN_YAML + "indicators:\n  - {id: a, title: 甲, unit: 亩, target: 1, part_of: {indicator: a}}\n",
        [("DC305", 10, 64)],
    ),
    "an unknown group": (
        PLAN_YAML + "indicators:\n  - {id: a, title: 甲, unit: 亩, target: 1, each: 国土局}\n",
        [("DC302", 10, 49)],
    ),
    "an unreadable limit": (PLAN_YAML.replace("6月底前", "入冬前"), [("DC401", 7, 10)]),
    "an impossible limit": (PLAN_YAML.replace("6月底前", "2月30日前"), [("DC401", 7, 10)]),
    "a cadence for a limit": (PLAN_YAML.replace("6月底前", "每月"), [("DC401", 7, 10)]),
    "a limit for a cadence": (
        PLAN_YAML + "duties:\n  - {id: a, title: 甲, every: 6月底前}\n",
        [("DC401", 10, 30)],
    ),
    "a wrong value beside an unknown name": (
        PLAN_YAML.replace("国土局", "国土") + "    done: 昨天\nextra: 1\n",
        [("DC302", 8, 11), ("DC205", 9, 11), ("DC201", 10, 1)],
    ),
    "a wrong phase is not also an unknown one": (
        PLAN_YAML + "    phase: assault\nphases:\n  - {id: assault, title: 集中攻坚}\n",
        [("DC202", 11, 5)],
    ),
    "a wrong total is not also an unknown one": (
        PLAN_YAML
        + "indicators:\n  - {id: b, title: 总, unit: 亩}\n"
        + "  - {id: a, title: 甲, unit: 亩, target: 1, part_of: {indicator: b}}\n",
        [("DC202", 10, 5)],
    ),
    "a figure of a member where there are none": (
        PLAN_YAML + "indicators:\n  - {id: a, title: 甲, unit: 亩, target: 1, "
        "actuals: [{day: 2013-06-01, value: 1, by: 国土局}]}\n",
        [("DC501", 10, 85)],
    ),
    "two values due on one day": (
        PLAN_YAML + "indicators:\n  - {id: a, title: 甲, unit: 亩, target: 2, "
        "due: 6月底, checkpoints: [{due: 6月份, value: 1}]}\n",
        [("DC502", 10, 73)],
    ),
    "a node on the day of a limit that is said again": (
        PLAN_YAML + "indicators:\n  - {id: a, title: 甲, unit: 亩, target: 2, due: 6月底, "
        "restates: [{section: 三, due: 10月底}], checkpoints: [{due: 10月底, value: 1}]}\n",
        [("DC502", 10, 110)],
    ),
    "a narrative of no month": (PLAN_YAML + "narratives: {2013-13: 好}\n", [("DC205", 9, 14)]),
    "a wrong entry before an unknown name": (
        PLAN_YAML.replace("milestones:\n", "milestones:\n  - {id: b}\n").replace("国土局", "国土"),
        [("DC202", 5, 5), ("DC302", 9, 11)],
    ),
    "a target that says nothing": (
        PLAN_YAML + "indicators:\n  - {id: a, title: 甲, unit: 亩, target: {at_least: }}\n",
        [("DC204", 10, 51)],
    ),
    "several at once": (
        "id: a\nnumber: x\ntitle: 甲\nextra: 1\nphases:\n  - {id: b}\n",
        [("DC206", 2, 9), ("DC201", 4, 1), ("DC202", 6, 5), ("DC202", 6, 5)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_exactly_what_is_wrong_and_where(county: Path, text: str, expected: list[tuple[str, int, int]]) -> None:
    write(county / "08-land.yaml", text)
    loaded = load_plans(county)
    assert [found(problem) for problem in loaded.problems] == [("08-land.yaml", *one) for one in expected]
    assert all(problem.message and "{" not in problem.message for problem in loaded.problems)
    assert loaded.results == ()
    assert [name.removesuffix("）")[-12:] for name in loaded.left_out] == ["08-land.yaml"]


@pytest.mark.parametrize("line", ['number: "{x}"', "number: 8\n'{key}': 1", "number: 8\nmilestones: '{0}'"])
def test_braces_in_a_file_are_only_text(county: Path, line: str) -> None:
    write(county / "08-land.yaml", f"id: a\ntitle: 甲\n{line}\n")
    (problem,) = load_plans(county).problems
    assert problem.code in ("DC201", "DC203", "DC206")


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        (PLAN_YAML.encode("gbk"), "DC102", 3),
        (PLAN_YAML.encode("utf-16"), "DC102", 1),
        (b"id: \xff\xff\xff", "DC102", 1),
        (b"", "DC103", 1),
        (b"id: a\x00", "DC103", 1),
        (PLAN_YAML.encode("utf-32"), "DC102", 1),
        (b"x" * (4 * 1024 * 1024 + 1), "DC101", 1),
    ],
)
def test_bytes_that_are_no_plan(county: Path, raw: bytes, code: str, line: int) -> None:
    (county / "08-land.yaml").write_bytes(raw)
    (problem,) = load_plans(county).problems
    assert (problem.code, problem.line) == (code, line)


@pytest.mark.parametrize("change", [lambda raw: b"\xef\xbb\xbf" + raw, lambda raw: raw.replace(b"\n", b"\r\n")])
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(county: Path, change: Callable[[bytes], bytes]) -> None:
    path = county / "08-land.yaml"
    path.write_bytes(change(path.read_bytes()))
    assert load_plans(county).problems == ()


def test_a_directory_named_like_a_plan_and_a_wrong_suffix_are_reported(county: Path) -> None:
    (county / "x.yaml").mkdir()
    write(county / "y.yml", PLAN_YAML)
    (county / "templates").mkdir()
    assert [found(problem)[:2] for problem in load_plans(county).problems] == [("x.yaml", "DC101"), ("y.yml", "DC101")]


def test_the_offices_own_records_are_no_plan(county: Path) -> None:
    write(county / "supervision.yaml", RECORDS_YAML)
    loaded = load_plans(county)
    assert [issue.id for issue in loaded.records.issues] == ["a"] if loaded.records else False
    assert (loaded.problems, loaded.left_out, loaded.not_counted, loaded.read) == ((), (), (), 3)
    assert not loaded.records_left_out


def test_records_with_an_error_are_left_out_and_the_plans_are_not(county: Path) -> None:
    write(county / "supervision.yaml", RECORDS_YAML.replace("2013-06-10", "6月10日"))
    loaded = load_plans(county)
    assert [found(problem)[:3] for problem in loaded.problems] == [("supervision.yaml", "DC205", 2)]
    assert [plan.id for plan in loaded.results] == ["land"]
    assert (loaded.records, loaded.records_left_out) == (None, True)
    assert (loaded.left_out, loaded.not_counted) == ((), ("督查记录（supervision.yaml）",))


@pytest.mark.parametrize("name", ["supervision.yml", "Supervision.yaml", "SUPERVISION.YAML"])
def test_records_under_another_name_are_neither_lost_nor_a_plan(county: Path, name: str) -> None:
    write(county / name, RECORDS_YAML)
    loaded = load_plans(county)
    assert [(found(problem)[:2], problem.hint) for problem in loaded.problems] == [
        ((name, "DC101"), "改名为supervision.yaml")
    ]
    assert (loaded.records_left_out, loaded.left_out, loaded.read) == (True, (), 3)


def test_a_plan_that_cannot_be_read_may_be_the_one_that_is_meant(county: Path) -> None:
    write(county / "supervision.yaml", RECORDS_YAML.replace("lead", "about: approval/clean, lead"))
    assert [found(problem)[1] for problem in load_plans(county).problems] == ["DC701"]
    write(county / "09-approval.yaml", "\t")
    assert [found(problem)[1] for problem in load_plans(county).problems] == ["DC103"]


def test_an_item_whose_id_cannot_be_read_may_be_the_one_that_is_meant(county: Path) -> None:
    write(county / "supervision.yaml", RECORDS_YAML.replace("lead", "about: land/quota, lead"))
    assert load_plans(county).problems == ()
    for wrong in (PLAN_YAML.replace("id: quota", "id: 指标"), PLAN_YAML.replace("milestones", "milestone")):
        write(county / "08-land.yaml", wrong)
        assert [found(problem)[0] for problem in load_plans(county).problems] == ["08-land.yaml"]


def test_a_broken_campaign_still_lets_its_plans_be_checked(county: Path) -> None:
    write(county / "campaign.yaml", CAMPAIGN_YAML.replace("office: 县府办\n", ""))
    write(county / "08-land.yaml", PLAN_YAML + "extra: 1\n")
    loaded = load_plans(county)
    assert loaded.campaign is None
    assert [found(problem)[:2] for problem in loaded.problems] == [
        ("08-land.yaml", "DC201"),
        ("campaign.yaml", "DC202"),
    ]


def test_a_wrong_unit_in_the_register_is_not_also_an_unknown_one(county: Path) -> None:
    write(county / "campaign.yaml", CAMPAIGN_YAML.replace("name: 县国土资源局", "nam: 县国土资源局"))
    assert [found(problem)[:2] for problem in load_plans(county).problems] == [("campaign.yaml", "DC201")]


def test_one_broken_plan_does_not_hide_the_others(county: Path) -> None:
    write(county / "01-x.yaml", "id: x\n")
    loaded = load_plans(county)
    assert [plan.id for plan in loaded.results] == ["land"]
    assert loaded.left_out == ("01-x.yaml",)


def test_the_same_plan_id_is_a_problem_of_both_files(county: Path) -> None:
    write(county / "09-land.yaml", PLAN_YAML.replace("number: 8", "number: 9"))
    loaded = load_plans(county)
    (problem,) = loaded.problems
    assert found(problem) == ("09-land.yaml", "DC301", 1, 5)
    assert [(Path(spot.file).name, spot.line, spot.column) for spot in problem.related] == [("08-land.yaml", 1, 5)]
    assert len(loaded.left_out) == 2


def test_a_copied_plan_is_one_mistake_in_each_file(county: Path) -> None:
    write(county / "09-copy.yaml", PLAN_YAML)
    assert [found(problem) for problem in load_plans(county).problems] == [("09-copy.yaml", "DC301", 1, 5)]


def test_what_is_no_file_is_never_opened(county: Path) -> None:
    os.mkfifo(county / "x.yaml")
    write(county / ".hidden.yaml", "x")
    assert [found(problem)[:2] for problem in load_plans(county).problems] == [("x.yaml", "DC101")]


def test_names_in_the_campaign_mean_one_thing(county: Path) -> None:
    write(county / "campaign.yaml", CAMPAIGN_YAML + "  - {name: 县土地局, aliases: [国土局], category: 部门}\n")
    (problem,) = load_plans(county).problems
    assert found(problem) == ("campaign.yaml", "DC301", 11, 28)


def test_the_days_and_cadences_of_the_campaign(county: Path) -> None:
    methods = "supervision: {methods: [{id: joint, title: 联合督查, every: 时不时}]}\n"
    text = CAMPAIGN_YAML.replace("end: 2014-01-31", "end: 2012-01-31") + methods
    write(county / "campaign.yaml", text)
    assert [found(problem)[:3] for problem in load_plans(county).problems] == [
        ("campaign.yaml", "DC402", 6),
        ("campaign.yaml", "DC401", 11),
    ]
    write(county / "campaign.yaml", CAMPAIGN_YAML.replace("year: 2013", "year: 20133"))
    assert [found(problem)[:3] for problem in load_plans(county).problems] == [("campaign.yaml", "DC205", 2)]


def test_the_order_of_items_and_files_never_matters(county: Path) -> None:
    two = PLAN_YAML + "  - {id: second, title: 乙, due: 5月底前}\n"
    swapped = PLAN_YAML.replace("milestones:\n", "milestones:\n  - {id: second, title: 乙, due: 5月底前}\n")
    seen = []
    for name, text in (("08-land.yaml", two), ("zz.yaml", swapped)):
        (county / "08-land.yaml").unlink(missing_ok=True)
        write(county / name, text)
        loaded = load_plans(county)
        assert loaded.campaign
        reference = on_day(loaded.campaign, None, TODAY)
        assessment = assess(loaded.campaign, loaded.results, reference)
        seen.append([(o.id, o.state, o.days_late) for o in assessment.obligations])
    assert seen[0] == seen[1]


def test_the_office_and_the_members_of_groups_are_registered(county: Path) -> None:
    groups = "unit_groups:\n  - {name: 各乡镇, category: 乡镇, members: [甲镇, 国土局]}\n"
    write(county / "campaign.yaml", CAMPAIGN_YAML.replace("office: 县府办", "office: 政府办") + groups)
    assert [found(problem) for problem in load_plans(county).problems] == [
        ("campaign.yaml", "DC302", 4, 9),
        ("campaign.yaml", "DC302", 12, 41),
    ]


def test_a_group_that_covers_an_unknown_plan_is_a_warning(county: Path) -> None:
    groups = "supervision: {groups: [{id: 1, leader: 甲, plans: [land, lamd]}]}\n"
    write(county / "campaign.yaml", CAMPAIGN_YAML + groups)
    (problem,) = check(county).problems
    assert (problem.code, problem.severity) == ("DC303", "warning")
    assert load_plans(county).problems == ()  # a report does not ask
    write(county / "09-x.yaml", "id: lamd\n")  # a plan that cannot be read may be the one that is meant
    assert [found(problem)[0] for problem in check(county).problems] == ["09-x.yaml"] * 2


def test_reading_never_writes(county: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in county.iterdir()}
    load_plans(county)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in county.iterdir()} == before


def test_the_order_of_keys_and_items_never_matters(county: Path) -> None:
    first = load_plans(county).results
    write(
        county / "08-land.yaml",
        "milestones:\n  - {lead: 国土局, due: 6月底前, title: 上报指标, id: quota}\n"
        "title: 资源要素保障专项行动方案\nnumber: 8\nid: land\n",
    )
    assert load_plans(county).results == first


def test_what_is_kept_for_a_month_without_a_bulletin_is_a_warning(county: Path) -> None:
    write(county / "08-land.yaml", PLAN_YAML + "narratives:\n  2013-06: 好\n  2031-06: 不会印出\n")
    write(county / "campaign.yaml", CAMPAIGN_YAML + "bulletin: {first: 2012-12, checked: [2013-05, 2014-02]}\n")
    loaded = check(county)
    assert {problem.severity for problem in loaded.problems} == {"warning"}
    assert [found(problem) for problem in loaded.problems] == [
        ("08-land.yaml", "DC403", 11, 3),
        ("campaign.yaml", "DC403", 11, 19),
        ("campaign.yaml", "DC403", 11, 47),
    ]


@pytest.mark.parametrize(("setting", "column"), [("reply_by: 31", 22), ("reply_by: 0", 22), ("worst_cases: 0", 25)])
def test_settings_that_would_print_nonsense_are_refused(county: Path, setting: str, column: int) -> None:
    write(county / "campaign.yaml", CAMPAIGN_YAML + f"bulletin: {{{setting}}}\n")
    (problem,) = load_plans(county).problems
    assert found(problem) == ("campaign.yaml", "DC209", 11, column)
    assert "不能" in problem.message


def test_a_clash_between_the_two_halves_is_found(county: Path) -> None:
    for number in range(100, 170):
        text = PLAN_YAML.replace("id: land", f"id: land-{number}").replace("number: 8", f"number: {number}")
        write(county / f"{number}.yaml", text)
    write(county / "999.yaml", PLAN_YAML.replace("number: 8", "number: 999"))
    assert [found(problem) for problem in load_plans(county).problems] == [("999.yaml", "DC301", 1, 5)]
