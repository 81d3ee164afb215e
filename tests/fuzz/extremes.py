"""Files that no accident makes, each by its name, and what they must at least be told of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tests.conftest import CAMPAIGN_YAML, PLAN_YAML

_DEEP = 100_000
_LARGE = 10 * 1024 * 1024
_COMMA = ",\n  "


class Extreme(NamedTuple):
    """A file and the code of a problem that it has."""

    code: str
    data: bytes
    name: str = "plan.yaml"
    least: int = 1
    """how many problems of that code there are"""


def extremes(many: int) -> dict[str, Extreme]:
    """Every extreme by its name; ``many`` is how many entries or keys are wrong where many are."""
    return {**_refused(many), **_unreadable(), **_mistyped(), **_long(), **_many(many)}


def _refused(many: int) -> dict[str, Extreme]:
    """What YAML can do and a plan may not."""
    merges = (f"a{at}: &a{at} {{<<: [*a{at - 1}, *a{at - 1}]}}" for at in range(30))
    return {
        "alias bomb": Extreme("DC105", _bomb(12, 9).encode()),
        "alias bomb in a plan": Extreme("DC105", _plan(_bomb(12, 9))),
        "quadratic alias": Extreme("DC105", f"a: &a {'x' * 100_000}\nb: {_listed(['*a'] * many)}".encode()),
        "merge-key bomb": Extreme("DC105", "\n".join(merges).encode()),
        "merge key": Extreme("DC105", _plan("<<: *land")),
        "own tag": Extreme("DC105", _plan("duties: !own [x]")),
        "python tag": Extreme("DC105", _plan("duties: !!python/object/apply:os.system [ls]")),
        "two documents": Extreme("DC105", PLAN_YAML.encode() + b"---\n" + PLAN_YAML.encode()),
        "a thousand documents": Extreme("DC105", b"---\nid: x\n" * 1_000),
        "deep flow lists": Extreme("DC105", _plan("note: " + "[" * _DEEP)),
        "deep closed lists": Extreme("DC105", _plan("note: " + "[" * _DEEP + "]" * _DEEP)),
        "deep flow mappings": Extreme("DC105", _plan("note: " + "{a: " * _DEEP)),
        "deep block lists": Extreme("DC105", ("- " * _DEEP).encode()),
        "deep block mappings": Extreme("DC105", "\n".join(" " * level + "a:" for level in range(2_500)).encode()),
    }


def _unreadable() -> dict[str, Extreme]:
    """What is not UTF-8, or no text at all."""
    return {
        "raw surrogate": Extreme("DC102", _plan("note: ") + b"\xed\xa0\x80\n"),
        "surrogate pair": Extreme("DC102", _plan("note: ") + b"\xed\xa0\xbd\xed\xb8\x80\n"),
        "overlong UTF-8": Extreme("DC102", _plan("note: ") + b"\xc0\xaf\n"),
        "GBK": Extreme("DC102", PLAN_YAML.encode("gbk")),
        "GB 18030": Extreme("DC102", f"{PLAN_YAML}note: 𠮷\n".encode("gb18030")),
        "UTF-16 with its mark": Extreme("DC102", PLAN_YAML.encode("utf-16")),
        "UTF-16 without": Extreme("DC102", PLAN_YAML.encode("utf-16-le")),
        "UTF-16 the other way": Extreme("DC102", PLAN_YAML.encode("utf-16-be")),
        "UTF-32": Extreme("DC102", PLAN_YAML.encode("utf-32")),
        "large scalar": Extreme("DC101", _plan("note: " + "x" * _LARGE)),
        "large comment": Extreme("DC101", b"#" * _LARGE),
    }


def _mistyped() -> dict[str, Extreme]:
    """What is text, but not YAML."""
    conflict = ("<<<<<<< HEAD", "duties: []", "=======", "phases: []", ">>>>>>> 分支")
    return {
        "nothing": Extreme("DC103", b""),
        "a byte-order mark alone": Extreme("DC103", b"\xef\xbb\xbf"),
        "blanks": Extreme("DC103", b" " * 4_000_000),
        "blank lines": Extreme("DC103", b"\n" * 400_000),
        "comments": Extreme("DC103", b"# x\n" * 100_000),
        "NUL in a value": Extreme("DC103", _plan("note: a\x00b")),
        "NUL throughout": Extreme("DC103", b"\x00" * 100_000),
        "escaped surrogate": Extreme("DC103", _plan('note: "\\ud800"')),
        "a tab": Extreme("DC103", _plan("duties:", "\t- {id: x}")),
        "tabs": Extreme("DC103", PLAN_YAML.replace("  ", "\t").encode()),
        "deep explicit keys": Extreme("DC103", ("? " * _DEEP).encode()),
        "conflict": Extreme("DC106", _plan(*conflict)),
        "conflicts": Extreme("DC106", b"<<<<<<< a\n=======\n>>>>>>> b\n" * 20_000),
        "full-width colons": Extreme("DC107", PLAN_YAML.replace(": ", "：").encode()),
    }


def _long() -> dict[str, Extreme]:
    """One value that is far too long."""
    return {
        "largest scalar": Extreme("DC201", _plan("note: " + "督" * 1_300_000)),
        "largest key": Extreme("DC201", _plan("? " + "督" * 1_300_000 + "\n: x")),
        "long number": Extreme("DC206", PLAN_YAML.replace("number: 8", f"number: {'9' * 1_000_000}").encode()),
        "huge exponent": Extreme("DC206", PLAN_YAML.replace("number: 8", "number: 1e999999999").encode()),
        "long phrase": Extreme("DC401", PLAN_YAML.replace("6月底前", "6月底前、" * 100_000).encode()),
        "long numeral": Extreme("DC401", PLAN_YAML.replace("6月底前", "九" * 300_000 + "月底前").encode()),
        "long id": Extreme("DC208", PLAN_YAML.replace("id: land", f"id: {'土' * 200_000}").encode()),
    }


def _many(many: int) -> dict[str, Extreme]:
    """One mistake again and again."""
    units, fewer = _listed(f"第{at}居" for at in range(many // 10)), many // 10
    registered = [f"  - {{name: 第{at}局, category: 部门}}" for at in range(200)]
    groups = ["unit_groups:", f"  - {{name: 各局, category: 部门, members: {units}}}"]
    duties = ["duties:", *["  - {id: a, title: x, every: 每月}"] * fewer]
    keys = [f"k{at}: x" for at in range(2 * many)]
    return {
        "keys in a mapping": Extreme("DC203", _plan(f"leaders: {{{', '.join(keys)}}}")),
        "unknown keys": Extreme("DC201", _plan(*keys[:many]), least=many),
        "one key": Extreme("DC104", _plan(*["note: x"] * many)),
        "wrong entries": Extreme("DC203", _plan(f"indicators: {_listed('x' * many)}"), least=many),
        "empty entries": Extreme("DC204", _plan(f"indicators: {_listed('~' * many)}"), least=many),
        "missing keys": Extreme("DC202", _plan(f"indicators: {_listed(['{}'] * fewer)}"), least=fewer),
        "one id": Extreme("DC301", _plan(*duties), least=fewer - 1),
        "unknown units": Extreme("DC302", _plan(f"support: {units}"), least=fewer),
        "unknown members": Extreme("DC302", _campaign(*registered, *groups), "campaign.yaml", least=fewer),
        **_many_records(many),
    }


def _many_records(many: int) -> dict[str, Extreme]:
    """One mistake again and again in the office's own records."""
    half, fewer = many // 2, many // 10
    closing = "{day: 2013-06-05, finished: 2013-06-06}"
    reopening = "{day: 2013-06-05, due: 2013-07-05, reason: 雨}"
    notice = "{number: 1, kind: remind, day: 2013-06-09, unit: 国土局}"
    unknown = f"{{id: a, method: joint, day: 2013-06-05, about: {_listed(f'第{at}号' for at in range(fewer))}}}"
    return {
        "urged when closed": _issue(closings=["{day: 2013-06-05}"], urgings=["{day: 2013-06-09}"] * many),
        "finished when closed": _issue(half, closings=[closing] * half, reopenings=[reopening] * half),
        "closed when closed": _issue(many - 1, closings=["{day: 2013-06-05}"] * many),
        "one number": _records("DC705", many - 1, notices=[notice] * many),
        "unknown plans": _records("DC701", fewer, inspections=[unknown]),
    }


def _issue(least: int = 1, **lists: list[str]) -> Extreme:
    issue = "issues:\n- {id: a, title: 甲, source: public, found: 2013-05-17, due: 2013-06-05, lead: 国土局"
    keys = (f"{key}: {_listed(entries, _COMMA)}" for key, entries in lists.items())
    return Extreme("DC704", f"{issue}, {', '.join(keys)}}}".encode(), "supervision.yaml", least)


def _records(code: str, least: int, **lists: list[str]) -> Extreme:
    lines = (line for key, entries in lists.items() for line in (f"{key}:", *(f"- {entry}" for entry in entries)))
    return Extreme(code, "\n".join(lines).encode(), "supervision.yaml", least)


def _plan(*lines: str) -> bytes:
    return (PLAN_YAML + "\n".join(lines) + "\n").encode()


def _campaign(*lines: str) -> bytes:
    return (CAMPAIGN_YAML + "\n".join(lines) + "\n").encode()


def _listed(texts: Iterable[str], between: str = ", ") -> str:
    return f"[{between.join(texts)}]"


def _bomb(levels: int, width: int) -> str:
    levelled = (f"a{at}: &a{at} {_listed([f'*a{at - 1}'] * width)}" for at in range(1, levels))
    return "\n".join(["a0: &a0 [x]", *levelled])
