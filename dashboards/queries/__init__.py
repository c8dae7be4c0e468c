"""Every SQL statement of the screens, one function per question; here the questions every page asks."""

from datetime import date

from dashboards import database, languages
from dashboards.reader import Reader
from dashboards.status import Status

Row = dict
_COUNTED = ("open_cases", "unweighed_cases")
# Kinds of choices that the labels know by one name.
_LABELLED = {"mandate": "work_type", "task": "work_type"}


def status(reader: Reader) -> Status:
    """The one row that says what the published file is: `as_of`, version, what was delivered."""
    return database.shared(reader, _common)["status"]


def forget() -> None:
    """What was answered is asked anew: for whoever asks about one office after another, in level memory."""
    database.forget()


def choices(reader: Reader, kind: str) -> list[Row]:
    """What a filter offers, in its fixed order.

    Each: `id`, `kind`, `is_default`, and for a weight scheme what is known of its weights; `called` says
    its words. `kind` is region, office, weight_scheme, service_line, mandate (supervision types), task,
    grade (of anybody with capacity) or threshold_set; the last two have no label. A region or office has its
    `area_name`, `parent_id`, the area that it is a part of, and `known_until_on`, the last day that its
    source knows (of a region: the earliest of its offices). A service line has `has_months`: whether these
    data hold any month of it.
    """
    return database.shared(reader, _common)["choices"].get(kind, [])


def called(reader: Reader, choice: Row) -> str:
    """What one of the `choices` is called: the name of an area ('' for no region), else its label."""
    if "area_name" in choice:
        return choice["area_name"]
    return label_of(reader, _LABELLED.get(choice["kind"], choice["kind"]), choice["id"])


def label_of(reader: Reader, kind: str, code: str) -> str:
    """What a code of policy is called in the reader's language, see the mart `dim_labels` for the kinds.

    What the policy or a mapping says in that language, else what the language's own file says (a label, or
    the sentence `common.<kind>_<code>`), else the policy's English, else that of the English file, else the
    code with blanks.
    """
    said = database.shared(reader, _common)["labels"].get((kind, code), {})
    language, name = languages.of(reader.language), f"{kind}_{code}"
    own = language.labels.get(kind, {}).get(code) or language.own.get("common", {}).get(name)
    english = said.get("en") or language.said["office"].get("common", {}).get(name)
    return said.get(reader.language) or own or english or code.replace("_", " ")


def weight_scheme(reader: Reader, weight_scheme_id: str) -> dict:
    """One weight scheme: unit, full-time capacity, source, shares of its weight rows by basis, `has_changed`.

    Raises LookupError when there is no such scheme.
    """
    for row in choices(reader, "weight_scheme"):
        if row["id"] == weight_scheme_id:
            return row
    raise LookupError(f"no weight scheme {weight_scheme_id}")


def events(reader: Reader, weight_scheme_id: str) -> list[dict]:
    """Dated events in order of time: those about the work itself, and the changes of one scheme's weights.

    Each: `happened_on`, `kind` (`weights` for new weights), `event` (its code), `source`, `basis`.
    """
    found = database.shared(reader, _common)["events"]
    return [event for event in found if event["weight_scheme"] in ("", weight_scheme_id)]


def noise_level(reader: Reader, measure: str) -> float:
    """Below which a change of a measure is called none: a row of policy, see the mart `dim_noise_levels`.

    Raises LookupError when the policy has no such row.
    """
    for row in database.shared(reader, _common)["noise_levels"]:
        if row["measure"] == measure:
            return float(row["threshold"])
    raise LookupError(f"no noise level of {measure}")


def days_until_old(reader: Reader) -> float | None:
    """After how many days data are called old: a row of policy; None where the policy sets no such bound."""
    return _bound(reader, "data_age_days")


def years_between_timings(reader: Reader) -> float | None:
    """Within how many years weights are to be timed again; None where the policy sets no such bound."""
    return _bound(reader, "weights_timed_years")


def target(reader: Reader, measure: str) -> Row | None:
    """The target of policy for a measure that holds on the last day of the data; None where none does.

    `target` (its code), `amount` in the unit of the measure, `valid_from`, `source`; see `dim_targets`.
    """
    found = database.shared(reader, _common)
    day = found["status"].as_of
    for row in found["targets"]:
        if row["measure"] == measure and row["valid_from"] <= day < (row["valid_to"] or date.max):
            return row
    return None


def _bound(reader: Reader, measure: str) -> float | None:
    rows = database.shared(reader, _common)["noise_levels"]
    return next((float(row["threshold"]) for row in rows if row["measure"] == measure), None)


def unweighed_cases(
    reader: Reader, weight_scheme_id: str, service_line: str = ""
) -> dict[tuple[str, str], dict[str, int]]:
    """Open cases, and those that no weight of the scheme fits: (area, part of it or '') -> counts.

    `open_cases` and `unweighed_cases`, of one service line or ('') of all; empty where every case has one.
    """
    found: dict[tuple[str, str], dict[str, int]] = {}
    for row in database.shared(reader, _common)["unweighed"]:
        if row["weight_scheme"] == weight_scheme_id and service_line in ("", row["service_line"]):
            counted = found.setdefault((row["area_id"], row["part_id"]), dict.fromkeys(_COUNTED, 0))
            for name in _COUNTED:
                counted[name] += row[name]
    return found


def sources(reader: Reader) -> list[dict]:
    """One row per source system: `as_of`, the last day it knows, `days_behind`, `is_behind`, `deliveries`.

    `as_of_file`, `as_of_row` and `as_of_column` say on which row that day rests, where it is one alone.
    """
    return database.shared(reader, _common)["sources"]


def has_editions(reader: Reader) -> bool:
    """Whether figures were published before these: only then can one of them have been restated."""
    return database.shared(reader, _common)["has_editions"]


def has_mart(reader: Reader, mart: str) -> bool:
    """Whether the published file has a mart: of what was not delivered beside load there is none.

    To be asked before a question that names such a mart: without it, say "not delivered". A mart without rows
    was delivered, and nothing was in it.
    """
    return mart in database.shared(reader, _common)["marts"]


def described(reader: Reader, *marts: str) -> list[dict]:
    """Comments of the marts named (none named: all) and of their columns, in the columns' order.

    Each: `mart`, `column_name` ('' = the mart itself), `comment`.
    """
    return [row for row in database.shared(reader, _common)["comments"] if not marts or row["mart"] in marts]


def _common(reader: Reader) -> dict:
    """What every page asks, in one question: status, choices, labels, events, noise levels, targets, ...

    `labels`: kind and code -> language -> label. Raises `OtherMarts` of a file that another version of the
    product built.
    """
    answer = database.for_everybody(reader, _COMMON).row(0, named=True)
    by_kind: dict[str, list[Row]] = {}
    for row in [*(answer["choices"] or []), *(answer["areas"] or [])]:
        by_kind.setdefault(row["kind"], []).append(row)
    labels: dict[tuple[str, str], dict[str, str]] = {}
    for row in answer["labels"] or []:
        labels.setdefault((row["kind"], row["code"]), {})[row["language"]] = row["label"]
    named = ("events", "noise_levels", "targets", "sources", "comments", "unweighed")
    lists = {name: answer[name] or [] for name in named}
    found = {"status": Status(**answer["status"]), "choices": by_kind, "labels": labels}
    return found | lists | {"has_editions": answer["has_editions"], "marts": frozenset(answer["marts"])}


_COMMON = """
    with choices as (
        select 'service_line' as kind, service_line as id, position, has_months
        from dim_service_lines
        union all by name
        select kind, work_type as id, service_line, position from dim_work_types
        union all by name
        select 'weight_scheme' as kind, weight_scheme as id, position, is_default,
            unit, full_time_capacity, source, assumed_share, published_share, measured_share,
            weights_valid_from, has_changed
        from dim_weight_schemes
        union all by name
        select 'grade' as kind, grade as id from dim_grades
        union all by name
        select distinct 'threshold_set' as kind, threshold_set as id from dim_thresholds
    ), known as (
        select office_id as area_id, known_until_on from dim_offices
        union all
        select parent_id, min(known_until_on)
        from dim_areas inner join dim_offices on area_id = office_id
        where parent_id != 'service'
        group by parent_id
    ), areas as (
        select area_kind as kind, area_id as id, parent_id, area_name, position, known_until_on
        from dim_areas left join known using (area_id)
        where area_kind != 'service'
    ), unweighed as (
        select area_id, part_id, service_line, weight_scheme, open_cases, unweighed_cases
        from unweighed_counts
    ), comments as (
        select table_name as mart, '' as column_name, comment, 0 as position
        from duckdb_tables() where schema_name = 'marts'
        union all
        select view_name, '', comment, 0 from duckdb_views() where schema_name = 'marts'
        union all
        select table_name, column_name, comment, column_index
        from duckdb_columns() where schema_name = 'marts'
    )
    select
        (select dim_status from dim_status) as status,
        (select list(choices order by kind, position, id) from choices) as choices,
        (select list(areas order by position) from areas) as areas,
        (select list(dim_events order by happened_on, event) from dim_events) as events,
        (select list(dim_labels) from dim_labels) as labels,
        (select list(dim_noise_levels) from dim_noise_levels) as noise_levels,
        (select list(dim_targets) from dim_targets) as targets,
        (select list(unweighed) from unweighed) as unweighed,
        exists (select 1 from fct_figures_as_known where edition > 1) as has_editions,
        (select list(dim_sources order by source_system) from dim_sources) as sources,
        (select list(comments order by mart, position) from comments where comment != '') as comments,
        (select list(mart) from comments where column_name = '') as marts
"""
