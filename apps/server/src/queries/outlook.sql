-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- saveOutlook
insert into outlooks (tenant_id, through_day, made_at, engine, engine_version, seed, input_hash, today)
values ($1, $2, $3, $4, $5,
$6, $7, $8)
on conflict (tenant_id) do update set through_day = excluded.through_day, made_at = excluded.made_at,
engine = excluded.engine, engine_version = excluded.engine_version, seed = excluded.seed,
input_hash = excluded.input_hash, today = excluded.today;

-- replaceTrends
delete from trends where tenant_id = $1;
insert into "trends" (tenant_id, "subject", "key", "name", "search", "rank", "abc", "xyz", "status", "category", "net_minor", "growth", "brief", "full_story") select $1::uuid, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int4[], $7::text[], $8::text[], $9::text[], $10::text[], $11::int8[], $12::float8[], $13::jsonb[], $14::jsonb[]);

-- findOutlook
select
through_day as "throughDay", made_at as "madeAt", engine, engine_version as "engineVersion", seed::float8 as seed,
input_hash as "inputHash", today from outlooks where tenant_id = $1;

-- findSalesAhead
select today -> 'chart' -> 'next' as next from outlooks where tenant_id = $1;

-- findProvenance
select
through_day as "throughDay", made_at as "madeAt", engine, engine_version as "engineVersion", seed::float8 as seed,
input_hash as "inputHash" from outlooks where tenant_id = $1;

-- listTrends
select count(*)::int as count from trends where
tenant_id = $1 and subject = $2
and ($3::text is null or search like $4)
and ($5::text is null or abc = $6)
and ($7::text is null or xyz = $8)
and ($9::text is null or status = $10)
and ($11::text is null or category = $12);
select brief from trends where
tenant_id = $1 and subject = $2
and ($3::text is null or search like $4)
and ($5::text is null or abc = $6)
and ($7::text is null or xyz = $8)
and ($9::text is null or status = $10)
and ($11::text is null or category = $12) order by rank, key limit $13 offset $14;
select brief from trends where
tenant_id = $1 and subject = $2
and ($3::text is null or search like $4)
and ($5::text is null or abc = $6)
and ($7::text is null or xyz = $8)
and ($9::text is null or status = $10)
and ($11::text is null or category = $12) order by growth desc nulls last, rank, key limit $13 offset $14;

-- findTrend
select brief, full_story as story from trends
where tenant_id = $1 and subject = $2 and key = $3;
