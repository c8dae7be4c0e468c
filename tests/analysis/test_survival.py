"""Shares by age: published examples, and a computation by hand, one subject after another."""

import json
from random import Random

import numpy as np
import polars as pl
import pytest

from analysis.survival import occupancy, variances
from tests.beside import given

SCHEMA = {"subject": int, "state": str, "from_age": float, "to_age": float, "next_state": str}


@pytest.fixture(scope="module")
def vectors() -> dict[str, dict]:
    rows = json.loads((given("vectors") / "queue.json").read_text(encoding="utf-8"))
    return {row["id"]: row for row in rows if row["topic"] == "survival"}


def spells(*rows: tuple) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=SCHEMA, orient="row")


def of_lives(entry: list, until: list, event: list) -> pl.DataFrame:
    """Spells of open cases: from when each is seen, up to its end or to where it is still open."""
    lives = zip(entry, until, event, strict=True)
    return spells(
        *(
            (who, "open", begin, end, "ended" if ended else None)
            for who, (begin, end, ended) in enumerate(lives)
        )
    )


def of_rows(rows: list[dict]) -> pl.DataFrame:
    return spells(*((row["id"], row["state"], row["start"], row["stop"], row["to"]) for row in rows))


def of_endings(case: dict) -> pl.DataFrame:
    ends = zip(case["exit"], case["status"], strict=True)
    return spells(*((who, "open", 0, age, f"cause {s}" if s else None) for who, (age, s) in enumerate(ends)))


@pytest.mark.parametrize("name", ["sv-km-1", "sv-km-lt-1", "sv-km-lt-2", "sv-km-lt-3"])
def test_the_share_still_open_is_as_published(vectors, name: str) -> None:
    case = vectors[name]
    found = occupancy(
        of_lives(*(case["input"][key] for key in ("entry", "exit", "event"))), ("open", "ended")
    )
    assert found.ages.tolist() == case["expected"]["time"]
    assert found.at_risk[:, 0].tolist() == case["expected"]["at_risk"]
    assert found.shares[:, 0] == pytest.approx(case["expected"]["survival"], abs=case["tolerance"])
    assert found.emptied_at("open") == (3 if name == "sv-km-lt-3" else None)


def test_those_who_come_late_are_not_counted_before(vectors) -> None:
    case, expected = (vectors["sv-km-lt-5"][key] for key in ("input", "expected"))
    found = occupancy(of_lives(case["entry"], case["exit"], case["event"]), ("open", "ended"))
    assert found.ages.size == expected["event_times"]
    seen = dict(zip(found.ages.tolist(), found.at_risk[:, 0].tolist(), strict=True))
    assert {age: seen[float(age)] for age in expected["at_risk"]} == expected["at_risk"]
    assert found.share_at("open", [0.791])[0] == pytest.approx(expected["survival_at_0_791"], abs=1e-9)
    assert np.isnan(found.share_at("open", [0.1])[0])


def test_shares_of_several_states_are_as_published(vectors) -> None:
    one, other = vectors["sv-aj-1"], vectors["sv-aj-2"]
    found = occupancy(of_rows(one["input"]["spells"]), one["input"]["states"])
    assert found.ages.tolist() == one["expected"]["time"]
    assert 32 * found.shares == pytest.approx(np.array(one["expected"]["prob_times_32"]), abs=1e-11)
    found = occupancy(of_rows(other["input"]["spells"]), other["input"]["states"])
    assert found.ages.tolist() == other["expected"]["time"]
    assert found.shares == pytest.approx(np.array(other["expected"]["prob"]), abs=1e-12)


def test_no_ending_counts_as_if_the_case_were_open(vectors) -> None:
    case, naive = vectors["sv-aj-4"], vectors["sv-aj-5"]["expected"]
    rows, states = of_endings(case["input"]), ("open", "cause 1", "cause 2")
    found, expected = occupancy(rows, states), case["expected"]
    assert found.ages.tolist() == expected["time"]
    assert found.at_risk[:, 0].tolist() == expected["at_risk"]
    squared = variances(rows, found)
    for cause in (1, 2):
        assert found.shares[:, cause] == pytest.approx(expected[f"cif_{cause}"], abs=1e-12)
        assert squared[:, cause] == pytest.approx(expected[f"var_cif_{cause}"], abs=1e-9)
    assert found.share_at("cause 2", [5])[0] == pytest.approx(naive["cif_2_at_5"], abs=1e-12)
    as_open = rows.with_columns(next_state=pl.col("next_state").replace("cause 1", None))
    wrong = occupancy(as_open, ("open", "cause 2")).share_at("cause 2", [5])[0]
    assert wrong == pytest.approx(naive["one_minus_km_cause2_at_5"], abs=1e-12)


def slowly(rows: pl.DataFrame, states: list[str], weights: dict[int, float]) -> list[list[float]]:
    """The same with plain loops, each subject counting as much as its weight."""
    spells = rows.to_dicts()
    ages = sorted({row["to_age"] for row in spells if row["next_state"]})

    def seen(state: str, age: float) -> float:
        return sum(
            weights[row["subject"]]
            for row in spells
            if row["state"] == state and row["from_age"] < age <= row["to_age"]
        )

    total = sum(seen(state, ages[0]) for state in states)
    shares, every = {state: seen(state, ages[0]) / total for state in states}, []
    for age in ages:
        moved = dict(shares)
        for row in spells:
            if row["next_state"] and row["to_age"] == age:
                part = shares[row["state"]] * weights[row["subject"]] / seen(row["state"], age)
                moved[row["state"]] -= part
                moved[row["next_state"]] += part
        shares = moved
        every.append([shares[state] for state in states])
    return every


@pytest.mark.parametrize("seed", range(20))
def test_drawn_spells_give_what_plain_loops_give(seed: int) -> None:
    chance, states = Random(seed), ["open", "waiting", "ended"]
    rows = []
    for subject in range(chance.randint(3, 25)):
        age, state = float(chance.randint(0, 3)), chance.choice(states[:2])
        for _ in range(chance.randint(1, 4)):
            until = age + chance.randint(1, 6)
            then = chance.choice([None, *(one for one in states if one != state)])
            rows.append((subject, state, age, until, then))
            if then in (None, "ended"):
                break
            age, state = until, then
    drawn = spells(*rows)
    if drawn["next_state"].null_count() == drawn.height:
        with pytest.raises(ValueError, match="Nothing ever moves"):
            occupancy(drawn, states)
        return
    weights = dict.fromkeys(drawn["subject"].to_list(), 1.0)
    found = occupancy(drawn, states)
    assert found.shares == pytest.approx(np.array(slowly(drawn, states, weights)), abs=1e-12)
    assert found.shares.sum(axis=1) == pytest.approx(1)
    step = 1e-6
    influences = [
        (np.array(slowly(drawn, states, weights | {who: 1 + step})) - found.shares) / step for who in weights
    ]
    assert variances(drawn, found) == pytest.approx(sum(one**2 for one in influences), abs=1e-4)


def test_spells_that_cannot_be_are_refused_in_words() -> None:
    with pytest.raises(ValueError, match="not named: moved"):
        occupancy(spells((1, "open", 0, 1, "moved")), ("open", "ended"))
    with pytest.raises(ValueError, match="ends after it begins"):
        occupancy(spells((1, "open", 1, 1, "ended")), ("open", "ended"))
