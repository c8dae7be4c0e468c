"""Cases that no weight fits: their work is unknown, never nothing, and every page of work says so."""

from dashboards import queries
from dashboards.panel import Panel, not_delivered
from dashboards.panels.parts import part_names
from dashboards.text import listed, number, plural, t
from dashboards.view import View


def is_all(view: View, line: str = "") -> bool:
    """Whether no weight of the scheme fits any open case of the area and line chosen ('' for all lines)."""
    counted = queries.unweighed_cases(view.reader, view.choice.weight_scheme, line).get(_area(view))
    return bool(counted and counted["open_cases"] and counted["open_cases"] == counted["unweighed_cases"])


def parts(view: View, line: str = "", among: str = "") -> list[str]:
    """The names of the parts in which no weight fits any open case of the line, in their fixed order."""
    area = among or view.choice.among
    counted = queries.unweighed_cases(view.reader, view.choice.weight_scheme, line)
    return [
        name
        for part, name in part_names(view, area).items()
        if (own := counted.get((area, part))) and 0 < own["open_cases"] == own["unweighed_cases"]
    ]


def some_words(view: View, line: str = "", area: str = "") -> str:
    """How many open cases have no weight, and that their work is in no figure; empty where all or none."""
    key = (area, "") if area else _area(view)
    counted = queries.unweighed_cases(view.reader, view.choice.weight_scheme, line).get(key)
    if not counted or not 0 < counted["unweighed_cases"] < counted["open_cases"]:
        return ""
    open_cases = number(counted["open_cases"])
    said = [plural("common.unweighed_some", counted["unweighed_cases"], open=open_cases)]
    if names := () if view.choice.office and not area else parts(view, line, area):
        said.append(t("common.unweighed_parts", names=listed(names)))
    return " ".join(said)


def said_of_some(view: View) -> Panel | None:
    """That some of the open cases of the line chosen have no weight, before any figure of their work."""
    said = some_words(view, view.choice.service_line)
    return not_delivered("unweighed", said) if said else None


def said_of_officers(view: View) -> Panel | None:
    """The same of all lines together, for officers who are counted above a threshold of workload."""
    if said := some_words(view):
        return not_delivered("unweighed", f"{said} {t('pressure.unweighed_officers')}")
    return None


def _area(view: View) -> tuple[str, str]:
    return (view.choice.area, "")
