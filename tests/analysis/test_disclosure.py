"""The audit and the choice of hidden cells held to every table there is, of small drawn ones, and edges."""

import math
import random
from itertools import combinations, product

import numpy as np
import pytest

from analysis.disclosure import (
    Knowledge,
    Statement,
    bounds,
    cells_to_hide,
    crossed,
    exact,
    marked,
    percentage,
    revealing_rows,
    sums_of,
    total,
    wilson_interval,
)
from analysis.intervals import wilson

ANY = (0, math.inf)


def every_table(known: Knowledge, most: int) -> dict[object, tuple[float, float]]:
    """The least and most of each cell over all tables of counts up to ``most`` that fit."""
    cells = list(known.hidden)
    sizes = [range(int(low), int(min(high, most)) + 1) for low, high in known.hidden.values()]
    tables = np.array(np.meshgrid(*sizes, indexing="ij")).reshape(len(cells), -1)
    fits = np.ones(tables.shape[1], bool)
    for one in known.statements:
        sums = sum(weight * tables[cells.index(cell)] for cell, weight in one.weights.items())
        fits &= (sums >= one.lower - 1e-9) & (sums <= one.upper + 1e-9)
    return {cell: (counts.min(), counts.max()) for cell, counts in zip(cells, tables[:, fits], strict=True)}


def drawn_knowledge(seed: int) -> Knowledge:
    """A drawn table with a few cells hidden, a mark for some of them, and perhaps a rate of one of them."""
    draw = random.Random(seed)
    rows, columns = draw.choice([(2, 2), (2, 3), (3, 3)])
    table = np.array([[draw.choice([0, 1, 2, 3, 6]) for _ in range(columns)] for _ in range(rows)])
    cells = list(product(range(rows), range(columns)))
    hidden = draw.sample(cells, draw.randint(2, 4))
    marks = {
        cell: marked(5, zeros_published=bool(table[cell]), is_small=True)
        for cell in hidden
        if table[cell] < 5 and draw.random() < 0.4
    }
    known = crossed(
        {cell: int(table[cell]) for cell in cells if cell not in hidden},
        [one if draw.random() < 0.9 else None for one in table.sum(axis=1).tolist()],
        [one if draw.random() < 0.9 else None for one in table.sum(axis=0).tolist()],
        marks,
    )
    known = known.knowing([total(hidden, int(sum(table[cell] for cell in hidden)))])
    if draw.random() < 0.3:
        cell = draw.choice(hidden)
        return known.knowing(percentage(cell, 13, round(100 * table[cell] / 13, 0), 0))
    return known


def test_bounds_are_those_of_every_table_that_fits():
    given_away = 0
    for seed in range(40):
        known = drawn_knowledge(seed)
        found = bounds(known)
        assert found == every_table(known, most=24), seed
        given_away += len(exact(found))
    assert given_away > 10


def test_whole_numbers_tell_more_than_fractions():
    """Twice one cell and three times another are 7: only 2 and 1 do it in whole people."""
    known = Knowledge({"a": ANY, "b": ANY}, [total({"a": 2, "b": 3}, 7)])
    assert bounds(known) == {"a": (2, 2), "b": (1, 1)}
    parts = bounds(known, whole=False)
    assert parts["a"] == pytest.approx((0, 3.5))
    assert parts["b"] == pytest.approx((0, 7 / 3))


def test_nothing_known_is_nothing_limited_and_a_contradiction_is_said():
    assert bounds(Knowledge({})) == {}
    assert bounds(Knowledge({"a": ANY, "b": (1, 4)})) == {"a": (0, math.inf), "b": (1, 4)}
    with pytest.raises(ValueError, match="contradicts itself"):
        bounds(Knowledge({"a": (5, math.inf)}, [total(["a"], 3)]))
    with pytest.raises(ValueError, match="contradicts itself"):
        bounds(Knowledge({"a": ANY}, [total({"a": 2}, 3)]))
    with pytest.raises(ValueError, match="no value"):
        bounds(Knowledge({"a": (5, 4)}))
    with pytest.raises(ValueError, match="not hidden"):
        Knowledge({"a": ANY}, [Statement({"b": 1}, 0, 1)])


def test_a_difference_of_unlimited_cells_is_unlimited_on_both_sides():
    found = bounds(Knowledge({"came": ANY, "left": ANY}, [total({"came": 1, "left": -1}, 3)]))
    assert found == {"came": (3, math.inf), "left": (0, math.inf)}


def test_a_stock_gives_away_a_flow():
    hidden = {"came": marked(5, zeros_published=True, is_small=True)}
    # 40 at the start, 43 at the end, 1 left.
    found = bounds(Knowledge(hidden, [total({"came": 1}, 43 - 40 + 1)]))
    assert exact(found) == {"came": 4}
    both = Knowledge(hidden | {"left": (0, 4)}, [total({"came": 1, "left": -1}, 3)])
    assert bounds(both) == {"came": (3, 4), "left": (0, 1)}


def test_a_published_share_gives_away_its_count_or_its_denominator():
    assert exact(bounds(Knowledge({"n": ANY}, percentage("n", 40, 7.5, 1)))) == {"n": 3}
    assert bounds(Knowledge({"n": ANY}, percentage("n", 400, 1, 0))) == {"n": (2, 6)}
    denominator = Knowledge({"of": (1, math.inf)}, percentage(None, "of", 37.5, 1, known=3))
    assert exact(bounds(denominator)) == {"of": 8}
    both = Knowledge({"n": (1, 4), "of": (5, 20)}, percentage("n", "of", 23.1, 1))
    assert exact(bounds(both)) == {"n": 3, "of": 13}


def test_a_published_interval_gives_away_its_count():
    for count in (0, 1, 3, 17, 40):
        lower, upper = (round(float(one), 3) for one in wilson(count, 40))
        found = bounds(Knowledge({"n": ANY}, [wilson_interval("n", 40, lower, upper, 3)]))
        assert exact(found) == {"n": count}
    rough = wilson_interval("n", 1000, 0.1, 0.1, 1)
    assert rough.lower < rough.upper
    with pytest.raises(ValueError, match="No count"):
        wilson_interval("n", 40, 0.5, 0.5, 3)


def test_marks_say_the_more_the_more_kinds_there_are():
    assert marked(5, zeros_published=True) == (1, math.inf)
    assert marked(5, zeros_published=False) == (0, math.inf)
    assert marked(5, zeros_published=True, is_small=True) == (1, 4)
    assert marked(5, zeros_published=True, is_small=False) == (5, math.inf)
    with pytest.raises(ValueError, match="1 or more"):
        marked(0, zeros_published=True)


def is_safe(table: np.ndarray, hidden: set, small: set, lowest: int, apart: int) -> bool:
    """By the audit: what is left shows no small cell, nor closer than ``apart``."""
    shown = {cell: int(table[cell]) for cell in np.ndindex(table.shape) if cell not in hidden}
    marks = dict.fromkeys(hidden, (lowest, math.inf))
    found = bounds(crossed(shown, table.sum(axis=1).tolist(), table.sum(axis=0).tolist(), marks))
    return all(found[cell][1] - found[cell][0] >= apart for cell in small)


def cheapest_by_trying(table: np.ndarray, small: set, lowest: int, apart: int) -> float | None:
    """What the further cells hold, of all ways to hide further ones; None where no way does it."""
    others = [cell for cell in np.ndindex(table.shape) if cell not in small and table[cell] >= lowest]
    ways = [set(more) for size in range(len(others) + 1) for more in combinations(others, size)]
    ways.sort(key=lambda more: sum(int(table[cell]) for cell in more))
    for more in ways:
        if is_safe(table, small | more, small, lowest, apart):
            return sum(int(table[cell]) for cell in more)
    return None


def chosen(table: np.ndarray, small: set, lowest: int, apart: int = 1) -> set:
    values = {cell: float(table[cell]) for cell in np.ndindex(table.shape)}
    return cells_to_hide(values, sums_of(*table.shape), small, lowest=lowest, apart=apart)


def test_no_cheaper_choice_is_safe_of_all_there_are():
    tried = 0
    for seed in range(6):
        draw = np.random.default_rng(seed)
        table = draw.choice([0, 1, 2, 3, 7, 8, 9, 12, 15], (2, 4) if seed % 2 else (3, 3))
        lowest, apart = int(seed % 3 > 0), 1 + seed % 2
        small = {cell for cell in np.ndindex(table.shape) if lowest <= table[cell] < 3}
        small = set(sorted(small)[:3])
        best = cheapest_by_trying(table, small, lowest, apart)
        if best is None:
            with pytest.raises(ValueError, match="No choice"):
                chosen(table, small, lowest, apart)
            continue
        hidden = chosen(table, small, lowest, apart)
        assert small <= hidden
        assert is_safe(table, hidden, small, lowest, apart)
        assert sum(int(table[cell]) for cell in hidden - small) == best
        tried += best > 0
    assert tried >= 3


def test_many_small_cells_are_taken_one_by_one_and_are_safe_as_well(monkeypatch):
    draw = np.random.default_rng(4)
    table = draw.poisson(draw.gamma(1, 9, (7, 5)))
    small = {cell for cell in np.ndindex(table.shape) if 0 < table[cell] < 5}
    together = chosen(table, small, 1)
    monkeypatch.setattr("analysis.disclosure.choosing.TOGETHER", 0)
    one_by_one = chosen(table, small, 1)
    for hidden in (together, one_by_one):
        assert is_safe(table, hidden, small, 1, 1)
    assert sum(table[cell] for cell in together) <= sum(table[cell] for cell in one_by_one)


@pytest.mark.parametrize(("other", "further_cells"), [(13, 5), (12, 3)])
def test_the_cheapest_cells_are_chosen_and_of_two_equal_choices_the_fewer(other, further_cells):
    """Five cells of 4 hide the small one, and so do 4, 4 and another: dearer as 13, as dear as 12."""
    table = np.array([[3, 4, 90], [90, 4, 4], [4, other, 4]])
    hidden = chosen(table, {(0, 0)}, 0)
    assert len(hidden) - 1 == further_cells
    assert sum(int(table[cell]) for cell in hidden) - 3 == 20


def test_quarters_are_sums_like_any_other():
    months = {("a", month): float(count) for month, count in enumerate([12, 3, 15])}
    hidden = cells_to_hide(months, [list(months)], {("a", 1)}, lowest=1)
    assert hidden == {("a", 1), ("a", 0)}


def test_costs_decide_where_they_are_given():
    values = {"a": 3.0, "b": 9.0, "c": 17.0}
    assert cells_to_hide(values, [list(values)], {"a"}) == {"a", "b"}
    assert cells_to_hide(values, [list(values)], {"a"}, costs={"a": 0, "b": 9, "c": 1}) == {"a", "c"}


def test_what_cannot_be_hidden_is_said():
    assert cells_to_hide({"a": 3.0}, [], []) == set()
    assert cells_to_hide({"a": 3.0}, [], {"a"}) == {"a"}
    with pytest.raises(ValueError, match="No choice"):
        cells_to_hide({"a": 3.0}, [["a"]], {"a"})
    # Two ones beside each other are two ones, however they are marked, where zeros are shown.
    with pytest.raises(ValueError, match="No choice"):
        cells_to_hide({"a": 1.0, "b": 1.0}, [["a", "b"]], {"a", "b"}, lowest=1)
    with pytest.raises(ValueError, match="without a value"):
        cells_to_hide({"a": 3.0}, [], {"b"})
    with pytest.raises(ValueError, match="below the lowest"):
        cells_to_hide({"a": 0.0, "b": 4.0}, [["a", "b"]], {"a"}, lowest=1)


def test_rows_that_give_away_what_their_people_share():
    found = revealing_rows([[6, 0, 0], [5, 1, 0], [2, 2, 0], [0, 0, 0], [1, 1, 0], [5, 1, 1], [0, 0, 1]])
    assert found.group == (0, 6)
    assert found.within == (1, 4)
    assert revealing_rows([]).group == ()
    with pytest.raises(ValueError, match="rows of counts"):
        revealing_rows([1, 2])
