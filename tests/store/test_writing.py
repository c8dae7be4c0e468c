"""Lines that were confirmed are there, whoever else writes and whatever is killed."""

import signal
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from store import actions, notes, objections
from store.access_log import AccessLog, lines
from store.chain import verified
from store.errors import ChangedMeanwhileError, LogUnavailableError
from store.lines import Line, Who
from store.opening import opened, reading, writing
from store.writer import Writer

ROOT = Path(__file__).resolve().parents[2]
WHO = Who("an officer", "officer")
# Says the numbers of lines that are safe, and goes on until it is killed.
UNTIL_KILLED = """
import sys
from store.access_log import AccessLog
from store.lines import Line, Who
log = AccessLog(sys.argv[1])
while True:
    written = [log.put(Line(Who("an officer", "officer"), "offices", {"n": str(n)})) for n in range(50)]
    print(*(one.result() for one in written), sep="\\n", flush=True)
"""
MANY = """
import sys
from store.access_log import AccessLog
from store.lines import Line, Who
log = AccessLog(sys.argv[1])
written = [log.put(Line(Who(sys.argv[2], "officer"), "offices", {"n": str(n)})) for n in range(700)]
print(*(one.result() for one in written), sep="\\n", flush=True)
"""
NOTES = """
import sys
from store import notes
from store.opening import opened
engine = opened(sys.argv[1])
for n in range(100):
    notes.add(engine, "GEN", "staff", f"note {n}", sys.argv[2])
"""
TAKING_BACK = """
import sys
from store import objections
from store.opening import opened
engine = opened(sys.argv[1])
for one in map(int, sys.argv[2:]):
    objections.take_back(engine, one, "officer-1")
    print(one, flush=True)
"""
# Says which objections it settled: takes them back, or answers them, and passes over those settled before.
SETTLING = """
import sys
from store import objections
from store.errors import ChangedMeanwhileError
from store.opening import opened
engine, (place, how, *ids) = opened(sys.argv[1]), sys.argv[1:]
for one in map(int, ids):
    try:
        if how == "officer-1":
            objections.take_back(engine, one, how)
        else:
            objections.answer(engine, one, "accepted", "yes", how)
        print(one, flush=True)
    except ChangedMeanwhileError:
        pass
"""


def run(program: str, *given: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", program, *given], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def test_what_was_confirmed_before_a_kill_is_there(place):
    opened(place).dispose()
    writing_one = run(UNTIL_KILLED, place)
    for _ in range(500):  # it is in the middle of writing
        writing_one.stdout.readline()
    writing_one.send_signal(signal.SIGKILL)
    confirmed = [int(line) for line in writing_one.stdout.read().splitlines() if line]
    writing_one.wait()
    with reading(opened(place)) as connection:
        kept = {row["number"] for row in lines(connection)}
        verdict = verified(connection)
    assert set(range(1, 501)) <= kept and set(confirmed[:-1]) <= kept
    assert verdict.problems == []


def test_two_processes_that_write_at_once_lose_nothing_and_keep_one_chain(place):
    opened(place).dispose()
    running = [run(MANY, place, name) for name in ("one", "two")]
    numbers = [[int(line) for line in one.communicate(timeout=120)[0].split()] for one in running]
    with reading(opened(place)) as connection:
        rows = list(lines(connection))
        verdict = verified(connection)
    assert sorted(numbers[0] + numbers[1]) == list(range(1, 1401))
    assert verdict.problems == [] and verdict.lines == 1400
    for name, own in zip(("one", "two"), numbers, strict=True):
        assert [row["number"] for row in rows if row["identity"] == name] == own


def test_two_people_who_write_notes_at_once_lose_nothing(place):
    engine = opened(place)
    for one in [run(NOTES, place, name) for name in ("one", "two")]:
        assert one.wait(120) == 0
    found = notes.of_office(engine, "GEN")
    assert len(found) == 200 and len({(note["author"], note["text"]) for note in found}) == 200


def test_an_answer_and_a_deed_are_given_once(engine):
    day = date(2026, 6, 30)
    one = objections.make(engine, "officer-1", "workload_units", day, "case_has_ended")
    objections.answer(engine, one, "accepted", "ended in the register too", "the head")
    with pytest.raises(ChangedMeanwhileError):
        objections.answer(engine, one, "declined", "no", "another head")
    (kept,) = objections.of_officer(engine, "officer-1")
    assert (kept["status"], kept["answered_by"]) == ("accepted", "the head")
    deed = actions.add(engine, "GEN", "close three records", day, "the head")
    actions.done(engine, deed, "officer-1")
    with pytest.raises(ChangedMeanwhileError):
        actions.done(engine, deed, "officer-2")
    assert actions.of_office(engine, "GEN")[0]["done_by"] == "officer-1"


def test_a_line_waits_while_the_store_is_busy_and_no_page_waits_for_it(tmp_path):
    log = AccessLog(str(tmp_path / "kept"))
    with writing(log.engine):  # somebody else writes
        before = time.perf_counter()
        written = log.put(Line(WHO, "offices"))
        assert time.perf_counter() - before < 0.05
        with pytest.raises(TimeoutError):
            written.result(0.3)
    assert written.result(10) == 1
    log.close()


def test_when_too_much_waits_no_page_is_shown_without_its_line(tmp_path):
    engine = opened(tmp_path / "kept")
    writer = Writer(engine, most_waiting=3)
    with writing(engine):
        with pytest.raises(LogUnavailableError):
            for _ in range(1 + 3 + 1 + 500):
                writer.put(Line(WHO, "offices"))
        with pytest.raises(LogUnavailableError):
            writer.write(Line(WHO, "offices"), within_s=0.1)
    writer.close()


def test_closing_writes_what_waits(tmp_path):
    log = AccessLog(str(tmp_path / "kept"))
    written = [log.put(Line(WHO, "offices")) for _ in range(1200)]
    log.close()
    assert [one.result(0) for one in written] == list(range(1, 1201))
    with pytest.raises(LogUnavailableError):
        log.put(Line(WHO, "offices"))


def test_a_thousand_lines_a_second_hold_no_page_up(tmp_path):
    # A coarse bound, for a busy machine: docs/performance.md has the measured ones.
    log = AccessLog(str(tmp_path / "kept"))
    waits, written = [], []
    for _ in range(500):
        before = time.perf_counter()
        written.append(log.put(Line(WHO, "offices", {"office": "GEN"}, rows=300)))
        waits.append(time.perf_counter() - before)
        time.sleep(0.001)
    assert written[-1].result(15) == 500
    assert sorted(waits)[int(0.98 * len(waits))] < 0.02
    log.close()


def test_many_threads_share_one_chain(place):
    log = AccessLog(place)
    threads = [
        threading.Thread(target=lambda: [log.write(Line(WHO, "offices")) for _ in range(20)])
        for _ in range(8)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with reading(log.engine) as connection:
        verdict = verified(connection)
    assert (verdict.lines, verdict.problems) == (160, [])
    log.close()


def objected(engine, count: int) -> list[int]:
    day = date(2026, 6, 30)
    return [objections.make(engine, "officer-1", "today", day, "other", f"no. {n}") for n in range(count)]


def test_who_takes_back_and_who_answers_at_once_settle_each_objection_once(place):
    engine = opened(place)
    ids = objected(engine, 60)
    # each from its own end, so that they meet
    asked = (("officer-1", ids), ("the head", ids[::-1]))
    running = [run(SETTLING, place, how, *map(str, order)) for how, order in asked]
    told = [{int(line) for line in one.communicate(timeout=120)[0].split()} for one in running]
    assert not told[0] & told[1] and told[0] | told[1] == set(ids)
    for row in objections.of_officer(engine, "officer-1"):
        is_taken_back = row["id"] in told[0]
        assert row["status"] == ("taken_back" if is_taken_back else "accepted")
        assert (row["answer"] is None, row["text"] == "") == (is_taken_back, is_taken_back)


def test_what_was_taken_back_before_a_kill_stays_taken_back(place):
    engine = opened(place)
    ids = objected(engine, 100)
    taking_back = run(TAKING_BACK, place, *map(str, ids))
    for _ in range(20):  # it is in the middle of it
        taking_back.stdout.readline()
    taking_back.send_signal(signal.SIGKILL)
    said = [int(line) for line in taking_back.stdout.read().splitlines() if line]
    taking_back.wait()
    status = {row["id"]: row["status"] for row in objections.of_officer(engine, "officer-1")}
    assert {status[one] for one in [*ids[:20], *said]} == {"taken_back"}
    assert set(status) == set(ids) and set(status.values()) <= {"taken_back", "open"}
