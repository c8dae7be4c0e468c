"""What Forecast says of the sample: forecasts made up for tests, from which its sentences are counted."""

from tests.dashboards.said.sentence import Said

SERIES = """
    service_line = 'offender_supervision' and office_id = '' and supervision_type = ''
    and measure = 'workload_units'
"""
LAST = "(select cast(date_trunc('month', as_of + 1) - interval 1 month as date) from dim_status)"
NAMED = "strftime(month_start_on, '%B %Y')"
AHEAD = f"""
    select {
    ", ".join(
        f"max({column}) filter (where horizon_months = {months}) as {column}_{months}"
        for months in (6, 12, 18)
        for column in ("point", "low_80", "high_80", "low_95", "high_95")
    )
}, {
    ", ".join(
        f"max({NAMED}) filter (where horizon_months = {months}) as month_{months}" for months in (6, 12, 18)
    )
}
    from fct_forecast_months where {SERIES}
"""
# Work on cases of the line in the last whole month, over offices and kinds of mandate.
NOW = f"""
    select sum(workload_units_avg) as amount
    from fct_office_work_months_now inner join dim_work_types using (work_type)
    where kind = 'mandate' and service_line = 'offender_supervision' and weight_scheme = 'fl_type_phase'
        and month_start_on = {LAST}
"""
OFF = f"""
    select avg(abs(forecast - came)) as off, 100 * sum(abs(forecast - came)) / sum(came) as share
    from fct_forecast_against_actual where {SERIES} and not is_kept and horizon_months = 12
"""
USED = f"""
    select origins, coverage_80_pct as coverage from fct_forecast_errors
    where {SERIES} and is_used and horizon_months = 12
"""
KEPT = f"""
    select count(*) as months, count(*) filter (where came between low_80 and high_80) as inside,
        count(*) filter (where came between low_95 and high_95) as more,
        strftime(min(origin_month_start_on), '%B %Y') as first
    from fct_forecast_against_actual where {SERIES} and is_kept
"""
# Not good: an error above that of the last value, or a band that held over ten points too little.
OFFICES = f"""
    select count(*) as offices, count(*) filter (
        where used.mase > last.mase or used.coverage_80_pct < 70 or used.coverage_95_pct < 85
    ) as poor
    from fct_forecast_errors as used
    inner join fct_forecast_errors as last using (
        service_line, office_id, supervision_type, measure, horizon_months
    )
    where {SERIES.replace("office_id = ''", "office_id != ''")} and used.is_used
        and last.model = 'last_value' and horizon_months = 12
"""
SAID = (
    Said(
        "forecast",
        "In {month_6} the work on cases is expected to come to {point_6:,.0f} hours a month "
        "({low_80_6:,.0f} to {high_80_6:,.0f}); in {month_12}, to {point_12:,.0f} "
        "({low_80_12:,.0f} to {high_80_12:,.0f}).",
        "the forecast of all offices and kinds of the line, six and twelve months on, with its band of 80 %",
        AHEAD,
    ),
    Said(
        "forecast",
        "Tried on {origins} past months, the same method was off by {off:,.1f} hours a month on average "
        "after 12 months, and {coverage:.0f}% of the outcomes lay in its band, where 80% should.",
        "share of outcomes in the band of the method used, and the mean distance of forecast and outcome",
        f"select * from ({USED}) cross join ({OFF})",
    ),
    Said(
        "forecast",
        "Last whole month | {amount:,.0f} | hours a month",
        "work on cases with an officer in the last month that the data hold to its end",
        NOW,
    ),
    *(
        Said(
            "forecast",
            f"Expected, {{month_{months}}} | {{point_{months}:,.0f}} | hours a month | 80%: "
            f"{{low_80_{months}:,.0f}} to {{high_80_{months}:,.0f}}; 95%: {{low_95_{months}:,.0f}} to "
            f"{{high_95_{months}:,.0f}}",
            "the forecast and both its bands",
            AHEAD,
        )
        for months in (6, 12)
    ),
    Said(
        "forecast",
        "Within the band, 12 months on | {coverage:.0f}% | of {origins} earlier forecasts",
        "share of outcomes in the band of the method used",
        USED,
    ),
    Said(
        "forecast",
        "Work on cases: {amount:,.0f} hours a month in June 2026, {point_18:,.0f} expected in {month_18}",
        "the last whole month, and the last month that is forecast",
        f"select * from ({NOW}) cross join ({AHEAD})",
    ),
    Said(
        "forecast",
        "Work on cases, tried on past months: forecasts 12 months ahead were off by {off:,.1f} hours a month "
        "on average, {share:.1f}% of what came",
        "mean distance of forecast and outcome, and its sum over that of the outcomes",
        OFF,
    ),
    Said(
        "forecast",
        "Work on cases: of {months} months forecast in advance, {inside} fell within the 80% band and {more} "
        "within the 95% band",
        "months that are over, of forecasts kept before them, and those whose outcome lies between both ends",
        KEPT,
    ),
    Said(
        "forecast",
        "Work on cases: which of 2 methods is used for how many months ahead",
        "the methods used over the horizons",
        f"select count(distinct model) = 2 as two from fct_forecast_months where {SERIES}",
    ),
    *(
        Said(
            "forecast",
            words,
            "the horizons at which the method is used",
            f"""
            select min(horizon_months) as first, max(horizon_months) as last
            from fct_forecast_months where {SERIES} and model = '{model}'
            """,
        )
        for model, words in (
            ("last_value", "The last value: {first} to {last} months ahead; no model was off by less."),
            ("pooled", "Smoothing shared by all series: {first} to {last} months ahead."),
        )
    ),
    Said(
        "forecast",
        "Work on cases: in {poor} of {offices} offices the forecast is not good enough",
        "offices with an error above that of the last value, or a band that held over ten points too little",
        OFFICES,
    ),
)
