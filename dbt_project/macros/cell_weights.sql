{#
  The weight of combinations of type, risk, months and flags by the policy rows valid on a day.

  cells     CTE with the key columns, flag_set, work_type, risk_level, month_bound, weight_scheme, factor_cap
            and weighed_on, the day whose rows count
  keys      columns that tell its rows apart

  Yields CTEs that end in `weighed`: the columns of cells, has_weight_row, basis, weights_valid_from,
  base_weight_units, factor and weight_units (exact decimals).
#}
{% macro cell_weights(cells, keys) %}
    weight_rows as (
        -- an exact level wins over `any`; rows of equal rank on one day are refused by a test of the policy
        select
            {% for key in keys %}c.{{ key }},
            {% endfor %}max_by(w.weight, case when w.risk_level = 'any' then 0 else 1 end) as weight,
            max_by(w.basis, case when w.risk_level = 'any' then 0 else 1 end) as basis,
            max_by(w.valid_from, case when w.risk_level = 'any' then 0 else 1 end) as weights_valid_from
        from {{ cells }} as c
        inner join {{ ref('case_weights') }} as w
            on
                c.weight_scheme = w.weight_scheme
                and c.work_type = w.supervision_type
                and (c.risk_level = w.risk_level or w.risk_level = 'any')
                and c.month_bound >= w.from_month
                and (w.to_month is null or c.month_bound < w.to_month)
                and c.weighed_on >= w.valid_from
                and c.weighed_on < {{ open_end('w.valid_to') }}
        group by {% for key in keys %}c.{{ key }}{{ ', ' if not loop.last }}{% endfor %}
    ),

    factors as (
        -- a product as a sum of logarithms, rounded at eight decimals; a factor 0 switches the case off
        select
            {% for key in keys %}c.{{ key }},
            {% endfor %}case
                when min(x.factor) = 0 then 0
                else round(exp(sum(ln(cast(nullif(x.factor, 0) as double)))), 8)
            end as factor
        from {{ cells }} as c
        inner join {{ ref('int_flags') }} as f on (c.flag_set & f.flag_bit) <> 0
        inner join {{ ref('case_factors') }} as x
            on
                c.weight_scheme = x.weight_scheme
                and f.flag = x.flag
                and c.weighed_on >= x.valid_from
                and c.weighed_on < {{ open_end('x.valid_to') }}
        group by {% for key in keys %}c.{{ key }}{{ ', ' if not loop.last }}{% endfor %}
    ),

    multiplied as (
        select
            c.*,
            w.weight is not null as has_weight_row,
            w.basis,
            w.weights_valid_from,
            coalesce(w.weight, 0) as base_weight_units,
            cast(least(coalesce(f.factor, 1), c.factor_cap) as decimal(14, 8)) as factor
        from {{ cells }} as c
        left join weight_rows as w
            on {% for key in keys %}c.{{ key }} = w.{{ key }}{{ ' and ' if not loop.last }}{% endfor %}
        left join factors as f
            on {% for key in keys %}c.{{ key }} = f.{{ key }}{{ ' and ' if not loop.last }}{% endfor %}
    ),

    weighed as (
        select
            *,
            base_weight_units * factor as weight_units
        from multiplied
    )
{% endmacro %}
