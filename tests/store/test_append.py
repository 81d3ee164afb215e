"""Entries added to a list of a file: the new lines and no other, or a refusal."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ducha.problems import DuchaError
from ducha.store.append import read_whole, record_and_write, with_entries
from ducha.store.syntax.quick import quick_data

ENTRY = {"number": 2, "day": date(2013, 7, 1), "unit": "县发改局", "items": ["land/quota@2013-06-30"], "void": None}
LINE = "- {number: 2, day: 2013-07-01, unit: 县发改局, items: [land/quota@2013-06-30]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"notices:\n  {LINE}\n"),
        ("# 说明\n", f"# 说明\nnotices:\n  {LINE}\n"),
        ("issues: []", f"issues: []\nnotices:\n  {LINE}\n"),
        ("notices:\n  - {number: 1}\n", f"notices:\n  - {{number: 1}}\n  {LINE}\n"),
        ("notices:\n- {number: 1}\n", f"notices:\n- {{number: 1}}\n{LINE}\n"),
        ("notices:\n  - {number: 1}", f"notices:\n  - {{number: 1}}\n  {LINE}\n"),
        ("notices:\n    - number: 1\n      void: >\n        作废\n        了\n", None),
        (
            "notices:\n  - number: 1\n    unit: 甲镇\n\n# 以下是交办\nissues: []\n",
            f"notices:\n  - number: 1\n    unit: 甲镇\n  {LINE}\n\n# 以下是交办\nissues: []\n",
        ),
        ("notices:   # 还没有\nissues: []\n", f"notices:   # 还没有\n  {LINE}\nissues: []\n"),
        ("notices: []   # 还没有\nissues: []\n", f"notices:   # 还没有\n  {LINE}\nissues: []\n"),
        ("notices:\r\n  - {number: 1}\r\n", f"notices:\r\n  - {{number: 1}}\r\n  {LINE}\r\n"),
        ("notices: null\n", f"notices:\n  {LINE}\n"),
        ("notices: ~   # 还没有\r\n", f"notices:   # 还没有\r\n  {LINE}\r\n"),
        ('"notices": []\n', f'"notices":\n  {LINE}\n'),
        ("notices : [ ]\n", f"notices :\n  {LINE}\n"),
        ("\ufeffissues: []\n", f"\ufeffissues: []\nnotices:\n  {LINE}\n"),
    ],
)
def test_the_new_lines_and_no_other(before: str, after: str | None) -> None:
    found = with_entries(before, "notices", [ENTRY])
    if after is not None:
        assert found == after
    else:
        assert found
        assert found.startswith(before)
        assert quick_data(found)["notices"][0]["void"] == "作废 了\n"


@pytest.mark.parametrize(
    "before",
    [
        "notices: [{number: 1}]\n",
        "notices: 没有\n",
        "{issues: []}\n",
        "- 1\n",
        "notices:\n  - {number: 1\n",
        "notices:\n  - {number: 1}\n---\nissues: []\n",
        "notices:\n  - {number: 1}\nnotices:\n  - {number: 3}\n",
    ],
)
def test_what_cannot_be_added_to_line_by_line_is_refused(before: str) -> None:
    assert with_entries(before, "notices", [ENTRY]) is None


@pytest.mark.parametrize(
    ("before", "advice"),
    [
        ("notices: [{number: 1}]\n", "请改成每项单独一行、以“- ”开头"),
        ("notices:\n  []\n", "请删去notices后面的内容"),
        ("{}\n", "请去掉最外层的{}，每个键单独一行"),
        ("  issues: []\n", "请去掉最外层各键前面的空格"),
        ("issues:\n  - id: a\n    text: |\n      甲", "请在文件末尾加一个换行"),
        ("notices:\n  - {number: 1\n", "请改成每项单独一行"),
    ],
)
def test_what_to_do_about_it_fits_what_is_there(tmp_path: Path, before: str, advice: str) -> None:
    """Where there is no item none can be put on a line of its own."""
    path = tmp_path / "supervision.yaml"
    path.write_text(before, encoding="utf-8")
    with pytest.raises(DuchaError, match=f"加不进新的一项；{advice}.*，再试一次"):
        record_and_write(path, "notices", [ENTRY], {}, before)


def test_entries_are_added_to_what_they_were_numbered_by_and_to_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "supervision.yaml"
    record_and_write(path, "notices", [ENTRY], {}, None)
    before = read_whole(path)
    assert before == f"notices:\n  {LINE}\n"
    record_and_write(path, "notices", [{"number": 3}, {"number": 4}], {}, before)
    assert read_whole(path) == f"{before}  - {{number: 3}}\n  - {{number: 4}}\n"
    for was in (before, None):
        with pytest.raises(DuchaError, match="刚刚被改动"):
            record_and_write(path, "notices", [ENTRY], {}, was)
    path.write_text("notices: [{number: 1}]\n", encoding="utf-8")
    with pytest.raises(DuchaError, match="加不进新的一项"):
        record_and_write(path, "notices", [ENTRY], {}, read_whole(path))
    assert [one.name for one in tmp_path.iterdir()] == ["supervision.yaml"]
    assert read_whole(path) == "notices: [{number: 1}]\n"


def test_a_byte_order_mark_is_no_change_and_another_encoding_is_one(tmp_path: Path) -> None:
    path = tmp_path / "supervision.yaml"
    path.write_bytes("\ufeffissues: []\r\n".encode())
    record_and_write(path, "notices", [{"number": 1}], {}, "issues: []\r\n")
    assert path.read_bytes() == "\ufeffissues: []\r\nnotices:\r\n  - {number: 1}\r\n".encode()
    path.write_bytes("# 说明\n".encode("gbk"))
    with pytest.raises(DuchaError, match="刚刚被改动"):
        record_and_write(path, "notices", [ENTRY], {}, "# 说明\n")
    path.unlink()
    path.mkdir()
    with pytest.raises(DuchaError, match="读不了"):
        record_and_write(path, "notices", [ENTRY], {}, None)


@pytest.mark.parametrize("before", [None, "", "issues: []\n"])
def test_papers_that_cannot_be_written_leave_the_file_as_it_was(tmp_path: Path, before: str | None) -> None:
    """An empty file is a file: it was taken for none, and deleted."""
    path = tmp_path / "supervision.yaml"
    if before is not None:
        path.write_text(before, encoding="utf-8")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(DuchaError):
        record_and_write(path, "notices", [ENTRY], {tmp_path / "file" / "1.md": "一"}, before)
    assert read_whole(path) == before


def test_papers_that_are_there_already_are_named_up_to_twenty(tmp_path: Path) -> None:
    papers = {tmp_path / f"{at:02}.md": "新" for at in range(22)}
    for paper in papers:
        paper.write_text("旧", encoding="utf-8")
    with pytest.raises(DuchaError, match=r"19\.md等22个$"):
        record_and_write(tmp_path / "supervision.yaml", "notices", [ENTRY], papers, None)
    assert read_whole(tmp_path / "supervision.yaml") is None


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=8)


@settings(max_examples=60)
@given(
    st.lists(
        st.dictionaries(st.sampled_from(["unit", "void"]), words.filter(str.strip), min_size=1), min_size=1, max_size=3
    )
)
def test_any_words_are_written_so_that_they_are_read_again(entries: list[dict[str, Any]]) -> None:
    text = with_entries("issues: []\n", "notices", entries)
    if text is not None:  # else some character has no place in YAML at all
        assert quick_data(text)["notices"] == entries
