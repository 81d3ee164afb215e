"""The kinds of value a field holds. Plan files give text only; what a kind does not take is refused by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

Strength = Literal["strive", "ensure", "must"]
"""力争 / 确保 / 必须; an order without any such word counts as ``must``."""

Qualifier = Literal["左右", "近", "以上", "至少"]

_Value = TypeVar("_Value")

YEARS = range(1900, 2200)
"""the years that a day, a month or a period can be in"""
_DAY = re.compile(r"(19|20|21)\d{2}-\d{2}-\d{2}", re.ASCII)
_YEAR = re.compile(r"(19|20|21)\d{2}", re.ASCII)
_MONTH = re.compile(r"(19|20|21)\d{2}-(0[1-9]|1[0-2])", re.ASCII)
PERIOD = r"(19|20|21)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-Q[1-4]|-H[12]|-W(0[1-9]|[1-4]\d|5[0-3]))?"
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
AMOUNT = r"\d{1,15}(\.\d{1,6})?"
_COUNT = re.compile(r"\d{1,6}", re.ASCII)
LARGEST_COUNT = 999_999
_FLAG = re.compile("true|false")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""as spreadsheet programs abbreviate them"""
PROJECT = (
    rf"(?!\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}-({'|'.join(MONTHS)})$|({'|'.join(MONTHS)})-\d{{1,2}}$)"  # made of 12-3
    r"[0-9A-Za-z\u4e00-\u9fff]+([-.][0-9A-Za-z\u4e00-\u9fff]+)*"
)

_EXPECTED = {
    "day": "应是实有的日期，写成2013-06-30这样的年-月-日",
    "number": "应是数字，如2000或15.7，不带单位和分隔符",
    "amount": "应是金额，如2000或15.7，不带单位和分隔符",
    "count": "应是整数",
    "year": "应是四位数的年份，如2013",
    "month": "应是月份，写成2013-06这样的年-月",
    "period": "应是一期的名称，写成2013-06、2013-Q2、2013-H1、2013、2013-W26或2013-06-25",
    "flag": "应是true或false",
    "project": "应是项目编号，如12、12-3，只用汉字、字母、数字、连字符和点",
}
"""kind of value → what it takes"""


class Record(BaseModel):
    """What every record is: closed (an unknown key is an error) and unchangeable."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def refused(kind: str) -> PydanticCustomError:
    """Return the error for a value a field does not take; what to write instead is ``ducha.advice``'s to say."""
    return PydanticCustomError(kind, "refused")


def _reader(kind: str, pattern: re.Pattern[str], convert: Callable[[str], _Value]) -> Callable[[Any], _Value]:
    def read(value: Any) -> _Value:
        if isinstance(value, str) and pattern.fullmatch(value):
            try:
                return convert(value)
            except ValueError:
                pass
        raise refused(kind)

    vars(read).update(pattern=pattern.pattern, expected=_EXPECTED[kind])  # what the JSON Schema says of it
    return read


Day = Annotated[date, BeforeValidator(_reader("day", _DAY, date.fromisoformat))]
Number = Annotated[Decimal, BeforeValidator(_reader("number", _NUMBER, Decimal))]
Amount = Annotated[Decimal, BeforeValidator(_reader("amount", re.compile(AMOUNT, re.ASCII), Decimal))]
"""money, never below nothing"""
Count = Annotated[int, BeforeValidator(_reader("count", _COUNT, int))]
Year = Annotated[int, BeforeValidator(_reader("year", _YEAR, int))]
Month = Annotated[str, BeforeValidator(_reader("month", _MONTH, str))]
"""a calendar month as it is written: ``2013-06``"""
PeriodName = Annotated[str, BeforeValidator(_reader("period", re.compile(PERIOD, re.ASCII), str))]
"""a period of a duty: month ``2013-06``, quarter ``2013-Q2``, half-year ``2013-H1``, year ``2013``, ISO week
``2013-W26``, or the last day ``2013-06-25`` of a shorter one"""
Flag = Annotated[bool, BeforeValidator(_reader("flag", _FLAG, lambda text: text == "true"))]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
ProjectId = Annotated[str, BeforeValidator(_reader("project", re.compile(PROJECT, re.ASCII), str))]
"""what an office calls a project, by which everybody knows its row: 12, 12-3"""
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]


def plan_of(name: str) -> str:
    """Return the plan's id in that of a plan or of anything in it: land in land, land/quota, land/quota@2013-06-30."""
    return name.partition("/")[0]


def short_form(key: str) -> BeforeValidator:
    """Let a record be written as the bare value of one of its keys: ``done: 2013-06-18``."""

    def read(value: Any) -> Any:
        return {key: value} if isinstance(value, str) else value

    vars(read).update(short_for=key)
    return BeforeValidator(read)


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else () if value is None else value


vars(_listed).update(takes_one=True)

Names = Annotated[tuple[Text, ...], BeforeValidator(_listed)]
"""Names of units or offices; a single one may be written without brackets."""

Days = Annotated[tuple[Day, ...], BeforeValidator(_listed)]
"""Days; a single one may be written without brackets."""
