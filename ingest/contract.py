"""The extract side of the data contract, version 1: entities, columns, keys and references.

Everything that reads, validates, writes or invents a delivery takes names and meanings from here.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "date", "share", "decimal", "real", "boolean"]

DUCKDB_TYPES: dict[Kind, str] = {
    "text": "varchar",
    "date": "date",
    "share": "decimal(12,9)",
    "decimal": "decimal(24,6)",
    "real": "double",
    "boolean": "boolean",
}


@dataclass(frozen=True)
class Column:
    """One column of an extract.

    ``is_fact`` marks dates that have happened: they may not lie after ``as_of``. ``refers_to`` names
    the entity whose key the value must be, ``category`` the policy column in which it must occur. What
    ``is_personal`` describes a person and stays inside the build.
    """

    name: str
    kind: Kind = "text"
    is_required: bool = False
    is_key: bool = False
    is_fact: bool = False
    refers_to: str | None = None
    category: str | None = None
    is_person_key: bool = False
    is_personal: bool = False
    default: str | None = None


@dataclass(frozen=True)
class Entity:
    """One file of a delivery: its columns in order, and the half-open period it may carry.

    Two different rows under one key are refused, unless ``last_of_key_counts``: then the last one counts.
    """

    name: str
    columns: tuple[Column, ...]
    no_overlap_within: tuple[str, ...] = ()
    last_of_key_counts: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """Names of the key columns, in order."""
        return tuple(column.name for column in self.columns if column.is_key)

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the columns a file must have and a row must fill."""
        return tuple(column.name for column in self.columns if column.is_required)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when the entity has none."""
        return {column.name: column for column in self.columns}[name]


def _key(name: str, kind: Kind = "text", **more: object) -> Column:
    return Column(name, kind, is_required=True, is_key=True, **more)


def _required(name: str, kind: Kind = "text", **more: object) -> Column:
    return Column(name, kind, is_required=True, **more)


_ENTITIES = (
    Entity(
        "offices",
        (
            _key("office_id"),
            _required("office_name"),
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
            _key("officer_id"),
            _key("office_id", refers_to="offices"),
            _key("valid_from", "date"),
            Column("valid_to", "date"),
            _required("grade", category="grade"),
            _required("fte", "share"),
            Column("service_line", category="service_line"),
            Column("specialisation"),
        ),
        no_overlap_within=("officer_id", "office_id"),
    ),
    Entity(
        "staff_reductions",
        (
            _key("officer_id", refers_to="officers"),
            _key("reason", category="reason"),
            _key("valid_from", "date"),
            Column("valid_to", "date"),
            _required("share", "share"),
        ),
    ),
    Entity(
        "cases",
        (
            _key("case_id"),
            Column("person_id", is_person_key=True, is_personal=True),
            Column("household_id", is_person_key=True, is_personal=True),
            _required("office_id", refers_to="offices"),
            _required("supervision_type", category="supervision_type"),
            _required("received_on", "date", is_fact=True),
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
            _key("case_id", refers_to="cases"),
            _key("valid_from", "date"),
            _required("office_id", refers_to="offices"),
        ),
    ),
    Entity(
        "case_assignments",
        (
            _key("case_id", refers_to="cases"),
            _key("officer_id", refers_to="officers"),
            _key("valid_from", "date", is_fact=True),
            Column("valid_to", "date"),
            Column("share", "share", default="1"),
        ),
        no_overlap_within=("case_id", "officer_id"),
    ),
    Entity(
        "case_assessments",
        (
            _key("case_id", refers_to="cases"),
            _key("assessed_on", "date", is_fact=True),
            _required("risk_level", category="risk_level"),
            Column("tool"),
            Column("is_override", "boolean"),
            Column("override_reason", is_personal=True),
        ),
        last_of_key_counts=True,
    ),
    Entity(
        "case_flags",
        (
            _key("case_id", refers_to="cases"),
            _key("flag", category="flag"),
            _key("valid_from", "date", is_fact=True),
            Column("valid_to", "date"),
        ),
    ),
    Entity(
        "tasks",
        (
            _key("task_id"),
            _required("task_type", category="task_type"),
            _required("office_id", refers_to="offices"),
            Column("case_id", refers_to="cases"),
            Column("officer_id", refers_to="officers"),
            _required("requested_on", "date", is_fact=True),
            Column("assigned_on", "date", is_fact=True),
            Column("due_on", "date"),
            Column("delivered_on", "date", is_fact=True),
        ),
    ),
    Entity(
        "posts",
        (
            _key("post_id"),
            _required("office_id", refers_to="offices"),
            _required("grade", category="grade"),
            _required("fte", "share"),
            _required("status", category="status"),
            Column("service_line", category="service_line"),
            Column("expected_start_on", "date"),
        ),
    ),
    Entity(
        "published_figures",
        (
            _key("source"),
            _key("edition"),
            _key("period_start_on", "date"),
            _key("period_end_on", "date"),
            _key("measure"),
            Column("office_id", is_key=True, refers_to="offices"),
            Column("supervision_type", is_key=True, category="supervision_type"),
            _required("value", "decimal"),
            _required("unit"),
            Column("note"),
        ),
    ),
)

ENTITIES: dict[str, Entity] = {entity.name: entity for entity in _ENTITIES}
# Columns whose values must be known: to the policy, to the mapping or, for posts, to this contract.
CATEGORIES = (
    "supervision_type",
    "risk_level",
    "flag",
    "task_type",
    "grade",
    "reason",
    "service_line",
    "status",
)
POST_STATUSES = ("vacant", "recruiting", "hired")
