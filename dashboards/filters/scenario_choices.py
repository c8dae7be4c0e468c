"""Which scenario is looked at, beside which other, in which service line, and at which outcome."""

from analysis.scenario.outcomes import OUTCOMES
from dashboards import queries, scenarios
from dashboards.choice import ALL
from dashboards.filters.filter import Context, Filter
from dashboards.text import t

NAMES = ("scenario", "scenario_line", "scenario_beside", "weight_scheme", "scenario_outcome")


def _ids(context: Context) -> list[str]:
    return list(scenarios.usable(context.reader))


def _words(context: Context, name: str) -> str:
    if name in (scenarios.NOW, ALL):
        return t("scenarios.as_now")
    one = scenarios.usable(context.reader)[name]
    said = one.scenario.title_in(context.reader.language)
    return t("scenarios.brought", title=said) if name.startswith(scenarios.BROUGHT) else said


def _first_with_assumptions(context: Context) -> str | None:
    every = scenarios.usable(context.reader)
    return next((name for name, one in every.items() if one.scenario.assumptions), None)


def _chosen(context: Context) -> scenarios.Offered | None:
    return scenarios.chosen(context.reader, context.values.get("scenario", ALL))


def _lines(context: Context) -> list[str]:
    one = _chosen(context)
    return list(one.scenario.service_lines) if one else []


def _line_words(context: Context, line: str) -> str:
    return queries.label_of(context.reader, "service_line", line)


def _beside(context: Context) -> list[str]:
    one = _chosen(context)
    if one is None:
        return [scenarios.NOW]
    others = scenarios.usable(context.reader)
    return [scenarios.NOW, *scenarios.beside(one.scenario, context.values["scenario_line"], others)]


def scheme_of(context: Context) -> str | None:
    """The weight scheme that the scenario chosen is written for; None where it names none."""
    one = _chosen(context)
    return (one.scenario.weight_scheme or None) if one else None


SCENARIO_CHOICES = (
    Filter(
        "scenario",
        "scenario",
        _ids,
        _words,
        _first_with_assumptions,
        is_offered=lambda context: bool(_ids(context)),
        is_of_parts=True,
        said_key="scenarios.scenario_said",
        label_key="scenarios.filter_scenario",
        width_px=250,
    ),
    Filter(
        "scenario_line",
        "line",
        _lines,
        _line_words,
        is_offered=lambda context: bool(_lines(context)),
        is_of_parts=True,
        label_key="scenarios.filter_scenario_line",
        width_px=235,
    ),
    Filter(
        "scenario_beside",
        "beside",
        _beside,
        _words,
        lambda _: scenarios.NOW,
        is_offered=lambda context: bool(_ids(context)),
        is_of_parts=True,
        said_key="scenarios.scenario_beside_said",
        label_key="scenarios.filter_scenario_beside",
        width_px=240,
    ),
    Filter(
        "scenario_outcome",
        "outcome",
        lambda _: list(OUTCOMES),
        lambda _, outcome: t(f"scenarios.outcome_{outcome}"),
        lambda _: OUTCOMES[0],
        is_of_parts=True,
        said_key="scenarios.scenario_outcome_said",
        label_key="scenarios.filter_scenario_outcome",
        width_px=210,
    ),
)
