"""What nobody means to write into a plan: values, lines and characters that a reader of YAML may trip over."""

from __future__ import annotations


def raw(data: bytes) -> str:
    """Bytes that need not be UTF-8 as text that ``mutants`` turns into the same bytes again."""
    return data.decode("utf-8", "surrogateescape")


LONG = 1_000_000
"""characters of a very long key"""

CHARACTERS = (
    *("\x00", "\x07", "\x1b", "\x7f", "\x85", "\xa0", "\xad", "\t", "\r", "\x0b", "\x0c", "\u2028", "\u2029", "\ufeff"),
    *("\u200b", "\u202e", "\u3000", "\ufffe", "\U0010ffff", "𠮷", "👨‍👩‍👧", "e\u0301"),
    *(raw(b"\xed\xa0\x80"), raw(b"\xed\xbf\xbf"), raw(b"\xff\xfe"), raw(b"\xc0\x80"), raw("督".encode("gbk"))),
    *("[", "]", "{", "}", "'", '"', ",", ":", ": ", " #", "&", "*", "!", "|", ">", "%", "@", "`", "?", "-", "- ", "~"),
)

VALUES = (
    *("&a [*a, *a]", "*nobody", "&a", "<<", "{<<: *a}", "{<<: {id: x}}", "!!binary aGk=", "!own x", "!<tag:x> y", "!"),
    *("!!python/object/apply:os.system [ls]", "!!int 1", "!!set {a, b}", "!!null x"),
    *(
        "|",
        ">-",
        "|9\n  a",
        "|\n    a\n  b",
        "'",
        '"',
        "'a",
        '"a',
        "[",
        "{",
        "]",
        "}",
        "[[",
        "{{",
        "[a, , b]",
        "{a, b: }",
    ),
    *("---", "...", "%YAML 1.2", "? [a]", "? a", "- a", "- - - a", "a: b: c", ": ", ":", "#", "%", "@", "`"),
    *(
        "[]",
        "{}",
        "[[]]",
        "[{}]",
        "[null]",
        "[[], {}]",
        "{day: null}",
        "{day: {}}",
        "{day: [2013-06-01]}",
        "{a: 1, a: 2}",
    ),
    *("~", "null", "''", '""', "' '", "true", "no", "=", "true, false", "\u3000", "\xa0", "\t", "\\", "\\n"),
    *("0", "-0", "-1", "010", "0x1F", "1_000", "1e3", "1e999999999", "-1e-999999999", "nan", ".inf", "-inf", "12:30"),
    *("９", "१२", "²", "㉛", "八", "2,000", "2000亩", "85%", "9" * 5_000, "0." + "0" * 5_000 + "1", "1" + "0" * 400),
    *("2013-02-30", "2013-6-30", "2013-13-01", "0000-00-00", "9999-12-31", "10000-01-01", "2013-06-30T00:00:00Z"),
    *("2013", "2013-06", "1772323200", "２０１３-０６-３０", "二〇一三年", "昨天", "6月30日前（力争5月）"),
    *(
        "2月30日前",
        "99月底前",
        "0月",
        "每月99日前",
        "每月0日前",
        "全程",
        "10月起",
        "三季度末",
        "五季度末",
        "不定期",
        "-月",
    ),
    *(
        '"\\ud800"',
        '"\\x00"',
        '"\\e[31m"',
        '"a\\nb"',
        '"\\r\\n::error::x"',
        '"\\u2028"',
        '"\\U0010FFFF"',
        '"\\q"',
        '"a\\',
    ),
    *(
        "甲、乙",
        "甲，乙",
        "“甲”",
        "[甲，乙]",
        "【甲】",
        "：",
        "land：x",
        "督查: 第二批",
        "1# 地块 #2 地块",
        "{{ 7 * 7 }}",
        "{% if",
    ),
    *("九" * 3_000, "a" * 10_000, "[" * 30, "{a: " * 30, "[" * 30 + "]" * 30, "[" + "x, " * 500 + "]"),
)

_BOMB = "\n".join(
    ["a0: &a0 [x, x]", *(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 12))]
)

LINES = (
    *(
        "<<<<<<< HEAD",
        "=======",
        ">>>>>>> 分支",
        "||||||| base",
        "---",
        "...",
        "--- {}",
        "%YAML 1.2",
        "%TAG ! x",
        "\t",
        "#",
    ),
    *(
        "b: *a",
        "<<: *a",
        "<<: [*a, *b]",
        "? x",
        "?",
        "- - - -",
        "- ",
        "-",
        ":",
        "&a",
        "*a",
        "!!map",
        "[",
        "]",
        "{",
        "}",
    ),
    *(
        "id: land",
        "number: 8",
        "milestones:",
        "milestones: {}",
        "indicators: [x]",
        "units: []",
        "year: 0",
        "phases: 1-2月",
    ),
    *(
        "title: a\n  title: b",
        "\ufeffid: x",
        "：",
        "键：值",
        "牵头单位: 国土局",
        "  - id: quota",
        "    due: 6月底前",
        "  lead:",
    ),
    *(
        "ignore: [{code: DC404, reason: 文件如此}]",
        "ignore: [DC404]",
        "narratives: {2013-06: 综述}",
        "narratives: {x: }",
    ),
    _BOMB,
)

FULL_WIDTH = dict(zip(":,[]{}\"'()- #03", "：，［］｛｝“‘（）－\u3000＃０３", strict=True))
"""half-width character → the full-width one that an input method writes in its place"""
