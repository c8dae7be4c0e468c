"""What Outcomes says of the sample, counted by hand from what was counted in offices and months."""

from tests.dashboards.said.sentence import MONTH, Said

_AGES = """
    with hazards as (
        select age_months, max(at_risk_cases) as seen,
            sum(ended_cases) filter (where end_reason = '') as ended,
            coalesce(sum(ended_cases) filter (where end_reason = 'completed'), 0) as completed
        from fct_area_ending_ages
        where area_id = 'service' and service_line = 'offender_supervision' and supervision_type = ''
            and age_months <= 24
        group by age_months
    ), lives as (
        select *, exp(sum(ln(1 - ended / seen)) over (order by age_months)) as left_open from hazards
    ), steps as (
        select *, coalesce(lag(left_open) over (order by age_months), 1) as was_open from lives
    )
    select 100 * sum(was_open * completed / seen) as share, 100 * min(left_open) as still_open from steps
"""


def _counted(mart: str, figures: str, until_months: int = 0) -> str:
    """Sums of a mart over twelve months of the line; they end so many months before the last one."""
    return f"""
        select {figures} from {mart} inner join dim_work_types on work_type = supervision_type
        where service_line = 'offender_supervision'
            and month_start_on <= {MONTH} - interval {until_months} month
            and month_start_on > {MONTH} - interval {until_months + 12} month
    """


def _wilson(part: str, whole: str) -> str:
    """Both ends of Wilson's interval in per cent, by the textbook's formula."""
    z = 1.959963984540054
    root = f"{z} * sqrt({z * z} + 4 * {part} * (1 - {part} / {whole}))"
    low, high = (f"100 * (2 * {part} + {z * z} {sign} {root}) / (2 * ({whole} + {z * z}))" for sign in "-+")
    return f"{low} as low, {high} as high"


_MET = "sum(met_conditions)"
_RESULTS = "sum(met_conditions + partly_met_conditions + not_met_conditions)"
SAID = (
    Said(
        "outcomes",
        "How cases end, 24 months on: “Completed” {share:.0f}%, still open {still_open:.0f}%",
        "of those open just before an age, how many end at it; what is left is multiplied from age to age",
        _AGES,
    ),
    Said("outcomes", "After 24 months: completed {share:.1f}%", "the same, with a decimal", _AGES),
    Said(
        "outcomes",
        "Each line ends where fewer than {fewest} cases could still end",
        "the smallest whole of a share, a constant of the product",
        "select 10 as fewest",
    ),
    Said(
        "outcomes",
        "Of the {cases} cases due to end in the last 12 whole months, {near:.0f}% ended within 30 days of "
        "it, {still:.0f}% are still open",
        "cases by the office that received them whose expected end lies in the last twelve months",
        """
        select format('{:,}', sum(due_cases)::int) as cases,
            100 * sum(ended_near_cases) / sum(due_cases) as near,
            100 * sum(still_open_cases) / sum(due_cases) as still
        from fct_area_due_years inner join dim_areas using (area_id)
        where area_kind = 'office' and service_line = 'offender_supervision' and supervision_type <> ''
            and year_start_on = (select max(year_start_on) from fct_area_due_years)
        """,
    ),
    Said(
        "outcomes",
        "Conditions of cases: {met:.0f}% of the {results} that ended with a result were met",
        "conditions that ended in twelve months as met, by those that ended as met, partly met or not met",
        _counted(
            "fct_condition_months",
            f"100 * {_MET} / {_RESULTS} as met, format('{{:,}}', {_RESULTS}::int) as results",
        ),
    ),
    Said(
        "outcomes",
        "The 95% interval of that share runs from {low:.1f}% to {high:.1f}%.",
        "Wilson's interval of that share",
        _counted("fct_condition_months", _wilson(_MET, _RESULTS)),
    ),
    Said(
        "outcomes",
        "Of all together {met:.1f}% were met.",
        "the same share with a decimal",
        _counted("fct_condition_months", f"100 * {_MET} / {_RESULTS} as met"),
    ),
    Said(
        "outcomes",
        "Those with fewer than {fewest} results are left out",
        "the smallest whole of a share, a constant of the product",
        "select 10 as fewest",
    ),
    Said(
        "outcomes",
        "After {reports} reports of a breach the case was revoked within six months in {revoked:.0f}%, a "
        "sanction came in {sanctioned:.0f}%",
        "reports of the twelve months that end half a year before the last one, by what followed",
        _counted(
            "fct_breach_months",
            "format('{:,}', sum(watched_reports)::int) as reports, "
            "100 * sum(revoked_reports) / sum(watched_reports) as revoked, "
            "100 * sum(sanctioned_reports) / sum(watched_reports) as sanctioned",
            6,
        ),
    ),
    Said(
        "outcomes",
        "{figure}, {kind}: {share:.0f}% of {cohort} cases (cohort up to {until})",
        "the first measure and kind of the list, its latest cohort, as delivered",
        """
        select 'Reconvicted within 12 months' as figure, label as kind,
            100 * numerator / denominator as share, format('{:,}', denominator::int) as cohort,
            strftime(cohort_end_on - 1, '%-d %B %Y') as until
        from fct_outcome_figures
        inner join dim_work_types on work_type = supervision_type
        inner join dim_labels on dim_labels.kind = 'work_type' and code = work_type and language = 'en'
        where office_id = '' and measure = 'reconviction_12_months'
            and service_line = 'offender_supervision'
            and cohort_start_on = (select max(cohort_start_on) from fct_outcome_figures)
            and denominator >= 10 and (numerator = 0 or numerator >= 5)
        order by dim_work_types.position, work_type limit 1
        """,
    ),
    Said(
        "outcomes",
        "Of {needs} needs of cases assessed again, {share:.0f}% were smaller or gone at the latest "
        "assessment",
        "needs at a first assessment of cases whose latest one lies in twelve months",
        _counted(
            "fct_need_months",
            "format('{:,}', sum(needing_cases)::int) as needs, "
            "100 * sum(need_reduced_cases) / sum(needing_cases) as share",
        ),
    ),
    Said(
        "outcomes",
        "Protection was gained or grew {gained} times, and lost or weakened {lost} times; needs grew or came "
        "{grown} times.",
        "the same cases by what else moved",
        _counted(
            "fct_need_months",
            "format('{:,}', sum(protection_gained_cases)::int) as gained, "
            "format('{:,}', sum(protection_lost_cases)::int) as lost, "
            "format('{:,}', sum(need_grown_cases)::int) as grown",
        ),
    ),
    Said(
        "outcomes",
        "Of {referrals} referrals of cases to partners {completed:.0f}% were completed; {no_place:.0f}% "
        "found no place",
        "referrals made in the twelve months that end half a year before the last one",
        _counted(
            "fct_referral_months",
            "format('{:,}', sum(made_referrals)::int) as referrals, "
            "100 * sum(completed_referrals) / sum(made_referrals) as completed, "
            "100 * sum(no_place_referrals) / sum(made_referrals) as no_place",
            6,
        ),
    ),
    Said(
        "outcomes",
        "{started:.0f}% began with the partner. The interval of those without a place runs from {low:.1f}% "
        "to {high:.1f}%.",
        "the same referrals, and Wilson's interval",
        _counted(
            "fct_referral_months",
            "100 * sum(started_referrals) / sum(made_referrals) as started, "
            + _wilson("sum(no_place_referrals)", "sum(made_referrals)"),
            6,
        ),
    ),
)
