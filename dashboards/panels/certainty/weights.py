"""What the weights rest on and how old they are, and what each change of them did."""

from datetime import date

import polars as pl

from dashboards import queries
from dashboards.panel import Panel, Table, nothing
from dashboards.panels import few, unweighed
from dashboards.panels.certainty import frames
from dashboards.panels.parts import labelled, named_parts, part_names
from dashboards.queries import certainty as questions
from dashboards.text import day, listed, page_has, percentage, plural, signed, t
from dashboards.view import View

_OF_CAPACITY = frozenset({"workload_before_pct", "workload_after_pct", "moved_points"})


def what_weights_rest_on(view: View) -> Panel | None:
    """The share of today's workload by basis of its weights, under every scheme, and since when they hold."""
    rows = questions.bases(view.reader, view.choice)
    if rows.is_empty():
        return None
    of_chosen = rows.filter(pl.col("weight_scheme") == view.choice.weight_scheme)
    as_of = view.status.as_of
    return Panel(
        "certainty_bases",
        title=_bases_title(of_chosen),
        subtitle=t("certainty.bases_subtitle", **frames.area_words(view), day=day(as_of)),
        table=Table(
            _bases_worded(rows, view),
            {
                "scheme_label": t("certainty.column_scheme"),
                "basis": t("certainty.column_basis"),
                "workload_share_pct": t("certainty.column_share"),
                "oldest_valid_from": t("certainty.column_oldest"),
                "newest_valid_from": t("certainty.column_newest"),
            },
            caption=t("certainty.bases_caption"),
            stands_for={"scheme_label": "weight_scheme"},
        ),
        notes=(" ".join([*_age(of_chosen, as_of), *_timed(of_chosen, view), t("certainty.bases_note")]),),
        marts=("fct_area_weight_bases",),
    )


def changes_of_weights(view: View) -> Panel | None:
    """Each day of new weights of the scheme: the percentage by the old and the new, of every office shown."""
    choice = view.choice
    if unweighed.is_all(view, choice.service_line):
        return None  # the scheme weighs nothing here; the page has said so
    rows = questions.weight_changes(view.reader, view.choice)
    of_area = rows.filter(pl.col("part_id") == choice.part)
    scheme = choice.label("weight_scheme")
    if of_area.is_empty():
        return nothing("certainty_changes", t("certainty.no_changes", scheme=scheme))
    names = {choice.part: choice.label("office")} | ({} if choice.office else part_names(view))
    shown = named_parts(rows, names)
    return Panel(
        "certainty_changes",
        title=_changes_title(of_area.row(0, named=True)),
        subtitle=t("certainty.changes_subtitle", **frames.area_words(view), scheme=scheme),
        table=Table(
            shown.sort("changed_on", descending=True, maintain_order=True),
            _change_columns(view),
            caption=t("certainty.changes_caption"),
            missing=few.missing(shown, t("common.not_computable")),
        ),
        notes=(t("certainty.changes_note"), *few.notes(shown)),
        marts=("fct_area_weight_changes",),
        explains=("workload_before_units", "workload_after_units"),
    )


def _basis_words(code: str) -> str:
    return t(f"certainty.basis_{code}") if page_has("certainty", f"basis_{code}") else code.replace("_", " ")


def _bases_worded(rows: pl.DataFrame, view: View) -> pl.DataFrame:
    words = {code: _basis_words(code) for code in rows["basis"].unique()}
    return rows.with_columns(
        scheme_label=labelled(view, "weight_scheme", rows["weight_scheme"]),
        basis=pl.col("basis").replace(words),
    )


def _bases_title(of_chosen: pl.DataFrame) -> str:
    if of_chosen.is_empty():
        return t("certainty.bases_title_none")
    shares = [
        {"share": percentage(share_pct), "basis": _basis_words(basis)}
        for share_pct, basis in of_chosen.select("workload_share_pct", "basis").iter_rows()
    ]
    if len(shares) == 1:
        return t("certainty.bases_title_one", **shares[0])
    parts = [f"{one['share']} {one['basis']}" for one in shares]
    return t("certainty.bases_title", shares=listed(parts))


def _age(of_chosen: pl.DataFrame, as_of: date) -> list[str]:
    """Since when the weights in use hold; one sentence, none where nothing is weighed."""
    if of_chosen.is_empty():
        return []
    oldest, newest = of_chosen["oldest_valid_from"].min(), of_chosen["newest_valid_from"].max()
    years = as_of.year - oldest.year - ((as_of.month, as_of.day) < (oldest.month, oldest.day))
    key = "certainty.bases_age" if oldest == newest else "certainty.bases_ages"
    return [plural(key, years, oldest=day(oldest), newest=day(newest))]


def _timed(of_chosen: pl.DataFrame, view: View) -> list[str]:
    """Since when weights that rest on measured time hold, and by when all are to be timed again.

    Where none rests on it, the time runs from when the oldest weights in use began to apply.
    """
    years = queries.years_between_timings(view.reader)
    if of_chosen.is_empty() or years is None:
        return []
    measured = of_chosen.filter(pl.col("basis") == "measured")
    first = (of_chosen if measured.is_empty() else measured)["oldest_valid_from"].min()
    due = pl.select(pl.lit(first).dt.offset_by(f"{int(years)}y")).item()
    kind = "never" if measured.is_empty() else "since"
    when = "overdue" if due < view.status.as_of else "due"
    return [plural(f"certainty.timed_{kind}_{when}", int(years), first=day(first), due=day(due))]


def _changes_title(latest: dict) -> str:
    changed_on = day(latest["changed_on"])
    if latest["moved_points"] is not None:
        before, after = (percentage(latest[f"workload_{side}_pct"], 1) for side in ("before", "after"))
        return t("certainty.changes_title", day=changed_on, before=before, after=after)
    if latest["work_change_pct"] is not None:
        change = signed(latest["work_change_pct"], 1)
        return t("certainty.changes_title_work", day=changed_on, change=change)
    return t("certainty.changes_title_none", day=changed_on)


def _change_columns(view: View) -> dict[str, str]:
    headings = {
        "changed_on": "changed",
        "part_name": "office",
        "workload_before_pct": "before",
        "workload_after_pct": "after",
        "moved_points": "moved",
        "work_change_pct": "work_change",
    }
    return {
        column: t(f"certainty.column_{heading}")
        for column, heading in headings.items()
        if view.status.has_contracts or column not in _OF_CAPACITY
    }
