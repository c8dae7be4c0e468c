"""Comparisons published elsewhere, ``shared/vectors/compare.json``, and how ours are held to them."""

import json
import math
from functools import cache
from typing import Any

import numpy as np
import pytest

from tests.beside import SHARED, given


@cache
def of_topics(prefixes: tuple[str, ...]) -> dict[str, dict]:
    """All of these topics by id; a topic is named by its first words."""
    rows = json.loads((given("vectors") / "compare.json").read_text(encoding="utf-8"))
    return {row["id"]: row for row in rows if row["topic"].startswith(prefixes)}


def ids(*prefixes: str) -> list[str]:
    """Of every vector where the folder is; else one, which says so."""
    return list(of_topics(prefixes)) if (SHARED / "vectors").exists() else ["no vectors beside the checkout"]


def tolerance_of(vector: dict) -> dict[str, float]:
    """As ``pytest.approx`` takes it; a few vectors give theirs in words."""
    match vector["tolerance"]:
        case "relative 1e-4":
            return {"rel": 1e-4, "abs": 0}
        case "1%":
            return {"rel": 0.01, "abs": 0}
        case number:
            return {"abs": max(number, 1e-12), "rel": 0}


def compare(found: Any, expected: Any, tolerance: dict[str, float]) -> None:
    """Every expected figure is there, and close enough; words and None are the same."""
    if isinstance(expected, dict):
        for name, one in expected.items():
            compare(found[name], one, tolerance)
    elif isinstance(expected, list):
        assert len(found) == len(expected)
        for one, other in zip(found, expected, strict=True):
            compare(one, other, tolerance)
    elif expected is None:
        assert found is None or math.isnan(found)
    elif isinstance(expected, str | bool):
        assert found == expected
    else:
        assert np.asarray(found).tolist() == pytest.approx(expected, **tolerance)
