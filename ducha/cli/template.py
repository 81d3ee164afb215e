"""``ducha template``: see, copy and try the templates that bulletins and sheets to be checked are made of."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ducha.cli import clock, options, streams
from ducha.cli.chinese import Command, Group

template = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    help="查看、导出、试排通报和数据核对单的模板。",
)


@template.command("list", cls=Command, options_metavar="[选项]")
def list_templates(plans: options.Plans = Path("plans")) -> int:
    """列出模板和它们的来源。"""
    from ducha.cli.output import show_page
    from ducha.cli.session import open_campaign
    from ducha.render.page import Column, Table
    from ducha.render.papers.templates import find_templates, purpose

    open_campaign(plans)
    columns = (Column("模板", narrowest=8), Column("来源"), Column("内容", narrowest=12))
    rows = [(one.name, "本行动" if one.is_own else "自带", purpose(one)) for one in find_templates(plans)]
    hint = f"替换某个模板：导出后放在“{plans / 'templates'}”里同样的位置，其余仍用自带的。"
    show_page([Table("通报模板", columns, tuple(rows)), hint])
    return 0


@template.command("show", cls=Command, options_metavar="[选项]")
def show_template(
    name: Annotated[str, typer.Argument(metavar="模板", help="模板名称，如bulletin、parts/overall。")],
    plans: options.Plans = Path("plans"),
) -> int:
    """显示某个模板的内容。"""
    from ducha.render.papers.templates import find_template, source

    streams.emit(source(find_template(name, plans)))
    return 0


@template.command("export", cls=Command, options_metavar="[选项]")
def export_templates(
    directory: Annotated[Path, typer.Argument(metavar="目录", help="导出到哪个目录，如plans/templates。")],
    names: Annotated[list[str] | None, typer.Argument(metavar="[模板]…", help="导出哪些模板；不写则全部。")] = None,
    plans: options.Plans = Path("plans"),
) -> int:
    """把模板复制出来修改；已有的文件不覆盖。"""
    from ducha.render.papers.templates import SUFFIX, find_template, find_templates, source
    from ducha.store import write_new

    chosen = [find_template(name, plans) for name in dict.fromkeys(names)] if names else find_templates(plans)
    write_new({directory / f"{one.name}{SUFFIX}": source(one) for one in chosen})
    streams.emit(f"导出了{len(chosen)}个模板，在“{directory}”。\n")
    return 0


@template.command("check", cls=Command, options_metavar="[选项]")
def check_template(
    path: Annotated[Path, typer.Argument(metavar="文件或目录", help="模板文件（*.j2），或放模板的目录。")],
    plans: options.Plans = Path("plans"),
) -> int:
    """用本行动已有的数据试排模板，列出所有毛病：每个模板用它所报的各周、各月、各季度、各半年或各年。"""
    from ducha.assess import on_known_periods
    from ducha.cli.session import load, open_campaign
    from ducha.cli.trials import notice_trials, trials_on
    from ducha.problems import has_errors
    from ducha.render.papers.markdown import find_faults
    from ducha.render.papers.templates import form_cycle, templates_at
    from ducha.render.words.periods import COUNTED

    names, folders = templates_at(path, plans)
    files, campaign = open_campaign(plans)
    loaded = load(files, lambda plan, where: plan)
    faults: dict[str, None] = {}
    tried = []
    for cycle in sorted({form_cycle(name) for name in names}, key=list(COUNTED).index):
        known = list(on_known_periods(campaign, cycle, clock.today()))
        trials = trials_on(campaign, loaded, [name for name in names if form_cycle(name) is cycle], cycle, known)
        faults.update(dict.fromkeys(find_faults(trials, campaign.sample, folders)))
        tried.append(COUNTED[cycle].format(len(known)))
    faults.update(dict.fromkeys(find_faults(notice_trials(campaign, loaded, names), campaign.sample, folders)))
    found = f"{len(faults)}处有误" if faults else "没有问题"
    summary = f"试排了{len(names)}个模板，用了{'、'.join(tried)}的数据和空数据，{found}。"
    streams.emit("\n".join([*faults, summary]) + "\n")
    return 1 if faults or has_errors(loaded.problems) else 0
