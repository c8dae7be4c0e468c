-- One row per case open on as_of, weight scheme and longest period ahead in which its weight does not change.
-- What the case would weigh for whoever carries it from as_of on, before any share.
with weights as (
    select
        p.case_key,
        w.weight_scheme,
        p.valid_from,
        p.valid_to,
        w.weight_units,
        lag(w.weight_units) over (
            partition by p.case_key, w.weight_scheme order by p.valid_from
        ) as weight_before_units
    from {{ ref('int_case_prospects') }} as p
    inner join {{ ref('int_weight_cells') }} as c
        on
            p.work_type_key = c.work_type_key
            and p.risk_key = c.risk_key
            and p.month_index = c.month_index
            and p.policy_index = c.policy_index
            and p.flag_set = c.flag_set
    inner join {{ ref('int_cell_weights') }} as w on c.cell_key = w.cell_key and not w.is_now
),

changed as (
    select * from weights
    where weight_before_units is null or weight_units <> weight_before_units
)

select
    c.case_id,
    g.weight_scheme,
    g.valid_from,
    coalesce(
        lead(g.valid_from) over (partition by g.case_key, g.weight_scheme order by g.valid_from),
        c.open_until_on
    ) as valid_to,
    cast(g.weight_units as double) as weight_units
from changed as g
inner join {{ ref('int_cases_clocked') }} as c on g.case_key = c.case_key
