"""Whose something is: the ids of an officer or an office, for whoever may see them."""

from dashboards.choice import Chosen
from dashboards.queries.asking import ask
from dashboards.reader import Reader


def ids_of_officer(reader: Reader, choice: Chosen) -> frozenset[str]:
    """The officer's id and those of the cases carried. Raises NotShownError for a reader who may not ask."""
    rows = ask(
        reader,
        choice,
        """
        select officer_id as id
        from dim_officers
        where officer_id = $officer
        union
        select case_id
        from fct_open_cases
        where contains(officer_shares, $officer)
        """,
    )
    return frozenset(rows["id"])


def ids_of_office(reader: Reader, choice: Chosen) -> frozenset[str]:
    """The ids of an office's officers and open cases. Raises NotShownError for a reader who may not ask."""
    rows = ask(
        reader,
        choice,
        """
        select officer_id as id
        from dim_officers
        where office_id = $office
        union
        select case_id
        from fct_open_cases
        where office_id = $office
        """,
    )
    return frozenset(rows["id"])


def officers_of_office(reader: Reader, choice: Chosen) -> frozenset[str]:
    """The ids of whoever's latest contract is with an office. Raises NotShownError as above."""
    rows = ask(
        reader,
        choice,
        """
        select officer_id
        from dim_officers
        where office_id = $office
        """,
    )
    return frozenset(rows["officer_id"])
