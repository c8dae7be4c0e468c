{#
  The level of a figure: how many of the thresholds of a measure it is strictly above. One small number tells
  which of them, because whoever is above a threshold is above every lower one.
#}

{# Ranks 1..n of the thresholds of a measure. #}
{% macro threshold_ranks(measure) %}
    {% set thresholds = ref('int_thresholds') %}
    {% if not execute %}{{ return([]) }}{% endif %}
    {% set rows = run_query(
        "select distinct threshold_rank from " ~ thresholds ~ " where measure = '" ~ measure ~ "' order by threshold_rank"
    ) %}
    {{ return(rows.columns[0].values() | list) }}
{% endmacro %}

{# One row with the thresholds of both measures as columns, to be joined to every figure. #}
{% macro thresholds_in_a_row() %}
    select
        {% for measure in ('workload_pct', 'active_cases') %}
            {% for rank in threshold_ranks(measure) %}
                max(case when measure = '{{ measure }}' and threshold_rank = {{ rank }} then threshold end)
                    as {{ measure }}_{{ rank }},
            {% endfor %}
        {% endfor %}
        count(*) as thresholds
    from {{ ref('int_thresholds') }}
{% endmacro %}

{# Level of a count of cases. #}
{% macro level_of_cases(cases) -%}
    0 {%- for rank in threshold_ranks('active_cases') %}
        + case when {{ cases }} > t.active_cases_{{ rank }} then 1 else 0 end
    {%- endfor %}
{%- endmacro %}

{#
  Level of work against capacity; 0 without capacity. Both sides are far larger than the hair's breadth by
  which doubles of an equal ratio may differ.
#}
{% macro level_of_work(work, capacity) -%}
    0 {%- for rank in threshold_ranks('workload_pct') %}
        + case
            when
                {{ capacity }} > 0
                and 100 * {{ work }} - t.workload_pct_{{ rank }} * {{ capacity }}
                > 0.000000001 * {{ capacity }}
                then 1
            else 0
        end
    {%- endfor %}
{%- endmacro %}
