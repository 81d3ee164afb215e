"""Bulletin templates: where they are found, how they fail, and that data cannot become Markdown."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from ducha.render.papers.escape import escape
from tests.conftest import PLAN_YAML, Run


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("普通文字（5/17）", "普通文字（5/17）"),
        ("2*3*4 _a_ `b` [c] <d> e|f ~g~ \\h", r"2\*3\*4 \_a\_ \`b\` \[c\] \<d\> e\|f \~g\~ \\h"),
        ("# 标题", r"\# 标题"),
        ("- 项", r"\- 项"),
        ("1. 项", r"1\. 项"),
        ("0.0%", "0.0%"),
        ("-3.5", "-3.5"),
        ("两行\n  文字", "两行文字"),
        ("two\nlines", "two lines"),
    ],
)
def test_data_shows_as_it_is(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def bulletin(run: Run, county: Path, template: str) -> tuple[int, str, str]:
    path = county / "own.md.j2"
    path.write_text(template, encoding="utf-8")
    ran = run("bulletin", "--month", "6", "--plans", county, "--template", path)
    return ran.code, ran.out, ran.err


def test_a_template_by_path(run: Run, county: Path) -> None:
    assert bulletin(run, county, "{{ bulletin.campaign.title }}：{{ bulletin.late.all | length }}项\n") == (
        0,
        "三项行动：1项\n",
        "",
    )


def test_the_campaigns_own_template_comes_before_the_packaged_one(run: Run, county: Path) -> None:
    (county / "templates").mkdir()
    (county / "templates" / "bulletin.md.j2").write_text("自己的模板\n", encoding="utf-8")
    assert run("bulletin", "--month", "6", "--plans", county).out == "自己的模板\n"


def test_a_template_may_include_a_packaged_one(run: Run, county: Path) -> None:
    code, out, _ = bulletin(run, county, '前言\n\n{% include "bulletin.md.j2" %}')
    assert code == 0
    assert out.startswith("前言\n\n# 三项行动督查通报\n")


@pytest.mark.parametrize(
    ("template", "place", "words"),
    [
        ("一\n{{ bulletin.perio }}\n", "own.md.j2:2", "period"),
        ("一\n二\n{{ buletin.overdue }}\n", "own.md.j2:3", "bulletin"),
        ("{% for o in bulletin.late.all %}\n{{ o.titel }}\n{% endfor %}\n", "own.md.j2:2", "title"),
        ("一\n{% if %}\n", "own.md.j2:2", "写法有误"),
        ("一\n{{ bulletin.late.all | nosuch }}\n", "own.md.j2:2", "nosuch"),
        ("{{ bulletin.late.all[99].title }}\n", "own.md.j2:1", ""),
        ('{% include "none.j2" %}\n', "own.md.j2", "none.j2"),
        ("{{ bulletin.__class__.__mro__ }}\n", "own.md.j2:1", ""),
        ("{{ 1 / 0 }}\n", "own.md.j2:1", ""),
        ('{{ bulletin.campaign.parse_raw("[]", proto="pickle", allow_pickle=true) }}\n', "own.md.j2:1", "parse_raw"),
        ("{{ bulletin.campaign.model_dump() }}\n", "own.md.j2:1", "model_dump"),
        ("{{ bulletin.campaign.copy() }}\n", "own.md.j2:1", "copy"),
        ("{{ bulletin._replace() }}\n", "own.md.j2:1", "_replace"),
        ("{{ bulletin.period.index(6) }}\n", "own.md.j2:1", "index"),
        ("{% for i in range(10 ** 9) %}{% endfor %}\n", "own.md.j2:1", ""),
        ("{{ bulletin.campaign.title.nosuch() }}\n", "own.md.j2:1", ""),
        ('{{ "a" | day(2013) }}\n', "own.md.j2:1", ""),
        ("{{ lipsum() }}\n", "own.md.j2:1", "lipsum"),
        ("{{ [1, 2] | random }}\n", "own.md.j2:1", "random"),
    ],
)
def test_a_broken_template_is_one_line_with_its_place(
    run: Run, county: Path, template: str, place: str, words: str
) -> None:
    code, out, err = bulletin(run, county, template)
    assert (code, out) == (1, "")
    assert place in err
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("folder", ["nowhere", "full"])
def test_a_bulletin_does_without_a_place_for_compiled_templates(
    run: Run, county: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = run("bulletin", "--month", "6", "--plans", county).out

    def refuse(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, "full")

    if folder == "nowhere":
        monkeypatch.setattr("jinja2.bccache.FileSystemBytecodeCache._get_default_cache_dir", refuse)
    else:
        monkeypatch.setattr("jinja2.bccache.FileSystemBytecodeCache.dump_bytecode", refuse)
        monkeypatch.setattr("jinja2.bccache.FileSystemBytecodeCache.load_bytecode", lambda *_: None)
    ran = run("bulletin", "--month", "6", "--plans", county)
    assert (ran.code, ran.out, ran.err) == (0, usual, "")


def test_a_changed_template_is_not_taken_for_the_one_it_was(run: Run, county: Path) -> None:
    assert bulletin(run, county, "一\n")[1] == "一\n"
    assert bulletin(run, county, "二\n")[1] == "二\n"


def test_a_template_that_is_not_utf8(run: Run, county: Path) -> None:
    path = county / "own.md.j2"
    path.write_bytes("督查".encode("gbk"))
    ran = run("bulletin", "--month", "6", "--plans", county, "--template", path)
    assert ran.code == 1
    assert "UTF-8" in ran.err


@pytest.mark.parametrize("template", ["nosuch", "no/such.md.j2", "nosuch.j2"])
def test_an_unknown_template_is_exit_2(run: Run, county: Path, template: str) -> None:
    ran = run("bulletin", "--month", "6", "--plans", county, "--template", template)
    assert (ran.code, ran.out) == (2, "")
    assert "没有模板" in ran.err


def test_data_with_markdown_and_markup_in_it(run: Run, county: Path) -> None:
    text = PLAN_YAML.replace("上报指标", '"2*3*4|[草稿]"')
    (county / "08-land.yaml").write_text(text, encoding="utf-8")
    out = run("bulletin", "--month", "6", "--plans", county).out
    assert r"2\*3\*4\|\[草稿\]" in out
    assert "2*3*4" not in out


def test_it_is_written_to_a_file_whole_or_not_at_all(run: Run, county: Path) -> None:
    shown = run("bulletin", "--month", "6", "--plans", county).out
    ran = run("bulletin", "--month", "6", "--plans", county, "-o", county / "通报.md")
    assert (ran.code, ran.out) == (0, "")
    assert (county / "通报.md").read_bytes() == shown.encode()
    ran = run("bulletin", "--month", "6", "--plans", county, "-o", county / "templates" / "x.md")
    assert ran.code == 2
    ran = run("bulletin", "--month", "6", "--plans", county, "-o", county)
    assert ran.code == 2
    assert "是目录" in ran.err


def test_nothing_to_report_is_said(run: Run, county: Path) -> None:
    (county / "08-land.yaml").write_text(PLAN_YAML.replace("6月底前", "12月底前"), encoding="utf-8")
    out = run("bulletin", "--month", "6", "--plans", county).out
    assert "除力争目标外，没有已报进展而到期未完成的任务。" in out
    assert "没有判为到期未完成的事项。" in out
    assert "没有到期未完成的事项。" in out
    assert "7月份没有到期的事项。" in out


def test_a_broken_plan_is_named_in_the_text(run: Run, county: Path) -> None:
    (county / "09-x.yaml").write_text("id: x\n", encoding="utf-8")
    ran = run("bulletin", "--month", "6", "--plans", county)
    assert ran.code == 1
    assert "09-x.yaml" in ran.out


def test_a_sample_is_marked_whatever_the_template_leaves_out(run: Run, county: Path) -> None:
    campaign = county / "campaign.yaml"
    campaign.write_text(campaign.read_text(encoding="utf-8") + "sample: true\n", encoding="utf-8")
    _, out, _ = bulletin(run, county, "{{ bulletin.assessment.tally.total }}项\n")
    assert out == "**【示例数据，非实际进展】**\n\n1项\n"


def test_a_bulletin_of_some_plans_says_which(run: Run, county: Path) -> None:
    out = run("bulletin", "--month", "6", "--plan", "8", "--plans", county).out
    assert out.startswith("# 资源要素保障督查通报\n\n县府办　")
    assert "## 关于资源要素保障6月份进展情况的通报" in out
    assert "第　　期" in run("bulletin", "--month", "6", "--plans", county).out


def test_a_month_before_issue_or_not_over_says_so(run: Run, county: Path) -> None:
    assert "本期系补记印发以前的情况" in run("bulletin", "--month", "4", "--plans", county).out
    campaign = county / "campaign.yaml"
    campaign.write_text(campaign.read_text(encoding="utf-8").replace("as_of: 2013-07-01", "as_of: 2013-07-20"))
    assert "数据截至7月19日（本月尚未期满）" in run("bulletin", "--month", "7", "--plans", county).out


def test_the_plan_files_are_never_overwritten(run: Run, county: Path) -> None:
    before = (county / "08-land.yaml").read_bytes()
    ran = run("bulletin", "--month", "6", "--plans", county, "-o", county / "08-land.yaml")
    assert ran.code == 2
    assert "不能覆盖" in ran.err
    assert (county / "08-land.yaml").read_bytes() == before
