-- One row per combination of type, risk, months, policy and flags that occurs: its weight is looked up once.
{% set keys = ['work_type_key', 'risk_key', 'month_index', 'policy_index', 'flag_set'] %}
with combinations as (
    select distinct {{ keys | join(', ') }}
    from {{ ref('int_case_states') }}
    union distinct
    select distinct {{ keys | join(', ') }}
    from {{ ref('int_case_prospects') }}
)

select
    {% for key in keys %}
        {{ key }},
    {% endfor %}
    cast(row_number() over (order by {{ keys | join(', ') }}) as int) as cell_key
from combinations
