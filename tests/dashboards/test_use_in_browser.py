"""With a store a real server logs what a real browser is shown and takes away, until it is stopped."""

import json

import pytest

from store.access_log import lines
from store.chain import verified
from store.opening import opened, reading
from tests.dashboards.browsing import served, visit, visitor

pytestmark = pytest.mark.browser


def test_a_page_and_a_file_in_a_browser_are_lines(sample_warehouse, tmp_path, chromium, monkeypatch):
    monkeypatch.setenv("MAATWERK_STORE", str(tmp_path / "kept"))
    with served(sample_warehouse) as address, visitor(chromium, 1200, "en-GB") as (page, _):
        visit(page, f"{address}backlog?office=GEN")
        visit(page, f"{address}about")
        assert page.get_by_text("Use is logged").count() == 1
        page.locator(".st-key-downloads_loads button").first.click()
        with page.expect_download() as taken:
            page.get_by_role("button", name="CSV", exact=True).click()
        rows = taken.value.path().read_text(encoding="utf-8").splitlines()
    with reading(opened(tmp_path / "kept")) as connection:
        found = [dict(line) for line in lines(connection)]
        verdict = verified(connection)
    assert verdict.problems == []
    shown = [(line["page"], line["export"]) for line in found]
    assert shown[0] == ("backlog", "") and ("about", "") in shown and shown[-1] == ("about", "csv")
    assert json.loads(found[0]["filters"])["office"] == "GEN"
    assert found[-1]["row_count"] == len(rows) - 1 > 0
    assert json.loads(found[-1]["filters"])["file"] == "loads"
