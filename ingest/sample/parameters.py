"""What the synthetic service is drawn from: dated numbers, each with the tag of where it comes from.

``sourced`` was read in a public source, ``derived`` is arithmetic on sourced numbers, ``assumption`` is
ours and says nothing about Flanders. `stated_parameters` lists them all, for a file beside the sample.
"""

from collections.abc import Iterator

from ingest.sample.stated import Series, Stated, assumed, derived, sourced, stated_numbers

AS_OF = "2026-06-30"
FIRST_DAY = "2018-01-01"
HALLE_OPENS_ON = "2023-09-01"

# ---- heads by service line; the plan follows these paths, offices share them by their work
HEADS: dict[str, Series] = {
    "offender_supervision": Series(
        {
            "2018-01-01": assumed(424, "before the growth: more than the 413 FTE of April 2017, all lines"),
            "2020-01-01": assumed(448, "about 400 FTE at 0.9; 381 FTE of all lines in October (F33)"),
            "2021-01-01": assumed(480, "the growth of 2021 begins"),
            "2022-01-01": assumed(524, "the whole division grew by 14 % in FTE in 2021 (F1, F2)"),
            "2022-09-01": assumed(536, "hires for the catch-up of 2021"),
            "2023-09-01": assumed(560, "hires arrive six to nine months after the peak of waiting cases"),
            "2025-01-01": sourced(574, "seed deck 2025: probation officers in offender services"),
            "2026-06-30": assumed(584, "flat after 2025"),
        }
    ),
    "victims": Series(
        {
            "2018-01-01": assumed(68, "in step with victim reception"),
            "2021-01-01": assumed(72, "in step with victim reception"),
            "2023-01-01": assumed(93, "in step with victim reception"),
            "2025-01-01": assumed(98, "the lines other than offenders: 159 heads in 2025 = 733 - 574"),
        }
    ),
    "civil": Series({"2018-01-01": assumed(26, "two in every office make about 34 of the 159")}),
    "coordination": Series(
        {
            "2018-01-01": assumed(8, "four centres; two at least in every office with chain cases"),
            "2023-01-01": assumed(14, "nine centres"),
            "2025-01-01": assumed(16, "of the 159"),
        }
    ),
}
FTE_SHARES = {
    1.0: assumed(0.60, "part-time mix with mean 0.90"),
    0.9: assumed(0.10, "part-time mix with mean 0.90"),
    0.8: assumed(0.20, "part-time mix with mean 0.90"),
    0.5: assumed(0.10, "part-time mix with mean 0.90"),
}
FTE_PER_HEAD = derived(0.90, "735.7 FTE / 816 heads on 31 December 2021, whole division (F2)")
LEAVERS_A_YEAR = assumed(0.055, "share of officers leaving the service in a year")
MOVERS_AMONG_HIRES = assumed(0.10, "vacancies filled by an officer of another office")
SPLIT_ROLES = assumed(0.01, "officers who also work a fifth in a second office")
HIRE_GRADES = {
    "trainee_months_0_6": assumed(0.60, "so that about 12 % are in their first years"),
    "newly_qualified": assumed(0.20, "so that about 12 % are in their first years"),
    "officer": assumed(0.20, "experienced officers"),
}
SENIOR_SHARE = assumed(0.08, "senior officers")

# ---- reductions of capacity: spells a year per officer, mean length in days, share
SICK_SPELLS_A_YEAR = assumed(0.55, "spells that are recorded; with the mean length 6.6 % of the time")
SICK_SHARE = sourced(0.066, "sickness among federal civil servants 2008-2009: 6.63 % (F39)")
LONG_LEAVE_SHARE = assumed(0.07, "long and parental leave, share of time")
OTHER_REDUCTIONS_SHARE = assumed(0.01, "training, union time, other duties, share of time")

# ---- offices: how busy against the service as a whole (1 = average), dated
RELATIVE_LOAD: dict[str, Series] = {
    "ANT": Series({"2018-01-01": assumed(1.04), "2020-06-01": assumed(1.10), "2026-01-01": assumed(1.02)}),
    "BRU": Series(
        {
            "2018-01-01": assumed(0.95),
            "2020-06-01": assumed(0.95),
            "2022-09-01": assumed(1.14),
            "2023-09-01": assumed(0.83, "staff of Brussel and Halle almost +40 % in one year (F5)"),
            "2026-01-01": assumed(1.00),
        }
    ),
    "HAL": Series(
        {
            "2018-01-01": assumed(0.95),
            "2020-06-01": assumed(0.97),
            "2022-09-01": assumed(1.16),
            "2023-09-01": assumed(0.83, "staff of Brussel and Halle almost +40 % in one year (F5)"),
            "2026-01-01": assumed(1.02),
        }
    ),
    "GEN": Series({"2018-01-01": assumed(1.02), "2026-01-01": assumed(1.04)}),
    "LEU": Series({"2018-01-01": assumed(0.95), "2026-01-01": assumed(0.97)}),
    "HAS": Series({"2018-01-01": assumed(0.97), "2026-01-01": assumed(1.03)}),
    "OUD": Series({"2018-01-01": assumed(0.95), "2026-01-01": assumed(0.96)}),
    "IEP": Series({"2018-01-01": assumed(0.95), "2026-01-01": assumed(0.95)}),
    "VEU": Series({"2018-01-01": assumed(0.95), "2026-01-01": assumed(0.94)}),
    "KOR": Series({"2018-01-01": assumed(1.00), "2026-01-01": assumed(0.95)}),
}
GROWTH_OF_INFLOW: dict[str, Series] = {
    "BRU": Series({"2018-01-01": assumed(0.80), "2023-09-01": assumed(1.15), "2026-01-01": assumed(1.20)}),
    "HAL": Series({"2018-01-01": assumed(0.75), "2023-09-01": assumed(1.15), "2026-01-01": assumed(1.25)}),
}
# what a head of office finds believable: of the trained officers of one line in one office, the share that
# carries within a fifth, and within two fifths, of what they carry on average for the same hours
CARRY_WITHIN_A_FIFTH = assumed(0.78, "most carry alike, some far more or less")
CARRY_WITHIN_TWO_FIFTHS = assumed(0.95, "few stand far out, and not for long")
NOBODY_BEYOND = assumed(2.0, "twice the average")
TRANSFERS = assumed(0.015, "mandates that move to another office")

# ---- flow
# assumption: months of a year relative to its mean, July and August low
SEASON = (1.04, 1.00, 1.08, 1.00, 0.98, 1.04, 0.86, 0.82, 1.04, 1.08, 1.04, 1.02)
DIP_2020 = assumed(0.85, "March to June 2020, direction sourced (F16), size assumed")
WAITING_LIST_SHARE = Series(
    {
        "2013-01-01": assumed(0.20, "mandates that meet a waiting list"),
        "2018-01-01": assumed(0.20, "mandates that meet a waiting list"),
        "2020-12-01": assumed(0.20, "mandates that meet a waiting list"),
        "2022-09-15": assumed(0.33, "the catch-up of 2021 outruns the staff"),
        "2023-12-01": assumed(0.23, "hires arrive"),
        "2026-06-30": assumed(0.19, "hires have arrived"),
    }
)
WAITING_LIST_MEAN_DAYS = assumed(105, "waiting cases come to 3 to 8 % of open ones")
PROMPT_MEAN_DAYS = assumed(4, "mandates that meet no waiting list")
FIRST_CONTACT = (assumed(1.632, "60 % within 7 days of the start"), assumed(1.238, "p90 at 25 days"))

# ---- people and risk
WOMEN = sourced(0.11, "SPACE II 2022, European median (I1)")
AGE_BANDS = {
    "18-24": assumed(0.17),
    "25-34": assumed(0.30),
    "35-44": assumed(0.25),
    "45-54": assumed(0.16),
    "55-64": assumed(0.09),
    "65+": assumed(0.03),
}
SEVERAL_MANDATES = assumed(0.48, "mandates of a person who had one before")
# Complexity grows: the direction is sourced (seed deck 2025: "increase in quantity and complexity"; 217 home
# bans in 2020, 662 in 2023, F1, F19; four centres for chain cases, then nine, F17); sizes are assumed.
RISK_MIX: dict[str, Series] = {
    "low": Series({"2019-06-01": assumed(0.48), "2022-06-30": assumed(0.37), "2026-06-30": assumed(0.24)}),
    "medium": Series({"2019-06-01": assumed(0.39), "2022-06-30": assumed(0.42), "2026-06-30": assumed(0.44)}),
    "high": Series({"2019-06-01": assumed(0.08), "2022-06-30": assumed(0.16), "2026-06-30": assumed(0.27)}),
    "not_assessed": Series({"2019-06-01": assumed(0.05)}),
}
FLAGGED_MORE_OFTEN: dict[str, Series] = {
    "partner_violence": Series({"2019-06-01": assumed(0.7), "2026-06-30": assumed(2.4)}),
    "chain": Series({"2019-06-01": assumed(0.9), "2026-06-30": assumed(2.0)}),
    "interpreter": Series({"2019-06-01": assumed(0.9), "2026-06-30": assumed(1.5)}),
}
OVERRIDES = assumed(0.06, "levels set against the tool, with a reason")

# ---- endings: share completed
COMPLETED: dict[str, Stated] = {
    "work_penalty": sourced(0.80, "federal minister, about 2014, national (F28)"),
    "electronic_monitoring": sourced(0.70, "closures of 2018 (F27)"),
    "probation": assumed(0.75),
    "autonomous_probation": assumed(0.75),
    "pretrial_conditions": assumed(0.85),
    "mediation_and_measures": assumed(0.80),
    "other": assumed(0.78),
}

# ---- planted defects
DUPLICATES_SHARE = assumed(0.0015, "mandates registered twice under two ids")
NEVER_CLOSED_SHARE = assumed(0.005, "of the open mandates: their end was never written down")
NEVER_CLOSED_DAYS = assumed(365, "days that their planned end and their last officer are past, at least")
LATE_REGISTRATION = assumed(0.01, "mandates started before they were registered")
QUARANTINE_SHARE = assumed(0.001, "rows that the contract sends to quarantine")


def stated_parameters() -> Iterator[tuple[str, Stated]]:
    """Every tagged number of this module with its name, in the order of this file."""
    for name, what in globals().items():
        if name.isupper():
            yield from stated_numbers(name.lower(), what)
