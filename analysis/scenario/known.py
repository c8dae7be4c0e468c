"""Whether the areas, lines and weights that a scenario names are in the data."""

from collections.abc import Collection, Mapping

from analysis.scenario.errors import BadScenarioError, Words, as_written, one_of
from analysis.scenario.reading import row_of
from analysis.scenario.scenario import Scenario


def check_known(
    scenario: Scenario,
    file: str,
    *,
    parents: Mapping[str, str | None],
    lines: Collection[str],
    schemes: Collection[str],
) -> None:
    """Refuse what these data do not have. ``parents``: every area -> the one that it is a part of.

    Raises:
        BadScenarioError: an unknown area, line or scheme, or an office that is no part of the area.
    """
    _check(scenario.area, parents, file, "", "area")
    for line in scenario.service_lines:
        _check(line, lines, file, "", "service_lines")
    if scenario.weight_scheme:
        _check(scenario.weight_scheme, schemes, file, "", "weight_scheme")
    inside = [area for area in parents if scenario.area in _upwards(area, parents)]
    for place, one in enumerate(scenario.assumptions, 1):
        for key in ("office", "to_office"):
            if office := getattr(one, key):
                row = row_of(place, one.name)
                _check(office, parents, file, row, key)
                if office not in inside:
                    what = Words("no_part", {"area": as_written(scenario.area)})
                    raise BadScenarioError(what, file=file, row=row, key=key, value=office)


def _check(value: str, known: Collection[str], file: str, row: Words | str, key: str) -> None:
    if value not in known:
        what = Words("not_in_data", {"instead": one_of(value, known)})
        raise BadScenarioError(what, file=file, row=row, key=key, value=value)


def _upwards(area: str, parents: Mapping[str, str | None]) -> list[str]:
    """An area and all that it is a part of."""
    found = [area]
    while (parent := parents.get(found[-1])) and parent not in found:
        found.append(parent)
    return found
