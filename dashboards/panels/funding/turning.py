"""How far weights, inflow, length of stay or absence must be off before the answer turns."""

import polars as pl

from analysis.funding import deciding, turning_points
from dashboards.access.open_cases import PAST_START_DAYS
from dashboards.panel import Panel, Table
from dashboards.panels.funding import frames
from dashboards.panels.weights import basis
from dashboards.text import number, percentage, plural, t
from dashboards.view import View

MONTHS_A_YEAR = 12
DOUBLED_PCT = 100  # what is so much higher is said as so many times as high


def every_assumption(view: View) -> Panel | None:
    """Each assumption, as it is and where the answer turns, with the change that takes under every scheme."""
    rows = frames.of_line(view)
    if frames.is_unweighed(view) or rows.filter("is_chosen")["gap_fte"].drop_nulls().is_empty():
        return None
    points = turning_points(rows, view.choice.target_load)
    nearest = deciding(points.filter("is_chosen"))
    found = _in_words(nearest, view).join(
        points.pivot(
            on="weight_scheme", index="assumption", values="turning_change_pct", maintain_order=True
        ),
        on="assumption",
        how="left",
        maintain_order="left",
    )
    schemes = dict(rows.select("weight_scheme", "scheme_label").iter_rows())
    return Panel(
        "funding_turning",
        title=_title(nearest.row(0, named=True)),
        subtitle=t("funding.turning_subtitle", **frames.area_words(view), basis=basis(view)),
        intro=_schemes_said(rows),
        table=Table(
            found,
            {
                "assumption_name": t("funding.column_assumption"),
                "as_it_is": t("funding.column_now"),
                "turns_at": t("funding.column_turns"),
                **{scheme: t("funding.column_change", scheme=label) for scheme, label in schemes.items()},
            },
            missing=t("funding.never_turns"),
            stands_for=dict.fromkeys(schemes, "turning_change_pct"),
            on_phone=("turns_at", view.choice.weight_scheme),
        ),
        notes=(t("funding.turning_note"), t("funding.turning_long_run", days=PAST_START_DAYS)),
        marts=("fct_area_line_windows", "fct_open_cases", "fct_area_clearance_months"),
        explains=("received_cases_12_months", "weight_units"),
    )


def _title(first: dict) -> str:
    change = first["turning_change_pct"]
    if change is None:
        return t("funding.turning_title_none")
    if not round(change, 1):
        return t("funding.turning_title_level")
    assumption = t(f"funding.assumption_{first['assumption']}")
    if change >= DOUBLED_PCT:
        return t("funding.turning_title_times", assumption=assumption, times=number(1 + change / 100, 1))
    way = "lower" if change < 0 else "higher"
    return t(f"funding.turning_title_{way}", assumption=assumption, change=percentage(abs(change), 1))


def _schemes_said(rows: pl.DataFrame) -> str:
    """Whether the choice of the scheme turns the answer by itself: then it decides before all others."""
    known = rows.drop_nulls("gap_fte")
    if known.height < 2:
        return ""
    more = sum(frames.side(gap) == "more" for gap in known["gap_fte"])
    if 0 < more < known.height:
        return plural("funding.scheme_decides", more, known=number(known.height))
    return t("funding.scheme_agrees", known=number(known.height))


def _in_words(points: pl.DataFrame, view: View) -> pl.DataFrame:
    """The assumptions in order, with what each is now and where the answer turns."""
    said = [_now_and_then(row, view) for row in points.to_dicts()]
    return points.select(
        "assumption",
        assumption_name=pl.Series([t(f"funding.name_{name}") for name in points["assumption"]]),
        as_it_is=pl.Series([now for now, _ in said], dtype=pl.String),
        turns_at=pl.Series([then for _, then in said], dtype=pl.String),
    )


def _now_and_then(row: dict, view: View) -> tuple[str | None, str | None]:
    """An assumption in its own unit, as it is and where the answer turns; None where that is not known."""
    name, factor = row["assumption"], row["turning_factor"]
    months = _months_counted(view)
    now = {
        "weights": 100.0,
        "inflow": row["received_cases"],
        "stay": _stay_months(row, months),
        "absence": _absence_pct(row),
    }[name]
    if now is None:
        return None, None
    return _said(name, now, months), None if factor is None else _said(name, now * factor, months)


def _said(name: str, amount: float, months: int) -> str:
    shown = {
        "weights": percentage(amount, 1),
        "inflow": number(amount),
        "stay": number(amount, 1),
        "absence": percentage(amount, 1),
    }[name]
    return t(f"funding.amount_{name}", amount=shown, months=months)


def _months_counted(view: View) -> int:
    """Over how many months new cases are counted: twelve, or those of which all cases are known."""
    first, last = view.status.first_month_on, view.status.as_of
    known = MONTHS_A_YEAR * (last.year - first.year) + last.month - first.month + 1 if first else 1
    return min(MONTHS_A_YEAR, max(1, known))


def _stay_months(row: dict, months: int) -> float | None:
    """By Little's law: the cases that are open, by those that come in a month."""
    came = row["received_cases"]
    return months * row["open_cases_end"] / came if came else None


def _absence_pct(row: dict) -> float | None:
    contract = row["contract_fte_avg"]
    return 100 * (1 - row["available_fte_avg"] / contract) if contract else None
