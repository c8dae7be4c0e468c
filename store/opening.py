"""Opens the store of a folder (SQLite) or an address (PostgreSQL), and brings its tables up to date."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from store.errors import StoreError
from warehouse.places import MADE, warehouse_folder

FILE = "store.sqlite"
NEWEST = "0003"
_MIGRATIONS = Path(__file__).parent / "migrations"
_BUSY_MS = 20_000
# Any two numbers that nothing else in the database uses as an advisory lock.
_MIGRATING, CHAIN = 6_201_001, 6_201_002
_PRAGMAS = (
    "journal_mode=wal",
    "synchronous=full",  # confirmed is confirmed, also when the machine loses power
    "foreign_keys=on",
)


def opened(place: str | Path, *, is_made: bool = True) -> sa.Engine:
    """The engine of the store at a folder or an address; its tables are up to date.

    Raises StoreError where there is none and none may be made, where the folder lies inside what versions or
    `make clean` remove, and where the store is of a later version of the program.
    """
    engine = _engine(_address(place, is_made=is_made))
    if engine.dialect.name == "sqlite":
        _behave(engine)
    try:
        _bring_up_to_date(engine)
    except DBAPIError as error:
        raise StoreError(f"the store cannot be opened: {error.orig}") from None
    return engine


def is_address(place: str | Path) -> bool:
    """Whether a place is the address of a database server; else it is a folder."""
    return "://" in str(place)


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection for one consistent look; nobody who writes waits for it."""
    with engine.connect().execution_options(is_reading=True) as connection:
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that is committed at its end; on SQLite the only one that writes."""
    with engine.begin() as connection:
        yield connection


def locked(connection: sa.Connection, what: int) -> None:
    """Wait until no other transaction has `what` locked; on SQLite a writer is alone as it is."""
    if connection.dialect.name != "sqlite":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(what)))


def _engine(address: str | sa.URL) -> sa.Engine:
    # No message repeats the address: there may be a password in it.
    try:
        return sa.create_engine(address, pool_size=5, max_overflow=10)
    except (ArgumentError, NoSuchModuleError):
        raise StoreError("this is no address of a database: postgresql://user@host/name is one") from None
    except ModuleNotFoundError:
        raise StoreError("PostgreSQL needs the extra: pip install 'maatwerk[postgres]'") from None


def _address(place: str | Path, *, is_made: bool) -> str | sa.URL:
    if is_address(place):
        return str(place)
    folder = Path(place).resolve()
    for removed in (MADE.resolve(), warehouse_folder().resolve()):
        if folder == removed or removed in folder.parents:
            raise StoreError(f"{folder} lies in {removed}, which is removed or replaced: name another folder")
    file = folder / FILE
    if not file.is_file():
        if not is_made:
            raise StoreError(f"there is no store in {folder}")
        _make(file)
    return sa.URL.create("sqlite", database=str(file))


def _make(file: Path) -> None:
    """An empty file that only its owner can read, in a folder of the same kind."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError(f"{file} cannot be made: {(error.strerror or str(error)).lower()}") from None


def _behave(engine: sa.Engine) -> None:
    @sa.event.listens_for(engine, "connect")
    def connected(connection, _) -> None:
        connection.isolation_level = None  # transactions begin below, and nowhere else
        connection.execute(f"pragma busy_timeout={_BUSY_MS}")
        for pragma in _PRAGMAS:
            connection.execute(f"pragma {pragma}")

    @sa.event.listens_for(engine, "begin")
    def begun(connection: sa.Connection) -> None:
        # A writer takes its turn at once: one that has read already could not wait for another.
        is_reading = connection.get_execution_options().get("is_reading", False)
        connection.exec_driver_sql("begin" if is_reading else "begin immediate")


def _bring_up_to_date(engine: sa.Engine) -> None:
    with reading(engine) as connection:
        if _version(connection) == NEWEST:
            return
    with writing(engine) as connection:
        locked(connection, _MIGRATING)
        found = _version(connection)
        if found is not None and found > NEWEST:
            raise StoreError(f"this store is of a later version of Maatwerk (tables {found}, here {NEWEST})")
        if found != NEWEST:
            migrate(connection)


def migrate(connection: sa.Connection, version: str = NEWEST) -> None:
    """Run the steps that this database does not have yet, up to one, in the transaction of the connection."""
    # Only here, because it takes a second that nobody waits for once the tables are there.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def _version(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("select version_num from alembic_version")).scalar()
