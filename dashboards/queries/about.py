"""What About the data asks: the ledger of loads, what was set aside, tests, and published figures."""

import polars as pl

from dashboards import database
from dashboards.reader import Reader


def loads(reader: Reader) -> pl.DataFrame:
    """One row per delivery, file and entity, newest delivery first; ignored files have no entity.

    delivered = loaded + quarantined + left out, in every row. `source_as_of`: the last day that the source of
    the delivery knows, after all its deliveries.
    """
    return database.frame(
        reader,
        """
        select delivery, source_system, sources.as_of as source_as_of, kind, file, entity, status,
            rows_delivered, rows_loaded, rows_quarantined, rows_left_out, rows_superseded, not_loaded,
            loaded_at
        from fct_loads left join dim_sources as sources using (source_system)
        order by delivery desc, status desc, file, entity
    """,
    )


def version_changes(reader: Reader) -> pl.DataFrame:
    """One row per figure and part that differs from the version before, those beyond a bound first.

    ``amount_before`` and ``amount_now`` in ``unit`` (days: since 1970-01-01); null where there was none.
    """
    return database.frame(
        reader,
        """
        select figure, part, unit, amount_before, amount_now, change_pct, is_accepted
        from fct_version_changes
        where amount_before is distinct from amount_now
        order by is_accepted desc, figure, part
    """,
    )


def set_aside(reader: Reader) -> pl.DataFrame:
    """One row per register (quarantine, left_out, finding), entity and rule, with one place to look at.

    `rows` counts; `file`, `row_number`, `column_name`, `original_value` and `hint` are those of the first row
    in quarantine and null elsewhere.
    """
    return database.frame(
        reader,
        """
        select register, entity, rule, rows_set_aside as rows, file, file_row as row_number, column_name,
            original_value, hint
        from fct_set_aside
        order by register, rows desc, entity, rule
    """,
    )


def test_results(reader: Reader) -> pl.DataFrame:
    """One row per test of policy and models, those that did not pass first."""
    return database.frame(
        reader,
        """
        select test, subject, status, failures, seconds
        from fct_test_results
        order by status = 'pass', test, subject
    """,
    )


def published_against_computed(reader: Reader) -> pl.DataFrame:
    """One row per published figure of the latest edition: what was published, what these data give.

    `change_pct` is filled where the figure jumps by more than half against the period before: to check.
    """
    return database.frame(
        reader,
        """
        select figures.source, figures.edition, figures.measure,
            coalesce(offices.office_name, nullif(figures.office_id, '')) as office,
            nullif(figures.supervision_type, '') as supervision_type,
            figures.period_start_on, figures.period_end_on, figures.unit, figures.published_value,
            figures.computed_value, figures.difference, figures.difference_pct, breaks.previous_value,
            breaks.change_pct, figures.note
        from fct_published_against_computed as figures
        left join dim_offices as offices on figures.office_id = offices.office_id
        left join fct_published_breaks as breaks
            on figures.source = breaks.source and figures.edition = breaks.edition
            and figures.measure = breaks.measure and figures.office_id = breaks.office_id
            and figures.supervision_type = breaks.supervision_type
            and figures.period_start_on = breaks.period_start_on
            and figures.period_end_on = breaks.period_end_on
        where figures.is_latest_edition
        order by figures.source, figures.measure, office nulls first, supervision_type nulls first,
            figures.period_start_on, figures.period_end_on, figures.edition, figures.office_id
    """,
    )
