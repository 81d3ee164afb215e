"""``ducha notice``: drafts without a number; papers with one, recorded and written together or not at all."""

from __future__ import annotations

import re
import shutil
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from ducha.problems import DuchaError
from ducha.store import check
from tests.conftest import ROOT, Run, printed

PLANS = ROOT / "plans"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """The shipped campaign, free to be written to."""
    directory = tmp_path / "plans"
    shutil.copytree(PLANS, directory)
    return directory


def records_of(directory: Path) -> str:
    return (directory / "supervision.yaml").read_bytes().decode("utf-8")


def test_a_draft_has_no_number_and_changes_nothing(run: Run, plans: Path) -> None:
    before = records_of(plans)
    ran = run("notice", "国土局", "--plans", plans)
    assert (ran.code, ran.err) == (0, "")
    assert "〔草稿，未编号〕" in ran.out
    assert "联系人：督查室（示例），0000-0000000。" in ran.out
    assert "【示例数据，非实际进展】" in ran.out
    assert records_of(plans) == before


@pytest.mark.parametrize(("kind", "word"), [("remind", "催办单"), ("supervise", "督办通知单")])
def test_a_kind_goes_by_either_name(run: Run, kind: str, word: str) -> None:
    ran = run("notice", "国土局", "--kind", word, "--plans", PLANS)
    assert (ran.code, ran.out) == (0, run("notice", "国土局", "--kind", kind, "--plans", PLANS).out)


def test_papers_are_numbered_on_and_recorded(run: Run, plans: Path, tmp_path: Path) -> None:
    before = records_of(plans)
    ran = run("notice", "--all", "-o", tmp_path / "out", "--plans", plans)
    assert (ran.code, ran.err) == (0, "")
    files = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert files[0] == "催办单-2013-003-县发改局.md"
    assert f"写好了{len(files)}份催办单，编号催办〔2013〕3号至催办〔2013〕{len(files) + 2}号" in ran.out
    after = records_of(plans)
    assert after.startswith(before)
    added = after.removeprefix(before).splitlines()
    assert [re.findall(r"number: (\d+), kind: remind", line) for line in added] == [
        [str(at)] for at in range(3, len(files) + 3)
    ]
    for path in (tmp_path / "out").iterdir():
        number = int(path.name.split("-")[2])
        text = path.read_text(encoding="utf-8")
        assert f"\n催办〔2013〕{number}号\n" in text
        (line,) = [line for line in added if f"number: {number}," in line]
        recorded = re.findall(r"items: \[(.*?)\]", line)[0].split(", ")
        numbers = re.findall(r"^\| (\S+) \| .*\|  \|  \|$", text, re.M)
        assert [_id_of(number) for number in numbers] == [one.partition("@")[0] for one in recorded]
    problems = check(plans).problems
    assert [p.code for p in problems if p.file.endswith("supervision.yaml")] == ["DC711"], "the visit of 25 June"


def _id_of(number: str) -> str:
    """What a number on a paper stands for, by what ``ducha show`` says of it."""
    shown = printed("show", number, "--plans", PLANS)
    return str(re.findall(r"^编号：([^（\n@]+)", shown, re.M)[0])


def test_a_member_alone_gets_what_it_gets_among_all(run: Run, plans: Path, tmp_path: Path) -> None:
    """A group whose members are listed gets no paper, and each of these is told what the group is charged with."""
    draft = run("notice", "高新园区", "--plans", plans).out
    assert "### 以“各园区”名义承担的" in draft
    run("notice", "--all", "-o", tmp_path, "--plans", plans)
    assert not [one.name for one in tmp_path.glob("*.md") if re.search("各园区|各乡镇", one.name)]
    (paper,) = tmp_path.glob("*-高新园区.md")
    assert re.sub("催办〔2013〕.*号", "〔草稿，未编号〕", paper.read_text(encoding="utf-8")) == draft


def test_the_same_is_not_sent_twice_and_the_next_kind_has_its_own_numbers(
    run: Run, plans: Path, tmp_path: Path
) -> None:
    run("notice", "国土局", "--kind", "supervise", "-o", tmp_path / "a", "--plans", plans)
    again = run("notice", "国土局", "--kind", "supervise", "-o", tmp_path / "a", "--plans", plans)
    assert (again.code, again.err) == (0, "")
    assert again.out == "当天已发过同样内容、不再重发的：县国土资源局（督办〔2013〕1号）。\n"
    assert len(list((tmp_path / "a").iterdir())) == 1
    other = run("notice", "发改局", "--kind", "supervise", "-o", tmp_path / "b", "--plans", plans)
    assert "编号督办〔2013〕2号" in other.out


def test_a_paper_that_was_recorded_and_is_not_there_is_told_of_with_the_way_out(
    run: Run, plans: Path, tmp_path: Path
) -> None:
    """Whatever stopped the program between record and paper, or took the paper away."""
    run("notice", "国土局", "-o", tmp_path / "a", "--plans", plans)
    shutil.rmtree(tmp_path / "a")
    again = run("notice", "国土局", "-o", tmp_path / "a", "--plans", plans)
    assert (again.code, again.out, (tmp_path / "a").exists()) == (1, "", False)
    assert again.err == (
        f"ducha：当天已登记、不再编号，而“{tmp_path / 'a'}”里没有的：县国土资源局（催办〔2013〕3号）；"
        "没有发出的，在supervision.yaml的notices里该号一项写void: 原因，再运行\n"
    )
    text = records_of(plans).replace("number: 3, kind: remind,", "number: 3, kind: remind, void: 没有发出,")
    (plans / "supervision.yaml").write_text(text, encoding="utf-8")
    ran = run("notice", "国土局", "-o", tmp_path / "a", "--plans", plans)
    assert (ran.code, ran.err) == (0, "")
    assert "编号催办〔2013〕4号" in ran.out
    (paper,) = (tmp_path / "a").iterdir()
    assert "此前已发" not in paper.read_text(encoding="utf-8")


def test_what_cannot_be_written_leaves_no_number_behind(run: Run, plans: Path, tmp_path: Path) -> None:
    before = records_of(plans)
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = run("notice", "国土局", "-o", tmp_path / "file", "--plans", plans)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "催办单-2013-003-县国土资源局.md").write_text("旧", encoding="utf-8")
    ran = run("notice", "国土局", "-o", tmp_path / "out", "--plans", plans)
    assert "已经存在，没有写入任何文件" in ran.err
    assert records_of(plans) == before


@pytest.mark.parametrize(
    "at", ["ducha.assess.units.notices.next_number", "ducha.render.papers.markdown.render_notices"]
)
def test_two_clerks_at_once_never_use_a_number_twice(
    run: Run, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """Whoever read the records before the other wrote his is refused, with nothing written."""

    def second_clerk(*arguments: Any) -> Any:
        monkeypatch.setattr(at, original)
        assert "编号催办〔2013〕3号" in run("notice", "发改局", "-o", tmp_path / "b", "--plans", plans).out
        return original(*arguments)

    module, _, name = at.rpartition(".")
    original = getattr(import_module(module), name)
    monkeypatch.setattr(at, second_clerk)
    ran = run("notice", "国土局", "-o", tmp_path / "a", "--plans", plans)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "刚刚被改动，没有写入；请重新运行" in ran.err
    assert not (tmp_path / "a").exists()
    again = run("notice", "国土局", "-o", tmp_path / "a", "--plans", plans)
    assert "编号催办〔2013〕4号" in again.out
    assert not check(plans).records_left_out


def test_papers_being_written_keep_others_from_recording(
    run: Run, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_the_same_moment(papers: Any) -> None:
        second = run("notice", "发改局", "-o", tmp_path / "b", "--plans", plans)
        assert (second.code, second.err.count("\n")) == (2, 1)
        assert "有人正在登记" in second.err
        raise DuchaError("写不下")

    before = records_of(plans)
    monkeypatch.setattr("ducha.store.append.write_new", at_the_same_moment)
    first = run("notice", "国土局", "-o", tmp_path / "a", "--plans", plans)
    assert (first.code, first.err) == (2, "ducha：写不下\n")
    assert records_of(plans) == before


def test_a_campaign_without_records_gets_its_first(run: Run, county: Path, tmp_path: Path) -> None:
    ran = run("notice", "国土局", "-o", tmp_path / "out", "--plans", county)
    assert "编号催办〔2013〕1号" in ran.out
    assert records_of(county).startswith("notices:\n  - {number: 1, kind: remind,")
    assert check(county).problems == ()


def test_broken_records_give_no_number(run: Run, county: Path, tmp_path: Path) -> None:
    (county / "supervision.yaml").write_text("notices:\n  - {number: 一}\n", encoding="utf-8")
    ran = run("notice", "国土局", "-o", tmp_path / "out", "--plans", county)
    assert ran.code == 2
    assert "supervision.yaml有误，改正后才能编号" in ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "写一个单位，或写--all给所有单位，二者取一"),
        (["国土局", "--all"], "二者取一"),
        (["--all"], "--all要用-o写明放在哪个目录"),
        (["国土局", "--kind", "通报"], "写remind（催办单）或supervise（督办通知单）"),
        (["外星局"], "没有单位“外星局”；单位登记在campaign.yaml的units里"),
    ],
)
def test_a_wrong_argument_is_one_line(run: Run, arguments: list[str], words: str) -> None:
    ran = run("notice", *arguments, "--plans", PLANS)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert words in ran.err


def test_a_unit_with_nothing_is_told_so(run: Run) -> None:
    assert run("notice", "县规划局", "--plans", PLANS).out == "没有要写进催办单的事项。\n"


def test_the_office_sends_itself_nothing_and_says_so(run: Run, plans: Path, tmp_path: Path) -> None:
    """Its own items stand in its ledger; a notice to itself would take a number and have nobody to answer to."""
    said = "县府办自己的1项不给自己发催办单，用ducha unit 县府办查看。\n"
    assert run("notice", "县府办", "--plans", plans).out == said
    before = records_of(plans)
    ran = run("notice", "县府办", "-o", tmp_path / "out", "--plans", plans)
    assert (ran.code, ran.out, (tmp_path / "out").exists()) == (0, said, False)
    assert records_of(plans) == before
    assert run("notice", "--all", "-o", tmp_path / "out", "--plans", plans).out.startswith(said)
    assert not list((tmp_path / "out").glob("*县府办*"))


def test_what_a_unit_answered_on_a_matter_is_told(run: Run) -> None:
    told = run("notice", "国土局", "--plans", PLANS).out
    assert "已催办1次，6月26日反馈：规划条件尚未确定，已两次会商（反映原因：地块规划用途未定） |" in told
    assert "超期未办结16天，已催办2次，没有反馈 |" in run("notice", "县科技局", "--plans", PLANS).out


def test_two_returns_of_one_duty_are_told_apart_where_they_are_answered(run: Run) -> None:
    slip = run("notice", "巧英乡", "--plans", PLANS).out.split("**回执**")[1]
    assert re.findall("报送“万元亩产”建设进度表（(.*?)）", slip) == ["5月", "6月"]


def test_an_office_without_a_liaison_leaves_a_blank_for_it(run: Run, county: Path) -> None:
    assert "联系人：　　　　，电话：　　　　。\n" in run("notice", "国土局", "--plans", county).out


def test_a_collective_is_not_spoken_to_as_one_unit(run: Run, plans: Path) -> None:
    assert "现就各单位承担的下列事项予以催办。" in run("notice", "各部门（单位）", "--plans", plans).out


def test_records_that_are_read_only_are_left_alone(run: Run, plans: Path, tmp_path: Path) -> None:
    before = records_of(plans)
    (plans / "supervision.yaml").chmod(0o444)
    ran = run("notice", "国土局", "-o", tmp_path / "out", "--plans", plans)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("supervision.yaml”是只读的，没有写入\n")
    assert (records_of(plans), (tmp_path / "out").exists()) == (before, False)
