"""What stops a template, as one line in Chinese with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from ducha.problems import TemplateFault, system_reason
from ducha.render.papers.filters import FILTERS


def refuse(fault: Exception, name: str, folders: Sequence[Path]) -> NoReturn:
    """Raise whatever stopped the template of a name as a TemplateFault with its place."""
    if isinstance(fault, TemplateNotFound):
        raise TemplateFault(f"模板{name}引用的模板“{fault.name}”不存在") from None
    if isinstance(fault, TemplateSyntaxError):
        raise TemplateFault(f"模板{fault.name or name}:{fault.lineno}：写法有误：{_in_chinese(fault)}") from None
    if isinstance(fault, OSError):
        raise TemplateFault(f"模板{name}读不了：{system_reason(fault)}") from None
    if isinstance(fault, UnicodeDecodeError):
        raise TemplateFault(f"模板{name}或它引用的部分不是UTF-8编码；请用编辑器另存为UTF-8") from None
    raise TemplateFault(f"模板{_line_of(fault, name, folders)}：{_reason(fault)}") from None


_SYNTAX = (
    (
        re.compile(r"Unexpected end of template.*needs to be closed is '(\w+)'", re.DOTALL),
        "“{}”没有对应的结束标记",
    ),
    (re.compile(r"Unexpected end of template"), "模板没有写完，缺少结束标记"),
    (re.compile(r"Encountered unknown tag '(\w+)'"), "没有“{}”这种标记，或者多了一个结束标记"),
    (re.compile(r"No filter named '(\w+)'"), "没有过滤器“{}”；可用：" + "、".join(FILTERS) + "，以及Jinja自带的"),
    (re.compile(r"No test named '(\w+)'"), "没有判断“{}”"),
    (re.compile(r"expected token 'end of (?:print statement|statement block)', got '(.+?)'"), "“{}”在这里多余"),
    (re.compile(r"expected token '(.+?)', got '(.+?)'"), "这里应是“{}”，却是“{}”"),
    (re.compile(r"unexpected char '(.)'"), "花括号里不能有“{}”；引号和逗号要用半角"),
    (re.compile(r"expected name or number"), "点号后面缺少名称"),
)
"""what Jinja says of a template's writing → the same in Chinese"""


def _in_chinese(fault: TemplateSyntaxError) -> str:
    for pattern, chinese in _SYNTAX:
        if found := pattern.search(fault.message or ""):
            return chinese.format(*found.groups())
    return fault.message or ""


_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (MemoryError, "要排的内容太大，内存不够"),
    (RecursionError, "宏或模板自己引用自己，一层套一层没有尽头"),
    (ZeroDivisionError, "除数是零"),
    (OverflowError, "数字太大，或循环的次数太多"),
    (TypeError, "值的种类不对，这里用不上"),
    (AttributeError, "值的种类不对，这里用不上"),
)
"""what a template meets as it runs → the same in Chinese"""


def _reason(fault: Exception) -> str:
    """Why a template stopped as it ran; Python's and Jinja's own words stand behind, for who writes templates."""
    said = str(fault)
    if isinstance(fault, UndefinedError):
        return said
    known = next((chinese for kind, chinese in _REASONS if isinstance(fault, kind)), None)
    told = known or next((p[1].format(*found.groups()) for p in _SYNTAX if (found := p[0].search(said))), "排不出来")
    return f"{told}（{said}）" if said else told


def _line_of(fault: Exception, name: str, folders: Sequence[Path]) -> str:
    """The innermost ``template:line`` of the traceback, which Jinja maps to the template's own lines."""
    place = name
    trace = fault.__traceback__
    while trace:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.suffix == ".j2":
            within = next((path.relative_to(folder) for folder in folders if path.is_relative_to(folder)), path)
            place = f"{within.as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
