"""Caseload beside workload: the same officers by count of cases and by weighted workload."""

from itertools import pairwise

import polars as pl

from dashboards.access.door import SMALLEST_SHOWN
from dashboards.charts.pressure_readings import beside_reading
from dashboards.charts.stacks import stacked_bars
from dashboards.panel import Panel, Table, hidden
from dashboards.panels import unweighed
from dashboards.panels.pressure import frames, thresholds
from dashboards.text import number, part_of, plural, t
from dashboards.view import View


def beside(view: View) -> Panel | None:
    """How many officers are in which band of cases, and of these in which band of workload."""
    rows = frames.loads_beside_cases(view)
    if rows.is_empty() or unweighed.is_all(view):
        return None
    if rows["is_hidden"].all():
        return hidden("pressure_beside", t("pressure.too_few", smallest=SMALLEST_SHOWN))
    cases, pcts = (thresholds.bounds(view, measure) for measure in ("active_cases", "workload_pct"))
    if not (cases and pcts):
        return None
    bars, colours = _bands("active_cases", cases), _bands("workload_pct", pcts)
    shown = rows.filter(~pl.col("is_hidden"))
    drawn = _drawn(shown)
    # a band without a bar is hidden: one without anybody is hidden too
    inside = {"unit": t("pressure.officers"), "none": t("pressure.suppressed")}
    read = beside_reading(shown, pcts[0], cases[len(cases) // 2])
    said = _said(read, pcts[0], cases[len(cases) // 2])
    gone = rows.filter("is_hidden").height
    basis = thresholds.measured_by(view)
    return Panel(
        "pressure_beside",
        title=_title(read["few"], read["over"], said, is_part=gone > 0),
        subtitle=t("pressure.beside_subtitle", office=view.choice.label("office"), basis=basis),
        chart=stacked_bars(drawn, bars, colours, view.look, inside),
        summary=_in_numbers("pressure.beside_summary", read["room"], read["many"], said),
        table=Table(
            _table(drawn, bars, colours),
            {
                "band": t("pressure.column_cases_band"),
                **{f"part_{position}": name for position, name in enumerate(colours.values())},
            },
            missing=t("pressure.suppressed_cell"),
            stands_for={"band": "cases_above"}
            | {f"part_{position}": "officers" for position in range(len(colours))},
        ),
        notes=(plural("pressure.beside_hidden", gone, smallest=SMALLEST_SHOWN),) if gone else (),
        marts=("fct_area_load_bands",),
    )


def _said(read: dict[str, int], pct: float, cases: float) -> dict[str, str]:
    """How far the two measures agree, in words."""
    return {name: number(count) for name, count in read.items()} | {
        "pct": thresholds.amount_words("workload_pct", pct),
        "cases": number(cases),
    }


def _title(few: int, over: int, said: dict[str, str], *, is_part: bool) -> str:
    """How many would be missed by a count; of the bands that are shown where others are hidden."""
    if not is_part:
        return _in_numbers("pressure.beside_title", few, over, said)
    return t(f"pressure.beside_title{'' if over else '_none'}_shown", **said)


def _in_numbers(key: str, part: int, people: int, said: dict[str, str]) -> str:
    """The sentence about so many people, or the one that says that there are none."""
    return part_of(key, part, people, **said) if people else t(f"{key}_none", **said)


def _drawn(rows: pl.DataFrame) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {"row": _key(row["cases_above"]), "part": _key(row["pct_above"]), "amount": row["people"]}
            for row in rows.to_dicts()
        ]
    )


def _bands(measure: str, bounds: list[float]) -> dict[str, str]:
    """The bands between thresholds in words, by the threshold that each is above."""
    amounts = {bound: thresholds.amount_words(measure, bound) for bound in bounds}
    bare = {bound: number(bound) if measure == "active_cases" else amounts[bound] for bound in bounds}
    bands = {_key(None): t("pressure.up_to", amount=amounts[bounds[0]])}
    bands |= {
        _key(low): t("pressure.between", low=bare[low], high=amounts[high]) for low, high in pairwise(bounds)
    }
    return bands | {_key(bounds[-1]): t("pressure.above", amount=amounts[bounds[-1]])}


def _key(above: float | None) -> str:
    return "below all" if above is None else f"{above:g}"


def _table(drawn: pl.DataFrame, bars: dict[str, str], colours: dict[str, str]) -> pl.DataFrame:
    counts = {(row, part): amount for row, part, amount in drawn.iter_rows()}
    shown = set(drawn["row"])
    return pl.DataFrame(
        [
            {"band": name}
            | {
                f"part_{position}": counts.get((row, part), 0) if row in shown else None
                for position, part in enumerate(colours)
            }
            for row, name in bars.items()
        ]
    )
