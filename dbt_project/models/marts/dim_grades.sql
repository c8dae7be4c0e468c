-- One row per grade of anybody who had capacity.
select distinct grade
from {{ ref('fct_office_overload_months') }}
