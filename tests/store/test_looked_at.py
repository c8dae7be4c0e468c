"""What the log is asked about itself, on either engine."""

from datetime import UTC, date, datetime

from store.chain import append
from store.lines import Line, Who, is_mark
from store.looked import Asked, by_day, checked, count, identities, last_check, newest, removed, summary
from store.opening import writing
from store.retention import remove_old

HEAD, OFFICER = Who("an@b.example", "office_head"), Who("jo@b.example", "officer", "own request")
MARK, OTHER = "~" + "a" * 16, "~" + "a" * 15 + "b"
DAY = datetime(2026, 3, 2, tzinfo=UTC)


def write(engine) -> None:
    with writing(engine) as connection:
        append(
            connection,
            [
                Line(HEAD, "outlook", {"officer": MARK}, at=datetime(2026, 3, 1, 23, 59, tzinfo=UTC)),
                Line(OFFICER, "outlook", {"officer": OTHER}, export="csv", at=DAY),
                Line(OFFICER, "offices", {"office": "100%_"}, at=DAY),
            ],
        )


def test_lines_are_counted_and_found(engine):
    assert summary(engine).lines == 0 and last_check(engine) is None and identities(engine) == []
    write(engine)
    assert by_day(engine, Asked(since=date(2026, 3, 2))) == [
        ("2026-03-02", "offices", "officer", 1, 0, 0),
        ("2026-03-02", "outlook", "officer", 1, 1, 1),
    ]
    assert [one["filters"] for one in newest(engine, Asked(mark=MARK), 0, 9)] == [{"officer": MARK}]
    assert [one["number"] for one in newest(engine, Asked(), 1, 1)] == [2]
    assert count(engine, Asked(kind="persons")) == 2 and count(engine, Asked(kind="files")) == 1
    assert count(engine, Asked(identity="jo@b.example")) == 2 and count(engine, Asked(role="officer")) == 2
    assert identities(engine) == ["an@b.example", "jo@b.example"]
    found = summary(engine)
    assert (found.lines, found.looked_up, found.files) == (3, 2, 1)
    assert found.first_at.startswith("2026-03-01T23:59") and found.last_at.startswith("2026-03-02")


def test_a_check_is_a_line_with_its_head(engine):
    write(engine)
    verdict = checked(engine, HEAD)
    found = last_check(engine)
    assert verdict.problems == [] and found.head == verdict.head and found.last_number == 3
    assert checked(engine, HEAD, verdict.head).problems == []
    assert len(checked(engine, HEAD, "3:" + "0" * 64).problems) == 1 and last_check(engine).problems == 1


def test_a_removal_is_listed_also_when_its_own_line_is_gone(engine):
    write(engine)
    with writing(engine) as connection:
        remove_old(connection, HEAD, datetime(2028, 3, 3, tzinfo=UTC))
    ((at, first, last),) = removed(engine)
    assert at.startswith("2028-03-03") and (first, last) == (1, 3)
    with writing(engine) as connection:
        remove_old(connection, HEAD, datetime(2031, 3, 3, tzinfo=UTC))
    assert [(bool(at), first, last) for at, first, last in removed(engine)] == [(True, 4, 4), (False, 1, 3)]


def test_a_mark_is_told_from_what_only_looks_like_one():
    assert is_mark(MARK) and not is_mark("~jan") and not is_mark(MARK + "0") and not is_mark(MARK[1:])
