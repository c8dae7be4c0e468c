"""What About the data says of the sample, counted by hand."""

from tests.dashboards.said.sentence import Said

SAID = (
    Said(
        "about",
        "Rows delivered: {delivered:,}. Loaded: {loaded:,}; set aside as unusable (in quarantine): "
        "{quarantined}; "
        "left out by choice: {left}",
        "sums over the ledger",
        """
        select sum(rows_delivered)::int as delivered, sum(rows_loaded)::int as loaded,
            sum(rows_quarantined)::int as quarantined, sum(rows_left_out)::int as left
        from fct_loads
        """,
    ),
    Said(
        "about",
        "{rows} rows are in quarantine and are not counted anywhere",
        "rows in quarantine",
        "select count(*) as rows from fct_quarantine",
    ),
    Said(
        "about",
        "{found} gaps or possible errors in the data to look into",
        "findings",
        "select count(*) as found from fct_findings",
    ),
    Said(
        "about",
        "Automatic tests of the computed figures and of the weights and other policy: {passed} of {tests} "
        "passed",
        "tests by their outcome",
        "select count(*) filter (where status = 'pass') as passed, count(*) as tests from fct_test_results",
    ),
    Said(
        "about",
        "None of the {figures} comparable published figures is within 2% of the figure computed here",
        "of the latest edition, figures computed too that differ by over 2% of the published one; all do",
        """
        select
            count(*) filter (where abs(computed_value - published_value) > 0.02 * published_value) as figures
        from fct_published_against_computed
        where is_latest_edition and computed_value is not null and published_value != 0
        """,
    ),
    Said(
        "about",
        "{breaks} published figure differs by more than half from the period before",
        "of the latest edition, figures more than half above or below that of the period before",
        """
        select count(*) as breaks from fct_published_breaks inner join fct_published_against_computed
            using (source, edition, measure, office_id, supervision_type, period_start_on, period_end_on)
        where is_latest_edition and abs(change_pct) > 50
        """,
    ),
)
