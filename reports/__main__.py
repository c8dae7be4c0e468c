"""Write reports: `python -m reports NAME --warehouse DIR`; statuses 0 written, 2 refused, 3 anything else."""

import argparse
import sys
import traceback

from dashboards import languages
from dashboards.access.narrowing import NotShownError
from dashboards.page import why_not_shown
from dashboards.status import OtherMarts
from dashboards.text import speaking
from reports import backtest, brief, growth, pack, page, queue
from reports.command import Command, RefusedError, log_use, said

COMMANDS: tuple[Command, ...] = (page, pack, growth, brief, queue, backtest)


def main(given: list[str] | None = None) -> int:
    """Run the command that the options name."""
    asked = _parser().parse_args(given)
    try:
        log_use(asked.command.NAME, asked)
        files = asked.command.run(asked)
    except RefusedError as error:
        said(f"refused: {error}")
        return 2
    except OtherMarts:
        said(
            "refused: these data were built by another version of Maatwerk; build your deliveries anew with"
            " python -m ingest build --extracts DIR"
        )
        return 2
    except NotShownError as error:
        with speaking(languages.FALLBACK):
            said(f"refused: {why_not_shown(error)}")
        return 2
    except KeyboardInterrupt:
        said("stopped; nothing was written")
        return 3
    except Exception:
        traceback.print_exc()
        return 3
    sys.stdout.write("".join(f"wrote {one}\n" for one in files))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m reports", description="Write a report into files.")
    commands = parser.add_subparsers(required=True, metavar="NAME")
    for command in COMMANDS:
        one = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.add_arguments(one)
        one.set_defaults(command=command)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
