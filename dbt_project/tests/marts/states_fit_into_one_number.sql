-- the digits of a state number must stay below their bases (macro state_digits)
select 'too many' as problem
where
    (select count(*) from {{ ref('int_risk_levels') }}) >= 1024
    or (select count(*) from {{ ref('int_offices') }}) >= 65536
    or (select count(*) from {{ ref('int_month_bounds') }}) >= 256
    or (select count(*) from {{ ref('int_policy_periods') }}) >= 1024
