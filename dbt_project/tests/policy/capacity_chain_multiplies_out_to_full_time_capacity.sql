-- Schemes whose chain of steps, where they have one, does not lead to their full-time capacity.
with

sums as (
    select
        weight_scheme,
        sum(case when unit = 'days_per_year' then value end) as days,
        max(case when unit = 'rounded_down_to' then value end) as rounded_down_to
    from {{ ref('capacity_chain') }}
    group by weight_scheme
),

factors as (
    select
        weight_scheme,
        cast(
            case
                when unit = 'share_lost' then 1 - value
                when unit = 'months_per_year' then 1 / nullif(cast(value as double), 0)
                else value
            end as double
        ) as factor
    from {{ ref('capacity_chain') }}
    where unit <> 'days_per_year' and unit <> 'rounded_down_to'
),

products as (
    select
        weight_scheme,
        min(factor) as smallest_factor,
        -- A product over rows: no engine has one, logarithms do it for what is above zero.
        exp(sum(ln(case when factor > 0 then factor end))) as product
    from factors
    group by weight_scheme
),

outcomes as (
    select
        sums.weight_scheme,
        coalesce(products.smallest_factor, 1) as smallest_factor,
        coalesce(cast(sums.days as double), 1) * coalesce(products.product, 1) as exact_outcome,
        cast(sums.rounded_down_to as double) as rounded_down_to
    from sums
    left join products on sums.weight_scheme = products.weight_scheme
),

rounded as (
    select
        weight_scheme,
        smallest_factor,
        coalesce(
            floor(exact_outcome / nullif(rounded_down_to, 0) + 1e-9) * rounded_down_to,
            exact_outcome
        ) as outcome
    from outcomes
)

select
    schemes.weight_scheme,
    schemes.full_time_capacity,
    rounded.outcome
from {{ ref('weight_schemes') }} as schemes
inner join rounded on schemes.weight_scheme = rounded.weight_scheme
where
    rounded.smallest_factor <= 0
    or abs(rounded.outcome - cast(schemes.full_time_capacity as double)) > 1e-6
