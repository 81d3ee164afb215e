"""What is wrong with the form of a file's data: each error of the models as a problem with advice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic_core import ErrorDetails

from ducha.advice import kinds, shapes
from ducha.advice.days import advise_month, advise_period, advise_year
from ducha.advice.keys import find_meant, record_at
from ducha.advice.numbers import advise_amount, advise_number
from ducha.advice.wrong import Wrong, value_at
from ducha.model.values import Record
from ducha.problems import KEY, Path, Problem


def form_problem(kind: type[Record], data: Any, error: ErrorDetails) -> Problem:
    """Return the problem of one error that a model raised for a file's data."""
    path = tuple(error["loc"])
    wrong = Wrong(kind, path, error["input"], error.get("ctx") or {}, value_at(data, path[:-1]), data)
    describe = _DESCRIBE.get(error["type"], kinds.whatever)
    if error["type"] not in ("missing", "extra_forbidden") and wrong.value in (None, ""):
        describe = shapes.empty
    problem = describe(wrong)
    return problem._replace(path=(*path, *problem.path))


def is_misspelt(kind: type[Record], data: Any, error: ErrorDetails) -> bool:
    """Whether a key is missing only because it is there in another spelling, which is a problem already."""
    path = tuple(error["loc"])
    parent, record = value_at(data, path[:-1]), record_at(kind, path[:-1])
    if error["type"] != "missing":
        return False
    if isinstance(parent, list):  # one of two numbers, where the other may hold both: [3，5]
        return len(parent) == 1 and not re.fullmatch(r"-?\d+(\.\d+)?", str(parent[0]))
    if not isinstance(parent, dict) or record is None:
        return False
    unknown = (key for key in parent if key not in record.model_fields)
    return any(find_meant(record, key, parent) == path[-1] for key in unknown)


def damaged_by(kind: type[Record], data: Any, error: ErrorDetails) -> Iterator[Path]:
    """Yield the places that an error leaves in doubt: its own, and that of the key which a misspelt one meant."""
    path = tuple(step for step in error["loc"] if step != KEY)
    yield path
    parent, record = value_at(data, path[:-1]), record_at(kind, path[:-1])
    if error["type"] == "extra_forbidden" and isinstance(parent, dict) and record:
        meant = find_meant(record, str(path[-1]), parent)
        if meant:
            yield (*path[:-1], meant)


_DESCRIBE: dict[str, Callable[[Wrong], Problem]] = {
    "extra_forbidden": shapes.unknown_key,
    "missing": shapes.missing,
    "string_too_short": shapes.empty,
    "tuple_type": shapes.not_a_list,
    "model_type": shapes.not_a_record,
    "dict_type": shapes.not_a_mapping,
    "string_type": shapes.not_a_text,
    "too_long": shapes.not_two,
    "too_short": shapes.empty,
    "literal_error": kinds.not_a_choice,
    "greater_than_equal": kinds.below,
    "less_than_equal": kinds.above,
    "target": kinds.no_target,
    "between": kinds.between,
    "levels": kinds.levels,
    "day": kinds.no_day,
    "month": kinds.refused_value("DC205", "不是月份", advise_month),
    "period": kinds.refused_value("DC205", "不是一期的名称", advise_period),
    "year": kinds.refused_value("DC205", "不是年份", advise_year),
    "number": kinds.refused_value("DC206", "不是这里能用的数字", advise_number),
    "count": kinds.no_count,
    "amount": kinds.refused_value("DC206", "不是这里能用的金额", advise_amount),
    "project": kinds.no_project,
    "flag": kinds.no_flag,
    "string_pattern_mismatch": kinds.no_id,
}
