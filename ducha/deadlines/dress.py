"""What stands around the time in a real phrase: 力争在…完成, 完成时限：…, …左右, …17时前."""

from __future__ import annotations

import re
from typing import NamedTuple

from ducha.deadlines.patterns import Pattern
from ducha.deadlines.reading import Unreadable


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_LEADING = _words("""
    并 且 于 在 要 应 须 需 将 拟 务 均 请 到 至 截至 截止 截止到 截止至 截至到 直到 延期至 延期到 延至 推迟到
    推迟至 延长至 延长到 顺延至 直至 应当于 应于 赶在 抢在 不超过 力争 争取 确保 务必 必须 保证 努力 计划 预计
    预期 初定 暂定 定于 安排 拟定 最迟 最晚 至迟 不迟于 不晚于 不得迟于 不得晚于 原则上 集中 集中在 分别 一般
    统一 务于 限于 限在 基本 各单位 各乡镇 各部门 各责任单位
""")
"""put aside before a time, in any number: 力争在6月底前"""

_LABEL = (
    r"(?:计划|预计|拟|实际)?(?:完成|办理|办结|整改|实施|活动|报送|上报|起止|推进|工作|任务|竣工|开工)?"
    r"(?:时间|时限|期限|日期|节点)(?:要求)?(?:为|是|在)?:?"
)
_MODALS = _words("""
    必须 务必 确保 力争 争取 全部 全面 基本 初步 正式 统一 集中 陆续 分别 逐步 各 要 应当 应 须 将 由 把 向 对
    实行 可 达到 不少于
""")
_ACTS = _words("""
    完成 完工 竣工 到位 报送 上报 呈报 申报 填报 反馈 报告 报备 备案 提交 递交 报 送 开工 动工 复工 启动 开展
    进行 召开 举行 组织 实施 推进 建成 建立 建设 投产 投运 投用 投入 验收 交付 交工 移交 通车 通水 贯通 封顶
    试运行 运行 运营 挂牌 落实 落地 实现 出台 制定 制订 编制 印发 下达 下发 公布 公示 办结 销号 清零 见效 达标
    整改 取得 掀起 开挖 铺设 安装 截流 蓄水 检查 督查 通报 考核 总结 调度 执行 生效 施行 结束 截止 汇总 上线 销售
    化解 解决 签订 签约 引进 招标 出让 融资 拆除 搬迁 入住 安置 兑现 全线 主体
""")
"""what is done by then; from the first of these on, the rest of the phrase is put aside"""

_APPROXIMATE = ("左右", "前后", "上下")
_ENDINGS = ("为止", "截止", "当天", "期间", "时间", "时段", "止", "的", "。", ".", "!")
_PUT_ASIDE = _APPROXIMATE + _ENDINGS

_LEAD = Pattern(f"(?>{'|'.join([_LABEL, *sorted(_LEADING, key=len, reverse=True)])}|:)*+")
_LEADING_SIGNS = frozenset(word[0] for word in _LEADING) | frozenset("完办整实活报上起推工任竣开时期日节计预拟:")
_ACT = Pattern("|".join(sorted(_MODALS + _ACTS, key=len, reverse=True)) + "|以(?![前后内来])")
_AROUND_ACT = ("前", "后", "之前", "之后", "以前", "以后")
_OTHER_DATE = Pattern(
    r"[\d一二三四五六七八九十](?:[年月日号]|季|周)|[年月季]底|[年季]末|年[内初中终]|[上下]半年|[上中下]旬|[今明后本次当]年|全年"
    r"|[每按][日天周月季半年]|[、,和及与][日周旬月季半年]|[^空目提事以从超]前$|(?:之|以)[前后]$|[^之以最]后$|期间$|全程"
    r"|除外|以外|节假日|顺延|提前|工作日|不含"
)
_POSTPONED = Pattern("(?:[(,]遇?|遇)[^(),]{1,12}顺延[^(),]{0,6}\\)?$")
_ASIDE_SIGN = Pattern("[(含周期]")
_QUOTES = "“”\"'‘’「」『』《》()[]【】"
_ASIDE = Pattern(
    r"\((?:含[^()]*|(?:周|星期|礼拜)(?P<one>[一二三四五六日天]))\)|,?含当[日天]|(?<=[日号])(?:周|星期)(?P<other>[一二三四五六日天])"
)

WEEKDAYS = "一二三四五六日"

_AFTERNOON = frozenset(("下午", "晚上", "晚", "傍晚", "夜间"))
_CLOCK_SIGN = Pattern("[时点:午早晚晨班]|当天")
_CLOCK = Pattern(
    r"(?P<part>上午|下午|早上|凌晨|中午|晚上?|傍晚|夜间)?"
    r"(?:(?P<hour>\d{1,2})(?::(?P<colon>\d\d)|[时点](?:(?P<minute>\d\d?)分|(?P<half>半)|整)?(?!间))(?:[之以]?前)?)"
    r"|(?P<vague>上午|下午|早上|中午|晚上|[上下]班|当天)(?=前|之前|以前|$)"
)


class Clock(NamedTuple):
    """A time of day: as written, and in hours and minutes where it names them."""

    words: str
    hour: int | None
    minute: int = 0


_UNTIL = Pattern("[到至]$|截止$")
LABELLED = Pattern(r"(?P<label>[^\d()]{2,20})\((?P<time>[^()]+)\)")


class Undressed(NamedTuple):
    """A plain phrase without what stands before and after its time."""

    text: str
    note: str
    """on what blurs it"""
    is_limit: bool
    """whether 到 or 至 stood before it"""
    weekday: str
    """of the day, where that is named in brackets"""


def undress(text: str) -> Undressed:
    """Put aside what stands before and after the time of a plain phrase, and the name of what it is the time of."""
    weekday = ""
    if _ASIDE_SIGN.search(text):
        found = _ASIDE.search(text)
        weekday = (found["one"] or found["other"] or "") if found else ""
        text = _ASIDE.sub("", text)
    if text[:1] in _QUOTES and text[-1:] in _QUOTES:
        text = text.strip(_QUOTES)
    is_limit = False
    if text[:1] in _LEADING_SIGNS and (led := _LEAD.match(text)) and led.end() < len(text):
        is_limit = bool(_UNTIL.search(led[0]))
        text = text[led.end() :]
    note = ""
    if text.endswith(("顺延", "顺延)")) and (found := _POSTPONED.search(text)):
        text, note = text[: found.start()], "遇节假日顺延没有算进去"
    while text.endswith(_PUT_ASIDE):
        if text.endswith(_APPROXIMATE):
            note = f"{note and note + '；'}“{text[-2:]}”没有写准，按所写的日子读"
            text = text[:-2]
        else:
            text = text[: -len(next(ending for ending in _ENDINGS if text.endswith(ending)))]
    return Undressed(text, note, is_limit, weekday)


def without_act(text: str) -> str | None:
    """Return what stands before the first act (6月底前完成搬迁), None if there is none or it names another time."""
    found = _ACT.search(text, 1)
    if not found or text.startswith(_AROUND_ACT, found.end()) or names_time(text[found.end() :]):
        return None
    return text[: found.start()].rstrip("、,;")


def begins_with_act(text: str) -> bool:
    """Whether a phrase tells first what is done: 组织召开动员会."""
    return _ACT.match(text) is not None


def without_lead(text: str) -> str:
    """Return a phrase without the words before its time: 并确保12月底前竣工."""
    led = _LEAD.match(text) if text[:1] in _LEADING_SIGNS else None
    return text[led.end() :] if led and led.end() < len(text) else text


def names_time(text: str) -> bool:
    """Whether some words speak of another time (上半年完成, 入冬前), so that they cannot be put aside."""
    return _OTHER_DATE.search(text) is not None


def take_clock(text: str) -> tuple[str, Clock | None]:
    """Return a phrase without its time of day, and that; a time that no day has stays, to be refused."""
    found = _CLOCK.search(text) if _CLOCK_SIGN.search(text) else None
    if not found or not found.start():
        return text, None
    hour = _hour(found)
    if hour == 0:
        raise Unreadable("0时写成前一天24时")
    minute = 30 if found["half"] else int(found["colon"] or found["minute"] or 0)
    if hour is not None and (hour > 24 or minute > 59 or (hour == 24 and minute)):
        return text, None
    words = found[0].removesuffix("前").rstrip("之以")
    if _CLOCK.search(text, found.end()):
        raise Unreadable("写了几个钟点，只写一个，或分成几句")
    return text[: found.start()] + text[found.end() :], Clock(words, hour, minute)


def _hour(found: re.Match[str]) -> int | None:
    """The hour by the clock of 24: 下午5点, 晚上12点, 中午1点."""
    if found["vague"]:
        return None
    hour, part = int(found["hour"]), found["part"]
    if part == "中午":
        return hour + 12 if 0 < hour < 6 else hour
    if part not in _AFTERNOON:
        return hour
    return 24 if hour == 12 and part != "下午" else hour + 12 if 0 < hour < 12 else hour
