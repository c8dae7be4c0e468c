"""Which rows a reader may see."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """What one reader may see of a published file.

    Every question takes it, every answer is remembered under its ``key``, every download is made with it.
    There is no sign-in yet, so there is one scope: everything.
    """

    key: str = "everything"


EVERYTHING = Scope()
