{#
  Daily means per calendar period from signed changes, without a row per day.

  A change of x on day d is worth x on each day from d on: in every later period on all days, in its own on
  all but those before d. So a period's sum over days is

      balance at its end x its days  -  sum of (change x days before it)

  and the balance is a running sum over the periods. Cost grows with the number of changes.

  changes    relation or CTE with `day_on`, the keys and the measures (signed changes, whole numbers)
  grains     'month' and 'week' run up to as_of, 'week_ahead' from the day after (int_periods holds all three);
             one of them, or a list: the result then has their name in the column `grain`
  keys       columns that a row of the result is for
  measures   columns to average; the result has <measure>_day_sum and days
  goes_on    whether a key has rows of nothing after all of it has gone, up to the last period

  Yields CTEs that end in `period_sums`: keys, period_start_on, days, and per measure
  <measure>_change (in the period), <measure>_day_sum and <measure>_end (the balance after its last day).
#}
{% macro period_averages(changes, grains, keys, measures, goes_on=false) %}
    {% set grains = [grains] if grains is string else grains %}
    {% set keys = ['grain'] + keys %}
    periods as (
        select
            grain,
            period_start_on,
            first_day_on,
            period_end_on,
            days
        from {{ ref('int_periods') }}
        where grain in ('{{ grains | join("', '") }}')
    ),

    bounds as (
        select
            grain,
            min(first_day_on) as first_on,
            max(period_end_on) as end_on
        from periods
        group by grain
    ),

    changes_within as (
        -- what was before the first day is the balance that it begins with
        select
            c.*,
            b.grain,
            b.first_on,
            greatest(c.day_on, b.first_on) as counts_on
        from {{ changes }} as c
        inner join bounds as b on c.day_on < b.end_on
    ),

    placed_changes as (
        select
            c.*,
            {{ first_day_of_grain(grains, 'c.counts_on') }} as period_start_on
        from changes_within as c
    ),

    dated_changes as (
        -- the first period may begin in the middle of a month or week
        select
            c.*,
            cast({{ days_between('greatest(c.period_start_on, c.first_on)', 'c.counts_on') }} as double)
                as days_before
        from placed_changes as c
    ),

    changes_in_period as (
        select
            {% for key in keys %}{{ key }},
            {% endfor %}period_start_on
            {%- for measure in measures %},
            sum({{ measure }}) as {{ measure }}_change,
            sum({{ measure }} * days_before) as {{ measure }}_missed
            {%- endfor %}
        from dated_changes
        group by {{ keys | join(', ') }}, period_start_on
    ),

    spans as (
        select
            {% for key in keys %}{{ key }},
            {% endfor %}min(period_start_on) as first_start_on,
            {% if goes_on %}
                date '9999-12-31' as last_start_on
            {% else %}
                case
                    when
                        {% for measure in measures -%}
                            sum({{ measure }}_change) <> 0{{ ' or ' if not loop.last }}
                        {%- endfor %}
                        then date '9999-12-31'
                    else max(period_start_on)
                end as last_start_on
            {% endif %}
        from changes_in_period
        group by {{ keys | join(', ') }}
    ),

    balances as (
        select
            {% for key in keys %}s.{{ key }},
            {% endfor %}p.period_start_on,
            p.days
            {%- for measure in measures %},
            coalesce(c.{{ measure }}_missed, 0) as {{ measure }}_missed,
            coalesce(c.{{ measure }}_change, 0) as {{ measure }}_change,
            sum(cast(c.{{ measure }}_change as double)) over so_far as {{ measure }}_end
            {%- endfor %}
        from spans as s
        inner join periods as p
            on
                s.grain = p.grain
                and s.first_start_on <= p.period_start_on
                and s.last_start_on >= p.period_start_on
        left join changes_in_period as c
            on
                p.period_start_on = c.period_start_on
                {% for key in keys %}and s.{{ key }} = c.{{ key }}
                {% endfor %}
        window so_far as (
            partition by {% for key in keys %}s.{{ key }}{{ ', ' if not loop.last }}{% endfor %}
            order by p.period_start_on
            rows between unbounded preceding and current row
        )
    ),

    period_sums as (
        select
            {{ keys | join(',\n            ') }},
            period_start_on,
            days
            {%- for measure in measures %},
            {{ measure }}_change,
            {{ measure }}_end * days - {{ measure }}_missed as {{ measure }}_day_sum,
            {{ measure }}_end
            {%- endfor %}
        from balances
    )
{% endmacro %}

{# The first day of the period of one of the grains that a date lies in. #}
{% macro first_day_of_grain(grains, date_on) -%}
    {%- set month, week = first_day_of('month', date_on), first_day_of('week', date_on) -%}
    {%- if grains | length > 1 -%}
        case when c.grain = 'month' then {{ month }} else {{ week }} end
    {%- else -%}
        {{ month if grains[0] == 'month' else week }}
    {%- endif -%}
{%- endmacro %}

{# The names under which period_averages gives the sums over days of measures. #}
{% macro day_sums_of(measures) %}
    {% set named = [] %}
    {% for measure in measures %}{% do named.append(measure ~ '_day_sum') %}{% endfor %}
    {{ return(named) }}
{% endmacro %}
