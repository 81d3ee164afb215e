"""What libyaml stumbled over, as an official can see and mend it: each kind of slip with its own words and place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from yaml import YAMLError

from ducha.store.faults import Fault, Mark
from ducha.store.text import Lines, lines_of
from ducha.store.widths import find_wide

_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_BREAKS = "\x85\u2028\u2029"
_LOOK_BACK = 40
"""lines above a slip that are searched for its cause"""


def find_unspeakable(text: str) -> Fault | None:
    """Return the first character that no plan may hold: YAML refuses it, or nobody sees that it ends a line."""
    found = _UNSPEAKABLE.search(text)
    return no_character(text, found.start()) if found else None


def no_character(text: str, at: int) -> Fault:
    """Return the fault of a character that stands for nothing."""
    mark = Mark(*Lines(text[:at]).place(at))
    number = f"U+{ord(text[at]):04X}"
    what = "看不见的换行符" if text[at] in _BREAKS else "不成字的字符"
    return Fault("DC103", f"有{what}（{number}）", "删去该字符，需要时重新输入", mark)


def find_syntax_fault(text: str, error: YAMLError) -> Fault:
    """Return what is wrong where libyaml gave up."""
    slip = _Slip(text, error)
    if wide := slip.find_wide():
        return wide
    return next(fault for rule in _RULES if (fault := rule(slip)))


class _Slip:
    """Where libyaml gave up (``mark``), what it was about then (``context``) and the lines there."""

    def __init__(self, text: str, error: Any) -> None:
        self.lines = lines_of(text)
        self.problem = str(getattr(error, "problem", None) or "")
        self.context = str(getattr(error, "context", None) or "")
        self.mark = self._place(getattr(error, "problem_mark", None))
        self.began = self._place(getattr(error, "context_mark", None)) or self.mark

    def _place(self, mark: Any) -> Mark:
        if mark is None or mark.line >= len(self.lines):
            return Mark(len(self.lines), len(self.lines[-1]) + 1)
        return Mark(mark.line + 1, mark.column + 1)

    @property
    def line(self) -> str:
        """The line where libyaml gave up."""
        return self.lines[self.mark.line - 1]

    @property
    def character(self) -> str:
        """What stands where libyaml gave up, nothing at the end of a line."""
        return self.line[self.mark.column - 1 : self.mark.column]

    @property
    def is_first(self) -> bool:
        """Whether only blanks stand before it on its line."""
        return not self.line[: self.mark.column - 1].strip()

    @property
    def closes_outer(self) -> bool:
        """Whether the bracket there closes one that was opened further left, past the one it was about."""
        opener = {"]": "[", "}": "{"}[self.character]
        outer = self.line[: self.began.column - 1]
        return outer.count(opener) > outer.count(self.character)

    def find_wide(self) -> Fault | None:
        """A full-width sign that YAML does not know, on the lines it may have been misled by."""
        near = {self.mark.line, max(1, self.mark.line - 1)}
        if "block" not in self.context:
            near.add(self.began.line)
        for number in sorted(near):
            if wide := find_wide(self.lines[number - 1]):
                return Fault("DC107", wide.message, wide.hint, Mark(number, wide.column))
        return None

    def find_open_quote(self) -> Mark | None:
        """The quote of a value above that was closed only by the next value's own."""
        for number in range(self.mark.line - 1, max(0, self.mark.line - _LOOK_BACK), -1):
            found = re.match(r"\s*(?:- +)*[^\s:'\"]+: +(?P<sign>['\"])", self.lines[number - 1])
            if found and self.lines[number - 1].count(found["sign"]) % 2:
                return Mark(number, found.start("sign") + 1)
        return None

    def find_open_bracket(self) -> Mark | None:
        """The last bracket above the end of the text that nothing closes."""
        for number in range(len(self.lines), max(0, len(self.lines) - _LOOK_BACK), -1):
            opened: list[int] = []
            for at, sign in enumerate(self.lines[number - 1]):
                if sign in "[{":
                    opened.append(at)
                elif sign in "]}" and opened:
                    opened.pop()
            if opened:
                return Mark(number, opened[-1] + 1)
        return None

    def fault(self, message: str, hint: str, mark: Mark | None = None, length: int = 1) -> Fault:
        """A fault of syntax there, or at a mark."""
        return Fault("DC103", message, hint, (mark or self.mark)._replace(length=length))


def _tab(slip: _Slip) -> Fault | None:
    if slip.character == "\t" and not slip.is_first:
        return slip.fault("这里有制表符（Tab）", "改用空格")
    indent = re.match(r"[ \t]*", slip.line)
    if indent and "\t" in indent.group():
        mark = Mark(slip.mark.line, indent.group().index("\t") + 1)
        return slip.fault("缩进里有制表符（Tab）", "改用空格，与同一层的行左边对齐", mark)
    return None


def _no_colon(slip: _Slip) -> Fault | None:
    if "could not find expected ':'" not in slip.problem:
        return None
    written = slip.lines[slip.began.line - 1][slip.began.column - 1 :]
    if glued := re.match(_GLUED, written):
        return _glued(slip, slip.began, glued)
    hint = "写成“名称: 值”；如是上一行的续行，要缩进或给整个值加引号"
    return slip.fault(f"“{written}”没有冒号，不成一项", hint, slip.began, length=0)


def _bullet(slip: _Slip) -> Fault | None:
    """What a word processor makes of a dash."""
    for number in (slip.mark.line, slip.mark.line - 1, slip.began.line):
        found = re.match(r"\s*(?P<sign>[•·●▪■◆–—－*])\s+[^\s:]+:", slip.lines[number - 1] if number else "")
        if found:
            return slip.fault(f"列表不能用“{found['sign']}”", "改成“- ”开头", Mark(number, found.start("sign") + 1))
    return None


def _no_blank_after_dash(slip: _Slip) -> Fault | None:
    for number in (slip.mark.line, slip.mark.line - 1):
        line = slip.lines[number - 1] if number else ""
        if found := re.match(r"\s*-(?=[A-Za-z_\u4e00-\u9fff\[{])", line):
            return slip.fault("列表的“-”后没有空格", "写成“- ”开头", Mark(number, found.end()))
    return None


def _second_colon(slip: _Slip) -> Fault | None:
    """A colon and a blank where a value already stands: on this line, or on the one before."""
    if slip.character != ":" or slip.is_first or slip.began.line < slip.mark.line:
        return None
    before = slip.line[: slip.mark.column - 1]
    if ": " not in before and "{" not in before:
        return _too_deep(slip, before)
    if forgotten := re.search(r"\s([a-z_]+)$", before):
        hint = f"在“{forgotten[1]}”前面补逗号，或另起一行"
        return slip.fault(f"“{forgotten[1]}”前面没有断开", hint, Mark(slip.mark.line, forgotten.start(1) + 1), length=0)
    value = before.rpartition(": ")[2].strip() + slip.line[slip.mark.column - 1 :].rstrip("}").rstrip()
    return slip.fault("值里又有一个冒号加空格", f'给整个值加引号，写成"{value}"')


def _too_deep(slip: _Slip, before: str) -> Fault:
    above = slip.lines[slip.mark.line - 2] if slip.mark.line > 1 else ""
    if glued := re.match(rf"\s*(?:- +)*{_GLUED}", above):
        return _glued(slip, Mark(slip.mark.line - 1, glued.start(1) + 1), glued)
    start = Mark(slip.mark.line, len(before) - len(before.lstrip()) + 1)
    hint = "与上一行同一层的，左边对齐；是上一行的下层，上一行冒号后不写值"
    return slip.fault("这一行缩进得比上一行多，可上一行已经有值", hint, start, length=0)


_GLUED = r"([A-Za-z_]+):([^\s/]\S*)"
"""a key whose colon no blank follows"""


def _glued(slip: _Slip, mark: Mark, found: re.Match[str]) -> Fault:
    return slip.fault(f"“{found[1]}:”的冒号后没有空格", f"写成“{found[1]}: {found[2]}”", mark, length=0)


def _unclosed(slip: _Slip) -> Fault | None:
    if "flow" in slip.context:
        opening = slip.lines[slip.began.line - 1][slip.began.column - 1 : slip.began.column]
        closing = {"[": "]", "{": "}"}.get(opening, "]")
        if slip.character in ("]", "}") and slip.mark.line == slip.began.line and not slip.closes_outer:
            return slip.fault(f"“{opening}”不能用“{slip.character}”配对", f"改成“{closing}”")
        hint = f"补上“{closing}”，或检查括号里的逗号和冒号"
        return slip.fault(f"“{opening}”没有配对的“{closing}”", hint, slip.began)
    if "quoted scalar" in slip.context and "stream" in slip.problem:
        return slip.fault("引号没有配对", "补上后一个引号；不需要引号的删去", slip.began)
    return None


def _unclosed_at_the_end(slip: _Slip) -> Fault | None:
    opening = slip.find_open_bracket() if "node content" in slip.problem and not slip.character else None
    return slip.fault("括号没有配对", "补上后一个括号，或删去前一个", opening) if opening else None


def _glued_in_brackets(slip: _Slip) -> Fault | None:
    if "unexpected ':'" not in slip.problem:
        return None
    return slip.fault("冒号后面缺少空格或内容", "冒号后空一格，再写内容；没有内容就删去这一键")


def _escape(slip: _Slip) -> Fault | None:
    if "quoted scalar" not in slip.context:
        return None
    return slip.fault("双引号里的反斜杠（\\）另有含义", "换成单引号，或把反斜杠写两遍")


def _special_start(slip: _Slip) -> Fault | None:
    """A value that begins with a sign of YAML's own."""
    if not re.search(r"cannot start any token|node content", slip.problem):
        if not re.search(r"alias|tag|anchor|block scalar", slip.context):
            return None
        sign, mark = slip.lines[slip.began.line - 1][slip.began.column - 1 : slip.began.column], slip.began
    else:
        sign, mark = slip.character, slip.mark
    if sign == ">" and (least := re.match(r">\s*(\d+)", slip.lines[mark.line - 1][mark.column - 1 :])):
        return slip.fault("值不能以“>”开头", f"写成{least[1]}，意思就是不少于{least[1]}", mark)
    if sign in _ENDS:
        return slip.fault(f"“{sign}”前面缺少内容", "补上内容，或删去多余的符号", mark)
    return slip.fault(f"值不能以“{sign}”开头", "给整个值加引号", mark)


_ENDS = (",", "]", "}")


def _indent_or_rest(slip: _Slip) -> Fault | None:
    if not re.search(r"expected (key|'-' indicator)", slip.problem):
        return None
    if opening := slip.find_open_quote():
        return slip.fault("引号没有配对", "补上后一个引号；不需要引号的删去", opening)
    if slip.is_first:
        hint = "同一层的行左边对齐；列表的每一项以“- ”开头"
        return slip.fault("缩进与上面各行对不上", hint, length=0)
    rest = slip.line[slip.mark.column - 1 :]
    return slip.fault(f"“{rest}”多余", "以引号或括号开头的值，要给整个值加引号；多余的括号删去", length=0)


def _whatever(slip: _Slip) -> Fault:
    hint = "检查本行和上一行的缩进、冒号、引号和括号；值里有特殊符号时加引号"
    return slip.fault("YAML写法有误", hint, length=0)


_RULES: tuple[Callable[[_Slip], Fault | None], ...] = (
    _tab,
    _bullet,
    _no_colon,
    _no_blank_after_dash,
    _glued_in_brackets,
    _second_colon,
    _unclosed_at_the_end,
    _special_start,
    _unclosed,
    _escape,
    _indent_or_rest,
    _whatever,
)
