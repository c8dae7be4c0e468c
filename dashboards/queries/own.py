"""Whose something is: the ids of an officer or an office, for whoever may see them."""

from dashboards import database
from dashboards.reader import Reader


def ids_of_officer(reader: Reader, officer: str) -> frozenset[str]:
    """The officer's id and those of the cases carried. Raises NotShownError for a reader who may not ask."""
    rows = database.frame(
        reader,
        """
        select officer_id as id
        from dim_officers
        where officer_id = $officer
        union
        select case_id
        from fct_open_cases
        where contains(officer_shares, $officer)
        """,
        officer=officer,
    )
    return frozenset(rows["id"])


def ids_of_office(reader: Reader, office: str) -> frozenset[str]:
    """The ids of an office's officers and open cases. Raises NotShownError for a reader who may not ask."""
    rows = database.frame(
        reader,
        """
        select officer_id as id
        from dim_officers
        where office_id = $office
        union
        select case_id
        from fct_open_cases
        where office_id = $office
        """,
        office=office,
    )
    return frozenset(rows["id"])
