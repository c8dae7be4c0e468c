"""Hidden cells as published elsewhere: every figure of ``compare.json`` within its tolerance."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest

from analysis.disclosure import (
    Knowledge,
    bounds,
    cells_to_hide,
    crossed,
    exact,
    marked,
    percentage,
    revealing_rows,
    sums_of,
    total,
)
from tests.analysis.compare_vectors import compare, ids, of_topics, tolerance_of

TOPICS = ("disclosure.",)
FEWEST = {
    "disclosure.bounds": 1,
    "disclosure.secondary": 5,
    "disclosure.differencing": 1,
    "disclosure.attribute": 1,
    "disclosure.threshold_known": 4,
    "disclosure.totals": 1,
    "disclosure.rate": 1,
    "disclosure.time": 1,
}
ANY = (0, float("inf"))


def named(cell: tuple[int, int]) -> str:
    return ",".join(map(str, cell))


def hiding(table: list[list[int]], hidden: set[tuple[int, int]]) -> Knowledge:
    """All totals of a table are shown, and all other cells."""
    counts = np.array(table)
    shown = {cell: counts[cell] for cell in np.ndindex(counts.shape) if cell not in hidden}
    return crossed(shown, counts.sum(axis=1).tolist(), counts.sum(axis=0).tolist())


def by_name(found: dict) -> dict:
    return {named(cell): list(pair) for cell, pair in found.items()}


def given_bounds(given: dict) -> dict:
    shown = {tuple(map(int, cell.split(","))): value for cell, value in given["published"].items()}
    return {"bounds": by_name(bounds(crossed(shown, given["row_totals"], given["column_totals"])))}


def chosen(table: list[list[int]], small: list, *, with_columns: bool = True) -> list[list[int]]:
    counts = np.array(table)
    values = {cell: float(counts[cell]) for cell in np.ndindex(counts.shape)}
    sums = sums_of(*counts.shape, with_columns=with_columns)
    return sorted(map(list, cells_to_hide(values, sums, {tuple(cell) for cell in small})))


def secondary(given: dict) -> dict:
    if "row" in given:
        row, threshold = given["row"], given["threshold"]
        small = [[0, place] for place, count in enumerate(row) if 0 < count < threshold]
        hidden = chosen([row], small, with_columns=not given["total_published"])
        return {"hidden_positions": [place for _, place in hidden]}
    if "hidden" in given:
        return two_in_each_line(given)
    table = np.array(given["table"])
    small = given.get("primary", np.argwhere(table <= 1).tolist())
    hidden = chosen(given["table"], small)
    rows, columns = table.shape
    return {
        "primary": small,
        "hidden": hidden,
        "secondary": len(hidden) - len(small),
        "published_cells_incl_margins": (rows + 1) * (columns + 1) - len(hidden),
    }


def two_in_each_line(given: dict) -> dict:
    hidden = {tuple(cell) for cell in given["hidden"]}
    more = {tuple(cell) for cell in chosen(given["table"], given["hidden"])}
    after = bounds(hiding(given["table"], more))
    (extra,) = more - hidden
    return {
        "exactly_recomputable": {
            named(cell): value for cell, value in exact(bounds(hiding(given["table"], hidden))).items()
        },
        "extra_hidden_needed": len(more - hidden),
        "after_hiding": list(extra),
        "bounds": by_name(after),
    }


def differencing(given: dict) -> dict:
    """Bands of both tables are sums of the pieces between all their edges; each row for itself."""
    tables = [given["table_a"], given["table_b"]]
    edges = [[lowest_age(band) for band in one["bands"]] for one in tables]
    pieces = sorted({edge for one in edges for edge in one})
    counts, revealed = [], set()
    for row in range(len(tables[0]["rows"])):
        statements = [
            total([piece for piece in pieces if first <= piece < after], value)
            for one, starts in zip(tables, edges, strict=True)
            for (first, after), value in zip(pairwise([*starts, 999]), one["rows"][row], strict=True)
        ]
        found = exact(bounds(Knowledge(dict.fromkeys(pieces, ANY), statements)))
        new = [piece for piece in found if not all(whole_band(piece, pieces, one) for one in edges)]
        inner = next(piece for piece in new if not any(whole_band(piece, pieces, one) for one in edges))
        counts.append(int(found[inner]))
        revealed.add(f"{inner}-{pieces[pieces.index(inner) + 1] - 1}")
    (band,) = revealed
    return {"revealed_band": band, "counts": counts}


def lowest_age(band: str) -> int:
    return 0 if band.startswith("<") else int(band.rstrip("+").split("-")[0])


def whole_band(piece: int, pieces: list[int], starts: list[int]) -> bool:
    """Whether a piece is a band of this table as it stands."""
    after = [*pieces, 999][pieces.index(piece) + 1]
    return piece in starts and [*starts, 999][starts.index(piece) + 1] == after


def attributes(given: dict) -> dict:
    found = revealing_rows(given["table"])
    return {
        "group_disclosure_rows": [given["rows"][row] for row in found.group],
        "within_group_rows": [given["rows"][row] for row in found.within],
    }


def threshold_known(given: dict) -> dict:
    row, hidden = given["row"], given["hidden_positions"]
    known = {}
    for place in hidden:
        says_small = row[place] < given["threshold"] if given["small_cells_marked_as_small"] else None
        known[place] = marked(
            given["threshold"], zeros_published=given["zeros_published"], is_small=says_small
        )
    shown = sum(count for place, count in enumerate(row) if place not in hidden)
    found = bounds(Knowledge(known, [total(hidden, sum(row), shown)]))
    pairs = [list(found[place]) for place in hidden]
    return {"bounds": pairs, "exact": [lower == upper for lower, upper in pairs]}


def totals(given: dict) -> dict:
    """What a page adds up again without the hidden cell, beside the total that other pages show."""
    (hidden,) = (tuple(cell) for cell in given["suppressed"])
    seen = given["grand_total_after_suppression"]
    assert seen == np.array(given["table"]).sum() - np.array(given["table"])[hidden]
    found = exact(bounds(Knowledge({hidden: ANY}, [total([hidden], given["grand_total_true"], seen)])))
    return {"acceptable": hidden not in found, "leaks": found[hidden]}


def rate(given: dict) -> dict:
    shown = percentage("count", given["denominator"], given["rate_percent_1_decimal"], 1)
    return {"recovered_numerator": exact(bounds(Knowledge({"count": ANY}, shown)))["count"]}


def time(given: dict) -> dict:
    hidden = [place for place, count in enumerate(given["months"]) if count is None]
    shown = sum(count for count in given["months"] if count is not None)
    known = dict.fromkeys(hidden, marked(given["threshold"], zeros_published=True, is_small=True))
    found = exact(bounds(Knowledge(known, [total(hidden, given["quarter_total"], shown)])))
    return {"recovered_month": found[hidden[0]]}


WAYS = {
    "disclosure.bounds": given_bounds,
    "disclosure.secondary": secondary,
    "disclosure.differencing": differencing,
    "disclosure.attribute": attributes,
    "disclosure.threshold_known": threshold_known,
    "disclosure.totals": totals,
    "disclosure.rate": rate,
    "disclosure.time": time,
}


@pytest.mark.parametrize("name", ids(*TOPICS))
def test_every_published_figure_comes_out(name):
    vector = of_topics(TOPICS)[name]
    compare(WAYS[vector["topic"]](vector["input"]), vector["expected"], tolerance_of(vector))


def test_no_topic_is_left_out():
    counted = Counter(one["topic"] for one in of_topics(TOPICS).values())
    assert counted.keys() == FEWEST.keys()
    assert all(counted[topic] >= fewest for topic, fewest in FEWEST.items())
