"""What people write, as pages ask the store for it: each within what its reader may read and write.

Every function takes the reader first, and raises NotShownError for what is not for that reader, `StoreError`
where the store refuses. A store must be kept: see `use.is_kept`.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from dashboards import use
from dashboards.access.narrowing import NotShownError
from dashboards.access.writers import Act, may
from dashboards.choice import Narrowed
from dashboards.form import Answers
from dashboards.queries import own
from dashboards.reader import Reader

LOOKED_DAYS = 91


def objections(reader: Reader, officer: str) -> list[dict]:
    """The objections of one officer with their answers, the newest first: the columns of the store."""
    _ids_of_officer(reader, Act.READ_OBJECTIONS, officer)
    from store.objections import of_officer

    return of_officer(_engine(), officer)


def object_to(reader: Reader, officer: str, as_of: date, answers: Answers) -> None:
    """Object to a figure of one's own as it is on a day; answers: `figure`, `reason`, `text` or none."""
    ids = _ids_of_officer(reader, Act.OBJECT, officer)
    from store.objections import make

    figure, reason, text = (answers.values[name] for name in ("figure", "reason", "text"))
    make(_engine(), officer, figure, as_of, reason, text, ids=ids, accepted=answers.accepted)


def take_back_objection(reader: Reader, officer: str, objection_id: int) -> None:
    """Take back an objection of one's own that waits for an answer."""
    _ids_of_officer(reader, Act.OBJECT, officer)
    from store.objections import take_back as take_back_in

    take_back_in(_engine(), objection_id, officer)


def answer(reader: Reader, officer: str, objection_id: int, answers: Answers) -> None:
    """Answer an objection of an own officer; the answers are `status` and `text`."""
    ids = _ids_of_officer(reader, Act.ANSWER, officer)
    if objection_id not in {one["id"] for one in objections(reader, officer)}:
        raise NotShownError("officer", "objections")
    from store.objections import answer as answer_in

    status, text, who = answers.values["status"], answers.values["text"], answers.who.identity
    answer_in(_engine(), objection_id, status, text, who, ids=ids, accepted=answers.accepted)


def mark_of(one_id: str) -> str:
    """The mark that stands in the store for the id of a case or a person: only this store can make it."""
    return use.log().opaque(one_id)


def looks(reader: Reader, officer: str) -> list[tuple[date, str, str, int, int]]:
    """Who looked at the figures of an officer in the last `LOOKED_DAYS` days, the latest day first.

    A day (in UTC), role and page, with how often the page was shown and how many files were taken.
    """
    _ids_of_officer(reader, Act.READ_LOOKS, officer)
    since = datetime.now(UTC).date() - timedelta(days=LOOKED_DAYS - 1)
    return use.log().looks_at(officer, since)


def views(owner: str) -> list[dict]:
    """The saved views of one owner, by name: the columns of the store."""
    from store.saved_views import of_owner

    return of_owner(_engine(), owner)


def save_view(reader: Reader, page: str, filters: Mapping[str, str], answers: Answers) -> None:
    """Save a page with its filters under the `name` of the answers, in place of one of that name."""
    from store.saved_views import save

    ids, name = _ids_known(reader, filters.get("office", "")), answers.values["name"]
    save(_engine(), answers.who.identity, name, page, filters, ids=ids, accepted=answers.accepted)


def remove_view(owner: str, view_id: int) -> None:
    """Remove a view of one's own."""
    from store.saved_views import remove

    remove(_engine(), owner, view_id)


def put_view_back(owner: str, view: Mapping[str, object]) -> None:
    """Save a view again as it was before it was removed; its name was looked at then."""
    from store.saved_views import save
    from store.texts import warnings_of

    name = view["name"]
    save(_engine(), owner, name, view["page"], view["filters"], accepted=warnings_of(name))


def _ids_known(reader: Reader, office: str) -> frozenset[str]:
    """The ids that this reader can have seen, of an office or of the own cases."""
    try:
        if reader.scope.officer:
            return own.ids_of_officer(reader, Narrowed({"officer": reader.scope.officer}))
        return own.ids_of_office(reader, Narrowed({"office": office})) if office else frozenset()
    except NotShownError:
        return frozenset()


def _ids_of_officer(reader: Reader, act: Act, officer: str) -> frozenset[str]:
    """The ids that no text may hold, where the reader may do that for this officer."""
    if not may(reader.scope, act):
        raise NotShownError("role", act)
    return own.ids_of_officer(reader, Narrowed({"officer": officer}))


def ids_of_office(reader: Reader, act: Act, office: str) -> frozenset[str]:
    """The ids that no text about an office may hold, where the reader may do that for this office."""
    if not may(reader.scope, act):
        raise NotShownError("role", act)
    return own.ids_of_office(reader, Narrowed({"office": office}))


def _engine():
    """What the functions of the store take; only here, as its library takes a second to read."""
    return use.log().engine


def notes(reader: Reader, office: str) -> list[dict]:
    """The notes of an office that were not taken back, the newest first: the columns of the store."""
    ids_of_office(reader, Act.READ_OFFICE, office)
    from store.notes import of_office

    return of_office(_engine(), office)


def note(reader: Reader, office: str, answers: Answers) -> None:
    """Write a note of an office; the answers are `topic` and `text`."""
    ids = ids_of_office(reader, Act.WRITE_OFFICE, office)
    from store.notes import add

    topic, text, who = answers.values["topic"], answers.values["text"], answers.who.identity
    add(_engine(), office, topic, text, who, ids=ids, accepted=answers.accepted)


def take_back(reader: Reader, office: str, note_id: int, answers: Answers) -> None:
    """Take back a note of one's own of an office; NotShownError where somebody else wrote it."""
    ids_of_office(reader, Act.WRITE_OFFICE, office)
    own_notes = {one["id"]: one["author"] for one in notes(reader, office)}
    if own_notes.get(note_id, answers.who.identity) != answers.who.identity:
        raise NotShownError("author", "notes")
    from store.notes import take_back as take_back_in

    take_back_in(_engine(), note_id, answers.who.identity)


def actions(reader: Reader, office: str) -> list[dict]:
    """The actions of an office, open ones by the day they are due, then those done: the store's columns."""
    ids_of_office(reader, Act.READ_OFFICE, office)
    from store.actions import of_office

    return of_office(_engine(), office)


def action(reader: Reader, office: str, answers: Answers) -> None:
    """Write an action of an office; the answers are `text` and `due`, an ISO day."""
    ids = ids_of_office(reader, Act.WRITE_OFFICE, office)
    from store.actions import add

    text, due_on, who = answers.values["text"], answers.values["due"], answers.who.identity
    add(_engine(), office, text, date.fromisoformat(due_on), who, ids=ids, accepted=answers.accepted)


def action_done(reader: Reader, office: str, action_id: int, answers: Answers) -> None:
    """Say that an action of an office is done."""
    ids_of_office(reader, Act.WRITE_OFFICE, office)
    if action_id not in {one["id"] for one in actions(reader, office)}:
        raise NotShownError("office", "actions")
    from store.actions import done

    done(_engine(), action_id, answers.who.identity)


def objections_of_office(reader: Reader, office: str) -> list[dict]:
    """The objections of the officers of an office, open ones first, the newest first: the store's columns."""
    if not may(reader.scope, Act.ANSWER):
        raise NotShownError("role", Act.ANSWER)
    officers = own.officers_of_office(reader, Narrowed({"office": office}))
    from store.objections import of_officers

    return of_officers(_engine(), officers)
