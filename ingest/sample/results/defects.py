"""Planted defects beside load: rows that the contract sends to quarantine, added beside the good ones."""

from datetime import date, timedelta

import polars as pl

from ingest.sample.parameters import AS_OF, QUARANTINE_SHARE

UNKNOWN_AUDIT, UNKNOWN_MODE = "A99999", "carrier_pigeon"
_AFTER = pl.lit(date.fromisoformat(AS_OF) + timedelta(days=9))

Frames = dict[str, pl.DataFrame]


def planted_results(frames: Frames, seed: int) -> Frames:
    """What is beside load with its defects; deterministic by seed."""
    found = {
        "contacts": [
            _bad(frames["contacts"], seed + 20, "contact_id", mode=pl.lit(UNKNOWN_MODE)),
            _bad(frames["contacts"], seed + 21, "contact_id", case_id="N" + pl.col("case_id")),
            _bad(
                frames["contacts"].filter(pl.col("attendance") == "held"),
                seed + 22,
                "contact_id",
                held_on=_AFTER,
            ),
        ],
        "conditions": [
            _bad(
                frames["conditions"].filter(pl.col("ended_on").is_not_null()),
                seed + 23,
                "condition_id",
                ended_on=pl.col("imposed_on") - pl.duration(days=20),
            )
        ],
        "case_events": [_bad(frames["case_events"], seed + 24, "event_id", occurred_on=_AFTER)],
        "referrals": [_bad(frames["referrals"], seed + 25, "referral_id", domain=pl.lit("unknown_domain"))],
        "audit_actions": [
            _bad(frames["audit_actions"], seed + 26, "action_id", audit_id=pl.lit(UNKNOWN_AUDIT))
        ],
        "feedback": [
            _bad(frames["feedback"], seed + 27, "feedback_id", rating=pl.lit(6, pl.Int64)),
            _bad(
                frames["feedback"],
                seed + 28,
                "feedback_id",
                topic=pl.lit("somebody typed a whole sentence here instead of a code"),
            ),
        ],
        "surveys": [
            _bad(
                frames["surveys"],
                seed + 29,
                None,
                scale=pl.lit("typing_error"),
                respondents=pl.col("invited") + 3,
            )
        ],
    }
    return {
        name: pl.concat(
            [frame, *(bad.select(frame.columns).cast(dict(frame.schema)) for bad in found.get(name, []))]
        )
        for name, frame in frames.items()
    }


def _bad(frame: pl.DataFrame, seed: int, key: str | None, **wrong: pl.Expr) -> pl.DataFrame:
    """Rows of a frame under ids of their own, with what is wrong with them; one of a key without an id."""
    few = max(1, round(frame.height * float(QUARANTINE_SHARE) / 3)) if key else 1
    picked = frame.sample(min(few, frame.height), seed=seed, shuffle=True).with_columns(**wrong)
    return picked if key is None else picked.with_columns((pl.lit(f"Q{seed}") + pl.col(key)).alias(key))
