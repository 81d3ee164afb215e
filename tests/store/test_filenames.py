"""Names that any file system can hold."""

from __future__ import annotations

import pytest

from ducha.store import file_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("数据核对单-2013-06-县国土资源局", "数据核对单-2013-06-县国土资源局.md"),
        ("县纪委·监察局", "县纪委·监察局.md"),
        ("甲/乙局", "甲_乙局.md"),
        ('a\\b:c*d?e"f<g>h|i', "a_b_c_d_e_f_g_h_i.md"),
        ("两\n行\t字\x7f", "两_行_字_.md"),
        ("看不见\u200b的", "看不见_的.md"),
        (" 局. ", "局.md"),
        ("..", "_.md"),
        ("e\u0301", "\u00e9.md"),
    ],
)
def test_what_does_not_fit_is_replaced(text: str, name: str) -> None:
    assert file_names([text], ".md") == (name,)


def test_a_long_name_is_cut_between_characters() -> None:
    (name,) = file_names(["局" * 300], ".md")
    assert name == "局" * 66 + ".md"
    assert len(name.encode()) < 255


def test_no_two_are_the_same_on_any_system() -> None:
    assert file_names(["甲/局", "甲:局", "甲_局", "A局", "a局"], ".md") == (
        *("甲_局.md", "甲_局-2.md", "甲_局-3.md", "A局.md", "a局-2.md"),
    )
