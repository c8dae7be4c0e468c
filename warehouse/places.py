"""Folders, and the variables of the environment that name others: each once, with its default."""

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
SEEDS = REPOSITORY / "seeds"
DBT_PROJECT = REPOSITORY / "dbt_project"
# What is made here stays here; `make clean` removes it.
MADE = REPOSITORY / "var"
WAREHOUSE = MADE / "warehouse"
SAMPLE = MADE / "sample"
HASHING_KEY = MADE / "hashing.key"
# Scenarios of the synthetic service; an agency has its own.
SCENARIOS = REPOSITORY / "scenarios"
# What people write and who looked: neither in the warehouse folder, whose versions come and go, nor in MADE.
STORE = REPOSITORY / "kept"
# The dbt project as read before, so that the next build need not read it again.
READ_PROJECTS = MADE / "read_projects"

# The warehouse folder that the pages read.
WAREHOUSE_VARIABLE = "MAATWERK_WAREHOUSE"
# A folder with an agency's own scenarios.
SCENARIOS_VARIABLE = "MAATWERK_SCENARIOS"
# The file that says who may see what, and the two that let a proxy say who is in front of the screen: the
# header that it sets, and a secret that it sends along. Without an access file everybody is a demonstration.
ACCESS_VARIABLE = "MAATWERK_ACCESS"
PROXY_HEADER_VARIABLE = "MAATWERK_PROXY_HEADER"
PROXY_SECRET_VARIABLE = "MAATWERK_PROXY_SECRET"
# Which claim of the provider of sign-in is the identity of the access file.
CLAIM_VARIABLE = "MAATWERK_IDENTITY_CLAIM"
# Which claim of the provider holds the role; without it the access file alone says it.
ROLE_CLAIM_VARIABLE = "MAATWERK_ROLE_CLAIM"
# The store: a folder, or the address of a PostgreSQL database. Without it nothing is logged.
STORE_VARIABLE = "MAATWERK_STORE"
# What a build may hold in memory, in DuckDB's words such as 4GB.
MEMORY_VARIABLE = "MAATWERK_MEMORY"
# Set by a build for its models: its own folder, and its copy of the policy.
BUILD_VARIABLE = "MAATWERK_BUILD"
SEEDS_VARIABLE = "MAATWERK_SEEDS"


def warehouse_folder() -> Path:
    """The warehouse folder that the environment names, or the one in this checkout."""
    return Path(os.environ.get(WAREHOUSE_VARIABLE) or WAREHOUSE)


def store_place() -> str:
    """The folder or address of the store that the environment names; empty where none is kept."""
    return os.environ.get(STORE_VARIABLE, "")


def scenario_folder() -> Path:
    """Where scenarios are: the folder that the environment names, that beside the warehouse, or examples."""
    if named := os.environ.get(SCENARIOS_VARIABLE):
        return Path(named)
    own = warehouse_folder().parent / "scenarios"
    return own if own.is_dir() else SCENARIOS
