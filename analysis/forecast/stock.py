"""Open cases ahead: those of today that stay, and those to come that stay."""

import numpy as np

from analysis.forecast.rivals import mean_of_last


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


def open_at_one_rate(
    open_end: np.ndarray, received: np.ndarray, ended: np.ndarray, inflow: np.ndarray, window: int
) -> np.ndarray:
    """Open cases ahead where every case ends at the same rate, whatever its age; shape (S, T, H).

    The rate is what ended in the last ``window`` steps over what could have: cases open before and received.
    It needs no ages, and says how much they tell.
    """
    could = received.copy()
    could[:, 1:] += open_end[:, :-1]
    could[:, 0] += np.maximum(open_end[:, 0] - received[:, 0] + ended[:, 0], 0)
    sums = [mean_of_last(values, window) for values in (ended, could)]
    ending = np.divide(*sums, out=np.zeros_like(could), where=sums[1] > 0)
    now, out = open_end, np.empty_like(inflow)
    for step in range(inflow.shape[2]):
        now = out[:, :, step] = (now + inflow[:, :, step]) * (1 - np.minimum(ending, 1))
    return out
