"""The JSON Schema (draft 2020-12) of the files, from which editors complete keys, explain them and warn at once.

It describes a file as an editor's parser sees it (YAML 1.2 core: ``number: 8`` is an integer), whereas the
records are given text only. What it cannot say (a day that exists, a unit that is registered) ``ducha check``
says.
"""

from __future__ import annotations

import json
import re
from functools import cache

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from ducha.model.campaign import Campaign
from ducha.model.plan import Plan
from ducha.model.project import ProjectLedger
from ducha.model.records import Records
from ducha.model.target import Target
from ducha.model.values import AMOUNT, PERIOD, PROJECT, Record

KINDS: dict[str, type[Record]] = {
    "plan": Plan,
    "campaign": Campaign,
    "supervision": Records,
    "projects": ProjectLedger,
}
"""name of a schema → what a file that it describes is"""

_TITLES = {
    "Campaign": "行动",
    "Records": "督查记录",
    "Plan": "专项行动方案",
    "Indicator": "指标",
    "Target": "目标",
    "Checkpoint": "节点目标",
    "Actual": "数值",
    "PartOf": "组成部分",
    "Completion": "完成情况",
    "Restatement": "另一处表述",
}
"""of the records whose docstring does not give the Chinese word in brackets"""

_IN_BRACKETS = re.compile(r"\(([^()a-zA-Z]+)\)")

_AS_SEEN: dict[str, str | list[str]] = {
    "date": "string",
    "decimal": ["number", "string"],
    "bool": ["boolean", "string"],
    "str": "string",
}
"""what a reader makes of a text → how an editor may see that text"""

_RANGES = {r"\d{1,6}": (0, 999_999), r"(19|20|21)\d{2}": (1900, 2199), PERIOD: (1900, 2199)}
"""pattern of a text that can be a whole number → its range as a number"""

_NUMBERS = (AMOUNT, PROJECT)
"""patterns of a text that can be a number, a broken one too, and none below nothing"""

_ID = "应是编号，只用小写字母、数字和连字符"

_WORDS = ("title", "description", "default")
"""what is said of a key, not of its value"""

_BOUNDS = {"ge": "minimum", "le": "maximum"}
"""pydantic's own words, which it leaves where a number may be absent"""


@cache
def schema_text(name: str) -> str:
    """Return the schema of one kind of file, by its name in ``KINDS``, as it is written to a file."""
    schema = KINDS[name].model_json_schema(schema_generator=_Generator)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


class _Generator(GenerateJsonSchema):
    """Describes each value as it is written, and gives every record and key its Chinese title and description."""

    def generate(self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        return {"$schema": self.schema_dialect, **super().generate(schema, mode)}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        said = vars(schema["function"]["function"])
        inner = self.generate_inner(schema["schema"])
        if "pattern" in said:
            return _read(schema["schema"], inner, **said)
        if "short_for" in said:
            return {"anyOf": [self._property(inner, said["short_for"]), inner]}
        return {"anyOf": [inner["items"], inner]} if "takes_one" in said else inner

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Text as it stands: 2013 and 010 are text too, where text is wanted; an id may be all digits."""
        if "pattern" in schema:
            return {**super().str_schema(schema), "type": ["string", "integer"], "minimum": 0, "errorMessage": _ID}
        return {"type": ["string", "number"], "pattern": r"\S"}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key without a value is left out, not null."""
        return {_BOUNDS.get(key, key): value for key, value in self.generate_inner(schema["schema"]).items()}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        key, value = self.generate_inner(schema["keys_schema"]), self.generate_inner(schema["values_schema"])
        return {"type": "object", "patternProperties": {key["pattern"]: value}, "additionalProperties": False}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave out the defaults that only say that nothing is there; editors would write them down."""
        found = super().default_schema(schema)
        return {key: value for key, value in found.items() if key != "default" or value not in (None, [], {})}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found, kind = super().model_schema(schema), schema["cls"]
        for key, described in found["properties"].items():
            words = kind.model_fields[key].description
            described.update(title=re.split("[：，（；]", words)[0], description=words)
        if kind is Target:
            found = _one_way(found)
        return {**found, "title": _title(kind), "description": _keys(found)}

    def _property(self, reference: JsonSchemaValue, key: str) -> JsonSchemaValue:
        """Return how one key of a record is written, without what is said of it."""
        record = self.resolve_ref_schema(reference)
        return {word: value for word, value in record["properties"][key].items() if word not in _WORDS}


def _read(inner: core_schema.CoreSchema, bounds: JsonSchemaValue, pattern: str, expected: str) -> JsonSchemaValue:
    """Describe what a reader takes; ``errorMessage`` is what editors show in place of their own English."""
    least, most = _RANGES.get(pattern, (0 if pattern in _NUMBERS else None, None))
    limits = {"minimum": bounds.get("minimum", least), "maximum": bounds.get("maximum", most)}
    return {
        "type": ["integer", "string"] if pattern in _RANGES else _AS_SEEN["decimal" if least == 0 else inner["type"]],
        **{key: limit for key, limit in limits.items() if limit is not None},
        "pattern": f"^({pattern})$".replace(r"\d", "[0-9]"),
        "errorMessage": expected,
    }


def _one_way(target: JsonSchemaValue) -> JsonSchemaValue:
    """Say that a target is written one way only, or as a floor and a stretch."""
    ways = [[key] for key in target["properties"] if key not in ("floor", "stretch")] + [["floor", "stretch"]]
    return {**target, "oneOf": [{"required": way, "maxProperties": len(way)} for way in ways]}


def _title(kind: type[Record]) -> str:
    found = _IN_BRACKETS.search(kind.__doc__ or "")
    return found[1] if found else _TITLES.get(kind.__name__, kind.__name__)


def _keys(record: JsonSchemaValue) -> str:
    """What can be written in a record, the keys that must be there first."""
    required = record.get("required", [])
    must = "、".join(f"{key}（{said['title']}）" for key, said in record["properties"].items() if key in required)
    may = "、".join(f"{key}（{said['title']}）" for key, said in record["properties"].items() if key not in required)
    return "；".join([f"必填：{must}"] * bool(must) + [f"可填：{may}"] * bool(may))
