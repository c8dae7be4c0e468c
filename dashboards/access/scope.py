"""Who a reader is to the service, and which rows follow from that."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a reader is to the service. `WHOLE` is nobody's role but the file as it is, for demonstrations."""

    WHOLE = "whole"
    OFFICER = "officer"
    OFFICE_HEAD = "office_head"
    COORDINATOR = "coordinator"
    POLICYMAKER = "policymaker"
    ANALYST = "analyst"
    DATA_PROTECTION_OFFICER = "data_protection_officer"
    ADMINISTRATOR = "administrator"


# What somebody can be given; of an office head it takes an office or a region, of an officer the own id.
GIVEN_ROLES = tuple(role for role in Role if role is not Role.WHOLE)
ROLES_OF_AREAS = frozenset({Role.OFFICE_HEAD})
ROLES_OF_OFFICERS = frozenset({Role.OFFICER})


@dataclass(frozen=True)
class Scope:
    """What one reader may see of a published file: equal scopes see the same.

    `areas` are the offices or regions of an office head, `officer` the id of an officer. Every question takes
    it, every answer and every panel is remembered with it, every download and report is made with it.
    """

    role: Role = Role.WHOLE
    areas: tuple[str, ...] = ()
    officer: str = ""


EVERYTHING = Scope()
