"""The shared filter bar: each page names the filters that matter to it; their state lives in the address."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboards import queries
from dashboards.components import choosing, page
from dashboards.text import label, language, name_parts, sentences, t

ALL = "all"
WINDOWS = ("today", "four_weeks", "month")
COMPARISONS = ("before", "year_ago")
HORIZONS = ("13", "52")
WEIGHTS = ("then", "now")
YEARS_BACK = {"since_start": None, "five_years": 5, "two_years": 2, "one_year": 1}
# Filters whose choices are the same on every warehouse; all but the period stand side by side.
FIXED = {
    "time_window": WINDOWS,
    "comparison": COMPARISONS,
    "horizon": HORIZONS,
    "weights": WEIGHTS,
    "period": tuple(YEARS_BACK),
}
SIDE_BY_SIDE = FIXED.keys() - {"period"}
ADDRESS_KEYS = {
    "region": "region",
    "office": "office",
    "service_line": "line",
    "weight_scheme": "scheme",
    "weights": "weights",
    "time_window": "window",
    "period": "since",
    "comparison": "against",
    "work_type": "type",
    "grade": "grade",
    "threshold_set": "set",
    "horizon": "weeks",
}
# Ids that carry no label of their own: the catalogue names those it knows, in its order.
UNLABELLED = ("grade", "threshold_set")


@dataclass(frozen=True)
class Chosen:
    """What the reader looks at. None = all (regions, offices, kinds of work); `since` = first month shown;
    `horizon` = weeks looked ahead.

    `among` is the area whose parts stand side by side: the service or a region; the one that the office
    belongs to where an office is chosen. `weights`: `then` = those of each day, `now` = those of today for
    every day. Under "office" `labels` holds the words of the area chosen, under "among" those of `among`.
    """

    office: str | None
    service_line: str
    weight_scheme: str
    time_window: str
    comparison: str
    work_type: str | None
    since: date
    words: str
    labels: dict[str, str]
    grade: str | None = None
    threshold_set: str = ""
    horizon: int = int(HORIZONS[0])
    weights: str = WEIGHTS[0]
    region: str | None = None
    among: str = queries.SERVICE

    @property
    def area(self) -> str:
        """The office chosen, else the region, else the whole service."""
        return self.office or self.region or queries.SERVICE

    @property
    def part(self) -> str:
        """What the reader looks at among the parts of `among`: an office, or all of them ('')."""
        return self.office or ""

    @property
    def is_listing(self) -> bool:
        """Whether cases are listed one by one: of an office, or of a service without regions."""
        return bool(self.office) or not queries.choices("region")

    def label(self, name: str) -> str:
        """The words of one choice, such as the office's name."""
        return self.labels[name]

    @property
    def words_for_all(self) -> str:
        """The name of all parts together: `All offices`, `All regions` or the region's name."""
        return self.labels["among"][:1].upper() + self.labels["among"][1:]

    @property
    def words_for_every_part(self) -> str:
        """The filters in words for a table that shows every part of the area, whichever one is chosen."""
        return self.words.replace(self.labels["office"], self.labels["among"], 1)

    @property
    def words_for_all_lines(self) -> str:
        """The filters in words for what is of a whole person, whichever service line is chosen."""
        return self.words.replace(self.labels["service_line"], t("common.all_service_line"), 1)


def bar(status: dict, *names: str, **defaults: str) -> Chosen:
    """Draw the status line (the filters in words) and under it the widgets of the filters named.

    `defaults` are ids that replace the usual default, also of filters that are not drawn. `weights` is named
    after `weight_scheme`, and offered only where the weights of the chosen scheme changed within the data.
    """
    said = st.container()
    with st.container(horizontal=True, key="filters", vertical_alignment="top"):
        values: dict[str, str] = {}
        for name in _in_order(names):
            is_drawn = name in names and _is_offered(name, values)
            values[name] = _value(name, status, is_drawn, defaults.get(name), values)
    labels = {name: _words(name)(value) for name, value in values.items()}
    among = _among(values)
    has_region_parts = among == queries.SERVICE and bool(queries.choices("region"))
    labels["among"] = _among_words(among)
    # one name says where: the office's, else the region's, else that it is all of them
    labels["office"] = labels["among"] if values["office"] == ALL else labels["office"]
    told = [name for name in names if name != "region" and _is_offered(name, values)]
    words = ", ".join(_said(name, labels[name]) for name in told)
    name_parts("region" if has_region_parts else "office")
    with said:
        page.status_line(status, words)
    return _chosen(status, values, words, labels, among)


def open_area(area: str) -> None:
    """Choose a region or an office before the page is drawn anew: what a row of a table opens."""
    of_office = next((row for row in queries.choices("office") if row["id"] == area), None)
    st.session_state[ADDRESS_KEYS["office"]] = area if of_office else ALL
    if queries.choices("region"):
        st.session_state[ADDRESS_KEYS["region"]] = of_office["parent_id"] if of_office else area or ALL


def worth_drawing(*names: str) -> tuple[str, ...]:
    """The filters that leave a choice: a service with one grade has nothing to choose there."""
    return tuple(name for name in names if name not in UNLABELLED or len(queries.choices(name)) > 1)


def _said(name: str, words: str) -> str:
    is_named = name in ("comparison", "weights", "threshold_set")
    return t(f"common.{name}_said", what=words) if is_named else words


def _is_offered(name: str, values: dict[str, str]) -> bool:
    """Whether there is anything to choose: without a change, the weights of each day are those of today."""
    if name == "region":
        return bool(queries.choices("region"))
    return name != "weights" or bool(queries.weight_scheme(values["weight_scheme"])["has_changed"])


def _among(values: dict[str, str]) -> str:
    """The area whose parts stand side by side: where an office is chosen, the one that it belongs to."""
    if values["office"] != ALL:
        return next(row["parent_id"] for row in queries.choices("office") if row["id"] == values["office"])
    return queries.SERVICE if values["region"] == ALL else values["region"]


def _in_order(names: tuple[str, ...]) -> list[str]:
    return [*names, *(name for name in ADDRESS_KEYS if name not in names)]


def _among_words(among: str) -> str:
    if among != queries.SERVICE:
        return _words("region")(among)
    return t("common.all_region" if queries.choices("region") else "common.all_office")


def _value(name: str, status: dict, is_drawn: bool, default: str | None, values: dict[str, str]) -> str:
    options = _options(name, values)
    default = default if default in options else _default(name, status, options)
    if not is_drawn:
        return default
    draw = choosing.segments if name in SIDE_BY_SIDE else choosing.select
    return draw(ADDRESS_KEYS[name], t(f"common.filter_{name}"), options, default, _words(name))


def _options(name: str, values: dict[str, str]) -> list[str]:
    if name in FIXED:
        return list(FIXED[name])
    if name in UNLABELLED:
        ids = sorted(
            (row["id"] for row in queries.choices(name)), key=lambda found: _known_place(name, found)
        )
        return [ALL, *ids] if name == "grade" else ids
    kind = "mandate" if name == "work_type" else name
    rows = queries.choices(kind)
    if name == "office" and values["region"] != ALL:
        rows = [row for row in rows if row["parent_id"] == values["region"]]
    # A line of which these data hold nothing would only lead to an empty page.
    ids = [row["id"] for row in rows if row.get("has_months")] or [row["id"] for row in rows]
    return [ALL, *ids] if name in ("region", "office", "work_type") else ids


def _default(name: str, status: dict, options: list[str]) -> str:
    if name == "time_window":
        return "four_weeks"
    if name == "weight_scheme" and status["default_weight_scheme"] in options:
        return status["default_weight_scheme"]
    return options[0] if options else ALL


def _words(name: str):
    if name in FIXED:
        return lambda value: t(f"common.{name}_{value}")
    if name in UNLABELLED:
        return lambda value: t("common.all_grade") if value == ALL else named(name, value)
    kind = "mandate" if name == "work_type" else name
    labels = {row["id"]: label(row) for row in queries.choices(kind)}
    if name == "region":
        labels = {area: words or t("common.no_region") for area, words in labels.items()}
    return lambda value: t(f"common.all_{name}") if value == ALL else labels.get(value, value)


def named(name: str, value: str) -> str:
    """A grade or a set of thresholds in words; an agency's own as it is called in its seed."""
    known = f"{name}_{value}" in sentences("common")
    return t(f"common.{name}_{value}") if known else value.replace("_", " ")


def _known_place(name: str, value: str) -> tuple[int, str]:
    known = list(sentences("common"))
    key = f"{name}_{value}"
    return (known.index(key) if key in known else len(known), value)


def _chosen(status: dict, values: dict[str, str], words: str, labels: dict[str, str], among: str) -> Chosen:
    return Chosen(
        region=None if values["region"] == ALL else values["region"],
        office=None if values["office"] == ALL else values["office"],
        among=among,
        service_line=values["service_line"],
        weight_scheme=values["weight_scheme"],
        weights=values["weights"],
        time_window=values["time_window"],
        comparison=values["comparison"],
        work_type=None if values["work_type"] == ALL else values["work_type"],
        since=first_month(status, values["period"]),
        words=words,
        grade=None if values["grade"] == ALL else values["grade"],
        threshold_set=values["threshold_set"],
        labels={**labels, "language": language()},
        horizon=int(values["horizon"]),
    )


def first_month(status: dict, period: str) -> date:
    """The first month of a period that ends at `as_of`; the first month there is for the longest."""
    first = status["first_month_on"] or status["as_of"].replace(day=1)
    years = YEARS_BACK[period]
    if years is None:
        return first
    return max(first, status["as_of"].replace(day=1, year=status["as_of"].year - years))
