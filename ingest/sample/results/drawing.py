"""All that is beside load, drawn room by room; each room has random numbers of its own."""

from collections.abc import Callable

import numpy as np
import polars as pl

from ingest.sample.results.contacts import contacts_frame
from ingest.sample.results.groups import context_frame, outcome_figures_frame, surveys_frame, training_frame
from ingest.sample.results.outcomes import conditions_frame, events_frame, needs_frame, referrals_frame
from ingest.sample.results.quality import audits_frames, feedback_frame, incidents_frame
from ingest.sample.results.service import Service


def results_frames(stream: Callable[[str], np.random.Generator], service: Service) -> dict[str, pl.DataFrame]:
    """Frames by entity, before defects are planted."""
    audits, actions = audits_frames(stream("audits"), service)
    return {
        "contacts": contacts_frame(stream("contacts held"), service),
        "conditions": conditions_frame(stream("conditions"), service),
        "case_events": events_frame(stream("events"), service),
        "outcome_figures": outcome_figures_frame(stream("outcome figures"), service),
        "referrals": referrals_frame(stream("referrals"), service),
        "case_needs": needs_frame(stream("needs"), service),
        "surveys": surveys_frame(stream("surveys"), service),
        "audits": audits,
        "audit_actions": actions,
        "feedback": feedback_frame(stream("feedback"), service),
        "incidents": incidents_frame(stream("incidents"), service),
        "training": training_frame(stream("training"), service),
        "context_figures": context_frame(stream("context"), service),
    }
