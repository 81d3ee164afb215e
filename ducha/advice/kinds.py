"""What is not of its kind: a day, a number, an id, one of a few words, a target."""

from __future__ import annotations

import re
from collections.abc import Callable

from ducha.advice import shapes
from ducha.advice.days import advise_day, advise_limit, is_no_day, is_out_of_range
from ducha.advice.keys import field_at, record_at
from ducha.advice.numbers import advise_count
from ducha.advice.widths import is_wide
from ducha.advice.words import advise_choice, advise_flag, advise_id, advise_project
from ducha.advice.wrong import Wrong, value_at
from ducha.model.values import LARGEST_COUNT
from ducha.problems import Problem


def not_a_choice(wrong: Wrong) -> Problem:
    """A word that is none of those allowed."""
    field = field_at(wrong.kind, wrong.path)
    allowed = [word.strip("'") for word in str(wrong.context["expected"]).replace(" or ", ", ").split(", ")]
    hint = advise_choice(wrong.text, allowed, (field.description or "") if field else "")
    return Problem("DC207", f"{wrong.quoted}不是“{wrong.name}”能取的值", hint)


def below(wrong: Wrong) -> Problem:
    """A number under its least."""
    return Problem("DC209", f"“{wrong.name}”不能小于{wrong.context['ge']}", f"写{wrong.context['ge']}或更大的整数")


def above(wrong: Wrong) -> Problem:
    """A number over its most."""
    return Problem("DC209", f"“{wrong.name}”不能大于{wrong.context['le']}", f"写{wrong.context['le']}或更小的整数")


def no_target(wrong: Wrong) -> Problem:
    """A target that is not written one way."""
    if empty := [key for key, value in wrong.value.items() if value is None]:
        return Problem("DC204", f"“{empty[0]}”空着", "填上数字", (empty[0],))
    hint = "at_least、more_than、at_most、equal、between、rank_within写一种，或floor和stretch写一对"
    return Problem("DC210", "目标要写且只写一种", hint)


def between(wrong: Wrong) -> Problem:
    """A range whose ends are the wrong way round."""
    low, high = wrong.value["between"][:2]
    return Problem("DC210", f"between的两端写反了：{low}大于{high}", f"写成[{high}, {low}]", ("between",))


def levels(wrong: Wrong) -> Problem:
    """A floor and a stretch that are the same."""
    hint = "改正其一；只有一个目标的，写成at_least"
    return Problem("DC210", f"保底和力争都是{wrong.value['floor']}，分不出两级", hint, ("stretch",))


def refused_value(code: str, what: str, advise: Callable[[str], str]) -> Callable[[Wrong], Problem]:
    """A value that a reader refused, told by what it should be."""

    def describe(wrong: Wrong) -> Problem:
        wide = "有全角字符，" if wrong.text and is_wide(wrong.text) else ""
        return Problem(code, f"{wrong.quoted}{wide}{what}", shapes.advise_one(wrong) or advise(wrong.text))

    return describe


def no_day(wrong: Wrong) -> Problem:
    """A text that is no day, or a day that no month has."""
    advise = advise_limit if wrong.name in _LIMITS else advise_day
    advice = shapes.advise_one(wrong) or _advise_stretch(wrong) or advise(wrong.text, wrong.year)
    form = "的年份太早或太晚" if is_out_of_range(advice) else "没有写成年-月-日"
    what = "不是实有的日期" if is_no_day(advice) else form
    return Problem("DC205", f"{wrong.quoted}{what}", advice)


def _advise_stretch(wrong: Wrong) -> str:
    """Several days on end where one must be, and the last has a key of its own."""
    record = record_at(wrong.kind, wrong.path[:-1])
    has_end = wrong.name == "day" and record is not None and "until" in record.model_fields
    return "连续几天的，day写第一天，until写最后一天" if has_end and _STRETCH.search(wrong.text) else ""


_STRETCH = re.compile(r"\d[日号]?\s*(?:[至到~～—–、]|-(?=\d+日)).*\d")


def no_count(wrong: Wrong) -> Problem:
    """What is no whole number, or too large a one for any; a key may have its own bounds."""
    field = field_at(wrong.kind, wrong.path)
    bounds = field.metadata if field else []
    least = next((one.ge for one in bounds if hasattr(one, "ge")), 0)
    most = next((one.le for one in bounds if hasattr(one, "le")), LARGEST_COUNT)
    return refused_value("DC206", "不是这里能用的整数", lambda text: advise_count(text, least, most))(wrong)


def no_flag(wrong: Wrong) -> Problem:
    """What is neither true nor false."""
    field = field_at(wrong.kind, wrong.path)
    description = (field.description or "") if field else ""
    return refused_value("DC207", "不是true或false", lambda text: advise_flag(text, description))(wrong)


_LIMITS = ("due", "to", "reply_by")
"""keys of days by which something is to be done, which people write as documents do"""


def no_id(wrong: Wrong) -> Problem:
    """A text that is no id; a reference to something by its title is told the id."""
    lists = {"phase": "phases", "indicator": "indicators"}
    entries = wrong.data.get(lists.get(wrong.name, "")) if isinstance(wrong.data, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and entry.get("title") == wrong.value:
            return Problem("DC208", f"{wrong.quoted}是名称，这里要写编号", f"写成{entry.get('id')}")
    return Problem("DC208", f"{wrong.quoted}不能作编号", _not_taken(wrong, advise_id(wrong.text)))


def _not_taken(wrong: Wrong, advice: str) -> str:
    """The advice, or another where the id that it gives is already that of an entry of the same list.

    An entry has it that is written so, wherever it stands, or one before that will be put right so.
    """
    *lists, own, key = wrong.path if len(wrong.path) > 2 else ("", "", "")
    if key != "id" or not isinstance(own, int) or not advice.startswith("写成"):
        return advice
    for at, entry in enumerate(value_at(wrong.data, tuple(lists))):
        other = entry.get("id") if at != own and isinstance(entry, dict) else None
        if isinstance(other, str) and (f"写成{other}" == advice or (at < own and advise_id(other) == advice)):
            return f"{advice}也与{lists[-1]}第{at + 1}项重复；换一个没有用过的，或删去重复的一处"
    return advice


def no_project(wrong: Wrong) -> Problem:
    """A text that cannot be a project's number."""
    return Problem("DC208", f"{wrong.quoted}不能作项目编号", advise_project(wrong.text))


def whatever(wrong: Wrong) -> Problem:
    """Whatever else a model may refuse."""
    return Problem("DC203", f"“{wrong.name}”的写法不对", "照README的格式说明改写")
