"""The scenarios that a reader can choose: files of a folder, and those that the reader brought along."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis.scenario import BadScenarioError, Scenario, Words, check_known, read
from dashboards import queries
from dashboards.choice import ALL, SERVICE
from dashboards.reader import Reader
from dashboards.text import number, t
from warehouse.places import SCENARIOS, scenario_folder

NOW = "now"  # nothing assumed: what each scenario can be laid beside
BROUGHT = "own-"
MOST_BYTES = 200_000
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")


@dataclass(frozen=True)
class Offered:
    """One file: its id and text, and the scenario, or what is wrong with it."""

    id: str
    file: str
    text: str
    scenario: Scenario | None = None
    problem: BadScenarioError | None = None


def every(reader: Reader) -> tuple[Offered, ...]:
    """Every file, by its name, those brought along last; also what cannot be used.

    The examples are of the synthetic service: beside real data they are none.
    """
    return tuple(_offered(reader, *one) for one in texts(reader))


def texts(reader: Reader) -> tuple[tuple[str, str, str | None], ...]:
    """Id, name and text of every file as it is now; a text is None where there is none to read."""
    folder = scenario_folder()
    is_theirs = folder != SCENARIOS or queries.status(reader).is_synthetic
    files = sorted(folder.glob("*.toml")) if is_theirs else []
    of_folder = ((file.stem, file.name, _text(file)) for file in files)
    return (*of_folder, *((id_of_brought(name), name, text) for name, text in reader.brought))


def usable(reader: Reader) -> dict[str, Offered]:
    """Those that can be run on these data, by id."""
    return {one.id: one for one in every(reader) if one.scenario is not None}


def chosen(reader: Reader, name: str) -> Offered | None:
    """The one with that id; None where there is none to choose."""
    return None if name == ALL else usable(reader).get(name)


def id_of_brought(file: str) -> str:
    """The id of a file that a reader brings along."""
    return BROUGHT + re.sub(r"[^a-z0-9_-]+", "-", Path(file).stem.lower())[:50]


def brought_along(reader: Reader, file: str, content: bytes) -> Offered:
    """A file that a reader brings along, checked like any other."""
    try:
        text = content.decode("utf-8") if len(content) <= MOST_BYTES else None
    except UnicodeDecodeError:
        text = None
    return _offered(reader, id_of_brought(file), Path(file).name, text)


def refusal(error: BadScenarioError) -> str:
    """What is wrong with a file, as one sentence in the language that is spoken."""
    place = ", ".join(part if isinstance(part, str) else _worded(part) for part in error.place)
    return f"{place}: {_worded(error.what)}"


def beside(scenario: Scenario, service_line: str, others: dict[str, Offered]) -> list[str]:
    """The ids of scenarios that can be laid beside one: of the same area and line."""
    return [
        name
        for name, one in others.items()
        if one.scenario != scenario
        and one.scenario.area == scenario.area
        and service_line in one.scenario.service_lines
    ]


def _worded(words: Words) -> str:
    said = {
        place: _worded(one) if isinstance(one, Words) else number(one) if isinstance(one, int) else one
        for place, one in words.values.items()
    }
    return t(f"scenario_file.{words.name}", **said)


def _offered(reader: Reader, name: str, file: str, text: str | None) -> Offered:
    try:
        if not _ID.fullmatch(name):
            raise BadScenarioError(Words("file_name"), file=file)
        if text is None:
            raise BadScenarioError(Words("not_a_text", {"most": MOST_BYTES}), file=file)
        found = _read(text, file)
        check_in(reader, found, file)
    except BadScenarioError as error:
        return Offered(name, file, text or "", problem=error)
    return Offered(name, file, text, found)


def check_in(reader: Reader, scenario: Scenario, file: str) -> None:
    """Refuse what the data of a reader do not hold, see `analysis.scenario.check_known`."""
    rows = [*queries.choices(reader, "region"), *queries.choices(reader, "office")]
    areas = {SERVICE: None} | {row["id"]: row["parent_id"] for row in rows}
    check_known(
        scenario,
        file,
        parents=areas,
        lines=[row["id"] for row in queries.choices(reader, "service_line")],
        schemes=[row["id"] for row in queries.choices(reader, "weight_scheme")],
    )


@lru_cache(maxsize=200)
def _read(text: str, file: str) -> Scenario:
    return read(text, file)


def _text(file: Path) -> str | None:
    try:
        kept = file.stat()
        return _read_file(file, kept.st_mtime_ns, kept.st_size)
    except OSError:
        return None


@lru_cache(maxsize=200)
def _read_file(file: Path, changed: int, size: int) -> str | None:
    """The text of a file as it was then; None where it is none."""
    try:
        return file.read_text(encoding="utf-8") if size <= MOST_BYTES else None
    except UnicodeDecodeError:
        return None
