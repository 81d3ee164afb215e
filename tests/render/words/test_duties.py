"""Standing duties in words."""

from __future__ import annotations

import pytest

from ducha.render.words.duties import brief


@pytest.mark.parametrize(
    ("cadence", "shown"),
    [
        ("每月25日前", "每月25日前"),
        ("每季度最后一个月的25日前", "每季度最后一个月的25日前"),
        ("一月一调度、一交办、一销号、一督查、一通报", "一月一调度、一交办、一销号……"),
        ("每周星期一上午九点整以前报送一次情况", "每周星期一上午九点整以前报送一……"),
    ],
)
def test_a_long_cadence_is_cut_between_its_parts(cadence: str, shown: str) -> None:
    assert brief(cadence) == shown
