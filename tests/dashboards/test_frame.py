"""The frame around the pages: language, address, navigation, failures that stay small, and the server."""

import socket
import tomllib
from contextlib import closing
from html import escape
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from dashboards import program, serve
from dashboards.panel import HeadFigure
from dashboards.screen import head_figures

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def test_every_setting_exists_in_the_installed_streamlit():
    known = set(config.get_config_options())
    for section, options in SETTINGS.items():
        for name, setting in options.items():
            if isinstance(setting, dict):
                assert all(f"{section}.{name}.{key}" in known for key in setting)
            else:
                assert f"{section}.{name}" in known


def test_nothing_calls_home_and_no_traceback_is_shown():
    assert SETTINGS["browser"]["gatherUsageStats"] is False
    assert SETTINGS["client"]["showErrorDetails"] == "none"
    assert SETTINGS["runner"]["postScriptGC"] is False
    assert "http" not in str(SETTINGS["theme"])


def test_the_first_visit_speaks_english_when_the_browser_asks_for_neither(sample_warehouse, reader):
    opened = reader(sample_warehouse)
    del opened.app.query_params["lang"]
    assert "How heavy is the workload?" in opened.opens().words()


def test_the_language_of_the_address_holds_on_every_page(sample_warehouse, reader):
    opened = reader(sample_warehouse, "nl").opens()
    assert "document.documentElement.lang = 'nl'" in opened.html()
    opened.app.switch_page("app_pages/about.py").run()
    assert "Waar komen deze cijfers vandaan?" in opened.words()


def test_an_unknown_language_or_filter_in_the_address_is_passed_over(sample_warehouse, reader):
    opened = reader(sample_warehouse, "xx")
    opened.app.query_params["scheme"] = "no such scheme"
    opened.app.query_params["window"] = "<script>"
    words = opened.opens().words()
    assert "How heavy is the workload?" in words
    assert "In the four weeks up to" in words


def test_a_filter_stands_in_the_address_as_an_id_and_follows_to_other_pages(sample_warehouse, reader):
    opened = reader(sample_warehouse).opens()
    opened.app.selectbox(key="scheme").set_value("count").run()
    assert opened.app.query_params["scheme"] == "count"
    opened.app.switch_page("app_pages/offices.py").run()
    assert opened.app.selectbox(key="scheme").value == "count"


def test_the_default_leaves_the_address_clean(sample_warehouse, reader):
    opened = reader(sample_warehouse, "nl")
    opened.app.query_params["scheme"] = "count"
    opened.opens()
    opened.app.selectbox(key="scheme").set_value("fl_type_phase").run()
    assert set(opened.app.query_params) == {"lang"}


def test_the_office_filter_is_called_office(sample_warehouse, reader):
    opened = reader(sample_warehouse).opens("offices")
    assert opened.app.selectbox(key="office").label == "Office"


FAILING = """
from dashboards.screen import states

with states.guarded("the part"):
    raise ValueError("secret detail")
"""


def test_a_part_that_fails_says_so_with_an_id_that_the_log_repeats(caplog):
    app = AppTest.from_string(FAILING).run()
    body = app.get("html")[0].proto.body
    assert "secret" not in body
    assert "This part could not be shown" in body
    failure_id = body.split("quote ")[1].split(".")[0]
    assert f"failure {failure_id} in the part" in caplog.text
    assert not app.exception


def test_zero_missing_and_hidden_figures_look_different():
    drawn = {
        head_figures.figure_html(HeadFigure("Waiting", "0", state=state))
        for state in ("", "missing", "hidden")
    }
    assert len(drawn) == 3


def test_figures_escape_what_they_are_given():
    hostile = '<img src=x onerror="alert(1)">'
    html = head_figures.figure_html(HeadFigure(hostile, hostile, hostile, hostile, hostile))
    assert "<img" not in html
    assert html.count(escape(hostile)) == 5


@pytest.fixture
def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_the_server_starts_answers_and_stops(tmp_path, free_port):
    server = serve.started(tmp_path, free_port, "127.0.0.1")
    try:
        assert serve.is_healthy(server, free_port, "127.0.0.1")
        with urlopen(f"http://127.0.0.1:{free_port}/", timeout=10) as page:
            assert page.status == 200
        script = f"http://127.0.0.1:{free_port}/{program.named_for_pieces()[-1]}"
        with urlopen(Request(script, headers={"Accept-Encoding": "gzip"}), timeout=10) as code:
            assert code.headers["Content-Encoding"] == "gzip"
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_a_server_that_cannot_start_is_not_healthy(tmp_path):
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        server = serve.started(tmp_path, port, "127.0.0.1")
        try:
            assert not serve.is_healthy(server, port, "127.0.0.1")
        finally:
            server.kill()
            server.wait()
