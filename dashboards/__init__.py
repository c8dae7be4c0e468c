"""The screens: they read marts only."""

import os

from warehouse.places import WAREHOUSE_VARIABLE

__all__ = ["WAREHOUSE_VARIABLE"]

# The frames of a page have a few thousand rows: one thread is done before a pool has woken up, and readers
# share the cores. Polars looks when it is first imported, hence here.
os.environ.setdefault("POLARS_MAX_THREADS", "1")
