-- One row per officer, office, weight scheme and month, by hand: DuckDB alone, from raw rows and policy, in one go
-- and with nothing beside it. The yardstick for what the models cost. A case is cut where its weight may change,
-- its stretches are spread over the months they touch, and what weighs alike is weighed once.
create table officer_months as
with horizon as (select as_of + 1 as end_on from raw.builds),

schemes as (select *, row_number() over (order by weight_scheme) as n from policy.weight_schemes),

months as (
    select month_on as month_start_on, month_on + interval 1 month as month_end_on,
        least(month_on + interval 1 month, end_on) :: date - month_on as days
    from horizon, range(
        date_trunc('month', least(
            (select min(least(received_on, started_on)) from raw.cases),
            (select min(valid_from) from raw.staff_contracts)
        )), end_on, interval 1 month
    ) as r (month_on_at), lateral (select month_on_at :: date as month_on)
),

cases as (
    select case_id, office_id, supervision_type, started_on,
        least(received_on, started_on) as opened_on, least(ended_on, end_on) as until_on
    from raw.cases, horizon
),

carried as (
    select a.case_id, a.officer_id, coalesce(a.share, 1) as share,
        greatest(a.valid_from, c.opened_on) as carried_from, least(a.valid_to, c.until_on) as carried_to
    from raw.case_assignments as a inner join cases as c using (case_id)
    where greatest(a.valid_from, c.opened_on) < least(a.valid_to, c.until_on)
),

clocked as (
    select c.*, least(any_value(c.started_on), min(a.carried_from)) as clock_on
    from cases as c inner join carried as a using (case_id) group by all
),

bounds as (
    select from_month as month_bound from policy.case_weights
    union select to_month from policy.case_weights where to_month is not null
),

policies as (
    select valid_from as policy_on from policy.case_weights union select valid_to from policy.case_weights
    union select valid_from from policy.case_factors union select valid_to from policy.case_factors
),

cuts as (
    select case_id, opened_on as day_on from clocked
    union select case_id, (clock_on + to_months(month_bound :: int)) :: date from clocked, bounds
    union select case_id, policy_on from clocked inner join policies on policy_on between opened_on and until_on
    union select case_id, assessed_on from raw.case_assessments
    union select case_id, valid_from from raw.case_offices
    union select case_id, valid_from from raw.case_flags
    union select case_id, valid_to from raw.case_flags
    union select case_id, carried_from from carried
    union select case_id, carried_to from carried
),

stretches as (
    select c.*, k.day_on as valid_from, coalesce(lead(k.day_on) over by_day, c.until_on) as valid_to
    from clocked as c inner join cuts as k using (case_id)
    where k.day_on >= c.opened_on and k.day_on < c.until_on
    window by_day as (partition by case_id order by k.day_on)
),

flagged as (
    select case_id, s.valid_from, list_sort(list(distinct flag)) as flags
    from stretches as s inner join raw.case_flags as f using (case_id)
    where s.valid_from >= f.valid_from and (s.valid_from < f.valid_to or f.valid_to is null)
    group by all
),

described as (
    select s.case_id, s.supervision_type, s.valid_from, s.valid_to, f.flags,
        coalesce(o.office_id, s.office_id) as office_id, coalesce(a.risk_level, 'not_assessed') as risk_level,
        (date_diff('month', s.clock_on, s.valid_from) - (
            day(s.valid_from) < least(day(s.clock_on), day(last_day(s.valid_from)))
        ) :: int) as age_months, p.policy_on
    from stretches as s
    left join flagged as f using (case_id, valid_from)
    asof left join raw.case_offices as o on s.case_id = o.case_id and s.valid_from >= o.valid_from
    asof left join raw.case_assessments as a on s.case_id = a.case_id and s.valid_from >= a.assessed_on
    asof left join policies as p on s.valid_from >= p.policy_on
),

kinds as (select distinct supervision_type, risk_level, age_months, flags, policy_on from described),

weights as (
    select k.*, w.weight_scheme, max_by(w.weight, w.risk_level <> 'any') as weight
    from kinds as k inner join policy.case_weights as w
        on k.supervision_type = w.supervision_type and w.risk_level in (k.risk_level, 'any')
        and k.age_months >= w.from_month and (k.age_months < w.to_month or w.to_month is null)
        and k.policy_on >= w.valid_from and (k.policy_on < w.valid_to or w.valid_to is null)
    group by all
),

factors as (
    select k.flags, k.policy_on, x.weight_scheme, least(any_value(s.factor_cap), product(x.factor)) as factor
    from (select distinct flags, policy_on from kinds) as k
    inner join policy.case_factors as x
        on list_contains(k.flags, x.flag) and k.policy_on >= x.valid_from
        and (k.policy_on < x.valid_to or x.valid_to is null)
    inner join policy.weight_schemes as s using (weight_scheme)
    group by all
),

weighed as (
    select k.*, list(coalesce(w.weight, 0) * coalesce(f.factor, 1) order by s.n) as units
    from kinds as k cross join schemes as s
    left join weights as w
        on k.supervision_type = w.supervision_type and k.risk_level = w.risk_level
        and k.age_months = w.age_months and k.policy_on = w.policy_on
        and k.flags is not distinct from w.flags and s.weight_scheme = w.weight_scheme
    left join factors as f
        on k.flags = f.flags and k.policy_on = f.policy_on and s.weight_scheme = f.weight_scheme
    group by all
),

spread as (
    select a.officer_id, d.office_id, m.month_start_on, w.units, a.share,
        least(d.valid_to, m.month_end_on) :: date - greatest(d.valid_from, m.month_start_on) as days
    from described as d
    inner join weighed as w
        on d.supervision_type = w.supervision_type and d.risk_level = w.risk_level
        and d.age_months = w.age_months and d.policy_on = w.policy_on and d.flags is not distinct from w.flags
    inner join carried as a
        on d.case_id = a.case_id and d.valid_from >= a.carried_from and d.valid_from < a.carried_to
    inner join months as m on d.valid_from < m.month_end_on and d.valid_to > m.month_start_on
),

sums as (
    select officer_id, office_id, month_start_on, sum(days) as case_days,
        [sum(days * share * units[1]), sum(days * share * units[2]),
            sum(days * share * units[3]), sum(days * share * units[4])] as work
    from spread group by all
),

mandates as (
    select officer_id, office_id, weight_scheme, month_start_on, case_days, work[n] as work
    from sums cross join schemes
),

windows as (
    select t.officer_id, t.office_id, w.weight_scheme, w.weight,
        greatest(w.valid_from, if(w.window_days > 0, t.delivered_on, coalesce(t.assigned_on, t.requested_on)))
            as valid_from,
        least(w.valid_to, end_on, if(w.window_days > 0, t.delivered_on + w.window_days :: int, t.delivered_on))
            as valid_to
    from raw.tasks as t inner join policy.task_weights as w using (task_type), horizon
    where w.weighs = 'in_progress' or t.delivered_on is not null
),

tasks as (
    select officer_id, office_id, weight_scheme, month_start_on,
        sum(weight * (least(valid_to, month_end_on) :: date - greatest(valid_from, month_start_on))) as work
    from windows inner join months on valid_from < month_end_on and valid_to > month_start_on
    where officer_id is not null and valid_from < valid_to
    group by all
),

contract_days as (
    select officer_id, office_id, grade, fte, day_on :: date as day_on
    from raw.staff_contracts, horizon, range(valid_from, least(valid_to, end_on), interval 1 day) as r (day_on)
),

reduction_days as (
    select officer_id, day_on :: date as day_on, least(1, sum(share)) as reduced
    from raw.staff_reductions, horizon, range(valid_from, least(valid_to, end_on), interval 1 day) as r (day_on)
    group by all
),

capacities as (
    select d.officer_id, d.office_id, s.weight_scheme, date_trunc('month', d.day_on) as month_start_on,
        sum(s.full_time_capacity * coalesce(g.capacity_share, 1) * d.fte * (1 - coalesce(r.reduced, 0))) as capacity
    from contract_days as d left join reduction_days as r using (officer_id, day_on)
    cross join policy.weight_schemes as s
    left join policy.capacity_grades as g
        on s.weight_scheme = g.weight_scheme and d.grade = g.grade
        and d.day_on >= g.valid_from and (d.day_on < g.valid_to or g.valid_to is null)
    group by all
)

select officer_id, office_id, weight_scheme, month_start_on, days,
    coalesce(a.case_days, 0) / days as active_cases_avg,
    (coalesce(a.work, 0) + coalesce(t.work, 0)) / days as workload_units_avg,
    coalesce(c.capacity, 0) / days as capacity_units_avg,
    100 * (coalesce(a.work, 0) + coalesce(t.work, 0)) / nullif(c.capacity, 0) as workload_pct
from mandates as a
full join tasks as t using (officer_id, office_id, weight_scheme, month_start_on)
full join capacities as c using (officer_id, office_id, weight_scheme, month_start_on)
inner join months using (month_start_on)
