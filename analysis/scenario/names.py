"""What a scenario may move: every name with its unit and bounds, and the interventions that use them."""

from dataclasses import dataclass

FTE, PERCENT, CASES_A_MONTH = "fte", "percent", "cases a month"


@dataclass(frozen=True)
class Name:
    """One thing that an assumption can move, with its unit and the values it may have.

    ``is_event``: it happens in a month, so that one of the past is in the data already. ``is_scoped``: it may
    be of one office and of some months only. ``moves``: it takes a second office. ``needs_end``: it goes on
    each month, and must say until when.
    """

    name: str
    unit: str
    least: float
    most: float
    is_event: bool = False
    is_scoped: bool = True
    moves: bool = False
    needs_end: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether only whole numbers make sense: a case is not cut in two."""
        return self.unit == CASES_A_MONTH


NEWCOMERS = ("newcomer_months_1_6_pct", "newcomer_months_7_12_pct", "newcomer_months_13_18_pct")
NAMES = {
    one.name: one
    for one in (
        Name("hires_fte", FTE, 0, 10_000, is_event=True),
        Name("leavers_fte", FTE, 0, 10_000, is_event=True),
        Name("staff_cut_pct", PERCENT, 0, 100, is_event=True),
        Name("extra_hours_pct", PERCENT, 0, 100),
        Name("absence_pct", PERCENT, -50, 100),
        *(Name(name, PERCENT, 0, 100, is_scoped=False) for name in NEWCOMERS),
        Name("inflow_pct", PERCENT, -100, 900),
        Name("triage_pct", PERCENT, 0, 100),
        Name("stay_pct", PERCENT, -90, 900),
        Name("case_work_pct", PERCENT, -90, 900),
        Name("weights_pct", PERCENT, -90, 900),
        Name("ended_expired_cases", CASES_A_MONTH, 0, 100_000, needs_end=True),
        Name("moved_cases", CASES_A_MONTH, 0, 100_000, moves=True),
        Name("load_limit_pct", PERCENT, 50, 200),
    )
}
# Kind of intervention -> the names that its assumptions may have.
INTERVENTIONS = {
    "hiring": ("hires_fte", *NEWCOMERS),
    "leavers": ("leavers_fte",),
    "budget_cut": ("staff_cut_pct",),
    "extra_hours": ("extra_hours_pct",),
    "absence": ("absence_pct",),
    "trainee_relief": NEWCOMERS,
    "triage": ("triage_pct",),
    "ending_expired_mandates": ("ended_expired_cases",),
    "contact_standards": ("case_work_pct",),
    "inflow_shock": ("inflow_pct",),
    "changed_weights": ("weights_pct",),
    "moving_cases": ("moved_cases",),
    "load_limit": ("load_limit_pct",),
}
