"""``ducha explain``: one code, several, all of them, and none."""

from __future__ import annotations

import pytest

from ducha.store.catalogue import codes, read_entry
from tests.conftest import Run


def test_a_code_is_explained_from_its_title_to_its_note(run: Run) -> None:
    ran = run("explain", "DC302")
    entry = read_entry("DC302")
    blocks = ran.out.rstrip("\n").split("\n\n")
    assert (ran.code, ran.err) == (0, "")
    assert blocks[0] == f"DC302 错误：{entry.title}"
    assert blocks[1] == f"含义：{entry.meaning}"
    assert blocks[2] == f"为什么：{entry.why}"
    assert blocks[3].startswith("错误的写法：\n    milestones:\n      - id: ")
    assert blocks[4].endswith("      lead: [发改局, 工商局]")
    assert blocks[5:] == [f"说明：{entry.note}"]


@pytest.mark.parametrize("name", ["dc302", "302", "ＤＣ３０２", " DC302 "])
def test_a_code_may_be_typed_in_many_ways(run: Run, name: str) -> None:
    assert run("explain", name).out == run("explain", "DC302").out


def test_several_codes_come_in_the_order_asked_for_each_once(run: Run) -> None:
    alone = [run("explain", name).out for name in ("402", "101")]
    assert run("explain", "402", "101", "DC402").out == "\n".join(alone)
    assert "错误的写法（campaign.yaml）：\n    start: 2013-02-01\n" in alone[0]
    assert "错误的做法：方案存成了" in alone[1]


def test_without_a_code_all_are_listed(run: Run) -> None:
    title, header, *rest = run("explain").out.splitlines()
    rows = rest[: rest.index("")]
    assert header.split() == ["代码", "程度", "名称"]
    assert [row.split()[0] for row in rows] == list(codes())
    assert ["DC307", "警告", read_entry("DC307").title] in [row.split() for row in rows]
    assert "代码" in title


@pytest.mark.parametrize(("name", "near"), [("DC3O2", "DC302"), ("999", ""), ("土地", "")])
def test_an_unknown_code_is_exit_2_with_the_nearest(run: Run, name: str, near: str) -> None:
    ran = run("explain", "DC101", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"ducha：没有问题代码“{name}”")
    assert near in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("together", ["DC302、DC303", "302 303", "dc302,ＤＣ303"])
def test_codes_may_be_joined(run: Run, together: str) -> None:
    assert run("explain", together).out == run("explain", "DC302", "DC303").out


def test_its_help_reads_in_chinese(run: Run) -> None:
    out = run("explain", "--help").out
    assert "用法：ducha explain [选项] [代码]…" in out
    assert "check所列的问题代码" in out
