"""Caseload beside workload: the same officers by count of cases and by weighted workload."""

from itertools import pairwise

import polars as pl

from dashboards.access import SMALLEST_SHOWN
from dashboards.charts.pressure_readings import beside_reading
from dashboards.charts.stacks import stacked_bars
from dashboards.components import panels as screen
from dashboards.components import states
from dashboards.components.filters import Chosen
from dashboards.queries import SERVICE
from dashboards.queries import pressure as questions
from dashboards.sections import look, words
from dashboards.sections.pressure.asked import amount_words, measured_by
from dashboards.small_groups import hidden_parts
from dashboards.text import number, t


def beside(status: dict, chosen: Chosen) -> None:
    """How many officers are in which band of cases, and of these in which band of workload."""
    tables = questions.load_tables(chosen.among, chosen.weight_scheme)
    everyone = tables[chosen.among]
    office = chosen.part
    rows = everyone.filter(pl.col("office_id") == office)
    if rows.is_empty():
        return
    # A region's people, less those of all others, would tell of a small region.
    if office in _hidden(everyone) or chosen.among in _hidden(tables[SERVICE]) - {questions.ALL}:
        states.note(t("pressure.too_few", smallest=SMALLEST_SHOWN))
        return
    cases, pcts = _bounds("active_cases"), _bounds("workload_pct")
    if not (cases and pcts):
        return
    bars, parts = _bands("active_cases", cases), _bands("workload_pct", pcts)
    drawn = pl.DataFrame(
        [
            {"row": _key(row["cases_above"]), "part": _key(row["pct_above"]), "amount": row["people"]}
            for row in rows.to_dicts()
        ]
    )
    low, middle = pcts[0], cases[len(cases) // 2]
    read = beside_reading(rows, low, middle)
    said = {name: number(count) for name, count in read.items()}
    said |= {"pct": amount_words("workload_pct", low), "cases": number(middle)}
    screen.chart(
        stacked_bars(
            drawn, bars, parts, look(status), {"unit": t("pressure.officers")} | words("pressure", "none")
        ),
        name="pressure_beside",
        title=t(f"pressure.beside_title{'' if read['over'] else '_none'}", **said),
        subtitle=t("pressure.beside_subtitle", office=chosen.label("office"), basis=measured_by(chosen)),
        summary=t("pressure.beside_summary", **said),
        table=_table(drawn, bars, parts),
        columns={
            "band": t("pressure.column_cases_band"),
            **{f"part_{spot}": name for spot, name in enumerate(parts.values())},
        },
        status=status,
        words=chosen.words,
        marts=("fct_area_load_bands",),
    )


def _hidden(everyone: pl.DataFrame) -> set[str]:
    """Offices ('' = all together) whose people are too few to be shown, or would give such an office away."""
    people = dict(everyone.group_by("office_id").agg(pl.col("people").sum()).iter_rows())
    whole = people.pop(questions.ALL, 0)
    return hidden_parts(people) | ({questions.ALL} if whole < SMALLEST_SHOWN else set())


def _bounds(measure: str) -> list[float]:
    rows = questions.thresholds().filter(pl.col("measure") == measure)
    return rows["threshold"].unique().sort().to_list()


def _bands(measure: str, bounds: list[float]) -> dict[str, str]:
    """The bands between thresholds in words, by the threshold that each is above."""
    amounts = {bound: amount_words(measure, bound) for bound in bounds}
    bare = {bound: number(bound) if measure == "active_cases" else amounts[bound] for bound in bounds}
    bands = {_key(None): t("pressure.up_to", amount=amounts[bounds[0]])}
    bands |= {
        _key(low): t("pressure.between", low=bare[low], high=amounts[high]) for low, high in pairwise(bounds)
    }
    return bands | {_key(bounds[-1]): t("pressure.above", amount=amounts[bounds[-1]])}


def _key(above: float | None) -> str:
    return "below all" if above is None else f"{above:g}"


def _table(drawn: pl.DataFrame, bars: dict[str, str], parts: dict[str, str]) -> pl.DataFrame:
    counts = {(row, part): amount for row, part, amount in drawn.iter_rows()}
    return pl.DataFrame(
        [
            {"band": name} | {f"part_{spot}": counts.get((row, part), 0) for spot, part in enumerate(parts)}
            for row, name in bars.items()
        ]
    )
