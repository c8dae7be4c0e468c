-- One row per kind of thing, code and language: what pages call the code, by the policy or else by a mapping.
select
    kind,
    code,
    language,
    label
from {{ ref('labels') }}
union all
select
    d.kind,
    d.code,
    d.language,
    d.label
from {{ ref('stg_declared_labels') }} as d
left join {{ ref('labels') }} as p on d.kind = p.kind and d.code = p.code and d.language = p.language
where p.code is null
