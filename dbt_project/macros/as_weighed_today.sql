{#
  The rows of a mart by the weights of today: the same columns, its `_now` units in the place of the others.

  mart        a mart that holds units twice: <stem>_units_avg, and <stem>_units_now_avg where today's differ
  columns     the columns to show, in order; those that have a `_now` beside them are replaced
  replaced    which of them have one

  A view, so that nothing is stored twice. It names its mart without the database: the published file is
  read under names that nobody knows when it is built.
#}
{% macro as_weighed_today(mart, columns, replaced) -%}
select
    {% for column in columns -%}
        {% if column == 'workload_pct' -%}
            case
                when workload_units_now_avg is null then workload_pct
                else 100 * workload_units_now_avg / nullif(capacity_units_avg, 0)
            end as workload_pct
        {%- elif column in replaced -%}
            coalesce({{ now_column(column) }}, {{ column }}) as {{ column }}
        {%- else -%}
            {{ column }}
        {%- endif -%}
        {{ ',\n    ' if not loop.last }}
    {%- endfor %}
from {{ within_published(mart) }}
{%- endmacro %}

{# workload_units_avg -> workload_units_now_avg, waiting_units -> waiting_units_now. #}
{% macro now_column(column) -%}
    {{ column[:-4] ~ '_now_avg' if column.endswith('_avg') else column ~ '_now' }}
{%- endmacro %}

{# A mart as another one in the same file names it. #}
{% macro within_published(mart) -%}
    {{ mart if mart is string else mart.include(database=false) }}
{%- endmacro %}

{# While it is built, too, the file is one of several: its marts are found without its name. #}
{% macro see_published() -%}
    {{ "set search_path = 'work.main,published.marts'" if target.type == 'duckdb' }}
{%- endmacro %}
