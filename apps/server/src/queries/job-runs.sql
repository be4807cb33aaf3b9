-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- createJobRun
insert into job_runs (tenant_id, id, kind, payload, state, unit, created_at, updated_at)
values ($1, $2, $3, $4, 'waiting', $5, $6, $7);

-- beginTry
update job_runs set state = 'working', attempts = attempts + 1, error_code = null,
started_at = coalesce(started_at, $1), updated_at = $2
where tenant_id = $3 and id = $4;

-- saveProgress
update job_runs set done = $1, total = $2, updated_at = $3
where tenant_id = $4 and id = $5 and state = 'working';

-- setJobState
update job_runs set state = $1, error_code = $2, updated_at = $3
where tenant_id = $4 and id = $5;

-- waitAgain
update job_runs set state = 'waiting', attempts = 0, error_code = null, updated_at = $1
where tenant_id = $2 and id = $3 and state = 'failed';

-- findJobRun
select
id, kind, payload, state, unit, done, total, attempts, error_code as "errorCode", started_at as "startedAt", updated_at as "updatedAt" from job_runs where tenant_id = $1 and id = $2;

-- listJobRuns
select
id, kind, payload, state, unit, done, total, attempts, error_code as "errorCode", started_at as "startedAt", updated_at as "updatedAt" from job_runs
where tenant_id = $1 and ($2::text is null or state = $3)
and ($4::uuid is null or id < $5::uuid)
order by id desc limit $6;

-- findOpenJobRun
select
id, kind, payload, state, unit, done, total, attempts, error_code as "errorCode", started_at as "startedAt", updated_at as "updatedAt" from job_runs
where tenant_id = $1 and kind = any($2) and state in ('waiting', 'working')
order by id limit 1;
