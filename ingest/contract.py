"""The extract side of the data contract, version 1: entities, columns, keys and references.

Everything that reads, validates, writes or invents a delivery takes names and meanings from here. What an
entity is, `ingest.entity` says; what may be handed in beside load is in `ingest.results`.
"""

from ingest.entity import DUCKDB_TYPES, NUMBERS, Column, Entity, Kind, key, required
from ingest.results import RESULT_CATEGORIES, RESULTS

__all__ = [
    "CATEGORIES",
    "DUCKDB_TYPES",
    "ENTITIES",
    "FIXED_CATEGORIES",
    "NUMBERS",
    "POST_STATUSES",
    "Column",
    "Entity",
    "Kind",
]

_ENTITIES = (
    Entity(
        "offices",
        (
            key("office_id"),
            required("office_name"),
            Column("region"),
            Column("latitude", "real"),
            Column("longitude", "real"),
            Column("opened_on", "date"),
            Column("closed_on", "date"),
            Column("predecessor_office_id", refers_to="offices"),
        ),
    ),
    Entity(
        "staff_contracts",
        (
            key("officer_id"),
            key("office_id", refers_to="offices"),
            key("valid_from", "date"),
            Column("valid_to", "date"),
            required("grade", category="grade"),
            required("fte", "share"),
            Column("service_line", category="service_line"),
            Column("specialisation"),
        ),
        no_overlap_within=("officer_id", "office_id"),
    ),
    Entity(
        "staff_reductions",
        (
            key("officer_id", refers_to="officers"),
            key("reason", category="reason"),
            key("valid_from", "date"),
            Column("valid_to", "date"),
            required("share", "share"),
        ),
    ),
    Entity(
        "cases",
        (
            key("case_id"),
            Column("person_id", is_person_key=True, is_personal=True),
            Column("household_id", is_person_key=True, is_personal=True),
            required("office_id", refers_to="offices"),
            required("supervision_type", category="supervision_type"),
            required("received_on", "date", is_fact=True),
            Column("started_on", "date", is_fact=True),
            Column("first_contact_on", "date"),
            Column("expected_end_on", "date"),
            Column("ended_on", "date", is_fact=True),
            Column("end_reason"),
            Column("sex", is_personal=True),
            Column("age_band", is_personal=True),
            Column("municipality", is_personal=True),
        ),
    ),
    Entity(
        "case_offices",
        (
            key("case_id", refers_to="cases"),
            key("valid_from", "date"),
            required("office_id", refers_to="offices"),
        ),
    ),
    Entity(
        "case_assignments",
        (
            key("case_id", refers_to="cases"),
            key("officer_id", refers_to="officers"),
            key("valid_from", "date", is_fact=True),
            Column("valid_to", "date"),
            Column("share", "share", default="1"),
        ),
        no_overlap_within=("case_id", "officer_id"),
    ),
    Entity(
        "case_assessments",
        (
            key("case_id", refers_to="cases"),
            key("assessed_on", "date", is_fact=True),
            required("risk_level", category="risk_level"),
            Column("tool"),
            Column("is_override", "boolean"),
            Column("override_reason", is_personal=True),
        ),
        last_of_key_counts=True,
    ),
    Entity(
        "case_flags",
        (
            key("case_id", refers_to="cases"),
            key("flag", category="flag"),
            key("valid_from", "date", is_fact=True),
            Column("valid_to", "date"),
        ),
    ),
    Entity(
        "tasks",
        (
            key("task_id"),
            required("task_type", category="task_type"),
            required("office_id", refers_to="offices"),
            Column("case_id", refers_to="cases"),
            Column("officer_id", refers_to="officers"),
            required("requested_on", "date", is_fact=True),
            Column("assigned_on", "date", is_fact=True),
            Column("due_on", "date"),
            Column("delivered_on", "date", is_fact=True),
        ),
    ),
    Entity(
        "posts",
        (
            key("post_id"),
            required("office_id", refers_to="offices"),
            required("grade", category="grade"),
            required("fte", "share"),
            required("status", category="status"),
            Column("service_line", category="service_line"),
            Column("expected_start_on", "date"),
        ),
    ),
    Entity(
        "published_figures",
        (
            key("source"),
            key("edition"),
            key("period_start_on", "date"),
            key("period_end_on", "date"),
            key("measure"),
            Column("office_id", is_key=True, refers_to="offices"),
            Column("supervision_type", is_key=True, category="supervision_type"),
            required("value", "decimal"),
            required("unit"),
            Column("note"),
        ),
    ),
)

ENTITIES: dict[str, Entity] = {entity.name: entity for entity in (*_ENTITIES, *RESULTS)}
POST_STATUSES = ("vacant", "recruiting", "hired")
# Values that this contract names itself; a mapping may declare more.
FIXED_CATEGORIES: dict[str, tuple[str, ...]] = {"status": POST_STATUSES, **RESULT_CATEGORIES}
# Columns whose values must be known: to the policy, to the mapping or to this contract.
CATEGORIES = (
    "supervision_type",
    "risk_level",
    "flag",
    "task_type",
    "grade",
    "reason",
    "service_line",
    *FIXED_CATEGORIES,
)
