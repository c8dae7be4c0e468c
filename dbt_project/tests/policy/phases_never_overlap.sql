-- Pairs of phases that share a month: a case would be counted in both.
select
    one.phase,
    other.phase as other_phase,
    other.from_month
from {{ ref('phases') }} as one
inner join {{ ref('phases') }} as other
    on
        one.phase <> other.phase
        and one.from_month <= other.from_month
        and coalesce(one.to_month, 9999) > other.from_month
        and coalesce(other.to_month, 9999) > other.from_month
