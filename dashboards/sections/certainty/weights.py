"""What the weights rest on and how old they are, and what each change of them did."""

from datetime import date

import polars as pl

from dashboards.components import panels as screen
from dashboards.components import states, tables
from dashboards.components.filters import Chosen
from dashboards.queries import certainty as questions
from dashboards.sections import named_offices, part_names
from dashboards.sections.certainty.asked import area, place
from dashboards.text import day, label, listed, page_has, percentage, plural, signed, t


def what_weights_rest_on(status: dict, chosen: Chosen) -> None:
    """The share of today's workload by basis of its weights, under every scheme, and since when they hold."""
    rows = questions.bases(place(chosen), chosen.service_line)
    if rows.is_empty():
        return
    own = rows.filter(pl.col("weight_scheme") == chosen.weight_scheme)
    said = {code: _basis(code) for code in rows["basis"].unique()}
    screen.heading(
        _bases_title(own),
        t("certainty.bases_subtitle", **area(chosen), day=day(status["as_of"])),
        t("common.synthetic") if status["is_synthetic"] else "",
    )
    tables.table(
        rows.with_columns(
            scheme_label=pl.Series([label(row) for row in rows.to_dicts()]),
            basis=pl.col("basis").replace(said),
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
        marts=("fct_area_weight_bases",),
    )
    states.note(" ".join([*_age(own, status["as_of"]), t("certainty.bases_note")]))


def changes_of_weights(status: dict, chosen: Chosen) -> None:
    """Each day of new weights of the scheme: the percentage by the old and the new, of every office shown."""
    rows = questions.weight_changes(chosen.among, chosen.service_line, chosen.weight_scheme)
    own = rows.filter(pl.col("office_id") == chosen.part)
    if own.is_empty():
        states.note(t("certainty.no_changes", scheme=chosen.label("weight_scheme")))
        return
    names = {chosen.part: chosen.label("office")} | ({} if chosen.office else part_names(chosen.among))
    screen.heading(
        _changes_title(own.row(0, named=True)),
        t("certainty.changes_subtitle", **area(chosen), scheme=chosen.label("weight_scheme")),
        t("common.synthetic") if status["is_synthetic"] else "",
    )
    tables.table(
        named_offices(rows, names).sort("changed_on", descending=True, maintain_order=True),
        name="certainty_changes",
        caption=t("certainty.changes_caption"),
        columns=_change_columns(status),
        status=status,
        words=chosen.words,
        marts=("fct_area_weight_changes",),
        missing=t("common.not_computable"),
    )
    states.note(t("certainty.changes_note"))


def _basis(code: str) -> str:
    return t(f"certainty.basis_{code}") if page_has("certainty", f"basis_{code}") else code.replace("_", " ")


def _bases_title(own: pl.DataFrame) -> str:
    if own.is_empty():
        return t("certainty.bases_title_none")
    shares = own.select("workload_share_pct", "basis").iter_rows()
    return t(
        "certainty.bases_title", shares=listed([f"{percentage(pct)} {_basis(code)}" for pct, code in shares])
    )


def _age(own: pl.DataFrame, as_of: date) -> list[str]:
    """Since when the weights in use hold; one sentence, none where nothing is weighed."""
    if own.is_empty():
        return []
    oldest, newest = own["oldest_valid_from"].min(), own["newest_valid_from"].max()
    years = as_of.year - oldest.year - ((as_of.month, as_of.day) < (oldest.month, oldest.day))
    key = "certainty.bases_age" if oldest == newest else "certainty.bases_ages"
    return [plural(key, years, oldest=day(oldest), newest=day(newest))]


def _changes_title(last: dict) -> str:
    known = {"day": day(last["changed_on"])}
    if last["moved_points"] is not None:
        before, after = (percentage(last[f"workload_{side}_pct"], 1) for side in ("before", "after"))
        return t("certainty.changes_title", **known, before=before, after=after)
    if last["work_change_pct"] is not None:
        change = signed(last["work_change_pct"], 1)
        return t("certainty.changes_title_work", **known, change=change)
    return t("certainty.changes_title_none", **known)


def _change_columns(status: dict) -> dict[str, str]:
    known = {
        "changed_on": "changed",
        "office_name": "office",
        "workload_before_pct": "before",
        "workload_after_pct": "after",
        "moved_points": "moved",
        "work_change_pct": "work_change",
    }
    of_capacity = {"workload_before_pct", "workload_after_pct", "moved_points"}
    return {
        column: t(f"certainty.column_{word}")
        for column, word in known.items()
        if status["has_contracts"] or column not in of_capacity
    }
