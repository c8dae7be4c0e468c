"""How far a percentage may be trusted: other weights, wrong weights, what they rest on, open findings."""

import polars as pl

from dashboards.charts import bands, ranges
from dashboards.components import panels as screen
from dashboards.components import states, tables
from dashboards.components.filters import Chosen
from dashboards.queries import certainty as questions
from dashboards.sections import basis, look, words
from dashboards.text import day, label, listed, number, percentage, sentences, t

ALL_WEIGHTS = ""
# What the National Audit Office found the staff need of the English service to be too low by, in 2025.
FOUND_OFF_PCT = 34


def every_scheme(status: dict, chosen: Chosen) -> None:
    """The same work under every weight scheme: do they agree about more or less than capacity?"""
    rows = questions.schemes(_office(chosen))
    rows = rows.with_columns(
        scheme_label=pl.Series([label(row) for row in rows.to_dicts()], dtype=pl.String),
        is_chosen=pl.col("weight_scheme") == chosen.weight_scheme,
    )
    known = rows["workload_pct"].drop_nulls()
    if known.is_empty():
        return
    above = int((known > 100).sum())
    way = "above" if above == len(known) else "below" if above == 0 else "differ"
    screen.chart(
        ranges.schemes_dots(rows, look(status), words("certainty", "balance", "no_figure")),
        name="certainty_schemes",
        title=t(
            f"certainty.schemes_title_{way}",
            schemes=number(len(known)),
            above=number(above),
            low=percentage(known.min()),
            high=percentage(known.max()),
        ),
        subtitle=t("certainty.schemes_subtitle", office=chosen.label("office")),
        summary=t("certainty.schemes_summary"),
        table=rows,
        columns={"scheme_label": t("certainty.column_scheme"), "workload_pct": t("certainty.column_pct")},
        status=status,
        words=chosen.words,
        marts=("fct_office_sensitivity",),
    )


def weights_off(status: dict, chosen: Chosen) -> None:
    """The percentage, were all weights too high or too low by as much."""
    rows = _sensitivity(chosen).filter(pl.col("work_type") == ALL_WEIGHTS)
    if rows["mid_pct"].drop_nulls().is_empty():
        states.not_delivered(t("certainty.no_capacity"))
        return
    named = rows.with_columns(
        name=pl.Series([t("certainty.off_by", error=percentage(e)) for e in rows["error_pct"]])
    )
    found = named.filter(pl.col("error_pct") == FOUND_OFF_PCT).to_dicts()[0]
    screen.chart(
        bands.percentage_bands(named, look(status), words("certainty", "balance")),
        name="certainty_all_weights",
        title=t("certainty.off_title", **_ends(found), error=percentage(found["error_pct"])),
        subtitle=t(
            "certainty.off_subtitle", office=chosen.label("office"), basis=basis(chosen.weight_scheme)
        ),
        summary=t("certainty.off_summary", error=percentage(FOUND_OFF_PCT)),
        table=named,
        columns=_band_columns("name", "certainty.column_error"),
        status=status,
        words=chosen.words,
        marts=("fct_office_sensitivity",),
    )


def one_type_off(status: dict, chosen: Chosen) -> None:
    """The percentage, were the weights of one kind of work off by as much as was once found."""
    rows = _sensitivity(chosen).filter(
        (pl.col("work_type") != ALL_WEIGHTS) & (pl.col("error_pct") == FOUND_OFF_PCT)
    )
    if rows["mid_pct"].drop_nulls().is_empty():
        return
    named = rows.with_columns(name=pl.Series([label(row) for row in rows.to_dicts()]))
    widths = (named["high_pct"] - named["low_pct"]).to_list()
    widest = named.row(widths.index(max(widths)), named=True)
    screen.chart(
        bands.percentage_bands(named, look(status), words("certainty", "balance")),
        name="certainty_one_type",
        title=t("certainty.type_title", name=widest["name"], **_ends(widest)),
        subtitle=t("certainty.type_subtitle", error=percentage(FOUND_OFF_PCT), office=chosen.label("office")),
        summary=t("certainty.type_summary"),
        table=named,
        columns=_band_columns("name", "certainty.column_type"),
        status=status,
        words=chosen.words,
        marts=("fct_office_sensitivity",),
    )


def what_weights_rest_on(status: dict, chosen: Chosen) -> None:
    """The share of today's workload by basis of its weights, under every scheme, and since when they hold."""
    rows = questions.bases(_office(chosen))
    if rows.is_empty():
        return
    own = rows.filter(pl.col("weight_scheme") == chosen.weight_scheme).to_dicts()
    shares = [
        f"{percentage(row['workload_share_pct'])} {t('certainty.basis_' + row['basis'])}" for row in own
    ]
    screen.heading(
        t("certainty.bases_title", shares=listed(shares)) if shares else t("certainty.bases_title_none"),
        t("certainty.bases_subtitle", office=chosen.label("office"), day=day(status["as_of"])),
        t("common.synthetic") if status["is_synthetic"] else "",
    )
    tables.table(
        rows.with_columns(
            scheme_label=pl.Series([label(row) for row in rows.to_dicts()]),
            basis=pl.col("basis").replace({row: t(f"certainty.basis_{row}") for row in rows["basis"]}),
        ),
        name="certainty_bases",
        caption=t("certainty.bases_caption"),
        columns={
            "scheme_label": t("certainty.column_scheme"),
            "basis": t("certainty.column_basis"),
            "workload_share_pct": t("certainty.column_share"),
            "oldest_valid_from": t("certainty.column_oldest"),
            "newest_valid_from": t("certainty.column_newest"),
        },
        status=status,
        words=chosen.words,
        marts=("fct_office_weight_bases",),
    )


def open_findings(status: dict, chosen: Chosen) -> None:
    """Which figures would change if the findings were resolved, and how far at the most."""
    rows = questions.finding_effects(_office(chosen), chosen.weight_scheme).drop_nulls("mid_pct")
    if rows.is_empty():
        states.note(t("certainty.no_findings"))
        return
    known = sentences("certainty")
    said = [
        t(f"certainty.finding_{row['finding']}") if f"finding_{row['finding']}" in known else row["finding"]
        for row in rows.to_dicts()
    ]
    when = {figure: t(f"certainty.figure_{figure}") for figure in rows["figure"].unique()}
    named = rows.with_columns(name=pl.Series(said), of=pl.col("figure").replace(when)).with_columns(
        name=pl.col("name") + ", " + pl.col("of")
    )
    widths = (named["high_pct"] - named["low_pct"]).to_list()
    widest = named.row(widths.index(max(widths)), named=True)
    screen.chart(
        bands.percentage_bands(named, look(status), words("certainty", "balance")),
        name="certainty_findings",
        title=t("certainty.findings_title", name=widest["name"], **_ends(widest)),
        subtitle=t("certainty.findings_subtitle", office=chosen.label("office"), day=day(status["as_of"])),
        summary=t("certainty.findings_summary"),
        table=named,
        columns=_band_columns("name", "certainty.column_finding")
        | {"concerned_cases": t("certainty.column_cases")},
        status=status,
        words=chosen.words,
        marts=("fct_office_finding_effects",),
    )


def changes_of_weights(status: dict, chosen: Chosen) -> None:
    """Each day on which the weights of the scheme changed: the percentage by the old and the new ones."""
    rows = questions.weight_changes(_office(chosen), chosen.weight_scheme)
    if rows.is_empty():
        states.note(t("certainty.no_changes", scheme=chosen.label("weight_scheme")))
        return
    last = rows.row(0, named=True)
    screen.heading(
        t(
            "certainty.changes_title",
            day=day(last["changed_on"]),
            before=percentage(last["workload_before_pct"], 1),
            after=percentage(last["workload_after_pct"], 1),
        ),
        t("certainty.changes_subtitle", office=chosen.label("office"), scheme=chosen.label("weight_scheme")),
        t("common.synthetic") if status["is_synthetic"] else "",
    )
    tables.table(
        rows,
        name="certainty_changes",
        caption=t("certainty.changes_caption"),
        columns={
            "changed_on": t("certainty.column_changed"),
            "workload_before_pct": t("certainty.column_before"),
            "workload_after_pct": t("certainty.column_after"),
        },
        status=status,
        words=chosen.words,
        marts=("fct_office_weight_changes",),
        missing=t("common.not_computable"),
    )


def _office(chosen: Chosen) -> str:
    return chosen.office or questions.WHOLE


def _sensitivity(chosen: Chosen) -> pl.DataFrame:
    return questions.sensitivity(_office(chosen), chosen.weight_scheme)


def _ends(row: dict) -> dict[str, str]:
    return {"low": percentage(row["low_pct"]), "high": percentage(row["high_pct"])}


def _band_columns(first: str, heading: str) -> dict[str, str]:
    return {
        first: t(heading),
        "low_pct": t("certainty.column_low"),
        "mid_pct": t("certainty.column_pct"),
        "high_pct": t("certainty.column_high"),
    }
