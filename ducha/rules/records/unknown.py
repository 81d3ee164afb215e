"""A name that nothing has: what it should name, and where such are registered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ducha.problems import Path, Problem

Known = Mapping[str, Sequence[str]]
"""ids, each with its title, where it has one, and further names by which people call it"""

_REGISTERED = {
    "督查方法": "campaign.yaml的supervision.methods",
    "督导组": "campaign.yaml的supervision.groups",
    "原因": "campaign.yaml的causes",
    "督查": "本文件的inspections",
    "方案": "方案文件",
    "事项": "方案文件",
    "交办事项": "本文件的issues",
}
"""what a name is of → where such are listed"""


def unknown(what: str, name: str, known: Known, path: Path, rests_on: tuple[Path, ...] = ()) -> Iterator[Problem]:
    """Yield the problem of a name that is no id of those known; ``what`` says what it should be the id of."""
    if name not in known:
        yield Problem("DC701", f"{what}“{name}”不存在", _advise(what, name, known), path, rests_on=rests_on)


def _advise(what: str, name: str, known: Known) -> str:
    from ducha.advice.names import advise_id_of, find_id  # which nobody needs whose names are right

    hint = advise_id_of(name, known, f"先在{_REGISTERED[what]}里登记，或改正编号")
    is_told = what == "原因" and not name.isascii() and not find_id(name, known)
    return f"{hint}；单位自己说的原因写在feedback的cause里" if is_told else hint
