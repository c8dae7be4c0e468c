"""Commands on the store: `python -m store NAME`; statuses 0 done, 1 the log is not intact, 2 refused."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date

import sqlalchemy as sa

from store import persons, retention, settings
from store.access_log import lines
from store.errors import StoreError
from store.lines import account
from store.looked import checked
from store.opening import opened, reading, writing
from warehouse.places import STORE, STORE_VARIABLE, store_place


def main(given: list[str] | None = None) -> int:
    """Run the command that the options name."""
    asked = _parser().parse_args(given)
    try:
        engine = opened(asked.store or store_place() or STORE, is_made=False)
        try:
            return asked.run(engine, asked)
        finally:
            engine.dispose()
    except (StoreError, ValueError) as error:
        sys.stderr.write(f"refused: {error}\n")
        return 2


def _log(engine: sa.Engine, asked: argparse.Namespace) -> int:
    if asked.verify:
        return _verify(engine, asked.noted)
    since = {"since": asked.since.isoformat()} if asked.since else {}
    with writing(engine) as connection:
        persons.say(connection, account(), "log", since, export="list")
    with reading(engine) as connection:
        for row in lines(connection, asked.since):
            sys.stdout.write(f"{json.dumps(dict(row), ensure_ascii=False)}\n")
    return 0


def _verify(engine: sa.Engine, noted: str) -> int:
    verdict = checked(engine, account(), noted)
    for problem in verdict.problems:
        sys.stdout.write(f"not intact: {problem}\n")
    if not verdict.problems:
        sys.stdout.write(f"intact: {verdict.lines:,} lines\n")
    sys.stdout.write(f"head {verdict.head}\n")
    return 1 if verdict.problems else 0


def _keep(engine: sa.Engine, asked: argparse.Namespace) -> int:
    with writing(engine) as connection:
        if asked.months is not None:
            settings.set_keep_months(connection, asked.months)
            persons.say(connection, account(), "setting", {"keep_months": str(asked.months)})
        removed = retention.remove_old(connection, account())
        months = settings.keep_months(connection)
    _say_counts(removed, f"kept for {months} months; removed")
    return 0


def _export(engine: sa.Engine, asked: argparse.Namespace) -> int:
    with writing(engine) as connection:
        held = persons.exported(connection, asked.person)
        mark = persons.mark_of(connection, asked.person)
        persons.say(connection, account(), "export", {"person": mark}, export="json")
    sys.stdout.write(json.dumps(held, ensure_ascii=False, indent=2) + "\n")
    return 0


def _erase(engine: sa.Engine, asked: argparse.Namespace) -> int:
    with writing(engine) as connection:
        found = persons.erased(connection, asked.person, account())
        months = settings.keep_months(connection)
    _say_counts(found, "erased")
    sys.stdout.write(f"lines of the access log stay until they are {months} months old\n")
    return 0


def _say_counts(counts: dict[str, int], words: str) -> None:
    sys.stdout.write(f"{words}: {', '.join(f'{name} {count:,}' for name, count in counts.items())}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m store", description="What people wrote, and who looked.")
    commands = parser.add_subparsers(required=True, metavar="NAME")

    def command(name: str, run: Callable[[sa.Engine, argparse.Namespace], int], words: str):
        one = commands.add_parser(name, help=words, description=words)
        one.add_argument(
            "--store",
            metavar="PLACE",
            help=f"folder, or address of a PostgreSQL database; default: {STORE_VARIABLE}, else {STORE}",
        )
        one.set_defaults(run=run)
        return one

    log = command("log", _log, "the lines of the access log, or whether they are as they were written")
    log.add_argument("--since", type=date.fromisoformat, metavar="DAY", help="the first day, as 2026-01-31")
    log.add_argument("--verify", action="store_true", help="look for lines that were changed or are missing")
    log.add_argument(
        "--noted", default="", metavar="HEAD", help="with --verify: the head that an earlier look said"
    )
    keep = command("keep", _keep, "remove what is older than the setting")
    keep.add_argument("--months", type=int, metavar="N", help="change the setting first")
    for name, run, words in (
        ("export", _export, "all that the store holds by or about a person, as JSON"),
        ("erase", _erase, "erase a person from what people wrote"),
    ):
        command(name, run, words).add_argument("--person", required=True, metavar="ID")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
