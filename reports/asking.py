"""Who a report is for: nothing is in it that they may not see on the pages."""

import argparse
from pathlib import Path

from dashboards import queries
from dashboards.access.access_file import BadAccessFileError, grants_in, scope_on
from dashboards.access.pages import is_offered
from dashboards.access.scope import EVERYTHING, GIVEN_ROLES, ROLES_OF_AREAS, ROLES_OF_OFFICERS, Role, Scope
from dashboards.choice import Narrowed
from dashboards.queries import outlook_officer
from dashboards.reader import Reader
from dashboards.screen import clock
from reports.command import RefusedError
from warehouse.current import published_file
from warehouse.places import warehouse_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that name the warehouse, and who the report is for."""
    parser.add_argument(
        "--warehouse", type=Path, default=warehouse_folder(), metavar="DIR", help="default: %(default)s"
    )
    parser.add_argument(
        "--as",
        dest="identity",
        metavar="WHO",
        help="what this reader may see: ROLE, office_head:OFFICE or officer:ID; with --access an identity of "
        "that file. Default: everything, as whoever has the published file",
    )
    parser.add_argument("--access", type=Path, metavar="FILE", help="the access file that knows WHO")


def reader_of(given: argparse.Namespace, page: str, language: str = "en") -> Reader:
    """Who reads the published version, as the options say, for a report of what `page` shows.

    Raises RefusedError where nothing is published, nobody is known by that name, or the page is not for them.
    """
    file = published_file(given.warehouse)
    if file is None:
        raise RefusedError(
            f"nothing is published in {given.warehouse}; `python -m ingest build --warehouse "
            f"{given.warehouse}` publishes a delivery"
        )
    reader = Reader(str(file), language, _scope(given, Reader(str(file), language)))
    if page and not is_offered(reader.scope, page):
        raise RefusedError(f"the page {page} is not for the role {reader.scope.role}")
    return reader


def _scope(given: argparse.Namespace, everybody: Reader) -> Scope:
    if given.identity is None:
        if given.access is not None:
            raise RefusedError("--access says who may see what; --as says who the report is for")
        return EVERYTHING
    if given.access is None:
        return _of_role(given.identity, everybody)
    try:
        found = scope_on(grants_in(given.access), given.identity, clock.now().date())
    except BadAccessFileError as error:
        raise RefusedError(str(error)) from None
    if found is None:
        raise RefusedError(f"{given.access.name} gives {given.identity!r} no role today")
    return found


def _of_role(asked: str, everybody: Reader) -> Scope:
    """The scope of ROLE[:PLACE], where the place is in these data."""
    name, _, place = asked.partition(":")
    if name not in GIVEN_ROLES:
        raise RefusedError(f"no role {name!r}; there are {', '.join(GIVEN_ROLES)}")
    role = Role(name)
    if bool(place) != (role in ROLES_OF_AREAS | ROLES_OF_OFFICERS):
        needed = (
            "needs an office or officer, as in office_head:GEN" if not place else "has no office or officer"
        )
        raise RefusedError(f"the role {role} {needed}")
    if role in ROLES_OF_AREAS:
        known = [row["id"] for kind in ("office", "region") for row in queries.choices(everybody, kind)]
        if place not in known:
            raise RefusedError(f"no area {place!r}; there are {', '.join(known)}")
        return Scope(role, (place,))
    if place and not _is_officer(place, everybody):
        raise RefusedError("no such officer in these data")  # an id is not repeated
    return Scope(role, officer=place)


def _is_officer(officer: str, everybody: Reader) -> bool:
    scheme = queries.status(everybody).default_weight_scheme
    offices = [row["id"] for row in queries.choices(everybody, "office")]
    listed = (Narrowed({"office": office, "weight_scheme": scheme}) for office in offices)
    return any(officer in outlook_officer.officers(everybody, one)["officer_id"].to_list() for one in listed)
