-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- createRun
insert into market_runs (id, source, origin, started_at, outcome)
values ($1, $2, $3, $4, 'running');

-- finishRun
update market_runs set source = $1, sha256 = $2, bytes = $3,
rows_read = $4, rows_kept = $5, rows_skipped = $6,
skipped = $7, series_count = $8, points_added = $9,
points_revised = $10, ended_at = $11, outcome = $12,
error_code = $13, error_details = $14
where id = $15;

-- findRun
select
id, source, origin, sha256, bytes::float8 as bytes, rows_read as "rowsRead", rows_kept as "rowsKept",
rows_skipped as "rowsSkipped", skipped, series_count as "seriesCount", points_added as "pointsAdded",
points_revised as "pointsRevised", started_at as "startedAt", ended_at as "endedAt", outcome,
error_code as "errorCode", error_details as "errorDetails" from market_runs where id = $1;

-- findLastRun
select
id, source, origin, sha256, bytes::float8 as bytes, rows_read as "rowsRead", rows_kept as "rowsKept",
rows_skipped as "rowsSkipped", skipped, series_count as "seriesCount", points_added as "pointsAdded",
points_revised as "pointsRevised", started_at as "startedAt", ended_at as "endedAt", outcome,
error_code as "errorCode", error_details as "errorDetails" from market_runs where origin = $1 order by started_at desc, id desc limit 1;

-- listRuns
select
id, source, origin, sha256, bytes::float8 as bytes, rows_read as "rowsRead", rows_kept as "rowsKept",
rows_skipped as "rowsSkipped", skipped, series_count as "seriesCount", points_added as "pointsAdded",
points_revised as "pointsRevised", started_at as "startedAt", ended_at as "endedAt", outcome,
error_code as "errorCode", error_details as "errorDetails" from market_runs where $1 or source <> 'invented'
order by started_at desc, id desc limit $2;
