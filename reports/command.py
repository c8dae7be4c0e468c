"""What all commands of reports do alike: progress, refusing, and whole files."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol, TypeVar
from urllib.parse import parse_qsl

from rich.console import Console
from rich.progress import track

from dashboards import use
from dashboards.access.scope import Role
from dashboards.filters.all_filters import FILTERS
from store.errors import StoreError
from store.lines import Line, account

Item = TypeVar("Item")
# Options that say where and how, and not what about.
_NOT_LOGGED = frozenset(("command", "warehouse", "into"))


class RefusedError(Exception):
    """What was asked for cannot be given; the message says why, and what can be asked."""


class Command(Protocol):
    """One command: its name, a line of help, its options, and what it does."""

    NAME: str
    HELP: str

    @staticmethod
    def add_arguments(parser: argparse.ArgumentParser) -> None:
        """Name the options."""

    @staticmethod
    def run(given: argparse.Namespace) -> Iterable[Path]:
        """Write the report; the files written. Raises RefusedError."""


def log_use(name: str, given: argparse.Namespace) -> None:
    """A line of the access log, where one is kept, before a report is made: who runs it, and what for.

    Raises RefusedError where it cannot be written: no file leaves without its line.
    """
    try:
        if (log := use.log()) is not None:
            log.write(Line(account(), f"report {name}", _stated(given, log.opaque), export="files"))
    except StoreError as error:
        raise RefusedError(str(error)) from None


def _stated(given: argparse.Namespace, opaque: Callable[[str], str]) -> dict[str, str]:
    """The options that choose what a report is about; of an address the filters that there are.

    The officer that a report is made for is an opaque mark, so that the officer can be told of it.
    """
    options = {name: str(one) for name, one in vars(given).items() if name not in _NOT_LOGGED and one}
    role, _, officer = options.get("identity", "").partition(":")
    if role == Role.OFFICER and officer:
        options |= {"identity": role, "officer": opaque(officer)}
    addresses = {one.address for one in FILTERS.values()}
    asked = parse_qsl(options.pop("address", "").rpartition("?")[2])
    return options | {key: value for key, value in asked if key in addresses}


def following(items: list[Item], words: str) -> Iterable[Item]:
    """The items, one by one, with a bar on a terminal."""
    console = Console(stderr=True)
    return track(items, words, console=console, transient=True, disable=not console.is_terminal)


def written_whole(files: Mapping[Path, bytes]) -> list[Path]:
    """Write files so that each is there whole or as it was before; the paths.

    Raises RefusedError where a folder cannot be written to.
    """
    for file, content in files.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(file, content)
        except OSError as error:
            raise RefusedError(
                f"{file} cannot be written: {(error.strerror or str(error)).lower()}"
            ) from None
    return list(files)


@contextmanager
def written_together(into: Path) -> Iterator[Path]:
    """A folder to write files into that are moved to `into` when the block is done, and gone when it fails.

    Raises RefusedError where a folder cannot be written to.
    """
    is_new = not into.exists()
    try:
        into.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=into, prefix=".") as beside:
            yield Path(beside)
            for file in sorted(Path(beside).iterdir()):
                file.chmod(0o644)
                file.replace(into / file.name)
    except OSError as error:
        raise RefusedError(f"{into} cannot be written: {(error.strerror or str(error)).lower()}") from None
    finally:
        with suppress(OSError):
            if is_new:
                into.rmdir()  # unless something is in it


def _write(file: Path, content: bytes) -> None:
    handle, beside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(beside).chmod(0o644)
        Path(beside).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def said(line: str) -> None:
    """A line for whoever runs the command."""
    sys.stderr.write(f"{line}\n")
