"""The forecasts of every service line of a published file: its marts in, the engine's frames out."""

from importlib.util import find_spec
from pathlib import Path

from ingest.errors import MaatwerkError
from ingest.progress import Progress
from ingest.publication.forecasts_kept import Forecast

_LIBRARY = "statsforecast"


def forecast_of(file: Path, progress: Progress) -> Forecast:
    """Forecast and backtest of a published file; MaatwerkError where the library is not installed."""
    if find_spec(_LIBRARY) is None:
        raise MaatwerkError(
            f"forecasts need {_LIBRARY}, which is not installed: pip install 'maatwerk[forecast]'"
        )
    raise NotImplementedError
