"""What a plea for staff rests on: the need, two rules that share staff out, and where the answer turns.

``staff_need`` sets work beside what staff can give, ``shared_staff`` shares staff by cases and by work,
``turning_points`` says how far each assumption must be off before the need is no longer more, or less, than
what is there.
"""

from analysis.funding.need import staff_need
from analysis.funding.sharing import shared_staff
from analysis.funding.turning import ASSUMPTIONS, deciding, turning_points

__all__ = ["ASSUMPTIONS", "deciding", "shared_staff", "staff_need", "turning_points"]
