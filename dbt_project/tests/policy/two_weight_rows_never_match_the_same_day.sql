-- Pairs of weight rows of equal rank (one scheme, type and level) whose months and validity both overlap:
-- a case would weigh two amounts on one day.
with

weights as (
    select
        weight_scheme,
        supervision_type,
        risk_level,
        from_month,
        coalesce(to_month, 9999) as to_month,
        valid_from,
        {{ open_end('valid_to') }} as valid_to
    from {{ ref('case_weights') }}
    where valid_to is null or valid_to > valid_from
)

select
    one.weight_scheme,
    one.supervision_type,
    one.risk_level,
    one.from_month,
    other.from_month as other_from_month,
    one.valid_from,
    other.valid_from as other_valid_from
from weights as one
inner join weights as other
    on
        one.weight_scheme = other.weight_scheme
        and one.supervision_type = other.supervision_type
        and one.risk_level = other.risk_level
        and one.from_month < other.to_month
        and one.to_month > other.from_month
        and one.valid_from < other.valid_to
        and one.valid_to > other.valid_from
where
    one.from_month < other.from_month
    or (one.from_month = other.from_month and one.valid_from < other.valid_from)
