"""``ducha schema``: the JSON Schema of the files, for editors."""

from __future__ import annotations

from typing import Annotated

import typer

from ducha.cli import options
from ducha.problems import DuchaError


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[plan|campaign|supervision|projects]", help="方案、行动、督查记录或YAML项目台账的格式。"
        ),
    ] = "plan",
    output: options.Output = None,
) -> int:
    """输出文件格式的JSON Schema，编辑器据此提示键名和说明。"""
    from ducha.cli.output import Destination
    from ducha.model.schema import KINDS, schema_text

    if name not in KINDS:
        *others, last = KINDS
        raise DuchaError(f"没有“{name}”的格式；写{'、'.join(others)}或{last}")
    if output and output.suffix != ".json":
        raise DuchaError(f"“{output}”不是.json文件；-o要写以.json结尾的文件名")
    Destination(output, False, ()).give(schema_text(name))
    return 0
