"""Who may read and write what people write, by role: the store is no mart, so this stands before it.

Whose it may be, an own officer's or an own office's, the marts tell: see `dashboards.written`.
"""

from collections.abc import Mapping
from enum import StrEnum

from dashboards.access.scope import Role, Scope


class Act(StrEnum):
    """What somebody does with what people write."""

    READ_OBJECTIONS = "read_objections"  # of one officer
    OBJECT = "object"  # to a figure of one's own
    ANSWER = "answer"  # an objection
    READ_OFFICE = "read_office"  # notes and actions of an office
    WRITE_OFFICE = "write_office"
    READ_LOOKS = "read_looks"  # who looked at the figures of one officer


_ROLES: Mapping[Act, frozenset[Role]] = {
    Act.READ_OBJECTIONS: frozenset({Role.OFFICER, Role.OFFICE_HEAD}),
    Act.OBJECT: frozenset({Role.OFFICER}),
    Act.ANSWER: frozenset({Role.OFFICE_HEAD}),
    Act.READ_OFFICE: frozenset({Role.OFFICE_HEAD}),
    Act.WRITE_OFFICE: frozenset({Role.OFFICE_HEAD}),
    Act.READ_LOOKS: frozenset({Role.OFFICER}),
}


def may(scope: Scope, act: Act) -> bool:
    """Whether this reader's role may do that at all; in the demonstration everybody may."""
    return scope.role is Role.WHOLE or scope.role in _ROLES[act]
