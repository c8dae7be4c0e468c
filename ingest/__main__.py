"""Commands of the main job: build, forecast, publish, sample and demo."""

import argparse
import errno
import logging
import sys
from functools import partial
from pathlib import Path

from ingest.build import build
from ingest.errors import MaatwerkError
from ingest.forecast import forecast
from ingest.order import Order
from ingest.progress import Progress
from ingest.publication.comparing import compared_versions
from ingest.publication.publish import rollback, versions
from ingest.sample import write_assumptions, write_sample
from warehouse.current import published_file
from warehouse.national_numbers import without_national_numbers
from warehouse.places import HASHING_KEY, SEEDS, WAREHOUSE


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 0, or the error's: 1 policy, 2 bad input, 3 anything else."""
    options = _parser().parse_args(arguments)
    # A full disk stops log lines too: those failures are no news, the sentence below is.
    logging.raiseExceptions = False
    try:
        options.run(options)
    except MaatwerkError as error:
        print(error, file=sys.stderr)
        return error.status
    except KeyboardInterrupt:
        print(
            "stopped; the published version is unchanged. Run the same command to start again.",
            file=sys.stderr,
        )
        return 3
    except Exception as error:
        print(f"failed, the published version is unchanged: {_cause(error)}", file=sys.stderr)
        return 3
    return 0


def _cause(error: Exception) -> str:
    """What went wrong in words; what comes from libraries may quote a value, so it is masked too."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return f"the disk is full ({error.filename or 'no file named'}). Free some space and try again"
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror} ({error.filename})" if error.filename else error.strerror
    if "No space left on device" in str(error):
        return "the disk is full. Free some space and try again"
    return without_national_numbers(f"{type(error).__name__}: {error}")


def _build(options: argparse.Namespace) -> None:
    order = Order(
        options.extracts, options.mapping, options.seeds, options.warehouse, options.key, options.yes_really
    )
    print(f"published {build(order, Progress())}")


def _forecast(options: argparse.Namespace) -> None:
    from ingest.forecast_engine import forecast_of  # imports the methods only when they are wanted

    engine = partial(forecast_of, searched=not options.without_search)
    done = forecast(options.warehouse, Progress(), engine)
    if not done.is_new:
        print("a forecast of this version is kept already")
    print(f"published {done.published}")


def _publish(options: argparse.Namespace) -> None:
    if options.rollback:
        print(f"rolled back to {rollback(options.warehouse).name}")
        return
    if options.compare:
        print("\n".join(compared_versions(options.warehouse, *options.compare)))
        return
    current = published_file(options.warehouse)
    for version in versions(options.warehouse):
        print(f"{'*' if version == current else ' '} {version.name}")


def _sample(options: argparse.Namespace) -> None:
    with Progress().step("drawing the sample"):
        write_sample(options.into, cases=options.cases, seed=options.seed, load_only=options.load_only)
    assumptions = options.into.resolve().with_name(f"{options.into.resolve().name}-assumptions.md")
    write_assumptions(assumptions)
    print(f"wrote a synthetic delivery to {options.into}; what it is based on: {assumptions}")


def _demo(options: argparse.Namespace) -> None:
    from ingest.demo import demo  # imports the dashboard's server only when it is wanted

    demo(options.port)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ingest", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    building = commands.add_parser("build", help="deliveries -> load, models, tests -> published warehouse")
    building.add_argument(
        "--extracts", type=Path, required=True, help="a delivery, or a folder of deliveries"
    )
    building.add_argument("--mapping", type=Path, help="TOML file that maps another layout")
    building.add_argument("--seeds", type=Path, default=SEEDS, help="folder of policy tables")
    building.add_argument("--warehouse", type=Path, default=WAREHOUSE)
    building.add_argument("--key", type=Path, default=HASHING_KEY, help="hashing key, made on first use")
    building.add_argument(
        "--yes-really",
        action="store_true",
        help="publish this once although it differs from the version before beyond its bounds; logged",
    )
    building.set_defaults(run=_build)

    forecasting = commands.add_parser(
        "forecast", help="what the published version lets expect, kept for good and published beside it"
    )
    forecasting.add_argument("--warehouse", type=Path, default=WAREHOUSE)
    forecasting.add_argument(
        "--without-search",
        action="store_true",
        help="leave out AutoETS of statsforecast: sooner, and without it",
    )
    forecasting.set_defaults(run=_forecast)

    publishing = commands.add_parser("publish", help="list the kept versions, or go back to the previous one")
    publishing.add_argument("--rollback", action="store_true")
    publishing.add_argument(
        "--compare", nargs=2, metavar="VERSION", help="what two kept versions say, side by side"
    )
    publishing.add_argument("--warehouse", type=Path, default=WAREHOUSE)
    publishing.set_defaults(run=_publish)

    sampling = commands.add_parser("sample", help="write one synthetic delivery")
    sampling.add_argument("--into", type=Path, required=True)
    sampling.add_argument("--cases", type=int, help="approximate number of cases; default: the whole service")
    sampling.add_argument("--seed", type=int, default=1)
    sampling.add_argument("--load-only", action="store_true", help="leave out what is beside load")
    sampling.set_defaults(run=_sample)

    demonstrating = commands.add_parser("demo", help="sample, build, and the dashboard on 127.0.0.1")
    demonstrating.add_argument("--port", type=int, default=8501)
    demonstrating.set_defaults(run=_demo)
    return parser


if __name__ == "__main__":
    sys.exit(main())
