"""What Who looked says of the sample: without a store no number."""

from tests.dashboards.said.sentence import Said

SAID: tuple[Said, ...] = ()
