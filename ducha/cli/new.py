"""``ducha new``: the files of a new campaign, or of one more plan, ready to be filled in."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from unicodedata import category

import typer

from ducha.cli import clock, options, streams
from ducha.cli.chinese import Command, Group
from ducha.problems import DuchaError

if TYPE_CHECKING:
    from ducha.store.scaffold import Neighbours

FIRST = ("projects", "重点项目建设专项行动方案")
"""id and title of the plan that a new campaign begins with"""

new = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    help="新建行动或方案：写好带说明的文件，改成自己的内容即可。",
)

Title = Annotated[str | None, typer.Option("--title", metavar="名称", help="名称，照抄文件；不写则留待填写。")]


@new.command("campaign", cls=Command, options_metavar="[选项]")
def new_campaign(
    directory: Annotated[Path, typer.Argument(metavar="目录", help="放在哪个目录，没有就新建；不覆盖已有的文件。")],
    title: Title = None,
    year: Annotated[str | None, typer.Option("--year", metavar="年", help="哪一年的行动；不写则是今年。")] = None,
) -> int:
    """新建一个行动和它的第一个方案。"""
    from ducha.model.schema import KINDS, schema_text
    from ducha.render.papers import scaffold
    from ducha.store import write_new

    _refuse_occupied(directory)
    today = clock.today()
    setting = scaffold.setting_for(options.parse_year(year) or today.year, today)
    plan, plan_title = FIRST
    texts = {
        "campaign.yaml": scaffold.campaign_text(setting, _one_line(title) or "某县某某行动", plan),
        f"01-{plan}.yaml": scaffold.plan_text(setting, plan, 1, plan_title, has_schema=True),
        **{f"{name}.schema.json": schema_text(name) for name in KINDS},
    }
    write_new({directory / name: text for name, text in texts.items()})
    at = _plans_option(directory)
    assumed = ("" if title else "、行动名称") + ("" if year else f"、年份（按今年填为{setting.year}）")
    _tell(
        [f"{directory / name}" for name in texts],
        f"打开{directory / 'campaign.yaml'}，把“某”字开头的内容、各个日期{assumed}改成文件所写的，补全单位名册",
        f"把示例方案01-{plan}.yaml改成自己的，再有方案就用ducha new plan 编号 --title 名称{at}",
        f"检查：ducha check{at}",
        f"出通报：ducha bulletin --month {setting.day.month}{at} -o 通报.md",
    )
    return 0


@new.command("plan", cls=Command, options_metavar="[选项]")
def new_plan(
    name: Annotated[str, typer.Argument(metavar="编号", help="方案编号，小写字母、数字和连字符，如food-safety。")],
    title: Title = None,
    plans: options.Plans = Path("plans"),
) -> int:
    """在行动里新建一个方案，序号接着已有的方案。"""
    from ducha.cli.session import BrokenCampaign
    from ducha.render.papers import scaffold
    from ducha.store import write_new
    from ducha.store.scaffold import look_round

    _check_id(name)
    found = look_round(plans)
    if found.campaign is None:
        raise BrokenCampaign(f"campaign.yaml有误，改正后才能新建方案；用ducha check{_plans_option(plans)}查看")
    _refuse_taken(name, found)
    path = plans / f"{found.next_number:02}-{name}.yaml"
    setting = scaffold.setting_of(found.campaign, clock.today())
    heading = _one_line(title) or "某某专项行动方案"
    has_schema = (plans / "plan.schema.json").is_file()
    write_new({path: scaffold.plan_text(setting, name, found.next_number, heading, has_schema)})
    steps = [f"打开{path}，按文件改写{'' if title else '方案名称、'}牵头单位、事项和时限"]
    if groups := found.campaign.supervision.groups:
        numbers = "、".join(str(group.id) for group in groups)
        steps.append(f"campaign.yaml的supervision里，在负责的督导组（现有第{numbers}组）的plans中加上{name}")
    _tell([f"{path}"], *steps, f"检查：ducha check{_plans_option(plans)}")
    return 0


def _refuse_occupied(directory: Path) -> None:
    """Plans that are there already would become part of the new campaign."""
    from ducha.store.find import CAMPAIGN
    from ducha.store.scaffold import plan_files

    if os.path.exists(directory) and not os.path.isdir(directory):
        raise DuchaError(f"“{directory}”是文件，不是目录；换一个目录")
    if os.path.lexists(directory / CAMPAIGN):
        raise DuchaError(
            f"目录“{directory}”里已有行动（{CAMPAIGN}）；加方案用ducha new plan 编号{_plans_option(directory)}"
        )
    if found := plan_files(directory):
        names = "、".join(path.name for path in found[:3])
        raise DuchaError(f"目录“{directory}”里已有YAML文件（{names}等{len(found)}个），会被当作方案；换一个空目录")


def _check_id(name: str) -> None:
    from pydantic import TypeAdapter, ValidationError

    from ducha.advice.words import advise_id
    from ducha.model.values import Id

    try:
        TypeAdapter(Id).validate_python(name)
    except ValidationError:
        raise DuchaError(f"“{name}”不能作编号；{advise_id(name)}") from None


def _refuse_taken(name: str, found: Neighbours) -> None:
    if name in found.plans:
        free = next(f"{name}-{at}" for at in range(2, len(found.plans) + 3) if f"{name}-{at}" not in found.plans)
        raise DuchaError(f"编号“{name}”已用于{found.plans[name]}；换一个，如{free}")


def _one_line(title: str | None) -> str | None:
    """A title as it can stand in a file."""
    if title is None:
        return None
    text = title.strip()
    if text and not any(category(character) in ("Cc", "Zl", "Zp") for character in text):
        return text
    raise DuchaError("--title要写一行文字")


def _plans_option(directory: Path) -> str:
    return "" if directory == Path("plans") else f" --plans {directory}"


def _tell(files: Iterable[str], *steps: str) -> None:
    written = "".join(f"  {name}\n" for name in files)
    numbered = "".join(f"  {number}. {step}\n" for number, step in enumerate(steps, start=1))
    streams.emit(f"写好了：\n{written}下一步：\n{numbered}")
