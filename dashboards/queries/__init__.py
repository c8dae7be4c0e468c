"""Every SQL statement of the screens, one function per question; here the questions every page asks."""

from dashboards import warehouse

Choice = dict
# The area that is the whole service.
SERVICE = "service"


def status() -> dict:
    """The one row that says what the published file is: `as_of`, version, what was delivered."""
    return warehouse.shared(_common)["status"]


def choices(kind: str) -> list[Choice]:
    """What a filter offers, in its fixed order.

    Each: `id`, `label_en`, `label_nl`, `is_default`, and for a weight scheme what is known of its weights;
    `kind` is region, office, weight_scheme, service_line, mandate (supervision types), task, grade (of
    anybody with capacity) or threshold_set; the last two have no label. A region or office has `parent_id`,
    the area that it is a part of. A service line has `has_months`: whether these data hold any month of it.
    """
    return warehouse.shared(_common)["choices"].get(kind, [])


def weight_scheme(weight_scheme_id: str) -> dict:
    """One weight scheme: unit, full-time capacity, source, shares of its weight rows by basis, `has_changed`.

    Raises LookupError when there is no such scheme.
    """
    for row in choices("weight_scheme"):
        if row["id"] == weight_scheme_id:
            return row
    raise LookupError(f"no weight scheme {weight_scheme_id}")


def events(weight_scheme_id: str) -> list[dict]:
    """Dated events in order of time: those about the work itself, and the changes of one scheme's weights.

    Each: `happened_on`, `kind` (`weights` for new weights), `label_en`, `label_nl`, `source`, `basis`.
    """
    found = warehouse.shared(_common)["events"]
    return [event for event in found if event["weight_scheme"] in ("", weight_scheme_id)]


def described(*marts: str) -> list[dict]:
    """Comments of the marts named (none named: all) and of their columns, in the columns' order.

    Each: `mart`, `column_name` ('' = the mart itself), `comment`.
    """
    return [row for row in warehouse.shared(_common)["comments"] if not marts or row["mart"] in marts]


def _common() -> dict:
    """What every page asks, in one question: `status`, `choices` by kind, `events`, the marts' `comments`."""
    answer = warehouse.frame("""
        with choices as (
            select 'service_line' as kind, service_line as id, label_en, label_nl, position, has_months
            from dim_service_lines
            union all by name
            select kind, work_type as id, service_line, label_en, label_nl, position from dim_work_types
            union all by name
            select 'weight_scheme' as kind, weight_scheme as id, label_en, label_nl, position, is_default,
                unit, full_time_capacity, source, assumed_share, published_share, measured_share,
                weights_valid_from, has_changed
            from dim_weight_schemes
            union all by name
            select 'grade' as kind, grade as id from dim_grades
            union all by name
            select distinct 'threshold_set' as kind, threshold_set as id from dim_thresholds
        ), areas as (
            select area_kind as kind, area_id as id, parent_id, area_name as label_en, area_name as label_nl,
                position
            from dim_areas where area_kind != 'service'
        ), comments as (
            select table_name as mart, '' as column_name, comment, 0 as position
            from duckdb_tables() where schema_name = 'marts'
            union all
            select table_name, column_name, comment, column_index
            from duckdb_columns() where schema_name = 'marts'
        )
        select
            (select dim_status from dim_status) as status,
            (select list(choices order by kind, position, id) from choices) as choices,
            (select list(areas order by position) from areas) as areas,
            (select list(dim_events order by happened_on, event) from dim_events) as events,
            (select list(comments order by mart, position) from comments where comment != '') as comments
    """).row(0, named=True)
    by_kind: dict[str, list[Choice]] = {}
    for row in [*(answer["choices"] or []), *(answer["areas"] or [])]:
        by_kind.setdefault(row["kind"], []).append(row)
    lists = {name: answer[name] or [] for name in ("events", "comments")}
    return {"status": answer["status"], "choices": by_kind} | lists
