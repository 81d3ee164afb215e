"""The unit register: every spelling leads to one name."""

from __future__ import annotations

import pytest

from ducha.model import Register
from tests.conftest import make_campaign

REGISTER = Register(make_campaign())


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("县国土资源局", "县国土资源局"),
        ("国土局", "县国土资源局"),
        (" 国土 局", "县国土资源局"),
        ("各乡镇(街道)", "各乡镇（街道）"),
        ("各乡镇", "各乡镇（街道）"),
        ("土地局", None),
    ],
)
def test_names_and_aliases_in_any_width(spelling: str, name: str | None) -> None:
    assert REGISTER.resolve(spelling) == name


def test_each_unit_once_and_unknown_ones_as_written() -> None:
    assert REGISTER.known(["国土局", "县国土资源局", "土地局"]) == ("县国土资源局", "土地局")


def test_groups_by_alias_and_by_member() -> None:
    group = REGISTER.group("各乡镇")
    assert group
    assert group.name == "各乡镇（街道）"
    assert REGISTER.groups_of("县建设局") == ("各乡镇（街道）",)
    assert REGISTER.groups_of("县国土资源局") == ()


OFFICE = {"name": "县府办公室", "aliases": ["县府办"], "category": "综合", "liaison": {"name": "张三"}}


@pytest.mark.parametrize("written", ["县府办", "县府办公室"])
def test_the_office_and_whom_to_call_there_by_any_name(written: str) -> None:
    register = Register(make_campaign(office=written, units=[OFFICE], unit_groups=[]))
    assert register.office == "县府办公室"
    for name in ("县府办", "县府办公室"):
        liaison = register.liaison(name)
        assert liaison
        assert liaison.name == "张三"


def test_nobody_to_call() -> None:
    register = Register(make_campaign(office="某办"))
    assert (register.office, register.liaison("某办")) == ("某办", None)
    assert (register.liaison("建设局"), register.liaison("各乡镇")) == (None, None)


def test_papers_go_to_units_and_to_groups_that_list_nobody() -> None:
    assert REGISTER.addressees == ("县府办", "县国土资源局", "县建设局", "各部门")
