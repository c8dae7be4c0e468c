"""Between which values each hidden cell lies, by two linear programmes per cell (HiGHS, in scipy).

Source: A. Hundepool and others, Statistical Disclosure Control (2012), chapter 4; the attacker's problem of
M. Fischetti and J. J. Salazar-González, Management Science 47 (2001). Counts are whole numbers, which makes
bounds narrower than those of fractions: an attacker knows that too.
"""

import math

import numpy as np
from scipy import optimize, sparse

from analysis.disclosure.knowledge import Cell, Knowledge

OPTIMAL, INFEASIBLE, UNBOUNDED = 0, 2, 3
CLOSE = 1e-6


def bounds(knowledge: Knowledge, *, whole: bool = True) -> dict[Cell, tuple[float, float]]:
    """The least and the most that each hidden cell can be; inf where nothing limits it.

    A cell is given away where both are equal. ``whole``: cells are counts; False for amounts. ValueError
    where no cells fit what is known.
    """
    cells = list(knowledge.hidden)
    found: dict[Cell, tuple[float, float]] = {}
    for part in _parts(knowledge, cells):
        found |= _of_part(part, whole)
    return {cell: found[cell] for cell in cells}


def exact(found: dict[Cell, tuple[float, float]]) -> dict[Cell, float]:
    """The cells that are given away, with their value."""
    return {cell: lower for cell, (lower, upper) in found.items() if upper - lower <= CLOSE}


def _parts(knowledge: Knowledge, cells: list[Cell]) -> list[Knowledge]:
    """What hangs together by statements, so that each programme stays small."""
    places = {cell: place for place, cell in enumerate(cells)}
    pairs = [
        (places[cell], len(cells) + number)
        for number, one in enumerate(knowledge.statements)
        for cell in one.weights
    ]
    nodes = len(cells) + len(knowledge.statements)
    ends = np.array(pairs, int).reshape(-1, 2).T
    graph = sparse.coo_array((np.ones(len(pairs)), (ends[0], ends[1])), shape=(nodes, nodes))
    count, labels = sparse.csgraph.connected_components(graph, directed=False)
    return [
        Knowledge(
            {cells[node]: knowledge.hidden[cells[node]] for node in members if node < len(cells)},
            [knowledge.statements[node - len(cells)] for node in members if node >= len(cells)],
        )
        for members in (np.flatnonzero(labels == one) for one in range(count))
    ]


def _of_part(part: Knowledge, whole: bool) -> dict[Cell, tuple[float, float]]:
    cells = list(part.hidden)
    places = {cell: place for place, cell in enumerate(cells)}
    rows = np.zeros((len(part.statements), len(cells)))
    for number, one in enumerate(part.statements):
        for cell, weight in one.weights.items():
            rows[number, places[cell]] += weight
    lower, upper = (np.array([getattr(one, end) for one in part.statements]) for end in ("lower", "upper"))
    known = np.array([part.hidden[cell] for cell in cells], float).reshape(-1, 2)
    if (known[:, 0] > known[:, 1]).any():
        raise ValueError("What is known of a cell leaves no value for it.")
    problem = {
        "constraints": [optimize.LinearConstraint(sparse.csr_array(rows), lower, upper)] if rows.size else [],
        "bounds": optimize.Bounds(known[:, 0], known[:, 1]),
        "integrality": np.full(len(cells), int(whole)),
    }
    _least(np.zeros(len(cells)), problem)
    return {
        cell: (_least(unit, problem), -_least(-unit, problem))
        for cell, unit in zip(cells, np.eye(len(cells)), strict=True)
    }


def _least(weights: np.ndarray, problem: dict) -> float:
    """The least of a weighted sum; -inf where nothing limits it."""
    answer = optimize.milp(weights, **problem)
    if answer.status not in (OPTIMAL, INFEASIBLE, UNBOUNDED):
        # Presolve may find "unbounded or infeasible" and stop; without it the solver says which.
        answer = optimize.milp(weights, **problem, options={"presolve": False})
    if answer.status == INFEASIBLE:
        raise ValueError("No cells fit what is known: it contradicts itself.")
    if answer.status == UNBOUNDED:
        return -math.inf
    if answer.status != OPTIMAL:
        raise RuntimeError(f"The solver gives no answer: {answer.message}")
    return float(round(answer.fun)) if problem["integrality"].any() else float(answer.fun)
