"""Typer's help and usage errors in Chinese."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

UsageError: type[Exception] = typer.BadParameter.__bases__[0]
"""what Typer raises for wrong arguments; Typer itself exports only this subclass"""

_HELP = "显示本帮助。"


class _Chinese:
    """Overrides the few words that Typer writes itself."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _HELP
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from typer import rich_utils

        rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
        rich_utils.OPTIONS_PANEL_TITLE = "选项"
        rich_utils.COMMANDS_PANEL_TITLE = "命令"
        rich_utils.REQUIRED_LONG_STRING = "[必填]"
        rich_utils.DEFAULT_STRING = "[默认：{}]"
        rich_utils.ENVVAR_STRING = "[环境变量：{}]"
        super().format_help(ctx, formatter)  # type: ignore[misc]


class Command(_Chinese, TyperCommand):
    """A command whose help reads in Chinese."""


class Group(_Chinese, TyperGroup):
    """A group of commands whose help reads in Chinese, listed in the order of the work."""


_QUOTED = re.compile(r"'([^']*)'|\(([^()]*)\)$|(--?[\w-]+)")

_SENTENCES = (
    ("No such command", "没有命令“{}”；可用的命令见{path} --help"),
    ("Missing command", "缺少命令；可用的命令见{path} --help"),
    ("requires", "选项“{}”后面缺少内容"),
    ("does not take a value", "选项“{}”后面不能带内容"),
    ("unexpected extra argument", "多出的内容“{}”"),
)


def describe(fault: Exception) -> str:
    """Return a usage error as one Chinese line."""
    kind = type(fault).__name__
    if kind == "NoSuchOption":
        near = getattr(fault, "possibilities", None) or ()
        suggestion = f"；你是否想写{'、'.join(sorted(near))}" if near else ""
        return f"没有选项“{getattr(fault, 'option_name', '')}”{suggestion}"
    if kind == "MissingParameter":
        param = getattr(fault, "param", None)
        is_argument = getattr(param, "param_type_name", "") == "argument"
        return f"缺少{param.metavar if param and is_argument else '/'.join(getattr(param, 'opts', ()))}"
    message = str(getattr(fault, "message", fault))
    for english, chinese in _SENTENCES:
        if english in message:
            found = _QUOTED.search(message)
            path = getattr(getattr(fault, "ctx", None), "command_path", "ducha")
            return chinese.format(next(filter(None, found.groups()), "") if found else "", path=path)
    return message
