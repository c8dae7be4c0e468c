"""Open cases ahead: those of today that stay, and those to come that stay."""

import numpy as np


def open_ahead(open_end: np.ndarray, staying: np.ndarray, inflow: np.ndarray) -> np.ndarray:
    """Open cases by age, step by step ahead.

    Args:
        open_end: shape (S, T, A), open cases by age at each moment; the last age holds all older ones.
        staying: shape (S, T, A), the share that stays into each age; into age 0, of those received.
        inflow: shape (S, T, H), cases expected to be received in each step ahead.

    Returns shape (S, T, H, A): every case is a step older each step, and what stays of it is conditioned on
    the age it has reached.
    """
    now, out = open_end, np.empty((*inflow.shape, open_end.shape[2]))
    for step in range(inflow.shape[2]):
        older = np.concatenate([inflow[:, :, step, None], now[:, :, :-1]], axis=2)
        older[:, :, -1] += now[:, :, -1]
        now = out[:, :, step] = older * staying
    return out
