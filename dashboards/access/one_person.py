"""What may be said of one person: the work that they carry, on a day, over a month, in the weeks ahead.

Never what they can give on a day, in a week or a month, nor a percentage of it: whoever is away has none.
What a full-time post gives by the weight scheme is policy, says nothing about a person, and may stand beside
the work. A row that somebody has only for being there is left out like that of somebody who is not.
See docs/decisions/0028.
"""

from collections.abc import Mapping

from dashboards.access.capacity import without
from dashboards.access.scope import Role, Scope

_OF_ONE_PERSON = ("fct_officer_", "fct_person_")
# Where one ends and the next begins tells on which day somebody's capacity changed.
_SPANS = "fct_officer_spans"
_SET_ASIDE, _ABSENCES = ("fct_quarantine", "fct_set_aside"), "staff_reductions"


def shows_past(scope: Scope) -> bool:
    """Whether the work of one person over the years is for this reader: for nobody but that person.

    Where it is gone for months, whoever else looks would read an absence.
    """
    return scope.role in (Role.OFFICER, Role.WHOLE)


def views(marts: Mapping[str, list[str]]) -> dict[str, str]:
    """Mart -> what a page may have of it, for the marts about one person."""
    found = {
        mart: f"select {without(columns)} from published.marts.{mart} "  # noqa: S608 (names of marts)
        "where workload_units_avg > 0 or active_cases_avg > 0"
        for mart, columns in marts.items()
        if mart.startswith(_OF_ONE_PERSON) and not mart.startswith(_SPANS)
    }
    found |= {mart: "select null as not_for_pages where false" for mart in marts if mart.startswith(_SPANS)}
    return found | {mart: _without_absences(mart, marts[mart]) for mart in _SET_ASIDE if mart in marts}


def _without_absences(mart: str, columns: list[str]) -> str:
    """Rows set aside with what stood in them; of a row about somebody's absence only that it was."""
    said = [name for name in ("original_value", "hint", "record") if name in columns]
    gone = ", ".join(f"case when entity <> '{_ABSENCES}' then {name} end as {name}" for name in said)
    return f"select * replace ({gone}) from published.marts.{mart}"  # noqa: S608 (fixed names)
