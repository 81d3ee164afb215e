"""``ducha template``: see, copy and try templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from ducha.render.papers.templates import find_templates
from tests.conftest import ROOT, Run

PLANS = ROOT / "plans"
NAMES = [template.name for template in find_templates(PLANS)]


def test_the_list_names_every_template_and_whose_it_is(run: Run, county: Path) -> None:
    own = county / "templates" / "parts" / "head.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text("{# 我们的版头 #}\n", encoding="utf-8")
    (county / "templates" / "letter.md.j2").write_text("函\n", encoding="utf-8")
    lines = run("template", "list", "--plans", county).out.splitlines()
    cells = {line.split()[0]: line.split()[1:] for line in lines if line}
    assert cells["parts/head"] == ["本行动", "我们的版头"]
    assert cells["letter"] == ["本行动"]
    assert cells["parts/overall"] == ["自带", "一、总体进展"]
    assert set(NAMES) <= set(cells)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_shown_as_it_is(run: Run, name: str) -> None:
    text = (ROOT / "templates" / f"{name}.md.j2").read_text(encoding="utf-8")
    assert run("template", "show", name, "--plans", PLANS).out == text
    assert text.startswith("{#"), "a template says first what it is"


def test_an_export_makes_the_same_bulletin(run: Run, county: Path) -> None:
    before = run("bulletin", "--month", "6", "--plans", county).out
    ran = run("template", "export", county / "templates", "--plans", county)
    assert (ran.code, ran.out) == (0, f"导出了{len(NAMES)}个模板，在“{county / 'templates'}”。\n")
    assert run("bulletin", "--month", "6", "--plans", county).out == before


def test_one_part_may_be_replaced_alone(run: Run, county: Path) -> None:
    run("template", "export", county / "templates", "parts/inspections", "--plans", county)
    part = county / "templates" / "parts" / "inspections.md.j2"
    part.write_text("### 五、督查开展情况\n\n本月没有督查。\n", encoding="utf-8")
    out = run("bulletin", "--month", "6", "--plans", county).out
    assert "### 五、督查开展情况\n\n本月没有督查。\n\n### 六、下步要求\n" in out


def test_an_export_overwrites_nothing(run: Run, county: Path) -> None:
    own = county / "templates" / "parts" / "head.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text("我们的\n", encoding="utf-8")
    ran = run("template", "export", county / "templates", "--plans", county)
    assert (ran.code, ran.out) == (2, "")
    assert "parts/head.md.j2" in ran.err
    assert [path.name for path in (county / "templates").rglob("*.j2")] == ["head.md.j2"]
    assert own.read_text(encoding="utf-8") == "我们的\n"


def test_an_export_that_fails_leaves_nothing(run: Run, county: Path) -> None:
    (county / "out").mkdir()
    (county / "out" / "parts").write_text("", encoding="utf-8")
    ran = run("template", "export", county / "out", "--plans", county)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert [path.name for path in (county / "out").iterdir()] == ["parts"]


def test_the_packaged_templates_have_no_fault(run: Run) -> None:
    ran = run("template", "check", ROOT / "templates", "--plans", PLANS)
    tried = "22周、5个月、2个季度、1个半年、1个年度"
    assert (ran.code, ran.out) == (0, f"试排了{len(NAMES)}个模板，用了{tried}的数据和空数据，没有问题。\n")


@pytest.mark.parametrize(
    ("name", "tried"),
    [
        ("weekly", "1个模板，用了22周"),
        ("halfyear", "1个模板，用了1个半年"),
        ("parts/ranking", "2个模板，用了5个月、2个季度"),  # itself, and the one paper that has it
        ("parts/appraisal", "2个模板，用了5个月、1个年度"),
        ("parts/signature", "6个模板，用了22周、5个月、2个季度、1个半年、1个年度"),
    ],
)
def test_a_form_is_tried_on_the_periods_it_is_for(run: Run, county: Path, name: str, tried: str) -> None:
    out = run("template", "check", ROOT / "templates" / f"{name}.md.j2", "--plans", county).out
    assert out == f"试排了{tried}的数据和空数据，没有问题。\n"


def test_what_only_leaders_see_is_tried_too(run: Run, county: Path) -> None:
    run("template", "export", county / "templates", "parts/ranking", "--plans", county)
    part = county / "templates" / "parts" / "ranking.md.j2"
    part.write_text("{% if bulletin.for_leaders %}{{ bulletin.nosuch }}{% endif %}", encoding="utf-8")
    assert "没有“nosuch”" in run("template", "check", part, "--plans", county).out


def test_a_campaign_s_own_form_is_used_without_asking(run: Run, county: Path) -> None:
    (county / "templates").mkdir()
    (county / "templates" / "weekly.md.j2").write_text("# 一周\n", encoding="utf-8")
    assert run("bulletin", "--week", "26", "--plans", county).out == "# 一周\n"
    assert run("bulletin", "--quarter", "2", "--plans", county).out != "# 一周\n"


def test_a_campaign_that_has_not_begun_still_tries_its_templates(run: Run, county: Path) -> None:
    campaign = county / "campaign.yaml"
    campaign.write_text(campaign.read_text(encoding="utf-8").replace("2013-07-01", "2012-12-31"), encoding="utf-8")
    ran = run("template", "check", ROOT / "templates", "--plans", county)
    assert ran.code == 0
    assert "用了0周、0个月、0个季度、0个半年、0个年度的数据和空数据，没有问题" in ran.out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("一\n{{ bulletin.perio }}\n", "own.md.j2:2：没有“perio”；你是否想写period；可用的名称：all_on_time、"),
        ("{% if bulletin %}\n", "own.md.j2:1：写法有误：“if”没有对应的结束标记"),
        ("{% fi %}\n", "own.md.j2:1：写法有误：没有“fi”这种标记"),
        ("{{ bulletin | nosuch }}\n", "own.md.j2:1：写法有误：没有过滤器“nosuch”；可用：against_bar、"),
        ("{{ bulletin is nosuch }}\n", "own.md.j2:1：写法有误：没有判断“nosuch”"),
        ("{{ bulletin. }}\n", "own.md.j2:1：写法有误：点号后面缺少名称"),
        ("{{ bulletin.late.all[0].titl }}\n", "own.md.j2:1："),
        ("一\n{{ 'x' * 10 ** 15 }}\n", "own.md.j2:2：要排的内容太大，内存不够\n"),
        ("{{ 1 / 0 }}\n", "own.md.j2:1：除数是零（division by zero）"),
        (
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}\n",
            "own.md.j2:1：宏或模板自己引用自己，一层套一层没有尽头（",
        ),
        ("{% for i in range(10 ** 9) %}{% endfor %}\n", "own.md.j2:1：数字太大，或循环的次数太多（Range too big"),
        ("{{ 'x' + 1 }}\n", "own.md.j2:1：值的种类不对，这里用不上（can only concatenate"),
        ("{{ 'x' | day }}\n", "own.md.j2:1：值的种类不对，这里用不上（'str' object has no attribute"),
        ("{{ [1] | map('nosuch') | list }}\n", "own.md.j2:1：没有过滤器“nosuch”；可用："),
        ("{{ [1][::0] }}\n", "own.md.j2:1：排不出来（slice step cannot be zero）"),
    ],
)
def test_every_fault_is_a_line_with_its_place(run: Run, county: Path, text: str, said: str) -> None:
    path = county / "own.md.j2"
    path.write_text(text, encoding="utf-8")
    ran = run("template", "check", path, "--plans", county)
    assert (ran.code, ran.err) == (1, "")
    assert said in ran.out
    assert "处有误" in ran.out.splitlines()[-1]


def test_a_part_is_tried_with_its_neighbours_and_every_fault_told_once(run: Run, county: Path) -> None:
    run("template", "export", county / "templates", "--plans", county)
    part = county / "templates" / "parts" / "next.md.j2"
    part.write_text("{{ bulletin.nosuch }}", encoding="utf-8")
    for path in (part, county / "templates"):
        ran = run("template", "check", path, "--plans", county)
        assert ran.code == 1
        assert ran.out.count("parts/next.md.j2:1：没有“nosuch”") == 1
        assert ran.out.endswith("1处有误。\n")


def test_the_folder_of_the_templates_is_found_from_above(run: Run, county: Path) -> None:
    run("template", "export", county / "templates", "weekly", "notice", "--plans", county)
    whole = run("template", "check", county / "templates", "--plans", county)
    assert (whole.code, whole.out.startswith("试排了2个模板，用了22周")) == (0, True)
    assert run("template", "check", county, "--plans", county) == whole


def test_a_folder_that_only_holds_others_is_told_which_to_write(run: Run, county: Path) -> None:
    run("template", "export", county / "office" / "forms", "parts/head", "--plans", county)
    ran = run("template", "check", county / "office", "--plans", county)
    assert (ran.code, ran.out) == (2, "")
    assert f"“{county / 'office'}”不是放模板的目录；模板在“{county / 'office' / 'forms'}”里，写这个目录" in ran.err


def test_the_parts_are_tried_as_parts(run: Run, county: Path) -> None:
    run("template", "export", county / "templates", "parts/notice_items", "--plans", county)
    ran = run("template", "check", county / "templates" / "parts", "--plans", county)
    part = run("template", "check", county / "templates" / "parts" / "notice_items.md.j2", "--plans", county)
    assert ran == part
    assert ran.code == 0


def test_what_is_no_template_is_not_tried(run: Run, county: Path) -> None:
    ran = run("template", "check", county / "campaign.yaml", "--plans", county)
    assert (ran.code, ran.out) == (2, "")
    assert f"“{county / 'campaign.yaml'}”不是模板；模板的文件名以.md.j2结尾" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "nosuch"],
        ["export", "out", "nosuch"],
        ["check", "nosuch.md.j2"],
        ["check", "plans-without-templates"],
        ["nosuch"],
    ],
)
def test_what_is_not_there_is_exit_2(run: Run, county: Path, arguments: list[str]) -> None:
    (county / "plans-without-templates").mkdir()
    paths = [str(county / name) if name.startswith(("out", "plans")) else name for name in arguments]
    ran = run("template", *paths, *(["--plans", county] if len(paths) > 1 else []))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_a_bulletin_never_overwrites_the_template_it_is_made_from(run: Run, county: Path) -> None:
    run("template", "export", county / "templates", "--plans", county)
    own = county / "templates" / "parts" / "head.md.j2"
    before = own.read_bytes()
    ran = run("bulletin", "--month", "6", "--plans", county, "-o", own)
    assert (ran.code, own.read_bytes()) == (2, before)


def test_a_template_that_cannot_be_read_does_not_hide_the_others(run: Run, county: Path) -> None:
    (county / "templates").mkdir()
    (county / "templates" / "own.md.j2").write_bytes("督查".encode("gbk"))
    ran = run("template", "list", "--plans", county)
    assert ran.code == 0
    assert "UTF-8" in ran.out
    assert "parts/overall" in ran.out


def test_a_wrong_folder_is_never_a_success(run: Run, county: Path) -> None:
    assert run("template", "list", "--plans", county / "nowhere").code == 2
    (county / "09-x.yaml").write_text("id: x\n", encoding="utf-8")
    assert run("template", "check", ROOT / "templates", "--plans", county).code == 1


@pytest.mark.parametrize("name", ["x" * 300, "x" * 300 + ".md.j2"])
def test_a_name_no_file_can_have(run: Run, county: Path, name: str) -> None:
    assert run("template", "check", name, "--plans", county).code == 2
    assert run("template", "export", county / name, "--plans", county).code == 2
    assert run("bulletin", "--month", "6", "--template", name, "--plans", county).code == 2
