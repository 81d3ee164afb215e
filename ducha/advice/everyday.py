"""The words that people use for a key: other English ones, and those of a spreadsheet's heading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

_WORDS = {
    "day": "date 日期 时间 督查日期 督查时间 催办日期 反馈日期 复查日期 重开日期 印发日期 发出日期",
    "title": "name 标题 名称 事项 事项名称 交办事项 问题",
    "aliases": "别名",
    "due": "deadline limit 时间 办结时限 完成时限 办理时限 整改时限 限办日期 截止日期",
    "text": "content problem 内容 要求 情况 交办内容 问题描述 存在问题",
    "responsible": "owner unit units 承办单位 办理单位 整改单位",
    "lead": "主办单位",
    "support": "协办单位",
    "done": "完成日期 完成时间",
    "found": "findings result problems 发现日期 发现时间 收到日期 收文日期 发现问题 督查情况 督查结果",
    "assigned": "交办日期 交办时间",
    "by": "交办单位 督查单位 督查人员 参加单位 反馈单位 销号单位",
    "reference": "批示编号 批示件编号 来文编号 文号 提案号",
    "feedback": "reports 反馈 反馈情况 办理情况 办理结果 整改情况 进展",
    "closings": "closing closed done finished 销号 销号日期 销号时间 销号情况 办结日期 完成日期",
    "urgings": "urged reminders 催办 催办情况",
    "rechecks": "复查 复查情况 回头看",
    "reopenings": "重开",
    "extensions": "延期",
    "method": "督查形式",
    "group": "督查组 督导组 组别",
    "about": "plan plans 方案 专项 督查内容 督查对象 涉及方案",
    "units": "被督查单位 受督查单位",
    "ways": "方式 督查方式",
    "announced": "是否通知 事先通知",
}


def _keys_by_word(words: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    keys: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for key, several in words.items():
        for word in several.split():
            keys[word] += (key,)
    return keys


EVERYDAY: Mapping[str, tuple[str, ...]] = _keys_by_word(_WORDS)
"""word → the keys that it may stand for, by record"""
