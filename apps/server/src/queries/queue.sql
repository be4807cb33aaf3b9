-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- enqueue
insert into job_runs (tenant_id, id, kind, payload, state, unit, created_at, updated_at)
values ($1, $2, $3, $4, 'waiting', $5, $6, $7);
select enqueue_job($1, $2::json, $3, $4);

-- enqueueRun
select enqueue_job($1, $2::json, $3, $4);
