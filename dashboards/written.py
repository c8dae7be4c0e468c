"""What people write, as pages ask the store for it: each within what its reader may read and write.

Every function takes the reader first, and raises NotShownError for what is not for that reader, `StoreError`
where the store refuses. A store must be kept: see `use.is_kept`.
"""

from collections.abc import Mapping
from datetime import date

from dashboards import use
from dashboards.access.narrowing import NotShownError
from dashboards.access.writers import Act, may
from dashboards.form import Answers
from dashboards.queries import own
from dashboards.reader import Reader


def objections(reader: Reader, officer: str) -> list[dict]:
    """The objections of one officer with their answers, the newest first: the columns of the store."""
    _ids_of_officer(reader, Act.READ_OBJECTIONS, officer)
    from store.objections import of_officer

    return of_officer(_engine(), officer)


def object_to(reader: Reader, officer: str, figure: str, as_of: date, answers: Answers) -> None:
    """Object to a figure of one's own as it is on a day; answers: `reason`, and `text`, maybe empty."""
    ids = _ids_of_officer(reader, Act.OBJECT, officer)
    from store.objections import make

    reason, text = answers.values["reason"], answers.values["text"]
    make(_engine(), officer, figure, as_of, reason, text, ids=ids, accepted=answers.accepted)


def answer(reader: Reader, officer: str, objection_id: int, answers: Answers) -> None:
    """Answer an objection of an own officer; the answers are `status` and `text`."""
    ids = _ids_of_officer(reader, Act.ANSWER, officer)
    if objection_id not in {one["id"] for one in objections(reader, officer)}:
        raise NotShownError("officer", "objections")
    from store.objections import answer as answer_in

    status, text, who = answers.values["status"], answers.values["text"], answers.who.identity
    answer_in(_engine(), objection_id, status, text, who, ids=ids, accepted=answers.accepted)


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
            return own.ids_of_officer(reader, reader.scope.officer)
        return own.ids_of_office(reader, office) if office else frozenset()
    except NotShownError:
        return frozenset()


def _ids_of_officer(reader: Reader, act: Act, officer: str) -> frozenset[str]:
    """The ids that no text may hold, where the reader may do that for this officer."""
    if not may(reader.scope, act):
        raise NotShownError("role", act)
    return own.ids_of_officer(reader, officer)


def ids_of_office(reader: Reader, act: Act, office: str) -> frozenset[str]:
    """The ids that no text about an office may hold, where the reader may do that for this office."""
    if not may(reader.scope, act):
        raise NotShownError("role", act)
    return own.ids_of_office(reader, office)


def _engine():
    """What the functions of the store take; only here, as its library takes a second to read."""
    return use.log().engine
