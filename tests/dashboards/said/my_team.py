"""What My team says of the sample, counted by hand: of the first office in the fixed order, Antwerp."""

from tests.dashboards.said.sentence import AS_OF, TO_CLOSE, Said

# Without an expected end no record is to close.
OF_ANY = f"fct_open_cases where weight_scheme = 'fl_type_phase' and not coalesce({TO_CLOSE}, false)"
OPEN = f"{OF_ANY} and office_id = 'ANT'"
# Nobody waits in Antwerp.
WAITING, WAITS_IN = f"{OF_ANY} and state = 'waiting' and office_id = 'BRG'", {"office": "BRG"}
# Nobody carries it, or everybody who does has left the service.
NEEDS_SOMEBODY = f"""
    (state = 'uncovered' or (state = 'active' and not exists (
        from dim_officers where contains(officer_shares, officer_id)
            and coalesce(last_contract_to > {AS_OF}, true)
    )))
"""
ENDS = (
    f"state = 'active' and expected_end_on > {AS_OF}"
    f" and expected_end_on < date_trunc('week', {AS_OF}) + interval 14 week"
)
STARTED = f"state = 'active' and clock_on > {AS_OF} - 28"
PEOPLE = f"(from dim_officers where office_id = 'ANT' and coalesce(last_contract_to > {AS_OF}, true))"
# The sum over the days of a week, from the stretches in which nobody's load changed.
WEEKS = f"""
    select officer_id, monday, sum(workload_units * days) / 7 as units
    from (
        select officer_id, workload_units, monday,
            greatest(0, date_diff('day', greatest(valid_from, monday), least(valid_to, monday + 7))) as days
        from fct_officer_spans
        cross join (
            select unnest(range(1, 5))::int as back,
                date_trunc('week', {AS_OF} + 1)::date - 7 * back as monday
        ) as weeks
        where weight_scheme = 'fl_type_phase'
    ) as stretches
    group by officer_id, monday
"""
FULL_TIME = "(select full_time_capacity from dim_weight_schemes where weight_scheme = 'fl_type_phase')"


def counted(name: str, rows: str) -> str:
    return f"select count(*) as {name} from {OPEN} and {rows}"


def listed(beginning: str, rows: str, rule: str) -> Said:
    return Said(
        "my_team",
        beginning + "Shown: {shown} of {cases}; the downloads contain all.",
        rule,
        f"select count(*) as cases, least(10, count(*)) as shown from {OPEN} and {rows}",
    )


SAID = (
    Said(
        "my_team",
        "Need cover | {cases} | cases",
        "cases that nobody carries any more, or only officers who have left; no records to close",
        counted("cases", NEEDS_SOMEBODY),
    ),
    Said(
        "my_team",
        "Waiting for a first officer | {cases} | cases",
        "cases that nobody ever carried; no records to close",
        counted("cases", "state = 'waiting'"),
    ),
    Said(
        "my_team",
        "Waiting for a first officer | {cases} | cases | longest {days} day",
        "the same where somebody waits, and the days of the one who does longest",
        f"select count(*) as cases, max(days_waiting) as days from {WAITING}",
        WAITS_IN,
    ),
    Said(
        "my_team",
        "Due to end, 13 weeks ahead | {cases} | cases",
        "carried, with an expected end after the last day, up to the thirteenth whole week after this one",
        counted("cases", ENDS),
    ),
    Said(
        "my_team",
        "Started in the last four weeks | {cases} | cases",
        "carried, and counting from one of the last 28 days",
        counted("cases", STARTED),
    ),
    Said(
        "my_team",
        "Antwerpen: {people} officers; above 100% of a full-time post for four weeks in a row: {above}",
        "people whose latest contract is here and has not ended; those of whom each of the last four whole"
        " weeks is above what a full-time officer can give",
        f"""
        select
            (select count(*) from {PEOPLE}) as people,
            (
                select count(*) from (
                    select officer_id from ({WEEKS}) as weeks
                    where officer_id in (select officer_id from {PEOPLE})
                    group by officer_id
                    having count(*) = 4 and min(units) > {FULL_TIME}
                ) as above
            ) as above
        """,
    ),
    listed(
        "Longest first, all services; those whose officers have left the service come last. ",
        NEEDS_SOMEBODY,
        "the same cases as those that need cover, ten at most",
    ),
    Said(
        "my_team",
        "Longest first, all services. Shown: {shown} of {cases}; the downloads contain all.",
        "the waiting cases, ten at most",
        f"select count(*) as cases, least(10, count(*)) as shown from {WAITING}",
        WAITS_IN,
    ),
    listed("The first to end comes first, all services. ", ENDS, "those due to end, ten at most"),
    listed("The latest comes first, all services. ", STARTED, "those that started, ten at most"),
    Said(
        "my_team",
        "Cases due to end in the next {weeks} weeks",
        "a quarter in weeks, a row of policy",
        "select quarter_weeks as weeks from dim_status",
    ),
)
