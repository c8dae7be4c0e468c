"""Says of every number of the generator where it comes from: each number is listed with its tag."""

from itertools import chain
from pathlib import Path

from ingest.sample import (
    absences,
    effort,
    flags,
    heaviness,
    offices,
    posts,
    registering,
    risk,
    staff,
    stays,
    tasks,
)
from ingest.sample.carrying import EVENED_OUT_A_MONTH, FAR_ABOVE, HANDED_OVER
from ingest.sample.desks import KEPT_BY_MOVERS, KEPT_IN_ABSENCE, STYLE_SPREAD
from ingest.sample.parameters import (
    DUPLICATES_SHARE,
    LATE_REGISTRATION,
    NEVER_CLOSED_SHARE,
    QUARANTINE_SHARE,
    stated_parameters,
)
from ingest.sample.people import LOOKS_BACK
from ingest.sample.results.parameters import __doc__ as of_results
from ingest.sample.results.parameters import results_parameters
from ingest.sample.sharing import CO_WORKED
from ingest.sample.stated import Stated, stated_numbers
from ingest.sample.volumes import stated_volumes

TAGS = ("sourced", "derived", "assumption")
_HEADING = """# What the sample is drawn from

Everything in the sample is invented, also where a total was published. `sourced` numbers were read in a
public source, `derived` ones are arithmetic on those, and an `assumption` is ours.
"""
# what only one room needs is kept in that room, and listed here all the same
OF_ROOMS = {
    "stays_median_shortest_longest_spread": stays.STAYS,
    "long_monitoring": stays.LONG_MONITORING,
    "office_shares_pct": {code: share for code, *_, share in offices.PLACES},
    "office_shares_by_type": offices.TYPE_SHARES,
    "standing_flags": flags.STANDING,
    "flag_spells": flags.SPELLS,
    "risk_a_year_later": risk.A_YEAR_LATER.tolist(),
    "long_leave_kinds": absences.LONG_LEAVE,
    "other_reductions": absences.OTHER,
    "report_every_months": tasks.REPORT_EVERY,
    "task_events_a_year": tasks.EVENTS_A_YEAR,
    "days_to_deliver": tasks.DAYS_TO_DELIVER,
    "tasks_late_alone_never": (tasks.LATE, tasks.WITHOUT_OFFICER, tasks.NEVER_DELIVERED),
    "closing_share": tasks.CLOSING_SHARE,
    "other_endings": registering.OTHER_ENDINGS,
    "planned_end_share": registering.PLANNED_END_SHARE,
    "room_a_head_fte": staff.ROOM_A_HEAD,
    "filled_within_a_month": staff.FILLED_WITHIN_A_MONTH,
    "posts_share": posts.POSTS_SHARE,
    "evened_out_a_month": EVENED_OUT_A_MONTH,
    "far_above": FAR_ABOVE,
    "factors_to_share_work": (heaviness.FACTORS, effort.RISK_FACTOR),
    "handed_over": HANDED_OVER,
    "kept_cases": (KEPT_BY_MOVERS, KEPT_IN_ABSENCE),
    "style_spread": STYLE_SPREAD,
    "person_looks_back": LOOKS_BACK,
    "co_worked": CO_WORKED,
    **{f"results_{name}": what for name, what in results_parameters().items()},
}

# defects on purpose: name, share, of what
PLANTED = (
    ("never closed", NEVER_CLOSED_SHARE, "the open mandates"),
    ("registered twice", DUPLICATES_SHARE, "the mandates"),
    ("registered late", LATE_REGISTRATION, "the mandates"),
    ("bound for quarantine", QUARANTINE_SHARE, "the rows of an entity"),
)


def planted_lines() -> list[str]:
    """One line per planted defect with its share; all are assumptions."""
    lines = [f"[{share.tag}] {name}: {share:.2%} of {whole}" for name, share, whole in PLANTED]
    return [*lines, "[assumption] one office registers mediations as home bans for half a year"]


def provenance_lines() -> list[str]:
    """One line per sourced or derived number; assumptions with one line per parameter."""
    of_rooms = (stated_numbers(name, what) for name, what in OF_ROOMS.items())
    stated = list(chain(stated_volumes(), stated_parameters(), *of_rooms))
    lines = [_line(name, number) for tag in TAGS[:2] for name, number in stated if number.tag == tag]
    assumed: dict[str, list[float]] = {}
    for name, number in stated:
        if number.tag == "assumption":
            assumed.setdefault(_parameter(name), []).append(float(number))
    return lines + [_summary(name, numbers) for name, numbers in assumed.items()]


def _parameter(name: str) -> str:
    """The parameter a number belongs to: of yearly numbers flow and type, of others the first word."""
    words = name.split()
    return " ".join(words[:2]) if words[0] in ("new", "open") else words[0]


def _line(name: str, number: Stated) -> str:
    return f"[{number.tag}] {name} = {float(number):g} ({number.source})"


def _summary(name: str, numbers: list[float]) -> str:
    return f"[assumption] {name} = {', '.join(f'{number:g}' for number in numbers)}"


def write_assumptions(file: Path) -> None:
    """Write every number that the sample is drawn from, with where it comes from, as a Markdown list."""
    lines, planted = (_listed(what) for what in (provenance_lines(), planted_lines()))
    beside = of_results.split("\n\n", 1)[1].strip()
    file.write_text(
        f"{_HEADING}\n## What hangs on what beside load\n\n{beside}\n\n## Numbers\n\n{lines}\n\n"
        f"## Defects planted on purpose\n\n{planted}\n",
        encoding="utf-8",
    )


def _listed(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
