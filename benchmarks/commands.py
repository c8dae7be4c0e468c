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
    """What a process and those it started cost: seconds of clock and processors, peak memory in MB."""

    wall_seconds: float
    cpu_seconds: float
    peak_mb: float
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
    peak = _watched_memory(process.pid)
    lines = process.stdout.read().splitlines()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError("\n".join([f"python -m {' '.join(arguments)} failed", *lines[-5:]]))
    return Account(
        wall_seconds=time.perf_counter() - started,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        peak_mb=max(peak, default=usage.ru_maxrss / 1024),
        lines=lines,
    )


def _watched_memory(pid: int) -> list[float]:
    """MB that a process and those it started hold together, ten times a second, until it ends."""
    held: list[float] = []

    def watch() -> None:
        while True:
            try:
                process = psutil.Process(pid)
                family = [process, *process.children(recursive=True)]
                held.append(sum(one.memory_info().rss for one in family) / 2**20)
            except psutil.Error:
                return
            time.sleep(0.1)

    threading.Thread(target=watch, daemon=True).start()
    return held
