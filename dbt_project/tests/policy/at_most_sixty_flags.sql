-- One row when the policy knows more flags than fit into the bits of one integer, one bit for each.
select count(distinct flag) as flags
from {{ ref('case_factors') }}
having count(distinct flag) > 60
