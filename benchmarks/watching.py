"""One visit in a real browser, watched from inside the page: when it stands, and what it took."""

import re
import time
import zlib
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync")
_QUIET_S, _MOST_S = 0.7, 60
# Looks every 25 ms at the head figures and the first chart, and is told of every change below the root.
# A browser may run it twice in one page.
_PROBE = """(spec => {
  if (window.mwWatch) return;
  const now = () => performance.timeOrigin + performance.now();
  const words = () => [...document.querySelectorAll(spec.heads)].map(one => one.textContent).join("|");
  const chart = () => {
    const one = document.querySelector(spec.chart);
    return one ? one.textContent + [...one.querySelectorAll("path[d]")].slice(0, 40)
      .map(path => path.getAttribute("d")).join() + one.innerHTML.length : "";
  };
  const seen = window.mwWatch = {};
  seen.begin = () => Object.assign(
    seen, {heads: 0, chart: 0, last: 0, words: words(), drawn: chart(), at: now()});
  seen.look = chart => { spec.chart = chart; seen.begin(); };
  seen.begin();
  const inside = node => (node.nodeType === 1 ? node : node.parentElement)?.closest(spec.root);
  new MutationObserver(changes => {
    if (changes.some(change => inside(change.target))) seen.last = now();
  }).observe(document, {childList: true, characterData: true, subtree: true, attributes: true,
    attributeFilter: ["d", "href", "transform", "points"]});
  const look = () => {
    if (document.body) {
      if (!seen.heads && /\\d/.test(words()) && words() !== seen.words) seen.heads = now();
      if (!seen.chart && chart() && chart() !== seen.drawn) seen.chart = now();
    }
  };
  setInterval(look, 25);
})"""


@dataclass(frozen=True)
class Place:
    """Where on a page to look: the root of its content, its head figures, and its charts, as selectors."""

    root: str
    heads: str
    chart: str


@dataclass(frozen=True)
class Seen:
    """Milliseconds until head figures and first chart stand, and until everything does; KB and requests."""

    first_ms: float
    all_ms: float
    kb: float
    requests: int


class Window:
    """A browser window that is fresh: nothing is kept from an earlier visit."""

    def __init__(self, page: Page, cdp: CDPSession) -> None:
        self.page, self._cdp = page, cdp
        self._bytes = self._requests = 0
        self._packed = None
        cdp.on("Network.webSocketHandshakeResponseReceived", self._agreed)
        cdp.on("Network.loadingFinished", self._loaded)
        cdp.on("Network.webSocketFrameReceived", self._frame)

    def slow(self, mbit: float, latency_ms: float) -> None:
        """From now on the network is a slower one; what goes over a websocket stays as it was."""
        each_s = mbit * 1e6 / 8
        self._cdp.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": latency_ms,
                "downloadThroughput": each_s,
                "uploadThroughput": each_s,
            },
        )

    def slow_processor(self, times: float) -> None:
        """From now on the browser computes so many times slower; the server does not."""
        self._cdp.send("Emulation.setCPUThrottlingRate", {"rate": times})

    def choose(self, box: str, words: str) -> None:
        """Type words into a drop-down, so that only Enter is left to be pressed."""
        self.page.click(box)
        self.page.keyboard.type(words)
        self.page.wait_for_timeout(250)
        self.page.evaluate("mwWatch.begin()")

    def timed(self, act, needs: Sequence[str] = ("heads", "chart")) -> Seen:
        """What comes of an act, from its moment on, until nothing changes any more and `needs` were seen."""
        size, requests = self._bytes, self._requests
        begun = time.time() * 1000
        act()
        until = time.monotonic() + _MOST_S
        while time.monotonic() < until:
            found = self.page.evaluate("({heads: mwWatch.heads, chart: mwWatch.chart, last: mwWatch.last})")
            still = time.time() * 1000 - max(found.values()) > 1000 * _QUIET_S
            if all(found[need] for need in needs) and still:
                first = max(found["heads"], found["chart"]) - begun
                return Seen(
                    first,
                    max(found.values()) - begun,
                    (self._bytes - size) / 1024,
                    self._requests - requests,
                )
            self.page.wait_for_timeout(50)
        raise TimeoutError(f"the page does not stand after {_MOST_S} s: {found}")

    def _loaded(self, event: dict) -> None:
        self._bytes += event.get("encodedDataLength", 0)
        self._requests += 1

    def _agreed(self, event: dict) -> None:
        headers = {name.lower(): said for name, said in event["response"]["headers"].items()}
        window = re.search(r"server_max_window_bits=(\d+)", headers.get("sec-websocket-extensions", ""))
        if "permessage-deflate" in headers.get("sec-websocket-extensions", ""):
            self._packed = zlib.compressobj(wbits=-int(window[1]) if window else -15, memLevel=5)

    def _frame(self, event: dict) -> None:
        """A message of a websocket: the browser tells it unpacked, so it is packed again as it had come."""
        data = event["response"]["payloadData"]
        is_binary = event["response"]["opcode"] == 2  # then it is told in base 64
        message = b64decode(data) if is_binary else data.encode()
        if self._packed:
            message = self._packed.compress(message) + self._packed.flush(zlib.Z_SYNC_FLUSH)
        self._bytes += len(message)


@contextmanager
def window(browser: Browser, place: Place) -> Iterator[Window]:
    """A fresh window with the probe in every page that it opens."""
    context = browser.new_context(viewport={"width": 1400, "height": 1900}, locale="en-GB")
    context.add_init_script(
        f"{_PROBE}({{root: {place.root!r}, heads: {place.heads!r}, chart: {place.chart!r}}})"
    )
    page = context.new_page()
    page.set_default_timeout(1000 * _MOST_S)
    cdp = context.new_cdp_session(page)
    cdp.send("Network.enable")
    try:
        yield Window(page, cdp)
    finally:
        context.close()
