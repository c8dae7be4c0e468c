-- One row when no scheme or more than one is the default.
select coalesce(sum(case when is_default then 1 else 0 end), 0) as default_schemes
from {{ ref('weight_schemes') }}
having coalesce(sum(case when is_default then 1 else 0 end), 0) <> 1
