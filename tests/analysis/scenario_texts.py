"""Scenario files for tests: one that is right, and the same with something else in it."""

HEAD = """\
schema = 1
title = "Ten more"
area = "service"
service_lines = ["offender_supervision"]
months = 12
"""
ROW = """\
[[assumptions]]
name = "hires_fte"
low = 5
central = 10
high = 12
unit = "fte"
owner = "head of staff"
source = "assumption"
made_on = 2026-06-01
review_on = 2026-12-01
from_on = 2026-10-01
"""
GOOD = HEAD + ROW


def row(
    name: str, central: float, *, low: float | None = None, high: float | None = None, **more: str
) -> str:
    """One assumption in TOML; ``more`` are keys with their value as it is written in the file."""
    unit = {"_fte": "fte", "_pct": "percent", "cases": "cases a month"}[
        name[-5:] if name[-5:] == "cases" else name[-4:]
    ]
    said = {
        "name": f'"{name}"',
        "low": central if low is None else low,
        "central": central,
        "high": central if high is None else high,
        "unit": f'"{unit}"',
        "owner": '"somebody"',
        "source": '"assumption"',
        "made_on": "2026-06-01",
        "review_on": "2026-12-01",
    } | more
    return "[[assumptions]]\n" + "".join(f"{key} = {value}\n" for key, value in said.items())


def changed(old: str, new: str) -> str:
    """The scenario that is right, with one piece of it replaced."""
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)
