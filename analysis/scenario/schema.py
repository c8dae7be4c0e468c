"""The same rules as a JSON schema, for editors that check: `scenarios/scenario.schema.json`."""

import json
import sys

from analysis.scenario.fields import (
    ASSUMPTION,
    DAY,
    INTERVENTION,
    NUMBER,
    ROWS,
    SCENARIO,
    TEXT,
    WHOLE,
    WORDS,
    Field,
)
from analysis.scenario.names import INTERVENTIONS, NAMES, Name
from analysis.scenario.reading import MOST_MONTHS, MOST_ROWS, SCHEMA
from analysis.scenario.scenario import LEVELS

_KINDS = {
    TEXT: {"type": "string", "pattern": r"\S"},
    NUMBER: {"type": "number"},
    WHOLE: {"type": "integer"},
    DAY: {"type": "string", "format": "date"},
    WORDS: {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": r"\S"}},
    ROWS: {"type": "array"},
}


def json_schema() -> dict:
    """The schema of a scenario file, draft 2020-12; what compares two values is in `reading` alone."""
    interventions = _table(INTERVENTION)
    interventions["properties"]["kind"] = {"enum": list(INTERVENTIONS)}
    assumptions = _table(ASSUMPTION)
    assumptions["properties"]["name"] = {"enum": list(NAMES)}
    assumptions["properties"]["intervention"] = {"enum": list(INTERVENTIONS)}
    assumptions["allOf"] = [
        {"if": {"properties": {"name": {"const": one.name}}}, "then": _of(one)} for one in NAMES.values()
    ]
    found = _table(SCENARIO)
    found["properties"] |= {
        "schema": {"const": SCHEMA},
        "months": {"type": "integer", "minimum": 1, "maximum": MOST_MONTHS},
        "interventions": {"type": "array", "items": interventions},
        "assumptions": {"type": "array", "maxItems": MOST_ROWS, "items": assumptions},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A scenario of Maatwerk, see docs/scenarios.md",
    } | found


def _table(fields: tuple[Field, ...]) -> dict:
    translated = [field.key for field in fields if field.is_translated]
    patterns = {f"^({'|'.join(translated)})_[a-z]{{2,3}}$": dict(_KINDS[TEXT])} if translated else {}
    return {
        "type": "object",
        "additionalProperties": False,
        **({"patternProperties": patterns} if patterns else {}),
        "required": [field.key for field in fields if field.is_needed],
        "properties": {field.key: dict(_KINDS[field.kind]) for field in fields},
    }


def _of(one: Name) -> dict:
    """What the name of an assumption says of its other keys."""
    value = {"type": "integer" if one.is_whole else "number", "minimum": one.least, "maximum": one.most}
    properties: dict = {"unit": {"const": one.unit}} | dict.fromkeys(LEVELS, value)
    if not one.moves:
        properties["to_office"] = False
    if not one.is_scoped:
        properties |= dict.fromkeys(("office", "service_line", "from_on", "until_on"), False)
    needed = ["from_on"] * (one.is_event or one.needs_end) + ["until_on"] * one.needs_end
    needed += ["office", "to_office"] * one.moves
    return {"properties": properties} | ({"required": needed} if needed else {})


if __name__ == "__main__":
    sys.stdout.write(json.dumps(json_schema(), indent=2) + "\n")
