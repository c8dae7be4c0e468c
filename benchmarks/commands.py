"""Runs a command as a whole process and takes the operating system's own account of it."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Account:
    """What a process and those it started cost: seconds of clock and processors, peak memory in MB.

    ``peak_mb`` is the most that they held together, the other two the most of either side. In a build the
    process itself reads and checks deliveries, and a child makes the models.
    """

    wall_seconds: float
    cpu_seconds: float
    peak_mb: float
    own_peak_mb: float
    children_peak_mb: float
    lines: list[str]

    def seconds_of(self, step: str) -> float:
        """Seconds that the process itself reported for the steps whose name begins with ``step``."""
        reported = [line.rsplit(":", 1) for line in self.lines if line.startswith(step)]
        return sum(float(seconds.removesuffix("s").strip()) for _, seconds in reported)


def run(*arguments: str) -> Account:
    """Run ``python -m ...`` to its end; RuntimeError with its last lines when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    held = _watched_memory(process.pid)
    lines = process.stdout.read().splitlines()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError("\n".join([f"python -m {' '.join(arguments)} failed", *lines[-5:]]))
    return Account(
        wall_seconds=time.perf_counter() - started,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        peak_mb=max(map(sum, held), default=usage.ru_maxrss / 1024),
        own_peak_mb=max((own for own, _ in held), default=0),
        children_peak_mb=max((children for _, children in held), default=0),
        lines=lines,
    )


def _watched_memory(pid: int) -> list[tuple[float, float]]:
    """MB that a process and, together, those it started hold, ten times a second, until it ends."""
    held: list[tuple[float, float]] = []

    def watch() -> None:
        while True:
            try:
                process = psutil.Process(pid)
                children = sum(_resident_mb(child) for child in process.children(recursive=True))
                held.append((_resident_mb(process), children))
            except psutil.Error:
                return
            time.sleep(0.1)

    threading.Thread(target=watch, daemon=True).start()
    return held


def _resident_mb(process: psutil.Process) -> float:
    return process.memory_info().rss / 2**20
