-- open at the end = open before + received + transferred in - ended - transferred out, every month
with months as (
    select
        area_id as office_id,
        supervision_type,
        month_start_on,
        open_cases_end,
        received_cases + transferred_in_cases - ended_cases - transferred_out_cases as net_cases,
        -- months without any case are left out: what was open before is then nothing
        coalesce(lag(open_cases_end) over (
            partition by area_id, supervision_type order by month_start_on
        ), 0) as open_cases_before
    from {{ ref('fct_area_clearance_months') }}
    where area_kind = 'office' and supervision_type <> ''
)

select *
from months
where open_cases_end <> open_cases_before + net_cases
