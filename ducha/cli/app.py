"""The commands, and the one seam where whatever stopped the program becomes a line and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated

import typer

import ducha
from ducha.cli import streams
from ducha.cli.chinese import Command, Group, UsageError, describe
from ducha.problems import DuchaError

COMMANDS = (
    "new",
    "status",
    "indicators",
    "show",
    "due",
    "returns",
    "projects",
    "issues",
    "inspections",
    "unit",
    "units",
    "notice",
    "ranking",
    "verify",
    "bulletin",
    "check",
    "explain",
    "when",
    "schema",
    "template",
)
"""Each in the module of its name, in the order of the work."""


def make_app(commands: Iterable[str] = COMMANDS) -> typer.Typer:
    """Return the command line with some of the commands."""
    app = typer.Typer(
        cls=Group,
        add_completion=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        options_metavar="[选项]",
        subcommand_metavar="命令 …",
    )
    app.callback()(_start)
    for name in commands:
        command = getattr(import_module(f"ducha.cli.{name}"), name)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(cls=Command, options_metavar="[选项]")(command)
    return app


def needed(arguments: Sequence[str]) -> Sequence[str]:
    """The command that is called alone, since Typer takes its time over each; all where help may be wanted."""
    if arguments and arguments[0] in COMMANDS:
        return arguments[:1]
    return () if list(arguments) == ["--version"] else COMMANDS


def _print_version(wanted: bool) -> None:
    if wanted:
        streams.emit(f"ducha {ducha.__version__}\n")
        raise typer.Exit


def _start(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="显示版本号。")
    ] = False,
) -> None:
    """督查：从git里的YAML方案文件算出哪些事项到期未完成，生成督查通报。"""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code: 0 fine, 1 problems, 2 usage, 3 a bug in ducha, 130 Ctrl-C."""
    streams.prepare()
    try:
        return make_app(needed(arguments))(args=list(arguments), prog_name="ducha", standalone_mode=False) or 0
    except UsageError as fault:
        if type(fault).__name__ == "NoArgsIsHelpError":
            return 2  # the help has been shown
        streams.complain(f"ducha：{describe(fault)}")
        return 2
    except DuchaError as fault:
        streams.complain(f"ducha：{fault}")
        return fault.exit_code
    except KeyboardInterrupt:
        return 130
    except Exception:
        import traceback

        traceback.print_exc(file=sys.stderr)
        streams.complain("ducha：程序内部错误，请把以上内容连同所用命令报告给维护者")
        return 3
