"""The whole synthetic service, drawn room by room: every entity of the contract as a frame."""

from functools import partial
from zlib import crc32

import numpy as np
import polars as pl

from ingest.contract import ENTITIES
from ingest.sample.absences import reductions_frame
from ingest.sample.calendar import month_starts
from ingest.sample.carrying import carried
from ingest.sample.contracts import contract_rows, contracts_frame
from ingest.sample.defects import plant
from ingest.sample.desks import set_desks
from ingest.sample.figures import figures_frame
from ingest.sample.flags import drawn_flags, flags_frame
from ingest.sample.heaviness import Heaviness
from ingest.sample.inflow import Mandates, received_mandates
from ingest.sample.moves import case_offices_frame, drawn_moves
from ingest.sample.offices import Teams, drawn_teams, offices_frame
from ingest.sample.people import drawn_people
from ingest.sample.plan import planned_heads
from ingest.sample.postings import Staff
from ingest.sample.posts import planned_hires, posts_frame
from ingest.sample.registering import case_ids, cases_frame
from ingest.sample.results.drawing import results_frames
from ingest.sample.results.service import Service
from ingest.sample.risk import assessments_frame, drawn_assessments
from ingest.sample.sharing import assignments_frame
from ingest.sample.staff import drawn_staff
from ingest.sample.stays import drawn_stock, end_mandates
from ingest.sample.tasks import carrier_on, drawn_requests, office_of, tasks_frame
from ingest.sample.volumes import FULL_SIZE, LINES, TYPES, scaled_volumes
from ingest.sample.waiting import allocation_days, first_contact_days, start_days

MONTHS = month_starts("2018-01", "2026-07")


def stream(seed: int, room: str) -> np.random.Generator:
    """The random numbers of one room: another seed changes all, another room's draws change nothing."""
    return np.random.default_rng([seed, crc32(room.encode())])


def drawn_service(
    cases: int | None = None, seed: int = 1, *, load_only: bool = False
) -> dict[str, pl.DataFrame]:
    """Frames by entity, columns as in the contract, planted defects included; same seed, same frames.

    With ``load_only`` what is beside load is left out; the rest stays the same.
    """
    return plant(clean_service(cases or FULL_SIZE, seed, load_only=load_only), seed)


def clean_service(cases: int, seed: int, *, load_only: bool = False) -> dict[str, pl.DataFrame]:
    """Frames by entity before defects are planted."""
    teams = drawn_teams(cases)
    mandates = drawn_mandates(cases, seed, teams)
    ids = case_ids(len(mandates))
    allocated = allocation_days(stream(seed, "waiting"), mandates)
    started = start_days(stream(seed, "start"), mandates, allocated)
    contact = first_contact_days(stream(seed, "contact"), mandates, started)
    assessments = drawn_assessments(stream(seed, "risk"), mandates, started)
    people = drawn_people(stream(seed, "people"), mandates)
    flags = drawn_flags(stream(seed, "flags"), mandates, people.person)
    moves = drawn_moves(stream(seed, "moves"), mandates, teams, allocated)

    heads = planned_heads(mandates, teams, MONTHS)
    staff = drawn_staff(stream(seed, "staff"), heads, MONTHS)
    hires = planned_hires(stream(seed, "hires"), staff, heads, cases / FULL_SIZE)
    contracts = contract_rows(staff)
    reductions = staff.reductions()
    desks = set_desks(stream(seed, "desks"), staff, contracts, reductions, MONTHS)
    heaviness = Heaviness(mandates, allocated, assessments, flags, MONTHS)
    route = (moves.case, moves.on, moves.team)
    assignments = carried(mandates, desks, allocated, heaviness, route, stream(seed, "carrying"))

    requests = drawn_requests(stream(seed, "requests"), mandates)
    officer = np.array([posting.officer for posting in staff.postings])
    carrier = carrier_on(assignments, officer, requests.case, requests.on)
    office = office_of(requests, mandates, moves, teams)
    frames = {
        "offices": offices_frame(teams),
        "staff_contracts": contracts_frame(stream(seed, "contract rows"), staff, contracts, teams),
        "staff_reductions": reductions_frame(reductions),
        "cases": cases_frame(stream(seed, "cases"), mandates, people, started, contact, teams),
        "case_offices": case_offices_frame(mandates, moves, teams, ids),
        "case_assignments": assignments_frame(stream(seed, "sharing"), assignments, staff, ids),
        "case_assessments": assessments_frame(stream(seed, "assessments"), assessments, ids),
        "case_flags": flags_frame(flags, ids),
        "tasks": tasks_frame(stream(seed, "tasks"), requests, carrier, office, ids),
        "posts": posts_frame(stream(seed, "posts"), hires, heads, teams),
        "published_figures": figures_frame(),
    }
    service = Service(
        *(mandates, teams, moves, people, assessments, started, ids, frames["cases"]),
        carrier=partial(carrier_on, assignments, officer),
        heads=partial(heads_on, staff, len(teams)),
        size=cases / FULL_SIZE,
    )
    if not load_only:
        frames |= results_frames(partial(stream, seed), service)
    return {
        name: frames[name].select([column.name for column in entity.columns])
        for name, entity in ENTITIES.items()
        if name in frames
    }


def heads_on(staff: Staff, teams: int, on: int) -> np.ndarray:
    """Officers at work by team on a day; who works in two teams counts in both."""
    at_work = [one.group // len(LINES) for one in staff.postings if one.begins <= on < one.ends]
    return np.bincount(at_work, minlength=teams)


def drawn_mandates(cases: int, seed: int, teams: Teams) -> Mandates:
    """All mandates with type, team, opening and end, the published flows reproduced."""
    new, left_open = scaled_volumes(cases)
    rng = stream(seed, "stock")
    stock = [drawn_stock(rng, kind, int(left_open[kind, 0])) for kind in range(len(TYPES))]
    mandates = received_mandates(stream(seed, "inflow"), teams, new, [opened for opened, _ in stock])
    lengths = {kind: length[np.argsort(opened, kind="stable")] for kind, (opened, length) in enumerate(stock)}
    end_mandates(stream(seed, "stays"), mandates, left_open, lengths)
    return mandates
