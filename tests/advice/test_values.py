"""A value that was refused to what should have been written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ducha.advice.days import (
    advise_day,
    advise_limit,
    advise_month,
    advise_period,
    advise_phrase,
    advise_year,
    find_day,
)
from ducha.advice.numbers import advise_amount, advise_count, advise_number
from ducha.advice.words import advise_choice, advise_flag, advise_id, advise_project
from ducha.model import Item
from ducha.model.inspection import Inspection

ANNOUNCED = Inspection.model_fields["announced"].description or ""
STRENGTH = Item.model_fields["strength"].description or ""

CUT = "金额前面不写0：多半是千分位分隔符"


@pytest.mark.parametrize(
    ("advise", "written", "advice"),
    [
        (advise_day, "2026-6-30", "写成2026-06-30"),
        (advise_day, "2026/6/30", "写成2026-06-30"),
        (advise_day, "20260630", "写成2026-06-30"),
        (advise_day, "2026年6月30日", "写成2026-06-30"),
        (advise_day, "2026.6.30", "写成2026-06-30"),
        (advise_day, "２０２６-０６-３０", "写成2026-06-30"),
        (advise_day, "2026—06—30", "写成2026-06-30"),
        (advise_day, "2013-02-30", "2013年2月只有28天，最后一天是2013-02-28"),
        (advise_day, "2012-02-30", "2012年2月只有29天，最后一天是2012-02-29"),
        (advise_day, "2013-13-01", "没有13月，月份是01至12"),
        (advise_day, "2013-06-00", "没有0日，日期从01起"),
        (advise_day, "6月18日", "写全年份，如2013-06-18"),
        (lambda text: advise_day(text, 2013), "6月18日", "写成2013-06-18"),
        (lambda text: advise_day(text, 2013), "2月30日", "2013年2月只有28天，最后一天是2013-02-28"),
        (lambda text: advise_day(text, 2013), "6月底", "写成2013-06-30这样的年-月-日"),
        (lambda text: advise_limit(text, 2013), "6月底", "写成2013-06-30"),
        (lambda text: advise_limit(text, 2013), "7月20日前", "写成2013-07-20"),
        (lambda text: advise_limit(text, 2013), "7月份前", "写成2013-06-30或2013-07-31"),
        (lambda text: advise_limit(text, 2013), "2013/7/20", "写成2013-07-20"),
        (lambda text: advise_limit(text, 2013), "尽快", "写成2013-06-30这样的年-月-日"),
        (lambda text: advise_limit(text, 2013), "每月25日前", "写成2013-06-30这样的年-月-日"),
        (lambda text: advise_limit(text, None), "6月底", "写成2013-06-30这样的年-月-日"),
        (advise_day, "2013-06", "要写到日，如2013-06-30"),
        (advise_day, "昨天", "写成2013-06-30这样的年-月-日"),
        (advise_day, "", "写成2013-06-30这样的年-月-日"),
        (advise_day, "0013-06-30", "年份要在1900至2199之间"),
        (advise_day, "9999年12月31日", "年份要在1900至2199之间"),
        (lambda text: advise_limit(text, 2013), "2999年6月底", "年份要在1900至2199之间"),
        (
            advise_day,
            "41426",
            "像是表格软件的日期序号，按1900日期系统是2013-06-01：把格式设为年-月-日，或写成2013-06-01",
        ),
        (
            advise_day,
            "36526.75",
            "像是表格软件的日期序号，按1900日期系统是2000-01-01：把格式设为年-月-日，或写成2000-01-01",
        ),
        (advise_day, "36525", "写成2013-06-30这样的年-月-日"),
        (advise_day, "73051", "写成2013-06-30这样的年-月-日"),
        (advise_month, "1899-06", "年份要在1900至2199之间"),
        (advise_year, "9999", "年份要在1900至2199之间"),
        (advise_period, "2200-Q1", "年份要在1900至2199之间"),
        (advise_period, "2199年", "写成2199"),
        (advise_month, "2013-6", "写成2013-06"),
        (advise_month, "2013年6月份", "写成2013-06"),
        (advise_month, "201306", "写成2013-06"),
        (advise_month, "2013-06-30", "写成2013-06"),
        (advise_month, "2013-13", "没有13月，月份是01至12"),
        (advise_month, "六月", "写成2013-06这样的年-月"),
        (advise_year, "2013年", "写成2013"),
        (advise_year, "２０１３", "写成2013"),
        (advise_year, "20133", "写四位数字，如2013"),
        (advise_number, "２０００", "写成2000"),
        (advise_number, "2,000", "不写千分位分隔符，写成2000"),
        (advise_number, "2，000", "不写千分位分隔符，写成2000"),
        (advise_number, "1_000", "不写千分位分隔符，写成1000"),
        (advise_number, "85%", "只写数字85；计量单位写在unit里"),
        (advise_number, "2000亩", "只写数字2000；计量单位写在unit里"),
        (advise_number, "2000 亩", "只写数字2000；计量单位写在unit里"),
        (advise_number, "2000左右", "只写数字2000，“左右”写在qualifier里"),
        (advise_number, "近2000", "只写数字2000，“近”写在qualifier里"),
        (advise_number, "不少于2000", "只写数字2000；计量单位写在unit里"),
        (advise_number, "≥2000", "只写数字2000；计量单位写在unit里"),
        (advise_number, "0.2万", "写成2000"),
        (advise_number, "2千", "写成2000"),
        (advise_number, "15万元", "只写数字15；计量单位写在unit里"),
        (advise_number, "2000-3000", "只写一个数字；目标是区间的，写成{between: [2000, 3000]}"),
        (advise_number, "超过15%", "只写一个数字；目标是超过的，写成{more_than: 15}"),
        (advise_number, "＞15", "只写一个数字；目标是超过的，写成{more_than: 15}"),
        (advise_number, "前三名", "只写一个数字；目标是名次的，写成{rank_within: 3}"),
        (advise_number, "前30强", "只写一个数字；目标是名次的，写成{rank_within: 30}"),
        (advise_number, "保四争三", "只写一个数字；保底和力争写成{floor: 4, stretch: 3}"),
        (advise_number, "保底60件、力争80件", "只写一个数字；保底和力争写成{floor: 60, stretch: 80}"),
        (advise_number, "2000。", "写成2000"),
        (advise_number, "1e5", "写成2000或15.7这样的数字，不带单位和分隔符"),
        (advise_number, "1/3", "写成2000或15.7这样的数字，不带单位和分隔符"),
        (advise_count, "次月10日", "写成10"),
        (advise_count, "一次", "写成1"),
        (advise_count, "-1", "写成整数，在0至999999之间"),
        (advise_number, "八", "写成2000或15.7这样的数字，不带单位和分隔符"),
        (advise_count, "８", "写成8"),
        (advise_count, "第8", "写成8"),
        (advise_count, "8.0", "写成8"),
        (advise_count, "8.5", "写成整数，在0至999999之间"),
        (advise_count, "8O", "写成80"),
        (advise_count, "10000000", "写成整数，在0至999999之间"),
        (lambda text: advise_count(text, 1, 60), "60天", "写成60"),
        (lambda text: advise_count(text, 1, 60), "61天", "写成整数，在1至60之间"),
        (lambda text: advise_count(text, 1, 60), "零", "写成整数，在1至60之间"),
        (advise_number, "9999999999999999", "整数部分最多15位，小数部分最多6位"),
        (advise_number, "9,999,999,999,999,999", "整数部分最多15位，小数部分最多6位"),
        (advise_number, "430.0000001", "整数部分最多15位，小数部分最多6位"),
        (advise_number, "99999999999999999999亩", "整数部分最多15位，小数部分最多6位"),
        (advise_number, "9OO", "数字里有字母，写成900"),
        (advise_number, "l5.O", "数字里有字母，写成15.0"),
        (advise_number, "9OO亩", "数字里的字母O、l改成数字0、1"),
        (advise_amount, "9OO", "数字里有字母，写成900"),
        (advise_amount, "9999999999999999", "整数部分最多15位，小数部分最多6位"),
        (advise_amount, "1,200", "不写千分位分隔符，写成1200"),
        (advise_amount, "１２００", "写成1200"),
        (advise_amount, "050.5", f"{CUT}把3,050.5这样的数拆成了两格，合成3050.5；不是的，写成50.5"),
        (advise_amount, "000", f"{CUT}把3,000这样的数拆成了两格，合成3000；不是的，写成0"),
        (advise_amount, "0500", "写成500"),
        (advise_amount, "00", "写成0"),
        (advise_amount, "50%", "写金额，不写百分比；没有数的空着"),
        (advise_amount, "3000平方米", "写成2000或15.7这样的数字，不带单位和分隔符；不是金额的写在备注里"),
        (advise_amount, "300-500", "写成2000或15.7这样的数字，不带单位和分隔符；不是金额的写在备注里"),
        (advise_id, "Land", "写成land"),
        (advise_id, "land_2 a", "写成land-2-a"),
        (advise_id, "ｌａｎｄ", "写成land"),
        (advise_id, "〔2013〕1号", "写成2013-1"),
        (advise_id, "[2013]12", "写成2013-12"),
        (advise_id, "2013年第12号", "写成2013-12"),
        (advise_id, "督〔2013〕1号", "用小写字母、数字和连字符起名，如land或quota-1415"),
        (advise_id, "土地", "用小写字母、数字和连字符起名，如land或quota-1415"),
        (advise_project, "12月3日", "像是表格软件把12-3当成了日期：这一列设为文本格式，写成12-3"),
        (advise_project, "3-Dec", "像是表格软件把编号当成了日期，多半是12-3：这一列设为文本格式，重新写编号"),
        (advise_project, "Mar-32", "像是表格软件把编号当成了日期，多半是3-32：这一列设为文本格式，重新写编号"),
        (advise_project, "2012/3/1", "像是表格软件把编号当成了日期，多半是12-3-1或3-1：这一列设为文本格式，重新写编号"),
        (advise_project, "12_3", "写成12-3"),
        (advise_project, "（新）", "写成新"),
        (advise_project, "？", "写成12、12-3这样的编号，只用汉字、字母、数字、连字符和点"),
        (advise_flag, "是", "写成true"),
        (advise_flag, "No", "写成false"),
        (advise_flag, "True", "写成true"),
        (advise_flag, "也许", "写true（是）或false（否）"),
        (lambda text: advise_flag(text, ANNOUNCED), "暗访", "写成false"),
        (lambda text: advise_flag(text, ANNOUNCED), "随机抽查", "写成false"),
        (lambda text: advise_flag(text, ANNOUNCED), "事先通知", "写true（是）或false（否）"),
    ],
)
def test_what_to_write_instead(advise: Callable[[str], str], written: str, advice: str) -> None:
    assert advise(written) == advice


@pytest.mark.parametrize(("written", "advice"), [("2013-6-30", "写成2013-06-30"), ("6月底前", None), ("入冬前", None)])
def test_a_limit_that_was_meant_as_a_day(written: str, advice: str | None) -> None:
    assert advise_phrase(written) == advice


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("力争", "写成strive"),
        ("确保", "写成ensure"),
        ("一般要求", "写成must"),
        ("Ensure", "你是否想写“ensure”"),
        ("ensured", "你是否想写“ensure”"),
        ("争", "写成strive"),
        ("？", "可取：strive（力争）、ensure（确保）、must（必须或一般要求）"),
    ],
)
def test_a_word_of_which_only_a_few_are_allowed(written: str, advice: str) -> None:
    assert advise_choice(written, ("strive", "ensure", "must"), STRENGTH) == advice


def test_a_day_in_another_form() -> None:
    assert find_day("2013年6月18日", None) == find_day("6月18日", 2013) == find_day("2013-06-18", None) == "2013-06-18"
    assert find_day("6月18日", None) is find_day("6月31日", 2013) is find_day("昨天", 2013) is None
