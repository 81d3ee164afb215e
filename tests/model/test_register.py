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
