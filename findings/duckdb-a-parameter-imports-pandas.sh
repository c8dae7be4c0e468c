#!/usr/bin/env bash
# DuckDB 1.5.5: the first statement that is given a value, be it a whole number, imports pandas where pandas is
# installed, though no data frame is near; the same statement with the number written into it does not. One would guess
# that pandas waits for the first data frame. It costs whoever asks first the time, and the process about 50 MB for
# good. With None in the place of the module the same statement answers the same.
# Met with: a server whose first reader waited, in an environment that holds pandas for something else.
set -euo pipefail
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" -q --disable-pip-version-check install duckdb==1.5.5 pandas==2.3.3 numpy==2.4.6
cat > "$home/asked.py" <<'PY'
import resource
import sys

if "none" in sys.argv:
    sys.modules["pandas"] = None
import duckdb


def state() -> tuple[bool, int]:
    return bool(sys.modules.get("pandas")), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


connection = duckdb.connect()
assert connection.execute("select 7").fetchall() == [(7,)]
written, written_mb = state()
assert connection.execute("select ?", [7]).fetchall() == [(7,)]
given, given_mb = state()
print(f"{sys.argv[1]}: number written {written}, number given {given}, {given_mb - written_mb} MB more")
assert (written, given) == (False, sys.argv[1] == "installed"), "behaviour has changed"
if sys.argv[1] == "installed":
    assert given_mb - written_mb > 20, "it costs little by now"
PY
"$home/venv/bin/python" "$home/asked.py" installed
"$home/venv/bin/python" "$home/asked.py" none
