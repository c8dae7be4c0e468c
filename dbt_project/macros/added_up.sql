{# Stored sums added up before they are asked: service lines of an office, offices of a person. #}

{# The sums of offices over their service lines, per period of the calendar. #}
{% macro offices_of_lines() -%}
(
    select
        grain,
        area_id,
        period_start_on,
        max(days) as days,
        {% for stem in ('workload', 'waiting', 'uncovered') -%}
            {%- for key in weighing_keys() -%}
                sum({{ stem }}_unit_days_{{ key }}) as {{ stem }}_unit_days_{{ key }},
        {% endfor %}
        {%- endfor %}
        {%- for key in scheme_keys() -%}
            sum(capacity_unit_days_{{ key }}) as capacity_unit_days_{{ key }},
        {% endfor -%}
        sum(contract_fte_days) as contract_fte_days,
        sum(available_fte_days) as available_fte_days,
        sum(case_days) as case_days
    from {{ within_published(ref('int_area_line_sums')) }}
    where area_kind = 'office' and grain <> 'window'
    group by grain, area_id, period_start_on
) as offices
{%- endmacro %}

{# The sums of whole persons over their offices, per period of the grains. #}
{% macro persons_of(grains) -%}
(
    select
        grain,
        officer_id,
        period_start_on,
        max(days) as days,
        {% for key in weighing_keys() -%}
            sum(workload_unit_days_{{ key }}) as workload_unit_days_{{ key }},
        {% endfor -%}
        {% for key in scheme_keys() -%}
            sum(capacity_unit_days_{{ key }}) as capacity_unit_days_{{ key }},
        {% endfor -%}
        sum(case_days) as case_days
    from {{ within_published(ref('int_officer_sums')) }}
    where grain in ('{{ grains | join("', '") }}')
    group by grain, officer_id, period_start_on
) as persons
{%- endmacro %}
