-- One row per area, service line, weight scheme and basis of the weights: how much of today's work rests
-- on it.
with areas_added as (
    {{ by_area(
        ref('int_office_weight_bases'),
        ['service_line', 'weight_scheme', 'basis'],
        ['workload_units'],
        firsts=['oldest_valid_from'],
        lasts=['newest_valid_from']
    ) }}
)

select
    area_id,
    service_line,
    weight_scheme,
    basis,
    oldest_valid_from,
    newest_valid_from,
    workload_units,
    100 * workload_units / sum(workload_units) over (partition by area_id, service_line, weight_scheme)
        as workload_share_pct
from areas_added
order by area_id, service_line, weight_scheme, basis
