"""Data that hypothesis makes up: the keys are a plan's own, what stands under them is anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ducha.model import Campaign, Plan
from ducha.model.records import Records
from ducha.model.values import Record
from tests.conftest import CAMPAIGN, PLAN
from tests.fuzz.hostile import CHARACTERS, LINES, VALUES


def _records(kind: type[Record] = Record) -> Iterator[type[Record]]:
    for below in kind.__subclasses__():
        yield below
        yield from _records(below)


KEYS = sorted({name for kind in _records() for name in kind.model_fields})
_WORDS = (
    *(
        "land",
        "quota",
        "县国土资源局",
        "国土局",
        "各乡镇",
        "县府办",
        "6月底前",
        "7月份前",
        "2013-06-30",
        "2013-06",
        "每月25日前",
    ),
    *("亩", "%", "百分点", "cumulative", "point", "nodes", "ensure", "true", "8", "0.5", "-1"),
)
_PIECES = [piece for piece in (*VALUES, *LINES, *CHARACTERS, *KEYS, *_WORDS) if piece.isprintable()]

_leaves: SearchStrategy[Any] = (
    st.none() | st.sampled_from(_WORDS) | st.text(max_size=8) | st.integers() | st.floats() | st.sampled_from(_PIECES)
)
_data = st.recursive(
    _leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=20,
)
_items = st.lists(st.dictionaries(st.sampled_from(KEYS), _data, max_size=8), max_size=3)


def _dumped(data: Any) -> bytes:
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode()


def _file(kind: type[Record], sound: dict[str, Any]) -> SearchStrategy[bytes]:
    wrong = st.fixed_dictionaries({}, optional=dict.fromkeys(kind.model_fields, _items | _data))
    return wrong.map(lambda keys: _dumped(sound | keys))


plans = _file(Plan, PLAN)
records = _file(Records, {})
campaigns = _file(Campaign, CAMPAIGN)
texts = st.lists(st.sampled_from(_PIECES) | st.sampled_from(["\n", "\n  ", ": ", "- "]) | st.text(max_size=4)).map(
    lambda pieces: "".join(pieces).encode("utf-8", "surrogateescape")
)
