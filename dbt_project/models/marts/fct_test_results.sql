-- One row per test of this build; filled when the build has run (macro record_test_results).
select
    cast('' as string) as test,
    cast('' as string) as subject,
    cast('' as string) as status,
    cast(0 as bigint) as failures,
    cast(0 as double) as seconds
where false
