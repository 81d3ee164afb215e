"""What libyaml stumbled over, as an official can see and mend it: each kind of slip with its own words and place."""

from __future__ import annotations

import re
from collections.abc import Callable

from yaml import YAMLError

from ducha.store.syntax.faults import Fault, Mark
from ducha.store.syntax.slip import Slip, in_quotes, quoted
from ducha.store.syntax.text import Lines

_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_BREAKS = "\x85\u2028\u2029"


def find_unspeakable(text: str) -> Fault | None:
    """Return the first character that no plan may hold: YAML refuses it, or nobody sees that it ends a line."""
    if not (found := _UNSPEAKABLE.search(text)):
        return None
    what = "看不见的换行符" if found[0] in _BREAKS else "不成字的字符"
    mark = Mark(*Lines(text[: found.start()]).place(found.start()))
    return Fault("DC103", f"有{what}（U+{ord(found[0]):04X}）", "删去该字符，需要时重新输入", mark)


def find_syntax_fault(text: str, error: YAMLError) -> Fault:
    """Return what is wrong where libyaml gave up."""
    slip = Slip(text, error)
    if wide := slip.find_wide():
        return wide
    return next(fault for rule in _RULES if (fault := rule(slip)))


def _open_quote(slip: Slip) -> Fault | None:
    opening = slip.find_open_quote() if slip.is_quoted else None
    return slip.local("引号没有配对", "补上后一个引号；不需要引号的删去", opening) if opening else None


def _tab(slip: Slip) -> Fault | None:
    if slip.character == "\t" and not slip.is_first:
        return slip.local("这里有制表符（Tab）", "改用空格")
    indent = re.match(r"[ \t]*", slip.line)
    if indent and "\t" in indent.group():
        mark = Mark(slip.mark.line, indent.group().index("\t") + 1)
        return slip.fault("缩进里有制表符（Tab）", "改用空格，与同一层的行左边对齐", mark)
    return None


def _bullet(slip: Slip) -> Fault | None:
    """What a word processor makes of a dash."""
    for number in (slip.mark.line, slip.mark.line - 1, slip.began.line):
        line = slip.lines[number - 1] if number else ""
        found = re.match(r"\s*(?P<sign>[•·●▪■◆–—－]|\*(?=\s))\s*(?:[^\s:]+:|\{)", line)
        if found:
            return slip.fault(f"列表不能用“{found['sign']}”", "改成“- ”开头", Mark(number, found.start("sign") + 1))
    return None


_GLUED = r"([A-Za-z_]+) *:([^\s/]\S*)"
"""a key whose colon no blank follows, or one stands before"""


def _glued(slip: Slip, mark: Mark, found: re.Match[str]) -> Fault:
    return slip.local(f"“{found[1]}”的冒号位置不对", f"写成“{found[1]}: {found[2]}”", mark, length=0)


def _no_colon(slip: Slip) -> Fault | None:
    if "could not find expected ':'" not in slip.problem:
        return None
    written = slip.text_from(slip.began)
    if glued := re.match(_GLUED, written):
        return _glued(slip, slip.began, glued)
    if apart := re.match(r"([A-Za-z_]+)[\s;；,，=＝]+(\S.*)", written):
        hint = f"写成“{apart[1]}: {apart[2]}”" if len(apart[2]) < 30 else f"写成“{apart[1]}: …”"
        return slip.local(f"“{apart[1]}”后面没有冒号", hint, slip.began, length=0)
    hint = "写成“名称: 值”；如是上一行的续行，要缩进或给整个值加引号"
    return slip.local(f"{quoted(written)}没有冒号，不成一项", hint, slip.began, length=0)


def _no_blank_after_dash(slip: Slip) -> Fault | None:
    for number in (slip.mark.line, slip.mark.line - 1):
        line = slip.lines[number - 1] if number else ""
        if found := re.match(r"\s*-(?=[A-Za-z_\u4e00-\u9fff\[{])", line):
            return slip.fault("列表的“-”后没有空格", "写成“- ”开头", Mark(number, found.end()))
    return None


def _dash_after_key(slip: Slip) -> Fault | None:
    if "block sequence entries are not allowed" not in slip.problem:
        return None
    return slip.local("“- ”不能和键写在同一行", "一项的，删去“-”；几项的，每项另起一行，以“- ”开头")


def _glued_in_brackets(slip: Slip) -> Fault | None:
    if "unexpected ':'" not in slip.problem:
        return None
    return slip.local("冒号后面缺少空格或内容", "冒号后空一格，再写内容；没有内容就删去这一键")


def _second_colon(slip: Slip) -> Fault | None:
    """A colon and a blank where a value already stands: on this line, or on the one before."""
    if slip.character != ":" or slip.is_first or slip.began.line < slip.mark.line:
        return None
    before = slip.line[: slip.mark.column - 1]
    if ": " not in before and "{" not in before:
        return _too_deep(slip, before)
    if forgotten := re.search(r"[^\s,，{]\s+([a-z_]+)$", before):
        hint = f"在“{forgotten[1]}”前面补逗号，或另起一行"
        mark = Mark(slip.mark.line, forgotten.start(1) + 1)
        return slip.local(f"“{forgotten[1]}”前面没有断开", hint, mark, length=len(forgotten[1]))
    if re.fullmatch(r"\s*- \{ *[a-z_]+", before):
        return _list_without_key(slip)
    value = before.rpartition(": ")[2].strip() + slip.text_from(slip.mark)
    if "{" in before:
        value = re.split(r"[,，] *[a-z_]+:|[}\]]", value)[0]
    return slip.local("值里又有一个冒号加空格", in_quotes(value.rstrip()))


def _list_without_key(slip: Slip) -> Fault:
    start = Mark(slip.mark.line, len(slip.line) - len(slip.line.lstrip()) + 1)
    hint = "列表的上一行写它的键，如“phases:”；不是列表的，删去“- ”"
    return slip.fault("列表上面没有它的键", hint, start, length=0)


def _too_deep(slip: Slip, before: str) -> Fault:
    if glued := re.match(rf"\s*(?:- +)*{_GLUED}", slip.above):
        return _glued(slip, Mark(slip.mark.line - 1, glued.start(1) + 1), glued)
    if before.lstrip().startswith("- "):
        return _list_without_key(slip)
    start = Mark(slip.mark.line, len(before) - len(before.lstrip()) + 1)
    hint = "与上一行同一层的，左边对齐；是上一行的下层，上一行冒号后不写值"
    return slip.fault("这一行缩进得比上一行多，可上一行已经有值", hint, start, length=0)


def _unclosed_at_the_end(slip: Slip) -> Fault | None:
    opening = slip.find_open_bracket() if "node content" in slip.problem and not slip.character else None
    return slip.local("括号没有配对", "补上后一个括号，或删去前一个", opening) if opening else None


def _special_start(slip: Slip) -> Fault | None:
    """A value that begins with a sign of YAML's own."""
    mark = slip.mark
    if not re.search(r"cannot start any token|node content", slip.problem):
        if not re.search(r"alias|tag|anchor|block scalar", slip.context):
            return None
        mark = slip.began
    rest = slip.text_from(mark)
    sign = rest[:1]
    if least := re.match(r">\s*(\d+)", rest):
        return slip.local("值不能以“>”开头", f"写成{least[1]}，意思就是不少于{least[1]}", mark)
    if sign in (",", "]", "}"):
        return slip.local(f"“{sign}”前面缺少内容", "补上内容，或删去多余的符号", mark)
    value = re.split(r"[,，] *[a-z_]+:|[}\]]", rest)[0] if "{" in slip.lines[mark.line - 1] else rest
    return slip.local(f"值不能以“{sign}”开头", in_quotes(value.rstrip()), mark)


def _unclosed(slip: Slip) -> Fault | None:
    if "flow" in slip.context:
        return _unclosed_bracket(slip)
    if "quoted scalar" in slip.context and "stream" in slip.problem:
        return slip.local("引号没有配对", "补上后一个引号；不需要引号的删去", slip.began)
    return None


def _unclosed_bracket(slip: Slip) -> Fault:
    rest = slip.text_from(slip.began)
    opening, closing = rest[:1], {"[": "]", "{": "}"}.get(rest[:1], "]")
    if slip.character in ("]", "}") and slip.mark.line == slip.began.line and not slip.closes_outer:
        return slip.local(f"“{opening}”不能用“{slip.character}”配对", f"改成“{closing}”")
    if rest.rstrip().endswith(closing):
        signs = "“[”“]”“{”“}”、引号或“ #”"
        return slip.local("括号里有一个值带着另有含义的符号", f"给带有{signs}的值加引号", slip.began)
    return slip.local(f"“{opening}”没有配对的“{closing}”", f"补上“{closing}”，或检查括号里的逗号和冒号", slip.began)


def _escape(slip: Slip) -> Fault | None:
    if "quoted scalar" not in slip.context:
        return None
    return slip.local("双引号里的反斜杠（\\）另有含义", "换成单引号，或把反斜杠写两遍")


def _indent_or_rest(slip: Slip) -> Fault | None:
    if not re.search(r"expected (key|'-' indicator)", slip.problem):
        return None
    if opening := slip.find_open_quote():
        return slip.local("引号没有配对", "补上后一个引号；不需要引号的删去", opening)
    if slip.is_first:
        hint = "同一层的行左边对齐；列表的每一项以“- ”开头，下面的键与第一个键对齐"
        return slip.fault("缩进与上面各行对不上", hint, length=0)
    rest = slip.text_from(slip.mark)
    if rest.strip() in (",", "，", ";"):
        return slip.local("行末的逗号多余", "删去它", length=1)
    return slip.local(f"{quoted(rest)}多余", "以引号或括号开头的值，要给整个值加引号；多余的括号删去", length=0)


def _whatever(slip: Slip) -> Fault:
    hint = "检查本行和上一行的缩进、冒号、引号和括号；值里有特殊符号时加引号"
    return slip.fault("YAML写法有误", hint, length=0)


_RULES: tuple[Callable[[Slip], Fault | None], ...] = (
    _open_quote,
    _tab,
    _bullet,
    _no_colon,
    _no_blank_after_dash,
    _dash_after_key,
    _glued_in_brackets,
    _second_colon,
    _unclosed_at_the_end,
    _special_start,
    _unclosed,
    _escape,
    _indent_or_rest,
    _whatever,
)
