"""The conclusion with its range, what every office needs beside what it has, and the same of every line."""

import polars as pl

from dashboards.access.few_people import FEW_MARK
from dashboards.panel import HeadFigure, Link, Panel, Table, not_delivered
from dashboards.panels import few
from dashboards.panels.funding import frames
from dashboards.panels.funding.fewer import OTHERS, listed
from dashboards.panels.funding.strips import strip
from dashboards.panels.parts import labelled, named_parts, part_names, place_chosen
from dashboards.panels.weights import basis
from dashboards.svg.staff import FteScale, need_beside_staff
from dashboards.text import number, plural, signed, t
from dashboards.view import View

# Of so many full-timers and more, a difference is written without tenths.
WHOLE_FROM = 10
MART = "fct_area_line_windows"
_SUMMED = ("gap_fte", "need_fte", "available_fte_avg", "contract_fte_avg")


def no_cases(view: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("funding_no_cases", t("funding.no_cases"))


def conclusion(view: View) -> Panel:
    """What the work needs, what there is, and how far that moves with the yardstick; then the warning."""
    row, rows = frames.whole(view), frames.of_line(view)
    if frames.is_unweighed(view):
        return not_delivered("funding_conclusion", t("offices.unweighed"))
    if frames.is_hidden(view):
        return few.panel("funding_conclusion")
    if row is None or row["gap_fte"] is None:
        known = "no_capacity" if view.status.has_contracts else "no_contracts"
        return not_delivered("funding_conclusion", t(f"funding.{known}"))
    return Panel(
        "funding_conclusion",
        title=_title(row, rows, view),
        subtitle=t("funding.conclusion_subtitle", **frames.area_words(view), basis=basis(view)),
        head_figures=_figures(row, rows, view),
        intro=t("funding.calibrated"),
        table=Table(
            frames.in_euro(rows, view),
            {"scheme_label": t("funding.column_scheme"), **_columns(view, has_ends=False)},
            caption=t("funding.schemes_caption"),
            missing=t("common.not_computable"),
            stands_for={"scheme_label": "weight_scheme"},
            on_phone=("need_fte", "gap_fte"),
        ),
        notes=(t("funding.waiting_apart"), frames.euro_note(view)),
        quotes=frames.quotes(view),
        links=(
            Link("growth", t("funding.to_growth"), place_chosen(view, "service_line")),
            Link("certainty", t("funding.to_certainty"), place_chosen(view, "service_line")),
        ),
        marts=(MART,),
        explains=("workload_units_avg", "capacity_units_avg", "available_fte_avg"),
    )


def _title(row: dict, rows: pl.DataFrame, view: View) -> str:
    """The conclusion: need and staff under the scheme chosen, and how far they differ under all."""
    first = t(
        "funding.conclusion_need",
        **frames.area_words(view),
        need=frames.fte(row["need_fte"]),
        staff=frames.fte(row["available_fte_avg"]),
    )
    return f"{first} {_gap_said(row, rows)}"


def _gap_said(row: dict, rows: pl.DataFrame) -> str:
    """By how much the staff is too few or more than needed: under the one scheme, or under all that agree."""
    known = rows["gap_fte"].drop_nulls().len()
    if known < 2:
        gap = _fte_between(row["gap_fte"], row["gap_fte"])
        return t(f"funding.one_{frames.side(row['gap_fte'])}", gap=gap)
    low, high = row["gap_low_fte"], row["gap_high_fte"]
    sides = frames.sides(rows)
    if len(sides) == 1:
        gap = _fte_between(low, high)
        return t(f"funding.schemes_{sides.pop()}", count=number(known), gap=gap)
    ends = {"low": signed(low, 1), "high": signed(high, 1)}
    return t("funding.schemes_differ", count=number(known), **ends)


def _fte_between(*gaps: float) -> str:
    """Both gaps without their signs: `1.6 to 1.7`, or `about 21` where tenths say nothing any more."""
    least, most = sorted(abs(gap) for gap in gaps)
    digits = 0 if least >= WHOLE_FROM else frames.DIGITS
    low, high = number(least, digits), number(most, digits)
    said = low if low == high else t("funding.gap_range", low=low, high=high)
    return said if digits else t("funding.about", amount=said)


def _figures(row: dict, rows: pl.DataFrame, view: View) -> tuple[HeadFigure, ...]:
    unit, contract = t("funding.fte"), frames.fte(row["contract_fte_avg"])
    ends = {"low": signed(row["gap_low_fte"], 1), "high": signed(row["gap_high_fte"], 1)}
    found = [
        HeadFigure(
            t("funding.figure_need"),
            frames.fte(row["need_fte"]),
            unit,
            note=t("funding.figure_need_note", target=view.choice.label("target_load")),
        ),
        HeadFigure(
            t("funding.figure_staff"),
            frames.fte(row["available_fte_avg"]),
            unit,
            note=t("funding.figure_staff_note", contract=contract),
        ),
        HeadFigure(
            t("funding.figure_gap"),
            signed(row["gap_fte"], 1),
            unit,
            note=t("funding.figure_gap_note", **ends) if rows["gap_fte"].drop_nulls().len() > 1 else "",
        ),
    ]
    if tariff := frames.tariff(view):
        euro = signed(row["gap_fte"] * tariff["eur_per_fte_year"])
        found.append(HeadFigure(t("funding.figure_euro"), euro, t("funding.euro"), note=tariff["covers"]))
    return tuple(found)


def every_part(view: View, most: int | None = None) -> Panel | None:
    """Need beside staff of every part of the area, each with its range over the schemes.

    ``most``: how many rows are drawn at most, see `fewer`; the table has all.
    """
    rows, names = frames.of_parts(view), part_names(view)
    if view.choice.office or frames.is_hidden(view):
        return None
    if few.covers(rows, "gap_fte"):
        return few.panel("funding_parts")
    if rows["gap_fte"].drop_nulls().is_empty():
        return None
    found = named_parts(frames.in_euro(frames.in_one_row(rows, "part_id", view), view), names)
    chosen = pl.col("gap_fte").filter(weight_scheme=view.choice.weight_scheme).abs().first()
    cut = listed(rows, names, chosen, _SUMMED, most)
    drawn = named_parts(frames.in_one_row(cut.rows, "part_id", view), cut.names)
    short = sum(frames.side(gap) == "more" for gap in found["gap_fte"].drop_nulls())
    return Panel(
        "funding_parts",
        title=_parts_title(short, view),
        subtitle=t("funding.parts_subtitle", **frames.area_words(view), basis=basis(view)),
        picture=_picture(drawn, view),
        summary=t("funding.parts_summary"),
        table=Table(
            found,
            {"part_name": t("funding.column_part"), **_columns(view)},
            filters=view.choice.said_of_every_part,
            missing=few.missing(found, t("common.not_computable")),
            opens="part_id",
            on_phone=("need_fte", "gap_fte"),
        ),
        notes=(*cut.notes, *few.notes(drawn)),
        marts=(MART,),
    )


def _parts_title(short: int, view: View) -> str:
    if not short:
        return t("funding.parts_title_none", **frames.area_words(view))
    return plural("funding.parts_title", short, **frames.area_words(view))


def _columns(view: View, *, has_ends: bool = True) -> dict[str, str]:
    ends = {
        "gap_low_fte": t("funding.column_gap_low"),
        "gap_high_fte": t("funding.column_gap_high"),
    }
    euro = {"gap_eur_year": t("funding.column_euro")} if frames.tariff(view) else {}
    return {
        "contract_fte_avg": t("offices.column_fte_contract"),
        "available_fte_avg": t("offices.column_fte_available"),
        "need_fte": t("funding.column_need"),
        "gap_fte": t("funding.column_gap"),
        **(ends if has_ends else {}),
        **euro,
    }


def _picture(rows: pl.DataFrame, view: View) -> str:
    single = rows.filter(pl.col("part_id") != OTHERS)  # all others together are off the scale of one
    staff, ends = single["available_fte_avg"].drop_nulls(), []
    for end in ("gap_fte", *frames.GAP_ENDS):
        ends += (single["available_fte_avg"] + single[end]).drop_nulls().to_list()
    scale = FteScale.over([*staff, *ends])
    heads = {
        "name": t("funding.column_part"),
        "amount": t("funding.head_need"),
        "said": t("funding.head_said"),
    }
    drawn = (_drawn(row, scale, view.synthetic) for row in rows.to_dicts())
    return strip(heads, scale, drawn, view.synthetic)


def _drawn(row: dict, scale: FteScale, watermark: str) -> tuple[str, str, str, str]:
    name, staff = row["part_name"], row["available_fte_avg"]
    if row["gap_fte"] is None:
        return name, "", "–", few.cell() if row[FEW_MARK] else t("common.not_computable")
    said = t(
        "funding.row_said",
        staff=frames.fte(staff),
        gap=signed(row["gap_fte"], 1),
        low=signed(row["gap_low_fte"], 1),
        high=signed(row["gap_high_fte"], 1),
    )
    need = frames.fte(row["need_fte"])
    if row["part_id"] == OTHERS:
        return name, "", need, said
    words = t("funding.row_words", office=name, need=need, said=said)
    words += f" ({watermark})" if watermark else ""
    ends = (staff + row["gap_low_fte"], staff + row["gap_high_fte"])
    return name, need_beside_staff(staff, row["need_fte"], *ends, scale, words), need, said


def every_line(view: View) -> Panel | None:
    """Need beside staff of every service line of the area; two lines are never added up."""
    rows = frames.in_one_row(frames.lines(view), "service_line", view)
    rows = rows.filter(pl.col("need_fte").is_not_null() | pl.col(FEW_MARK))
    if rows.height < 2:
        return None
    named = rows.with_columns(line_name=labelled(view, "service_line", rows["service_line"]))
    return Panel(
        "funding_lines",
        title=t("funding.lines_title", **frames.area_words(view)),
        subtitle=t("funding.lines_subtitle", **frames.area_words(view), basis=basis(view)),
        table=Table(
            named,
            {
                "line_name": t("funding.column_line"),
                **{name: said for name, said in _columns(view).items() if name != "gap_eur_year"},
            },
            filters=view.choice.said.replace(
                view.choice.label("service_line"), t("common.all_service_line"), 1
            ),
            missing=few.missing(named, t("common.not_computable")),
            stands_for={"line_name": "service_line"},
            on_phone=("need_fte", "gap_fte"),
        ),
        notes=few.notes(named),
        marts=(MART,),
    )
