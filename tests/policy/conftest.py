"""The shipped policy as rows of text, and as tables of a database in memory."""

import csv
from collections.abc import Callable
from pathlib import Path

import duckdb
import jinja2
import pytest
import yaml

REPOSITORY = Path(__file__).parents[2]
SEEDS = REPOSITORY / "seeds"
DBT = REPOSITORY / "dbt_project"
PROPERTIES = DBT / "models" / "policy"

Rows = list[dict[str, str]]


@pytest.fixture(scope="session")
def seed_names() -> list[str]:
    """Names of the shipped tables, in order."""
    return sorted(file.stem for file in SEEDS.glob("*.csv"))


@pytest.fixture(scope="session")
def seed() -> Callable[[str], Rows]:
    """One row per row of a seed, every value as text, empty as ''."""

    def rows(name: str) -> Rows:
        with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return rows


@pytest.fixture(scope="session")
def header() -> Callable[[str], list[str]]:
    """Names of the columns of a seed, in the order of the file."""

    def names(name: str) -> list[str]:
        with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return next(csv.reader(file))

    return names


@pytest.fixture(scope="session")
def column_types() -> Callable[[str], dict[str, str]]:
    """Declared type by column of a seed, in the order of its property file."""

    def types(name: str) -> dict[str, str]:
        properties = yaml.safe_load((PROPERTIES / f"{name}.yml").read_text(encoding="utf-8"))
        return properties["seeds"][0]["config"]["column_types"]

    return types


@pytest.fixture
def policy(seed_names, column_types) -> duckdb.DuckDBPyConnection:
    """The seeds as tables of their declared types, in a database of their own."""
    connection = duckdb.connect()
    for name in seed_names:
        columns = ", ".join(f"{column} {kind}" for column, kind in column_types(name).items())
        connection.execute(f"create table {name} ({columns})")
        named = ", ".join(column_types(name))
        file = f"'{SEEDS / name}.csv', header = true, all_varchar = true"
        connection.execute(f"insert into {name} select {named} from read_csv({file})")  # noqa: S608
    return connection


@pytest.fixture(scope="session")
def policy_tests() -> list[str]:
    """Names of the singular tests on seeds in the dbt project."""
    return sorted(file.stem for file in (DBT / "tests" / "policy").glob("*.sql"))


@pytest.fixture(scope="session")
def failing_rows() -> Callable[[duckdb.DuckDBPyConnection, str], list[tuple]]:
    """The rows that one singular test returns on a policy; none means it passes."""

    def rows(connection: duckdb.DuckDBPyConnection, test: str) -> list[tuple]:
        # Only `open_end` is called; the macros beside it lean on dbt itself and are merely defined.
        macros = (DBT / "macros" / "dates.sql").read_text(encoding="utf-8")
        sql = (DBT / "tests" / "policy" / f"{test}.sql").read_text(encoding="utf-8")
        template = jinja2.Environment(autoescape=False).from_string(macros + sql)
        return connection.execute(template.render(ref=lambda name: name)).fetchall()

    return rows
