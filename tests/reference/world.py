"""One delivery under one policy, laid out by day: what all marts are computed from."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from tests.reference.case_days import CaseDay, CaseStory, case_days
from tests.reference.contract_days import ContractDay, contract_days
from tests.reference.days import Day
from tests.reference.policy import Policy
from tests.reference.records import Delivery
from tests.reference.task_days import TaskDay, task_days

# Many marts ask for the same days: a question is answered once for a world, for itself as weighed today and
# for what is booked ahead of it. Nobody may change the answer.
once_per_world = lru_cache(maxsize=4)


@dataclass(frozen=True, eq=False)
class World:
    """Every day of every case, task and contract up to as_of."""

    delivery: Delivery
    policy: Policy
    stories: list[CaseStory]
    case_days: list[CaseDay]
    task_days: list[TaskDay]
    contract_days: list[ContractDay]

    @property
    def as_of(self) -> Day:
        """The last day that exists."""
        return self.delivery.as_of

    @property
    def weight_schemes(self) -> list[str]:
        """Names of the schemes."""
        return [scheme.weight_scheme for scheme in self.policy.schemes]

    @cached_property
    def as_weighed_today(self) -> "World":
        """The same days under the weights of as_of."""
        return world(self.delivery, self.policy.as_weighed_on(self.as_of))


def world(delivery: Delivery, policy: Policy) -> World:
    """Lay a delivery out by day under a policy."""
    stories = [CaseStory(case, delivery) for case in delivery.cases]
    return World(
        delivery,
        policy,
        stories,
        case_days(stories, policy),
        task_days(delivery, policy),
        contract_days(delivery, policy),
    )
