-- One row when the policy knows more flags than can be added up exactly as the bits of one number below 2^53.
select count(distinct flag) as flags
from {{ ref('case_factors') }}
having count(distinct flag) > 50
