-- One row per register (quarantine, left_out, finding), entity and rule: how many rows, and the first one.
with first_of_quarantine as (
    select
        entity,
        rule,
        file,
        row_number as file_row,
        column_name,
        original_value,
        hint,
        count(*) over (partition by entity, rule) as rows_set_aside,
        row_number() over (partition by entity, rule order by delivery, file, row_number) as place
    from {{ ref('fct_quarantine') }}
)

select
    'quarantine' as register,
    entity,
    rule,
    rows_set_aside,
    file,
    file_row,
    column_name,
    original_value,
    hint
from first_of_quarantine
where place = 1
union all
select
    'left_out' as register,
    entity,
    rule,
    cast(sum(rows) as bigint) as rows_set_aside,
    cast(null as string) as file,
    cast(null as bigint) as file_row,
    cast(null as string) as column_name,
    cast(null as string) as original_value,
    cast(null as string) as hint
from {{ ref('fct_left_out') }}
group by entity, rule
union all
select
    'finding' as register,
    entity,
    finding as rule,
    count(*) as rows_set_aside,
    cast(null as string) as file,
    cast(null as bigint) as file_row,
    cast(null as string) as column_name,
    cast(null as string) as original_value,
    cast(null as string) as hint
from {{ ref('fct_findings') }}
group by entity, finding
