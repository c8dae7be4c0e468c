"""The screens: they read marts only."""

WAREHOUSE_VARIABLE = "MAATWERK_WAREHOUSE"
