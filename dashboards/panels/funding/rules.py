"""The same staff shared by cases and by work, per office and kind of mandate: where the two rules part."""

import polars as pl

from analysis.funding import shared_staff
from dashboards.access.few_people import FEW_MARK, hidden_in_rows
from dashboards.panel import Panel, Table
from dashboards.panels import few
from dashboards.panels.funding import frames
from dashboards.panels.funding.fewer import OTHERS, listed
from dashboards.panels.funding.strips import strip
from dashboards.panels.parts import labelled, named_parts, part_names
from dashboards.panels.weights import basis
from dashboards.queries import funding as questions
from dashboards.svg.staff import FteScale, two_rules
from dashboards.text import month, signed, t
from dashboards.view import View

_SUMMED = ("rules_differ_fte", "by_case_fte", "by_work_fte", "active_cases_avg")


def every_part(view: View, most: int | None = None) -> Panel | None:
    """The staff of the area, shared over its parts by cases with an officer and by their work.

    ``most``: how many rows are drawn at most, see `fewer`; the table has all.
    """
    whole = frames.whole(view)
    if view.choice.office or whole is None or frames.is_unweighed(view):
        return None
    rows = frames.of_parts(view).filter(pl.col("weight_scheme") == view.choice.weight_scheme)
    shared = hidden_in_rows(shared_staff(rows, whole["available_fte_avg"]))
    names = part_names(view)
    found = named_parts(shared, names)
    if found["rules_differ_fte"].drop_nulls().len() < 2:
        return None
    cut = listed(shared, names, pl.col("rules_differ_fte").abs().first(), _SUMMED, most)
    drawn = named_parts(cut.rows, cut.names)
    return Panel(
        "funding_rules_parts",
        title=_title("parts", found, view),
        subtitle=t("funding.rules_subtitle", **_words(view, whole), basis=basis(view)),
        picture=_picture(drawn, "part_name", t("funding.column_part"), view),
        summary=t("funding.rules_summary"),
        table=Table(
            found,
            {"part_name": t("funding.column_part"), **_columns()},
            filters=view.choice.said_of_every_part,
            missing=few.missing(found, t("common.not_computable")),
            opens="part_id",
        ),
        notes=(*cut.notes, *few.notes(drawn)),
        marts=("fct_area_line_windows",),
    )


def every_kind(view: View) -> Panel | None:
    """The same over kinds of mandate; reports and other tasks have work and are no case."""
    whole = frames.whole(view)
    if whole is None or frames.is_unweighed(view):
        return None
    found = shared_staff(questions.kinds(view.reader, view.choice), whole["available_fte_avg"])
    if found["rules_differ_fte"].drop_nulls().len() < 2:
        return None
    labels = labelled(view, "work_type", found["work_type"])
    named = found.with_columns(
        kind_name=pl.when(pl.col("work_type") == "").then(pl.lit(t("funding.tasks"))).otherwise(labels)
    )
    return Panel(
        "funding_rules_kinds",
        title=_title("kinds", named, view),
        subtitle=t(
            "funding.kinds_subtitle",
            **_words(view, whole),
            basis=basis(view),
            month=month(view.status.as_of),
        ),
        picture=_picture(named, "kind_name", t("funding.column_kind"), view),
        summary=t("funding.kinds_summary"),
        table=Table(
            named,
            {"kind_name": t("funding.column_kind"), **_columns()},
            missing=t("common.not_computable"),
            stands_for={"kind_name": "work_type"},
        ),
        marts=("fct_office_work_months",),
    )


def _words(view: View, whole: dict) -> dict[str, str]:
    return {**frames.area_words(view), "staff": frames.fte(whole["available_fte_avg"])}


def _title(of: str, rows: pl.DataFrame, view: View) -> str:
    """How many full-timers would move, were they shared by work and not by case."""
    moved = rows["rules_differ_fte"].drop_nulls()
    if moved.abs().max() < frames.LEVEL_FTE:
        return t(f"funding.rules_title_{of}_alike")
    return t(f"funding.rules_title_{of}", moved=frames.fte(moved.filter(moved > 0).sum()))


def _columns() -> dict[str, str]:
    return {
        "active_cases_avg": t("funding.column_cases"),
        "by_case_fte": t("funding.column_by_case"),
        "by_work_fte": t("funding.column_by_work"),
        "rules_differ_fte": t("funding.column_differ"),
    }


def _picture(rows: pl.DataFrame, name: str, heading: str, view: View) -> str:
    is_one = [row.get("part_id") != OTHERS for row in rows.to_dicts()]  # others are off the scale of one
    single = rows.filter(is_one)
    shares = [*single["by_case_fte"].drop_nulls(), *single["by_work_fte"].drop_nulls()]
    scale = FteScale.over(shares)
    heads = {"name": heading, "amount": t("funding.head_differ"), "said": t("funding.head_rules")}
    return strip(
        heads, scale, (_drawn(row, row[name], scale, view) for row in rows.to_dicts()), view.synthetic
    )


def _drawn(row: dict, name: str, scale: FteScale, view: View) -> tuple[str, str, str, str]:
    if row["rules_differ_fte"] is None:
        return name, "", "–", few.cell() if row.get(FEW_MARK) else t("common.not_computable")
    said = t("funding.rules_said", cases=frames.fte(row["by_case_fte"]), work=frames.fte(row["by_work_fte"]))
    if row.get("part_id") == OTHERS:
        return name, "", signed(row["rules_differ_fte"], 1), said
    words = t("funding.rules_words", name=name, said=said) + (
        f" ({view.synthetic})" if view.synthetic else ""
    )
    picture = two_rules(row["by_case_fte"], row["by_work_fte"], scale, words)
    return name, picture, signed(row["rules_differ_fte"], 1), said
