"""Every SQL statement of the screens, one function per question; here the questions every page asks."""

from dashboards import warehouse

Choice = dict


def status() -> dict:
    """The one row that says what the published file is: `as_of`, version, what was delivered."""
    return warehouse.shared(_status)


def _status() -> dict:
    return warehouse.frame("select * from dim_status").row(0, named=True)


def choices(kind: str) -> list[Choice]:
    """What a filter offers, in its fixed order.

    Each: `id`, `label_en`, `label_nl`, `is_default`, and for a weight scheme what is known of its weights;
    `kind` is office, weight_scheme, service_line, mandate (supervision types) or task.
    """
    return warehouse.shared(_choices).get(kind, [])


def _choices() -> dict[str, list[Choice]]:
    rows = warehouse.frame("""
        select 'office' as kind, office_id as id, office_name as label_en, office_name as label_nl, position
        from dim_offices
        union all by name
        select 'service_line' as kind, service_line as id, label_en, label_nl, position from dim_service_lines
        union all by name
        select kind, work_type as id, service_line, label_en, label_nl, position from dim_work_types
        union all by name
        select 'weight_scheme' as kind, weight_scheme as id, label_en, label_nl, position, is_default, unit,
            full_time_capacity, source, assumed_share, published_share, measured_share, weights_valid_from
        from dim_weight_schemes
        order by kind, position, id
    """)
    by_kind: dict[str, list[Choice]] = {}
    for row in rows.to_dicts():
        by_kind.setdefault(row["kind"], []).append(row)
    return by_kind


def weight_scheme(weight_scheme_id: str) -> dict:
    """One weight scheme: unit, full-time capacity, source, shares of its weight rows by basis.

    Raises LookupError when there is no such scheme.
    """
    for row in choices("weight_scheme"):
        if row["id"] == weight_scheme_id:
            return row
    raise LookupError(f"no weight scheme {weight_scheme_id}")


def described(*marts: str) -> list[dict]:
    """Comments of the marts named (none named: all) and of their columns, in the columns' order.

    Each: `mart`, `column_name` ('' = the mart itself), `comment`.
    """
    return [row for row in warehouse.shared(_described) if not marts or row["mart"] in marts]


def _described() -> list[dict]:
    rows = warehouse.frame("""
        select table_name as mart, '' as column_name, comment, 0 as position
        from duckdb_tables() where schema_name = 'marts'
        union all
        select table_name, column_name, comment, column_index
        from duckdb_columns() where schema_name = 'marts'
        order by mart, position
    """)
    return [row for row in rows.to_dicts() if row["comment"]]
