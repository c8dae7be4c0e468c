"""Charts in a real browser: a pointer and a finger are told values, words keep their size, no engine."""

from contextlib import closing

import pytest
from playwright.sync_api import Page

from dashboards.app_pages import PAGES
from dashboards.svg.figure.drawing import PART
from tests.dashboards.browsing import address, browser_at, visit, visitor

__all__ = ["address"]  # a fixture
pytestmark = pytest.mark.browser
# Of the first mark of a kind: where its place-th part is on the screen, and what is to be told of it.
_PART = """([kind, place, between]) => {
  const mark = document.querySelector(`.mw-figure ${kind}[data-said]`);
  mark.closest('.mw-chart').scrollIntoView({block: 'center'});
  const part = mark.getAttribute('d').match(/M[^M]+/g).flatMap(one => kind === 'path.boxes'
    ? [one.match(/-?[\\d.]+/g).map(Number)]
    : one.match(/-?[\\d.]+,-?[\\d.]+/g).map(pair => [...pair.split(',').map(Number), 0, 0]))[place];
  const at = mark.getScreenCTM();
  return {
    x: at.a * (part[0] + part[2] / 2) + at.e, y: at.d * (part[1] + part[3] / 2) + at.f,
    said: mark.dataset.said.split(between)[place],
  };
}"""
# How far charts reach beyond the page, the smallest words in them, and words that lie over each other on one
# axis: the ticks across.
_LAID = """() => [...document.querySelectorAll('.mw-figure')].map(figure => {
  const shown = [...figure.querySelectorAll('text')].map(text => text.getBoundingClientRect())
    .filter(box => box.width);
  const over = [...figure.querySelectorAll('[class^=ticks-x]')].flatMap(ticks => {
    const boxes = [...ticks.querySelectorAll('text')].map(text => text.getBoundingClientRect())
      .filter(box => box.width);
    return boxes.slice(1).map((box, place) => boxes[place].right - box.left);
  });
  return {
    beyond: Math.max(...shown.map(box => Math.max(box.right - innerWidth, -box.left)), -99),
    smallest: Math.min(...[...figure.querySelectorAll('text')].map(text =>
      parseFloat(getComputedStyle(text).fontSize) * Math.hypot(text.getScreenCTM().a, text.getScreenCTM().b)),
      99),
    over: Math.max(...over, -99),
  };
})"""


def told(page: Page) -> str:
    page.wait_for_function("() => document.querySelector('.mw-tip:not([hidden])')")
    return page.inner_text(".mw-tip")


@pytest.mark.parametrize(
    ("path", "kind", "place"),
    [
        ("offices", "path.line", 40),
        ("offices", "path.boxes", 0),
        ("backlog", "path.line", 7),
        ("backlog", "path.boxes", 3),
        ("mix", "path.boxes", 2),
    ],
)
def test_the_pointer_is_told_of_the_mark_that_it_is_at(path, kind, place, address, chromium) -> None:
    with visitor(chromium, 1300, "en-GB") as (page, _):
        visit(page, address + path)
        part = page.evaluate(_PART, [kind, place, PART])
        assert part["said"] and any(letter.isdigit() for letter in part["said"])
        page.mouse.move(part["x"], part["y"])
        assert told(page) == part["said"]
        page.keyboard.press("Escape")
        assert not page.locator(".mw-tip").is_visible()
        page.mouse.move(part["x"], part["y"] + 1)
        told(page)
        page.mouse.move(5, 5)
        page.wait_for_function("() => document.querySelector('.mw-tip').hidden")


def test_a_finger_that_taps_is_told_too(address, chromium) -> None:
    viewport = {"width": 390, "height": 900}
    window = browser_at(chromium).new_context(
        viewport=viewport, locale="nl-BE", has_touch=True, is_mobile=True
    )
    with closing(window):
        page = window.new_page()
        page.set_default_timeout(60_000)
        visit(page, address + "offices")
        page.evaluate(_PART, ["path.boxes", 0, PART])
        page.wait_for_timeout(500)  # the scrolling is over
        part = page.evaluate(_PART, ["path.boxes", 0, PART])
        finger = page.context.new_cdp_session(page)
        touch = {"x": part["x"], "y": part["y"]}
        finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [touch]})
        assert told(page) == part["said"]
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_timeout(300)
        assert told(page) == part["said"], "it stays when the finger is lifted"
        box = page.locator(".mw-tip").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390


def laid_on(page: Page) -> list[dict]:
    """How the charts of a page that is open lie on it."""
    return page.evaluate(_LAID)


def words_keep_their_size(seen: list[tuple[str, int, dict]]) -> None:
    """Of every chart, by its page and place: none of its words is small, beyond the page or over another."""
    assert len(seen) > 25
    assert [one for one in seen if one[2]["beyond"] > 0 or one[2]["over"] > 0] == []
    assert min(laid["smallest"] for _, _, laid in seen) >= 10.9


@pytest.mark.deep  # of a phone: see test_in_browser
def test_words_of_charts_keep_their_size_and_do_not_lie_over_each_other(address, chromium) -> None:
    with visitor(chromium, 1440, "nl-BE") as (page, requested):
        seen = []
        for path in ("", *PAGES[1:]):
            visit(page, address + path)
            seen += [(path, place, laid) for place, laid in enumerate(laid_on(page))]
        words_keep_their_size(seen)
        assert not [one for one in requested if "PlotlyChart" in one]


def test_charts_follow_the_theme_of_the_page(address, chromium) -> None:
    found = []
    for scheme in ("light", "dark"):
        with visitor(chromium, 1300, "en-GB") as (page, _):
            page.emulate_media(color_scheme=scheme)
            visit(page, address + "offices")
            found.append(
                page.evaluate(
                    "() => ['path.line', 'path.boxes', 'text', '.ticks-x text'].map(kind => "
                    "getComputedStyle(document.querySelector(`.mw-figure ${kind}`))"
                    "[kind === 'path.line' ? 'stroke' : 'fill'])"
                )
            )
    light, dark = found
    assert all(one.startswith("rgb") for one in light + dark)
    assert all(one != other for one, other in zip(light, dark, strict=True)), (light, dark)


def test_what_is_sent_is_compressed_on_its_way(address, chromium) -> None:
    with visitor(chromium, 1300, "en-GB") as (page, _):
        told_of = []
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.on("Network.webSocketHandshakeResponseReceived", lambda told: told_of.append(told))
        visit(page, address)
        headers = {name.lower(): said for name, said in told_of[0]["response"]["headers"].items()}
        assert "permessage-deflate" in headers["sec-websocket-extensions"]
