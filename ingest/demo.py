"""The demonstration: a synthetic service, built and shown on this machine only."""

import shutil
import subprocess
import sys
import time
import urllib.request

from ingest.build import DEFAULT_WAREHOUSE, PROJECT, Order, build
from ingest.errors import MaatwerkError
from ingest.progress import Progress
from ingest.publish import published_file
from ingest.sample import write_sample

_SAMPLE = PROJECT / "var" / "sample"
_READY_SECONDS = 60


def demo(port: int) -> None:
    """Write the sample and build it unless that was done before, then serve until interrupted."""
    published = published_file(DEFAULT_WAREHOUSE)
    if published is None or not published.exists():
        _write_and_build()
    _serve(port)


def _write_and_build() -> None:
    fresh = _SAMPLE.with_name("sample-next")
    shutil.rmtree(fresh, ignore_errors=True)
    write_sample(fresh)
    shutil.rmtree(_SAMPLE, ignore_errors=True)
    fresh.rename(_SAMPLE)
    build(Order(_SAMPLE), Progress())


def _serve(port: int) -> None:
    # a process of its own: the screens know nothing of ingest, nor ingest of them
    server = subprocess.Popen([sys.executable, "-m", "dashboards.serve", "--port", str(port)], cwd=PROJECT)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_until_healthy(server, address)
        print(f"\nMaatwerk is ready: {address}   (synthetic data; Ctrl-C stops it)", flush=True)
        server.wait()
    except KeyboardInterrupt:
        print("\nstopped")
    finally:
        server.terminate()
        server.wait()


def _wait_until_healthy(server: subprocess.Popen, address: str) -> None:
    for _ in range(_READY_SECONDS * 5):
        if server.poll() is not None:
            raise MaatwerkError(
                f"the dashboard did not start at {address}; is the port in use? Name another: "
                "python -m ingest demo --port 8600"
            )
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise MaatwerkError(f"the dashboard did not answer within {_READY_SECONDS} s")
