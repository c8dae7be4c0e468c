"""The dbt project as a process of its own: the one who asks, and the one who builds."""
