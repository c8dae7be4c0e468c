"""What a person sees of a step: one line when it has ended well, and none when it failed."""

import io

import pytest

from ingest.progress import Progress


def test_progress_writes_plain_lines_beside_a_terminal() -> None:
    stream = io.StringIO()
    progress = Progress(stream)
    with progress.step("reading cases", total=3) as step:
        step.advance(2)
        progress.note("a [note]")
    assert step.done == 2
    lines = stream.getvalue().splitlines()
    assert lines[0] == "a [note]"
    assert lines[1].startswith("reading cases: ")


def test_a_step_that_fails_is_not_reported_as_done() -> None:
    stream = io.StringIO()
    with pytest.raises(ValueError, match="broken"), Progress(stream).step("reading"):
        raise ValueError("broken")
    assert stream.getvalue() == ""
