"""The screens: they read marts only."""

import os
import sys
from pathlib import Path

# Streamlit puts the folder of its script in front of the path, where our own `warehouse.py` would hide the
# package of that name. Modules of the screens are only ever imported by their whole name.
sys.path[:] = [place for place in sys.path if Path(place).resolve() != Path(__file__).resolve().parent]

from warehouse.places import WAREHOUSE_VARIABLE  # noqa: E402 - the path comes first

__all__ = ["WAREHOUSE_VARIABLE"]

# The frames of a page have a few thousand rows: one thread is done before a pool has woken up, and readers
# share the cores. Polars looks when it is first imported, hence here.
os.environ.setdefault("POLARS_MAX_THREADS", "1")
