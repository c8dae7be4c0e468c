"""What My work says until somebody is chosen holds no number: see test_my_work for an officer's."""

from tests.dashboards.said.sentence import Said

SAID: tuple[Said, ...] = ()
