"""Publications one after another for tests: the sample, with the number of its version in what is shown."""

import re
import shutil
from pathlib import Path

import duckdb
from streamlit.runtime.scriptrunner import RerunData
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from tests.dashboards import charts_shown, laid_open
from tests.dashboards.conftest import changed_copy
from tests.dashboards.shown_tables import tables_in
from warehouse.current import CURRENT

MARK = re.compile(r"version(\d+)")
_NUMBERED = (
    "update marts.dim_status set build_id = 'version{n}'",
    "update marts.dim_areas set area_name = area_name || ' version{n}' where area_kind = 'office'",
    "update marts.dim_weight_schemes set source = source || ' version{n}'",
    "update marts.fct_loads set file = file || ' version{n}'",
)


def write_versions(sample: Path, folder: Path, count: int) -> list[Path]:
    """`count` published files in a warehouse folder, of which the first is current."""
    plain = changed_copy(sample, folder.with_name(f"{folder.name}-plain"), [])
    (file,) = plain.glob("*.duckdb")
    folder.mkdir()
    made = []
    for n in range(1, count + 1):
        made.append(folder / f"warehouse-2099010{n // 10}T00000{n % 10}Z-version{n}.duckdb")
        shutil.copy(file, made[-1])
        with duckdb.connect(str(made[-1])) as connection:
            for statement in _NUMBERED:
                connection.execute(statement.format(n=n))
    publish(made[0])
    return made


def publish(file: Path) -> None:
    """Let the folder of a published file lead to it, in one step as the main job does."""
    fresh = file.with_name(f"{CURRENT}-next")
    fresh.write_text(file.name, encoding="utf-8")
    fresh.replace(file.with_name(CURRENT))


def versions_in(*texts: str) -> set[int]:
    """The numbers of the versions that texts came from."""
    return {int(n) for text in texts for n in MARK.findall(text)}


def shown(app: AppTest) -> dict[str, set[int]]:
    """The versions of what stands on a page: words, pictures, choices, charts, tables and downloads."""
    words = laid_open.pieces(app)
    tables = tables_in("\n".join(words))
    return {
        "status": versions_in(*(word for word in words if 'class="mw-status"' in word)),
        "words": versions_in(*words),
        "captions": versions_in(*(table.caption for table in tables)),
        "choices": versions_in(*(option for box in app.selectbox for option in box.options)),
        "charts": versions_in(*charts_shown.drawings(app)),
        "tables": versions_in(*(str(table.words) for table in tables)),
        "downloads": versions_in(*(str(found.proto) for found in app.get("download_button"))),
    }


class PartialRuns:
    """Makes the next runs of a page partial, as when a reader touches a filter in a browser."""

    def __init__(self, monkeypatch, app: AppTest):
        self._monkeypatch, self._app = monkeypatch, app

    def __enter__(self) -> "PartialRuns":
        parents = self._app._fragment_storage._parent_by_id
        (fragment,) = (one for one, parent in parents.items() if parent is None)  # the page, not a fold in it
        asked = LocalScriptRunner.request_rerun

        def in_part(runner: LocalScriptRunner, data: RerunData) -> bool:
            partial = RerunData(
                query_string=data.query_string,
                widget_states=data.widget_states,
                page_script_hash=data.page_script_hash,
                context_info=data.context_info,
                fragment_id=fragment,
            )
            runner._requests = ScriptRequests()  # without the whole run that a new runner begins with
            runner._pages_manager._pages = self._app._registered_pages  # a server knows them from that run
            return asked(runner, partial)

        self._scope = self._monkeypatch.context()
        self._scope.__enter__().setattr(LocalScriptRunner, "request_rerun", in_part)
        return self

    def __exit__(self, *error: object) -> None:
        self._scope.__exit__(*error)
